"""Who says that a promise was kept and who that it was not: official word, comparison, responsible body, evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from msgspec import Struct

from disclosure.catalog.followup import FollowUp, Official, Ruling
from disclosure.catalog.outcome.targets import DONE, combined
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_
from disclosure.verdict import VerdictResult

# Some targets met and some missed: as a whole that is not kept, and not plainly missed
StanceSide = Literal["kept", "missed", "part", ""]
CLASHES: Final = ({"kept", "missed"}, {"kept", "part"})
WORDS: Final[dict[str, str]] = {"kept": N_("达成"), "missed": N_("未达成"), "part": N_("部分达成")}


class Stance(Struct, frozen=True):
    """One source: which side it takes, and its words with its name."""

    side: StanceSide
    words: str


def is_partial(became: FollowUp) -> bool:
    """Whether the official conclusion is about one of several targets."""
    return became.official is not None and bool(became.official.target) and len(became.rulings) > 1


def contradiction(became: FollowUp) -> str:
    """Who says what, where sources contradict each other on whether it was kept; else nothing."""
    stances = tuple(_stances(became))
    sides = {one.side for one in stances}
    refuted = became.evidenced is not None and became.evidenced.term.id == "contradicted"
    if refuted or _target_disputed(became) or any(clash <= sides for clash in CLASHES):
        return "；".join([*(one.words for one in stances), *_evidence(became, refuted=refuted)])
    return ""


def _stances(became: FollowUp) -> Iterator[Stance]:
    if became.official is not None:
        words = _("官方：{said}").format(said=became.official.said)
        yield Stance("" if is_partial(became) else _side(became.official.term.id), words)
    side = _computed(became)
    if side:
        yield Stance(side, _("自动对照：{word}").format(word=_(WORDS[side])))
    if became.reported.term.id in (*DONE, "not-done") and not _is_outdated(became):
        kept = became.reported.term.id in DONE
        words = _("责任单位：{label}").format(label=became.reported.term.label)
        yield Stance("kept" if kept else "missed", words)


def _evidence(became: FollowUp, *, refuted: bool) -> Iterator[str]:
    if refuted and became.evidenced is not None:
        yield _("公开证据：{label}").format(label=became.evidenced.term.label)


def _side(result: str) -> StanceSide:
    if result == VerdictResult.MET:
        return "kept"
    return "missed" if result == VerdictResult.NOT_MET else ""


def _computed(became: FollowUp) -> StanceSide:
    """What was reached late, or after a change, contradicts nobody."""
    found = combined(became, official=False)
    if found is None:
        return ""
    if found.missed:
        return "missed"
    return "part" if found.id == "part-met" else "kept" if found.id in ("met", "met-striving") else ""


def _target_disputed(became: FollowUp) -> bool:
    official = became.official
    if official is None or not is_partial(became):
        return False
    about = [each for each in became.rulings if each.target.id == official.target]
    return any(_contradict(official, each) for each in about)


def _contradict(official: Official, ruling: Ruling) -> bool:
    changed = ruling.changed is not None and ruling.changed.verdict.outcome is VerdictResult.MET
    return not changed and {_side(official.term.id), _side(ruling.term.id)} == {"kept", "missed"}


def _is_outdated(became: FollowUp) -> bool:
    """Not yet done, said before what is known now was observed or concluded."""
    said = became.reported
    if said.term.id in DONE or said.since is None:
        return False
    later = [one.origin.day for one in became.observations if one.origin.day]
    later += [became.official.day] if became.official else []
    return any(day > said.since for day in later)
