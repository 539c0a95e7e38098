"""A、B分别增长X、Y左右: one target each, the qualifier shared (docs/domain.md, 分别增长X、Y（左右）)."""

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import Final

from .find import find
from .grammar import WrittenFigure, take_apart
from .numerals import fold
from .operators import VERB_SENSE, Sense
from .patterns import words
from .shapes import FigureCandidate

_CLAUSE_END: Final = "[。；：！？\n]|(?<!分别)，(?!分别)"
_AND: Final = "、|以及|[和与及]"
_LEAD: Final = words(
    "力争 争取 努力实现 努力 确保 实现 其中 预计 全年 全区 全县 全市 全省 全国 推动 促进 保持 使 今年 主要是"
)
_TAIL: Final = words("预计 计划 力争 将 要 拟 的增速 的增幅 增速 增幅 比上年 较上年 比去年 同比 ，")
# What a figure of a list may be joined to the next one by: 8.2%和9.5%, 达到3万人、达到5万户
_JOINED: Final = "[、，和与及]?(?:以及)?[一-鿿]{0,4}"
# What a measure ends with: it needs nothing of the next one
_MEASURE: Final = words(
    "量 额 值 率 数 收入 支出 投资 面积 人次 价格 利润 用户 规模 总产 GDP 出口 进口 外资 消费 贷款 存款 余额 里程 强度 "
    "浓度 能耗 排放 水平 比重 占比 人口 产业 企业 指数 成本 费用 标准 保险 养老 医疗 氧化物 二氧化硫 氨氮 需氧量"
)
_CHANGES: Final = tuple(verb for verb, sense in VERB_SENSE.items() if sense in (Sense.GROWTH, Sense.REDUCTION))
_NOTHING: Final = FigureCandidate(start=0, end=0, text="", name="nothing", quantity=None)
_BOTH: Final = {"城乡": ("城镇", "农村"), "省市": ("省", "市"), "男女": ("男", "女"), "产销": ("产", "销")}


def split_respective(text: str) -> tuple[tuple[str, str], ...]:
    """(measure, written) for each pair that a 分别 makes; () where there is none or the counts differ.

    `written` carries the words that the text gives once for all: A、B分别下降3%、2%左右 gives 下降3%左右 and
    下降2%左右; a measure carries what the last names for all: 城镇和农村居民收入. Never raises.
    """
    clauses = (clause for clause in re.split(_CLAUSE_END, text) if "分别" in clause)
    return tuple(chain.from_iterable(map(_clause_pairs, clauses)))


def _clause_pairs(clause: str) -> Iterator[tuple[str, str]]:
    """A second 分别 goes on with the same measures: 分别增长8%、9%，分别高于全省1个、2个百分点."""
    names, *rests = clause.split("分别")
    for rest in rests:
        yield from _pairs(names, rest)


def _pairs(names: str, rest: str) -> tuple[tuple[str, str], ...]:
    measures = _measures(_stripped(names.strip().rpartition("，")[2] or names.strip(" ，")))
    figures = _list(rest)
    if len(measures) != len(figures) or len(figures) < 2:
        return ()
    return tuple(zip(measures, _sharing(figures), strict=True))


def _stripped(names: str) -> str:
    """The measures without what leads to them and to 分别."""
    while lead := next((word for word in _LEAD if names.startswith(word)), ""):
        names = names[len(lead) :]
    while tail := next((word for word in _TAIL if names.endswith(word)), ""):
        names = names[: -len(tail)]
    return names


def _measures(names: str) -> list[str]:
    """公园、广场养护面积 -> 公园养护面积, 广场养护面积; 城乡居民收入 -> 城镇居民收入, 农村居民收入."""
    measures = [measure.strip() for measure in re.split(_AND, names)]
    if len(measures) == 1:
        pair = next((pair for pair in _BOTH if pair in names), "")
        return [names.replace(pair, one, 1) for one in _BOTH[pair]] if pair else measures
    last = measures[-1]
    whole = (one if not one or one.endswith(_MEASURE) else one + _shared_tail(one, last) for one in measures[:-1])
    return [*whole, last]


def _shared_tail(one: str, last: str) -> str:
    """第二 and 第三产业投资, 社区 and 乡村驿站人次: what stands for `one` in the last is as long as it."""
    tail = last[len(one) :]
    return tail if len(tail) > 1 and last.endswith(_MEASURE) else ""


def _list(rest: str) -> list[str]:
    """The figures of one enumeration: it ends where something else than a joining word stands between two."""
    rest = _with_units(rest)
    joined: list[FigureCandidate] = []
    for one in (found for found in find(rest) if found.quantity):
        if joined and not re.fullmatch(_JOINED, rest[joined[-1].end : one.start]):
            break
        joined.append(one)
    return [_with_verb(rest, before.end, one) for before, one in pairwise([_NOTHING, *joined])]


def _with_verb(rest: str, begin: int, one: FigureCandidate) -> str:
    """下降2%、增长3%: a verb that changes nothing alone keeps that of another figure away."""
    gap = rest[begin : one.start] if begin else ""
    return next((verb for verb in _CHANGES if gap.endswith(verb)), "") + one.text


# 高于全省 of 高于全省1.2个百分点
_SIDE: Final = "[^0-9]*"
_BARE: Final = r"(?<![0-9.])([0-9]+(?:\.[0-9]+)?)(?=[、和与及]+[0-9.]+(个?百分点|%|‰|倍))"


def _with_units(rest: str) -> str:
    """1.2、0.8个百分点: the unit given once is that of both."""
    folded = fold(rest)
    while (changed := re.sub(_BARE, r"\1\2", folded)) != folded:
        folded = changed
    return folded


def _sharing(figures: list[str]) -> list[str]:
    """The figures, each with the word before the first and the word after the last unless it has its own."""
    pieces = [take_apart(figure) for figure in figures]
    first, last = pieces[0], pieces[-1]
    before = "".join(first.words) if first else re.match(_SIDE, figures[0])[0]  # type: ignore[index]
    after = last.after if last else ""
    return [_completed(figure, piece, before, after) for figure, piece in zip(figures, pieces, strict=True)]


def _completed(figure: str, piece: WrittenFigure | None, before: str, after: str) -> str:
    if piece is None:
        return figure
    return ("" if piece.words else before) + figure + ("" if piece.after else after)
