"""What stands around a build: programs on the way to the right ones, modules called as libraries are, releases."""

from __future__ import annotations

import os
import shutil

from tests.projects import REPOSITORY
from tests.security.forged.table import Forgery, Met
from tests.security.world import World

PROGRAMS = ("git", "git.exe", "fc-list", "chromium", "python", "python3", "sh", "node", "soffice")
MODULES = ("yaml", "jinja2", "msgspec", "nh3", "markdown", "json", "re", "mkdocs", "sitecustomize", "usercustomize")


def programs_on_the_path(made: World) -> Met:
    """In the project and, where no check of the content looks, in a hidden folder of it; and a ``PATH`` that looks where
    it is run: empty, a dot, and names without a beginning."""
    for folder in (made.project.root, made.project.root / "bin", made.project.content / ".bin"):
        folder.mkdir(exist_ok=True)
        for name in PROGRAMS:
            shutil.copy(made.hostile, folder / name)
    return Met({"PATH": os.pathsep.join((".", "", "bin", ".bin", "content/.bin", os.environ["PATH"]))}, "content/.bin")


def _modules(made: World, *folders: str) -> None:
    for folder in folders:
        (made.project.root / folder).mkdir(exist_ok=True)
        for name in MODULES:
            path = made.project.root / folder / f"{name}.py"
            path.write_text(f"import os\nos.system({str(made.hostile)!r})\n", "utf-8")


def modules_among_the_content(made: World) -> Met:
    """... where the build is run."""
    _modules(made, "content/.lib")
    return Met({}, "content/.lib")


def modules_in_the_project(made: World) -> Met:
    """... beside a ``build.py`` of its own, which is the program."""
    _modules(made, "")
    shutil.copy(REPOSITORY / "build.py", made.project.root / "build.py")
    return Met(own_program=True)


def no_home(made: World) -> Met:
    """Nowhere to keep the key."""
    return Met({"HOME": "/nonexistent", "XDG_STATE_HOME": ""})


def a_home_inside_the_project(made: World) -> Met:
    """With a key in it that whoever wrote there knows."""
    folder = made.project.root / "home/.local/state/disclosure"
    folder.mkdir(parents=True)
    (folder / "cache.key").write_bytes(b"k" * 32)
    (folder / "cache.key").chmod(0o600)
    return Met({"HOME": str(made.project.root / "home"), "XDG_STATE_HOME": ""})


FORGERIES = tuple(
    Forgery("surroundings", one.__name__, one, apart=True)
    for one in (
        programs_on_the_path,
        modules_among_the_content,
        modules_in_the_project,
        no_home,
        a_home_inside_the_project,
    )
)
