"""Livelihood projects: put to the deputies' vote, and candidates until the result of that vote is on file."""

from __future__ import annotations

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment
from disclosure.model import vocabulary
from disclosure.pages import commitments, records
from disclosure.pages.page import Link, Page, column, iso
from disclosure.translation import gettext as _


class ProjectView(Struct, frozen=True, kw_only=True):
    id: str
    link: Link
    quote: str
    topics: str
    written: tuple[tuple[str, str], ...]
    passage: Link


class ProjectsView(Struct, frozen=True):
    """``label`` is what each of them is called, ``about`` what that means."""

    label: str
    about: str
    projects: tuple[ProjectView, ...]
    register: Link


def page(catalog: Catalog, report: Report) -> Page | None:
    """The page, or ``None`` where the report names no livelihood project."""
    found = records.candidates(report)
    if not found:
        return None
    description = _("{title}提请区人大代表票决的{n}件民生实事候选项目").format(title=report.meta.title, n=len(found))
    return column(
        catalog,
        commitments.overview_crumb(report),
        kind="projects",
        address=address.projects(report.key),
        title=_("{year}年民生实事候选项目").format(year=report.meta.year),
        description=description,
        view=_view(catalog, report, found),
        updated=iso(report.updated),
    )


def _view(catalog: Catalog, report: Report, found: tuple[Commitment, ...]) -> ProjectsView:
    word = catalog.words.word(vocabulary.KINDS, records.LIVELIHOOD)
    return ProjectsView(
        found[0].kind.label,
        word.description if word else "",
        tuple(_project(report, one) for one in found),
        Link(_("在全部承诺中查看"), f"{address.commitments(report.key)}?kind={records.LIVELIHOOD}"),
    )


def _project(report: Report, one: Commitment) -> ProjectView:
    return ProjectView(
        id=one.id,
        link=records.link(one),
        quote=one.quote,
        topics=_("、").join(topic.label for topic in one.topics),
        written=tuple((target.measure, target.written) for target in one.targets),
        passage=records.quotes(report)[one.id].link,
    )
