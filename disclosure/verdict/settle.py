"""All observations of a target together: every vintage keeps its verdict, the last word leads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from . import words
from .judge import judge
from .shapes import Aim, ObservedValue, Rubric, Verdict, VerdictResult

# Later in this order is better known; a number without a vintage is taken as it stands
RANK: Final = {"forecast": 0, "preliminary": 1, "": 2, "final": 3}


class Settled(Struct, frozen=True):
    """The verdict that leads, and all of them beside their observations, best known first."""

    verdict: Verdict
    all: tuple[tuple[ObservedValue, Verdict], ...]


def settle(aim: Aim, observations: Sequence[ObservedValue], rubric: Rubric) -> Settled:
    """The leading verdict of any number of observations; without any, that the value is lacking.

    A verdict leads over none; then the fuller time, then the better known number. Where two bases (同口径,
    自然口径) of one rank disagree, neither leads: undecided. A revision is noted, and whether it changed the outcome.
    """
    if not observations:
        return Settled(judge(aim, ObservedValue(until=aim.due), rubric), ())
    pairs = sorted(((seen, judge(aim, seen, rubric)) for seen in observations), key=_rank, reverse=True)
    leading = pairs[0]
    notes = (*leading[1].notes, *_revised(pairs))
    verdict = replace(leading[1], notes=notes)
    if _bases_differ(pairs):
        working = _differing(leading[1])
        verdict = replace(verdict, outcome=VerdictResult.UNDECIDED, working=working, notes=(*notes, "bases-differ"))
    return Settled(verdict, tuple(pairs))


def _rank(pair: tuple[ObservedValue, Verdict]) -> tuple[bool, object, int, str]:
    seen, verdict = pair
    return verdict.outcome is not VerdictResult.NONE, seen.until, RANK.get(seen.vintage, 2), seen.basis


def _revised(pairs: Sequence[tuple[ObservedValue, Verdict]]) -> tuple[str, ...]:
    """Whether an earlier vintage of the same time and basis said something else."""
    seen, verdict = pairs[0]
    earlier = [
        (other, said)
        for other, said in pairs[1:]
        if (other.until, other.basis) == (seen.until, seen.basis) and other.vintage != seen.vintage
    ]
    if not any(other.value != seen.value for other, _said in earlier):
        return ()
    changed = any(said.outcome is not verdict.outcome for _other, said in earlier)
    margin = any("margin" in said.notes for _other, said in earlier) and "margin" not in verdict.notes
    return ("revised-other" if changed else "revised-same", *(("margin",) if margin else ()))


def _bases_differ(pairs: Sequence[tuple[ObservedValue, Verdict]]) -> bool:
    seen, _verdict = pairs[0]
    peers = [
        said.outcome
        for other, said in pairs
        if other.until == seen.until and other.vintage == seen.vintage and said.outcome is not VerdictResult.NONE
    ]
    return len({other.basis for other, _said in pairs}) > 1 and len(set(peers)) > 1


def _differing(verdict: Verdict) -> str:
    return "，".join([*verdict.working.split("，")[:-1], words.note("bases-differ")])
