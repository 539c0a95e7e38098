"""A program in a process of its own, inside limits: what it is given may take all memory, or never end.

This file is also that process: a script and its arguments on the command line, the data on its standard input, JSON on
its standard output. The script is one of ours that imports nothing of ours: its ``main`` takes the data.
"""

from __future__ import annotations

import json
import runpy
import subprocess
import sys
from contextlib import suppress
from typing import Any

SECONDS, WAIT = 60, 300
MEMORY = 768 * 1024 * 1024


def run(script: str, data: bytes, *arguments: str) -> dict[str, Any] | None:
    """What the script finds in the data; ``None`` where it took too much."""
    command = [sys.executable, "-I", __file__, script, *arguments]
    try:
        done = subprocess.run(command, input=data, capture_output=True, check=False, timeout=WAIT)
        found: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        return None
    return found


def _limit() -> None:
    """Where the system knows limits."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def _main() -> None:
    _limit()
    import logging

    logging.disable()
    script, *arguments = sys.argv[1:]
    try:
        found = runpy.run_path(script)["main"](sys.stdin.buffer.read(), *arguments)
    except MemoryError:
        sys.exit(1)
    except Exception as error:  # noqa: BLE001 (whatever a library makes of a spoilt file)
        # AES needs a library of its own; who has no password cannot read it either
        found = {"locked": True} if type(error).__name__ == "DependencyError" else {"spoilt": type(error).__name__}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    _main()
