"""What can be found in a report's text: paragraphs with the records that quote them, headings, notes."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalog import address, section_pages
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment, Result
from disclosure.model.text import Heading, Paragraph
from disclosure.pages import facets
from disclosure.pages.document import Document
from disclosure.search.facets import FILED
from disclosure.translation import gettext as _

# The kind that most promises are of: to find it by its name would find nearly everything
ORDINARY = "task"


def documents(catalog: Catalog, report: Report) -> Iterator[Document]:
    """After each paragraph the records that quote it: what shares a passage stands together."""
    filed = _filed(catalog, report)
    for paragraph in report.text.passages:
        yield _paragraph(report, paragraph)
        yield from (
            _record(report, paragraph, one, filed.get(one.id, {})) for one in report.quoted_in.get(paragraph.id, ())
        )
    yield from (_heading(report, heading) for heading in report.text.headings)
    for note in report.text.notes:
        where = report.note_address(note)
        yield Document(kind="note", address=where, title=note.term, text=note.explanation, place=report.meta.title)


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


def _record(
    report: Report, paragraph: Paragraph, one: Commitment | Result, filed: dict[str, tuple[str, ...]]
) -> Document:
    is_commitment = isinstance(one, Commitment)
    return Document(
        kind="commitment" if is_commitment else "result",
        address=section_pages.shown_at(report.register, one),
        title=one.title,
        text=one.quote,
        place=report.label(paragraph),
        passage=paragraph.id,
        start=one.span.start,
        end=one.span.end,
        section=_section(report, one.section),
        topics=tuple(topic.id for topic in one.topics),
        outcome=report.outcomes[one.id].id if is_commitment else "",
        also=one.kind.label if is_commitment and one.kind.id != ORDINARY else "",
        filed=filed,
    )


def _filed(catalog: Catalog, report: Report) -> dict[str, dict[str, tuple[str, ...]]]:
    """Under what each promise is filed, by its id."""
    found = {one.id: one.of for one in facets.values(catalog, report)}
    return {
        one.id: {name: tuple(term.id for term in found[name][one.id]) for name in FILED}
        for one in report.register.commitments
    }


def _section(report: Report, id: str) -> str:
    return f"{report.key}/{id}" if id else ""


def _heading(report: Report, one: Heading) -> Document:
    return Document(
        kind="heading",
        address=address.passage(report.key, one.id),
        title=one.title,
        text="",
        place=report.meta.title,
        section=_section(report, one.id),
    )
