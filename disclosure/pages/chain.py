"""The year chain: last year's result, this year's target, what came out, for each measure that runs over years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from disclosure import quantity
from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Aimed, Indicator, Observed
from disclosure.catalog.followup import Ruling
from disclosure.catalog.outcome import Outcome
from disclosure.pages import verdicts
from disclosure.pages.once import once_in
from disclosure.pages.page import Link
from disclosure.translation import gettext as _


class ChainRow(Struct, frozen=True, kw_only=True):
    """One measure: what the report says of last year, its target, the observed value and its verdict.

    ``outcome`` is None where nothing was observed: that is said of all such rows once.
    """

    name: str
    before: str
    target: Link
    commitment: str
    outcome: Outcome | None


class ChainView(Struct, frozen=True, kw_only=True):
    """``rows`` have a result, ``open`` have none yet, which ``unknown`` says of them all."""

    before: str
    target: str
    rows: tuple[ChainRow, ...]
    open: tuple[ChainRow, ...]
    unknown: str
    way: Link | None


def view(catalog: Catalog, report: Report) -> ChainView:
    return _view(report, tuple(_rows(catalog, report, _aims(catalog, report))))


@once_in
def headline(catalog: Catalog, report: Report) -> ChainView | None:
    """Of the report's main targets alone (总体目标); ``None`` where none of them runs over years."""
    rows = tuple(_rows(catalog, report, main(catalog, report)))
    return _view(report, rows) if rows else None


def main(catalog: Catalog, report: Report) -> Iterator[tuple[Indicator, Aimed]]:
    """The main targets, each with the measure that it is one of."""
    macro = {one.id for one in report.register.commitments if one.kind.id == "macro"}
    return ((one, aimed) for one, aimed in _aims(catalog, report) if aimed.target.id.partition("/")[0] in macro)


def _aims(catalog: Catalog, report: Report) -> Iterator[tuple[Indicator, Aimed]]:
    for indicator in catalog.indicators:
        for aimed in indicator.targets:
            if aimed.report == report.key:
                yield indicator, aimed


def year_before(report: Report, one: Indicator, aimed: Aimed) -> Observed | None:
    """What the report itself says of the year before a target's: what became known later stands on the indicator's
    page. Where it says nothing, what the indicator's file has of other public documents."""
    before = str(int(aimed.period) - 1)
    of = [each for each in one.observations if each.period == before and each.report in {report.key, ""}]
    said = [each for each in of if each.figure]
    sure = [each for each in of if not each.is_forecast]
    return next((found[-1] for found in (said, sure, of) if found), None)


def _view(report: Report, every: tuple[ChainRow, ...]) -> ChainView:
    year = report.meta.year
    open = tuple(one for one in every if one.outcome is None)
    return ChainView(
        before=_("{year}年成果").format(year=year - 1),
        target=_("{year}年目标").format(year=year),
        rows=tuple(one for one in every if one.outcome is not None),
        open=open,
        unknown=_unknown(report, open) if open else "",
        way=Link(_("还缺哪些文件"), address.gaps(report.key)) if report.documents else None,
    )


def _unknown(report: Report, open: tuple[ChainRow, ...]) -> str:
    """Of some there may be news that is no value."""
    told = any(report.follow[one.commitment].absence is None for one in open)
    said = _("以下{n}项没有收录到可以对照的实际值") if told else _("以下{n}项的结果无公开信息")
    return said.format(n=len(open))


def _rows(catalog: Catalog, report: Report, aims: Iterable[tuple[Indicator, Aimed]]) -> Iterator[ChainRow]:
    rulings = {each.target.id: each for followup in report.follow.values() for each in followup.rulings}
    for indicator, aimed in aims:
        if aimed.target.id in rulings:
            yield _row(catalog, report, indicator, aimed, rulings[aimed.target.id])


def _row(catalog: Catalog, report: Report, indicator: Indicator, aimed: Aimed, ruling: Ruling) -> ChainRow:
    found = year_before(report, indicator, aimed)
    vintage = found.vintage.label if found and found.vintage else ""
    link = Link(aimed.target.written, address.commitment(report.key, aimed.target.id.partition("/")[0]))
    return ChainRow(
        name=indicator.name,
        before=f"{vintage}{found.written}" if found else "—",
        target=link,
        commitment=aimed.target.id.partition("/")[0],
        outcome=_outcome(catalog, ruling),
    )


def _outcome(catalog: Catalog, ruling: Ruling) -> Outcome | None:
    """The value and its verdict."""
    if not ruling.settled.all:
        return None
    word = verdicts.result(catalog.words, ruling)
    seen = ruling.settled.all[0][0]
    value = quantity.spell(seen.value, seen.unit) if seen.value is not None else ""
    said = _("{value} {verdict}").format(value=value, verdict=word.label).strip()
    return replace(word, label=said)
