"""Builds one after the other in one process, for the preview: only what changed is listed, read and made again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure import project as projects
from disclosure.cache import snapshot
from disclosure.problem import Changed, Problem
from disclosure.project import Project

if TYPE_CHECKING:
    from disclosure.build.build import Render
    from disclosure.build.options import BuildOptions, Progress
    from disclosure.build.previous import PreviousBuild
    from disclosure.build.publication import BuildOutcome
    from disclosure.cache.snapshot import Snapshot
    from disclosure.source.reading import ReadFiles

# What reading a file ends in that goes away meanwhile, with its folder or in its place
VANISHED = (FileNotFoundError, NotADirectoryError, IsADirectoryError)


class Rebuild:
    """One project; nobody else may write to its site meanwhile. ``today`` is asked before each build."""

    def __init__(self, project: Project, today: Callable[[], date], render: Render) -> None:
        self.project, self.today, self.render = project, today, render
        self.snapshot: Snapshot | None = None
        self.last: PreviousBuild | None = None
        self.known: ReadFiles = {}

    def build(
        self,
        changed: Iterable[Path] | None,
        progress: Progress,
        reports_published: Callable[[], None] | None = None,
        open_pages: frozenset[str] = frozenset(),
    ) -> tuple[BuildOutcome | None, tuple[Problem, ...]]:
        """The site brought up to date after ``changed`` (``None``: anything may have); where an error left it as it
        was, ``None``.

        ``reports_published`` is called when the pages of reports are, or those of them that are among ``open_pages``
        (addresses), before all else is made. After an exception, the next build believes nothing of what this process
        knows.
        """
        # Heavy, and wanted only here
        from disclosure.build.options import BuildOptions

        options = BuildOptions(
            progress=progress,
            preview=True,
            reports_published=reports_published,
            open_pages=open_pages,
            known=self.known,
        )
        try:
            return self._build(changed, options)
        except (*VANISHED, Changed):
            # A branch is being switched under our feet: once more, on what is there now
            return self._build(None, options)

    def _build(
        self, changed: Iterable[Path] | None, options: BuildOptions
    ) -> tuple[BuildOutcome | None, tuple[Problem, ...]]:
        from disclosure.build.build import build

        last, self.last = self.last, None
        before, self.snapshot = self.snapshot, None
        if changed is None or not self.project.site.is_dir():
            self.project = projects.find(self.project.root)
            last = before = None
        if last is None:
            self.known.clear()
        seen = self._look(before, changed or ())
        outcome, problems = build(seen, options, self.render, last)
        self.snapshot, self.last = seen, last if outcome is None else outcome.left
        return outcome, problems

    def _look(self, before: Snapshot | None, changed: Iterable[Path]) -> Snapshot:
        today = self.today()
        if before and before.today == today:
            return snapshot.again(before, changed)
        return snapshot.look(self.project, today)
