"""A small project with records of every kind of its report, in four editions, and what a build from nothing makes of
each."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from tests import edits
from tests.projects import DATE, Sandbox, configured, files_of
from tests.security.kills import forked
from tests.security.kills.forked import Ended, Running

NUMBER = 4
TITLES = ("初版", "再版", "三版", "四版")
EditionFiles = dict[str, bytes]


class Editions:
    """``project`` is the project that is built again and again, ``clean`` the site of each edition."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.temporary, self.lines = folder / "tmp", folder / "lines.txt"
        self.temporary.mkdir(parents=True)
        self.project = _project(folder / "project")
        self.releases = folder / "releases"
        self.clean: list[EditionFiles] = []

    @property
    def root(self) -> Path:
        return self.project.root

    def arguments(self, *words: str) -> list[str]:
        return ["--root", str(self.root), "--date", DATE, *words]

    def build_all(self) -> None:
        """Fills ``clean``; the project itself has the first edition then, built."""
        for number in range(NUMBER):
            self.edit(number)
            fresh = Sandbox(self.folder / "fresh")
            shutil.copytree(self.root, fresh.root, ignore=shutil.ignore_patterns("site", ".cache"))
            self.clean.append(fresh.build())
            shutil.rmtree(fresh.root)
        self.edit(0)

    def edit(self, number: int) -> None:
        """Makes it that edition: a title, a page that only even ones have, a topic's words, a file."""
        content, title = self.project.content, TITLES[number]
        record = content / "reports/2024/commitments/part-2/c001.yml"
        head, sign, rest = record.read_text("utf-8").partition("\ntitle: ")
        record.write_text(f"{head}{sign}{title}的{rest.partition('的')[2]}", "utf-8")
        (content / "files/table.csv").write_text(f"a,b\n{number},1\n", "utf-8")
        note = content / "note.md"
        if number % 2:
            note.unlink(missing_ok=True)
        else:
            note.write_text(edits.NARRATIVE.format(title=f"{title}说明"), "utf-8")

    def run(self, *words: str) -> Ended:
        """To its end, as anybody would run it."""
        return forked.run(self.arguments(*words), self.lines, self.prepare)

    def begin(self, *words: str, prepare: object = None) -> Running:
        def all_of_it() -> None:
            self.prepare()
            if callable(prepare):
                prepare()

        return Running(self.arguments(*words), self.lines, all_of_it)

    def prepare(self) -> None:
        """Temporary files of the run lie where they are found."""
        tempfile.tempdir = str(self.temporary)

    @property
    def site(self) -> EditionFiles:
        return files_of(self.project.site)

    def leftovers(self) -> list[str]:
        """What a run that ended must not leave: anything besides the site, the cache and the content."""
        wanted = {"content", "mkdocs.yml", "site", ".cache"}
        found = [path for path in self.root.iterdir() if path.name not in wanted]
        found += [path for path in self.root.rglob("*") if path.name.startswith(".") and path.name != ".cache"]
        found += self.root.rglob("*.tmp")
        found += list(self.temporary.iterdir())
        found += self.project.cache.glob("publishing-*[!k]")
        found += self.releases.glob("**/.*")
        return sorted({path.relative_to(self.folder).as_posix() for path in found})

    def move(self, other: Path) -> None:
        """A copy of the project in ``other``: its settings name no folder of that one."""
        config = self.root / "mkdocs.yml"
        config.write_text(config.read_text("utf-8").replace(str(other), str(self.root)), "utf-8")

    def clear(self, left: list[str]) -> None:
        """So that each fault is told once."""
        for path in (self.folder / name for name in left):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)


def _project(root: Path) -> Sandbox:
    """One report."""
    made = edits.project(root)
    shutil.rmtree(made.content / "reports/2025")
    shutil.rmtree(root / "templates")
    record = made.content / "reports/2024/commitments/part-2/c001.yml"
    record.write_text(record.read_text("utf-8").replace("\ntitle: ", "\ntitle: 的"), "utf-8")
    return configured(root)
