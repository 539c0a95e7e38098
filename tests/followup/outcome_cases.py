"""Follow-ups made by changing one of the example's: a promise with a count, a promise with a day, both, or neither."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from msgspec.structs import replace

from disclosure.catalog.catalog import Report
from disclosure.catalog.entries import Commitment
from disclosure.catalog.evidence import Evidence
from disclosure.catalog.followup import Absence, FollowUp, Observation, Official, Ruling, Stated, Vote
from disclosure.model.vocabulary import Term
from disclosure.verdict import Settled, VerdictResult

DUE, AFTER = date(2024, 12, 31), date(2025, 2, 1)
SOURCE = Evidence(
    publisher="某机关",
    passage="",
    title="某文件",
    url="",
    locator="",
    day=None,
    retrieved=None,
    seen=None,
    excerpt=False,
    says="",
    does_not_say="",
    snapshot="",
    sha256="",
    dead=None,
)


def term(id: str) -> Term:
    return Term(id, id)


def stated(id: str, since: date | None = None) -> Stated:
    return Stated(term(id), since)


def official(result: str, target: str = "", day: date = AFTER) -> Official:
    return Official(said="照录", term=term(result), target=target, day=day, source=SOURCE, differs=False)


def vote(id: str) -> Vote:
    return Vote(term(id), None, None, SOURCE)


def absence(id: str) -> Absence:
    return Absence(term=term(id))


def observed(known: Iterable[Observation], day: date) -> tuple[Observation, ...]:
    """A value that became known on that day."""
    return tuple(replace(one, origin=replace(one.origin, day=day)) for one in known)[:1]


def ruling(of: Ruling, result: str, *, strength: str = "promised", changed: str = "") -> Ruling:
    """The same target with another verdict, and another one on the changed target."""
    verdict = replace(of.settled.verdict, outcome=VerdictResult(result), notes=())
    entry = replace(of.target.strength, term=term(strength))
    after = replace(verdict, outcome=VerdictResult(changed)) if changed else None
    return replace(
        of,
        term=term(result),
        settled=Settled(verdict, tuple((seen, verdict) for seen, _said in of.settled.all[:1])),
        changed=Settled(after, ()) if after else None,
        target=replace(of.target, strength=entry),
    )


def silent(report: Report, id: str, **changes: Any) -> FollowUp:
    """Nothing is known of the promise, which is due, but for ``changes``."""
    became = report.follow[id]
    nothing: dict[str, Any] = {
        "reported": stated("no-information"),
        "evidenced": None,
        "schedule": term("due"),
        "absence": absence("not-looked"),
        "rulings": tuple(ruling(each, "none") for each in became.rulings),
        "observations": (),
        "answers": (),
        "updates": (),
        "context": (),
        "adjustments": (),
        "official": None,
        "vote": None,
        "satisfaction": None,
        "judged": True,
    }
    return replace(became, **(nothing | changes))


def promise(report: Report, id: str, *, kind: str = "task", strength: str = "promised", **changes: Any) -> Commitment:
    one = report.register.find(id)
    assert isinstance(one, Commitment)
    entry = replace(one.strength, term=term(strength))
    return replace(one, kind=term(kind), strength=entry, deadline=DUE, **changes)
