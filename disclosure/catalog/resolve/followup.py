"""A report's updates and what became of its commitments."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from msgspec import Struct

from disclosure.catalog.common_content import CommonContent
from disclosure.catalog.entries import Register
from disclosure.catalog.followup import AwaitedDocument, FollowUp, LaterAnswer, Observation, Update
from disclosure.catalog.requests import DisclosureRequest
from disclosure.catalog.resolve import aims, answering, awaited, elsewhere
from disclosure.catalog.resolve import updates as updating
from disclosure.catalog.resolve.following import FollowUpContext, by_commitment, follow
from disclosure.catalog.resolve.resolver import Resolver
from disclosure.problem import Place, Problem
from disclosure.source.content import RawContent
from disclosure.translation import gettext as _
from disclosure.verdict import Rubric


class Followed(Struct, frozen=True, kw_only=True):
    """A report's updates, newest first; the follow-up of each commitment in force; the documents that would tell more;
    the requests that ask of it; what is wrong."""

    updates: tuple[Update, ...]
    follow: dict[str, FollowUp]
    documents: tuple[AwaitedDocument, ...]
    requests: tuple[DisclosureRequest, ...]
    problems: list[Problem]


def resolve(
    resolver: Resolver,
    register: Register,
    raw: RawContent,
    delivered: date,
    shared: CommonContent,
    guests: RawContent,
) -> Followed:
    """The follow-up of the report that was delivered on that day; ``guests`` are other reports' files that speak of
    it."""
    context = updating.UpdateContext(
        report=resolver.report,
        year=resolver.year,
        commitments={commitment.id: commitment for commitment in register.commitments},
        written=frozenset(
            commitment.value.id for commitment in raw.register.commitments if commitment.report == resolver.report
        ),
        superseded=dict(register.superseded),
        words=resolver.words,
        dead=resolver.dead,
    )
    mine = sorted(
        (update for update in raw.updates if update.report == resolver.report), key=lambda one: one.id, reverse=True
    )
    resolved = (updating.resolve(context, one) for one in mine)
    updates = tuple(sorted(resolved, key=lambda one: one.known or date.min, reverse=True))
    said = tuple(updating.resolve(context, one) for one in guests.updates)
    absences = tuple(absence for absence in raw.register.absences if absence.report == resolver.report)
    documents = awaited.resolve(context, register, raw)
    requests = tuple(one for one in shared.requests if resolver.report in one.reports)
    found = elsewhere.of_indicators(resolver.report, context.commitments, shared.indicators, shared.own)
    known = FollowUpContext(
        context=context,
        today=shared.today,
        rubric=rubric(raw),
        updates=by_commitment((*updates, *said), resolver.report),
        elsewhere=_by_commitment(found),
        answers=_answers(answering.answers(context, guests, shared)),
        polarities=resolver.polarities,
        absences=absences,
        delivered=delivered,
        places={one.id: one for one in shared.places},
        documents=awaited.by_commitment(documents),
        requests=requests,
    )
    return Followed(
        updates=updates,
        follow={commitment.id: follow(known, commitment) for commitment in register.commitments},
        documents=documents,
        requests=requests,
        problems=context.problems,
    )


def _answers(all: Iterable[LaterAnswer]) -> dict[str, tuple[LaterAnswer, ...]]:
    """By commitment; the same figure is one answer, however often it is said to be one."""
    found: dict[str, dict[str, LaterAnswer]] = {}
    for one in all:
        known = found.setdefault(one.commitment, {})
        known.setdefault(f"{one.report}/{one.result}", one)
        if one.observations and not known[f"{one.report}/{one.result}"].observations:
            known[f"{one.report}/{one.result}"] = one
    return {id: tuple(answers.values()) for id, answers in found.items()}


def _by_commitment(observations: Iterable[Observation]) -> dict[str, tuple[Observation, ...]]:
    found: dict[str, list[Observation]] = {}
    for one in observations:
        found.setdefault(one.target.partition("/")[0], []).append(one)
    return {id: tuple(all) for id, all in found.items()}


def rubric(raw: RawContent) -> Rubric | None:
    found = raw.register.rubrics
    return aims.rubric(found[0].value) if found else None


def strays(updates: Iterable[tuple[str, str, str]], reports: Collection[str]) -> Iterator[Problem]:
    """Updates in a folder that no report has; each is its report, its name and its path."""
    for report, name, path in updates:
        if report not in reports:
            message = _("{id}：没有报告 {key}").format(id=name, key=report)
            hint = _("updates/ 里的文件夹是报告的编号：{keys}").format(keys="、".join(sorted(reports)))
            yield Problem(Place(path), "reference", message, hint)
