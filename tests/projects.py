"""Small projects on disk, and the program run on them in this process."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from disclosure.catalog import downloads
from disclosure.cli import main
from tests import second_year

HERE = Path(__file__).parent
REPOSITORY = HERE.parent
GOLDEN = HERE / "golden"
EXAMPLES = REPOSITORY / "examples"


def _example_day() -> str:
    """The day of ``make example``."""
    found = re.search(r"^EXAMPLE_DAY = (\S+)$", (REPOSITORY / "Makefile").read_text("utf-8"), re.M)
    assert found is not None
    return found[1]


# The example as it stood before its second year: tests of a followed year need no more
FIRST_YEAR = "first-year"
# The day every build of a case takes for today
DATE = "2024-03-01"
# but for those that were followed for longer
DATES = {"shiguang": _example_day(), FIRST_YEAR: second_year.FIRST_DAY}
CONFIG = """\
site_name: sample
docs_dir: content
site_dir: site
theme: {{name: null, custom_dir: {templates}}}
use_directory_urls: false
plugins: [disclosure]
validation: {{omitted_files: ignore, absolute_links: ignore, unrecognized_links: ignore, not_found: ignore}}
"""


@dataclass(frozen=True)
class Run:
    """What one run of the program gave."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Sandbox:
    """A project's folder of its own, to build and to change at will."""

    root: Path

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def cache(self) -> Path:
        return self.root / ".cache"

    @property
    def report(self) -> Path:
        return self.content / "reports/2024/report.md"

    def run(self, *arguments: str, date: str = DATE) -> Run:
        """``python build.py --root … --date … <arguments>``, in this process."""
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                code = main(["--root", str(self.root), "--date", date, *arguments])
            except SystemExit as left:
                code = int(left.code or 0)
        return Run(code, out.getvalue(), err.getvalue())

    def copy(self, root: Path) -> Sandbox:
        """The same content, templates and settings in the folder ``root``, in place of what was there: never built."""
        shutil.rmtree(root, ignore_errors=True)
        for name in ("content", "templates"):
            shutil.copytree(self.root / name, root / name)
        config = (self.root / "mkdocs.yml").read_text("utf-8")
        (root / "mkdocs.yml").write_text(config.replace(str(self.root), str(root)), "utf-8")
        return Sandbox(root)

    def build(self, date: str = DATE) -> dict[str, bytes]:
        """A build that must succeed: the site's files by address."""
        done = self.run("build", date=date)
        assert (done.code, done.err) == (0, ""), done.out + done.err
        return files_of(self.site)

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace the one ``old`` in a content file."""
        path = self.content / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), "utf-8")


def create(root: Path, case: str = "small") -> Sandbox:
    """A fresh project in ``root`` with a golden case's content and the repository's templates."""
    if case == FIRST_YEAR:
        second_year.as_of(second_year.FIRST_DAY, root / "content", content_of("shiguang"))
    else:
        shutil.copytree(content_of(case), root / "content")
    published(root)
    return configured(root)


def published(root: Path) -> None:
    """The project counts as published from its first commit on, wherever its content comes from."""
    site = root / "content/site.yml"
    if site.exists():
        site.write_text(re.sub(r"^published_since: .*\n", "", site.read_text("utf-8"), flags=re.M), "utf-8")


def configured(root: Path, templates: Path = REPOSITORY / "templates") -> Sandbox:
    """The project of the content in ``root``."""
    (root / "mkdocs.yml").write_text(CONFIG.format(templates=templates), "utf-8")
    return Sandbox(root)


def full(*_given: object, **_named: object) -> None:
    """In place of what writes: the disk is full."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def content_of(case: str) -> Path:
    """A golden case's content: its own, or that of the example of its name."""
    own = GOLDEN / case / "content"
    return own if own.exists() else EXAMPLES / case / "content"


def date_of(case: str) -> str:
    return DATES.get(case, DATE)


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file under ``folder`` by its relative path."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def without_downloads(site: dict[str, bytes]) -> dict[str, bytes]:
    """A built site as a preview makes it: without what is made of the published data, and without its lines in the
    manifest."""
    shown = {name: data for name, data in site.items() if not downloads.is_download(name)}
    head, files, rest = shown["manifest.json"].partition(b'"files": {\n')
    rows, end, _nothing = rest.partition(b"\n }\n}\n")
    kept = [row for row in rows.split(b",\n") if row.decode().split('"')[1] in shown]
    return shown | {"manifest.json": head + files + b",\n".join(kept) + end}
