"""Several targets and their verdicts to one: what was met, what was missed, of how much nothing is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal

from msgspec import Struct

from disclosure.catalog.entries import Target
from disclosure.catalog.followup import FollowUp, Ruling
from disclosure.quantity import Operator
from disclosure.translation import gettext as _
from disclosure.verdict import VerdictResult
from disclosure.verdict.judge import UNJUDGED

# Of one target: ``open`` is for a person to decide, nothing is known of what has no state
State = Literal["met", "missed", "adjusted", "late", "open", ""]
# docs/domain.md, Strength: the word of a miss, where it is not plainly that it was not done
MISSES: Final = {"expected": "below-expected", "striving": "striving-missed"}
DONE: Final = ("done", "done-early")
# What the responsible body, or an editor, can only be said to say where a document shows it
CLAIMS_DONE: Final = (*DONE, "partly")
CLAIMS_SEEN: Final = ("supported", "partly-supported", "contradicted")


class CombinedVerdict(Struct, frozen=True):
    """What the targets of a promise come to: the id of a word, whether it is a plain miss, a note."""

    id: str
    missed: bool = False
    note: str = ""


class TargetState(Struct, frozen=True):
    """A target's state and how firmly it was promised."""

    state: State
    strength: str
    why: str = ""


def has_measure(target: Target, *, process: bool = False) -> bool:
    """Whether a value can be held against it; ``process``: also where that can be no miss (支持商户参展20家)."""
    return target.quantity.operator not in UNJUDGED and (process or target.strength.term.id != "process")


def miss(strengths: Iterable[str]) -> str:
    """The word of a miss, by the firmest of what was missed."""
    found = set(strengths)
    if found - MISSES.keys():
        return "not-done"
    return MISSES["expected" if "expected" in found else "striving"]


def combined(became: FollowUp, *, official: bool = True) -> CombinedVerdict | None:
    """``None`` where nothing is known of any target. ``official``: a conclusion on one of several targets stands for
    that target's verdict."""
    states = tuple(_states(became, official))
    known = [one for one in states if one.state]
    if not known:
        return None
    missed = [one for one in known if one.state == "missed"]
    note = _share(len(known), len(states))
    if missed:
        return _with_misses(known, missed, note)
    return _without(known, note)


def _with_misses(known: list[TargetState], missed: list[TargetState], share: str) -> CombinedVerdict:
    states = {one.state for one in known}
    only_striving = {one.strength for one in missed} == {"striving"}
    firmly_met = any(one.state == "met" and one.strength != "striving" for one in known)
    if "met" not in states:
        return CombinedVerdict(miss(one.strength for one in missed), missed=True, note=share)
    if not only_striving or not firmly_met or states != {"met", "missed"}:
        met = sum(one.state == "met" for one in known)
        counted = _("{n}项达成，{m}项没有").format(n=met, m=len(missed))
        return CombinedVerdict("part-met", note="，".join(filter(None, (counted, share))))
    if share:
        return CombinedVerdict("met-known", note=_("力争目标未实现，{share}").format(share=share))
    return CombinedVerdict("met-striving")


def _without(known: list[TargetState], share: str) -> CombinedVerdict:
    """Nothing plainly missed: the least favourable state stands for all."""
    by_state = {one.state: one for one in known}
    if "open" in by_state:
        return CombinedVerdict("judge", note=by_state["open"].why)
    if "late" in by_state:
        return CombinedVerdict("late", note=share)
    if "adjusted" in by_state:
        return CombinedVerdict("adjusted-met", note=share)
    return CombinedVerdict("met-known" if share else "met", note=share)


def _share(known: int, all: int) -> str:
    """A target without data is neither met nor missed."""
    return _("{n}项目标里{m}项有数").format(n=all, m=known) if known < all else ""


def _states(became: FollowUp, official: bool) -> Iterator[TargetState]:
    for ruling in became.rulings:
        result = ruling.settled.verdict.outcome
        said = became.official
        if official and said is not None and said.target == ruling.target.id and said.term.id != VerdictResult.NONE:
            result = VerdictResult(said.term.id)
        if result is VerdictResult.NONE and not has_measure(ruling.target):
            continue
        yield TargetState(_state(became, ruling, result), ruling.target.strength.term.id, _why(ruling, result))


def _state(became: FollowUp, ruling: Ruling, result: VerdictResult) -> State:
    if result is VerdictResult.NONE:
        return ""
    if result in (VerdictResult.UNDECIDED, VerdictResult.JUST):
        return "open"
    if result is VerdictResult.MET:
        return "late" if _caught_up(ruling) else "met"
    if ruling.changed is not None and ruling.changed.verdict.outcome is VerdictResult.MET:
        return "adjusted"
    return "late" if _done_after(became, ruling) else "missed"


def _caught_up(ruling: Ruling) -> bool:
    """Missed on its day, and reached by a later one."""
    if not ruling.settled.all:
        return False
    leading, due = ruling.settled.all[0][0], ruling.aim.due
    return leading.until > due and any(
        due <= seen.until < leading.until and said.outcome is VerdictResult.NOT_MET for seen, said in ruling.settled.all
    )


def _done_after(became: FollowUp, ruling: Ruling) -> bool:
    """Completed after its day; what was still open then, and is said to be done since, must have been, too."""
    if ruling.target.quantity.operator is not Operator.DEADLINE or not ruling.settled.all:
        return False
    seen, reported = ruling.settled.all[0][0], became.reported
    if seen.done is not None:
        return True
    return seen.open and reported.term.id in DONE and reported.since is not None and reported.since > seen.until


def _why(ruling: Ruling, result: VerdictResult) -> str:
    if result is VerdictResult.JUST:
        return _("刚好达到")
    return _("两种口径结论不同") if "bases-differ" in ruling.settled.verdict.notes else _("差距在两可之间")
