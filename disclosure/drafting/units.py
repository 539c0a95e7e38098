"""Which clauses of a sentence belong together: each unit is one thing that can come out one way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from disclosure.drafting import words
from disclosure.drafting.moods import Mood
from disclosure.drafting.pieces import Piece
from disclosure.drafting.shapes import Doubt

HEAD_LENGTH = 10
# 其中开工项目3个
SHORT = 10
# So long are clauses at most that stand in a row
ROW = 16
LEADS_ON = "，"


class Unit(Struct, frozen=True):
    """Clauses in a row that are proposed together, and what is unsure about that."""

    pieces: tuple[Piece, ...]
    doubts: tuple[Doubt, ...] = ()

    @property
    def last(self) -> Piece:
        return self.pieces[-1]

    @property
    def counts(self) -> bool:
        return any(one.counts for one in self.pieces)

    @property
    def is_open(self) -> bool:
        """Whether it only says how, and waits for what is done."""
        return opens(self.last)


def opens(piece: Piece) -> bool:
    if words.WHOLLY.search(piece.text):
        return False
    return bool(words.OPENS.match(piece.text)) and (not piece.counts or bool(words.AMOUNT.fullmatch(piece.text)))


def general(sentence: Sequence[Piece]) -> list[Unit]:
    """What the year as a whole is to be like: each unit begins where it is said anew by what or for what."""
    found: list[Unit] = []
    for piece in sentence:
        spirit = bool(words.SPIRIT.match(piece.text))
        begins = not found or (spirit != is_spirit(found[-1].last) if spirit or is_spirit(found[-1].last) else opens(piece) and not opens(found[-1].last))
        if begins:
            found.append(Unit((piece,), (Doubt.ONE_OR_TWO,)))
        else:
            found[-1] = Unit((*found[-1].pieces, piece), found[-1].doubts)
    return found


def is_spirit(piece: Piece) -> bool:
    return bool(words.SPIRIT.match(piece.text))


def units(sentence: Sequence[Piece], mood: Mood) -> list[Unit]:
    """The clauses of one sentence brought together."""
    found: list[Unit] = []
    for piece in sentence:
        if found and (doubts := _joins(found[-1], piece, mood)) is not None:
            found[-1] = Unit((*found[-1].pieces, piece), (*found[-1].doubts, *doubts))
        else:
            found.append(Unit((piece,), _alone(found, piece)))
    return list(_under_umbrellas(found))


def _under_umbrellas(found: Sequence[Unit]) -> Iterator[Unit]:
    """持续做大…集群，以…为基础，招引…20家: an activity, how it is done, and what it comes to."""
    waiting: Unit | None = None
    for unit in found:
        if waiting is not None:
            if unit.counts and opens(unit.pieces[0]):
                yield Unit((*waiting.pieces, *unit.pieces), (Doubt.ONE_OR_TWO,))
                waiting = None
                continue
            yield waiting
        waiting = unit if is_umbrella(unit) else None
        if waiting is None:
            yield unit
    if waiting is not None:
        yield waiting


def is_umbrella(unit: Unit) -> bool:
    return not unit.counts and unit.last.stop == LEADS_ON and bool(words.UMBRELLA.search(unit.last.text))


def _joins(before: Unit, piece: Piece, mood: Mood) -> tuple[Doubt, ...] | None:
    """What is unsure about bringing a clause to those before it; ``None`` where it stands by itself."""
    if before.last.stop != LEADS_ON or piece.item:
        return None
    return next((doubts for rule, doubts in RULES if rule(before, piece, mood)), None)


def _alone(found: Sequence[Unit], piece: Piece) -> tuple[Doubt, ...]:
    """What is unsure about a clause that begins a unit although another leads on to it."""
    if not found or found[-1].last.stop != LEADS_ON or piece.item:
        return ()
    if piece.counts and not found[-1].counts:
        return (Doubt.GOES_ON,)
    return (Doubt.SHARED_SUBJECT,) if words.NO_VERB.match(piece.text) else ()


def _after_opening(before: Unit, _piece: Piece, _mood: Mood) -> bool:
    """依托…，聚焦…，建设…."""
    return before.is_open and not any(map(is_spirit, before.pieces))


def _in_spirit(before: Unit, piece: Piece, _mood: Mood) -> bool:
    """贯彻…精神，落实…部署，围绕…目标."""
    return is_spirit(before.last) and (is_spirit(piece) or opens(piece))


def _said_of_it(_before: Unit, piece: Piece, mood: Mood) -> bool:
    """引进项目51个，总投资210.7亿元: a figure without a subject or verb of its own."""
    is_attribute = words.ATTRIBUTE.match(piece.text) or (mood is Mood.BACK and words.ACHIEVED.match(piece.text))
    return piece.counts and bool(is_attribute) and not words.OF_THEM.match(piece.text)


def _goes_on(before: Unit, piece: Piece, _mood: Mood) -> bool:
    is_short = len(piece.text) <= SHORT or not piece.counts or not words.OF_THEM.match(piece.text)
    return bool(words.GOES_ON.match(piece.text)) and is_short


def _finishes(_before: Unit, piece: Piece, _mood: Mood) -> bool:
    """推进…建设，力争年底完工: by when, of the same thing."""
    return bool(words.FINISHES.match(piece.text))


def _effect(before: Unit, piece: Piece, mood: Mood) -> bool:
    """What comes of it: no figure of its own."""
    if piece.counts or (mood is Mood.AHEAD and words.WHOLLY.search(piece.text)):
        return False
    return bool(words.EFFECT.match(piece.text) or words.PICTURE.match(piece.text))


def _same_noun(before: Unit, piece: Piece, _mood: Mood) -> bool:
    """签约20亿元以上项目3个，亿元以上项目15个: of one verb, counted by sizes."""
    verbless = words.SIZED.match(piece.text)
    return piece.counts and before.counts and verbless is not None and verbless[1] in before.last.text


def _conduct(before: Unit, piece: Piece, _mood: Mood) -> bool:
    """坚守契约精神，绝不拖欠: how a government itself behaves is said in rows."""
    if before.counts or piece.counts or opens(piece) or not words.CONDUCT.search(before.last.text):
        return False
    if words.ANEW.match(piece.text) or len(piece.text) > ROW:
        return False
    return bool(words.CONDUCT.search(piece.text)) or len(piece.text) <= SHORT


def _state(_before: Unit, piece: Piece, mood: Mood) -> bool:
    return mood is Mood.AHEAD and not piece.counts and bool(words.STATE.fullmatch(piece.text))


def _umbrella(before: Unit, piece: Piece, mood: Mood) -> bool:
    """大力开展“填楼行动”，盘活楼宇11栋: an activity, and what it came to."""
    return piece.counts and is_umbrella(before)


Rule = Callable[[Unit, Piece, Mood], bool]
RULES: tuple[tuple[Rule, tuple[Doubt, ...]], ...] = (
    (_after_opening, ()),
    (_in_spirit, ()),
    (_said_of_it, ()),
    (_goes_on, ()),
    (_finishes, ()),
    (_same_noun, (Doubt.SHARED_PREDICATE,)),
    (_effect, (Doubt.ONE_OR_TWO,)),
    (_state, (Doubt.ONE_OR_TWO,)),
    (_umbrella, (Doubt.ONE_OR_TWO,)),
    (_conduct, (Doubt.ONE_OR_TWO,)),
)
