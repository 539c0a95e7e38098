"""A title of the quote's own words: short, plain, and no more than the record says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from msgspec import Struct

from disclosure import quantity
from disclosure.checks.register import strange_numbers
from disclosure.drafts.records import clauses
from disclosure.drafts.records.figures import VERB, DraftFigure
from disclosure.model.text import Paragraph, Span

# As the field's help says; and what its declaration allows (model/quoted.py)
SHORT: Final = 24
SHORTEST, LONGEST = 2, 40
# 工业控股、旅游集团、国资控股等市属国资平台
LISTED: Final = re.compile(
    r"(?P<first>[^、，；“”的]{2,24}|“[^”]+”[^、，；的]{0,10})(?:、(?:[^、，；“”的]|“[^”]*”)+)+?等"
)
PAIRS: Final = ("“”", "《》", "（）")


class Title(Struct, frozen=True):
    """``unsure``: nothing shorter was found, or the words that say it best were cut."""

    text: str
    unsure: bool


def title(paragraph: Paragraph, span: Span, figures: Collection[DraftFigure], taken: Collection[str]) -> Title:
    """The first of the ways to say it that holds against the record's own figures and words, and that none has yet."""
    own = "，".join(f"{one.measure}：{one.written}" for one in figures) or paragraph.text[span.start : span.end]
    said = _sentences(paragraph, span)
    fitting = [one for one in _ways(paragraph.text, span, figures) if _fits(one, own, said) and one not in taken]
    short = next((one for one in fitting if len(one) <= SHORT), None)
    if short is not None:
        return Title(short, unsure=False)
    if fitting:
        return Title(min(fitting, key=len), unsure=True)
    return Title(_apart(_cut(paragraph.text[span.start : span.end], own), taken), unsure=True)


def _ways(text: str, span: Span, figures: Collection[DraftFigure]) -> Iterator[str]:
    spans = clauses.spans(text, span.start, span.end)
    counted = [one for one in spans if any(one[0] <= figure.span.start < one[1] for figure in figures)]
    if counted:
        yield from _shorter(_joined(text, counted))
        yield from _shorter(clauses.plain(text[slice(*counted[0])]))
        first = next(iter(figures))
        yield first.measure.removesuffix("增速") + ("增长" if first.measure.endswith("增速") else "") + first.written
    else:
        doing = clauses.doing(text, span.start, span.end)
        yield from _shorter(_joined(text, doing)) if len(doing) > 1 and _is_whole(text, doing) else ()
        for one in sorted(doing, key=lambda one: _is_triggered(text, one), reverse=True):
            yield from _shorter(clauses.plain(text[slice(*one)]))
        for one in spans:
            yield from _shorter(clauses.plain(text[slice(*one)]))


def _is_whole(text: str, doing: Collection[tuple[int, int]]) -> bool:
    """Whether all that is done fits into one title."""
    return sum(len(clauses.plain(text[slice(*one)])) + 1 for one in doing) <= SHORT + 1


def _is_triggered(text: str, clause: tuple[int, int]) -> tuple[bool, int]:
    """The first clause with a word of strength says what is promised."""
    return quantity.strength(text[slice(*clause)], 0) is not None, -clause[0]


def _joined(text: str, counted: Iterable[tuple[int, int]]) -> str:
    """Clauses with figures, as many as a title holds."""
    found = ""
    for one in counted:
        words = clauses.plain(text[slice(*one)])
        if found and len(found) + 1 + len(words) > SHORT:
            break
        found = f"{found}，{words}" if found else words
    return found


def _shorter(words: str) -> Iterator[str]:
    """The words, without the tail of a list, without a long modifier, and without both."""
    words = words.strip("，、；：。 ")
    for one in (words, _without_modifier(words)):
        yield one
        yield LISTED.sub(lambda found: f"{found['first']}等", one, count=1)


def _without_modifier(words: str) -> str:
    """The verb and what comes behind the last 的."""
    before, mark, noun = words.rpartition("的")
    verb = VERB.match(words)
    return verb[0] + noun if mark and verb and len(noun) >= SHORTEST and len(before) > len(verb[0]) else words


def _fits(words: str, own: str, said: str) -> bool:
    if not SHORTEST <= len(words) <= LONGEST or any(words.count(pair[0]) != words.count(pair[1]) for pair in PAIRS):
        return False
    firm = any(word in words and word not in said for word in quantity.FIRM_WORDS)
    return not firm and not strange_numbers(words, own)


def _sentences(paragraph: Paragraph, span: Span) -> str:
    found = [one for one in paragraph.sentences if one.start < span.end and span.start < one.end]
    return paragraph.text[found[0].start : found[-1].end] if found else paragraph.text


def _cut(words: str, own: str) -> str:
    """So much of the words as a title holds, up to a mark or to a number that the record lacks."""
    kept = clauses.plain(words)[:LONGEST]
    for number in strange_numbers(kept, own):
        kept = kept[: kept.find(number)] if kept.find(number) >= SHORTEST else kept
    for one in PAIRS:
        if kept.count(one[0]) > kept.count(one[1]):
            kept = kept[: kept.rfind(one[0])]
    return kept.rstrip("，、；：。的 ") or own[:LONGEST]


def _apart(words: str, taken: Collection[str]) -> str:
    """Told apart from a title that is the same."""
    numbered = (f"{words[: LONGEST - 4]}（{n}）" for n in range(2, len(taken) + 3))
    return words if words not in taken else next(one for one in numbered if one not in taken)
