"""Where a quote stands in the report; where it does not, the nearest passage and the first difference."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import SequenceMatcher

from msgspec import Struct

from disclosure.model.quoted import Quoted
from disclosure.model.text import Paragraph, Span
from disclosure.problem import Problem
from disclosure.source.register import Located
from disclosure.translation import gettext as _

AROUND = 8
# How reports mark a note: what is copied off a page brings it along
MARKED = re.compile(r"[\[［〔【（(]\s*注?\s*\d{1,3}\s*[\]］〕】）)]|[①-⑳㉑-㉟㊱-㊿¹²³⁰⁴-⁹]+")


class Passages(Struct, frozen=True):
    """The paragraphs of one report by id, and the sentences of each."""

    by_id: Mapping[str, Paragraph]

    def find(self, id: str) -> tuple[Paragraph, int, int] | None:
        """A paragraph or sentence: its paragraph, and where it begins and ends in it."""
        paragraph_id, _dot, _number = id.partition(".")
        paragraph = self.by_id.get(paragraph_id)
        if paragraph is None or paragraph_id == id:
            return (paragraph, 0, len(paragraph.text)) if paragraph else None
        sentence = next((one for one in paragraph.sentences if one.id == id), None)
        return (paragraph, sentence.start, sentence.end) if sentence else None


def occurrences(text: str, words: str, start: int = 0, end: int | None = None) -> list[int]:
    """All places where ``words`` begin in ``text[start:end]``."""
    found: list[int] = []
    at = text.find(words, start, end)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1, end)
    return found


def locate(located: Located[Quoted], name: str, passages: Passages) -> Span | Problem:
    """The span of a record's quote. ``name`` is what the record is called in messages."""
    record = located.value
    passage = passages.find(record.passage)
    if passage is None:
        message = _("{name}：报告里没有段落 {passage}").format(name=name, passage=record.passage)
        elsewhere = _elsewhere(record.quote, passages)
        hint = _("引文在 {id}").format(id=elsewhere) if elsewhere else _("段落编号见 report.md，例如 p2-05")
        return Problem(located.place("passage"), "unknown-passage", message, hint)
    paragraph, start, end = passage
    found = occurrences(paragraph.text, record.quote, start, end)
    if not found:
        return _not_verbatim(located, name, paragraph.text[start:end], passages)
    if len(found) > 1 and record.occurrence is None:
        message = _("{name}：引文“{quote}”在 {passage} 出现 {n} 次").format(
            name=name, quote=_short(record.quote), passage=record.passage, n=len(found)
        )
        return Problem(
            located.place("quote"), "ambiguous-quote", message, _("写明 occurrence: 1 至 {n}").format(n=len(found))
        )
    nth = record.occurrence or 1
    if nth > len(found) or (len(found) == 1 and record.occurrence is not None):
        return _no_such_occurrence(located, name, nth, len(found))
    at = found[nth - 1]
    return Span(paragraph.id, at, at + len(record.quote))


def _no_such_occurrence(located: Located[Quoted], name: str, nth: int, n: int) -> Problem:
    message = _("{name}：写的是第 {nth} 处，引文“{quote}”在 {passage} 只出现 {n} 次").format(
        name=name, nth=nth, quote=_short(located.value.quote), passage=located.value.passage, n=n
    )
    hint = _("写明 occurrence: 1 至 {n}").format(n=n) if n > 1 else _("只出现一次时不写 occurrence")
    return Problem(located.place("occurrence"), "ambiguous-quote", message, hint)


def _not_verbatim(located: Located[Quoted], name: str, text: str, passages: Passages) -> Problem:
    quote = located.value.quote
    message = _("{name}：引文在 {passage} 里找不到：“{quote}”").format(
        name=name, passage=located.value.passage, quote=_short(quote)
    )
    elsewhere = _elsewhere(quote, passages)
    if elsewhere:
        return Problem(located.place("passage"), "quote", message, _("它在 {id}；改正 passage").format(id=elsewhere))
    hint = _unmarked(quote, text, passages) or _nearest(quote, located.value.passage, text, passages)
    return Problem(located.place("quote"), "quote", message, hint)


def _unmarked(quote: str, text: str, passages: Passages) -> str:
    """That the quote holds the mark of a note, where it is in the report without."""
    bare = MARKED.sub("", quote)
    if bare in (quote, "") or not (bare in text or _elsewhere(bare, passages)):
        return ""
    marks = "、".join(dict.fromkeys(MARKED.findall(quote)))
    return _("去掉注释标记 {marks}：引文只照录正文").format(marks=marks)


def _elsewhere(quote: str, passages: Passages) -> str:
    """The sentence that holds ``quote``, or the paragraph where it runs over several; empty if none does."""
    for id, paragraph in passages.by_id.items():
        at = paragraph.text.find(quote)
        if at >= 0:
            inside = (
                sentence.id
                for sentence in paragraph.sentences
                if sentence.start <= at and at + len(quote) <= sentence.end
            )
            return next(inside, id)
    return ""


def _nearest(quote: str, passage: str, text: str, passages: Passages) -> str:
    """The stretch most like ``quote``, in its own passage if that has half of the best, and where the two part."""
    texts = {id: paragraph.text for id, paragraph in passages.by_id.items()}
    alike = {id: _alike(quote, other) for id, other in texts.items()}
    best = max(alike, key=alike.__getitem__)
    own = _alike(quote, text)
    if alike[best] < 2:
        return _("引文必须照录这一段的原文")
    id, text = (passage, text) if own >= 2 and own * 2 >= alike[best] else (best, texts[best])
    near = _stretch(quote, text)
    same = next((n for n, (a, b) in enumerate(zip(quote, near, strict=False)) if a != b), min(len(quote), len(near)))
    start = max(0, same - AROUND)
    return _("最接近的原文在 {id}：“{near}”；第 {n} 个字起不同：此处“{here}”，原文“{there}”").format(
        id=id, near=_short(near), n=same + 1, here=quote[start : same + AROUND], there=near[start : same + AROUND]
    )


def _alike(quote: str, text: str) -> int:
    """How many characters in a row the two share."""
    return SequenceMatcher(None, quote, text, autojunk=False).find_longest_match().size


def _stretch(quote: str, text: str) -> str:
    """The part of ``text`` that stands for ``quote``: what was left out of it or put in lies between agreeing ends."""
    matcher = SequenceMatcher(None, quote, text, autojunk=False)
    longest = matcher.find_longest_match()
    reach = len(quote) // 2 + AROUND
    near = [
        block
        for block in matcher.get_matching_blocks()
        if block.size > 1 and abs(block.b - block.a - longest.b + longest.a) <= reach
    ]
    first, last = near[0], near[-1]
    return text[max(0, first.b - first.a) : last.b - last.a + len(quote)]


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
