"""Figures that the runs of this folder took down, as the table that stands in ``SECURITY.md``.

    python -m tests.security.figures

A run that was cut short has taken down nothing: what stands there was counted to the end.
"""

from __future__ import annotations

import json
import platform
import subprocess
from datetime import UTC, datetime
from typing import Any, Final

from tests.projects import REPOSITORY

FOLDER: Final = REPOSITORY / ".cache" / "security"
# The targets of the Makefile, in the order of the table
RUNS: Final = ("old-phones", "hosts", "hostile", "forged", "fuzz", "kills", "corruptions", "audit", "systems")
HEAD: Final = ("| `make …` | day | commit | Python | figures |", "|---|---|---|---|---|")


def _commit() -> str:
    done = subprocess.run(
        ["git", "-C", str(REPOSITORY), "describe", "--always", "--dirty"], capture_output=True, text=True, check=False
    )
    return done.stdout.strip() or "-"


# What is counted is the commit that a run began with, whatever was committed until its end
BEGUN: Final = _commit()


def record(run: str, figures: dict[str, int | str], *, part: str = "") -> None:
    """Takes down what ``make RUN`` counted, in place of what it counted before, and prints it.

    ``part`` is the name of one of several pieces that a run is made of (a fuzzed reader, a system): each is a row.
    """
    assert run in RUNS
    FOLDER.mkdir(parents=True, exist_ok=True)
    told = {"run": run, "part": part, "figures": figures, "day": f"{datetime.now(UTC):%Y-%m-%d}"}
    told |= {"commit": BEGUN, "python": platform.python_version()}
    (FOLDER / f"{'.'.join(filter(None, (run, part)))}.json").write_text(json.dumps(told, ensure_ascii=False, indent=1))
    print(row(told))


def row(told: dict[str, Any]) -> str:
    """A line of the table."""
    figures = "; ".join(
        f"{name}: {value:,}" if isinstance(value, int) else f"{name}: {value}"
        for name, value in told["figures"].items()
    )
    part = f" {told['part']}" if told["part"] else ""
    return f"| `{told['run']}`{part} | {told['day']} | {told['commit']} | {told['python']} | {figures} |"


def recorded() -> list[dict[str, Any]]:
    """All that was taken down here, in the order of the table."""
    found = [json.loads(path.read_text()) for path in FOLDER.glob("*.json")]
    return sorted(found, key=lambda told: (RUNS.index(told["run"]), told["part"]))


def main() -> None:
    """Prints the table."""
    print("\n".join((*HEAD, *map(row, recorded()))))


if __name__ == "__main__":
    main()
