"""What became of records, on the way from git and the cache to a report."""

from __future__ import annotations

from datetime import date

from disclosure.cache.git_history import GitHistory
from disclosure.cache.told import ToldRef, of_day
from disclosure.cache.working_tree import WorkingTree


def ref(history: GitHistory, tree: WorkingTree, key: str, today: date) -> ToldRef:
    """Where a report's changes are, or those of records of no report (the empty key)."""
    return ToldRef(
        known=history.trouble is None,
        since=history.told.began,
        kept=history.told.changes.get(key, ""),
        unpublished=of_day(tree.told, key, today),
        withdrawn=tuple(sorted(tree.told.withdrawn)),
    )
