"""What city and province have of an indicator, set beside the district's own values and never among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.entries import ContextLevel, Indicator
from disclosure.pages import status
from disclosure.pages.page import Link
from disclosure.pages.status import EvidenceView
from disclosure.translation import gettext as _


class LevelView(Struct, frozen=True, kw_only=True):
    """What city or province have: whose it is, as target or as value, and the document it comes from."""

    name: str
    period: str
    kind: str
    written: str
    evidence: tuple[EvidenceView, ...]


# Target and value, each with its name
ContextCell = tuple[tuple[str, str], ...]
NOT_ON_FILE = "—"


class ContextView(Struct, frozen=True):
    """A year's values of the district beside those of city and province: an indicator and its cells, by ``columns``."""

    period: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Link, tuple[ContextCell, ...]], ...]
    about: str


def beside(indicators: Sequence[Indicator]) -> Iterator[ContextView]:
    """The years of which city or province have something, newest first."""
    for year in sorted({level.period for one in indicators for level in one.context}, reverse=True):
        levels = [(one, [level for level in one.context if level.period == year]) for one in indicators]
        about = [(one, found) for one, found in levels if found]
        names = tuple(dict.fromkeys(level.name for _one, found in about for level in found))
        rows = tuple((link(one), (_own(one, year), *(_of(found, name) for name in names))) for one, found in about)
        yield ContextView(year, (_("本区"), *names), rows, _about(rows))


def _about(rows: Iterable[tuple[Link, tuple[ContextCell, ...]]]) -> str:
    """What these numbers are; what a dash means, where there is one."""
    said = _("全市、全省的数只作对照，不代替本区的数；出处见各指标的页面。")
    cells = [cell for _link, every in rows for cell in every]
    bare = any(not cell or any(written == NOT_ON_FILE for _kind, written in cell) for cell in cells)
    return said + (_("“—”是本站没有收录到。") if bare else "")


def _own(one: Indicator, year: str) -> ContextCell:
    """What the district aimed at and what came out, said also where it is not on file."""
    aimed = (each.target.written for each in one.targets if each.period == year)
    best_first = reversed(one.observations)
    seen = (each.written for each in best_first if each.period == year and not each.is_forecast)
    return (
        (level_kind("target"), next(aimed, NOT_ON_FILE)),
        (level_kind("observation"), next(seen, NOT_ON_FILE)),
    )


def _of(levels: list[ContextLevel], name: str) -> ContextCell:
    return tuple((level_kind(one.kind), _written(one)) for one in levels if one.name == name)


def _written(one: ContextLevel) -> str:
    return _("{written}（{basis}）").format(written=one.written, basis=one.basis.label) if one.basis else one.written


def level_kind(kind: str) -> str:
    return _("目标") if kind == "target" else _("实际")


def level(one: ContextLevel) -> LevelView:
    return LevelView(
        name=one.name,
        period=one.period,
        kind=level_kind(one.kind),
        written=_written(one),
        evidence=tuple(status.evidence(each) for each in one.evidence),
    )


def link(one: Indicator) -> Link:
    """The way to an indicator's page."""
    return Link(one.name, address.indicator(one.id))
