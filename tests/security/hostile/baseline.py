"""The harmless state: a word of its own in each slot that takes words, and which slots those are."""

from __future__ import annotations

import re
from typing import Final

from . import slots
from .slots import Slot
from .trying import FieldTrial, settle

# No digit, no word of the program's, long enough for every field and found nowhere else
SIGNS: Final = "赤橙黄绿青蓝紫黑白灰"
TOKEN: Final = re.compile(f"囧([{SIGNS}]{{3}})试验字样了囧")


def token(number: int) -> str:
    return f"囧{''.join(SIGNS[int(digit)] for digit in f'{number:03}')}试验字样了囧"


def number(found: re.Match[str]) -> int:
    return int("".join(str(SIGNS.index(sign)) for sign in found[1]))


def tokens(trial: FieldTrial) -> dict[Slot, str]:
    """The slots that take any word, each with its own; all others hold what a rule says (ids, quotes, states)."""
    every = {slot: token(at) for at, slot in enumerate(slots.every(trial.files))}
    free, refused = settle(trial, every)
    # Some were only taken back because another one of their file was wrong
    doubtful = [slot for slot, refusal in refused.items() if refusal.beside]
    return _joined(trial, every, free, doubtful)


def _joined(trial: FieldTrial, every: slots.SlotValues, free: dict[Slot, str], doubtful: list[Slot]) -> dict[Slot, str]:
    """The free slots and those of the doubtful that are taken beside them: halved until each is known."""
    if not doubtful:
        return free
    taken, refused = settle(trial, {slot: every[slot] for slot in doubtful}, free)
    free = free | taken
    left = [slot for slot, refusal in refused.items() if refusal.beside]
    if len(doubtful) == 1:
        return free
    middle = len(left) // 2
    for half in (left[:middle], left[middle:]):
        free = _joined(trial, every, free, half)
    return free


def number_of(word: str) -> int:
    """The number of a slot's word."""
    found = TOKEN.fullmatch(word)
    assert found is not None
    return number(found)
