"""Which kind of text a paragraph stands in: the opening, what was done, what is to be done. By headings, else by words."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from disclosure.drafting import words
from disclosure.model.text import Heading, Paragraph, ReportText


class Mood(StrEnum):
    """What a paragraph of a report does unless its words say otherwise."""

    OPENING = "opening"
    BACK = "back"
    AHEAD = "ahead"


def of_paragraphs(text: ReportText) -> Iterator[tuple[Paragraph, Mood]]:
    """The paragraphs with their moods. Before any heading stands the opening, unless there are no headings."""
    mood = Mood.OPENING if text.headings else Mood.BACK
    is_decided = False
    for line in text.lines:
        if isinstance(line, Heading):
            found = of_heading(line.title)
            if found and not (is_decided and line.level > 1):
                mood, is_decided = found, True
            elif line.level == 1 or mood is Mood.OPENING:
                mood = Mood.BACK if mood is Mood.OPENING else mood
            continue
        if mood is Mood.BACK and not is_decided and words.AHEAD.search(line.text):
            mood = Mood.AHEAD
        yield line, mood


def of_heading(title: str) -> Mood | None:
    """What a heading says of the text below; nothing where it names a matter only."""
    if words.LOOKS_BACK.search(title):
        return Mood.BACK
    return Mood.AHEAD if words.LOOKS_AHEAD.search(title) else None
