"""What became of the promises, to rows of the published data; days and numbers as JSON has them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from disclosure.catalog import address
from disclosure.catalog.catalog import Report
from disclosure.catalog.entries import Check
from disclosure.catalog.evidence import Evidence
from disclosure.catalog.followup import (
    Absence,
    Adjustment,
    LaterAnswer,
    Observation,
    Official,
    Ruling,
    Satisfaction,
    Stated,
    Update,
    UpdateEntry,
    Vote,
)
from disclosure.catalog.outcome import VERSION as RULE
from disclosure.catalog.outcome import Outcome
from disclosure.model.vocabulary import Term
from disclosure.source import prose
from disclosure.verdict import Level

if TYPE_CHECKING:
    # As in rows.py
    from disclosure.exports.shapes import followup as shapes


def day(one: date | None) -> str | None:
    return one.isoformat() if one else None


def number(value: Decimal | None) -> float | int | None:
    """Whole ones without a point."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def update(report: Report, one: Update) -> shapes.UpdateRow:
    return {
        "id": one.id,
        "report": one.report,
        "title": one.title,
        "date": day(one.day),
        "event": one.event.written if one.event and one.event.is_known else None,
        "inferred": one.event.inferred or None if one.event else None,
        "recorded": one.recorded.isoformat(),
        "published": one.published.strftime("%Y-%m-%d %H:%M"),
        "commitments": [*one.commitments, *(f"{report}/{id}" for report, id in one.elsewhere)],
        "entries": [entry(each, one.report) for each in one.entries],
        "context": one.context or None,
        "reported": _id(one.reported),
        "reported_label": _label(one.reported),
        "evidenced": _id(one.evidenced),
        "evidenced_label": _label(one.evidenced),
        "searched": day(one.searched),
        "confidence": _id(one.confidence),
        "confidence_label": _label(one.confidence),
        "observations": [seen(observation) for observation in one.observations],
        "evidence": [evidence(each) for each in one.evidence],
        "entities": list(report.mentions.updates.get(one.id, ())),
        "text": one.body.strip(),
        "plain": prose.plain(one.rendered.html),
        "url": address.update(one.report, one.id),
    }


def progress(one: Update) -> shapes.ProgressRow:
    return {"update": one.id, "title": one.title, "date": day(one.day)}


def entry(one: UpdateEntry, own: str) -> shapes.EntryRow:
    return {
        "commitment": one.commitment if one.report == own else f"{one.report}/{one.commitment}",
        "reported": _id(one.reported),
        "reported_label": _label(one.reported),
        "evidenced": _id(one.evidenced),
        "evidenced_label": _label(one.evidenced),
        "searched": day(one.searched),
    }


def _id(term: Term | None) -> str | None:
    return term.id if term else None


def _label(term: Term | None) -> str | None:
    return term.label if term else None


def seen(observation: Observation) -> shapes.SeenRow:
    origin = observation.origin
    return {
        "target": observation.target,
        "until": observation.seen.until.isoformat(),
        "value": number(observation.seen.value),
        "unit": observation.seen.unit,
        "vintage": _id(observation.vintage),
        "vintage_label": _label(observation.vintage),
        "basis": _id(observation.basis),
        "basis_label": _label(observation.basis),
        "done": day(observation.seen.done),
        "open": observation.seen.open,
        "started": observation.seen.started,
        "base": _level(observation.seen.base),
        "reference": _level(observation.seen.reference),
        "denominator": number(observation.seen.denominator),
        "counts": [{"period": period, "count": count} for period, count in observation.seen.counts],
        "update_report": origin.report if origin.kind == "update" else None,
        "update": origin.id if origin.kind == "update" else None,
        "indicator": origin.id if origin.kind == "indicator" else None,
        "figure": f"{origin.report}/{origin.id}" if origin.kind == "answer" else None,
    }


def _level(one: Level | None) -> shapes.LevelRow | None:
    return {"name": one.name, "value": number(one.value)} if one else None


def answer(one: LaterAnswer) -> shapes.AnswerRow:
    return {
        "report": one.report,
        "result": one.result,
        "title": one.title,
        "date": one.day.isoformat(),
        "url": address.result(one.report, one.result),
    }


def evidence(one: Evidence) -> shapes.EvidenceRow:
    return {
        "publisher": one.publisher or None,
        "passage": one.passage or None,
        "title": one.title or None,
        "url": one.url or None,
        "locator": one.locator or None,
        "date": day(one.day),
        "retrieved": day(one.retrieved),
        "seen": _id(one.seen),
        "seen_label": _label(one.seen),
        "excerpt": one.excerpt,
        "says": one.says or None,
        "does_not_say": one.does_not_say or None,
        "snapshot": one.snapshot or None,
        "sha256": one.sha256 or None,
        "dead": day(one.dead),
    }


def check(one: Check) -> shapes.CheckRow:
    return {
        "outcome": one.term.id,
        "outcome_label": one.term.label,
        "date": one.day.isoformat(),
        "what": one.what,
        "evidence": [evidence(each) for each in one.evidence],
    }


def verdict(ruling: Ruling) -> shapes.VerdictRow:
    said = ruling.settled.verdict
    return {
        "result": ruling.term.id,
        "result_label": ruling.term.label,
        "rule": said.rule,
        "rubric": said.rubric,
        "working": said.working,
        "percent": number(said.percent),
        "lacks": list(said.lacks),
        "notes": list(said.notes),
        "schedule": ruling.schedule.id,
        "schedule_label": ruling.schedule.label,
        "expected": number(ruling.expected),
        "adjusted": ruling.changed.verdict.working if ruling.changed else None,
    }


def outcome(one: Outcome) -> shapes.OutcomeRow:
    return {
        "id": one.id,
        "label": one.label,
        "counts": one.counts,
        "note": one.note or None,
        "rule": RULE,
    }


def said(one: Stated) -> shapes.StatedRow:
    return {
        "status": one.term.id,
        "status_label": one.term.label,
        "since": day(one.since),
        "update": one.update or None,
    }


def absence(one: Absence) -> shapes.AbsenceRow:
    return {
        "absence": one.term.id,
        "absence_label": one.term.label,
        "searched": day(one.searched),
        "where": one.where or None,
        "settles": one.settled_by or None,
        "documents": [each.id for each in one.documents],
        "places": [{"id": each.id, "name": each.name, "looked": day(each.day)} for each in one.looks],
    }


def adjustment(one: Adjustment) -> shapes.AdjustmentRow:
    return {
        "date": one.day.isoformat(),
        "target": one.target or None,
        "old": one.old,
        "new": one.new,
        "by": one.by,
        "decision": one.decision.id,
        "decision_label": one.decision.label,
        "asked_by": one.asked_by or None,
        "asked": day(one.asked),
        "reason": one.reason or None,
        "votes": list(one.votes) if one.votes else None,
        "document": evidence(one.document),
    }


def official(one: Official) -> shapes.OfficialRow:
    return {
        "said": one.said,
        "result": one.term.id,
        "result_label": one.term.label,
        "target": one.target or None,
        "date": one.day.isoformat(),
        "differs": one.differs,
        "source": evidence(one.source),
    }


def vote(one: Vote) -> shapes.VoteRow:
    return {
        "adopted": one.term.id,
        "adopted_label": one.term.label,
        "date": day(one.day),
        "counts": list(one.counts) if one.counts else None,
        "source": evidence(one.source),
    }


def satisfaction(one: Satisfaction) -> shapes.SatisfactionRow:
    return {"date": one.day.isoformat(), "counts": list(one.counts), "source": evidence(one.source)}
