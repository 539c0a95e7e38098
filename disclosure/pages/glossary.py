"""The glossary: each term the report explains, with the sentence that uses it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.model.text import Note
from disclosure.pages import paging
from disclosure.pages.page import Link, Page, column
from disclosure.pages.paging import ListPosition
from disclosure.translation import gettext as _

# So many districts on a page
WAYS = 200


class TermView(Struct, frozen=True, kw_only=True):
    """A term. ``before`` + ``word`` + ``after`` is the sentence that refers to the note, verbatim."""

    number: int
    anchor: str
    term: str
    explanation: str
    before: str
    word: str
    after: str
    sentence: Link


class GlossaryView(Struct, frozen=True):
    """The terms of each report that explains any, newest report first; or the ``ways`` to where they are, which may go
    on on further pages."""

    reports: tuple[tuple[str, tuple[TermView, ...]], ...]
    ways: tuple[Link, ...] = ()
    position: ListPosition = paging.ALONE


def page(catalog: Catalog, reports: Iterable[tuple[str, tuple[TermView, ...]]]) -> Page:
    """The terms of each report by its title, newest first; its address stands though no report explains any."""
    explaining = tuple(one for one in reports if one[1])
    count = sum(len(terms) for _title, terms in explaining)
    said = _("报告注释里解释的{n}个名词，每个附报告中用到它的句子").format(n=count)
    return column(
        catalog,
        type="政策解读",
        kind="glossary",
        address=address.GLOSSARY,
        title=_("名词解释"),
        description=said if count else _("收录的报告都没有注释，没有解释名词。"),
        view=GlossaryView(explaining),
        anchors=frozenset(term.anchor for _title, terms in explaining for term in terms),
    )


def of_many(catalog: Catalog, ways: Sequence[Link]) -> Iterator[Page]:
    """Where a site has many districts: the terms of each report stand on a page of its own."""
    title, where = _("名词解释"), partial(address.further, address.GLOSSARY)
    sheets = paging.cut([ways] if ways else [], WAYS, len, paging.within)
    for shown, position in paging.paged(sheets, title, where):
        yield column(
            catalog,
            type="政策解读",
            kind=paging.kind("glossary", position.number),
            address=where(position.number),
            title=paging.title(title, position.number),
            description=_("名词解释在各份报告自己的页上；下面是各区县最新一份有注释的报告，其他年份从区县的首页去"),
            view=GlossaryView((), tuple(way for part in shown for way in part), position),
        )


def where(report: Report) -> str:
    """Where its terms are explained: among those of all reports, or where a site has many districts on a page of its
    own."""
    return address.page("glossary", report.key) if report.district else address.GLOSSARY


def of_report(catalog: Catalog, report: Report) -> Iterator[Page]:
    """The terms of one report, where the site has many districts."""
    explained = tuple(terms(report)) if report.district else ()
    if explained:
        yield column(
            catalog,
            Link(report.meta.title, address.report(report.key)),
            type="政策解读",
            kind="terms",
            address=where(report),
            title=_("名词解释"),
            description=_("{title}的注释里解释的{n}个名词，每个附用到它的句子").format(
                title=report.meta.title, n=len(explained)
            ),
            view=GlossaryView(((report.meta.title, explained),)),
            anchors=frozenset(term.anchor for term in explained),
        )


def terms(report: Report) -> Iterator[TermView]:
    return (_term(report, note) for note in report.text.notes)


def _term(report: Report, note: Note) -> TermView:
    paragraph = report.by_id[note.paragraph]
    inside = (s for s in paragraph.sentences if s.start < note.offset <= s.end)
    sentence = next(inside, None)
    start, end = (sentence.start, sentence.end) if sentence else (0, len(paragraph.text))
    id = sentence.id if sentence else paragraph.id
    begin = _word_start(paragraph.text, note, start)
    return TermView(
        number=note.number,
        anchor=report.note_anchor(note),
        term=note.term,
        explanation=note.explanation,
        before=paragraph.text[start:begin],
        word=paragraph.text[begin : note.offset],
        after=paragraph.text[note.offset : end],
        sentence=Link(_("在全文中查看"), address.passage(report.key, id)),
    )


def _word_start(text: str, note: Note, start: int) -> int:
    """Where the explained word begins: the term as it ends at the mark, quotes or not."""
    for word in (f"“{note.term}”", note.term):
        if text.endswith(word, start, note.offset):
            return note.offset - len(word)
    return note.offset
