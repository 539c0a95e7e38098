"""One sentence in units: what is no record at its beginning, and what is promised or told in the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from disclosure.drafting import exempt, heads, joining, words
from disclosure.drafting.clauses import OpenClause, words_of
from disclosure.drafting.moods import Mood
from disclosure.drafting.shapes import DraftDoubt
from disclosure.drafting.unit import Unit, is_spirit
from disclosure.model.text import Paragraph

# What the whole year is to be like
GENERAL: Final = re.compile("总体(?:要求|思路|考虑)|指导思想|工作(?:思路|总基调)|总的要求")
# A sentence that says where everything goes has no more clauses
ORIENTATION: Final = 6


class SentenceContext(Struct, frozen=True, kw_only=True):
    """Where a sentence stands: ``opens_section``: in the first paragraph below a heading; ``is_admitted``: it tells
    what is lacking; ``answers``: what is done about that.
    """

    paragraph: Paragraph
    mood: Mood
    opens_section: bool = False
    is_admitted: bool = False
    answers: bool = False


def units(row: Sequence[OpenClause], context: SentenceContext) -> list[Unit]:
    """The open clauses of a sentence, each in one unit, in order."""
    is_ahead = context.mood is Mood.AHEAD
    leading = exempt.leading(row, is_ahead=is_ahead, is_admitted=context.is_admitted)
    if is_ahead and not leading and heads.heads_next(context.paragraph, row, opens_section=context.opens_section):
        return [Unit(tuple(row), (DraftDoubt.HEAD,), "lead-in")]
    rest = row[sum(len(unit.clauses) for unit in leading) :]
    announcing, n = exempt.announcement(rest)
    before = [Unit(tuple(rest[:n]), (DraftDoubt.BACKGROUND,))] if n else []
    rest = rest[n + sum(len(unit.clauses) for unit in announcing) :]
    is_called = any(exempt.CALL.match(unit.first.text) for unit in leading)
    return [*leading, *before, *announcing, *_told(rest, context, is_whole=is_called or context.answers, row=row)]


def _told(
    rest: Sequence[OpenClause], context: SentenceContext, *, is_whole: bool, row: Sequence[OpenClause]
) -> list[Unit]:
    if not rest:
        return []
    if is_whole or _is_orientation(rest, context):
        return _without_acclaim(rest)
    if context.mood is Mood.BACK:
        found = joining.units(rest, context.mood)
    elif GENERAL.search(words_of(row)):
        found = joining.aims(rest)
    else:
        found = heads.with_head(context.paragraph, joining.units(rest, context.mood))
    return [_as_transition(unit) for unit in found]


def _is_orientation(rest: Sequence[OpenClause], context: SentenceContext) -> bool:
    """A paragraph of one sentence below a heading: no figures, no days, no list."""
    paragraph = context.paragraph
    is_alone = (
        context.opens_section and not paragraph.head and len(paragraph.sentences) == 1 and 1 < len(rest) <= ORIENTATION
    )
    if not is_alone or is_spirit(rest[0]):
        return False
    return not any(one.measures or one.item or one.stop == "；" for one in rest)


def _without_acclaim(rest: Sequence[OpenClause]) -> list[Unit]:
    """One unit, and the distinction that closes it: …进一步提升，获评全市先进."""
    n = next((n for n, one in enumerate(rest) if n and words.ACCLAIM.match(one.text)), len(rest))
    return [Unit(tuple(clauses)) for clauses in (rest[:n], rest[n:]) if clauses]


def _as_transition(unit: Unit) -> Unit:
    """其中，: in the middle of a sentence."""
    if len(unit.clauses) > 1 or unit.reason or not exempt.TRANSITION.match(unit.first.text):
        return unit
    return replace(unit, doubts=(DraftDoubt.GOES_ON,), reason="transition")
