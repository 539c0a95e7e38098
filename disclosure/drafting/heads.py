"""Short clauses before several things: the head of a list (丰富商业布局，引进…；提升…), or part of the first thing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from disclosure.drafting import words
from disclosure.drafting.clauses import OpenClause
from disclosure.drafting.shapes import DraftDoubt
from disclosure.drafting.unit import Unit, is_thing, joined, opens
from disclosure.model.text import Paragraph

# In characters
LONGEST: Final = 10
LONGEST_TITLE: Final = 24
# From so many things on
MANY: Final = 2


def with_head(paragraph: Paragraph, found: Sequence[Unit]) -> list[Unit]:
    """The units of a sentence, its head exempted as what leads in, or joined to what it begins."""
    if len(found) < 2 or not (paragraph.head and _is_head(found[0])):
        return list(found)
    if _has_rows(found) or sum(map(is_thing, found[1:])) >= MANY:
        return [Unit(found[0].clauses, (DraftDoubt.HEAD,), "lead-in"), *found[1:]]
    if not _has_heads(paragraph):
        return list(found)
    n = next((n for n in range(2, len(found)) if is_thing(found[n]) or _ends(found[n - 1])), len(found))
    return [joined(found[:n], DraftDoubt.HEAD), *found[n:]]


def heads_next(paragraph: Paragraph, row: Sequence[OpenClause], *, opens_section: bool) -> bool:
    """Whether a sentence is no more than the title of those behind it.

    By its words (一要发展服务消费。 财政政策要更加积极有效。), or as the first of a paragraph that has no other head.
    """
    first = row[0]
    if len(row) > 1 or first.measures or first.sentence == len(paragraph.sentences):
        return False
    is_head = first.sentence == 1 and not (paragraph.head or opens_section or first.figures or first.item)
    return words.TITLE.match(first.text) is not None or (is_head and len(first.text) <= LONGEST_TITLE)


def _has_heads(paragraph: Paragraph) -> bool:
    """Whether its sentences begin so as a rule, with a word in common: 加快入库，…。加快开工，….

    Else a short clause is one of several in a row.
    """
    sentences = [paragraph.text[one.start : one.end].partition("，") for one in paragraph.sentences]
    begins = [begin for begin, mark, _rest in sentences if mark]
    short = [{a + b for a, b in pairwise(one)} for one in begins if len(one) <= LONGEST]
    return len(short) >= max(MANY, len(begins) / 2) and bool(set.intersection(*short))


def _is_head(unit: Unit) -> bool:
    """Whether it seems to be no more than the title of what follows: short, of no thing with a name."""
    first = unit.first
    is_short = len(unit.clauses) == 1 and len(first.text) <= LONGEST
    return is_short and first.begins and first.leads_on and not (first.figures or "“" in first.text or opens(first))


def _has_rows(found: Sequence[Unit]) -> bool:
    """Whether what follows stands in rows, parted by semicolons; of conduct these go on saying one thing."""
    is_conduct = words.CONDUCT.search(found[0].first.text)
    return not is_conduct and any(clause.stop == "；" for unit in found for clause in unit.clauses)


def _ends(unit: Unit) -> bool:
    return unit.counts or unit.last.stop == "；"
