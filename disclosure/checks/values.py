"""An observed value that cannot be, or hardly is: by its unit, its target and the time it covers.

What cannot be is an error. What is rare but may be true, growth of ten times the target, is a notice: the site must
be able to say it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from msgspec import Struct

from disclosure import quantity
from disclosure.catalog import period
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment
from disclosure.catalog.followup import FollowUp, Observation, Origin, Ruling, Update
from disclosure.problem import Problem
from disclosure.quantity import CEILINGS, FLOORS, Operator, Quantity
from disclosure.translation import gettext as _
from disclosure.verdict import Aim, ObservedValue

HUNDRED: Final = Decimal(100)
TEN: Final = Decimal(10)
# A hundredth of the target and a little more: 0.065 for 6 is a share that was written as a fraction
HUNDREDTH: Final = Decimal("0.015")
# Whose number is the one that the value is held against
NUMBERED: Final = CEILINGS | FLOORS | {Operator.GE_BASE}
# Parts of a whole by their names, never more than all of it
PART: Final = re.compile(
    "(?:覆盖|普及|入学|巩固|合格|达标|优良|处理|满意|绿化|绿地|失业|城镇化|参保|参与|办结|回复|知晓|签约|就业|入住|完好|接种|治愈)率$"
    "|满意度$|占比$|比重$|比例$"
)
# What else may be a share
RATIO: Final = re.compile("[率度]$")
# Rates that may well be more than 100 %: debt, what was done of a plan, what was sold of what was made
BEYOND: Final = re.compile("债|杠杆|贷|完成率|产销|周转|回报|收益|利润|利率|依存|自给|偿|流动|增|涨|降|升|减|速|变化")
# Trade and debt are held against what a year produces, and may be more than that
AGAINST_OUTPUT: Final = re.compile("GDP|生产总值|债|完成")
# Nobody counts these one by one: 每千人口床位, 户均
AVERAGE: Final = re.compile("均|每|比|率|折|当量|密度|指数")


class Doubt(Struct, frozen=True, kw_only=True):
    """What is wrong with a value, in which field of the observation; a notice where it may be true all the same."""

    rule: str
    message: str
    hint: str
    field: str = "value"
    notice: bool = False


class SeenTarget(Struct, frozen=True, kw_only=True):
    """An observation with the target that it is of; ``update`` brought it and is as it speaks of this promise, none
    where the value stands in an indicator's file or in a later report."""

    commitment: Commitment
    follow: FollowUp
    ruling: Ruling
    update: Update | None
    observation: Observation

    @property
    def seen(self) -> ObservedValue:
        return self.observation.seen

    @property
    def origin(self) -> Origin:
        return self.observation.origin

    def problem(self, one: Doubt) -> Problem:
        """The doubt with its place and the names of its source and target."""
        message = _("{id}：{target}：{message}").format(
            id=self.origin.id, target=self.ruling.target.id, message=one.message
        )
        # A later report's figure is written with all that belongs to it
        field = "written" if self.origin.kind == "answer" else one.field
        place = self.origin.located.place(*self.origin.where, field)
        return Problem(place, one.rule, message, one.hint, notice=one.notice)


def each(report: Report) -> Iterator[SeenTarget]:
    """Every value of every target, wherever it was typed; those of one target together, the oldest first."""
    for commitment in report.register.commitments:
        follow = report.follow[commitment.id]
        updates = {(update.report, update.id): update for update in follow.updates}
        observations = sorted(follow.observations, key=lambda one: (one.origin.day or date.max, one.origin.id))
        for ruling in follow.rulings:
            for one in observations:
                if one.target == ruling.target.id:
                    update = updates.get((one.origin.report, one.origin.id))
                    yield SeenTarget(
                        commitment=commitment, follow=follow, ruling=ruling, update=update, observation=one
                    )


def check_values(catalog: Catalog) -> Iterator[Problem]:
    """share, count, denominator, times, size, sign: 实际值按它的单位、目标和时期都说得通。"""
    for report in catalog.reports:
        for one in each(report):
            doubt = implausible(one.ruling.target.measure, one.ruling.aim, one.seen)
            if doubt is not None:
                yield one.problem(doubt)


def check_indicators(catalog: Catalog) -> Iterator[Problem]:
    """share, count: 指标文件里的实际值，没有目标与它相比，也按单位说得通。"""
    for located in catalog.raw.indicators:
        record = located.value
        aimed = {target.period for target in record.targets}
        for n, line in enumerate(record.observations):
            # Of a year with a target it is held against that
            if line.value is None or line.period[:4] in aimed:
                continue
            until, unit = period.last_day(line.period), line.unit or record.unit
            number = Quantity(written="", operator=Operator.EXACT, value=None, unit=unit)
            # Without a target neither way is better
            aim = Aim(quantity=number, due=until, polarity="up")
            doubt = implausible(record.name, aim, ObservedValue(until=until, value=line.value, unit=unit))
            if doubt is not None:
                message = _("指标 {id}：{message}").format(id=record.id, message=doubt.message)
                place = located.place("observations", n, doubt.field)
                yield Problem(place, doubt.rule, message, doubt.hint, notice=doubt.notice)


def implausible(measure: str, aim: Aim, seen: ObservedValue) -> Doubt | None:
    """The first that is wrong with a value of ``measure``, held against its target by itself."""
    found = (test(measure, aim, seen) for test in TESTS)
    return next((doubt for doubt in found if doubt), None)


