"""Words and signs that stand for a value, or around it, as people write them (``spellings``)."""

from __future__ import annotations

import re

# What is taken off a value
AROUND = " \t　\u00a0\u200b，,、；;。.“”‘’\"'"
BRACKETS = "[]【】［］()（）〔〕「」"
# Parts of a year, and the month with which they end; those without one are the year
HALVES = {"上半年": "06", "全年": "", "年": "", "一季度": "03", "二季度": "06", "三季度": "09", "四季度": "12"}
HALVES |= {f"第{name}": month for name, month in HALVES.items() if name.endswith("季度")}
HALVES |= {f"Q{n}": f"{3 * n:02}" for n in (1, 2, 3, 4)} | {"H1": "06", "H2": "12", "前三季度": "09"}
AFTERNOON = ("下午", "晚上")
UNKNOWN = {"未知", "不明", "不清楚", "不知道", "无", "待定"}
TRUE, FALSE = {"是", "对", "有", "真", "√", "✓", "y"}, {"否", "不是", "没有", "无", "假", "×", "n"}
TIMES = {"万": 10_000, "亿": 100_000_000, None: 1}
# What stands for no value
NOTHING = {"无", "没有", "暂无", "空", "不详", "未知", "-", "--", "—", "——", "/", "NULL", "null", "None", "N/A", "~"}
# What the names of many bodies begin and end with
PLACE = re.compile(r"(?!城市)\w+[省市区县旗州]")
KIND_OF_BODY = re.compile(r"(?:局|委员会|委|办公室|办|管委会|街道办事处|街道|中心|部|厅|院|镇|乡|公司)$")
