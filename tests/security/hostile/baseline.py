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

# Where one of these fields says what another one does, both say it in the same words
SAME: Final = (
    frozenset({"DistrictRecord.name", "ReportMeta.district"}),
    frozenset({"MeasureRecord.unit", "IndicatorRecord.unit"}),
)


def token(number: int) -> str:
    return f"囧{''.join(SIGNS[int(digit)] for digit in f'{number:03}')}试验字样了囧"


def number(found: re.Match[str]) -> int:
    return int("".join(str(SIGNS.index(sign)) for sign in found[1]))


def tokens(trial: FieldTrial) -> dict[Slot, str]:
    """The slots that take any word, each with its own; all others hold what a rule says (ids, quotes, states)."""
    every = {slot: token(at) for slot, at in _numbered(trial).items()}
    free, refused = settle(trial, every)
    # Some were only taken back because another one of their file was wrong
    doubtful = [slot for slot, refusal in refused.items() if refusal.beside]
    free = _joined(trial, every, free, doubtful)
    for alike in _alike(every):
        # One of them alone is refused, as it says something else than the others
        if not alike.keys() <= free.keys() and settle(trial, alike, free)[0] == alike:
            free |= alike
    return free


def _alike(every: slots.SlotValues) -> list[dict[Slot, str]]:
    """The slots that have to say the same as others, with those."""
    found: dict[str, dict[Slot, str]] = {}
    for slot, word in every.items():
        found.setdefault(word, {})[slot] = word
    return [alike for alike in found.values() if len(alike) > 1]


def _numbered(trial: FieldTrial) -> dict[Slot, int]:
    """A number for each slot: one for all that have to say the same."""
    first: dict[tuple[frozenset[str], str], int] = {}
    found = {}
    for at, slot in enumerate(slots.every(trial.files)):
        same = next((names for names in SAME if slot.name in names), None)
        found[slot] = first.setdefault((same, trial.files[slot.file][slot.start : slot.end]), at) if same else at
    return found


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
