"""What another rubric would say of the same observations."""

from __future__ import annotations

from collections.abc import Sequence

from .settle import settle
from .shapes import Aim, ObservedValue, Rubric, Verdict


def flip(aim: Aim, seen: Sequence[ObservedValue], old: Rubric, new: Rubric) -> tuple[Verdict, Verdict] | None:
    """The leading verdicts under ``old`` and ``new`` where their outcomes differ, else None."""
    before, after = (settle(aim, seen, rubric).verdict for rubric in (old, new))
    return (before, after) if before.outcome is not after.outcome else None
