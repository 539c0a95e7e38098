"""Which clauses of a sentence belong together: each unit is one thing that can come out one way.

A clause joins those before it by the first rule that says so; the other side of a full stop or a semicolon it never
does. Where a rule is wrong as often as not, it is left out: an editor joins two proposals faster than he cuts one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from disclosure.drafting import words
from disclosure.drafting.moods import Mood
from disclosure.drafting.pieces import Piece
from disclosure.drafting.shapes import Doubt
from disclosure.drafting.unit import Doubts, Unit, is_spirit, is_state, is_umbrella, joined, opens

# In characters. 其中开工项目3个
SHORT: Final = 10
# Clauses that stand in a row are no longer
ROW: Final = 16


def units(sentence: Sequence[Piece], mood: Mood) -> list[Unit]:
    """The clauses of one sentence brought together."""
    found: list[Unit] = []
    for piece in sentence:
        doubts = _joins(found[-1], piece, mood) if found else None
        if doubts is None:
            found.append(Unit((piece,), _alone(found, piece)))
        else:
            found[-1] = found[-1].with_piece(piece, doubts)
    return list(_under_umbrellas(found))


def aims(sentence: Sequence[Piece]) -> list[Unit]:
    """What a year as a whole is to be like: each unit begins where it is said anew by what, or for what."""
    found: list[Unit] = []
    for piece in sentence:
        if found and not _begins_aim(found[-1].last, piece):
            found[-1] = found[-1].with_piece(piece, ())
        else:
            found.append(Unit((piece,), (Doubt.ONE_OR_TWO,)))
    return found


def _begins_aim(before: Piece, piece: Piece) -> bool:
    if is_spirit(piece) or is_spirit(before):
        return is_spirit(piece) != is_spirit(before)
    return opens(piece) and not opens(before)


def _joins(before: Unit, piece: Piece, mood: Mood) -> Doubts | None:
    """What is unsure about bringing a clause to those before it; ``None`` where it stands by itself."""
    if not before.last.leads_on or piece.item:
        return None
    return next((doubts for rule, doubts in RULES if rule(before, piece, mood)), None)


def _alone(found: Sequence[Unit], piece: Piece) -> Doubts:
    """What is unsure about a clause that begins a unit although another leads on to it."""
    if not found or not found[-1].last.leads_on or piece.item:
        return ()
    if piece.counts and not found[-1].counts:
        return (Doubt.GOES_ON,)
    return (Doubt.SHARED_SUBJECT,) if words.NO_VERB.match(piece.text) else ()


def _under_umbrellas(found: Sequence[Unit]) -> Iterator[Unit]:
    """持续做大…集群，以…为基础，招引…20家: an activity, how it is done, and what it comes to."""
    waiting: Unit | None = None
    for unit in found:
        if waiting is not None and unit.counts and opens(unit.first):
            yield joined((waiting, unit), Doubt.ONE_OR_TWO)
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = unit if is_umbrella(unit) else None
        if waiting is None:
            yield unit
    if waiting is not None:
        yield waiting


def _after_opening(before: Unit, _piece: Piece, _mood: Mood) -> bool:
    """依托…，聚焦…，建设…."""
    return opens(before.last) and not any(map(is_spirit, before.pieces))


def _in_spirit(before: Unit, piece: Piece, _mood: Mood) -> bool:
    """贯彻…精神，落实…部署，围绕…目标."""
    return is_spirit(before.last) and (is_spirit(piece) or opens(piece))


def _said_of_it(_before: Unit, piece: Piece, mood: Mood) -> bool:
    """引进项目51个，总投资210.7亿元: a figure without a subject or verb of its own."""
    if not piece.counts or words.OF_THEM.match(piece.text):
        return False
    return bool(words.ATTRIBUTE.match(piece.text) or (mood is Mood.BACK and words.ACHIEVED.match(piece.text)))


def _goes_on(_before: Unit, piece: Piece, _mood: Mood) -> bool:
    if words.OF_THEM.match(piece.text):
        return len(piece.text) <= SHORT or not piece.counts
    return bool(words.GOES_ON.match(piece.text))


def _finishes(_before: Unit, piece: Piece, _mood: Mood) -> bool:
    """推进…建设，力争年底完工."""
    return bool(words.FINISHES.match(piece.text))


def _of_one_verb(before: Unit, piece: Piece, _mood: Mood) -> bool:
    """签约20亿元以上项目3个，亿元以上项目15个."""
    sized = words.SIZED.match(piece.text)
    return piece.counts and before.counts and sized is not None and sized[1] in before.last.text


def _effect(_before: Unit, piece: Piece, mood: Mood) -> bool:
    """完善体系，营造环境: what comes of it, without a figure of its own."""
    if piece.counts or (mood is Mood.AHEAD and words.WHOLLY.search(piece.text)):
        return False
    return bool(words.EFFECT.match(piece.text) or words.PICTURE.match(piece.text))


def _state(_before: Unit, piece: Piece, mood: Mood) -> bool:
    """优化体系，能级不断提升: to come of it. Of what was done each such clause says something."""
    return mood is Mood.AHEAD and not piece.counts and is_state(piece)


def _came_to(before: Unit, piece: Piece, mood: Mood) -> bool:
    """用好平台，解决问题470余件: what was done, and what it came to."""
    if mood is Mood.AHEAD or before.counts or not piece.counts or len(before.pieces) > 1:
        return False
    text = before.last.text
    return not (words.THING.match(text) or words.ACCLAIM.search(text) or is_state(before.last))


def _umbrella(before: Unit, piece: Piece, _mood: Mood) -> bool:
    """强化政银企对接，引入资金10亿元."""
    return piece.counts and is_umbrella(before)


def _conduct(before: Unit, piece: Piece, _mood: Mood) -> bool:
    """坚守契约精神，绝不拖欠."""
    if before.counts or piece.counts or opens(piece) or not words.CONDUCT.search(before.last.text):
        return False
    if words.ANEW.match(piece.text) or len(piece.text) > ROW:
        return False
    return bool(words.CONDUCT.search(piece.text)) or len(piece.text) <= SHORT


Rule = Callable[[Unit, Piece, Mood], bool]
RULES: Final[tuple[tuple[Rule, Doubts], ...]] = (
    (_after_opening, ()),
    (_in_spirit, ()),
    (_said_of_it, ()),
    (_goes_on, ()),
    (_finishes, ()),
    (_of_one_verb, (Doubt.SHARED_PREDICATE,)),
    (_effect, (Doubt.ONE_OR_TWO,)),
    (_state, (Doubt.ONE_OR_TWO,)),
    (_came_to, (Doubt.ONE_OR_TWO,)),
    (_umbrella, (Doubt.ONE_OR_TWO,)),
    (_conduct, (Doubt.ONE_OR_TWO,)),
)
