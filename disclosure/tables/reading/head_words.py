"""How the heads of columns are called in tables of tasks: whole ones (``head_words.tsv``), and what others hold."""

from __future__ import annotations

import re
from typing import Literal, cast

from disclosure.tables.columns import COLUMNS
from disclosure.tables.reading import word_table
from disclosure.tables.shapes import TableField
from disclosure.translation import gettext as _

# What is known, and never taken: the order of rows
HeadMeaning = TableField | Literal["number", "stated", "light"]
# What a head that is not known as a whole holds, the first that does
_HOLDS: tuple[tuple[HeadMeaning, str], ...] = (
    ("remarks", "存在.*(?:问题|困难)|下一?步|备注"),
    ("done", "实际.*(?:完成|竣工|办结)(?:时间|日期)"),
    ("deadline", "(?:完成|办结|竣工)(?:的?时限|期限|时间|日期)|时间节点"),
    ("stated", "完成率|完成比例|百分比|进度[（(]?%"),
    ("reported", "是否.*(?:完成|办结|达标)|状态$"),
    ("progress", "进展|推进情况|完成情况|落实情况|办理情况|^[0-9一二三四五六七八九十]{1,3}(?:-[0-9]+)?月份?$"),
    ("supporting", "(?:配合|协办|协同|参与).*(?:单位|部门)"),
    ("leader", "领导$"),
    ("lead", "(?:牵头|责任|主办|承办|实施).*(?:单位|部门)"),
    ("target", "(?:计划|目标|预计|[拟应须需])完成[数值量额]$"),
    ("value", "实际(?:完成)?[值数量]|^(?!.*(?:[上去明]年|同期|未完成|[本当][月周季])).*(?:完成|累计)[数值量额]$"),
    ("task", "(?:任务|项目|事项|工作)(?:名称|内容)$|(?:任务|项目|事项)$|主要内容"),
)
HOLDS = tuple((field, re.compile(pattern)) for field, pattern in _HOLDS)
# A head that is called so is of a body, or counts: its column says which
OPEN = "单位"
# Unlike others, these may stand several times: their cells are joined under their heads
JOINED: frozenset[HeadMeaning] = frozenset({"number", "task", "progress", "remarks", "supporting", "light"})


def by_word() -> dict[str, HeadMeaning]:
    """Every whole head; our own workbooks' heads come first."""
    known = {word: cast("HeadMeaning", meaning) for word, meaning in word_table.by_word("head_words.tsv").items()}
    return {**known, **{_(one.head): one.field or "number" for one in COLUMNS}}
