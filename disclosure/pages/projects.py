"""Livelihood projects: put to the deputies' vote, and candidates until the result of that vote is on file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment
from disclosure.catalog.outcome import Outcome
from disclosure.model import vocabulary
from disclosure.pages import commitments, paging, posters, records, silence
from disclosure.pages.document import Document, labelled, sentences, whole
from disclosure.pages.page import Link, Page, column, iso
from disclosure.pages.paging import ListPosition
from disclosure.pages.share import ShareLink, share
from disclosure.pages.silence import Silence
from disclosure.translation import gettext as _

# Projects on a page
PROJECTS = 60


class ProjectView(Struct, frozen=True, kw_only=True):
    """``number`` is its place in the report's list."""

    number: int
    id: str
    link: Link
    quote: str
    topics: str
    written: tuple[tuple[str, str], ...]
    passage: Link
    outcome: Outcome
    is_candidate: bool


class ProjectGroup(Struct, frozen=True):
    """Projects with news, or (``silence``) those of which nothing is known: that is said once."""

    silence: Silence | None
    lines: tuple[ProjectView, ...]


class ProjectsView(Struct, frozen=True, kw_only=True):
    """``label`` is what each of them is called, ``about`` what that means, ``voted`` what is known of the vote;
    ``posters`` leads to their posters."""

    label: str
    about: str
    voted: str
    groups: tuple[ProjectGroup, ...]
    position: ListPosition
    share: ShareLink | None
    register: Link
    posters: Link | None


def pages(catalog: Catalog, report: Report) -> Iterator[Page]:
    """All of them, many on several pages; none where the report names no livelihood project."""
    found = records.candidates(report)
    title, where = _("{year}年民生实事候选项目").format(year=report.meta.year), partial(address.projects, report.key)
    sheets = paging.cut_lists(_groups(catalog, report, found), PROJECTS, ["lines"]) if found else []
    for shown, position in paging.paged(sheets, title, where):
        yield column(
            catalog,
            commitments.overview_crumb(report),
            kind=paging.kind("projects", position.number),
            address=where(position.number),
            title=paging.title(title, position.number),
            description=_("{title}提请区人大代表票决的{n}件民生实事候选项目").format(
                title=report.meta.title, n=len(found)
            ),
            view=_view(catalog, report, found, shown, position),
            updated=iso(report.updated),
        )


def _view(
    catalog: Catalog,
    report: Report,
    found: tuple[Commitment, ...],
    shown: tuple[ProjectGroup, ...],
    position: ListPosition,
) -> ProjectsView:
    word = catalog.words.word(vocabulary.KINDS, records.LIVELIHOOD)
    return ProjectsView(
        label=found[0].kind.label,
        about=word.description if word else "",
        voted=_votes([posters.vote_on(report, one) for one in found]),
        groups=shown,
        position=position,
        share=share(report),
        posters=posters.all_of(report),
        register=Link(_("在全部承诺中查看"), f"{address.commitments(report.key)}?kind={records.LIVELIHOOD}"),
    )


def _votes(voted: Sequence[str]) -> str:
    if set(voted) == {"unknown"}:
        return _("哪些项目由代表票决通过，要看大会公布的票决结果；本站没有找到，所以下面每一件都还是候选。")
    known = _("{yes}件票决通过，{no}件没有通过").format(yes=voted.count("yes"), no=voted.count("no"))
    rest = voted.count("unknown")
    return (
        _("{known}，{n}件的票决结果没有公开，标“候选”。").format(known=known, n=rest)
        if rest
        else _("{known}。").format(known=known)
    )


def _groups(catalog: Catalog, report: Report, found: tuple[Commitment, ...]) -> Iterator[ProjectGroup]:
    numbers = {one.id: n for n, one in enumerate(found, 1)}
    known, silent = silence.split(catalog, report, found)
    for said, inside in ((None, known), *silent):
        if inside:
            yield ProjectGroup(said, tuple(_project(report, one, numbers[one.id]) for one in inside))


def _project(report: Report, one: Commitment, number: int) -> ProjectView:
    return ProjectView(
        number=number,
        id=one.id,
        link=records.linked(report)[one.id],
        quote=one.quote,
        topics=_("、").join(topic.label for topic in one.topics),
        written=tuple((target.measure, target.written) for target in one.targets),
        passage=records.quotes(report)[one.id].link,
        outcome=report.outcomes[one.id],
        is_candidate=posters.vote_on(report, one) == "unknown",
    )


def documents(page: Page) -> Iterator[Document]:
    """What is known of the vote, and each project."""
    view: ProjectsView = page.view
    if view.position.number == 1:
        silent = (group.silence.about for group in view.groups if group.silence)
        yield whole("project", page, view.about, view.voted, *silent, place=page.title)
    for one in (line for group in view.groups for line in group.lines):
        yield Document(
            kind="project",
            address=f"{page.address}#{one.id}",
            title=one.link.label,
            text=sentences(
                _("候选项目第{n}件").format(n=one.number),
                one.quote if one.quote != one.link.label else "",
                *labelled(one.written),
                one.topics,
            ),
            place=page.title,
            # To be found by it; hits do not repeat that nothing is known
            also=one.outcome.label,
        )
