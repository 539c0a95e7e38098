"""A release stands on the one before: its commit is in the history, and nothing was changed in silence since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from disclosure.cache import git_history, working_tree
from disclosure.cache.git_history import GitHistory
from disclosure.catalog.common_content import CommonContent
from disclosure.checks import history as checks
from disclosure.problem import Place, Problem
from disclosure.project import Project
from disclosure.publishing.publish import manifest_of
from disclosure.publishing.release import CURRENT, RELEASES
from disclosure.source.git_process import GitTrouble
from disclosure.translation import gettext as _


def commit(target: Path) -> str:
    """The commit of the newest release that names one; empty where there is none."""
    kept = sorted((target / RELEASES).glob("*"), key=lambda one: one.stat().st_mtime_ns, reverse=True)
    named = (str(manifest_of(folder).get("commit", "")) for folder in (target / CURRENT, *kept))
    return next((one for one in named if one), "")


def purged(common: CommonContent) -> frozenset[str]:
    """The last published commits of lines that were given up so that what had to be withdrawn leaves git too."""
    withdrawals = (one.value.withdrawn for one in common.retired)
    return frozenset(id for one in withdrawals if one is not None for id in one.purged)


def check(
    project: Project, history: GitHistory, last: str, given_up: Iterable[str], *, after_purge: bool
) -> Iterator[Problem]:
    """lost-release: 上一次发布的提交要在历史里，从那以后没有悄悄改动；清除历史以后，只认 retired.yml 写明的那一个。"""
    folder = project.folder
    if not last or (after_purge and last in given_up):
        return
    try:
        changes = None if history.trouble else git_history.since(project, history, last)
    except GitTrouble:
        changes = None
    if changes is None:
        message = _("上一次发布的提交 {commit} 不在现在的历史里").format(commit=last[:10])
        hint = _(
            "找回它（git fetch，或撤销改写历史的操作）；依法清除过历史的，在 retired.yml 的 withdrawn 里写明 purged，"
            "再用 release --after-purge"
        )
        yield Problem(Place(folder), "lost-release", message, hint)
        return
    yield from checks.check_changes(changes.violations, folder, working_tree.reader(project.content))
