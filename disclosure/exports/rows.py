"""Entries of the register to rows of the published data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Aimed, Commitment, Indicator, Observed, Result, ResultFigure, Target
from disclosure.catalog.followup import Ruling
from disclosure.coverage import ClauseAccount, FigureAccount
from disclosure.exports import following
from disclosure.exports.numbers import number
from disclosure.model import vocabulary
from disclosure.model.commitment import CommitmentRecord
from disclosure.model.text import Paragraph
from disclosure.model.vocabulary import Term
from disclosure.quantity import Quantity, deadline_for

if TYPE_CHECKING:
    # At run time only the schemas need them, and every start would wait for pydantic to take them in
    from disclosure.exports import shapes


def terms(words: Iterable[Term]) -> list[shapes.TermRow]:
    return [{"id": word.id, "label": word.label} for word in words]


def commitment(catalog: Catalog, report: Report, one: Commitment) -> shapes.CommitmentRow:
    record, became = one.located.value, report.follow[one.id]
    rulings = {each.target.id: each for each in became.rulings}
    supporting = (catalog.words.label(vocabulary.DEPARTMENTS, label) for label in record.supporting)
    lead = catalog.words.label(vocabulary.DEPARTMENTS, record.lead) if record.lead else None
    return {
        "id": one.id,
        "report": one.report,
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
        "targets": [target(catalog, each, rulings[each.id], record, report.meta.year) for each in one.targets],
        "deadline": one.deadline.isoformat(),
        "deadline_stated": one.deadline_stated,
        "leader": record.leader,
        "lead": terms([lead])[0] if lead else None,
        "supporting": terms(word for word in supporting if word),
        "topics": terms(one.topics),
        "group": one.group or None,
        "grouped": list(one.grouped),
        "results": list(one.results),
        "reported": following.said(became.reported),
        "evidenced": following.stated(became.evidenced),
        "schedule": terms([became.schedule])[0] if became.schedule else None,
        "absence": following.absence(became.absence),
        "official_verdict": following.official(became.official),
        "adjustments": [following.adjustment(each) for each in became.adjustments],
        "vote": following.vote(became.vote),
        "satisfaction": following.satisfaction(became.satisfaction),
        "updates": [each.id for each in became.updates],
        "url": address.commitment(one.report, one.id),
    }


def head(paragraph: Paragraph) -> str | None:
    return paragraph.text[: paragraph.head] or None


def target(catalog: Catalog, one: Target, ruling: Ruling, record: CommitmentRecord, year: int) -> shapes.TargetRow:
    quantity = one.quantity
    written = record.targets[int(one.id.rpartition("/")[2]) - 1]
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
        "baseline": baseline(one.baseline) if one.baseline else None,
        "verdict": following.verdict(ruling),
        "plan": [each for each in map(number, written.plan) if each is not None],
    }


def operator(catalog: Catalog, quantity: Quantity) -> shapes.OperatorRow:
    id = quantity.operator.value
    return {"operator": id, "operator_label": catalog.words.id(vocabulary.OPERATORS, id).label}


def baseline(one: ResultFigure) -> shapes.BaselineRow:
    return {
        "figure": one.id,
        "written": one.written,
        "value": number(one.quantity.value),
        "unit": one.quantity.unit,
    }


def result(catalog: Catalog, one: Result) -> shapes.ResultRow:
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
        "commitments": list(one.commitments),
        "url": address.result(one.report, one.id),
    }


def figure(catalog: Catalog, one: ResultFigure) -> shapes.FigureRow:
    return {
        "id": one.id,
        "measure": one.measure,
        "written": one.written,
        **operator(catalog, one.quantity),
        "value": number(one.quantity.value),
        "unit": one.quantity.unit,
        "qualifier": one.quantity.qualifier,
        "growth": one.growth,
        "vintage": one.vintage.id if one.vintage else None,
        "vintage_label": one.vintage.label if one.vintage else None,
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
        "note": one.note or None,
    }


def observation(one: Observed) -> shapes.ObservationRow:
    return {
        "period": one.period,
        "report": one.report,
        "figure": one.figure.id,
        "written": one.figure.written,
        "value": number(one.figure.quantity.value),
        "vintage": one.figure.vintage.id if one.figure.vintage else None,
        "vintage_label": one.figure.vintage.label if one.figure.vintage else None,
    }


def aim(catalog: Catalog, one: Aimed) -> shapes.AimRow:
    return {
        "period": one.period,
        "report": one.report,
        "target": one.target.id,
        "written": one.target.written,
        **operator(catalog, one.target.quantity),
        "value": number(one.target.quantity.value),
        "implied": number(one.implied),
        "implied_unit": one.implied_unit or None,
    }


def covered_figure(key: str, one: FigureAccount) -> shapes.CoveredFigure:
    return {
        "report": key,
        "passage": one.span.passage,
        "start": one.span.start,
        "end": one.span.end,
        "text": one.text,
        "class": one.kind,
        "record": one.record or None,
        "reason": one.reason.id if one.reason else None,
        "reason_label": one.reason.label if one.reason else None,
    }


def covered_clause(key: str, one: ClauseAccount) -> shapes.CoveredClause:
    return {
        "report": key,
        "passage": one.span.passage,
        "start": one.span.start,
        "end": one.span.end,
        "text": one.text,
        "records": list(one.records),
        "reason": one.reason.id if one.reason else None,
        "reason_label": one.reason.label if one.reason else None,
    }


def paragraph(one: Paragraph) -> shapes.ParagraphRow:
    return {"id": one.id, "section": one.section or None, "head": head(one), "text": one.text}


def glossary(one: Report) -> list[shapes.GlossaryRow]:
    return [
        {
            "report": one.key,
            "number": note.number,
            "term": note.term,
            "explanation": note.explanation,
            "passage": note.paragraph,
            "url": address.note(one.note_anchor(note)),
        }
        for note in one.text.notes
    ]
