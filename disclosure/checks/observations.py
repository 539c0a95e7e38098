"""Values in indicators' own files: whole, with their source, in the unit and of a time that can be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from disclosure.catalog import period
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.resolve.updates import too_early
from disclosure.model.indicator import IndicatorRecord, ObservationRecord
from disclosure.problem import Place, Problem
from disclosure.source.register import Located
from disclosure.translation import gettext as _


class FileValue(Struct, frozen=True):
    """A line of an indicator's file."""

    located: Located[IndicatorRecord]
    n: int
    today: date

    @property
    def record(self) -> ObservationRecord:
        return self.located.value.observations[self.n]

    def place(self, field: str) -> Place:
        return self.located.place("observations", self.n, field)

    def said(self, message: str) -> str:
        return _("指标 {id}：{message}").format(id=self.located.value.id, message=message)


def check_own(catalog: Catalog) -> Iterator[Problem]:
    """observation, no-evidence, unit, period: 指标的值要么写报告和成果，要么写数值和证据；单位、时期都对得上。"""
    for located in catalog.raw.indicators:
        for n, one in enumerate(located.value.observations):
            value = FileValue(located, n, catalog.today)
            found = _of_report(value) if one.report or one.result else _of_document(value)
            if found is not None:
                yield found


def _of_report(value: FileValue) -> Problem | None:
    one = value.record
    if not (one.report and one.result):
        message = _("缺少 {missing}").format(missing="result" if one.report else "report")
        hint = _("报告里的数要写明 report 和 result 两样")
        return Problem(value.place("period"), "observation", value.said(message), hint)
    extra = [name for name in ("value", "unit", "vintage", "basis", "evidence") if getattr(one, name)]
    if not extra:
        return None
    message = _("报告里的数不另写 {field}").format(field=extra[0])
    hint = _("数值、单位和口径在成果里；别处公布的数另写一项")
    return Problem(value.place(extra[0]), "observation", value.said(message), hint)


def _of_document(value: FileValue) -> Problem | None:
    one, unit = value.record, value.located.value.unit
    if one.value is None:
        hint = _("报告里的数写 report 和 result；公报、预算报告里的数写 value 和 evidence")
        return Problem(value.place("period"), "observation", value.said(_("没有写是哪个数")), hint)
    if not one.evidence:
        hint = _("在 evidence 里写明数字出自哪里")
        return Problem(value.place("value"), "no-evidence", value.said(_("写了实际值，却没有证据")), hint)
    if one.unit and one.unit != unit:
        message = _("单位是“{given}”，指标的单位是“{unit}”").format(given=one.unit, unit=unit)
        return Problem(value.place("unit"), "unit", value.said(message), _("指标和记录要用同一个基本单位"))
    if not period.is_real(one.period):
        message = _("没有 {day} 这一天").format(day=one.period)
        return Problem(value.place("period"), "period", value.said(message), _("核对时期"))
    known = max((each.date for each in one.evidence if each.date), default=value.today)
    if period.last_day(one.period) > known and not period.is_known_early(one.period, known, one.evidence):
        message = _("{period} 在材料的日期 {day} 之后").format(period=one.period, day=known)
        hint = too_early(one.period, known) or _("核对时期和材料的日期")
        return Problem(value.place("period"), "period", value.said(message), hint)
    return None
