"""The bar above a report's pages: whether its year is over, and the same page of the years beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from disclosure.catalog import address, period
from disclosure.pages import over, registry
from disclosure.pages.chrome import KnownReport, ReportYear
from disclosure.pages.page import Link
from disclosure.translation import gettext as _


class YearsView(Struct, frozen=True):
    """``over`` says that the year is over, or nothing; ``links`` are the years, newest first, with this one."""

    over: str
    links: tuple[Link, ...]


NOTHING = YearsView("", ())


def of_reports(known: tuple[KnownReport, ...], today: date) -> tuple[ReportYear, ...]:
    """Newest first, as they are known; a report whose year nobody could read has no bar."""
    return tuple(ReportYear(one, period.is_over(one.year, today)) for one in known if one.year)


def view(reports: tuple[ReportYear, ...], key: str, kind: str) -> YearsView:
    """Above the pages of a kind of the report ``key``."""
    at = next((n for n, one in enumerate(reports) if one.report.key == key), None)
    if at is None:
        return NOTHING
    mine, links = reports[at], tuple(_links(reports, at, kind))
    return YearsView(_over(mine.report.year, alone=not links) if mine.is_over else "", links)


def _over(year: int, *, alone: bool) -> str:
    """Where other years stand beside it, short enough for one row of a phone."""
    word = over.of_report(year)
    return _("{over}，不是现在的目标").format(over=word) if alone else word


def _links(reports: tuple[ReportYear, ...], at: int, kind: str) -> Iterator[Link]:
    """The newest, the years beside this one, and itself; nothing where it is the only one."""
    shown = sorted({0, at - 1, at, at + 1} & set(range(len(reports))))
    for n in shown if len(shown) > 1 else ():
        one = reports[n].report
        yield Link(_("{year}年").format(year=one.year), there(kind, one), n == at)


def there(kind: str, report: KnownReport) -> str:
    """Where a report shows what pages of a kind show of another; its overview where it has no such page."""
    in_report = registry.kind(kind).in_report
    return (in_report(report) if in_report else "") or address.report(report.key)
