"""What the words around a figure make of it: a period, a definition, a baseline, an article; no number to be reached.

The rules are those of docs/domain.md, Traps. Plain comparisons of the words before and behind: a search through running
text asks them of every figure it finds.
"""

from typing import Final

from .grammar import WrittenFigure, take_apart
from .numerals import HAN_DIGITS
from .operators import AFTER_SENSE, VERB_SENSE, WORD_SENSE, Sense
from .patterns import after_last, before_first, compiled, words
from .units import COUNTERS, is_rate, unit_end

FRAGMENT: Final = "fragment"
PERIOD: Final = "period"
DEFINITION: Final = "definition"
BASELINE: Final = "baseline"
ARTICLE: Final = "article"
LISTING: Final = "listing"
SAYING: Final = "saying"
# Written in Chinese numerals they are words like others: 四年来, 一条新路, 十个方面, 两手抓两手硬
WORDS_ONLY: Final = frozenset({PERIOD, ARTICLE, LISTING, SAYING})

_CLAUSE_END: Final = "，。；：！？、\n"


_SPANS: Final = frozenset(words("年 个月 个季度 天 周 日 小时"))
_BEFORE_SPAN: Final = words(
    "今后 未来 过去 近 最近 此后 往后 连续 这 头 前 上 后 再用 用 利用 经过 历经 历时 为期 满 超期 用好 力争用 通过 "
    "一晃 五年 不到 每隔 长达 已有 坚持"
)
_AFTER_SPAN: Final = words(
    "来 间 里 期间 以来 时间 多来 之内 努力 的努力 接续 以后 之后 后 前 的 奋斗 持续 一个 一遇 多 跨 "
    "期 过渡期 保护期 宽限期 有效期 窗口期 培育期 建设期"
)
_ROUND_THE_CLOCK: Final = words("在线 值守 服务 开放 自助 不打烊 不间断 监控 监测 营业 运行 热线 受理 响应")
_DEFINING_UNITS: Final = frozenset(words("千伏 伏 kV 吨级 纳米"))
# 年产7万吨铝材项目开工; 实现年产7万吨 is a level
_CAPACITY: Final = words("年产 日产 月产 年处理 日处理 年加工")
_CAPACITY_ENDS: Final = frozenset(("", " ", *_CLAUSE_END, *"和与及或以左上的"))
# What is itself so large: 新增装机10万千瓦以上, 发放1亿元以上消费券
_AMOUNT_NOUNS: Final = words(
    "资金 贷款 消费券 补贴 补助 投资 红包 奖 额度 产值 收入 能力 容量 装机 产能 规模 信贷 融资 债券 专项资金 财政 "
    "税收 销售 营收 效益 产量 粮食 耕地 高标准 土地 用地 面积 道路 管网 绿地 绿道 空间 厂房"
)
# 年所得额不到100万元的部分, 超过200人的企业
_THRESHOLDS: Final = frozenset({Sense.OVER, Sense.UNDER, Sense.CEILING, Sense.FLOOR})
_OF_THAT_SIZE: Final = words(
    "的部分 的企业 的单位 的个人 的家庭 的地区 的项目 的人员 的小微 的个体 的纳税人 的县 的村 的园区 的产业 "
    "的老人 的职工"
)
_NO_NOUN: Final = words(
    "其中 以 并 和 及 与 或 力争 努力 用于 支持 同时 较 比 为 是 占 达 增 超 完成 实现 目标 的目标 左右 确保 带动 拉动 "
    "新增 但 且 不 下 上 后 前 到 用 给 向 在 由 从 对 将 已 再 也 都 就 而 让 使"
)
_OTHER_MATTER: Final = words("增长 其中 带动 实现 完成 同比 下降 力争 新增")
_AS_IT_WAS: Final = words("现行 原定 原来的 原有 原先的")
# What a baseline is followed by: 提高到, 进一步下降至, 调整为
_MOVING: Final = words(
    "提高 提升 上升 上调 增加 增长 扩大 扩展 扩增 拓展 延长 下降 降低 降 减少 减 压缩 压减 压降 缩短 缩减 下调 调整 "
    "回落 收窄 发展 跃升 攀升 增 升 恢复 优化 精简 涨 壮大 推进 提 拓 变 转"
)
_BASELINE_END: Final = _CLAUSE_END.replace("、", "")
_JOINING: Final = words("、 和 与 及")
# 50%、75%提高至100%: the next of several baselines
_NEXT_BASELINE: Final = (
    rf"[、和与及] [0-9.]+ [^，。；、和与及]{{0,4}}? (?= [、和与及] | 分别 | 逐步 | {' | '.join(_MOVING)} )"
)
_MOVED: Final = tuple(verb + to for verb in _MOVING for to in "到至为成")
_ADVERBS: Final = words("进一步 逐步 再 大幅 平均 又 稳步 快速 迅速 以上 左右 的 分别")
_ABSTRACT: Final = words(
    "新路 路子 道路 格局 局面 台阶 机遇 提升 变化 高地 飞跃 跨越 开局 过程 良好 重要 大的 新的 更 整体 目标 主题 共同 "
    "时期 阶段 强大 字 样 方面"
)
_LISTED: Final = words(
    "方面 层面 维度 环节 关键 坚持 必须 统筹 导向 更加 确保 优先 阶段 步骤 结合 转变 务必 突出 聚焦 着力 坚定 关系 "
    "积极性 指标 1亿 大局 文明 轮子 一起 一体 原则 意识 自信 不动摇 毫不 维护 确立 重大 重点 战场 攻坚 革命 不变 不减 "
    "领域 字 百年 行业 定位 中心 倍增"
)


