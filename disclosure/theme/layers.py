"""A project's templates over the program's, file by file: a file of the first folder hides its namesakes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from disclosure.project import Project
from disclosure.shipped import shipped

# The program's own
TEMPLATES = shipped("templates")


def layers(project: Project) -> tuple[Path, ...]:
    """The folders that templates are looked for in: the project's own, which may be missing, and the program's.

    Where the project names a folder that is missing, there are no others: a site without its header is not published.
    """
    own = project.templates
    is_lost = project.names_templates and not own.is_dir()
    same = own == TEMPLATES or os.path.realpath(own) == os.path.realpath(TEMPLATES)
    return (own,) if same or is_lost else (own, TEMPLATES)


def files(folders: Iterable[Path], ending: str = "") -> dict[str, str]:
    """Every file's path by its name, in order of names; hundreds of them, so that they are no ``Path``."""
    found: dict[str, str] = {}
    for folder in folders:
        for where, _folders, names in os.walk(folder):
            inside = Path(where).relative_to(folder).as_posix()
            for name in names:
                if name.endswith(ending) and os.path.isfile(path := os.path.join(where, name)):  # noqa: PTH113, PTH118
                    found.setdefault(name if inside == "." else f"{inside}/{name}", path)
    return dict(sorted(found.items()))
