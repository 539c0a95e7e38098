"""A report in one file, for e-mail and chat: what it is, its promises by outcome, and each in a line or two."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment
from disclosure.catalog.outcome import Outcome
from disclosure.pages import cautions, commitment_lines, outcome_pictures, outcomes, overview, tasks
from disclosure.pages.outcomes import OutcomesView
from disclosure.pages.page import Link
from disclosure.pages.picture import Picture
from disclosure.pages.share import ShareLink, share
from disclosure.translation import gettext as _


class ShortLine(Struct, frozen=True, kw_only=True):
    """A promise. Of one of which nothing is known there is no ``outcome``: its group says it, once for all.

    ``facts`` are label and value: target, deadline, who leads, the newest that is on file.
    """

    id: str
    link: Link
    outcome: Outcome | None
    facts: tuple[tuple[str, str], ...]


class ShortPart(Struct, frozen=True):
    """The promises of a group that stand under one heading of the report."""

    heading: str
    lines: tuple[ShortLine, ...]


class ShortGroup(Struct, frozen=True, kw_only=True):
    """Promises of which something is known (no ``outcome``), or of which the same is: that nothing is."""

    title: str
    outcome: Outcome | None
    count: str
    about: str
    parts: tuple[ShortPart, ...]


class SingleFileView(Struct, frozen=True, kw_only=True):
    """``way`` leads to the report's pages; ``caution`` says what an absence does not mean."""

    title: str
    facts: tuple[tuple[str, str], ...]
    outcomes: OutcomesView
    picture: Picture | None
    share: ShareLink | None
    caution: str
    groups: tuple[ShortGroup, ...]
    way: Link


def view(catalog: Catalog, report: Report) -> SingleFileView:
    return SingleFileView(
        title=report.meta.title,
        facts=overview.facts(report),
        outcomes=outcomes.view(catalog, report),
        picture=outcome_pictures.by_word(catalog, report),
        share=share(report),
        caution=_(cautions.SILENCE),
        groups=tuple(_groups(catalog, report)),
        way=Link(report.meta.title, address.report(report.key)),
    )


def _groups(catalog: Catalog, report: Report) -> Iterator[ShortGroup]:
    """As the register has them, all lines of each."""
    promised = {one.id: one for one in report.register.commitments}

    def under(one: Commitment) -> Link:
        return Link(report.sections[one.section].title, address.section(report.key, one.section))

    for group in commitment_lines.groups(catalog, report, report.register.commitments, under):
        parts = (
            ShortPart(
                part.heading.label if part.heading else "",
                tuple(_line(report, promised[line.id], line) for line in part.lines),
            )
            for part in group.parts
        )
        yield ShortGroup(
            title=group.title,
            outcome=group.silence.outcome if group.silence else None,
            count=group.count,
            about=group.silence.about if group.silence else "",
            parts=tuple(parts),
        )


def _line(report: Report, one: Commitment, line: commitment_lines.CommitmentLine) -> ShortLine:
    return ShortLine(
        id=one.id,
        link=line.link,
        outcome=None if line.silent else line.outcome,
        facts=tuple((label, value) for label, value in _facts(report, one, line) if value),
    )


def _facts(report: Report, one: Commitment, line: commitment_lines.CommitmentLine) -> Iterator[tuple[str, str]]:
    lead, last = report.responsibility[one.id].lead, tasks.progress(report.follow[one.id])
    yield _("目标"), _("；").join(" ".join(filter(None, target)) for target in line.written)
    yield _("时限"), tasks.deadline(one)
    yield _("牵头"), lead.label if lead else ""
    yield _("进展"), " ".join(filter(None, (last.label, last.note))) if last else ""
