"""Where a quote stands in the report; where it does not, the nearest passage and the first difference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from disclosure.model.quoted import Quoted
from disclosure.model.text import Paragraph, Span
from disclosure.problem import Problem
from disclosure.source.register import Located
from disclosure.translation import gettext as _

AROUND = 8


@dataclass(frozen=True, slots=True)
class Passages:
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


def locate(one: Located[Quoted], name: str, passages: Passages) -> Span | Problem:
    """The span of a record's quote. ``name`` is what the record is called in messages."""
    record = one.value
    passage = passages.find(record.passage)
    if passage is None:
        message = _("{name}：报告里没有段落 {passage}").format(name=name, passage=record.passage)
        return Problem(one.place("passage"), "unknown-passage", message, _("段落编号见 report.md，例如 p2-05"))
    paragraph, start, end = passage
    found = occurrences(paragraph.text, record.quote, start, end)
    if not found:
        return _not_verbatim(one, name, paragraph.text[start:end], passages)
    if len(found) > 1 and record.occurrence is None:
        message = _("{name}：引文“{quote}”在 {passage} 出现 {n} 次").format(
            name=name, quote=_short(record.quote), passage=record.passage, n=len(found)
        )
        return Problem(
            one.place("quote"), "ambiguous-quote", message, _("写明 occurrence: 1 至 {n}").format(n=len(found))
        )
    nth = record.occurrence or 1
    if nth > len(found) or (len(found) == 1 and record.occurrence is not None):
        message = _("{name}：引文在 {passage} 出现 {n} 次，不是第 {nth} 处").format(
            name=name, passage=record.passage, n=len(found), nth=nth
        )
        return Problem(one.place("occurrence"), "ambiguous-quote", message, _("只出现一次时不写 occurrence"))
    at = found[nth - 1]
    return Span(paragraph.id, at, at + len(record.quote))


def _not_verbatim(one: Located[Quoted], name: str, text: str, passages: Passages) -> Problem:
    quote = one.value.quote
    message = _("{name}：引文在 {passage} 里找不到：“{quote}”").format(
        name=name, passage=one.value.passage, quote=_short(quote)
    )
    elsewhere = next((id for id, paragraph in passages.by_id.items() if quote in paragraph.text), None)
    hint = _("它在 {id}").format(id=elsewhere) if elsewhere else _nearest(quote, text)
    return Problem(one.place("quote"), "quote", message, hint)


def _nearest(quote: str, text: str) -> str:
    """The stretch of ``text`` most like ``quote``, and where the two first part."""
    matcher = SequenceMatcher(None, quote, text, autojunk=False)
    block = matcher.find_longest_match()
    if block.size < 2:
        return _("引文必须照录这一段的原文")
    begin = max(0, block.b - block.a)
    near = text[begin : begin + len(quote)]
    same = next((n for n, (a, b) in enumerate(zip(quote, near, strict=False)) if a != b), min(len(quote), len(near)))
    start = max(0, same - AROUND)
    return _("最接近的原文是“{near}”；第 {n} 个字起不同：此处“{here}”，原文“{there}”").format(
        near=_short(near), n=same + 1, here=quote[start : same + AROUND], there=near[start : same + AROUND]
    )


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
