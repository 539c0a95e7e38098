"""The content as it lies here held against a commit: both planned, nothing rendered. ``compare``."""

from __future__ import annotations

from msgspec.structs import replace

from disclosure import translation
from disclosure.build import garbage, revision
from disclosure.build.inputs import Inputs, of_other_content, scan
from disclosure.build.options import BuildOptions
from disclosure.build.record_changes import record_changes
from disclosure.build.reports import compare_reports
from disclosure.build.site_plan import SitePlan, plan_site
from disclosure.cache import git_history
from disclosure.cache.snapshot import Snapshot
from disclosure.cache.store import CacheMiss
from disclosure.checks import history
from disclosure.comparison import side
from disclosure.comparison.comparison import SiteComparison
from disclosure.comparison.difference import difference
from disclosure.comparison.side import PageSide, SiteSide
from disclosure.problem import Refused, errors
from disclosure.source import git
from disclosure.source.git_process import GitTrouble
from disclosure.translation import gettext as _


@garbage.uncollected()
def compare(snapshot: Snapshot, options: BuildOptions, name: str) -> SiteComparison:
    """The content now and that of the commit called ``name`` (else the last published one), with all problems of now.

    ``Refused`` where git does not answer, or knows no such commit.
    """
    # Of no commit: it would stand on the site map, and be another
    options = replace(options, preview=True)
    try:
        return _compare(scan(snapshot, options), name)
    except CacheMiss:
        return _compare(scan(snapshot, replace(options, verify=True)), name)


def _compare(inputs: Inputs, name: str) -> SiteComparison:
    try:
        return _held_against(inputs, name)
    except GitTrouble as trouble:
        raise _refusal(inputs, trouble) from trouble


def _held_against(inputs: Inputs, name: str) -> SiteComparison:
    history = inputs.history
    if history.trouble is not None:
        raise GitTrouble(history.trouble, history.said)
    repository = git.open_repository(inputs.project.content)
    found = revision.find(repository, history, name)
    held = revision.before(inputs.snapshot, repository, found)
    plan = plan_site(compare_reports(inputs))
    now, problems = _side(plan), plan.problems
    # From here on in the language that the site had
    before = plan_site(compare_reports(of_other_content(inputs, held.snapshot), plan.reports))
    then, wrong = _side(before), errors(before.problems)
    translation.use(inputs.common.site.language)
    records = tuple(record_changes(inputs.project.content, repository, found, held))
    return SiteComparison(
        name=found.name,
        commit=found.commit.id,
        day=found.commit.moment.date(),
        today=inputs.snapshot.today,
        difference=difference(then, now, records),
        problems=problems,
        before=wrong,
    )


def _refusal(inputs: Inputs, trouble: GitTrouble) -> Refused:
    """Why nothing can be compared, in the words of the check."""
    absent, missing = history.absent(trouble.reason), errors(inputs.snapshot.problems)
    if missing or absent:
        return Refused("\n".join([_("没有比较"), *(map(str, missing) if missing else [absent])]))
    project = inputs.project
    settings = git_history.written_settings(project)
    told = history.check_git(trouble.reason, trouble.said, settings, str(project.root), ci=inputs.options.ci)
    return Refused("\n".join([_("没有比较"), *map(str, told)]))


def _side(plan: SitePlan) -> SiteSide:
    built = plan.reports.built
    found = {card.key: built[card.key].side for card in plan.cards}
    reports = {key: one for key, one in found.items() if one is not None}
    whole = len(reports) == len(built) and not errors(plan.inputs.site.raw.problems)
    unread = tuple(key for key in built if key not in reports)
    return SiteSide(reports=reports, pages=_pages(plan) if whole else None, unread=unread)


def _pages(plan: SitePlan) -> dict[str, PageSide]:
    html = {one.address: one.rendered.html for one in plan.catalog.narratives}
    return {page.address: side.page_side(page, html.get(page.address, "")) for page in plan.pages}
