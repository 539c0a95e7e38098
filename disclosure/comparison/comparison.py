"""Everything that ``diff`` has to say: what the content was held against, what is another, what must not be so."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from disclosure.comparison.difference import SiteDifference
from disclosure.history.saying import cut
from disclosure.problem import Problem
from disclosure.translation import gettext as _


class SiteComparison(Struct, frozen=True, kw_only=True):
    """The content held against a commit, as somebody called it; ``day`` is that commit's.

    ``problems`` are of the content now, those that stop a publication among them; ``before`` are the errors that the
    rules of today find in the content of then.
    """

    name: str
    commit: str
    day: date
    today: date
    difference: SiteDifference
    problems: tuple[Problem, ...]
    before: tuple[Problem, ...]


def against(one: SiteComparison) -> str:
    """What it was held against."""
    named = f"{one.name} " if one.name != one.commit else ""
    return _("与 {name}（{commit}，{day}）相比").format(name=named.strip(), commit=one.commit[:10], day=one.day)


def none(one: SiteComparison) -> str:
    """That there is no change; or none in what could be compared."""
    return _("没有变化") if one.difference.is_complete else _("能比的没有变化")


def gaps(one: SiteComparison) -> tuple[str, ...]:
    """What could not be compared, and why."""
    then, now = one.difference.unread
    lines = []
    if one.before:
        lines.append(_("当时的内容按今天的规则有 {n} 个错误，能比的都比了").format(n=len(one.before)))
    if then:
        lines.append(_("当时读不全的报告，只比了记录：{keys}").format(keys=cut("、".join(then))))
    if now:
        lines.append(_("现在读不全的报告，只比了记录：{keys}").format(keys=cut("、".join(now))))
    if not one.difference.whole:
        lines.append(_("全站的网页没有比"))
    return tuple(lines)
