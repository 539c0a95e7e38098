"""The picture of a measure in one year: a bar or a sign for each district, among those that may be compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from disclosure.catalog import address, measures
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.entries import Observed
from disclosure.catalog.measures import Alike, DistrictValue, Measure, YearCompared
from disclosure.pages import picture
from disclosure.pages.drawings.rows import PictureRow, rows
from disclosure.pages.page import Link
from disclosure.pages.picture import Picture, PictureCell
from disclosure.translation import gettext as _

# Of so many it is said what half of them have
MANY = 5
# So many are drawn: half of them the largest, half the smallest
DRAWN = 30


def of_year(catalog: Catalog, one: Measure, compared: YearCompared, data: Sequence[Link]) -> Picture | None:
    """Of the group that holds most values; of two as large, the one that is known better."""
    groups = [each for each in compared.groups if not each.loose and len(each.values) > 1]
    if not groups:
        return None
    group = max(groups, key=lambda each: len(each.values))
    drawing = rows([_row(each) for each in _shown(group)], one.record.unit)
    if drawing is None:
        return None
    name = _("{year}年各区县的{name}").format(year=compared.year, name=one.record.name)
    return picture.picture(
        catalog,
        id="districts",
        page=address.measure(one.record.id, compared.year),
        day=max((each.observed.known for each in group.values if each.observed.known), default=catalog.today),
        title=_finding(one, compared.year, group),
        name=_("{name}，数字见表").format(name=name),
        sentence=_sentence(compared, group),
        drawing=drawing,
        table=_table(compared, one.record.unit),
        data=data,
    )


def _shown(group: Alike) -> Sequence[DistrictValue]:
    if len(group.values) <= DRAWN:
        return group.values
    half = DRAWN // 2
    return (*group.values[:half], *group.values[-half:])


def _row(one: DistrictValue) -> PictureRow:
    seen = one.observed
    return PictureRow(one.district.name, seen.written, (picture.mark(picture.vintage(seen), measures.size(seen)),))


def _finding(one: Measure, year: str, group: Alike) -> str:
    largest, smallest = group.values[0], group.values[-1]
    known = _known_as(group)
    if measures.size(largest.observed) == measures.size(smallest.observed):
        return _("{year}年{name}{known}：{n}个区县的数相同，{a}").format(
            year=year, name=one.record.name, known=known, n=len(group.values), a=largest.observed.written
        )
    return _("{year}年{name}{known}：{a}最大，{b}；{c}最小，{d}").format(
        year=year,
        name=one.record.name,
        known=known,
        a=largest.district.name,
        b=largest.observed.written,
        c=smallest.district.name,
        d=smallest.observed.written,
    )


def _known_as(group: Alike) -> str:
    """By what its values may be compared, where that is written."""
    known = _("，").join(term.label for term in (group.vintage, group.basis) if term)
    return _("（{known}）").format(known=known) if known else ""


def _sentence(compared: YearCompared, group: Alike) -> str:
    return "".join(_sentences(compared, group))


def _sentences(compared: YearCompared, group: Alike) -> Iterator[str]:
    yield _("这是{n}个区县的数{known}").format(n=len(group.values), known=_known_as(group))
    if len(group.values) > DRAWN:
        yield _("，画了最大的{n}个和最小的{n}个").format(n=DRAWN // 2)
    if len(group.values) >= MANY:
        half = group.values[(len(group.values) - 1) // 2].observed.written
        yield _("，至少一半不低于{written}").format(written=half)
    yield _("。")
    others = sum(len(one.values) for one in compared.groups if one is not group)
    if others:
        yield _("另有{n}个数口径、初步或最终不同，或者不是确定的数，不画在一起。").format(n=others)
    if compared.missing:
        yield _("{n}个区县没有收录到。").format(n=len(compared.missing))


def _table(compared: YearCompared, unit: str) -> picture.PictureTable:
    """All values and targets, whatever was drawn; each with what it may be compared by."""
    columns = (_("区县"), _("种类"), _("写法"), _("数值"), _("单位"), _("初步或最终"), _("口径"))
    return picture.table(columns, tuple(_cells(compared, unit)))


def _cells(compared: YearCompared, unit: str) -> Iterator[tuple[PictureCell, ...]]:
    for group in compared.groups:
        for one in group.values:
            seen = one.observed
            number = None if group.loose else measures.size(seen)
            kind = _("预计") if seen.is_forecast else _("实际")
            yield one.district.name, kind, seen.written, number, unit, *_known(seen)
    for aim in compared.aims:
        value = picture.numbers(aim.aimed.target.quantity)[0]
        yield aim.district.name, _("目标"), aim.aimed.target.written, value, aim.aimed.target.quantity.unit, "", ""


def _known(seen: Observed) -> tuple[str, str]:
    return seen.vintage.label if seen.vintage else "", seen.basis.label if seen.basis else ""
