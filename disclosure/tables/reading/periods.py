"""Until when the values of a column count, where its head says so: 截至2025年9月底完成数, 上半年累计完成."""

from __future__ import annotations

import re
from datetime import date

from disclosure.tables.cell_values import plain
from disclosure.tables.reading.han_digits import arabic

QUARTERS = "一二三四"
# A period that begins with the year, or is said to
_YEAR = r"(?:(?P<year>(?:19|20)\d\d)年)?"
_MONTH = r"(?P<first>0?1月?[-—–~至到])?(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|(?P<end>底|末)|份)?"
_QUARTER = r"(?P<until>前|[一1][-—–~至到])?第?(?P<quarter>[一二三四1-4])季度"
PERIOD = re.compile(
    rf"(?P<as_of>截[至止]到?)?(?:{_YEAR}(?:{_MONTH}|(?P<half>[上下])半年|{_QUARTER}|(?P<all>全年|年底))"
    r"|(?P<alone>(?:19|20)\d\d)年(?:底|末|度)?)"
)
TOGETHER = re.compile("累计|累积|总计")


def said(head: str) -> str:
    """The words of a head that name a period; empty where none do."""
    found = PERIOD.search(_plain(head))
    return found[0] if found else ""


def of_head(head: str, year: int, today: date) -> str:
    """2025, 2025-09 or 2025-09-18: what values under a head count until, from the year's first day on; empty where
    that is not certain: 9月完成数 may be of September alone. ``year`` is the report's."""
    text = _plain(head)
    found = PERIOD.search(text)
    if found is None:
        return ""
    of = int(found["year"] or found["alone"] or year)
    if found["alone"] or found["all"]:
        return str(of) if of < today.year else ""
    month = _month(found)
    if not 1 <= month <= 12 or not _is_from_january(found, text):
        return ""
    return f"{of}-{month:02}-{int(found['day']):02}" if found["day"] else f"{of}-{month:02}"


def _month(found: re.Match[str]) -> int:
    if found["half"]:
        return 6 if found["half"] == "上" else 12
    if found["quarter"]:
        quarter = found["quarter"]
        return 3 * (int(quarter) if quarter.isascii() else QUARTERS.index(quarter) + 1)
    return int(found["month"])


def _is_from_january(found: re.Match[str], text: str) -> bool:
    begins = found["half"] == "上" or found["quarter"] in ("一", "1") or found["month"] in ("1", "01")
    return bool(begins or found["as_of"] or found["first"] or found["until"] or found["end"] or TOGETHER.search(text))


def _plain(head: str) -> str:
    return plain(arabic("".join(head.split())))
