"""Content that another checkout's program accepts too: what it refuses is asked of itself, never guessed."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

# So many files may differ between two sides that are said to build the same content: vocabularies and a few records
FEW = 20


class TooDifferentError(Exception):
    """Two checkouts whose content is no longer comparable."""


def accept(command: list[str], root: Path, own: Path) -> list[str]:
    """Files of ``root`` that the program refuses now stand there as in ``own``, or not at all; their paths."""
    changed: list[str] = []
    while found := _refused(command, root):
        if set(found) & set(changed) or len(changed) + len(found) > FEW:
            raise TooDifferentError(f"{root}: still refused: {', '.join(found)}")
        for path in found:
            (root / path).unlink(missing_ok=True)
            if (own / path).is_file():
                shutil.copy(own / path, root / path)
        changed += found
    return changed


def _refused(command: list[str], root: Path) -> list[str]:
    """The files in which the program finds errors."""
    done = subprocess.run([*command, "check", "--json", "--root", str(root)], capture_output=True, check=False)
    problems = json.loads(done.stdout)["problems"]
    return sorted({problem["place"]["path"] for problem in problems if not problem["notice"]})
