"""What a promise's timeline finds first: when it was said, or shown by numbers, that the promise was kept.

Nothing is concluded here: who said so, and what public material supports, are the statuses and verdicts on file.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from disclosure.catalog.followup import FollowUp, Ruling, Update
from disclosure.model.vocabulary import Term
from disclosure.pages import when
from disclosure.pages.page import chinese_date
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_
from disclosure.verdict import VerdictResult

DONE = {"done", "done-early"}
# What public material says beside the body's own word; nothing where nobody held one against the other
BESIDE = {
    "supported": N_("，公开材料支持"),
    "partly-supported": N_("，公开材料支持其中一部分"),
    "none-public": N_("，没有找到公开材料"),
    "contradicted": N_("，公开材料与此不一致"),
}


class Turn(Struct, frozen=True):
    """``what`` is found; ``day`` is when it became public, or ``time`` a longer time in words where that is not
    known."""

    what: str
    day: date | None
    time: str = ""

    def said(self, promised: date, *, apart: bool) -> str:
        """In a line; ``apart`` names the day, where it is none of those on which what is told happened."""
        if self.day is None:
            return _("{when}，{what}").format(when=self.time, what=self.what)
        after = _("写入报告后{n}天（{day}公布），{what}") if apart else _("写入报告后{n}天，{what}")
        return after.format(n=(self.day - promised).days, day=chinese_date(self.day), what=self.what)


def turn(became: FollowUp) -> Turn | None:
    """None where nobody said anything of it."""
    ways = (_done, _official, _measured, _said)
    return next((found for way in ways if (found := way(became))), None)


def _done(became: FollowUp) -> Turn | None:
    """Nothing where the body's last word is another."""
    said = [one for one in became.updates if _is(one.reported, DONE) and one.known]
    if not said or not _is(became.reported.term, DONE):
        return None
    first = min(said, key=lambda one: (one.known or date.max, one.id))
    beside = _beside(first.evidenced or _evidenced(became), became)
    return _spoken(first, _("责任单位说已经完成{beside}").format(beside=beside))


def _said(became: FollowUp) -> Turn | None:
    """The body's last word where it is no completion."""
    term = became.reported.term
    last = next((one for one in became.updates if one.id == became.reported.update), None)
    if last is None or last.known is None or term.id == "no-information":
        return None
    return _spoken(last, _("责任单位说“{label}”").format(label=term.label))


def _is(term: Term | None, ids: set[str]) -> bool:
    return term is not None and term.id in ids


def _spoken(one: Update, what: str) -> Turn:
    """To the day where it is known to the day."""
    if one.day is None and one.event and one.event.first != one.event.last:
        return Turn(what, None, when.spelt(one.event))
    return Turn(what, one.known)


def _measured(became: FollowUp) -> Turn | None:
    """Every target has a verdict of met; the day is that on which the last of them had its first such value."""
    if not became.rulings or any(one.settled.verdict.outcome is not VerdictResult.MET for one in became.rulings):
        return None
    days = [min(_met(became, one), default=None) for one in became.rulings]
    known = [day for day in days if day]
    if len(known) < len(days):
        return None
    return Turn(_("公开的数字显示目标已经达到"), max(known))


def _met(became: FollowUp, ruling: Ruling) -> Iterator[date]:
    """When values that meet the target became known."""
    met = [seen for seen, verdict in ruling.settled.all if verdict.outcome is VerdictResult.MET]
    for one in became.observations:
        if one.target == ruling.target.id and one.seen in met and one.origin.day:
            yield one.origin.day


def _official(became: FollowUp) -> Turn | None:
    if became.official is None:
        return None
    words = _("官方作出结论：{said}{beside}")
    return Turn(words.format(said=became.official.term.label, beside=_beside(None, became)), became.official.day)


def _evidenced(became: FollowUp) -> Term | None:
    return became.evidenced.term if became.evidenced else None


def _beside(term: Term | None, became: FollowUp) -> str:
    """What public material says; that it says otherwise goes before all else."""
    last = _evidenced(became)
    found = last if last and last.id == "contradicted" else term
    return _(BESIDE.get(found.id, "")) if found else ""
