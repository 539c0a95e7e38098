"""The words around a number and the operator they make (docs/domain.md, Quantities)."""

from enum import Enum, auto
from typing import Final

from .patterns import not_after, not_before
from .shapes import Operator, Polarity, Role


class Sense(Enum):
    """What a word says about the number beside it."""

    FLOOR = auto()
    CEILING = auto()
    OVER = auto()
    UNDER = auto()
    AROUND = auto()
    NEAR = auto()
    MORE = auto()
    SEVERAL = auto()
    STEADY = auto()
    RISEN_TO = auto()
    FALLEN_TO = auto()
    GROWTH = auto()
    REDUCTION = auto()
    PLAIN = auto()


_BEFORE_WORDS: Final = {
    Sense.FLOOR: "不低于 不少于 不小于 不短于 至少 最少 最低 ≥ 上",
    Sense.CEILING: "不超过 不高于 不大于 不多于 不突破 至多 最多 最高 控制在 压控在 ≤ 前",
    Sense.OVER: "超过 突破 高于 大于 多于 超 逾 破 过 >",
    Sense.UNDER: "低于 不满 不足 不到 少于 小于 <",
    Sense.NEAR: "大约 约为 将近 接近 约 近",
    Sense.SEVERAL: "数 几",
    Sense.STEADY: "稳定在 保持在 维持在 稳定保持在",
    Sense.PLAIN: "达到 高达 多达 达",
}
_VERB_WORDS: Final = {
    Sense.GROWTH: "增长 提高 上升 增加 提升 扩大",
    Sense.REDUCTION: "下降 降低 减少 压减 压缩 缩减 缩短 压降 下调 调减 削减 精简 下浮",
    Sense.PLAIN: "实现 完成 新增 建成 新建 建设 改造 引进 招引 培育 打造 创建 办好 办 签约 发放 提供 "
    "开展 举办 组织 召开 举行 集中 实施 进行 开工 竣工 安排 培训",
}
# With 到 or 至 behind them they name the level, not the change
_RISING: Final = "提高 提升 增加 上升 增长 扩大 扩展 拓展 上调 延长 恢复 增 升"
_FALLING: Final = "下降 降低 减少 压缩 压减 压降 缩短 缩减 下调 回落 收窄 精简 控降 降 减 压"

# Text that must not stand before (or after) a word for it to be that word: 节约3亿元, 赶超, 近3年, 到达.
_LARGE_AHEAD: Final = "(?=[百千万亿])"
_GUARDS: Final = {
    "约": (not_after("节签合预集契履违条"), ""),
    "近": (not_after("附最临邻靠远就"), "(?![0-9零〇一二两三四五六七八九十]{1,3}(?:年|个月|个季度|周|日|天))"),
    "超": (not_after("赶反") + "(?<!(?<!提)高)", ""),
    "破": (not_after("突打攻侦"), ""),
    "达": (not_after("到传发送直抵下表"), ""),
    "前": ("", "(?=[0-9零〇一二两三四五六七八九十百]{1,3}[名位强])"),
    "内": ("(?<=[年月天日时钟周度])", not_before("部外涵地容生需")),
    "上": (not_after("以之线网马晚早路海算加追赶逐成身村乡车"), _LARGE_AHEAD),
    "过": (not_after("超通经不越"), "(?=[百千万亿]|半)"),
    "数": (not_after("总人户次个系指参岁基倍分函多少件"), "(?=[十百千万亿](?!分))"),
    "几": ("", "(?=[十百千万亿])"),
}
_AFTER_WORDS: Final = {
    Sense.FLOOR: "以上 及以上 之上",
    Sense.CEILING: "以下 以内 之内 及以下 内",
    Sense.AROUND: "左右 上下",
}


def _flat(words: dict[Sense, str]) -> dict[str, Sense]:
    return {word: sense for sense, line in words.items() for word in line.split()}


def _levels(stems: str, sense: Sense) -> dict[str, Sense]:
    return {stem + to: sense for stem in stems.split() for to in "到至"}


def _alternatives(words: dict[str, Sense]) -> str:
    """A pattern of all `words`, the longest first, each between its guards."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(word.join(_GUARDS.get(word, ("", ""))) for word in longest_first)


BEFORE_SENSE: Final = _flat(_BEFORE_WORDS) | _levels(_RISING, Sense.RISEN_TO) | _levels(_FALLING, Sense.FALLEN_TO)
AFTER_SENSE: Final = _flat(_AFTER_WORDS)
VERB_SENSE: Final = _flat(_VERB_WORDS)
WORD_SENSE: Final = VERB_SENSE | BEFORE_SENSE
# The words of a figure stand in any order: 新增不少于3家, 至少降低15%, 降至约9天
WORD: Final = (
    rf"(?: (?:{'|'.join(_RISING.split())}|{'|'.join(_FALLING.split())})[到至]"
    rf" | {_alternatives(_flat(_BEFORE_WORDS) | VERB_SENSE)} )"
)
AFTER: Final = rf"(?:{_alternatives(AFTER_SENSE)})"

# (more is better, less is better)
_TARGET: Final = {
    Sense.FLOOR: (Operator.GE, Operator.GE),
    Sense.CEILING: (Operator.LE, Operator.LE),
    Sense.OVER: (Operator.GT, Operator.GT),
    Sense.UNDER: (Operator.LT, Operator.LT),
    Sense.AROUND: (Operator.ABOUT_GE, Operator.ABOUT_LE),
    Sense.NEAR: (Operator.ABOUT, Operator.ABOUT),
    Sense.MORE: (Operator.GE, Operator.GE),
    Sense.SEVERAL: (Operator.VAGUE, Operator.VAGUE),
    Sense.STEADY: (Operator.GE_BASE, Operator.GE_BASE),
    Sense.RISEN_TO: (Operator.GE, Operator.GE),
    Sense.FALLEN_TO: (Operator.LE, Operator.LE),
    Sense.GROWTH: (Operator.GE, Operator.LE),
    Sense.REDUCTION: (Operator.GE, Operator.GE),
    Sense.PLAIN: (Operator.GE, Operator.LE),
}
_RESULT: Final = {
    Sense.FLOOR: Operator.GE,
    Sense.CEILING: Operator.LE,
    Sense.OVER: Operator.GT,
    Sense.UNDER: Operator.LT,
    Sense.AROUND: Operator.INTERVAL,
    Sense.NEAR: Operator.INTERVAL,
    Sense.MORE: Operator.INTERVAL,
    Sense.SEVERAL: Operator.INTERVAL,
}


def choose(sense: Sense, role: Role, polarity: Polarity) -> Operator:
    """The operator for the deciding `sense`."""
    if role == "result":
        return _RESULT.get(sense, Operator.EXACT)
    return _TARGET[sense][polarity == "down"]
