"""What is wrong beside the reports themselves, known as soon as their folders are listed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from disclosure.build.options import BuildOptions
from disclosure.build.site_content import SiteContent
from disclosure.cache import git_history, working_tree
from disclosure.cache.git_history import GitHistory
from disclosure.cache.groups import FileGroup
from disclosure.cache.snapshot import Snapshot
from disclosure.cache.working_tree import WorkingTree
from disclosure.catalog.resolve import followup, indicators, responsibility
from disclosure.checks import dates, privacy, requests
from disclosure.checks import grounds as checked_grounds
from disclosure.checks import history as checked_history
from disclosure.problem import Problem, errors


def of_reports(site: SiteContent, reports: Mapping[str, FileGroup]) -> Iterator[Problem]:
    """What is wrong with files that speak of reports which are not there."""
    there = {key for key, group in reports.items() if group.is_report}
    yield from followup.strays(tuple(_updates(reports)), there)
    yield from responsibility.strays(tuple(_beside(reports)), there)
    # What could not be read makes what refers to it look wrong
    if not errors(site.raw.problems):
        yield from indicators.check(site.common.indicators, reports.keys())
        yield from checked_grounds.check_reports(site.common.questions, there)
        yield from requests.check_reports(site.common.requests, there)
        listed = (file.name for group in (site.group, *reports.values()) for file in group.listed)
        yield from privacy.check_answered(site.common.personal, listed)


def of_history(snapshot: Snapshot, history: GitHistory, tree: WorkingTree, options: BuildOptions) -> Iterator[Problem]:
    """What was changed in silence; and why git does not say, where it does not."""
    project = snapshot.project
    folder = project.folder
    settings = git_history.written_settings(project)
    yield from checked_history.check_git(history.trouble, history.said, settings, str(project.root), ci=options.ci)
    yield from checked_history.check_changes(tree.violations, folder, working_tree.reader(project.content))
    yield from dates.check_clock(history.changed, snapshot.today)


def _updates(reports: Mapping[str, FileGroup]) -> Iterator[tuple[str, str, str]]:
    """Those of no report."""
    for key, group in reports.items():
        for one in () if group.is_report else group.listed:
            if one.name.startswith("updates/"):
                yield key, one.name.rpartition("/")[2].removesuffix(".md"), one.path


def _beside(reports: Mapping[str, FileGroup]) -> Iterator[tuple[str, str]]:
    """Files that say who answers for what, and how votes went, with the report they say it of."""
    for key, group in reports.items():
        yield from ((key, one.path) for one in group.beside)
