"""Several named things in one clause, which may come out differently: 启动甲馆、乙园建设 are two in one quote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

# What works and undertakings are called by their last word. A thing in quotation marks has a name anyway.
_CALLED: Final = (
    r"(?:路|街|桥|隧道|高架|馆|园|院|校|中学|小学|幼儿园|中心|广场|公园|基地|站|港|渠|水库|小区|集团|公司|平台|示范区|景区|商圈|汇演"
    r"|邀请赛|展|夜市|街区|大厦|机场|码头|大道|[^，、]{4}(?:项目|工程))(?:[（(][^（）()]*[)）])?"
)
_NAMED: Final = re.compile(rf"[“《]|{_CALLED}$")
_LAST: Final = re.compile(rf"[“《]|{_CALLED}(?:等|建设|改造|升级|新建|续建|扩建|项目|工程|$)")
# 甲、乙等7个停车场 are counted together; 甲、乙等资源“连线成片” come out together
_TOGETHER: Final = re.compile(r"等?(?:[0-9]|[一二两三四五六七八九十]+[个条座处家所])|综合|一体|连[线片成]|之间|合作")
# Without what only says how firmly, and signs that are no words
_WORDS: Final = re.compile(r"力争|确保|争取|增长|[^一-鿿]")
LEAST: Final = 2
_LIST: Final = re.compile(r"[^，。；：！？、]+(?:、[^，。；：！？、]+)+")


# Start and end in a text
ItemPlaces = tuple[tuple[int, int], ...]


def named(text: str) -> ItemPlaces:
    """Where each of several named things stands in a text, if it has such a list; nothing otherwise."""
    for match in _LIST.finditer(_hidden(text)):
        found = _items(text, *match.span())
        if _are_named([text[a:b] for a, b in found]):
            return found
    return ()


def counted(text: str, figures: Sequence[tuple[int, int]]) -> ItemPlaces:
    """The same of things each of which is counted, with the place of the figures that count."""
    for match in _LIST.finditer(_hidden(text)):
        found = _items(text, *match.span())
        if all(any(_counts(text, one, figure) for figure in figures) for one in found):
            return found
    return ()


def _counts(text: str, item: tuple[int, int], figure: tuple[int, int]) -> bool:
    """Whether an item says what its figure counts: 增长4%、力争5% are two levels of one thing."""
    (begin, until), (start, end) = item, figure
    if not (begin <= start and end <= until):
        return False
    return len(_WORDS.sub("", text[begin:start] + text[end:until])) >= LEAST


def _hidden(text: str) -> str:
    """The text without the marks in quotations and brackets."""
    return re.sub(r"“[^“”]*”|《[^《》]*》|（[^（）]*）", lambda found: "字" * len(found[0]), text)


def _items(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    hidden = _hidden(text)
    marks = [start - 1, *(n for n in range(start, end) if hidden[n] == "、"), end]
    last = re.search(r"[和及与](?=[^和及与]{3,}$)", hidden[marks[-2] + 1 : end])
    if last and _NAMED.search(text[marks[-2] + 1 : marks[-2] + 1 + last.start()]):
        marks.insert(-1, marks[-2] + 1 + last.start())
    return tuple((a + 1, b) for a, b in pairwise(marks))


def _are_named(items: list[str]) -> bool:
    *others, last = items
    return all(map(_NAMED.search, others)) and bool(_LAST.search(last)) and not _TOGETHER.search(last)
