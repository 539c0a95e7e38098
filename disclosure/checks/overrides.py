"""What an editor may overrule, and the reason that must carry it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from disclosure import quantity, verdict
from disclosure.catalog import strengths
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment, StrengthEntry, Target
from disclosure.catalog.followup import Ruling
from disclosure.model import vocabulary
from disclosure.problem import Problem
from disclosure.quantity import CEILINGS, Operator, Quantity
from disclosure.source.yaml import FieldPath
from disclosure.translation import gettext as _
from disclosure.verdict import Aim

UPWARDS: Final = frozenset({Operator.GE, Operator.GT, Operator.ABOUT_GE})
# Words that leave no doubt which side is meant
PLAIN_WORDS: Final = re.compile(
    "以上|以下|以内|之上|之内|不低于|不少于|至少|不超过|不高于|至多|控制在|超过|突破|低于(?!全)|高于(?!全)"
)
LETTERS: Final = re.compile(r"[^\W_]")
# Shorter than the shortest that could say why
SHORT: Final = 4
EMPTY: Final = re.compile(
    r"(?:暂?无(?:原因|理由|说明)?|没有(?:原因|理由)?|原文(?:如此|这样|所写)|原因|理由|说明|同[上前]|见[上前]|如[上题]|略|不详|不明|未知|待[补定查填核]充?"
    r"|编者(?:改写|判断|认为)|人工(?:改写|判断|修改)|程序(?:读错|有误|错误)了?|读错了?|改写(?:原因)?|(?:应该|应当)?这样|需要(?:改写|修改)?"
    r"|因为|由于|此处|这里|原文|程序|编者|编辑|人工|本站|认为|觉得|理解|应为|应是|应该|应当|应|改为|改成|写成|读作|读成|读|写|是|的|这样|如此|不对|不准|按|照"
    r"|不低于|不高于|不少于|不超过|至少|至多|以上|以下|以内|等于|左右|约束性|承诺|预期|争取|过程"
    r"|todo|tbd|none|null|test|测试|xx+|na|ok|fix(?:ed)?|以后再说|显而易见|众所周知)++",
    re.I,
)


def check_reasons(catalog: Catalog) -> Iterator[Problem]:
    """empty-reason: 改写的原因说得出为什么，不是“无”“同上”，也不只是照抄引文。"""
    for _report, one in catalog.commitments:
        record = one.located.value
        given: list[tuple[FieldPath, str]] = [(("because",), record.because or "")]
        given += [(("targets", n, "because"), each.because or "") for n, each in enumerate(record.targets)]
        for where, because in given:
            if because and says_nothing(because, record.quote):
                message = _("{id}：改写原因“{because}”没有说出为什么").format(id=one.id, because=because)
                hint = _("一句话说明程序为什么读错，例如：前半句写明是约束性指标")
                yield Problem(one.located.place(*where), "empty-reason", message, hint)


def says_nothing(because: str, quote: str = "") -> bool:
    """Whether a reason is none: a dash, 无, 同上, one letter again and again, the quote itself."""
    letters = "".join(LETTERS.findall(because))
    if len(letters) < SHORT or len(set(letters)) < SHORT - 1 or EMPTY.fullmatch(letters):
        return True
    return letters in "".join(LETTERS.findall(quote))


def check_sides(catalog: Catalog) -> Iterator[Problem]:
    """override: 改写不把写明的“以上”改成“不高于”；改写使对照结果不同时，提醒核对。"""
    for report, one in catalog.commitments:
        for ruling in report.follow[one.id].rulings:
            target = ruling.target
            if not (target.overridden or _is_editors(target.strength)):
                continue
            read = _read(report, ruling)
            problem = _turned(one, target, read) or _flipped(report, catalog, one, ruling, read)
            if problem is not None:
                yield problem


def _read(report: Report, ruling: Ruling) -> Quantity | None:
    """What the program reads where the editor overruled it."""
    at = ruling.target.span
    return quantity.read_in_place(report.by_id[at.passage].text, at.start, at.end, polarity=ruling.aim.polarity)


def _turned(one: Commitment, target: Target, read: Quantity | None) -> Problem | None:
    """以上 is never 不高于, whatever the reason: that word cannot be misread."""
    if read is None or "operator" not in target.overridden or not PLAIN_WORDS.search(target.written):
        return None
    pair = {read.operator in UPWARDS, target.quantity.operator in UPWARDS}
    sided = {read.operator, target.quantity.operator} <= UPWARDS | CEILINGS
    if not sided or len(pair) == 1:
        return None
    operator = one.located.value.targets[target.n].operator
    message = _("{id}：原文“{written}”写明了方向，比较方式却改写为“{operator}”").format(
        id=target.id, written=target.written, operator=operator
    )
    place = one.located.place("targets", target.n, "operator")
    return Problem(place, "override", message, _("删去 operator，照原文的方向对照"))


def _flipped(
    report: Report, catalog: Catalog, one: Commitment, ruling: Ruling, read: Quantity | None
) -> Problem | None:
    """The verdict that the editor's reading gives, where the program's would give another."""
    target = ruling.target
    paragraph = report.by_id[target.span.passage]
    firm = strengths.of_figure(paragraph, target.span, catalog.words) if _is_editors(target.strength) else None
    aim = _as_read(ruling.aim, read, firm)
    seen = [known for known, _verdict in ruling.settled.all]
    read_as = verdict.settle(aim, seen, ruling.rubric).verdict
    before, after = read_as.outcome, ruling.settled.verdict.outcome
    # Values are written in the unit that the editor gave: in another they say nothing
    if not seen or before is after or "unit" in read_as.lacks:
        return None
    label = {id: catalog.words.id(vocabulary.VERDICTS, id.value).label for id in (before, after)}
    message = _("{id}：照程序的读法是“{before}”，改写以后是“{after}”").format(
        id=target.id, before=label[before], after=label[after]
    )
    hint = _("再读一遍原文；改写有道理就不用改，原因显示在承诺的页面上")
    return Problem(one.located.place("targets", target.n), "override", message, hint, notice=True)


def _is_editors(strength: StrengthEntry) -> bool:
    return strength.source == strengths.EDITOR


def _as_read(aim: Aim, read: Quantity | None, firm: StrengthEntry | None) -> Aim:
    return replace(aim, quantity=read or aim.quantity, strength=firm.term.id if firm else aim.strength)
