"""How departments call the states of a task: ids of the vocabulary ``reported`` by words (``status_words.tsv``)."""

from __future__ import annotations

import re

from disclosure.tables.reading import word_table

# What says that nothing is said
EMPTY = frozenset({"-", "--", "—", "——", "/", "无", "暂无", "空"})
PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)%")


def by_word() -> dict[str, str]:
    return word_table.by_word("status_words.tsv")
