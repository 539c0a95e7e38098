"""Targets without a number of their own: 持平, 翻番, 全覆盖, 零突破, 量稳质升.

The rows are those of docs/domain.md, Quantities.
"""

import re
from decimal import Decimal
from typing import Final

from msgspec import Struct

from .numerals import fold, read_number
from .shapes import Operator, Quantity


class Phrase(Struct, frozen=True):
    """A form of words, the operator it makes, and the value and unit it stands for."""

    pattern: re.Pattern[str]
    operator: Operator
    value: Decimal | None = None
    unit: str = ""


def _phrase(pattern: str, operator: Operator, value: int | None = None, unit: str = "") -> Phrase:
    return Phrase(re.compile(pattern, re.VERBOSE), operator, None if value is None else Decimal(value), unit)


_REFERENCE: Final = r"(?:全国|全省|全市|全区|国家|省|市|同期|中部地区|上级)"

# The first that is the whole of the written words wins, so the narrower stand first.
PHRASES: Final = (
    _phrase(
        r"""
        (?:与.{1,12})? (?:基本)? 持平 (?:或|并|且|略有) (?:略?有?) (?:略高|增长|提高|增加|高)
      | (?:保持)? (?:不下降|不降低|不减少|只增不减|只升不降|稳中有升|不低于(?:上年|去年)(?:水平)?)
        """,
        Operator.GE_BASE,
    ),
    _phrase(r"(?:与.{1,12})? (?:基本)? (?:保持)? 持平", Operator.EQ_BASE),
    _phrase(r"(?:实现|保持)? 正增长", Operator.GT, 0, "%"),
    _phrase(r"(?:[与和].{1,16})? (?:基本)? (?:保持)? 同步 (?:增长|提高)?", Operator.COMPARE),
    _phrase(
        rf"""
        (?:增[速长幅])? (?:高于|快于|好于|优于|超过|不低于) {_REFERENCE}
        .{{0,6}} (?:平均)? (?:水平|增速)?
        """,
        Operator.GT_REF,
    ),
    _phrase(r"(?:实现)?零(?:的)?突破", Operator.FIRST, 1),
    _phrase(r"(?:实现|保持)?零(?:新增|发生|事故|死亡|非访)", Operator.LE, 0),
    _phrase(
        r"""
        (?:实现|达到|做到|推进)? (?:100%|动态|基本|服务|市场化|监测)?
        (?:全覆盖|全面覆盖|清零|全部(?:完成|办结|整改到位|销号|建成)?|应.尽.)
        """,
        Operator.ALL,
    ),
    _phrase(
        r"""
        (?:全面|圆满|确保)? 完成
        (?: .{0,12} 下达 .{0,8} | (?:国家|省|市|上级) [定级]? .{0,4} (?:目标|任务|指标|要求) .{0,2} )
        """,
        Operator.EXTERNAL,
    ),
    _phrase(
        r"""
        (?:实现|保持)? (?:
            量稳质升 | 稳中有进 | 稳中提质 | 量质齐升 | 提质增效 | 只减不增
          | (?:稳步|持续|不断|进一步|明显|显著|逐步|大幅|全面|切实|有效|稳定|较快|平稳)
            (?:提高|提升|增长|改善|优化|扩大|好转|上升|下降|向好|增强|增加|降低|减少|健康发展|回升)
        )
        """,
        Operator.QUALITATIVE,
    ),
    _phrase(
        r"""
        (?:打造|引进|培育|建设|推出|实施)?
        (?: 一大?批 | 一系列 | 一些 | 若干[^0-9]? | [多数几上][十百千万]?[个项家所处场名] )
        """,
        Operator.VAGUE,
    ),
)

DOUBLING: Final = r"翻(?P<times>[一二两三四1-4])番"
_DOUBLED: Final = re.compile(rf"(?:实现|比.{{1,8}})?(?:{DOUBLING}|翻番)")
_PROCESS: Final = re.compile(
    r"""
    (?P<verb>
        (?:全面|积极|加快|大力|深入|持续|扎实|稳妥|有序)*
        (?:启动|推进|推动|加快|支持|鼓励|配合|助力|谋划|力推|探索)
    )
    (?P<rest> .{0,20} )
    """,
    re.VERBOSE,
)


def read_phrase(written: str) -> Quantity | None:
    """The quantity that a form of words without its own number is, None where it is not one."""
    folded = fold(written)
    for phrase in PHRASES:
        if phrase.pattern.fullmatch(folded):
            return Quantity(
                written=written, operator=phrase.operator, value=phrase.value, unit=phrase.unit, qualifier=written
            )
    return None


def read_doubling(written: str) -> Quantity | None:
    """翻番 -> at least 2 倍 of the baseline, 翻两番 -> 4 倍."""
    match = _DOUBLED.fullmatch(fold(written))
    times = read_number(match["times"] or "一") if match else None
    return (
        Quantity(written=written, operator=Operator.GE, value=Decimal(2) ** times, unit="倍", qualifier="翻番")
        if times
        else None
    )


def split_process(written: str) -> tuple[str, str] | None:
    """(启动, 3个) for 启动3个: a verb whose object is only set going, and what follows it."""
    match = _PROCESS.fullmatch(written)
    return (match["verb"], match["rest"]) if match else None
