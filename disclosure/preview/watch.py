"""What changes on the disk while a project is served.

The folders may go and come back, be renamed or be replaced as a whole: each time they are watched anew.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure import project as projects
from disclosure.problem import Refused
from disclosure.project import Project
from disclosure.source.files import IGNORED_ENDINGS

if TYPE_CHECKING:
    from watchfiles import Change
    from watchfiles.main import FileChange

# The files that changed, or ``None`` where anything may have
Changes = frozenset[Path] | None
# An editor's save is several events in a row: wait until none came for this long, but no longer than that
STEP_MS, DEBOUNCE_MS = 10, 100
# How often to look whether the folders are still those that are watched; without events for this long, all is quiet
TICK_MS = 50
# No editor saves more files at once: a branch is switched, or a folder copied, and half of it is not worth a build
MANY = 100


def changes(project: Project) -> Iterator[Changes]:
    """Whatever changes in a project's content, templates and ``mkdocs.yml``, for ever.

    ``None`` comes first, and whenever the folders were replaced. They are watched before it comes and while the
    receiver is busy, so that a build on what it finds then misses nothing.
    """
    polling = False
    while True:
        project = _as_configured(project)
        try:
            yield from _while_it_stands(project, polling=polling)
        except FileNotFoundError:
            pass
        except OSError:
            # The system has no more watches to give
            polling = True
        except RuntimeError:
            # The watcher's own: a folder went away while it was being added
            pass
        time.sleep(TICK_MS / 1000)


def _as_configured(project: Project) -> Project:
    """With the folders that ``mkdocs.yml`` names now; as it was where that cannot be read."""
    try:
        return projects.find(project.root)
    except Refused:
        return project


def _while_it_stands(project: Project, *, polling: bool) -> Iterator[Changes]:
    """Ends when the folders are no longer those that it began to watch."""
    folders = (project.content, project.templates)
    state = _state(project)
    begun, pending = False, frozenset[Path]()
    with closing(_batches(folders, polling=polling)) as batches:
        for batch in batches:
            pending |= {Path(path) for _change, path in batch}
            if state != _state(project) or not pending.isdisjoint(folders):
                return
            if batch and (len(pending) > MANY or not begun):
                continue
            if pending or not begun:
                yield pending if begun and len(pending) <= MANY else None
            begun, pending = True, frozenset()


def _batches(folders: tuple[Path, ...], *, polling: bool) -> Generator[set[FileChange], None, None]:
    """Sets of changes, an empty one at each tick without; they are gathered while nobody asks for them."""
    # Heavy, and wanted here only
    from watchfiles import watch

    return watch(
        *(folder for folder in folders if folder.is_dir()),
        watch_filter=_matters,
        debounce=DEBOUNCE_MS,
        step=STEP_MS,
        rust_timeout=TICK_MS,
        yield_on_timeout=True,
        force_polling=polling or None,
        ignore_permission_denied=True,
    )


def _matters(_change: Change, path: str) -> bool:
    """Whether a build would look at the file: it passes over hidden ones and editors' backups."""
    name = Path(path).name
    return not name.startswith(".") and not name.endswith(IGNORED_ENDINGS)


def _state(project: Project) -> list[tuple[int, ...]]:
    """Whatever changes when a watched folder is replaced, and when ``mkdocs.yml`` is."""
    return [_identity(project.content), _identity(project.templates), _identity(project.config, changes=True)]


def _identity(path: Path, *, changes: bool = False) -> tuple[int, ...]:
    try:
        found = path.stat()
    except OSError:
        return ()
    return (found.st_dev, found.st_ino, *((found.st_size, found.st_mtime_ns) if changes else ()))
