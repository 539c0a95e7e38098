"""The steps of the rule: a commitment and its follow-up to the id of a word and what stands beside it.

``ORDER`` is the rule: the first step that says something leads. The words themselves, with shape, colour and what they
count as, are data.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog.entries import Commitment
from disclosure.catalog.followup import FollowUp, Ruling
from disclosure.catalog.outcome import stances
from disclosure.catalog.outcome.holding import holds
from disclosure.catalog.outcome.targets import DONE, combined, has_measure, miss
from disclosure.catalog.words import Vocabularies
from disclosure.model import vocabulary
from disclosure.model.vocabulary import WordRecord
from disclosure.translation import gettext as _
from disclosure.verdict import VerdictResult

# Another rule is another version; docs/domain.md and the method page say what changed
VERSION: Final = "1"
DUE_SEARCHED: Final = "due-silent"
DUE_UNSEARCHED: Final = "due-unsearched"
# What the calendar alone makes of a promise: nothing is told of it, and its day is over
SILENT_DUE: Final = frozenset({DUE_SEARCHED, DUE_UNSEARCHED})
WORD_OF_RESULT: Final = {
    VerdictResult.MET: "met",
    VerdictResult.UNDECIDED: "judge",
    VerdictResult.JUST: "judge",
    VerdictResult.NONE: "not-comparable",
}


class Outcome(Struct, frozen=True, kw_only=True):
    """A word as data carries and pages show it. ``note`` is what stands beside it: whose word, how much is known."""

    id: str
    label: str
    shape: str
    colour: str
    counts: Literal["kept", "missed", "neither"]
    note: str = ""


class Conclusion(Struct, frozen=True):
    """What a step of the rule says: the id of a word, and a note."""

    id: str
    note: str = ""


OutcomeStep = Callable[[Commitment, FollowUp], Conclusion | None]


def outcomes(
    commitments: tuple[Commitment, ...], follow: Mapping[str, FollowUp], words: Vocabularies
) -> dict[str, Outcome]:
    """Of all commitments of a report, by id."""
    return {one.id: outcome(one, follow[one.id], words) for one in commitments}


def outcome(commitment: Commitment, became: FollowUp, words: Vocabularies) -> Outcome:
    found = conclusion(commitment, became)
    return worded(words, found.id, found.note)


def worded(words: Vocabularies, id: str, note: str = "") -> Outcome:
    """The word of an id; the id itself where the vocabulary lacks it (a problem by then)."""
    word = words.word(vocabulary.OUTCOMES, id) or WordRecord(id=id, label=id, description="")
    return Outcome(id=id, label=word.label, shape=word.shape, colour=word.colour, counts=word.counts, note=note)


def of_target(words: Vocabularies, ruling: Ruling) -> Outcome:
    """The word of one target's verdict: a miss by its own strength. What only lacks a value is no 不作对照."""
    result = ruling.settled.verdict.outcome
    if result is VerdictResult.NOT_MET:
        return worded(words, miss([ruling.target.strength.term.id]))
    word = worded(words, WORD_OF_RESULT[result])
    if is_awaited(ruling):
        return replace(word, label=_("暂不能对照"), shape=worded(words, "not-due").shape)
    return word


def is_awaited(ruling: Ruling) -> bool:
    """Whether a value could be held against the target, and what is on file does not do."""
    return ruling.settled.verdict.outcome is VerdictResult.NONE and has_measure(ruling.target)


def conclusion(commitment: Commitment, became: FollowUp) -> Conclusion:
    """The first step that says something."""
    found = (step(commitment, became) for step in ORDER)
    return next(each for each in found if each is not None)


def is_compared(commitment: Commitment, became: FollowUp) -> bool:
    """Whether values held against targets decide the outcome: no word of anybody, and nothing left to a person."""
    leading = next(step for step in ORDER if step(commitment, became) is not None)
    return leading is _computed and conclusion(commitment, became).id != "judge"


def is_measured(commitment: Commitment) -> bool:
    """Whether it names a number or a day that a value can be held against."""
    return any(has_measure(target) for target in commitment.targets)


