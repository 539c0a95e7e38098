"""What districts are compared on is one thing: one unit, one indicator of each district, and all of it known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from disclosure.catalog.catalog import Catalog
from disclosure.catalog.words import nearest
from disclosure.model import vocabulary
from disclosure.model.indicator import IndicatorRecord
from disclosure.model.measure import MeasureRecord
from disclosure.problem import Problem
from disclosure.source.register import Located
from disclosure.translation import gettext as _


def check_measures(catalog: Catalog) -> Iterator[Problem]:
    """district, reference: 可比指标（measures.yml）一项只写一次，rate_of 是其中另一项的编号。"""
    seen: dict[str, Located[MeasureRecord]] = {}
    for located in catalog.raw.measures:
        one = located.value
        if one.id in seen:
            message = _("“{word}”写了两次，另一处在 {place}").format(word=one.id, place=seen[one.id].place("id"))
            yield Problem(located.place("id"), "district", message, _("一项指标只写一项；删去一处，或者改正写错的"))
        seen.setdefault(one.id, located)
    for located in catalog.raw.measures:
        if located.value.rate_of and (located.value.rate_of not in seen or located.value.rate_of == located.value.id):
            message = _("measures.yml 里没有另一项“{id}”").format(id=located.value.rate_of)
            yield Problem(located.place("rate_of"), "reference", message, _hint(located.value.rate_of, seen))


def check_indicators(catalog: Catalog) -> Iterator[Problem]:
    """district, reference, unit: 指标写的区县和可比指标都有，单位相同，一个区县的一项只有一个指标文件。"""
    measures = {one.value.id: one.value for one in catalog.raw.measures}
    districts = {one.id for one in catalog.districts}
    seen: dict[tuple[str, str], Located[IndicatorRecord]] = {}
    for located in catalog.raw.indicators:
        one = located.value
        if one.district and one.district not in districts:
            yield _unknown(located, "district", _("districts.yml 里没有“{id}”"), districts)
        if one.measure and one.measure not in measures:
            yield _unknown(located, "measure", _("measures.yml 里没有“{id}”"), measures)
        elif one.measure:
            yield from _measured(located, measures[one.measure], seen)


def _measured(
    located: Located[IndicatorRecord], measure: MeasureRecord, seen: dict[tuple[str, str], Located[IndicatorRecord]]
) -> Iterator[Problem]:
    one = located.value
    if not one.district:
        message = _("指标 {id}：写了 measure，没有写 district").format(id=one.id)
        yield Problem(located.place("measure"), "district", message, _("写明是哪个区县的指标，不写就没法比"))
        return
    if one.unit != measure.unit:
        message = _("指标 {id}：单位是“{given}”，可比指标 {measure} 的单位是“{unit}”").format(
            id=one.id, given=one.unit, measure=measure.id, unit=measure.unit
        )
        yield Problem(located.place("unit"), "unit", message, _("各区县的同一项用同一个基本单位，才能放在一起比"))
    other = seen.setdefault((measure.id, one.district), located)
    if other is not located:
        message = _("{district} 的“{measure}”有两个指标文件，另一个是 {other}").format(
            district=one.district, measure=measure.name, other=other.value.id
        )
        yield Problem(located.place("measure"), "district", message, _("合成一个文件，或者去掉一处的 measure"))


def check_departments(catalog: Catalog) -> Iterator[Problem]:
    """district: 责任单位写的区县是 districts.yml 里的编号。"""
    known = {one.id for one in catalog.districts}
    for name, located in ((name, one) for name, words in catalog.words.records.items() for one in words):
        if not located.value.district:
            continue
        if name != vocabulary.DEPARTMENTS:
            message = _("只有责任单位可以写 district")
            yield Problem(located.place("district"), "district", message, _("删去这一行"))
        elif located.value.district not in known:
            message = _("districts.yml 里没有“{id}”").format(id=located.value.district)
            yield Problem(located.place("district"), "district", message, _hint(located.value.district, known))


def _unknown(located: Located[IndicatorRecord], field: str, message: str, known: Iterable[str]) -> Problem:
    id = getattr(located.value, field)
    said = _("指标 {name}：{message}").format(name=located.value.id, message=message.format(id=id))
    return Problem(located.place(field), "reference", said, _hint(id, known))


def _hint(id: str, known: Iterable[str]) -> str:
    every = list(known)
    near = nearest(id, every, 0.6)
    if near and near != id:
        return _("是“{near}”吗？照它的写法写").format(near=near)
    return _("写那里有的编号，或者先在那里加一项")
