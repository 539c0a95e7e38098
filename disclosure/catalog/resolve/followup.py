"""A report's updates and what became of its commitments."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from msgspec import Struct

from disclosure.catalog.entries import Register
from disclosure.catalog.followup import AwaitedDocument, FollowUp, Update
from disclosure.catalog.places import SearchPlace
from disclosure.catalog.requests import DisclosureRequest
from disclosure.catalog.resolve import aims, awaited
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


class FollowUpSources(Struct, frozen=True, kw_only=True):
    """What the whole site knows that a report's follow-up is made from, and the day the report was delivered."""

    today: date
    delivered: date
    places: tuple[SearchPlace, ...]
    requests: tuple[DisclosureRequest, ...]


def resolve(resolver: Resolver, register: Register, raw: RawContent, sources: FollowUpSources) -> Followed:
    context = updating.UpdateContext(
        report=resolver.report,
        year=resolver.year,
        commitments={commitment.id: commitment for commitment in register.commitments},
        written=frozenset(
            commitment.value.id for commitment in raw.register.commitments if commitment.report == resolver.report
        ),
        superseded=dict(register.superseded),
        words=resolver.words,
        dead=dead(raw),
    )
    mine = sorted(
        (update for update in raw.updates if update.report == resolver.report), key=lambda one: one.id, reverse=True
    )
    updates = tuple(updating.resolve(context, one) for one in mine)
    absences = tuple(absence for absence in raw.register.absences if absence.report == resolver.report)
    documents = awaited.resolve(context, register, raw)
    requests = tuple(one for one in sources.requests if resolver.report in one.reports)
    known = FollowUpContext(
        context=context,
        today=sources.today,
        rubric=rubric(raw),
        updates=by_commitment(updates),
        polarities=resolver.polarities,
        absences=absences,
        delivered=sources.delivered,
        places={one.id: one for one in sources.places},
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


def dead(raw: RawContent) -> dict[str, date]:
    """The addresses that no longer answered, each with the day on which that was found."""
    return {link.value.url: link.value.checked for link in raw.register.links if not link.value.works}


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
