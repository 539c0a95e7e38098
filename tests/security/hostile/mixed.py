"""Sites in which each field holds another string: what stands on a page beside each other differs."""

from __future__ import annotations

from . import slots
from .journey import Journey
from .trying import settle


def site(journey: Journey, texts: list[str], number: int) -> slots.SlotValues:
    """Builds the ``number``th such site; what each slot holds in it.

    Strings that a slot refuses make way for the next ones, some times.
    """
    held: dict[slots.Slot, str] = {}
    for turn in range(TURNS):
        left = [slot for slot in journey.free if slot not in held]
        start = (number * TURNS + turn) * len(journey.free)
        wanted = {slot: texts[(start + at) % len(texts)] for at, slot in enumerate(left)}
        held, _refused = settle(journey.trial, {**held, **wanted}, journey.free)
    journey.built({**journey.free, **held})
    return held


# How often a slot is offered another string
TURNS = 3
