"""What git knows about content files. Without git, or outside a repository, it knows nothing."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from datetime import datetime, timedelta, timezone
from pathlib import Path

SHANGHAI = timezone(timedelta(hours=8))
RECORD = "\x1e"
# Whatever the editor's own configuration says
PLAIN = ("-c", "core.quotePath=false", "-c", "color.ui=false", "-c", "log.showSignature=false")
# Block or flow, in a list or alone, with or without quotes
ADDED_ID = re.compile(r"""\+[- ]*(?:\{(?:.*[, ])?)?id: *['"]?([^\s'",}]+)""")


def _git(root: Path, *arguments: str) -> str:
    return _run(root, arguments).decode("utf-8", "replace")


def _run(root: Path, arguments: Iterable[str], given: bytes = b"") -> bytes:
    command = ["git", *PLAIN, "-C", str(root), *arguments]
    try:
        return subprocess.run(command, input=given, capture_output=True, check=True, timeout=60).stdout
    except (OSError, subprocess.SubprocessError):
        return b""


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


def versions(root: Path, *paths: str) -> dict[str, list[str]]:
    """Every committed text of each file under ``paths``, newest first, by its path from ``root``."""
    log = _git(root, "log", "--format=", "--raw", "--no-abbrev", "--relative", "--no-renames", "--", *paths)
    rows = [line.partition("\t") for line in log.split("\n") if line.startswith(":")]
    named = [(path, row.split()[3]) for row, _tab, path in rows if row.split()[3].strip("0")]
    texts = _blobs(root, [blob for _path, blob in named])
    found: dict[str, list[str]] = {}
    for path, blob in named:
        found.setdefault(path, []).append(texts[blob])
    return found


def _blobs(root: Path, ids: list[str]) -> dict[str, str]:
    """The texts of blobs, by one process; empty where git does not answer."""
    answer = _run(root, ("cat-file", "--batch"), "\n".join(ids).encode() + b"\n") if ids else b""
    found = dict.fromkeys(ids, "")
    while answer:
        head, _line, answer = answer.partition(b"\n")
        id, kind, *size = head.split()
        length = int(size[0]) if kind == b"blob" else -1
        found[id.decode()] = answer[: max(length, 0)].decode("utf-8", "replace")
        answer = answer[length + 1 :]
    return found


def ids_ever(root: Path, *folders: str) -> set[tuple[str, str]]:
    """Every record id that any commit added under ``folders``, as path and id."""
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
