"""What a report admits to be lacking: where that begins, what only says that it does, and where it is answered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from disclosure.drafting.clauses import OpenClause, words_of

# 存在诸多困难和不足
ADMITS: Final = re.compile(
    "清醒地?(?:认识|看)到|(?:也要?|还要?|更要?)(?:深知|看到|认识到)|深知|还?存在(?:诸多|不少|一些|许多|着)|面临"
)
# 我们也清醒认识到，: what it is follows in the sentence. 看到成绩 is no such thing
KNOWS: Final = re.compile("(?:认识到|看到|意识到|深知)(?!成[绩就]|.*同时$)")
ENDS_KNOWING: Final = re.compile("(?:认识到|看到|意识到|深知)$")
# and only that: what is lacking follows
NAMES_NONE: Final = re.compile("(?:困难|不足|问题|挑战|短板|差距)$")
# Lacking in everything, not in one matter: 经济社会发展中还存在, but not 民生领域存在. Each step is taken for good, or
# a row of such words could be cut in more ways than anybody can try; so no step may hold what ends it
OF_ALL: Final = re.compile(
    "(?:当前|目前|同时|我们|我国|[我全][省市区县]|(?:(?!存在|面临|有)[一-鿿]){2,6}?[省市区县镇]|前进(?:道路|路)|经济"
    "|社会|政府|自身|工作|发展|建设|[中上里、和与的还也仍]|依然|仍然)*+(?:存在|面临|有)"
)
SHORTFALL: Final = re.compile("困难|不足|问题|挑战|短板|差距|风险|薄弱|看到|矛盾|突出|认识到")
# What is so, and nobody's fault
CONDITION: Final = re.compile(
    "[^，]*(?:是[^，]*(?:大国|国家|地区|城市|[大小][县区市])|处[于在][^，]*(?:阶段|时期|期))$"
)
ANSWERS: Final = re.compile(
    "(?:对此|对于?这些|针对这些)?，?(?:我们|[区市县]?政府)?(?:将|一定|要(?![素求件]|清醒|看到|认识)|必须(?!看到|认识))|下一步"
    "|切实(?:采取|加以)"
)


def admits(row: Sequence[OpenClause]) -> bool:
    """Whether a sentence goes over to what is lacking."""
    text = words_of(row)
    return bool(ADMITS.search(text) and SHORTFALL.search(text))


def answers(row: Sequence[OpenClause]) -> bool:
    """Whether a sentence says what is done about it."""
    return bool(ANSWERS.match(words_of(row)))


def leading_in(row: Sequence[OpenClause]) -> int:
    """How many clauses say that something is lacking, and not yet what: 我们也清醒认识到，发展还存在不少问题.

    One thing alone is admitted in one breath: 我们也看到，学位不足.
    """
    if any(one.stop in "：；" for one in row if one.stop):
        return 0
    n = next((n for n, one in enumerate(row, 1) if KNOWS.search(one.text)), 0)
    opens_list = n > 0 and ENDS_KNOWING.search(row[n - 1].text) is not None
    at = n if opens_list else max(n - 1, 0)
    if at == len(row) or not NAMES_NONE.search(row[at].text):
        return n if opens_list and len(row) > n + 1 else 0
    is_general = OF_ALL.match(row[at].text) or (n > 0 and (not opens_list or at + 1 == len(row)))
    return at + 1 if is_general else n * opens_list


def conditions(row: Sequence[OpenClause]) -> int:
    """How many clauses say only under what conditions: 我国是发展中大国，仍处于初级阶段."""
    return next((n for n, one in enumerate(row) if not CONDITION.match(one.text)), len(row))