def aside(text: str, start: int, end: int, words_start: int) -> str | None:
    """What the figure `text[start:end]` of the folded `text` is, where it is no number to be reached; else None.

    `words_start` is where its words begin with those that change nothing (新建 in 新建一条步道).
    """
    figure = take_apart(text[start:end])
    if figure is None:
        return None
    before, behind = text[max(0, start - 24) : start], text[end : end + 24]
    if not (figure.unit or figure.words or figure.scaled or text[:start].strip() or text[end:].strip()):
        return FRAGMENT
    if figure.unit in _SPANS and _is_period(figure, before, behind):
        return PERIOD
    if _defines(figure, before, behind):
        return DEFINITION
    if _is_baseline(before, behind):
        return BASELINE
    return _in_numerals(figure, text[words_start:start], before, behind)


def _is_period(figure: WrittenFigure, before: str, behind: str) -> bool:
    """今后三年, 五年来, 两年内; 缩短到3年 is none."""
    if AFTER_SENSE.get(figure.after) is Sense.CEILING:
        return figure.after != "以下" and not figure.before
    if behind.startswith(("来", "以来")):
        return True
    if figure.before or figure.words or figure.per:
        return False
    if figure.unit == "小时" and figure.number == "24":
        return behind.startswith(_ROUND_THE_CLOCK)
    if before.endswith(_BEFORE_SPAN) or (behind.startswith(_AFTER_SPAN) and figure.unit in ("年", "个月", "天")):
        return True
    return figure.unit == "年" and not figure.number[0].isascii()


def _defines(figure: WrittenFigure, before: str, behind: str) -> bool:
    """220千伏变电站, 0—6岁儿童, 20亿元以上项目3个."""
    if figure.unit in _DEFINING_UNITS:
        return not figure.after
    if before.endswith(_CAPACITY) and behind[:1] not in _CAPACITY_ENDS:
        return not figure.after
    if figure.unit == "岁":
        return not (figure.words or "寿命" in before or "年龄" in before)
    if figure.before and not figure.after:
        return WORD_SENSE[figure.before[-1]] in _THRESHOLDS and behind.startswith(_OF_THAT_SIZE)
    if AFTER_SENSE.get(figure.after) not in (Sense.FLOOR, Sense.CEILING) or figure.before:
        return False
    return _says_which(figure, behind)


