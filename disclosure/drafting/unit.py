"""Clauses in a row that are proposed together."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from disclosure.drafting import words
from disclosure.drafting.pieces import Piece
from disclosure.drafting.shapes import Doubt

Doubts = tuple[Doubt, ...]


class Unit(Struct, frozen=True):
    """A row of clauses, what is unsure about it, and why it is no record (``reason``), if it is none."""

    pieces: tuple[Piece, ...]
    doubts: Doubts = ()
    reason: str = ""

    @property
    def first(self) -> Piece:
        return self.pieces[0]

    @property
    def last(self) -> Piece:
        return self.pieces[-1]

    @property
    def counts(self) -> bool:
        return any(one.counts for one in self.pieces)

    def with_piece(self, piece: Piece, doubts: Doubts) -> Unit:
        return Unit((*self.pieces, piece), (*self.doubts, *doubts), self.reason)


def joined(units: Sequence[Unit], *doubts: Doubt) -> Unit:
    """Several as one."""
    return Unit(
        tuple(piece for unit in units for piece in unit.pieces),
        (*doubts, *(doubt for unit in units for doubt in unit.doubts)),
    )


def opens(piece: Piece) -> bool:
    """Whether a clause only says how or when, and waits for what is done."""
    if words.OPENS_COUNTING.match(piece.text):
        return True
    is_aim = piece.counts or words.WHOLLY.search(piece.text)
    return not is_aim and bool(words.OPENS.match(piece.text))


def is_spirit(piece: Piece) -> bool:
    return bool(words.SPIRIT.match(piece.text))


def is_state(piece: Piece) -> bool:
    return bool(words.STATE.fullmatch(piece.text))


def is_thing(unit: Unit) -> bool:
    """Whether it can come out by itself: it counts something, or names what is made."""
    first = unit.first.text
    return unit.counts or bool(words.THING.match(first) and not words.PICTURE.match(first))


def is_umbrella(unit: Unit) -> bool:
    """Whether it is an activity without a figure, and its sentence goes on."""
    return not unit.counts and unit.last.leads_on and bool(words.UMBRELLA.match(unit.last.text))
