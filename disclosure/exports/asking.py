"""Missing documents and requests for them, to rows of the published data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure.catalog import address
from disclosure.catalog.catalog import Report
from disclosure.catalog.followup import AwaitedDocument
from disclosure.catalog.requests import DisclosureRequest, RequestAnswer
from disclosure.exports.following import day, evidence
from disclosure.source import prose

if TYPE_CHECKING:
    # As in rows.py
    from disclosure.exports.shapes import asking as shapes


def document(report: Report, one: AwaitedDocument) -> shapes.DocumentRow:
    record = one.located.value
    name = f"{report.key}/{one.id}"
    return {
        "id": one.id,
        "report": report.key,
        "name": one.name,
        "holder": one.holder,
        "office": record.office,
        "way": record.way,
        "expected": record.expected,
        "because": record.because,
        "basis": record.basis,
        "contents": record.contents,
        "settles": list(one.commitments),
        "open": list(report.missing(one)),
        "found": evidence(one.found) if one.found else None,
        "requests": [request.id for request in report.requests if name in request.meta.documents],
        "url": address.awaited(report.key, one.id),
    }


def request(one: DisclosureRequest) -> shapes.RequestRow:
    meta = one.meta
    return {
        "id": one.id,
        "report": one.reports[0],
        "title": one.title,
        "date": one.sent.isoformat(),
        "published": one.published.strftime("%Y-%m-%d %H:%M"),
        "holder": one.holder,
        "documents": list(meta.documents),
        "commitments": list(meta.commitments),
        "asks": meta.asks,
        "channel": meta.channel,
        "receipt": meta.receipt,
        "received": day(meta.received),
        "due": one.deadline.day.isoformat(),
        "first_due": one.deadline.first.isoformat(),
        "provisional": list(one.deadline.doubts),
        "because": one.deadline.because or None,
        "extended": extension(one),
        "state": one.state.value,
        "state_label": one.word.label,
        "state_note": one.word.note,
        "answer": answer(one.answer) if one.answer else None,
        "text": one.body.strip(),
        "plain": prose.plain(one.rendered.html),
        "url": address.request(one.id),
    }


def extension(one: DisclosureRequest) -> shapes.ExtensionRow | None:
    record = one.meta.extended
    if record is None:
        return None
    return {
        "date": record.date.isoformat(),
        "days": record.days,
        "reason": record.reason,
        "evidence": [evidence(each) for each in one.notices],
    }


def answer(one: RequestAnswer) -> shapes.RequestAnswerRow:
    return {
        "result": one.result.id,
        "result_label": one.result.label,
        "date": one.day.isoformat(),
        "number": one.number or None,
        "says": one.says or None,
        "reason": one.reason or None,
        "about": list(one.about),
        "evidence": [evidence(each) for each in one.evidence],
    }
