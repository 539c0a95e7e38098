"""The sum in words: 目标≥4,000张，实际4,385张，110%，达成. What is said can be checked with a pencil."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Final

from disclosure.quantity import POINTS, Operator, Quantity, is_multiple, is_points, reduces, spell
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

from .found import HUNDRED, Case, RuleAnswer
from .shapes import VerdictResult

SIGNS: Final = {
    Operator.GE: "≥",
    Operator.LE: "≤",
    Operator.GT: ">",
    Operator.LT: "<",
    Operator.RANGE: "≥",
    Operator.INT_RANGE: "≥",
    Operator.ALL: "=",
}
# Rules that ask for last year's level
BASED: Final = frozenset({Operator.EQ_BASE, Operator.GE_BASE, Operator.DELTA_PP, Operator.FIRST})
OUTCOMES: Final = {
    VerdictResult.MET: N_("达成"),
    VerdictResult.NOT_MET: N_("未达成"),
    VerdictResult.UNDECIDED: N_("待人工判断"),
    VerdictResult.JUST: N_("刚好达到，待人工判断"),
    VerdictResult.NONE: N_("不作对照"),
}
# docs/domain.md, Strength: the wording of a miss
MISSES: Final = {
    "binding": N_("未完成"),
    "promised": N_("未完成"),
    "expected": N_("未达预期目标"),
    "striving": N_("力争目标未实现（已计入统计）"),
}
# A miss of the target as promised, where it was changed by a decision and then reached
ADJUSTED: Final = N_("原目标未达成，调整后达成")
LACKS: Final = {
    "value": N_("缺实际值"),
    "unit": N_("单位不同，不能比较"),
    "unknown-unit": N_("程序不认识原文的单位，不能比较"),
    "base": N_("缺上年基数"),
    "step": N_("缺上年基数的位数"),
    "zero-base": N_("上年已经有过，不是零突破"),
    "reference": N_("缺作比较的另一个数"),
    "assigned": N_("上级下达的数字没有公开"),
    "denominator": N_("缺总数"),
    "periods": N_("缺各期次数"),
    "basis": N_("未注明同口径或自然口径"),
    "done": N_("缺完成日期"),
    "whole": N_("期限未到，不能下结论"),
    "process": N_("只说做什么，没有要达到的结果"),
    "no-miss": N_("原文只说去做，没有达到也不算未完成"),
    "qualitative": N_("定性要求，只列证据"),
    "vague": N_("没有写明数量，只列活动"),
    "no-target": N_("是成果不是目标"),
}
NOTES: Final = {
    "sign": N_("观测值与目标的方向相反，请核对正负号"),
    "within": N_("在允许的出入之内"),
    "inside": N_("区间内"),
    "above": N_("高于区间"),
    "below": N_("低于区间"),
    "upper": N_("上限完成"),
    "forecast": N_("预计数，待核实"),
    "preliminary": N_("初步数，待最终核实"),
    "margin": N_("离界线很近，数字修订可能改变结论"),
    "revised-same": N_("数字修订过，结论不变"),
    "revised-other": N_("数字修订后，结论变了"),
    "bases-differ": N_("同口径和自然口径结论不同"),
}


def outcome_word(outcome: VerdictResult) -> str:
    return _(OUTCOMES[outcome])


def miss(strength: str) -> str:
    """What a miss is called, by the strength of the promise."""
    return _(MISSES.get(strength, OUTCOMES[VerdictResult.NOT_MET]))


def lack(id: str) -> str:
    return _(LACKS[id])


def note(id: str) -> str:
    return _(NOTES[id])


def is_based(quantity: Quantity) -> bool:
    """Whether it is last year's level that decides."""
    return quantity.operator in BASED or is_multiple(quantity)


def working(case: Case, found: RuleAnswer) -> str:
    """Target, observation, how they compare, and the outcome; what is lacking where there is none."""
    parts = [_("目标{goal}").format(goal=goal(case, found)), *_actual(case), *_compared(case, found)]
    if found.outcome is VerdictResult.NONE:
        return "，".join([*parts, *map(lack, found.lacks)])
    named = miss(case.aim.strength) if found.outcome is VerdictResult.NOT_MET else outcome_word(found.outcome)
    return "，".join([*parts, named])


def goal(case: Case, found: RuleAnswer) -> str:
    """≥4,000张 where a sign says it, else the words of the report."""
    quantity = case.aim.quantity
    if quantity.operator is Operator.DEADLINE:
        return _("{day}以前").format(day=case.aim.due.isoformat())
    sign = SIGNS.get(quantity.operator)
    own = quantity.value if not is_multiple(quantity) else None
    number = found.against if found.against is not None else own
    if sign is None or number is None or reduces(quantity) or _is_turned(case):
        return _("“{written}”").format(written=quantity.written)
    unit = quantity.unit if not is_multiple(quantity) and quantity.operator is not Operator.ALL else case.seen.unit
    return f"{sign}{spell(number, unit)}"


def _is_turned(case: Case) -> bool:
    """A range of which the upper end decides."""
    return case.seen.value is not None and case.compared.sign < 0


def _actual(case: Case) -> Iterator[str]:
    seen = case.seen
    if seen.value is not None:
        fell = reduces(case.aim.quantity) and seen.value < 0
        value = spell(abs(seen.value) if fell else seen.value, seen.unit)
        known = _("预计") if seen.vintage == "forecast" else _("实际")
        yield _("{known}下降{value}").format(known=known, value=value) if fell else f"{known}{value}"
    if seen.counts:
        yield _("各期次数{counts}").format(counts="、".join(str(times) for _n, times in seen.counts))
    if seen.done is not None:
        yield _("{day}完成").format(day=seen.done.isoformat())
    elif seen.open:
        yield _("截至{day}没有完成").format(day=seen.until.isoformat())
    if seen.base is not None and is_based(case.aim.quantity):
        yield _("上年{value}").format(value=spell(seen.base.value, seen.unit))
    if seen.reference is not None:
        yield _("{name}{value}").format(name=seen.reference.name, value=spell(seen.reference.value, seen.unit))


def _compared(case: Case, found: RuleAnswer) -> Iterator[str]:
    """The share of an amount, the distance of a rate."""
    if found.against is None or found.outcome is VerdictResult.NONE or case.seen.value is None:
        return
    if case.is_rate and case.aim.quantity.operator is not Operator.ALL:
        yield from _distance(case.seen.value - found.against, case)
    elif found.against > 0 and case.aim.quantity.operator is not Operator.FIRST:
        value = case.compared.value if case.compared.reduces else case.seen.value
        yield share(value, found.against, found.outcome)


def _distance(gap: Decimal, case: Case) -> Iterator[str]:
    if reduces(case.aim.quantity) or is_points(case.aim.quantity.unit):
        return
    size = spell(abs(gap), POINTS)
    if gap:
        yield _("高{size}").format(size=size) if gap > 0 else _("低{size}").format(size=size)
    else:
        yield _("正好相等")


def share(value: Decimal, against: Decimal, outcome: VerdictResult) -> str:
    """110% for 4385 of 4000."""
    return spell(rounded(value / against * HUNDRED, outcome, Decimal(1)), "%")


def rounded(exact: Decimal, outcome: VerdictResult, digit: Decimal) -> Decimal:
    """A share to ``digit``: a miss is never rounded up to 100%, nor a target reached down below it."""
    near = exact.quantize(digit, ROUND_HALF_UP)
    if exact < HUNDRED <= near or outcome is VerdictResult.NOT_MET:
        return exact.quantize(Decimal("0.1"), ROUND_FLOOR)
    return near
