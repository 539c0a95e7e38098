"""Figures that are no longer given: measures of last year's results, or of the last report's targets, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from disclosure.catalog import address, vanished
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.vanished import Fate, GivenMeasure
from disclosure.pages import over, records
from disclosure.pages.once import once_in
from disclosure.pages.page import Link, Page, column
from disclosure.translation import gettext as _


class GoneLine(Struct, frozen=True, kw_only=True):
    """A measure with its figures; ``link`` leads to the record that gave it, ``followers`` to promises after it."""

    measure: str
    written: str
    link: Link
    followers: tuple[Link, ...]


class Measures(Struct, frozen=True, kw_only=True):
    """What the page needs of a report: what its targets left out, by fate, and by what its measures are known.

    ``aims`` are the measures of its targets on which the next report is to say something, each with what it is known
    by, ``keys`` of its results and targets together.
    """

    key: str
    title: str
    district: str
    year: int
    gone: tuple[tuple[Fate, GoneLine], ...]
    aims: tuple[tuple[tuple[str, ...], GoneLine], ...]
    keys: tuple[str, ...]


class GoneGroup(Struct, frozen=True):
    """Measures of one fate; ``id`` is an anchor."""

    id: str
    title: str
    lines: tuple[GoneLine, ...]


class VanishedPart(Struct, frozen=True, kw_only=True):
    key: str
    title: str
    groups: tuple[GoneGroup, ...]


class VanishedView(Struct, frozen=True):
    parts: tuple[VanishedPart, ...]


# So many reports are shown, the newest first
SHOWN = 10
MeasuresOf = Callable[[str], Measures]


def measures(catalog: Catalog, report: Report) -> Measures:
    aims, owed = vanished.aimed(catalog, report), vanished.owed(report)
    keys = vanished.known_keys((*aims, *vanished.reported(catalog, report)))
    return Measures(
        key=report.key,
        title=over.named(report.meta.title, report.meta.year, catalog.today),
        district=report.meta.district,
        year=report.meta.year,
        gone=lines(catalog, report),
        aims=tuple((tuple(sorted(one.keys)), _line(report, one, ())) for one in aims if one.record in owed),
        keys=tuple(sorted(keys)),
    )


@once_in
def lines(catalog: Catalog, report: Report) -> tuple[tuple[Fate, GoneLine], ...]:
    """What the report's targets left out of its results; nothing where its promises are not registered."""
    found = vanished.gone(catalog, report) if report.register.commitments else ()
    return tuple((one.fate, _line(report, one.given, one.followers)) for one in found)


def _line(report: Report, given: GivenMeasure, followers: tuple[str, ...]) -> GoneLine:
    return GoneLine(
        measure=given.measure,
        written=_("、").join(given.written),
        link=records.linked(report)[given.record],
        followers=records.links(report, followers),
    )


def page(catalog: Catalog, keys: Sequence[str], of: MeasuresOf) -> Page | None:
    """The page for reports by key, newest first; ``None`` where nothing is left out."""
    known = [of(key) for key in keys[: SHOWN + 1]]
    parts = [_part(one, _before(one, known)) for one in known[:SHOWN]]
    shown = tuple(part for part in parts if part.groups)
    if not shown:
        return None
    number = sum(len(group.lines) for part in shown for group in part.groups)
    return column(
        catalog,
        type="数据发布",
        kind="vanished",
        address=address.VANISHED,
        title=_("没有再写的数字"),
        description=_("上年写了、今年的目标没有再写的{n}个指标，逐个列出").format(n=number),
        view=VanishedView(shown),
        anchors=frozenset(group.id for part in shown for group in part.groups),
    )


def _before(one: Measures, known: Sequence[Measures]) -> Measures | None:
    """The same district's report of the year before."""
    return next((other for other in known if (other.district, other.year) == (one.district, one.year - 1)), None)


def _part(one: Measures, before: Measures | None) -> VanishedPart:
    return VanishedPart(key=one.key, title=one.title, groups=tuple(_groups(one, before)))


def _groups(one: Measures, before: Measures | None) -> Iterator[GoneGroup]:
    year, last = one.year, one.year - 1
    titles = (
        (Fate.SILENT, _("{last}年成果里的数字，{year}年没有对应的承诺")),
        (Fate.WORDS, _("{last}年成果里的数字，{year}年对应的承诺没有写数字")),
        (Fate.OTHER, _("{last}年成果里的数字，{year}年对应的承诺写的是别的数字")),
    )
    for fate, title in titles:
        found = tuple(line for its, line in one.gone if its == fate)
        if found:
            yield GoneGroup(f"{one.key}-{fate.value}", title.format(last=last, year=year), found)
    if before is not None:
        found = tuple(line for keys, line in before.aims if not set(keys) & set(one.keys))
        if found:
            title = _("{last}年报告定的目标，{year}年报告没有写结果，也没有再定")
            yield GoneGroup(f"{one.key}-unanswered", title.format(last=last, year=year), found)
