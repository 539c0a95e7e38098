"""The full text: every line of the report, each sentence with its own address, notes beside their paragraph."""

from __future__ import annotations

from dataclasses import dataclass, replace

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.model.text import Heading, Mark, Note, Paragraph
from disclosure.pages import citation, records
from disclosure.pages.page import Link, Page, article_meta, home_crumb, iso, minute
from disclosure.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, then perhaps the mark of a note (``None`` if none): text is always shown before its mark."""

    text: str
    mark: int | None = None


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence; the run-in head and its full stop come as one with an empty id."""

    id: str
    pieces: tuple[Piece, ...]
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note under its source number; ``address`` is its entry in the glossary."""

    number: int
    text: str
    address: str


@dataclass(frozen=True, slots=True)
class ParagraphView:
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


@dataclass(frozen=True, slots=True)
class SectionView:
    """A heading with its paragraphs; the part's own paragraphs come under the part's heading."""

    id: str
    title: str
    level: int
    paragraphs: tuple[ParagraphView, ...]
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True)
class TextView:
    """The page. ``citation`` is completed in the browser by the reader's day and the passage's address."""

    opening: tuple[ParagraphView, ...]
    sections: tuple[SectionView, ...]
    overview: Link
    source: Link
    citation: str
    address: str


def page(catalog: Catalog, report: Report) -> Page:
    meta = report.meta
    here = address.text(report.key)
    overview = Link(meta.title, address.report(report.key))
    return Page(
        "text",
        here,
        "pages/text.html",
        _("{title}（全文）").format(title=meta.title),
        _("{title}全文，逐段逐句可引用，附{n}条注释").format(title=meta.title, n=len(report.text.notes)),
        _view(catalog, report, overview),
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
        tuple(_paragraph(report, one, notes) for one in report.text.opening),
        _sections(report, notes),
        overview,
        Link(file, address.source(report.key, file)),
        citation.report(report),
        citation.absolute(catalog.site.address, address.text(report.key)),
    )


def _sections(report: Report, notes: dict[int, Note]) -> tuple[SectionView, ...]:
    headings = report.text.headings
    links: list[Link | None] = [None, *(_section_link(report, one) for one in headings), None]
    return tuple(
        SectionView(
            one.id,
            one.title,
            one.level,
            tuple(_paragraph(report, p, notes) for p in report.text.paragraphs if p.section == one.id),
            links[n],
            links[n + 2],
        )
        for n, one in enumerate(headings)
    )


def _section_link(report: Report, heading: Heading) -> Link:
    return Link(heading.title, address.passage(report.key, heading.id))


def _paragraph(report: Report, one: Paragraph, notes: dict[int, Note]) -> ParagraphView:
    spans = [(sentence.id, sentence.start, sentence.end) for sentence in one.sentences]
    sentences = [SentenceView(id, _pieces(one, start, end)) for id, start, end in spans]
    begin = spans[0][1] if spans else len(one.text)
    if begin:
        sentences.insert(0, SentenceView("", _pieces(one, 0, begin), True))
    referred = tuple(_note(report, mark, notes) for mark in one.marks)
    retired = tuple(old for old, new in report.meta.retired.items() if new == one.id)
    return ParagraphView(one.id, tuple(sentences), referred, _records(report, one), retired)


def _records(report: Report, one: Paragraph) -> tuple[Link, ...]:
    quoting = [each for each in report.quoting if each.span.passage == one.id]
    return tuple(replace(records.link(each), note=records.quote(report, each.span).link.label) for each in quoting)


def _pieces(one: Paragraph, start: int, end: int) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for mark in one.marks:
        # A mark before the first letter belongs to the first piece, which has no sentence before it
        if start < mark.offset <= end or mark.offset == start == 0:
            pieces.append(Piece(one.text[start : mark.offset], mark.number))
            start = mark.offset
    if start < end:
        pieces.append(Piece(one.text[start:end]))
    return tuple(pieces)


def _note(report: Report, mark: Mark, notes: dict[int, Note]) -> NoteView:
    note = notes[mark.number]
    return NoteView(note.number, note.text, address.note(report.note_anchor(note)))
