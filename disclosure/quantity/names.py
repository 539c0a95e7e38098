"""Digits and numerals that are no quantity: names, dates, ordinals, list numbers, definitions.

The rule is docs/domain.md, Traps. Each pattern is for folded text, with re.VERBOSE. The digits a pattern
takes are taken whole (`++`), so that no match ends within a run of digits, and repetitions over other
characters are bounded, so that scanning stays linear. What asks for a unit is asked outside of the patterns.
"""

import re
from functools import cache
from typing import Final

from .grammar import DASH, DASHES, WHOLE_RUN
from .numerals import HAN, HAN_DIGIT, NOT_AFTER_HAN, fold
from .patterns import not_after, not_before
from .units import unit_end

_NUMERAL: Final = rf"(?: [0-9]++ | {HAN_DIGIT}{{1,8}}+ )"
_TO: Final = rf"(?: —{{1,2}} | [{DASHES}、和及] )"

# Counted sayings of political language: they stand for a doctrine, not for an amount.
_SAYINGS: Final = r"""
    两个(?:维护|确立|一百年|百年|大局|毫不动摇) | 四个(?:全面|意识|自信|伟大|最严) | 三个(?:代表|区分开来)
  | 五位一体 | 五个一工程 | 八项规定 | 一个(?:中国|不能少) | 两位数
"""

# A name where something is counted in it: “10万人才来昌…”.
QUOTED: Final = r"""
    (?P<name> (?<=“) (?! [（(][0-9]{1,2}[)）] ) [^“”，。；：！？%\n]{1,20} (?=”) | 《 [^《》\n]{1,40} 》 )
"""
LIST: Final = r"""
    (?: (?<![^；;：:。\n \u3000]) [0-9]{1,2}+
        (?: [.、](?![0-9]) | \.(?=[0-9]{1,2}分钟[^，。；]{0,10}圈) | [)）] )
      | [（(][0-9]{1,2}[)）]
      | (?<=[［〔【\[]) [0-9]{1,3}+ (?=[］〕】\]])
      | (?<=\[) [0-9]{1,3}+ (?=:[ ])  |  (?<=\[endnoteRef:) [0-9]{1,3}+
    )
"""
# Where it is Chinese that follows, and no unit.
_YEAR_IN_NAME: Final = rf"""
    (?P<year> (?:18|19|20)[0-9]{{2}} ) (?= [^\W0-9A-Za-z_] ) (?! 年 | [余多百千万亿、和及以] | {DASH} [0-9] )
"""
_LATIN_FIRST: Final = r"""
    (?<![A-Za-z]) [A-Za-z]{1,8}+ -? [0-9]++ (?:\.[0-9]++)?+ (?![ ]?[%亿万]) (?: [A-Za-z]{1,8}+ [0-9]*+ )?+
"""
NAME: Final = rf"""
    (?: [0-9]++ (?:\.[0-9]++)?+ (?: [+×*·•:：] (?:[0-9]++|N) (?:\.[0-9]++)?+ ){{1,5}}+   # 3+5, 7×24
      | [0-9]++ (?: \.[0-9]++ ){{2,5}}+
      | [0-9]++ (?:\.[0-9]++)?+ 版                                   # 2.0版
      | {_LATIN_FIRST}                                               # PM2.5
      | [0-9]++ (?P<latin>) [A-Za-z]{{1,8}}+ [0-9]*+ [级店]?                # 4A级, 4S店, 12345N
      | 1[0-9]{{2,4}}+ {not_before("个条家部号名项")} [一-鿿]{{0,8}} 热线           # 12345政府服务热线
      | (?:110|119|120|122|123[0-9]{{2}}) (?=平台|指挥|急救|报警|接处警|电话)
      | 人才 [0-9]++ 条                                              # 人才10条
      | (?:5|10|15|20|30) 分钟 (?= [^，。；、”\n]{{0,10}} 圈 )         # 15分钟生活圈
      | {_YEAR_IN_NAME}                                              # 1962文创园
      | [0-9]{{3}} (?=工程|高校)
      | (?: [0-9]{{1,2}}+ | {HAN} ) (?: (?: [人天班轮] | 小时 | 年 ) (?=制) | 年      # 九年制, 5人制
            (?= {not_before("内来间以前后完建实的")} [^，。；、“”0-9]{{0,4}} (?:行动|规划|计划|攻坚|方案)   # 三年行动
              | 义务 | 一贯 | 大变样 ) )
      | (?<!前) (?: [0-9]++ | [十百千双] ) 强 {not_before("化调度劲力军大")}          # 十强县, 500强
      | (?P<version> [1-9]\.0 (?![0-9]) )                            # 智慧城管2.0
      | [0-9]++ (?:\.[0-9]++)?+ [%‰] (?=[^，。；0-9]{{0,6}}抽样)         # 2%住户抽样
      | {_SAYINGS}
    )
"""
DATE: Final = rf"""
    (?: [12][0-9]{{3}} (?: {_TO} [12]?[0-9]{{1,3}}+ ){{0,4}} 年 [度代初中底末]?
            (?: [0-9]{{1,2}}+ (?: {_TO} [0-9]{{1,2}}+ )? 月 (?: 份 | [底末初] | [上中下]旬 )? )?
            (?: [0-9]{{1,2}}+ [日号] )?
      | [12][0-9]{{3}} [-./] [0-9]{{1,2}}+ [-./] [0-9]{{1,2}}+
      | [0-9]{{1,2}}+ (?: {_TO} [0-9]{{1,2}}+ )? 月 (?: 份 | [底末初] | [上中下]旬 )?
            (?: [0-9]{{1,2}}+ (?: {_TO} [0-9]{{1,2}}+ )? [日号] )?
      | [0-9]{{1,2}}+ 日 {not_before("内以均游照常")}
      | [0-9]{{1,2}}+ 世纪 (?: [0-9]0年代 )?
      | [0-9]0 (?: 年代 | 后{not_before("续期来")} )
      | [0-9]++ 周年
      | [1-4一二三四] (?: {_TO} [1-4一二三四] )? 季度
      | [〇零一二三四五六七八九]{{4}} 年
      | {NOT_AFTER_HAN}
            (?: [一二三四五六七八九十]{{1,2}} 月 (?: [一二三四五六七八九十]{{1,3}} 日 )? | {HAN_DIGIT}{{1,4}} 周年 )
    )
"""
ORDINAL: Final = rf"""
    (?: 第 {_NUMERAL} (?: (?<=[0-9]) \.[0-9]++ )? (?: 个五年 | 季度 | [个届次批期位名条章项类种轮张年号] )?
      | {NOT_AFTER_HAN} {HAN_DIGIT}{{1,4}}+ (?: 届 (?: {HAN_DIGIT}{{1,2}}+ 次 )? | 期 )
      | {HAN_DIGIT}{{1,3}}+ 次 (?=会议|全会)
      | [0-9]++ (?: 届 | 号[线楼]? | 级 )
    )
"""
# 亿元以上项目46个: the words before the figure say which things are counted.
DEFINITION: Final = (
    rf"{NOT_AFTER_HAN} (?<![0-9]) {not_after('余多几数')} [百千]?[万亿]元 (?: 以上 | 以下 | 级 )? (?!楼)"
)

