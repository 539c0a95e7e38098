"""What a paragraph does: address, look back, look ahead. By the headings above it, else by its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from msgspec import Struct

from disclosure.model.text import Heading, Paragraph, ReportText

LOOKS_BACK: Final = re.compile("回顾|总结|成就|成效|成绩|完成情况|工作情况|执行情况|过去|上一?年|去年|[一五]年来|取得")
LOOKS_AHEAD: Final = re.compile(
    "安排|打算|部署|任务|目标|要求|思路|建议|措施|举措|今后|今年|明年|计划|重点|新的一年|自身建设|努力|未来|奋斗"
)
# One after the other: 发展成就和主要目标任务
LOOKS_BOTH: Final = re.compile(
    "(?:回顾|总结|成就|成效|成绩|取得.*)[和及与、，].*(?:安排|打算|部署|任务|目标|要求|思路|建议|重点)"
)
# From this paragraph on it is the plan, where no heading says so
TURNS_AHEAD: Final = re.compile(
    "今年(?:是|要|发展|工作|政府|经济)|新的一年|预期目标|总体要求|我们[将要]|必须|要(?:坚持|以|把|着力|全面|深入|突出|准确)"
)


class Mood(StrEnum):
    """What the words of a paragraph are, unless they say otherwise."""

    OPENING = "opening"
    BACK = "back"
    AHEAD = "ahead"


class ParagraphMood(Struct, frozen=True, kw_only=True):
    """A paragraph's mood, whether a heading says so (``is_sure``), and whether it is the first below one."""

    paragraph: Paragraph
    mood: Mood
    is_sure: bool
    opens_section: bool


def of_paragraphs(text: ReportText) -> Iterator[ParagraphMood]:
    """Each paragraph with its mood. Above the first heading stands the opening."""
    mood, is_sure = (Mood.OPENING, True) if text.headings else (Mood.BACK, False)
    opens_section = False
    for line in text.lines:
        if isinstance(line, Heading):
            mood, is_sure = _below(line, mood, is_sure)
            opens_section = True
            continue
        if mood is Mood.BACK and not is_sure and TURNS_AHEAD.search(line.text):
            mood = Mood.AHEAD
        yield ParagraphMood(paragraph=line, mood=mood, is_sure=is_sure, opens_section=opens_section)
        opens_section = False


def _below(heading: Heading, mood: Mood, is_sure: bool) -> tuple[Mood, bool]:
    """A section that names a matter goes on as its part; a part that does, as the one before it."""
    found = of_heading(heading.title)
    if mood is Mood.OPENING:
        return (found or Mood.BACK), found is not None and not LOOKS_BOTH.search(heading.title)
    if found is None or (is_sure and heading.level > 1):
        return mood, is_sure
    return found, not LOOKS_BOTH.search(heading.title)


def of_heading(title: str) -> Mood | None:
    """What a heading says of the text below; nothing where it names a matter only."""
    if LOOKS_BACK.search(title):
        return Mood.BACK
    return Mood.AHEAD if LOOKS_AHEAD.search(title) else None
