"""One git command, in an environment of our own.

No hook, no program that a repository or a user configures (``core.fsmonitor``, filters, text conversion, ``ssh``) is
run, nothing is fetched, and no setting changes an answer. What git refuses is a ``GitTrouble`` with its reason, never
an empty answer.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path

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
    return {name: value for name, value in outer.items() if PASSED.fullmatch(name)} | OURS


def run(folder: Path, arguments: Iterable[str], given: str) -> bytes:
    command = ["git", *PLAIN, *arguments]
    try:
        done = subprocess.run(
            command,
            check=False,
            input=os.fsencode(given),
            capture_output=True,
            cwd=folder,
            env=environment(os.environ),
            timeout=TIMEOUT,
        )
    except (FileNotFoundError, NotADirectoryError) as error:
        raise GitTrouble(Reason.NO_PROGRAM if folder.is_dir() else Reason.NO_REPOSITORY) from error
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
