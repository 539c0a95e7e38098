"""The words around a number and the operator they make (docs/domain.md, Quantities)."""

from enum import Enum, auto
from typing import Final

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
    STEADY = auto()
    RISEN_TO = auto()
    FALLEN_TO = auto()
    GROWTH = auto()
    REDUCTION = auto()
    PLAIN = auto()


_BEFORE_WORDS: Final = {
    Sense.FLOOR: "不低于 不少于 不小于 不短于 至少 最少 最低",
    Sense.CEILING: "不超过 不高于 不大于 不多于 不突破 至多 最多 最高 控制在 压控在 前",
    Sense.OVER: "超过 突破 高于 大于 多于 超 逾 破",
    Sense.UNDER: "低于 不满 不足 不到 少于 小于",
    Sense.NEAR: "大约 约为 将近 接近 约 近",
    Sense.STEADY: "稳定在 保持在 维持在 稳定保持在",
    Sense.RISEN_TO: "提高到 提高至 提升到 提升至 增加到 增加至 上升到 上升至 增长到 扩大到 扩大至 增至 升至 升到 增到",
    Sense.FALLEN_TO: "下降到 下降至 降低到 降低至 减少到 减少至 压缩到 压缩至 压减到 压减至 "
    "缩短到 缩短至 降到 降至 减至 回落到 回落至",
    Sense.PLAIN: "达到 高达 多达 达",
}
_VERB_WORDS: Final = {
    Sense.GROWTH: "增长 提高 上升 增加 提升 扩大",
    Sense.REDUCTION: "下降 降低 减少 压减 压缩 缩减 缩短",
    Sense.PLAIN: "实现 完成 新增 建成 新建 建设 改造 引进 招引 培育 打造 创建 办好 办 签约 发放 提供 "
    "开展 举办 组织 召开 举行 集中 实施 进行 开工 竣工 安排 培训",
}
_AFTER_WORDS: Final = {
    Sense.FLOOR: "以上 及以上 之上",
    Sense.CEILING: "以下 以内 之内 及以下 内",
    Sense.AROUND: "左右 上下",
}

# Text that must not stand before (or after) a word for it to be that word: 节约3亿元, 赶超, 近3年, 到达.
_GUARDS: Final = {
    "约": ("(?<![节签合预集契履违条])", ""),
    "近": ("(?<![附最临邻靠远就])", "(?![0-9零〇一二两三四五六七八九十]{1,3}(?:年|个月|个季度|周|日|天))"),
    "超": ("(?<![赶反高])", ""),
    "破": ("(?<![突打攻侦])", ""),
    "达": ("(?<![到传发送直抵下表])", ""),
    "前": ("", "(?=[0-9零〇一二两三四五六七八九十百]{1,3}[名位强])"),
    "内": ("(?<=[年月天日时钟周度])", "(?![部外涵地容生需])"),
}


def _flat(words: dict[Sense, str]) -> dict[str, Sense]:
    return {word: sense for sense, line in words.items() for word in line.split()}


def _alternatives(words: dict[str, Sense]) -> str:
    """A pattern of all `words`, the longest first, each between its guards."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(word.join(_GUARDS.get(word, ("", ""))) for word in longest_first)


BEFORE_SENSE: Final = _flat(_BEFORE_WORDS)
AFTER_SENSE: Final = _flat(_AFTER_WORDS)
VERB_SENSE: Final = _flat(_VERB_WORDS)
BEFORE: Final = rf"(?:{_alternatives(BEFORE_SENSE)})"
AFTER: Final = rf"(?:{_alternatives(AFTER_SENSE)})"
VERB: Final = rf"(?:{_alternatives(VERB_SENSE)})"

# (more is better, less is better)
_TARGET: Final = {
    Sense.FLOOR: (Operator.GE, Operator.GE),
    Sense.CEILING: (Operator.LE, Operator.LE),
    Sense.OVER: (Operator.GT, Operator.GT),
    Sense.UNDER: (Operator.LT, Operator.LT),
    Sense.AROUND: (Operator.ABOUT_GE, Operator.ABOUT_LE),
    Sense.NEAR: (Operator.ABOUT, Operator.ABOUT),
    Sense.MORE: (Operator.GE, Operator.GE),
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
}


def choose(sense: Sense, role: Role, polarity: Polarity, capped: bool = False) -> Operator:
    """The operator for the deciding `sense`; `capped` is 控制在…左右, the mirror image at any polarity."""
    if role == "result":
        return _RESULT.get(sense, Operator.EXACT)
    down = polarity == "down" or (capped and sense is Sense.AROUND)
    return _TARGET[sense][down]
