"""What became of records, on the way from git and the cache to a report."""

from __future__ import annotations

from datetime import date

from disclosure.cache.git_history import GitHistory
from disclosure.cache.told import OutcomeSources, ToldRef, of_day
from disclosure.cache.working_tree import WorkingTree
from disclosure.project import Project
from disclosure.source.files import owner


def ref(history: GitHistory, tree: WorkingTree, key: str, today: date) -> ToldRef:
    """Where a report's changes are, or those of records of no report (the empty key)."""
    return ToldRef(
        known=history.trouble is None,
        since=history.told.began,
        kept=history.told.changes.get(key, ""),
        unpublished=of_day(tree.told, key, today),
        withdrawn=tuple(sorted(tree.told.withdrawn)),
    )


def sources(
    project: Project, history: GitHistory, tree: WorkingTree, key: str, guests: tuple[str, ...]
) -> OutcomeSources:
    """What the outcomes of a report's promises are followed through; ``guests`` are the files of others that speak of
    it."""
    keys = {key, "", *map(owner, guests)}
    return OutcomeSources(
        content=str(project.content),
        began=history.told.began,
        guests=guests,
        files={one: name for one, name in history.told.files.items() if one in keys},
        former=history.told.state.former,
        unpublished=tuple(one.record for one in tree.told.changes if one.report == key),
    )
