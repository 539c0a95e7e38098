"""The example (``examples/shiguang``) with its history: ``python -m tests.grown FOLDER``.

A project in a repository of its own, in which every commit of ``second_year`` was made on its day: there the example's
pages tell what was changed since. In this repository it stands as it is today, and its files' history is this one's.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator
from pathlib import Path

from tests import second_year
from tests.projects import configured, content_of, date_of, published
from tests.repositories import SandboxRepository

EXAMPLE = "shiguang"
# The first year, then what each commit brought, each with its day
COMMITS = ((second_year.FIRST_DAY, "第一年"), *((growth.day, growth.says) for growth in second_year.GROWTHS))


def grow(root: Path) -> Iterator[tuple[str, str]]:
    """The project in the folder, commit after commit: yields each with its day when it is made."""
    configured(root)
    for day, says in COMMITS:
        stand(root, day)
        SandboxRepository(root).commit(day, says)
        yield day, says


def stand(root: Path, day: str) -> None:
    """The project's content becomes what it was on a day."""
    shutil.rmtree(root / "content", ignore_errors=True)
    second_year.as_of(day, root / "content", content_of(EXAMPLE))
    published(root)


def build(root: Path) -> None:
    """Its site, whose pages tell of its history."""
    for _commit in grow(root):
        pass
    configured(root).build(date=date_of(EXAMPLE))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path, help="where the project is put, in place of what was there")
    folder = parser.parse_args().folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    print(f"{folder}: {sum(1 for _commit in grow(folder))} commits")


if __name__ == "__main__":
    main()
