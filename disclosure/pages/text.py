"""The full text: every line of the report, each sentence with its own address, notes beside their paragraph."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.model.text import Mark, Note, Paragraph
from disclosure.pages import annotation, citation, digest, records
from disclosure.pages.annotation import Cover, Piece, pieces
from disclosure.pages.page import Link, Page, article_meta, home_crumb, iso, minute
from disclosure.translation import gettext as _


class SentenceView(Struct, frozen=True):
    """A sentence; the run-in head and its full stop come as one with an empty id."""

    id: str
    pieces: tuple[Piece, ...]
    is_head: bool = False


class NoteView(Struct, frozen=True):
    """A note under its source number; ``address`` is its entry in the glossary."""

    number: int
    text: str
    address: str


class ParagraphView(Struct, frozen=True, kw_only=True):
    """A paragraph, the notes it refers to and the records that quote it, each with its sentence as the note.

    ``retired`` are ids that lead here now.
    """

    id: str
    sentences: tuple[SentenceView, ...]
    notes: tuple[NoteView, ...]
    records: tuple[Link, ...]
    retired: tuple[str, ...]

    @property
    def numbered(self) -> tuple[SentenceView, ...]:
        return tuple(one for one in self.sentences if one.id)


class SectionView(Struct, frozen=True, kw_only=True):
    """A heading with its paragraphs; the part's own paragraphs come under the part's heading.

    ``digest`` leads to what the editors make of it.
    """

    id: str
    title: str
    level: int
    digest: Link | None
    paragraphs: tuple[ParagraphView, ...]
    previous: Link | None
    next: Link | None


class TextView(Struct, frozen=True, kw_only=True):
    """The page. ``citation`` is completed in the browser by the reader's day and the passage's address.

    ``kinds`` are those of the pieces that lead anywhere; empty where no record quotes the report.
    """

    opening: tuple[ParagraphView, ...]
    sections: tuple[SectionView, ...]
    overview: Link
    digest: Link | None
    source: Link
    citation: str
    address: str
    kinds: tuple[str, ...]


def page(catalog: Catalog, report: Report) -> Page:
    meta = report.meta
    here = address.text(report.key)
    overview = Link(meta.title, address.report(report.key))
    return Page(
        kind="text",
        address=here,
        title=_("{title}（全文）").format(title=meta.title),
        description=_("{title}全文，逐段逐句可引用，附{n}条注释").format(title=meta.title, n=len(report.text.notes)),
        view=_view(catalog, report, overview),
        meta=article_meta(meta.title, meta.published, meta.disclosure.publisher or catalog.site.title),
        crumbs=(home_crumb(), overview, Link(_("全文"), here, True)),
        anchors=anchors(report),
        published=minute(meta.published),
        updated=iso(report.updated),
        source=report.path,
    )


def anchors(report: Report) -> frozenset[str]:
    """Every fragment of the full text: sections, paragraphs, sentences and notes."""
    ids = [line.id for line in report.text.lines]
    ids += [sentence.id for paragraph in report.text.passages for sentence in paragraph.sentences]
    ids += [f"note-{note.number}" for note in report.text.notes]
    ids += [old for old, new in report.meta.retired.items() if new in report.by_id]
    return frozenset(ids + [f"ref-{note.number}" for note in report.text.notes])


def _view(catalog: Catalog, report: Report, overview: Link) -> TextView:
    notes = {note.number: note for note in report.text.notes}
    file = report.meta.source.file
    return TextView(
        opening=tuple(_paragraph(report, one, notes) for one in report.text.opening),
        sections=_sections(report, notes),
        overview=overview,
        digest=digest.link(report),
        source=Link(file, address.source(report.key, file)),
        citation=citation.report(report),
        address=citation.absolute(catalog.site.address, address.text(report.key)),
        kinds=_kinds(report),
    )


def _kinds(report: Report) -> tuple[str, ...]:
    """What is marked in the text, for the legend."""
    register = report.register
    found = (
        ("commitment", register.commitments),
        ("result", register.results),
        ("term", report.text.notes),
        ("entity", report.mentions.passages),
    )
    grouped = any(one.group for one in register.records)
    switches = ("also", "plain") if grouped else ("plain",)
    return (*(kind for kind, any_of in found if any_of), *switches) if register.records else ()


def _sections(report: Report, notes: dict[int, Note]) -> tuple[SectionView, ...]:
    headings = report.text.headings
    links: list[Link | None] = [None, *(Link(one.title, address.passage(report.key, one.id)) for one in headings), None]
    within = records.by_section(report, report.text.paragraphs)
    return tuple(
        SectionView(
            id=one.id,
            title=one.title,
            level=one.level,
            digest=digest.link(report, one.id),
            paragraphs=tuple(_paragraph(report, p, notes) for p in within.get(one.id, ())),
            previous=links[n],
            next=links[n + 2],
        )
        for n, one in enumerate(headings)
    )


def _paragraph(report: Report, one: Paragraph, notes: dict[int, Note]) -> ParagraphView:
    terms = tuple(annotation.terms(report, one))
    covers = (*terms, *annotation.entities(report, one, terms), *annotation.records(report, one))
    referred = tuple(_note(report, mark, notes) for mark in one.marks)
    retired = tuple(old for old, new in report.meta.retired.items() if new == one.id)
    return ParagraphView(
        id=one.id, sentences=sentences(one, *covers), notes=referred, records=_records(report, one), retired=retired
    )


def sentences(one: Paragraph, *covers: Cover) -> tuple[SentenceView, ...]:
    """The run-in head, if there is one, and the sentences of a paragraph."""
    made = [SentenceView(each.id, pieces(one, each.start, each.end, covers)) for each in one.sentences]
    begin = one.sentences[0].start if one.sentences else len(one.text)
    head = [SentenceView("", pieces(one, 0, begin, covers), True)] if begin else []
    return (*head, *made)


def _records(report: Report, one: Paragraph) -> tuple[Link, ...]:
    quoting = report.quoted_in.get(one.id, ())
    quotes, links = records.quotes(report), records.linked(report)
    return tuple(
        replace(links[each.id], note=quotes[each.id].link.label.removeprefix(f"{one.id} ")) for each in quoting
    )


def _note(report: Report, mark: Mark, notes: dict[int, Note]) -> NoteView:
    note = notes[mark.number]
    return NoteView(note.number, note.text, report.note_address(note))
