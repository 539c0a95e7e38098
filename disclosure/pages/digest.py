"""The report, or one of its sections, in a minute: the editors' words, said to be theirs, with what they stand on."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from disclosure.catalog import address, grounds
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.grounds import Statement
from disclosure.pages import cautions, ground
from disclosure.pages.document import Document
from disclosure.pages.once import once
from disclosure.pages.page import Link
from disclosure.translation import gettext as _


class DigestView(Struct, frozen=True, kw_only=True):
    """``note`` says whose words these are."""

    title: str
    text: str
    note: str
    grounds: tuple[Link, ...]


@once
def digests(report: Report) -> dict[str, DigestView]:
    """By section; that of the whole report has an empty one."""
    return {_section(one): _view(report, one) for one in grounds.of_digests(report.digests)}


def _section(one: Statement) -> str:
    return one.located.value.section or ""


def _view(report: Report, one: Statement) -> DigestView:
    ways = (ground.way(report, each, dated=False) for each in one.grounds)
    return DigestView(
        title=_("本节摘要") if _section(one) else _("一分钟读完这份报告"),
        text=one.text,
        note=_("{digested}；引号里的话和每个数字都在依据里，依据与记录核对过。").format(digested=_(cautions.DIGESTED)),
        grounds=tuple(way for way in ways if way),
    )


def anchors(view: DigestView | None) -> frozenset[str]:
    return frozenset([address.DIGEST] if view else ())


def link(report: Report, section: str = "") -> Link | None:
    """Where a digest stands, for pages that hold only the report's own words."""
    found = digests(report).get(section)
    if found is None:
        return None
    return Link(_("{title}（编者写）").format(title=found.title), address.digest(report.key, section))


def documents(_catalog: Catalog, report: Report) -> Iterator[Document]:
    for section, view in digests(report).items():
        yield Document(
            kind="digest",
            address=address.digest(report.key, section),
            title=_("{title}（摘要）").format(title=report.sections[section].title if section else report.meta.title),
            text=view.text,
            place=report.meta.title,
            section=f"{report.key}/{section}" if section else "",
        )