def is_checkable(commitment: Commitment) -> bool:
    """Whether one can say at all that it was kept or not: more than a principle, a quality, going on with something."""
    if commitment.kind.id == "orientation":
        return False
    unmeasured = bool(commitment.targets) or commitment.strength.term.id == "process"
    return not unmeasured or any(has_measure(target, process=True) for target in commitment.targets)


def _not_adopted(_commitment: Commitment, became: FollowUp) -> Conclusion | None:
    refused = became.vote is not None and became.vote.term.id == "no"
    return Conclusion("not-adopted", _("票决未通过")) if refused else None


def _disputed(_commitment: Commitment, became: FollowUp) -> Conclusion | None:
    """Counted by itself, never as kept."""
    said = stances.contradiction(became)
    return Conclusion("disputed", said) if said else None


def _official(commitment: Commitment, became: FollowUp) -> Conclusion | None:
    """The official conclusion on the whole promise; one on a single target enters the comparison instead."""
    official = became.official
    if official is None or stances.is_partial(became):
        return None
    said = _("官方结论：“{said}”").format(said=official.said)
    if official.term.id == VerdictResult.MET:
        # A later or a changed goal that was reached does not make the first one kept
        reached = combined(became)
        return Conclusion(reached.id if reached and reached.id in ("late", "adjusted-met") else "met", said)
    if official.term.id == VerdictResult.NOT_MET:
        return _missed(commitment, became, said)
    return Conclusion("judge", said) if official.term.id != VerdictResult.NONE else None


def _computed(commitment: Commitment, became: FollowUp) -> Conclusion | None:
    found = combined(became)
    if found is None:
        return None
    if found.missed:
        return _missed(commitment, became, found.note)
    return Conclusion(found.id, found.note)


def _missed(commitment: Commitment, became: FollowUp, note: str) -> Conclusion | None:
    """A miss by the strength of the promise. A candidate that nobody is known to have adopted was not promised yet."""
    if not became.judged:
        return None
    found = combined(became)
    return Conclusion(found.id if found and found.missed else miss([commitment.strength.term.id]), note)


def _reported(commitment: Commitment, became: FollowUp) -> Conclusion | None:
    id = became.reported.term.id
    if id in DONE:
        supported = became.evidenced is not None and became.evidenced.term.id == "supported"
        return Conclusion(id) if supported else Conclusion("claimed")
    if id == "not-done":
        return _missed(commitment, became, _("责任单位自己说"))
    return None if id == "no-information" else Conclusion(id)


def _news(_commitment: Commitment, became: FollowUp) -> Conclusion | None:
    return Conclusion("news") if became.absence is None else None


def _held(commitment: Commitment, became: FollowUp) -> Conclusion | None:
    """What is to be held or not to happen, where public evidence says that it was; silence is no evidence."""
    evidenced = became.evidenced
    if evidenced is None or evidenced.term.id != "supported" or evidenced.since is None or not holds(commitment):
        return None
    if became.reported.term.id not in ("no-information", "under-way", *DONE):
        return None
    if not became.is_due:
        return Conclusion("held-so-far")
    return Conclusion("held") if evidenced.since >= commitment.deadline else None


def _not_comparable(commitment: Commitment, _became: FollowUp) -> Conclusion | None:
    return None if is_checkable(commitment) else Conclusion("not-comparable")


def _candidate(_commitment: Commitment, became: FollowUp) -> Conclusion | None:
    return None if became.judged else Conclusion("candidate")


def _silent(_commitment: Commitment, became: FollowUp) -> Conclusion:
    """Three kinds of silence; none of them is a miss."""
    searched = became.absence is not None and became.absence.term.id == "nothing-public"
    if not became.is_due:
        return Conclusion("not-due", _("检索过无公开信息") if searched else "")
    return Conclusion(DUE_SEARCHED if searched else DUE_UNSEARCHED)


ORDER: Final[tuple[OutcomeStep, ...]] = (
    _not_adopted,
    _disputed,
    _official,
    _computed,
    _held,
    _reported,
    _news,
    _not_comparable,
    _candidate,
    _silent,
)
