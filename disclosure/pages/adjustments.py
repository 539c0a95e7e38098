"""All that was decided on a report's targets and deadlines: what was changed, and what was asked for and refused."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from disclosure.catalog import address, data_folder
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment
from disclosure.catalog.followup import Adjustment, Votes
from disclosure.catalog.outcome import Outcome
from disclosure.pages import records, status
from disclosure.pages.commitments import overview_crumb
from disclosure.pages.document import Document, labelled, sentences, whole
from disclosure.pages.page import Link, Page, column, iso
from disclosure.pages.status import EvidenceView
from disclosure.translation import gettext as _


class AdjustmentView(Struct, frozen=True, kw_only=True):
    """A decision; ``id`` is its anchor, ``what`` names the target by what it measures: readers know no ids."""

    id: str
    link: Link
    day: str
    what: str
    old: str
    new: str
    holds: bool
    word: str
    facts: tuple[tuple[str, str], ...]
    evidence: EvidenceView
    outcome: Outcome


class AdjustmentsView(Struct, frozen=True):
    """``counts`` say how many were adopted, refused, or have no public outcome."""

    counts: str
    lines: tuple[AdjustmentView, ...]
    data: tuple[Link, ...]


def page(catalog: Catalog, report: Report) -> Page | None:
    """The page, or ``None`` where nothing was ever decided on."""
    found = tuple(decided(report))
    if not found:
        return None
    lines = tuple(_view(report, one, change) for one, change in found)
    return column(
        catalog,
        overview_crumb(report),
        kind="adjustments",
        address=address.adjustments(report.key),
        title=_("{year}年目标和时限的调整").format(year=report.meta.year),
        description=_("{title}的目标和时限后来怎样调整：谁决定，几票通过，依据哪份文件；没有同意的也列出").format(
            title=report.meta.title
        ),
        view=AdjustmentsView(
            counts=_counts([change for _one, change in found]),
            lines=lines,
            data=(
                Link(_("调整（CSV）"), data_folder.of_report(report).csv("adjustments")),
                Link(_("调整（JSON）"), data_folder.of_report(report).json("adjustments")),
            ),
        ),
        anchors=frozenset(one.id for one in lines),
        updated=iso(report.updated),
    )


def decided(report: Report) -> Iterator[tuple[Commitment, Adjustment]]:
    """Each decision with its promise, newest first."""
    found = ((one, change) for one in report.register.commitments for change in report.follow[one.id].adjustments)
    return iter(sorted(found, key=lambda pair: pair[1].day, reverse=True))


def _counts(found: list[Adjustment]) -> str:
    adopted, refused = (sum(one.decision.id == id for one in found) for id in ("yes", "no"))
    rest = len(found) - adopted - refused
    words = _("{n}项调整通过").format(n=adopted)
    words += _("，{n}项没有通过（目标不变）").format(n=refused) if refused else ""
    words += _("，{n}项的结果没有公开（目标不变）").format(n=rest) if rest else ""
    return words + _("。通过的，原来的目标也不删，按原目标计入统计。")


def _view(report: Report, one: Commitment, change: Adjustment) -> AdjustmentView:
    return AdjustmentView(
        id=f"{one.id}-{report.follow[one.id].adjustments.index(change) + 1}",
        link=records.linked(report)[one.id],
        day=iso(change.day),
        what=what(one, change),
        old=change.old,
        new=change.new,
        holds=change.holds,
        word=_("已调整") if change.holds else _("目标不变"),
        facts=tuple(facts(change)),
        evidence=status.evidence(change.document),
        outcome=report.outcomes[one.id],
    )


def what(one: Commitment, change: Adjustment) -> str:
    """The target by its measure, or the deadline."""
    measures = {target.id: target.measure for target in one.targets}
    return measures.get(change.target, change.target) or _("完成时限")


def facts(change: Adjustment) -> Iterator[tuple[str, str]]:
    """Label and value of how it was decided, as far as that is known."""
    yield _("决定"), _("{by}：{label}").format(by=change.by, label=change.decision.label)
    if change.votes:
        yield _("票数"), votes(change.votes)
    yield from asked(change)


def asked(change: Adjustment) -> Iterator[tuple[str, str]]:
    """Who asked for it, and why."""
    if change.asked_by or change.asked:
        yield _("提请"), _("，").join(part for part in (change.asked_by, iso(change.asked)) if part)
    if change.reason:
        yield _("理由"), change.reason


def votes(given: Votes) -> str:
    """What was published of the votes, and nothing else."""
    words = (_("赞成{n}票"), _("反对{n}票"), _("弃权{n}票"), _("共{n}票"))
    return _("，").join(said.format(n=n) for said, n in zip(words, given, strict=True) if n is not None)


def documents(page: Page) -> Iterator[Document]:
    """How many there are, and each decision, found by what it was on and who decided."""
    yield whole("adjustment", page, page.view.counts, place=page.title)
    for one in page.view.lines:
        yield Document(
            kind="adjustment",
            address=f"{page.address}#{one.id}",
            title=one.link.label,
            text=sentences(
                one.word,
                _("{what}：{old} → {new}").format(what=one.what, old=one.old, new=one.new),
                one.day,
                *labelled(one.facts),
                status.words(one.evidence),
            ),
            place=page.title,
        )
