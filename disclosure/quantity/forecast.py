"""What words say of how well a year is known: 预计地区生产总值390亿元左右，增长9%左右; 全年新增12家."""

from __future__ import annotations

import re
from typing import Final

# What takes the word back: 预计完成20个，实际开工18个
_SETTLED: Final = re.compile("已|实际|完成了|[。！？]")
_ROUGH: Final = re.compile("左右|上下|约")

# A document of December that says one of these speaks of the whole year
_WHOLE_YEAR: Final = re.compile("全年|年度|提前完成")


def is_forecast_in_place(text: str, start: int, end: int) -> bool:
    """预计 holds for its clauses up to ；, and on for what is as rough as it: ；固定资产投资增长11%左右."""
    at = text.rfind("预计", 0, end)
    if at < 0 or _SETTLED.search(text, at, start):
        return False
    return "；" not in text[at:start] or bool(_ROUGH.search(text, start, min(end + 2, len(text))))


def says_whole_year(text: str) -> bool:
    return bool(_WHOLE_YEAR.search(text))
