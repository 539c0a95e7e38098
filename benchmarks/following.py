"""What stands on a commitment itself after the speech: who leads, changed targets, votes, the official word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from benchmarks import densities, outcomes
from benchmarks.outcomes import DrawnOutcome
from benchmarks.wording import Draft, Figure

DEPARTMENTS = ("区交通局", "区住建局", "区教体局", "区卫健委", "区民政局", "区工信局", "区商务局", "区发改委")
DEPUTIES = 180
CANDIDATE = "民生实事候选"


@dataclass(frozen=True, kw_only=True)
class Promise:
    """A commitment and all that is known of it: drawn when it is made, told by others bit by bit.

    ``outcomes`` has one for each figure, None where nothing can be observed; ``adjusted`` is the target as changed
    on the way, ``vote`` the label of a candidate's vote.
    """

    report: str
    year: int
    id: str
    passage: str
    draft: Draft
    outcomes: tuple[DrawnOutcome | None, ...] = ()
    followed: bool = False
    adjusted: str = ""
    vote: str = ""

    @property
    def known(self) -> list[tuple[str, DrawnOutcome]]:
        """Each target of which something can be observed, with its outcome."""
        return [(f"{self.id}/{n}", one) for n, one in enumerate(self.outcomes, 1) if one]

    @property
    def values(self) -> list[Decimal]:
        return [one.value for one in self.outcomes if one]

    @property
    def is_kept(self) -> bool:
        return all(outcome.kept for _target, outcome in self.known)

    @property
    def is_counted(self) -> bool:
        """Whether next year's report can say what it came to, in the same words."""
        figures = self.draft.figures
        return bool(figures and figures[0].measure.startswith("新建") and self.values[0]) and self.vote != "未通过"


def drawn(random: Random, one: Promise) -> Promise:
    """The commitment with all that becomes of it."""
    draft = one.draft
    came_out = tuple(outcomes.draw(random, figure, one.year) for figure in draft.figures)
    vote = _vote(random) if draft.kind == CANDIDATE else ""
    followed = densities.FOLLOWED.falls(random) and vote != "未通过"
    changed = _is_count(draft) and densities.ADJUSTED.falls(random)
    adjusted = _changed(draft.figures[0]) if changed else ""
    return replace(one, outcomes=came_out, followed=followed, adjusted=adjusted, vote=vote)


def _vote(random: Random) -> str:
    if not densities.VOTED.falls(random):
        return "结果未公开"
    return "通过" if densities.ADOPTED.falls(random) else "未通过"


def _is_count(draft: Draft) -> bool:
    return bool(draft.figures) and draft.figures[0].form == "count" and draft.figures[0].value >= 8


def _changed(figure: Figure) -> str:
    """A target brought down by a quarter."""
    return f"{int(figure.value) * 3 // 4}{figure.unit}"


def planned(random: Random, draft: Draft) -> tuple[Figure, ...]:
    """The figures of a commitment, the first with a plan by quarter now and then."""
    if not (_is_count(draft) and densities.PLANNED.falls(random)):
        return draft.figures
    first, *others = draft.figures
    plan = [int(first.value) * quarter // 4 for quarter in (1, 2, 3, 4)]
    return (replace(first, more=f"{first.more}, plan: {plan}"), *others)


def rows(random: Random, one: Promise, district: str, departments: tuple[str, ...]) -> Iterator[str]:
    """The lines of a commitment's file that say what came after the speech."""
    if densities.LED.falls(random):
        lead, supporting = random.sample(departments, 2)
        yield f"lead: {lead}"
        yield f"supporting: [{supporting}]"
    if one.adjusted:
        yield from _adjustment(random, one, district)
    if one.known and densities.OFFICIAL.falls(random):
        yield from _official(one, district)
    if one.vote:
        yield from _votes(random, one, district)


def _adjustment(random: Random, one: Promise, district: str) -> Iterator[str]:
    day = f"{one.year}-{random.randrange(7, 11):02}-{random.randrange(1, 29):02}"
    by = f"{district}人民代表大会常务委员会"
    title = f"关于调整{one.draft.about}{one.year}年建设计划的决定（虚构）"
    yield "adjustments:"
    yield f"  - date: {day}"
    yield f"    target: {one.id}/1"
    yield f"    old: {one.draft.figures[0].written}"
    yield f"    new: {one.adjusted}"
    yield f"    by: {by}"
    yield f"    document: {_document(by, title, day)}"


def _official(one: Promise, district: str) -> Iterator[str]:
    target, outcome = one.known[0]
    said, verdict = ("完成", "达成") if outcome.kept else ("有差距", "未达成")
    day = f"{one.year + 1}-01-12"
    yield "official_verdict:"
    yield f"  said: {said}"
    yield f"  outcome: {verdict}"
    if len(one.draft.figures) > 1:
        yield f"  target: {target}"
    yield f"  date: {day}"
    yield f"  source: {_document(f'{district}人民政府', f'{one.year + 1}年{district}政府工作报告（虚构）', day)}"


def _votes(random: Random, one: Promise, district: str) -> Iterator[str]:
    congress = f"{district}人民代表大会"
    notice = _document(congress, f"{one.year}年民生实事项目票决结果公告（虚构）", f"{one.year}-01-14")
    if one.vote == "结果未公开":
        yield f"vote: {{adopted: {one.vote}, source: {notice}}}"
        return
    cast = DEPUTIES - random.randrange(20)
    minority, abstained = random.randrange(2, 60), random.randrange(9)
    most = cast - minority - abstained
    votes_for, votes_against = (most, minority) if one.vote == "通过" else (minority, most)
    counts = f"votes_for: {votes_for}, votes_against: {votes_against}, abstained: {abstained}, cast: {cast}"
    yield f"vote: {{adopted: {one.vote}, date: {one.year}-01-14, {counts}, source: {notice}}}"
    if one.vote == "通过" and densities.POLLED.falls(random):
        yield _satisfaction(random, one, congress)


def _satisfaction(random: Random, one: Promise, congress: str) -> str:
    day = f"{one.year + 1}-01-16"
    satisfied, basically, dissatisfied = random.randrange(80, 150), random.randrange(10, 40), random.randrange(12)
    counts = f"satisfied: {satisfied}, basically: {basically}, dissatisfied: {dissatisfied}"
    cast = satisfied + basically + dissatisfied
    source = _document(f"{congress}常务委员会", f"{one.year}年民生实事项目满意度测评（虚构）", day)
    return f"satisfaction: {{date: {day}, {counts}, cast: {cast}, source: {source}}}"


def _document(publisher: str, title: str, day: str) -> str:
    return f"{{publisher: {publisher}, title: {title}, date: {day}}}"
