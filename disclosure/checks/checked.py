"""What other material says of the report's results, and what city and province have beside the district."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from disclosure import quantity
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Check, Result
from disclosure.catalog.evidence import only_copies
from disclosure.model import vocabulary
from disclosure.model.indicator import ContextRecord
from disclosure.problem import Place, Problem
from disclosure.translation import gettext as _

CONFIRMED: Final = "confirmed"
NEED_EVIDENCE: Final = (CONFIRMED, "partly")


def check_results(catalog: Catalog) -> Iterator[Problem]:
    """check: 说成果得到印证，就要有材料，而且见到原页面；核对日期在报告以后、今天以前。"""
    for report in catalog.reports:
        for result in report.register.results:
            for n, one in enumerate(result.checks):
                for field, message, hint in _wrong(catalog, report, one):
                    said = _("{id}：{message}").format(id=result.id, message=message)
                    yield Problem(_place(result, n, field), "check", said, hint)


def _wrong(catalog: Catalog, report: Report, one: Check) -> Iterator[tuple[str, str, str]]:
    label = one.term.label
    if one.term.id in NEED_EVIDENCE and not one.evidence:
        message = _("核对结果是“{label}”，却没有列出材料").format(label=label)
        yield "outcome", message, _("在 evidence 里写明是哪一份公开材料")
    if one.term.id == CONFIRMED and only_copies(one.evidence):
        most = catalog.words.id(vocabulary.CHECKS, "partly").label
        message = _("材料只见到镜像或转载，却写了“{label}”").format(label=label)
        yield "outcome", message, _("至多写“{most}”；见到原页面再改").format(most=most)
    if one.day > catalog.today:
        message = _("核对日期 {day} 在今天（{today}）之后").format(day=one.day, today=catalog.today)
        yield "date", message, _("写实际的日期")
    if one.day < report.meta.delivered:
        message = _("核对日期 {day} 早于报告日期 {delivered}").format(day=one.day, delivered=report.meta.delivered)
        yield "date", message, _("写核对的日期，不写材料的日期")


def _place(result: Result, n: int, field: str) -> Place:
    return result.located.place("checks", n, field)


def check_levels(catalog: Catalog) -> Iterator[Problem]:
    """context: 指标的上级对照写得出数和单位；一个范围、一年、一种只写一个。"""
    for indicator in catalog.raw.indicators:
        seen: set[tuple[str, str, str]] = set()
        for n, one in enumerate(indicator.value.context):
            key = (one.name, one.period, one.kind)
            doubt = _of_level(one, indicator.value.unit, again=key in seen)
            seen.add(key)
            if doubt is not None:
                field, said, hint = doubt
                message = _("指标 {id}：{message}").format(id=indicator.value.id, message=said)
                yield Problem(indicator.place("context", n, field), "context", message, hint)


def _of_level(one: ContextRecord, unit: str, *, again: bool) -> tuple[str, str, str] | None:
    """Field, message and hint of what is wrong with a value of city or province."""
    read = quantity.parse(one.written)
    if again:
        message = _("{name}{period}年的同一种数写了两次").format(name=one.name, period=one.period)
        return "name", message, _("删去一处；口径不同的，在 note 里说明")
    if read is None:
        return "written", _("读不懂“{written}”").format(written=one.written), _("照录数字和单位，例如 4.1%、7%以上")
    if read.unit not in ("", unit):
        message = _("单位是“{given}”，指标的单位是“{unit}”").format(given=read.unit, unit=unit)
        return "written", message, _("写在同一单位的指标里")
    return None
