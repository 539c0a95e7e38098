"""The year chain: last year's result, this year's target, what came out, for each measure that runs over years."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from disclosure import quantity
from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Aimed, Indicator
from disclosure.catalog.followup import Ruling
from disclosure.catalog.outcome import Outcome, of_target, worded
from disclosure.pages import verdicts
from disclosure.pages.page import Link
from disclosure.translation import gettext as _


class ChainRow(Struct, frozen=True, kw_only=True):
    """One measure: what the report says of last year, its target, the observed value and its verdict."""

    name: str
    before: str
    target: Link
    outcome: Outcome


class ChainView(Struct, frozen=True):
    before: str
    target: str
    rows: tuple[ChainRow, ...]


def view(catalog: Catalog, report: Report) -> ChainView:
    year = report.meta.year
    return ChainView(
        _("{year}年成果").format(year=year - 1),
        _("{year}年目标").format(year=year),
        tuple(_rows(catalog, report)),
    )


def _rows(catalog: Catalog, report: Report) -> Iterator[ChainRow]:
    rulings = {each.target.id: each for followup in report.follow.values() for each in followup.rulings}
    for indicator in catalog.indicators:
        for aimed in indicator.targets:
            if aimed.report == report.key and aimed.target.id in rulings:
                yield _row(catalog, report, indicator, aimed, rulings[aimed.target.id])


def _row(catalog: Catalog, report: Report, indicator: Indicator, aimed: Aimed, ruling: Ruling) -> ChainRow:
    before = str(int(aimed.period) - 1)
    found = next((one for one in reversed(indicator.observations) if one.period == before), None)
    vintage = found.vintage.label if found and found.vintage else ""
    link = Link(aimed.target.written, address.commitment(report.key, aimed.target.id.partition("/")[0]))
    return ChainRow(
        name=indicator.name,
        before=f"{vintage}{found.written}" if found else "—",
        target=link,
        outcome=_outcome(catalog, ruling),
    )


def _outcome(catalog: Catalog, ruling: Ruling) -> Outcome:
    """The value and its verdict; 无公开信息 where nothing was observed."""
    word = of_target(catalog.words, ruling)
    if not ruling.settled.all:
        return replace(word, label=_("无公开信息"), shape=worded(catalog.words, "due-silent").shape)
    seen = ruling.settled.all[0][0]
    value = quantity.spell(seen.value, seen.unit) if seen.value is not None else ""
    said = _("{value} {verdict}").format(value=value, verdict=verdicts.label(catalog, ruling)).strip()
    return replace(word, label=said)
