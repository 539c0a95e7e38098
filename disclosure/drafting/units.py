"""Which clauses of a sentence belong together: each unit is one thing that can come out one way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from disclosure.drafting import words
from disclosure.drafting.moods import Mood
from disclosure.drafting.pieces import Piece
from disclosure.drafting.shapes import Doubt

HEAD_LENGTH = 10
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
        return all(map(opens, self.pieces))


def opens(piece: Piece) -> bool:
    return bool(words.OPENS.match(piece.text)) and (not piece.counts or bool(words.AMOUNT.fullmatch(piece.text)))


def units(sentence: Sequence[Piece], mood: Mood) -> list[Unit]:
    """The clauses of one sentence brought together."""
    found: list[Unit] = []
    for piece in sentence:
        if found and (doubts := _joins(found[-1], piece, mood)) is not None:
            found[-1] = Unit((*found[-1].pieces, piece), (*found[-1].doubts, *doubts))
        else:
            found.append(Unit((piece,), _alone(found, piece)))
    return found


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
    return before.is_open


def _said_of_it(before: Unit, piece: Piece, _mood: Mood) -> bool:
    """引进项目51个，总投资210.7亿元: a figure without a subject or verb of its own."""
    return piece.counts and bool(words.ATTRIBUTE.match(piece.text)) and not words.OF_THEM.match(piece.text)


def _goes_on(before: Unit, piece: Piece, _mood: Mood) -> bool:
    return bool(words.GOES_ON.match(piece.text)) and not (piece.counts and words.OF_THEM.match(piece.text))


def _finishes(_before: Unit, piece: Piece, _mood: Mood) -> bool:
    """推进…建设，力争年底完工: by when, of the same thing."""
    return bool(words.FINISHES.match(piece.text))


def _effect(before: Unit, piece: Piece, mood: Mood) -> bool:
    """What comes of it: no figure of its own."""
    return not piece.counts and bool(words.EFFECT.match(piece.text) or words.PICTURE.match(piece.text))


def _state(_before: Unit, piece: Piece, mood: Mood) -> bool:
    return mood is Mood.AHEAD and not piece.counts and bool(words.STATE.fullmatch(piece.text))


def _umbrella(before: Unit, piece: Piece, mood: Mood) -> bool:
    """大力开展“填楼行动”，盘活楼宇11栋: an activity, and what it came to."""
    return piece.counts and not before.counts and bool(words.UMBRELLA.search(before.last.text))


Rule = Callable[[Unit, Piece, Mood], bool]
RULES: tuple[tuple[Rule, tuple[Doubt, ...]], ...] = (
    (_after_opening, ()),
    (_said_of_it, ()),
    (_goes_on, ()),
    (_finishes, ()),
    (_effect, (Doubt.ONE_OR_TWO,)),
    (_state, (Doubt.ONE_OR_TWO,)),
    (_umbrella, (Doubt.ONE_OR_TWO,)),
)
