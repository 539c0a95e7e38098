"""Deadlines: 年底前, 上半年, 6月底前, 10月1日前, 2022年12月底前 (docs/domain.md, 年底前, 上半年, 6月底前).

The named day itself is in time. 6月前 is read as 6月底前: of two readings the stricter one could print
a miss that is none. 2025年前 ends with 2024-12-31; 到2025年 with that year; 三年内 counts from the report's year.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from typing import Final

from msgspec import Struct

from .numerals import HAN_DIGIT, fold, read_number
from .patterns import after_last, compiled
from .seasons import seasons
from .shapes import Deadline, Operator, Quantity

# For folded text, with re.VERBOSE. Months and quarters may be Chinese numerals.
DEADLINE: Final = rf"""
    (?: (?P<year> [12][0-9]{{3}} )(?=年) | (?P<ahead> [明次] )(?=年) | [今本当](?=年) )?
    (?:
        年? (?P<month> 1[0-2] | 0?[1-9] | {HAN_DIGIT}{{1,2}} ) 月份?
            (?: (?P<day> [0-9]{{1,2}} | {HAN_DIGIT}{{1,3}} ) [日号] | (?P<part> [底末初] | [上中下]旬 ) )?
      | 年? (?: 第?(?P<quarter> [1-4一二三四] ) | 前(?P<quarters> [2-3两二三] ) ) 季度 [末底内]?
      | 年? (?P<half> 上半年 | 下半年 ) [末底内]?
      | 年 (?P<part_of_year> [底末内终中] )
      | (?<= [本当] ) 年
      | (?<= [0-9] ) 年 (?= 之前 | 以前 | 前 )
    )
    (?: 之前 | 以前 | 前 )?