def beyond_the_whole(measure: str, aim: Aim, seen: ObservedValue) -> Doubt | None:
    """A share is between 0 and 100 %; of a rate that is not surely a share, an editor is asked."""
    value = seen.value
    if value is None or seen.unit != "%" or 0 <= value <= HUNDRED or quantity.reduces(aim.quantity):
        return None
    everything = aim.quantity.operator is Operator.ALL
    part = everything or PART.search(measure) is not None
    if not part and (BEYOND.search(measure) or not RATIO.search(measure)):
        return None
    certain = part and not AGAINST_OUTPUT.search(measure)
    message = _("{value}% 不在 0 到 100% 之间，而“{measure}”是比例").format(value=value, measure=measure)
    hint = _("核对数值；是比上年的增减，就不是这个目标的实际值")
    return Doubt(rule="share", message=message, hint=hint, notice=not certain)


def less_than_none(measure: str, aim: Aim, seen: ObservedValue) -> Doubt | None:
    """Things cannot be fewer than none, but for a fall that was promised; money and amounts may be a balance."""
    value, unit = seen.value, seen.unit
    if value is None or value >= 0 or quantity.is_rate(unit) or quantity.may_be_negative(measure, aim.quantity):
        return None
    certain = bool(unit) and quantity.counts(unit)
    message = _("{value}{unit} 是负数").format(value=value, unit=unit)
    return Doubt(rule="count", message=message, hint=_("核对数值；写实际的数，不写与目标的差"), notice=not certain)


def in_pieces(measure: str, aim: Aim, seen: ObservedValue) -> Doubt | None:
    """What is counted one by one has no halves, but on average."""
    value, unit, target = seen.value, seen.unit, aim.quantity.value
    if value is None or not unit or not quantity.counts(unit) or _is_whole(value):
        return None
    if AVERAGE.search(measure) or AVERAGE.search(aim.quantity.written):
        return None
    if target is not None and not _is_whole(target):
        return None
    message = _("{value}{unit} 不是整数").format(value=value, unit=unit)
    return Doubt(rule="count", message=message, hint=_("按基本单位写整数，例如1.5万个，value 写 15000"))


def more_than_all(_measure: str, _aim: Aim, seen: ObservedValue) -> Doubt | None:
    """Of a whole that is on file there is no more than all."""
    whole, value = seen.denominator, seen.value
    if whole is None:
        return None
    if whole <= 0:
        message = _("总数写的是 {whole}").format(whole=whole)
        return Doubt(rule="denominator", message=message, hint=_("写总共有多少"), field="denominator")
    if value is None or quantity.is_rate(seen.unit) or value <= whole:
        return None
    message = _("实际值 {value} 大于总数 {whole}").format(value=value, whole=whole)
    return Doubt(rule="denominator", message=message, hint=_("核对实际值和总数，两个数是不是写反了"))


def too_many_times(_measure: str, aim: Aim, seen: ObservedValue) -> Doubt | None:
    """The times of each period: no more of them than periods have begun, none of them negative."""
    times = [count for _n, count in seen.counts]
    negative = next((count for count in times if count < 0), None)
    if negative is not None:
        message = _("各期次数里有负数 {count}").format(count=negative)
        return Doubt(rule="times", message=message, hint=_("没有举行写 0"), field="counts")
    number = quantity.periods(aim.quantity)
    if aim.quantity.operator is not Operator.FREQUENCY or number is None:
        return None
    begun = _begun(number, aim.due.year, seen.until)
    if len(times) <= begun:
        return None
    message = _("写了 {n} 期的次数，到 {until} 只开始了 {begun} 期").format(n=len(times), until=seen.until, begun=begun)
    return Doubt(rule="times", message=message, hint=_("一期写一个数，从第一期写起"), field="counts")


def out_of_size(_measure: str, aim: Aim, seen: ObservedValue) -> Doubt | None:
    """Ten times the target, or a hundredth of it at the end: 万 was forgotten, or a share written as a fraction."""
    value, written = seen.value, aim.quantity
    if value is None or written.operator not in NUMBERED or not written.value or quantity.is_multiple(written):
        return None
    if seen.unit != written.unit:
        return None
    upper, lower = written.upper or written.value, written.value
    ended = seen.until >= aim.due or quantity.is_rate(seen.unit)
    small = ended and written.operator not in CEILINGS and 0 < abs(value) <= abs(lower) * HUNDREDTH
    if abs(value) < abs(upper) * TEN and not small:
        return None
    template = _("{value} 与目标“{written}”不在一个数量级") if small else _("{value} 是目标“{written}”的10倍以上")
    message = template.format(value=quantity.spell(value, seen.unit), written=written.written)
    hint = _("按基本单位写：1.5万个写 15000；1.5% 写 1.5，不写 0.015。核对无误就不用改")
    return Doubt(rule="size", message=message, hint=hint, notice=True)


def without_minus(_measure: str, aim: Aim, seen: ObservedValue) -> Doubt | None:
    """A rise where a fall was promised: the sign is forgotten more often than the rise is true."""
    value, written = seen.value, aim.quantity
    if value is None or value <= 0 or not quantity.reduces(written):
        return None
    if quantity.is_points(written.unit) and not quantity.is_points(seen.unit):
        return None
    message = _("目标是“{written}”，实际值 {value} 是正数，即上升").format(written=written.written, value=value)
    hint = _("核对正负号：下降3%写 -3；确实上升就不用改")
    return Doubt(rule="sign", message=message, hint=hint, notice=True)


TESTS: Final[tuple[Callable[[str, Aim, ObservedValue], Doubt | None], ...]] = (
    beyond_the_whole,
    less_than_none,
    in_pieces,
    more_than_all,
    too_many_times,
    without_minus,
    out_of_size,
)


def _is_whole(value: Decimal) -> bool:
    return value == value.to_integral_value()


def _begun(number: int, year: int, until: date) -> int:
    """How many of ``number`` equal periods of ``year`` have begun on ``until``."""
    if until.year != year:
        return number if until.year > year else 0
    return -(-until.month * number // 12)