# In the order in which they are tried at one place.
KINDS: Final = (
    ("list", LIST),
    ("name", NAME),
    ("date", DATE),
    ("ordinal", ORDINAL),
    ("definition", DEFINITION),
)

_COUNT: Final = re.compile(rf"(?P<digit> [0-9] ) | {HAN}", re.VERBOSE)
_QUOTED: Final = re.compile(QUOTED, re.VERBOSE)
_NAMED: Final = re.compile("|".join(f"(?P<{kind}> {pattern} )" for kind, pattern in KINDS), re.VERBOSE)
_CUT: Final = re.compile("(?<=[0-9])[0-9]")


@cache
def _whole() -> re.Pattern[str]:
    """Seldom wanted, and slow to compile."""
    each = (f"(?P<{kind}> {pattern} {WHOLE_RUN} )" for kind, pattern in KINDS)
    return re.compile("|".join(each), re.VERBOSE)


def is_no_quantity(written: str) -> bool:
    """Whether the whole of `written` is a name, a date, an ordinal, a list number or a definition."""
    folded = fold(written)
    quoted = _QUOTED.fullmatch(folded)
    return bool((quoted and _counts(quoted)) or _unless_counted(_NAMED.fullmatch(folded)))


def named(text: str, at: int) -> re.Match[str] | None:
    """What begins at `at` of the folded `text` and is no quantity: its kind is the last group."""
    opens = text[at : at + 1] == "《" or text[at - 1 : at] == "“"
    quoted = _QUOTED.match(text, at) if opens else None
    return quoted if quoted and _counts(quoted) else _unless_counted(_NAMED.match(text, at))


def whole(name: re.Match[str]) -> re.Match[str] | None:
    """`name`, or where it ends within a run of digits a name in its place that does not."""
    cut = _CUT.match(name.string, name.end())
    return _unless_counted(_whole().match(name.string, name.start())) if cut else name


def _counts(quoted: re.Match[str]) -> bool:
    """Whether there are digits in it, or something is counted in Chinese numerals."""
    text = quoted.string
    found = _COUNT.finditer(text, *quoted.span())
    return any(one["digit"] or unit_end(text, one.end()) > one.end() for one in found)


def _unless_counted(found: re.Match[str] | None) -> re.Match[str] | None:
    """2000个 begins with no year, 2.0万 is no version and 60MW no name."""
    if found is None or not (found["year"] or found["version"] or found["latin"] is not None):
        return found
    text, end = found.string, found.end()
    if found["latin"] is not None:
        return found if unit_end(text, found.start("latin")) == found.start("latin") else None
    if found["version"]:
        return found if text[end : end + 1] not in ("%", "‰", "万", "亿") and unit_end(text, end) == end else None
    return found if "一" <= text[end] <= "鿿" and unit_end(text, end) == end else None
