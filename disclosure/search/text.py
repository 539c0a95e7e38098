"""What can be found in a report's text: paragraphs with the records that quote them, headings, notes."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment, Result
from disclosure.catalog.followup import FollowUp
from disclosure.model.text import Paragraph
from disclosure.pages.document import Document
from disclosure.translation import gettext as _

NOT_REPORTED, NO_EVIDENCE = "no-information", "none-public"


def documents(_catalog: Catalog, report: Report) -> Iterator[Document]:
    yield from _passages(report)
    yield from _headings(report)
    yield from _notes(report)


def _passages(report: Report) -> Iterator[Document]:
    """Each paragraph, and after it the records that quote it: what shares a passage stands together."""
    quoting: dict[str, list[Commitment | Result]] = {}
    for one in report.quoting:
        quoting.setdefault(one.span.passage, []).append(one)
    for paragraph in report.text.passages:
        yield _paragraph(report, paragraph)
        yield from (_record(report, paragraph, one) for one in quoting.get(paragraph.id, ()))


def _paragraph(report: Report, one: Paragraph) -> Document:
    title = one.text[: one.head] if one.head else _("第 {id} 段").format(id=one.id)
    return Document(
        kind="paragraph",
        address=address.passage(report.key, one.id),
        title=title,
        text=one.text,
        place=report.label(one),
        passage=one.id,
        end=len(one.text),
        sentences=tuple(sentence.start for sentence in one.sentences),
        section=_section(report, one.section),
    )


def _record(report: Report, paragraph: Paragraph, one: Commitment | Result) -> Document:
    is_commitment = isinstance(one, Commitment)
    where = address.commitment if is_commitment else address.result
    return Document(
        kind="commitment" if is_commitment else "result",
        address=where(report.key, one.id),
        title=one.title,
        text=one.quote,
        place=report.label(paragraph),
        passage=paragraph.id,
        start=one.span.start,
        end=one.span.end,
        section=_section(report, one.section),
        topics=tuple(topic.id for topic in one.topics),
        status=_status(report.follow[one.id]) if is_commitment else "",
    )


def _status(one: FollowUp) -> str:
    """What was reported; where nothing was and there is public evidence, what that says."""
    if one.reported.term.id == NOT_REPORTED and one.evidenced and one.evidenced.term.id != NO_EVIDENCE:
        return one.evidenced.term.id
    return one.reported.term.id


def _section(report: Report, id: str) -> str:
    return f"{report.key}/{id}" if id else ""


def _headings(report: Report) -> Iterator[Document]:
    for one in report.text.headings:
        where = address.passage(report.key, one.id)
        yield Document(
            kind="heading",
            address=where,
            title=one.title,
            text="",
            place=report.meta.title,
            section=_section(report, one.id),
        )


def _notes(report: Report) -> Iterator[Document]:
    for note in report.text.notes:
        where = address.note(report.note_anchor(note))
        yield Document(kind="note", address=where, title=note.term, text=note.explanation, place=report.meta.title)
