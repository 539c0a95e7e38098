"""The editors' handbook (``docs/handbook/``) played: what a page tells a clerk to type is typed, in that order.

One project goes through all pages, as one clerk goes through a year. Of a page these are read:

- ``今天是 2024-02-19。`` is the day that counts as today from there on;
- a ``sh`` fence is typed, line after line: ``python build.py …`` is the program, ``git …`` is git, another line is
  refused; what a fence prints stands in the ``text`` fence behind it, to the letter, but for lines that are ``…`` alone
  (any number of lines); a fence without one must succeed and print what it likes;
- a fence with a file's path is that file, whole; a ``diff`` changes lines of it (see ``rule_pages``);
- a picture's title is what it shows: ``![…](pictures/x.png "reports/2024/c001.html 390")``, a page and a width.

``python -m tests.handbook`` writes the printed texts anew, ``python -m tests.browser.handbook_pictures`` the pictures.
"""

from __future__ import annotations

import os
import re
import shlex
import tempfile
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from tests.projects import REPOSITORY, Sandbox
from tests.repositories import SandboxRepository, at, committing
from tests.rule_pages import edit, write

PAGES = REPOSITORY / "docs/handbook"
PICTURES = PAGES / "pictures"
FENCE = re.compile(
    r"^今天是 (?P<day>\d{4}-\d\d-\d\d)。$"
    r"|^```sh\n(?P<typed>.*?)^```$(?:\n\n^```text\n(?P<printed>.*?)^```$)?"
    r"|^```(?P<kind>[a-z]+) (?P<path>[^\n]+)\n(?P<text>.*?)^```$"
    r"|^!\[[^\]]*\]\(pictures/(?P<picture>[a-z0-9-]+\.png) \"(?P<address>\S+) (?P<width>\d+)\"\)$",
    re.M | re.S,
)
# What a clerk calls the program: before there is a folder, and in it
PROGRAMS = (["disclosure"], ["python", "build.py"])
# Commands that say what they found by their code, too
ASKING = ("check", "diff", "table")
ANY = "…"


@dataclass(frozen=True, kw_only=True)
class HandbookStep:
    """One thing that a page tells a clerk to do, and the line of the page where it stands."""

    page: str
    line: int
    found: re.Match[str]

    @property
    def place(self) -> str:
        return f"docs/handbook/{self.page}:{self.line}"


@dataclass(kw_only=True)
class Clerk:
    """The clerk's folder as the pages have left it so far, and the day."""

    root: Path
    day: str = ""

    def type(self, line: str, *, told: bool) -> str:
        """What a typed line prints. It must succeed; a check may find something where the page tells what."""
        words = shlex.split(line, comments=True)
        for program in PROGRAMS:
            if words[: len(program)] == program:
                return self._run(words[len(program) :], told=told)
        if words[:1] == ["cd"]:
            self.root /= words[1]
            return ""
        assert words[:1] == ["git"], f"nobody types this: {line}"
        return SandboxRepository(self.root).git(*words[1:], time=at(self.day)) + "\n"

    def _run(self, words: list[str], *, told: bool) -> str:
        with chdir(self.root), mock.patch.dict(os.environ, committing(at(self.day))):
            done = Sandbox(self.root).run(*words, date=self.day)
        assert done.code == 0 or (told and done.code == 1 and words[0] in ASKING), done.out + done.err
        return (done.out + done.err).replace(f"{self.root}/", "")

    def take(self, step: HandbookStep) -> str:
        """Do what the step says; what it prints."""
        found = step.found
        if found["day"]:
            self.day = found["day"]
        elif found["typed"]:
            told = found["printed"] is not None
            typed = [line for row in found["typed"].splitlines() for line in row.split(" && ") if line.strip()]
            return "".join(self.type(line, told=told) for line in typed)
        elif found["kind"] == "diff":
            edit(self.root / found["path"], found["text"])
        elif found["kind"]:
            write(self.root / found["path"], found["text"].encode())
        return ""


def pages() -> tuple[Path, ...]:
    """The pages in the order in which a clerk needs them."""
    return tuple(sorted(PAGES.glob("[0-9]*.md")))


def steps(page: Path) -> Iterator[HandbookStep]:
    """What a page tells to do, in its order."""
    text = page.read_text("utf-8")
    for found in FENCE.finditer(text):
        yield HandbookStep(page=page.name, line=text.count("\n", 0, found.start()) + 1, found=found)


def is_as_told(printed: str, told: str) -> bool:
    """Whether what was printed is what the page says; a line ``…`` stands for any lines."""
    pattern = "".join(r"(?:.*\n)*?" if line == ANY else re.escape(line) + r"\n" for line in told.splitlines())
    return re.fullmatch(pattern, printed) is not None


def rewritten(page: Path, clerk: Clerk) -> str:
    """The page with what is printed today; the clerk stands behind the page afterwards."""
    text, parts, end = page.read_text("utf-8"), [], 0
    for step in steps(page):
        printed, told = clerk.take(step), step.found["printed"]
        if told is not None and not is_as_told(printed, told):
            start, stop = step.found.span("printed")
            parts += [text[end:start], printed]
            end = stop
    return "".join([*parts, text[end:]])


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        clerk = Clerk(root=Path(folder))
        for each in pages():
            each.write_text(rewritten(each, clerk), "utf-8")
