"""Writes the site's scripts as they are published into a folder, for the linter: ``make lint``."""

from __future__ import annotations

import sys
from pathlib import Path

from disclosure.theme.scripts import scripts
from tests.projects import REPOSITORY


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in scripts(REPOSITORY / "templates/js").items():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
