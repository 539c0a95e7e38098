"""Targets without a number of their own: 持平, 翻番, 全覆盖, 零突破, 量稳质升.

The rows are those of docs/domain.md, Quantities.
"""

from decimal import Decimal
from typing import Final

from msgspec import Struct

from .numerals import fold, read_number
from .patterns import compiled
from .shapes import Operator, Quantity


class Phrase(Struct, frozen=True):
    """A form of words, the operator it makes, and the value and unit it stands for."""

    pattern: str
    operator: Operator
    value: Decimal | None = None
    unit: str = ""


def _phrase(pattern: str, operator: Operator, value: int | None = None, unit: str = "") -> Phrase:
    return Phrase(pattern, operator, None if value is None else Decimal(value), unit)


# What a rate is held against beside its own past: 全省平均, 经济增长, 城镇居民收入增速
_REFERENCE: Final = r"""
    (?: [^，。；、0-9去上]{0,8}
        (?: 全国 | 全省 | 全市 | 全区 | 全县 | 国家 | 省 | 市 | 县 | 同期 | 地区 | 上级
          | 经济 | GDP | 生产总值 | 城镇 | 收入 | 平均 )
        [^，。；、0-9]{0,10} )
"""
_SIDES: Final = ("高于", "快于", "好于", "优于", "领先", "超过", "低于", "慢于")
# 比全省平均高3个百分点; what is compared with the year before has moved from there: 比去年高3个百分点
_THAN: Final = {"高": "高于", "快": "快于", "低": "低于", "慢": "慢于"}
_BEFORE_NOW: Final = ("去年", "上年", "往年", "前年", "年初", "年末", "年底", "同期")
_MARGIN: Final = rf"""
    (?: 增[速长幅] )?
    (?: (?P<way> {" | ".join(_SIDES)} ) [^，。；、0-9]{{2,16}}?
      | [比较] (?! [^，。；、0-9]{{0,16}}? (?: {" | ".join(_BEFORE_NOW)} ) )
          [^，。；、0-9]{{2,16}}? (?P<side> {" | ".join(_THAN)} ) 出? )
    (?P<margin> [0-9] .*)
"""
_LONGEST_REFERENCE: Final = 16
# No numeral and no name stands in what a figure is held against
_NO_REFERENCE: Final = frozenset("，。；：、“”《》（）\n零〇一二两三四五六七八九十百千万亿0123456789")

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
    _phrase(r"(?:实现|保持)? 零增长", Operator.LE, 0, "%"),
    _phrase(r"(?:[与和].{1,16})? (?:基本)? (?:保持)? 同步 (?:增长|提高)?", Operator.COMPARE),
    _phrase(
        rf"""
        (?:增[速长幅])? (?:高于|快于|好于|优于|超过|不低于|低于|慢于) {_REFERENCE}
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
        (?: 一大?批 | 一系列 | 一些 | 若干[^0-9]? | [多数几] [个项家所处场名] )
        """,
        Operator.VAGUE,
    ),
)

# Figures without a number: 翻番, 翻两番以上, 零增长
DOUBLING: Final = r"(?: 翻(?: (?P<times>[一二两三四1-4])? 番 | [一1]?倍 ) (?:以上|左右)? | 零增长 )"
_NO_NEARLY: Final = ("最近", "附近", "节约")
_NEARLY: Final = ("接近", "将近", "近", "约")
_DOUBLED: Final = rf"(?: 实现 | 比.{{1,8}} )? (?P<nearly> {' | '.join(_NEARLY)} )? {DOUBLING}"
_PROCESS: Final = r"""
    (?P<verb>
        (?:全面|积极|加快|大力|深入|持续|扎实|稳妥|有序)*
        (?:启动|推进|推动|加快|支持|鼓励|配合|助力|谋划|力推|探索)
    )
    (?P<rest> .{0,20} )
"""


def read_phrase(written: str) -> Quantity | None:
    """The quantity that a form of words without its own number is, None where it is not one."""
    folded = fold(written)
    for phrase in PHRASES:
        if compiled(phrase.pattern).fullmatch(folded):
            return Quantity(
                written=written, operator=phrase.operator, value=phrase.value, unit=phrase.unit, qualifier=written
            )
    return None


def read_doubling(written: str) -> Quantity | None:
    """翻番 -> at least 2 倍 of the baseline, 翻两番 -> 4 倍; 零增长 -> at most 0%."""
    match = compiled(_DOUBLED).fullmatch(fold(written))
    if match is None or written.endswith("零增长"):
        return read_phrase(written) if match else None
    times = read_number(match["times"] or "一")
    if not times:
        return None
    operator = Operator.ABOUT_GE if written.endswith("左右") else Operator.GE
    if match["nearly"]:
        operator = Operator.ABOUT
    return Quantity(written=written, operator=operator, value=Decimal(2) ** times, unit="倍", qualifier="翻番")


def nearly_before(text: str, end: int) -> int:
    """Where 接近 begins that stands before `end` of the folded `text`; `end` where nothing does."""
    word = next((one for one in _NEARLY if text.endswith(one, 0, end)), "")
    if text.startswith(_NO_NEARLY, end - 2):
        return end
    return end - len(word)


def split_margin(written: str) -> tuple[str, str] | None:
    """(高于, 3个百分点以上) for 高于全省平均3个百分点以上: which side of a reference, and by how much."""
    match = compiled(_MARGIN).fullmatch(fold(written))
    if match is None:
        return None
    return (match["way"] or _THAN[match["side"]], match["margin"])


def side_before(text: str, end: int) -> int:
    """Where 高于全省平均, or 比全省平均高, begins that stands before `end` of the folded `text`; else `end`."""
    least = end - _LONGEST_REFERENCE - len(_SIDES[0])
    side = text[max(0, end - 2) : end].removesuffix("出")[-1:]
    if side in _THAN:
        return _than_before(text, max(0, least), end)
    at = max(text.rfind(side, max(0, least), end) for side in _SIDES)
    reference = text[at + len(_SIDES[0]) : end]
    return at if at >= 0 and len(reference) > 1 and not _NO_REFERENCE & set(reference) else end


def _than_before(text: str, least: int, end: int) -> int:
    at = max(text.rfind(than, least, end) for than in "比较")
    reference = text[at + 1 : end - 1]
    held = at >= 0 and len(reference) > 1 and not _NO_REFERENCE & set(reference)
    return at if held and not any(word in reference for word in _BEFORE_NOW) else end


def split_process(written: str) -> tuple[str, str] | None:
    """(启动, 3个) for 启动3个: a verb whose object is only set going, and what follows it."""
    match = compiled(_PROCESS).fullmatch(written)
    return (match["verb"], match["rest"]) if match else None
