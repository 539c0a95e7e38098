"""Deadlines: 年底前, 上半年, 6月底前, 10月1日前, 2022年12月底前 (docs/domain.md, 年底前, 上半年, 6月底前).

The named day itself is in time. 6月前 is read as 6月底前: of two readings the stricter one could print
a miss that is none.
"""

import re
from datetime import date
from typing import Final

from .numerals import HAN_DIGIT, fold, read_number
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
_DEADLINE: Final = re.compile(rf"[到在至]?{DEADLINE}", re.VERBOSE)

# What an editor may leave behind the deadline without naming another figure: 年底前建成投用.
_DONE: Final = re.compile(
    r"""
    (?: 实现 | 全面 | 全部 | 基本 | 力争 | 确保 | 主体
      | 完成 | 建成 | 竣工 | 完工 | 投用 | 投入使用 | 开工 | 启动 | 通车 | 达产 | 投产 | 运营 )*
    """,
    re.VERBOSE,
)

_DAYS: Final = {"初": 10, "上旬": 10, "中旬": 20}
_MONTHS: Final = {"上半年": 6, "中": 6}


def read_deadline(written: str) -> Quantity | None:
    """A deadline quantity where `written` is one, perhaps with verbs of completion after it; else None."""
    deadline, rest = leading_deadline(written) or (None, "")
    if deadline is None or not _DONE.fullmatch(rest):
        return None
    words = written.removesuffix(rest)
    return Quantity(written=written, operator=Operator.DEADLINE, qualifier=words, deadline=deadline)


def leading_deadline(written: str) -> tuple[Deadline, str] | None:
    """The deadline `written` begins with and the rest: 6月底前达到100家 -> (6月底, 达到100家)."""
    match = _DEADLINE.match(fold(written))
    deadline = _deadline(match) if match else None
    return (deadline, written[match.end() :].lstrip("，,")) if match and deadline else None


def deadline_for(quantity: Quantity, year: int) -> date | None:
    """The last day for `quantity` in a report of `year`; None where it names none.

    A report that names none means December 31; that is for the caller to say.
    """
    return quantity.deadline.in_year(year) if quantity.deadline else None


def _deadline(match: re.Match[str]) -> Deadline | None:
    month, day = _month(match), _day(match)
    if month is None or (match["day"] and day is None):
        return None
    return Deadline(month, day, int(match["year"]) if match["year"] else None, 1 if match["ahead"] else 0)


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
