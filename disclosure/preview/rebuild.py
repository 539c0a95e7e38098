"""Builds one after the other in one process, for the preview: only what changed is looked at, read and made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure.cache import snapshot
from disclosure.problem import Problem, Refused
from disclosure.project import Project

if TYPE_CHECKING:
    from disclosure.build.options import Progress
    from disclosure.build.previous import BuildOutcome, PreviousBuild
    from disclosure.cache.snapshot import Snapshot


class Resident:
    """One project; nobody else may write to its site meanwhile. ``today`` is asked before each build."""

    def __init__(self, project: Project, today: Callable[[], date]) -> None:
        self.project, self.today = project, today
        self.seen: Snapshot | None = None
        self.memory: PreviousBuild | None = None

    def build(
        self, changed: Iterable[Path], progress: Progress, shown: Callable[[], None] | None = None
    ) -> tuple[BuildOutcome | None, tuple[Problem, ...]]:
        """The site brought up to date after ``changed``; where an error left it as it was, ``None``.

        ``shown`` is called when the pages of reports are, before all else is made. After ``Refused``, the next build
        believes nothing of what this process knows.
        """
        # Heavy, and wanted only here
        from disclosure.build.options import BuildOptions
        from disclosure.build.run import build

        self.seen = self._look(changed)
        try:
            outcome, problems = build(
                self.seen, BuildOptions(progress=progress, preview=True, shown=shown), self.memory
            )
        except Refused:
            self.seen = self.memory = None
            raise
        if outcome is not None:
            self.memory = outcome.memory
        return outcome, problems

    def _look(self, changed: Iterable[Path]) -> Snapshot:
        seen, today = self.seen, self.today()
        return snapshot.again(seen, changed) if seen and seen.today == today else snapshot.look(self.project, today)
