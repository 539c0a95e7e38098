"""Searching only where something can begin, part by part, finds what one large pattern tried at every place finds."""

import re
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from disclosure.quantity.deadline import DATED
from disclosure.quantity.find import _pieces
from disclosure.quantity.grammar import FIRST_NUMBER, PREFIX, SUFFIX, TO, WHOLE_RUN
from disclosure.quantity.names import KINDS
from disclosure.quantity.numerals import HAN, fold
from disclosure.quantity.operators import BEFORE_SENSE, VERB_SENSE
from disclosure.quantity.phrases import DOUBLING
from disclosure.quantity.units import _NOT_BEFORE, COUNTERS, MEASURES, TIMES
from tests.search.collection import REPORT


def anonymous(pattern):
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


# Units as alternatives, the longest first, where the program looks them up
UNITS = sorted(COUNTERS | TIMES | MEASURES, key=lambda unit: (-len(unit), unit))
LATIN = "|".join(unit for unit in UNITS if unit.isascii() and unit.isalpha())
LONG = "|".join(unit for unit in UNITS if len(unit) > 1 and not unit.isascii())
SHORT = "".join(unit for unit in UNITS if len(unit) == 1 and unit not in LATIN)
OTHER_WORDS = "|".join(unit + word for unit, words in _NOT_BEFORE.items() for word in words.split("|"))
UNIT_AHEAD = rf"(?: {LONG} | (?!{OTHER_WORDS})[{SHORT}] | (?:{LATIN})(?![A-Za-z0-9]) )"
UNIT = rf"(?: {UNIT_AHEAD} (?: /{UNIT_AHEAD} )? )"
COUNTED = rf"(?: [0-9] | {HAN} {UNIT_AHEAD} )"
GRAMMAR = rf"{PREFIX} {FIRST_NUMBER} {UNIT}? (?: {TO} {FIRST_NUMBER} {UNIT}? )? {SUFFIX}"
QUOTED = rf"""
    (?<=“) (?=[^”%]{{0,20}}{COUNTED}) [^“”，。；：！？%\n]{{1,20}} (?=”)
  | 《 (?=[^》]{{0,40}}{COUNTED}) [^《》\n]{{1,40}} 》
"""
# The parts that ask for no unit, and those that do
PATTERN = dict(KINDS)
YEAR = "(?P<year> (?:18|19|20)[0-9]{2} )"
assert PATTERN["name"].count(YEAR) == 1
VERSION = "(?P<version> [1-9]\\.0 (?![0-9]) )"
assert PATTERN["name"].count(VERSION) == PATTERN["name"].count("(?P<latin>)") == 1
PATTERN["name"] = PATTERN["name"].replace("(?P<latin>)", rf"(?! (?:{LATIN})(?![A-Za-z0-9]) )")
PATTERN["name"] = PATTERN["name"].replace(VERSION, rf"(?: [1-9]\.0 (?![0-9%‰万亿]) (?! {UNIT_AHEAD} ) )")
PATTERN["name"] = rf"(?: {QUOTED} | {PATTERN['name'].replace(YEAR, f'{YEAR} (?= [一-鿿] ) (?! {UNIT_AHEAD} )')} )"
NO_NAME = rf"(?! {PREFIX} (?: {'|'.join(PATTERN.values())} ) )"
PATTERNS = (
    *(("deadline", DATED), *PATTERN.items()),
    *(("doubling", DOUBLING), ("figure", NO_NAME + GRAMMAR), ("stray", "[0-9]++")),
)
PLAIN = re.compile(
    "|".join(f"(?P<{kind}> {anonymous(pattern)} {WHOLE_RUN} )" for kind, pattern in PATTERNS), re.VERBOSE
)
PIECES = """
    第 6.5代 2.0 抽样 制 攻坚 ［ ］
    届 次 会议 级 号 版 期 年 月 日 底 前 旬 上 下 半年 季度 今 明 末 内 世纪 后 周年 “ ” 《 》 （ ） ( ) [ ] : ：
    。 ， ； [endnoteRef: A S店 PM kg 人才 条 热线 工程 平台 行动 规划 强 县 分钟 圈 两个 维护 四个 自信
    五位一体 双 万亿元 以上 楼 2022-01-12 . / - — 至 + × % 分之 百分之 点 余 多 为 是 负 增长 翻 番 每 个 左右
"""
WORDS = [*PIECES.split(), *"0123456789５％零〇一二两三十百千万亿", *VERB_SENSE, *BEFORE_SENSE, *UNITS]
TEXT = st.lists(st.sampled_from(WORDS), max_size=16).map("".join)


def plainly(text):
    return [(found.lastgroup, *found.span()) for found in PLAIN.finditer(text)]


def scanned(text):
    return [piece[:3] for piece in _pieces(text)]


@settings(max_examples=max(100, settings.default.max_examples), deadline=None)
@given(TEXT)
@example("“")
@example("“(3)10万人才”")
@example("2010强县")
@example("1962个")
@example("建设2022-01-123个")
@example("[endnoteRef:1234个")
@example("[endnoteRef:12345政务热线")
def test_searching_where_something_can_begin_finds_what_the_plain_pattern_finds(text):
    assert scanned(fold(text)) == plainly(fold(text))


def test_it_finds_the_same_in_a_whole_report():
    lines = fold(REPORT.read_text("utf-8")).splitlines()
    for text in (*lines, *(one + other for one, other in pairwise(lines))):
        assert scanned(text) == plainly(text)
