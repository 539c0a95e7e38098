"""Builds one after the other in one process, for the preview: only what changed is looked at, read and made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure.problem import Problem
from disclosure.shell import snapshot
from disclosure.shell.project import Project

if TYPE_CHECKING:
    from disclosure.shell.how import Progress
    from disclosure.shell.memory import Memory, Outcome
    from disclosure.shell.snapshot import Look


class Resident:
    """One project; nobody else may write to its site meanwhile."""

    def __init__(self, project: Project, today: date) -> None:
        self.project, self.today = project, today
        self.seen: Look | None = None
        self.memory: Memory | None = None

    def build(
        self, changed: Iterable[Path], progress: Progress, shown: Callable[[], None] | None = None
    ) -> tuple[Outcome | None, tuple[Problem, ...]]:
        """The site brought up to date after ``changed``; where an error left it as it was, ``None``.

        ``shown`` is called when the pages of reports are, before all else is made.
        """
        # Heavy, and wanted only here
        from disclosure.shell.build import build
        from disclosure.shell.how import How

        seen = self.seen
        self.seen = snapshot.again(seen, changed) if seen else snapshot.look(self.project, self.today)
        outcome, problems = build(self.seen, How(progress, preview=True, shown=shown), self.memory)
        if outcome is not None:
            self.memory = outcome.memory
        return outcome, problems
