"""Builds one after the other in one process, for the preview: only what changed is listed, read and made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure.cache import snapshot
from disclosure.problem import Problem, Refused
from disclosure.project import Project

if TYPE_CHECKING:
    from disclosure.build.build import Render
    from disclosure.build.options import Progress
    from disclosure.build.previous import PreviousBuild
    from disclosure.build.publication import BuildOutcome
    from disclosure.cache.snapshot import Snapshot


class Rebuild:
    """One project; nobody else may write to its site meanwhile. ``today`` is asked before each build."""

    def __init__(self, project: Project, today: Callable[[], date], render: Render) -> None:
        self.project, self.today, self.render = project, today, render
        self.snapshot: Snapshot | None = None
        self.last: PreviousBuild | None = None

    def build(
        self, changed: Iterable[Path], progress: Progress, reports_published: Callable[[], None] | None = None
    ) -> tuple[BuildOutcome | None, tuple[Problem, ...]]:
        """The site brought up to date after ``changed``; where an error left it as it was, ``None``.

        ``reports_published`` is called when the pages of reports are, before all else is made. After ``Refused``, the
        next build believes nothing of what this process knows.
        """
        # Heavy, and wanted only here
        from disclosure.build.build import build
        from disclosure.build.options import BuildOptions

        options = BuildOptions(progress=progress, preview=True, reports_published=reports_published)
        try:
            self.snapshot = self._look(changed)
            outcome, problems = build(self.snapshot, options, self.render, self.last)
        except Refused:
            self.snapshot = self.last = None
            raise
        if outcome is not None:
            self.last = outcome.left
        return outcome, problems

    def _look(self, changed: Iterable[Path]) -> Snapshot:
        last, today = self.snapshot, self.today()
        return snapshot.again(last, changed) if last and last.today == today else snapshot.look(self.project, today)
