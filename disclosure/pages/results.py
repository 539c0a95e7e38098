"""What the report says was achieved last year: a line each, section by section, that leads to the result in full."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from disclosure.catalog import address, data_folder, section_pages
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Result
from disclosure.grouping import grouped
from disclosure.model import vocabulary
from disclosure.pages import by_district, records, vanished
from disclosure.pages.page import Link, Page, column, iso
from disclosure.pages.share import ShareLink, share
from disclosure.translation import gettext as _

# So many results have their lines on the page; of more, a few of each section, and a script leads to the others
LINES, FEW = 300, 8
# Results of one outcome that are named before the sections
CHECKED = 20


class ResultLine(Struct, frozen=True):
    """A result by its title, which leads to where it stands in full."""

    id: str
    link: Link


class ResultGroup(Struct, frozen=True, kw_only=True):
    """The results of a section, as far as they are shown; ``id`` is the section's.

    Where not all are, ``pages`` lead to each page of the section that has any: the first and the last of them, and
    (as the note) all, by their ids.
    """

    id: str
    heading: Link
    count: str
    lines: tuple[ResultLine, ...]
    pages: tuple[Link, ...]


class ResultsView(Struct, frozen=True, kw_only=True):
    """``counts`` are label and number: all, then by kind; ``checked`` are the results that were held against other
    material, by what came of it last."""

    groups: tuple[ResultGroup, ...]
    counts: tuple[tuple[str, int], ...]
    checked: tuple[tuple[str, tuple[Link, ...]], ...]
    share: ShareLink | None
    commitments: Link | None
    vanished: Link | None
    data: tuple[Link, ...]


def page(catalog: Catalog, report: Report) -> Page:
    year, results = report.meta.year - 1, report.register.results
    groups = tuple(_groups(report))
    return column(
        catalog,
        Link(report.meta.title, address.report(report.key)),
        kind="results",
        address=address.results(report.key),
        title=_("{year}年成果和不足").format(year=year),
        description=_("报告所说的{year}年{n}项成果和不足").format(year=year, n=len(results)),
        view=ResultsView(
            groups=groups,
            counts=tuple(_counts(catalog, results)),
            checked=tuple(_checked(catalog, report)),
            share=share(report),
            commitments=_commitments(report),
            vanished=Link(_("没有再写的数字"), by_district.led(address.VANISHED, report.district))
            if vanished.lines(catalog, report)
            else None,
            data=(
                Link(_("成果数据（CSV）"), data_folder.of_report(report).csv("results")),
                Link(_("成果数据（JSON）"), data_folder.of_report(report).json("results")),
            ),
        ),
        anchors=frozenset([*(group.id for group in groups), *(one.id for group in groups for one in group.lines)]),
        updated=iso(report.updated),
    )


def _commitments(report: Report) -> Link | None:
    """The way to the year's commitments, where there are any."""
    if not report.register.commitments:
        return None
    return Link(_("{year}年承诺").format(year=report.meta.year), address.commitments(report.key))


def _counts(catalog: Catalog, results: tuple[Result, ...]) -> Iterator[tuple[str, int]]:
    yield _("全部"), len(results)
    for label in catalog.words.labels(vocabulary.RESULT_KINDS):
        yield label, sum(one.kind.label == label for one in results)


def _checked(catalog: Catalog, report: Report) -> Iterator[tuple[str, tuple[Link, ...]]]:
    links = records.linked(report)
    by_label = grouped((one.checks[-1].term.label, links[one.id]) for one in report.register.results if one.checks)
    for label in catalog.words.labels(vocabulary.CHECKS):
        if label in by_label:
            found = by_label[label]
            yield _("{label} {n}项").format(label=label, n=len(found)), tuple(found[:CHECKED])


def _groups(report: Report) -> Iterator[ResultGroup]:
    every = report.register.results
    sections = records.by_section(report, every)
    most = len(every) if len(every) <= LINES else max(1, min(FEW, LINES // len(sections)))
    for id, inside in sections.items():
        first = section_pages.shown_at(report.register, inside[0]).partition("#")[0]
        yield ResultGroup(
            id=id,
            heading=Link(report.sections[id].title, first),
            count=_("{n}项").format(n=len(inside)),
            lines=tuple(_line(report, one) for one in inside[:most]),
            pages=tuple(_pages(report, inside)) if len(inside) > most else (),
        )


def _line(report: Report, one: Result) -> ResultLine:
    link = records.linked(report)[one.id]
    said = [link.note, *(check.term.label for check in one.checks[-1:])]
    return ResultLine(one.id, Link(link.label, link.address, note=_("，").join(said)))


def _pages(report: Report, inside: list[Result]) -> Iterator[Link]:
    found = grouped((section_pages.shown_at(report.register, one).partition("#")[0], one.id) for one in inside)
    for where, ids in found.items():
        label = _("{first}至{last}").format(first=ids[0], last=ids[-1]) if len(ids) > 1 else ids[0]
        yield Link(label, where, note=" ".join(ids))