"""
# A deadline in running text says 前 and has a number; 年底 and 上半年 alone are words like others.
NEAR_NUMBER: Final = "(?= [^，。；]{0,6} (?: [0-9] | 月 | 季度 ) )"
DATED: Final = rf"{NEAR_NUMBER} {DEADLINE} (?<=前)"
_DATED: Final = re.compile(DATED + "(?!(?<=[0-9])[0-9])", re.VERBOSE)
# A year, a plan, a number of years, a named day: no part of running text's figures, and compiled when first asked for
_NUMBER_OF_YEARS: Final = r"(?: [0-9]{1,2} | [一两二三四五六七八九十]{1,2} )"
_PLANS: Final = {"二": 2015, "三": 2020, "四": 2025, "五": 2030, "六": 2035, "七": 2040}


@cache
def _longer() -> re.Pattern[str]:
    names = "|".join(seasons())
    return re.compile(
        rf"""
        [到在至]? (?:
            “?十(?P<plan> [{"".join(_PLANS)}] )五”? (?:规划)?
                (?: 时?期?[内末]+ | 时?期末 | 期间 | 末期? | 收官 | 完成时? )
          | (?: (?:[到在至]|力争|确保) (?P<to> [12][0-9]{{3}} )年 | (?P<end> [12][0-9]{{3}} )年(?=[年末底内]) )
                [年末底内]{{0,2}} (?:之前|以前|前)?
                (?! 的 | 以来 | 起 | [中初] | [上下]半年
                  | [0-9〇零一二三四五六七八九十]{{1,2}}月 | 第?[一二三四1-4前]{{1,2}}季度 )
          | (?P<years> {_NUMBER_OF_YEARS} )年 (?: 之?内 | 左右?时间内? )
          | [用今未][后来]?(?P<spent> {_NUMBER_OF_YEARS} )年 (?:左右)? (?:[的时]间?)? 内?
          | (?: (?P<year> [12][0-9]{{3}} )年 | (?P<ahead> 明年 ) | [今当]年 )? (?: [0-9]{{1,2}}月 )?
            “?(?P<season> {names} )”? 节? (?: 假?期?(?: 来临 | 到来 | 开始 )? ) (?: 之前 | 以前 | 前 )
        )
        """,
        re.VERBOSE,
    )


_LEADING: Final = rf"[到在至]?{DEADLINE}"
# What an editor may leave behind the deadline without naming another figure: 年底前建成投用.
_DONE: Final = r"""
    (?: 实现 | 全面 | 全部 | 基本 | 力争 | 确保 | 主体
      | 完成 | 建成 | 竣工 | 完工 | 投用 | 投入使用 | 开工 | 启动 | 通车 | 达产 | 投产 | 运营 )*
    """

# 2025年前: what is due before a year begins
_BEFORE_A_YEAR: Final = r"[到在至]?[12][0-9]{3}年(?:之前|以前|前)"
_DAYS: Final = {"初": 10, "上旬": 10, "中旬": 20}
_MONTHS: Final = {"上半年": 6, "中": 6}


def dated(text: str, at: int) -> re.Match[str] | None:
    """A deadline with a number that begins at `at` of folded running text; nothing ends within a run of digits."""
    return _DATED.match(text, at)


def read_dated(written: str) -> Quantity | None:
    """What `dated` found."""
    match = _DATED.match(fold(written))
    deadline = _deadline(match) if match else None
    return (
        Quantity(written=written, operator=Operator.DEADLINE, qualifier=written, deadline=deadline)
        if deadline
        else None
    )


def read_deadline(written: str) -> Quantity | None:
    """A deadline quantity where `written` is one, perhaps with verbs of completion after it; else None."""
    deadline, rest = leading_deadline(written) or (None, "")
    if deadline is None or not compiled(_DONE).fullmatch(rest):
        return None
    words = written.removesuffix(rest)
    return Quantity(written=written, operator=Operator.DEADLINE, qualifier=words, deadline=deadline)


def leading_deadline(written: str) -> tuple[Deadline, str] | None:
    """The deadline `written` begins with and the rest: 6月底前达到100家 -> (6月底, 达到100家)."""
    folded = fold(written)
    match = _longer().match(folded)
    deadline = _longer_deadline(match) if match else None
    if match is None:
        match = compiled(_LEADING).match(folded)
        deadline = _deadline(match) if match else None
    return (deadline, written[match.end() :].lstrip("，,")) if match and deadline else None


def _longer_deadline(match: re.Match[str]) -> Deadline | None:
    if match["plan"]:
        return Deadline(12, None, _PLANS[match["plan"]])
    if year := match["to"] or match["end"]:
        return Deadline(12, None, int(year) - bool(compiled(_BEFORE_A_YEAR).fullmatch(match[0])))
    if number := match["years"] or match["spent"]:
        years = read_number(number)
        return Deadline(12, None, None, int(years) - 1) if years else None
    season = match["season"]
    first = seasons()[season].days[0]
    named = int(match["year"]) if match["year"] else None
    return Deadline(month=first[0], day=None, year=named, years_ahead=1 if match["ahead"] else 0, season=season)


def deadline_for(quantity: Quantity, year: int) -> date | None:
    """The last day for `quantity` in a report of `year`; None where it names none.

    A report that names none means December 31; that is for the caller to say.
    """
    return quantity.deadline.in_year(year) if quantity.deadline else None


def _deadline(match: re.Match[str]) -> Deadline | None:
    month, day = _month(match), _day(match)
    if month is None or (match["day"] and day is None):
        return None
    year = int(match["year"]) if match["year"] else None
    if year and compiled(_BEFORE_A_YEAR).fullmatch(match[0]):
        year -= 1
    return Deadline(month, day, year, 1 if match["ahead"] else 0)


def _month(match: re.Match[str]) -> int | None:
    if match["month"]:
        return _up_to(12, match["month"])
    if quarter := match["quarter"] or match["quarters"]:
        return 3 * (_up_to(4, quarter) or 0)
    return _MONTHS.get(match["half"] or match["part_of_year"], 12)


def _day(match: re.Match[str]) -> int | None:
    return _up_to(31, match["day"]) if match["day"] else _DAYS.get(match["part"])


def _up_to(most: int, number: str) -> int | None:
    """The value of `number` from 1 to `most`; None for 0, 45 or 一三."""
    value = read_number(number.lstrip("0")) if number.strip("0") else None
    return int(value) if value is not None and 1 <= value <= most else None


class _Stated(Struct, frozen=True):
    """A deadline in running text and whether it governs the clauses after its own (到2030年，…)."""

    start: int
    end: int
    deadline: Deadline
    governs: bool


_CLAUSES: Final = "[^，；。！？：\n]+"
_GOVERN_END: Final = "；。！？\n"
# What makes of a day something else than a deadline
_NO_DEADLINE_BEFORE: Final = (
    "去年",
    "上年",
    "自",
    "从",
    "比",
    "较",
    "截",
    "截至",
    "截止",
    "截止到",
    "超过",
    "去",
    "与",
)
_NO_DEADLINE_BEHIND: Final = ("起", "以来", "印发", "施行", "出台", "后", "同期", "比", "开始", "的", "召开")
# 5年内 begins at its number
_NUMERALS: Final = frozenset("0123456789一两二三四五六七八九十半")
# 6月底前, 年内 and 上半年 are deadlines in a sentence; 6月 and 一季度 alone name a time
_SAYS_WHEN: Final = (
    "前",
    "底",
    "末",
    "年内",
    "度内",
    "上半年",
    "下半年",
    "前两季度",
    "前二季度",
    "前三季度",
    "前2季度",
    "前3季度",
)


@lru_cache(4096)
def deadline_in(sentence: str, start: int, end: int | None = None) -> Deadline | None:
    """The deadline that the sentence sets for what stands from `start` to `end`; None where it sets none.

    The nearest before it in its clause, else one in or after it; else one of an earlier clause that is nothing but a
    deadline, or names a year, a plan or a number of years, up to the next ；. Never raises.
    """
    text = fold(sentence)
    end = start if end is None else end
    begin = after_last(text, start, _GOVERN_END)
    spans = (one.span() for one in compiled(_CLAUSES).finditer(text, begin))
    clauses = [span for span in spans if span[0] < max(end, start + 1)]
    own = [one for clause in clauses if clause[1] > start for one in _stated(text, *clause)]
    earlier = [one for clause in clauses if clause[1] <= start for one in _stated(text, *clause) if one.governs]
    before = [one for one in own if one.end <= start]
    nearest = before[-1:] or own[:1] or earlier[-1:]
    return nearest[0].deadline if nearest else None


def _stated(text: str, start: int, end: int) -> Iterator[_Stated]:
    at = start
    while at < end:
        found = _stated_at(text, start, at, end)
        if found:
            yield found
        at = found.end if found else at + 1


def _stated_at(text: str, start: int, at: int, end: int) -> _Stated | None:
    if text[at] not in _beginnings() or text[max(0, at - 4) : at].rstrip("“").endswith(_NO_DEADLINE_BEFORE):
        return None
    if text[at] == "年" and text[at - 1 : at] in _NUMERALS:
        return None
    match = _longer().match(text, at, end)
    deadline = _longer_deadline(match) if match else None
    longer = deadline is not None and not (match and match["season"])
    if match is None:
        match = compiled(_LEADING).match(text, at, end)
        deadline = _deadline(match) if match and match[0].endswith(_SAYS_WHEN) else None
    if match is None or deadline is None or text.startswith(_NO_DEADLINE_BEHIND, match.end()):
        return None
    alone = not text[match.end() : end].strip() and not text[start:at].strip("力争确保到在")
    return _Stated(at, match.end(), deadline, alone or (longer and not text[start:at].strip("力争确保")))


@cache
def _beginnings() -> frozenset[str]:
    return frozenset("“到在至力确12今明次本当年上前下第一二三四五六七八九十两用未0123456789") | {
        name[0] for name in seasons()
    }
