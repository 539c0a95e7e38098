"""Text as an index of words finds it that knows no Chinese: pieces of one to four characters, each as a word.

SQLite's ``unicode61`` takes a run of Han characters for one word, and its ``trigram`` finds nothing shorter than three.
So the index is given pieces instead of the text: what is typed as it is (停车, 停车泊位) is one of them. The single
characters stand side by side, so that a phrase of them ("新 增 停 车 泊 位") finds text of any length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 4
# A Han character, or what is written without blanks in other scripts: letters and digits
_UNIT = re.compile(r"[㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff]|[^\W_㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff]+")
# What stands between two runs
_BREAK = re.compile(r"[\W_]+")


def grams(text: str | None) -> str:
    """All pieces of a text: the single units in their order, then those of two, three and four."""
    runs = [_UNIT.findall(run) for run in _BREAK.split(text or "") if run]
    return " ".join(" ".join(map("".join, _pieces(run, n))) for n in range(1, LONGEST + 1) for run in runs)


def _pieces(run: list[str], n: int) -> Iterator[tuple[str, ...]]:
    """Each run of so many units that stand side by side."""
    return zip(*(run[start:] for start in range(n)), strict=False)
