"""What a lead-in leads to where nothing follows it in its own paragraph: the sections below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from disclosure.drafts.records.known import ReportKnowledge
from disclosure.model.text import Heading, Span

# 抓好以下七个方面工作: of what is to come
TO_COME: Final = re.compile(
    r"以下|下列|下面|如下|[件项个大]方?面?(?:工作|重点|任务|大?事|方面|举措|行动|工程|文章|攻坚)|“[^“”]+”"
)
NUMBERS: Final = "一二三四五六七八九十"
NUMBER: Final = re.compile(rf"([{NUMBERS}])(?:个|大|项|件|方面)")


class Below(Struct, frozen=True):
    """The first record of each section that a lead-in leads to; ``certain``: it says how many these are."""

    names: tuple[str, ...] = ()
    certain: bool = False


def below(known: ReportKnowledge, span: Span, records: Sequence[tuple[str, Span]]) -> Below:
    """``records``: names and spans, in the order of the text. Nothing, but where a lead-in is the last thing that its
    section says before the sections in it."""
    words = known.report.by_id[span.passage].text[span.start : span.end]
    sections = _sections(known, span.passage)
    firsts = [next((name for name, at in records if _section(known, at) in ids), "") for ids in sections]
    if not firsts or not all(firsts) or not TO_COME.search(words):
        return Below()
    said = NUMBER.search(words.replace("两", "二"))
    return Below(tuple(firsts), certain=said is not None and NUMBERS.index(said[1]) + 1 == len(firsts))


def _section(known: ReportKnowledge, span: Span) -> str:
    return known.report.by_id[span.passage].section


def _sections(known: ReportKnowledge, passage: str) -> list[set[str]]:
    """The sections that begin right behind a paragraph, each with those in it."""
    lines = known.report.text.lines
    at = next(n for n, one in enumerate(lines) if one.id == passage)
    own = known.report.sections.get(known.report.by_id[passage].section)
    level = own.level if own else 0
    found: list[set[str]] = []
    for one in lines[at + 1 :]:
        if not isinstance(one, Heading):
            if not found:
                return []
            continue
        if one.level <= level:
            break
        if one.level == level + 1:
            found.append({one.id})
        elif found:
            found[-1].add(one.id)
    return found
