"""One git command, in an environment of our own.

No hook, no program that a repository or a user configures (``core.fsmonitor``, filters, text conversion, ``ssh``) is
run, nothing is fetched, and no setting changes an answer. What git refuses is a ``GitTrouble`` with its reason, never
an empty answer. The command runs at the top of the work tree, so that content which looks like a bare repository is
never taken for one, and that folder is the work tree whatever ``core.worktree`` and ``core.bare`` say.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path

from disclosure.source import programs

TIMEOUT = 120
# Of the outer environment only this reaches git
PASSED = re.compile(r"PATH|SYSTEMROOT|TEMP|TMP|HOME|LD_LIBRARY_PATH|GIT_EXEC_PATH|GIT_CEILING_DIRECTORIES|GIT_TEST_.*")
OURS = {
    "LC_ALL": "C",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    # No protocol at all: an object that is not here is missing, and nobody is asked for it
    "GIT_ALLOW_PROTOCOL": "",
}
PLAIN = tuple(
    part
    for setting in (
        "core.commitGraph=false",
        # Neighbours on a line share their bases; room for many more only costs the time to touch it
        "core.deltaBaseCacheLimit=16m",
        "core.fsmonitor=false",
        f"core.hooksPath={os.devnull}",
        "core.quotePath=false",
        "core.untrackedCache=false",
        "diff.orderFile=",
        "diff.relative=false",
    )
    for part in ("-c", setting)
)


class Reason(StrEnum):
    """Why git does not answer."""

    NO_PROGRAM = "no-program"
    NO_REPOSITORY = "no-repository"
    UNKNOWN_FILES = "unknown-files"
    SHALLOW = "shallow"
    OWNER = "owner"
    PARTIAL = "partial"
    NO_BRANCH = "no-branch"
    NO_BEGINNING = "no-beginning"
    OTHER = "other"


class GitTrouble(Exception):
    """Git does not answer: ``reason``, and what it said itself."""

    def __init__(self, reason: Reason, said: str = "") -> None:
        super().__init__(reason, said)
        self.reason = reason
        self.said = said


def environment(outer: Mapping[str, str]) -> dict[str, str]:
    passed = {name: value for name, value in outer.items() if PASSED.fullmatch(name)}
    return passed | OURS | {"PATH": programs.folders(outer)}


def program() -> str:
    """Git itself."""
    found = programs.find("git")
    if found is None:
        raise GitTrouble(Reason.NO_PROGRAM)
    return found


def top(folder: Path) -> Path:
    """The folder of the work tree that ``folder`` is in, found as git finds it, but for bare repositories."""
    here = Path(os.path.realpath(folder))
    ceilings = {*os.environ.get("GIT_CEILING_DIRECTORIES", "").split(os.pathsep)}
    for one in (here, *here.parents):
        if one != here and str(one) in ceilings:
            break
        if _holds_repository(one / ".git"):
            return one
    raise GitTrouble(Reason.NO_REPOSITORY)


def _holds_repository(path: Path) -> bool:
    """A file leads to where it is (a work tree beside another, a submodule); git says what is wrong with it."""
    if path.is_dir():
        return os.path.lexists(path / "HEAD") and (path / "objects").is_dir() and (path / "refs").is_dir()
    return path.is_file()


def run(folder: Path, arguments: Iterable[str], given: str) -> bytes:
    """What a git command says about the repository that ``folder`` is in."""
    command, where = [program(), *PLAIN, *arguments], top(folder)
    try:
        done = subprocess.run(
            command,
            check=False,
            input=os.fsencode(given),
            capture_output=True,
            cwd=where,
            env=environment(os.environ) | {"GIT_WORK_TREE": str(where)},
            timeout=TIMEOUT,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise GitTrouble(Reason.OTHER, str(error)) from error
    if done.returncode:
        raise trouble(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout


# What git says on its standard error, in English (LC_ALL=C)
SAYS = (
    ("dubious ownership", Reason.OWNER),
    ("not a git repository", Reason.NO_REPOSITORY),
    ("promisor", Reason.PARTIAL),
    ("transport", Reason.PARTIAL),
)


def trouble(said: str) -> GitTrouble:
    reason = next((reason for words, reason in SAYS if words in said), Reason.OTHER)
    return GitTrouble(reason, said.split("\n", maxsplit=1)[0])
