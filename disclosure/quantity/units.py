"""Units and counters: what may follow a number, how it is normalised, and what it can be mistaken for."""

from string import ascii_letters, digits
from typing import Final


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Counted one by one: 1-2家 is an int_range (docs/domain.md, 1-2家).
COUNTERS: Final = _set(
    """
    个 家 所 座 项 名 位 人 人口 户 件 条 处 栋 幢 场 次 批 批次 人次 户次 家次 场次 车次 架次 件次 例次 班次
    辆次 台次 辆 台 套 台套 张 部 册 只 头 口 间 片 块 支 艘 架 列 组 对 对次 份 篇 例 起 宗 笔 棵 株 盏 根 期
    轮 班 类 种 门 强 床 张床位 标箱 个标箱 款 封 枚 颗 粒 本 首 部次 村
    """
)
TIMES: Final = _set("年 个多月 个月 个季度 周 天 日 个工作日 工作日 小时 个小时 分钟 秒 岁")
MEASURES: Final = _set(
    """
    % ‰ 个多百分点 个百分点 百分点 倍 元 美元 欧元 港元 日元 英镑 人民币 元人民币
    公里 千米 米 厘米 毫米 海里 里 平方公里 平方千米 平方米 平米 立方米 立方 亩 公顷 ㎡ km cm mm
    吨 公斤 千克 斤 克 毫克 微克 吨标准煤 吨标煤 t kg 升 桶 度 摄氏度 ℃
    千瓦 千瓦时 兆瓦 瓦 千伏 伏 kW kWh MW GW kV GB TB PB
    """
)

# Different spellings of one unit. 平米 and 平方米 stay as they are written.
_ALIASES: Final = {
    "百分点": "个百分点",
    "个多百分点": "个百分点",
    "个多月": "个月",
    "人民币": "元",
    "元人民币": "元",
    "人口": "人",
}

# A counter followed by one of these is the beginning of another word: 10万人才, 三家店, 三次产业, 五位一体.
_NOT_BEFORE: Final = {
    "人": "才|民币|大代表|工智能",
    "年": "级|轻|期|产|均",
    "家": "店|庭|长",
    "条": "件|例",
    "位": "一体|于|列|居",
    "名": "校|师|城|牌|录|优",
    "所": "有|在|以|属",
    "部": "门|委|队|分|署|级|长|省|联",
    "场": "所|馆|地|景",
    "天": "然|下|空",
    "日": "游|常|均|照",
    "周": "边|年|期|围",
    "台": "湾|胞|风|账",
    "口": "岸|罩|径|腔",
    "头": "部|雁",
    "片": "区|式",
    "块": "链",
    "支": "持|撑|付|出|部|点|农",
    "本": "科|级|土|地",
    "批": "准|发|复|示",
    "次": "产业|序|性|生",
    "例": "会|如",
    "户": "籍|外|均|厕|型",
    "起": "步|来|草|点",
    "间": "接",
    "对": "接|标|外|口",
    "元": "素|旦|宝|首|化|结构|体系|论",
    "里": "程",
    "班": "子|组|车",
    "强": "化|调|劲|力|国|军|县|市|区|镇|乡|企",
    "村": "民|委|级|干|镇|集|改|居",
    "首": "先|次|个|位|批|届",
    "度": "假|过",
    "类": "似|型",
    "门": "店|类|槛|户|诊|前",
    "期": "间|待|望|货",
    "组": "织|建|成|团|合",
    "升": "级|至|到|值",
    "克": "服",
    "米": "业",
    "瓦": "解",
    "列": "车|入",
    "根": "本|据|治",
    "笔": "者",
    "种": "植|业|粮|养",
}


_ALL: Final = sorted(COUNTERS | TIMES | MEASURES, key=lambda unit: (-len(unit), unit))
_LATIN: Final = [unit for unit in _ALL if unit.isascii() and unit.isalpha()]
# Latin units end at a letter's edge. For folded text, with re.VERBOSE.
LATIN_UNIT: Final = rf"(?: (?:{'|'.join(_LATIN)})(?![A-Za-z0-9]) )"


def _by_beginning() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """The units by their first character, the longest first, each with what must not follow it."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for unit in _ALL:
        other_words = _NOT_BEFORE[unit].split("|") if unit in _NOT_BEFORE else ()
        found.setdefault(unit[0], []).append((unit, tuple(ascii_letters + digits if unit in _LATIN else other_words)))
    return found


# Looked up and no pattern: of two hundred words, that would take as long to compile as a report's figures to find
_UNITS: Final = _by_beginning()

# 一批 is vague, 一年 and 一道 are figures of speech: a bare 一 counts nothing before these.
_SPEECH_AFTER_ONE: Final = TIMES | _set("批 种 类 张 道 份 轮 期 度 组 对 起 口 首 本 门 片 块 部")


def unit_end(text: str, at: int) -> int:
    """Where the unit that begins at `at` ends, or the compound (元/平方米); `at` where none does."""
    length = _length(text, at)
    if length and text.startswith("/", at + length) and (second := _length(text, at + length + 1)):
        return at + length + 1 + second
    return at + length


def _length(text: str, at: int) -> int:
    for unit, other_words in _UNITS.get(text[at : at + 1], ()):
        if text.startswith(unit, at) and not text.startswith(other_words, at + len(unit)):
            return len(unit)
    return 0


def normal_unit(unit: str) -> str:
    """The one spelling used in data."""
    return _ALIASES.get(unit, unit)


def counts(unit: str) -> bool:
    """Whether `unit` counts things one by one; a bare number does too."""
    return unit in COUNTERS or not unit


def is_speech(number: str, unit: str) -> bool:
    """Whether number and unit are a manner of speaking whatever stands before them: 一批."""
    return number == "一" and unit in _SPEECH_AFTER_ONE


def is_round(number: str) -> bool:
    """Whether a numeral has no digit: 千家 and 零部件 name no amount, 近百家 and 超过万亿元 do."""
    return set(number) <= set("零〇百千万亿")
