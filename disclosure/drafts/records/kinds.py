"""The kind of a promise or a result, from where it stands and how it is worded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from disclosure import quantity
from disclosure.model.text import Paragraph, Span

AIMS: Final = re.compile(r"(?:预期|奋斗|努力)目标")
CANDIDATES: Final = re.compile(
    r"(?:票决|候选|民生实事)[^。；]{0,30}(?:分别是|如下|包括|是)?[：:]|候选项目|民生实事项目"
)
# An item of a numbered list
NUMBERED: Final = re.compile(r"(?:^|[：:；;。])\s*(?:\d{1,2}[.．、]|[（(]\d{1,2}[）)]|[①-⑳])\s*$")
# What a promise that only says which way to go consists of
GUIDING: Final = re.compile(
    r"坚持|贯彻|指导思想|总基调|理念|精神|导向|使命|战略定位|决策部署|新篇章|新局面|样板|奋力|以.*为(?:指导|引领|主题|中心)|"
    r"不忘|初心|奋进|崛起|现代化|统筹|宗旨|牢记"
)
LACKING: Final = re.compile(
    r"不够|不足|不高|不强|不优|不充分|有待|差距|短板|困难|薄弱|滞后|偏[弱低少小]|压力|还没有|尚未|制约|缺乏"
)


class KindGuess(Struct, frozen=True):
    """A kind by its id in the vocabulary."""

    id: str
    unsure: bool = False


class Setting(Struct, frozen=True, kw_only=True):
    """Where a promise stands; ``leads``: in a paragraph before the tasks of its section, or after all of them."""

    heading: str
    leads: bool
    has_figures: bool


def of_commitment(paragraph: Paragraph, span: Span, setting: Setting) -> KindGuess:
    text = paragraph.text
    sentence = next(
        (text[one.start : one.end] for one in paragraph.sentences if one.start <= span.start < one.end), text
    )
    if _is_candidate(text, span, setting.heading):
        return KindGuess("livelihood")
    if AIMS.search(sentence) and (setting.has_figures or AIMS.search(text[span.start : span.end])):
        return KindGuess("macro")
    guiding = len(GUIDING.findall(text[span.start : span.end]))
    if setting.leads and not setting.has_figures:
        return KindGuess("orientation", unsure=not guiding)
    if guiding > 1 and not setting.has_figures:
        return KindGuess("orientation", unsure=True)
    return KindGuess("task")


def _is_candidate(text: str, span: Span, heading: str) -> bool:
    """An item of the list that is put to the vote, or of a section that is called so."""
    announced = CANDIDATES.search(text, 0, span.start)
    if announced is None and "民生实事" not in heading:
        return False
    start = announced.end() - 1 if announced else 0
    in_its_sentence = announced is not None and "。" not in text[start : span.start]
    return in_its_sentence or NUMBERED.search(text, start, span.start) is not None


def of_result(words: str, *, has_figures: bool, shortfall: bool) -> KindGuess:
    if shortfall and has_figures:
        # What has figures to be checked is no admission, by the rule of the register
        return KindGuess("quantified", unsure=True)
    if shortfall:
        return KindGuess("shortfall")
    if LACKING.search(words) and not has_figures:
        return KindGuess("shortfall", unsure=True)
    return KindGuess("quantified" if has_figures else "plain")


def leading(paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """The paragraphs that open a section, or close the report, without a run-in head and without a figure."""
    found, seen = set(), set()
    for one in paragraphs:
        if one.section not in seen and not one.head and not any(each.quantity for each in quantity.find(one.text)):
            found.add(one.id)
        seen.add(one.section)
    return frozenset({*found, *(one.id for one in paragraphs[-1:])})
