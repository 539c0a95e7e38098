"""How departments call the states of a task: ids of the vocabulary ``reported`` by words (``status_words.tsv``)."""

from __future__ import annotations

import re
from functools import cache

from disclosure.tables.reading import heads, word_table

# 否 before the day has come says that it is not done yet
NOT_YET = frozenset({"否", "×", "✗", "✘", "未完成", "尚未完成", "没有完成", "未办结", "未达标", "未落实"})
# What says that nothing is said
EMPTY = frozenset({"-", "--", "—", "——", "/", "无", "暂无", "空"})
PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)%")


def by_word() -> dict[str, str]:
    return word_table.by_word("status_words.tsv")


@cache
def by_plain_word() -> dict[str, str]:
    """As words of a cell are compared."""
    return {heads.plain(word): id for word, id in by_word().items()}
