"""What the history rule alone says of a project's folder, and what is told of it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from disclosure import project as projects
from disclosure.build import told as telling
from disclosure.cache import git_history, snapshot, working_tree
from disclosure.cache import told as kept
from disclosure.cache.store import Store
from disclosure.checks import history
from disclosure.history.record_change import RecordChange
from disclosure.problem import Problem

TODAY = date(2026, 11, 29)


def judged(root: Path, *, remembered: bool = False, today: date = TODAY) -> list[Problem]:
    """Every change in silence; read anew, or (``remembered``) on from what an earlier look left."""
    found = projects.find(root)
    if not remembered:
        shutil.rmtree(found.cache, ignore_errors=True)
    seen, store = snapshot.look(found, today), Store(found.cache / "judged", b"")
    known = git_history.read(seen, store)
    assert known.trouble is None, known.said
    found_now = working_tree.look(seen, known, store).violations
    return sorted(history.check_changes(found_now, "content", working_tree.reader(found.content)))


def told(root: Path, *, remembered: bool = False, today: date = TODAY) -> list[RecordChange]:
    """What became of all records, newest first in each report, reports by their keys."""
    found = projects.find(root)
    if not remembered:
        shutil.rmtree(found.cache / "told", ignore_errors=True)
    seen, store = snapshot.look(found, today), Store(found.cache / "told", b"")
    known = git_history.read(seen, store)
    assert known.trouble is None, known.said
    tree = working_tree.look(seen, known, store)
    keys = sorted({*known.told.changes, *(one.report for one in tree.told.changes)})
    return [one for key in keys for one in kept.read(store, telling.ref(known, tree, key, today)).all]
