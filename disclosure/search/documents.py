"""What can be found: of each report, and of the site.

To add a kind of document: its id in ``KINDS``, its label in ``head``, a function here and its name in
``MAKERS`` or ``LATER``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator

import nh3

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Narrative, Report
from disclosure.catalog.entries import Commitment, Indicator, Result
from disclosure.catalog.followup import FollowUp
from disclosure.model.text import Paragraph
from disclosure.search.document import Document
from disclosure.search.files import SearchContent
from disclosure.translation import gettext as _

NOT_REPORTED, NO_EVIDENCE = "no-information", "none-public"
HEADING = re.compile(r'<h[2-6] id="([^"]*)">(.*?)</h[2-6]>', re.S)


def of_report(catalog: Catalog, report: Report) -> SearchContent:
    """The documents of one report; nothing else is looked at."""
    return SearchContent(
        *(tuple(one for make in makers for one in make(catalog, report)) for makers in (MAKERS, LATER))
    )


def of_site(catalog: Catalog) -> SearchContent:
    """The documents that belong to no report."""
    narratives = (one for narrative in catalog.narratives for one in _narrative(narrative))
    return SearchContent((), (*narratives, *map(_indicator, catalog.indicators)))


def _passages(_catalog: Catalog, report: Report) -> Iterator[Document]:
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


def _headings(_catalog: Catalog, report: Report) -> Iterator[Document]:
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


def _notes(_catalog: Catalog, report: Report) -> Iterator[Document]:
    for note in report.text.notes:
        where = address.note(report.note_anchor(note))
        yield Document(kind="note", address=where, title=note.term, text=note.explanation, place=report.meta.title)


def _updates(_catalog: Catalog, report: Report) -> Iterator[Document]:
    """Each update with its evidence: who published what."""
    for one in report.updates:
        cited = (" ".join(filter(None, (each.publisher, each.title, each.says))) for each in one.evidence)
        text = " ".join((_plain(one.html), *cited)).strip()
        yield Document(
            kind="update",
            address=address.update(report.key, one.id),
            title=one.title,
            text=text,
            place=report.meta.title,
        )


def _indicator(one: Indicator) -> Document:
    said = (_("{year}年{written}").format(year=each.period, written=each.figure.written) for each in one.observations)
    wanted = (_("{year}年目标{written}").format(year=each.period, written=each.target.written) for each in one.targets)
    text = _("；").join((*said, *wanted, one.note)).strip(_("；"))
    return Document(kind="indicator", address=address.indicator(one.id), title=one.name, text=text, place=_("指标"))


def _narrative(one: Narrative) -> Iterator[Document]:
    pieces = HEADING.split(one.rendered.html)
    heads = [("", one.meta.title), *zip(pieces[1::3], map(_plain, pieces[2::3]), strict=True)]
    for (id, title), body in zip(heads, pieces[::3], strict=True):
        text = _plain(body)
        if text or id:
            yield Document(
                kind="narrative",
                address=one.address + (f"#{id}" if id else ""),
                title=title,
                text=text,
                place=one.meta.title,
            )


def _plain(markup: str) -> str:
    return " ".join(html.unescape(nh3.clean(markup, tags=set())).split())


Maker = Callable[[Catalog, Report], Iterable[Document]]

MAKERS: tuple[Maker, ...] = (_passages, _headings, _notes)
# Read once the first hits are on the page
LATER: tuple[Maker, ...] = (_updates,)
