"""What git knows about content files. Without git, or outside a repository, it knows nothing."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

SHANGHAI = timezone(timedelta(hours=8))
RECORD = "\x1e"
# Whatever the editor's own configuration says
PLAIN = ("-c", "core.quotePath=false", "-c", "color.ui=false", "-c", "log.showSignature=false")
# Block or flow, in a list or alone, with or without quotes
ADDED_ID = re.compile(r"""\+[- ]*(?:\{(?:.*[, ])?)?id: *['"]?([^\s'",}]+)""")


def _git(root: Path, *arguments: str) -> str:
    command = ["git", *PLAIN, "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace")


def head(root: Path) -> str:
    """The commit that is checked out, or an empty text."""
    return _git(root, "rev-parse", "HEAD").strip()


def commit(root: Path, folder: str) -> str:
    """The commit that the files under ``root`` are; empty where a change, or a file in ``folder``, is not in it."""
    rows = _git(root, "status", "--porcelain", "--", ".").splitlines()
    return "" if any(not row.startswith("?? ") or row[3:].startswith(folder) for row in rows) else head(root)


def is_shallow(root: Path) -> bool:
    """Whether the history was cut off when the repository was cloned: it then knows less than it seems to."""
    return _git(root, "rev-parse", "--is-shallow-repository").strip() == "true"


def last_changes(root: Path, folder: str) -> dict[str, datetime]:
    """When each file under ``folder`` was last committed (Shanghai time), by its path from ``root``."""
    changed: dict[str, datetime] = {}
    log = _git(root, "log", f"--format={RECORD}%ct", "--name-only", "--relative", "--no-renames", "--", folder)
    for entry in log.split(RECORD)[1:]:
        stamp, *paths = [line for line in entry.split("\n") if line]
        for path in paths:
            changed.setdefault(path, datetime.fromtimestamp(int(stamp), SHANGHAI))
    return changed


def versions(root: Path, path: str) -> Iterator[tuple[str, str]]:
    """Each committed version of a file, newest first: commit id and text."""
    log = _git(root, "log", f"--format={RECORD}%H", "--raw", "--no-abbrev", "--relative", "--no-renames", "--", path)
    for entry in log.split(RECORD)[1:]:
        commit, *rows = [line for line in entry.split("\n") if line]
        blob = next((row.split()[3] for row in rows if row.startswith(":")), "")
        if blob.strip("0"):
            yield commit, _git(root, "cat-file", "blob", blob)


def ids_ever(root: Path, *folders: str) -> set[tuple[str, str]]:
    """Every record id that any commit added under ``folders``, with the path it was written in."""
    log = _git(
        root,
        "log",
        "-p",
        "--no-ext-diff",
        "--no-textconv",
        "--unified=0",
        "--format=",
        "--relative",
        "--no-renames",
        "--",
        *folders,
    )
    found: set[tuple[str, str]] = set()
    path = ""
    for line in log.split("\n"):
        if line.startswith("+++ "):
            path = line.removeprefix("+++ ").removeprefix("b/")
        elif added := ADDED_ID.match(line):
            found.add((path, added[1]))
    return found