def _says_which(figure: WrittenFigure, behind: str) -> bool:
    """Whether 以上 goes on to say which things are meant: those of a later count, or of that size themselves."""
    if not behind or not "一" <= behind[0] <= "鿿" or behind.startswith(_NO_NOUN) or behind[0] in HAN_DIGITS:
        return False
    clause = behind[: before_first(behind, 0, _CLAUSE_END)]
    if any(character.isdigit() for character in clause) and not any(word in clause for word in _OTHER_MATTER):
        return True
    if figure.unit in COUNTERS or is_rate(figure.unit) or not figure.unit:
        return False
    noun = behind.removeprefix("的")
    return not noun.startswith(_AMOUNT_NOUNS)


def _is_baseline(before: str, behind: str) -> bool:
    """从41.2%提高到58%: the first of the two is where it stood."""
    if before.endswith(_AS_IT_WAS):
        return True
    if not ("从" in before or "由" in before or "自" in before):
        return False
    behind = _behind_list(behind)
    while adverb := next((word for word in _ADVERBS if behind.startswith(word)), ""):
        behind = behind[len(adverb) :]
    clause = before[after_last(before, len(before), _BASELINE_END) :]
    return behind.startswith(_MOVED) and any(word in clause for word in "从由自")


def _behind_list(behind: str) -> str:
    """What follows the last of several baselines: 从50%、75%提高至100%."""
    while behind.startswith(_JOINING) and (listed := compiled(_NEXT_BASELINE).match(behind)):
        behind = behind[listed.end() :]
    return behind


def _in_numerals(figure: WrittenFigure, idle: str, before: str, behind: str) -> str | None:
    """What Chinese numerals are where they count nothing."""
    if before[-1:] == "个" and before[-2:-1] in HAN_DIGITS:
        return LISTING
    if figure.number[0].isascii():
        return _in_digits(figure, behind)
    if figure.per or figure.before or figure.after or figure.scaled or figure.more:
        return None
    if figure.unit in COUNTERS and (behind.startswith(_LISTED) and figure.unit in ("个", "种", "项", "条")):
        return LISTING
    if _is_repeated(figure, before, behind):
        return SAYING
    return ARTICLE if figure.number == "一" and _is_article(figure, idle, before, behind) else None


def _in_digits(figure: WrittenFigure, behind: str) -> str | None:
    """What digits are where they count nothing: 6个方面, 56个民族, 9大工程."""
    if figure.unit == "个" and (behind.startswith("方面") or (figure.number == "56" and _is_nation(behind))):
        return LISTING
    counts_nothing = not (figure.unit or figure.scaled or figure.words or figure.per)
    return LISTING if counts_nothing and behind.startswith("大") and not behind.startswith("大于") else None


def _is_nation(behind: str) -> bool:
    return behind.startswith("民族") and not behind.startswith("民族团结")


def _is_repeated(figure: WrittenFigure, before: str, behind: str) -> bool:
    """两个战场两种任务, 一户一档."""
    digit, window = figure.number[-1:], 4
    ahead = behind[: window + 2]
    if any(one == digit and unit_end(ahead, n + 1) > n + 1 for n, one in enumerate(ahead[:window])):
        return True
    passed = before[-window - 2 :]
    return any(one == digit and unit_end(passed, n + 1) > n + 1 for n, one in enumerate(passed))


def _is_article(figure: WrittenFigure, idle: str, before: str, behind: str) -> bool:
    """闯出一条新路; 新建一条步道 and 示范社区一个 count."""
    noun = behind[: before_first(behind, 0, _CLAUSE_END)]
    if not noun:
        return not before or before[-1] in _CLAUSE_END
    builds = bool(figure.words) or any(word in VERB_SENSE for word in (idle, before[-2:]))
    return not builds or any(word in noun for word in _ABSTRACT)
