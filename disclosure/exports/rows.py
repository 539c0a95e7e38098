"""Entries of the register to rows of the published data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from disclosure.catalog import address
from disclosure.catalog.baselines import apart
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entities import Entity
from disclosure.catalog.entries import (
    Aimed,
    Commitment,
    ContextLevel,
    Indicator,
    Observed,
    Result,
    ResultFigure,
    Target,
)
from disclosure.catalog.followup import FollowUp
from disclosure.coverage import ClauseAccount, FigureAccount
from disclosure.exports import answering, following
from disclosure.exports.following import number
from disclosure.model import vocabulary
from disclosure.model.commitment import CommitmentRecord
from disclosure.model.text import Paragraph
from disclosure.model.vocabulary import Term
from disclosure.quantity import Quantity, deadline_for

if TYPE_CHECKING:
    # At run time only the schemas need them, and every start would wait for pydantic to take them in
    from disclosure.exports.shapes import coverage, text
    from disclosure.exports.shapes import register as shapes


def terms(words: Iterable[Term]) -> list[shapes.TermRow]:
    return [{"id": word.id, "label": word.label} for word in words]


def commitment(catalog: Catalog, report: Report, number: int, one: Commitment) -> shapes.CommitmentRow:
    record, became = one.located.value, report.follow[one.id]
    held = report.responsibility[one.id]
    return {
        "id": one.id,
        "report": one.report,
        "number": number,
        "title": one.title,
        "kind": one.kind.id,
        "kind_label": one.kind.label,
        "section": one.section,
        "head": head(report.by_id[one.span.passage]),
        "passage": one.span.passage,
        "start": one.span.start,
        "end": one.span.end,
        "quote": one.quote,
        "specificity": terms(one.specificity),
        "strength": one.strength.term.id,
        "strength_label": one.strength.term.label,
        "strength_source": one.strength.source,
        "strength_because": one.strength.because or None,
        "targets": [target(catalog, each, became, record, report.meta.year) for each in one.targets],
        "deadline": one.deadline.isoformat(),
        "deadline_stated": one.deadline_stated,
        "leader": held.leader or None,
        "lead": terms([held.lead])[0] if held.lead else None,
        "supporting": terms(held.supporting),
        "responsibility": [answering.assignment(said) for said in held.history],
        "planned": following.day(held.planned),
        "topics": terms(one.topics),
        "group": one.group or None,
        "grouped": list(one.grouped),
        "results": list(one.results),
        "same_matter": list(one.same_matter),
        "entities": list(report.mentions.records.get(one.id, ())),
        "outcome": following.outcome(report.outcomes[one.id]),
        "reported": following.said(became.reported),
        "evidenced": following.said(became.evidenced) if became.evidenced else None,
        "schedule": terms([became.schedule])[0] if became.schedule else None,
        "absence": following.absence(became.absence) if became.absence else None,
        "official_verdict": following.official(became.official) if became.official else None,
        "adjustments": [following.adjustment(adjustment) for adjustment in became.adjustments],
        "vote": following.vote(became.vote) if became.vote else None,
        "satisfaction": following.satisfaction(became.satisfaction) if became.satisfaction else None,
        "updates": [update.id for update in became.updates],
        "progress": following.progress(became.updates[0]) if became.updates else None,
        "answers": [following.answer(each) for each in became.answers],
        "url": address.commitment(one.report, one.id),
    }


def head(paragraph: Paragraph) -> str | None:
    return paragraph.text[: paragraph.head] or None


def target(catalog: Catalog, one: Target, became: FollowUp, record: CommitmentRecord, year: int) -> shapes.TargetRow:
    quantity = one.quantity
    written = record.targets[one.n]
    due = deadline_for(quantity, year)
    return {
        "id": one.id,
        "measure": one.measure,
        "written": one.written,
        **operator(catalog, quantity),
        "value": number(quantity.value),
        "upper": number(quantity.upper),
        "unit": quantity.unit,
        "qualifier": quantity.qualifier,
        "strength": one.strength.term.id,
        "strength_label": one.strength.term.label,
        "strength_word": one.strength.word,
        "strength_source": one.strength.source,
        "per": quantity.per,
        "deadline": due.isoformat() if due else None,
        "overridden": list(one.overridden),
        "because": one.because or None,
        "baseline": baseline(one, one.baseline) if one.baseline else None,
        "observations": [following.seen(each) for each in became.observations if each.target == one.id],
        "verdict": following.verdict(next(each for each in became.rulings if each.target.id == one.id)),
        "plan": [each for each in map(number, written.plan) if each is not None],
    }


def operator(catalog: Catalog, quantity: Quantity) -> shapes.OperatorRow:
    id = quantity.operator.value
    return {"operator": id, "operator_label": catalog.words.id(vocabulary.OPERATORS, id).label}


def baseline(one: Target, result_figure: ResultFigure) -> shapes.BaselineRow:
    found = apart(one)
    return {
        "figure": result_figure.id,
        "written": result_figure.written,
        "value": number(result_figure.quantity.value),
        "unit": result_figure.quantity.unit,
        "difference": number(found.difference) if found else None,
        "share": number(found.share) if found else None,
    }


def result(catalog: Catalog, report: Report, one: Result) -> shapes.ResultRow:
    return {
        "id": one.id,
        "report": one.report,
        "title": one.title,
        "section": one.section,
        "passage": one.span.passage,
        "start": one.span.start,
        "end": one.span.end,
        "quote": one.quote,
        "kind": one.kind.id,
        "kind_label": one.kind.label,
        "topics": terms(one.topics),
        "figures": [figure(catalog, each) for each in one.figures],
        "group": one.group or None,
        "checks": [following.check(each) for each in one.checks],
        "commitments": list(one.commitments),
        "entities": list(report.mentions.records.get(one.id, ())),
        "answers": [f"{report}/{id}" for report, id in one.answers],
        "url": address.result(one.report, one.id),
    }


def figure(catalog: Catalog, result_figure: ResultFigure) -> shapes.FigureRow:
    return {
        "id": result_figure.id,
        "measure": result_figure.measure,
        "written": result_figure.written,
        **operator(catalog, result_figure.quantity),
        "value": number(result_figure.quantity.value),
        "unit": result_figure.quantity.unit,
        "qualifier": result_figure.quantity.qualifier,
        "growth": result_figure.growth,
        "vintage": result_figure.vintage.id if result_figure.vintage else None,
        "vintage_label": result_figure.vintage.label if result_figure.vintage else None,
    }


def indicator(catalog: Catalog, one: Indicator) -> shapes.IndicatorRow:
    return {
        "id": one.id,
        "name": one.name,
        "unit": one.unit,
        "polarity": one.polarity,
        "rate_of": one.rate_of or None,
        "observations": [observation(each) for each in one.observations],
        "targets": [aim(catalog, each) for each in one.targets],
        "context": [level(each) for each in one.context],
        "note": one.note or None,
        "url": address.indicator(one.id),
    }


def entity(one: Entity) -> shapes.EntityRow:
    return {
        "id": one.id,
        "name": one.name,
        "kind": one.kind.id,
        "kind_label": one.kind.label,
        "others": list(one.others),
        "note": one.note or None,
        "source": one.source or None,
        "url": address.entity(one.id),
    }


def level(one: ContextLevel) -> shapes.ContextRow:
    return {
        "name": one.name,
        "period": one.period,
        "kind": one.kind,
        "written": one.written,
        "value": number(one.quantity.value) if one.quantity else None,
        "unit": one.quantity.unit if one.quantity else "",
        "basis": one.basis.id if one.basis else None,
        "basis_label": one.basis.label if one.basis else None,
        "evidence": [following.evidence(each) for each in one.evidence],
    }


def observation(observed: Observed) -> shapes.ObservationRow:
    return {
        "period": observed.period,
        "report": observed.report or None,
        "figure": observed.figure or None,
        "update": observed.update or None,
        "written": observed.written,
        "value": number(observed.value),
        "vintage": observed.vintage.id if observed.vintage else None,
        "vintage_label": observed.vintage.label if observed.vintage else None,
        "basis": observed.basis.id if observed.basis else None,
        "basis_label": observed.basis.label if observed.basis else None,
        "evidence": [following.evidence(each) for each in observed.evidence],
    }


def aim(catalog: Catalog, aimed: Aimed) -> shapes.AimRow:
    return {
        "period": aimed.period,
        "report": aimed.report,
        "target": aimed.target.id,
        "written": aimed.target.written,
        **operator(catalog, aimed.target.quantity),
        "value": number(aimed.target.quantity.value),
        "implied": number(aimed.implied),
        "implied_unit": aimed.implied_unit or None,
    }


def covered_figure(key: str, figure_account: FigureAccount) -> coverage.CoveredFigure:
    return {
        "report": key,
        "passage": figure_account.span.passage,
        "start": figure_account.span.start,
        "end": figure_account.span.end,
        "text": figure_account.text,
        "class": figure_account.kind,
        "record": figure_account.record or None,
        "reason": figure_account.reason.id if figure_account.reason else None,
        "reason_label": figure_account.reason.label if figure_account.reason else None,
    }


def covered_clause(key: str, clause_account: ClauseAccount) -> coverage.CoveredClause:
    return {
        "report": key,
        "passage": clause_account.span.passage,
        "start": clause_account.span.start,
        "end": clause_account.span.end,
        "text": clause_account.text,
        "records": list(clause_account.records),
        "reason": clause_account.reason.id if clause_account.reason else None,
        "reason_label": clause_account.reason.label if clause_account.reason else None,
    }


def paragraph(one: Paragraph) -> text.ParagraphRow:
    return {"id": one.id, "section": one.section or None, "head": head(one), "text": one.text}


def glossary(report: Report) -> list[text.GlossaryRow]:
    return [
        {
            "report": report.key,
            "number": note.number,
            "term": note.term,
            "explanation": note.explanation,
            "passage": note.paragraph,
            "url": report.note_address(note),
        }
        for note in report.text.notes
    ]
