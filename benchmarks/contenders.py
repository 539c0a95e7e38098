"""Who takes part: how each is made ready, edited and started, all in one scratch folder."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.others import TOOLS

HERE = Path(__file__).parent.parent
# A build trusts no file younger than two seconds; an editor's site is older than that when the next edit comes
SETTLED = 2.1
MARKS = "甲乙丙丁戊己庚辛壬癸"
RECORD = "reports/d001-2022/commitments/c050.html"
FOOTER = "</footer>"


@dataclass
class Contender:
    """One generator with its input in ``folder``."""

    name: str
    folder: Path
    command: list[str]
    output: str
    caches: tuple[str, ...]
    record: Path
    template: Path
    page: str = RECORD
    edits: int = 0
    originals: dict[Path, str] = field(default_factory=dict)

    def cold(self) -> None:
        for name in (self.output, *self.caches):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def edit(self) -> None:
        """The title of one commitment changes."""
        self._change(self.record, 'title: "' if self.record.suffix == ".md" else "title: ")

    def edit_template(self) -> None:
        """Every page changes by a few bytes."""
        self._change(self.template, FOOTER, "<p>{mark}</p>" + FOOTER)

    def _change(self, path: Path, anchor: str, instead: str = "{anchor}{mark}") -> None:
        original = self.originals.setdefault(path, path.read_text("utf-8"))
        assert anchor in original, f"{path} has changed its shape"
        self.edits += 1
        new = instead.format(anchor=anchor, mark=self.mark)
        time.sleep(SETTLED)
        path.write_text(original.replace(anchor, new, 1), "utf-8")

    @property
    def mark(self) -> str:
        """What the latest edit put in."""
        return f"{MARKS[self.edits % 10]}{MARKS[self.edits // 10 % 10]}"

    def shows(self) -> bool:
        """Whether the latest edit can be seen on the page."""
        page = (self.folder / self.output / self.page).read_text("utf-8")
        return not self.edits or self.mark in page

    def bytes(self) -> int:
        return sum(path.stat().st_size for path in (self.folder / self.output).rglob("*.html"))


def program(folder: Path, checkout: Path = HERE) -> Path:
    """A copy of the program, so that nobody's work on it disturbs the measurement."""
    shutil.copytree(checkout / "disclosure", folder / "program/disclosure", dirs_exist_ok=True)
    shutil.copy(checkout / "build.py", folder / "program/build.py")
    return folder / "program/build.py"


def copy_project(root: Path, content: Path = HERE / "content", templates: Path = HERE / "templates") -> None:
    """A copy of this project, or of its settings with some checkout's content and templates."""
    shutil.copytree(content, root / "content")
    shutil.copytree(templates, root / "templates")
    shutil.copy(HERE / "mkdocs.yml", root / "mkdocs.yml")


def ours(records: int, folder: Path, *layout: str) -> Contender:
    """Our project, built once: the others' input is made from its pages. ``layout`` is as ``benchmarks.content`` takes
    it."""
    root = folder / f"ours-{records}"
    shutil.rmtree(root, ignore_errors=True)
    _module("content", str(records), str(root), *layout)
    command = [sys.executable, str(program(folder)), "build", "--root", str(root)]
    subprocess.run(command, check=True, capture_output=True)
    record = next(root.glob("content/reports/d001-2022/commitments/*/c050.yml"))
    return Contender(
        name="ours",
        folder=root,
        command=command,
        output="site",
        caches=(".cache",),
        record=record,
        template=footer(root),
    )


def footer(root: Path) -> Path:
    """The template of a project of ours that ends every page."""
    return next(path for path in sorted(root.glob("templates/**/*.html")) if FOOTER in path.read_text("utf-8"))


def other(name: str, records: int, folder: Path, cache: Path) -> Contender:
    tool = TOOLS[name]
    root = folder / f"{name}-{records}"
    site = folder / f"ours-{records}/site"
    _module("others", name, str(site), str(root), "--cache", str(cache))
    command = tool.command(tool.home(cache))
    template = root / "layouts" / tool.layout
    return Contender(
        name=name,
        folder=root,
        command=command,
        output="public",
        caches=("resources", ".cache"),
        record=root / tool.source(RECORD),
        template=template,
    )


def _module(name: str, *arguments: str) -> None:
    """In a process of its own: what is measured later inherits this process's peak memory."""
    subprocess.run([sys.executable, "-m", f"benchmarks.{name}", *arguments], cwd=HERE, check=True)
