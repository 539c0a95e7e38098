"""What git knows of the content, asked once for each commit."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cached_property

from msgspec import Struct, field

from disclosure.cache.store import Store
from disclosure.checks import ids
from disclosure.checks.ids import First
from disclosure.model.text import line_text
from disclosure.problem import Problem
from disclosure.project import Project
from disclosure.source import files, frontmatter, git, register, report_markdown

NAME = "past.json"


class GitHistory(Struct, frozen=True, dict=True, kw_only=True):
    """``changed``: when each file was last committed, by path; ``days`` is a digest of that by report, in days.

    ``first`` by report, ``ever`` by report and id.
    Where the clone is ``shallow`` nothing is known for certain.
    """

    head: str = ""
    shallow: bool = False
    changed: dict[str, datetime] = field(default_factory=dict)
    days: dict[str, str] = field(default_factory=dict)
    first: dict[str, First] = field(default_factory=dict)
    ever: tuple[tuple[str, str, str], ...] = ()

    @cached_property
    def ever_of(self) -> Mapping[str, list[tuple[str, str, str]]]:
        """The rows of ``ever`` by report."""
        found: dict[str, list[tuple[str, str, str]]] = {}
        for row in self.ever:
            found.setdefault(row[0], []).append(row)
        return found

    @property
    def paths(self) -> ids.Ever:
        return {(report, id): path for report, id, path in self.ever}


def read(project: Project, head: str, store: Store, known: GitHistory | None = None) -> GitHistory:
    """What is known or remembered of the commit ``head``, else what git says; without git, nothing."""
    if known is not None and known.head == head:
        return known
    if not head:
        return GitHistory()
    remembered = store.read(NAME, GitHistory)
    if remembered is not None and remembered.head == head:
        return remembered
    return _ask(project, head)


def commit(project: Project, known: GitHistory) -> str:
    """The commit that the files are; empty where a change is not in it."""
    folder = project.content.relative_to(project.root).as_posix()
    return git.commit(project.root, folder) if known.head else ""


def problems(project: Project, known: GitHistory) -> Iterator[Problem]:
    """What git cannot tell of this clone."""
    if known.shallow:
        yield from ids.shallow(project.content.relative_to(project.root).as_posix())


def remember(store: Store, known: GitHistory) -> None:
    if known.head:
        store.write(NAME, known)


def _ask(project: Project, head: str) -> GitHistory:
    root, folder = project.root, project.content.relative_to(project.root).as_posix()
    if git.is_shallow(root):
        return GitHistory(head=head, shallow=True)
    ever = register.ever(git.ids_ever(root, f"{folder}/reports", f"{folder}/indicators"), folder)
    rows = tuple((report, id, path) for (report, id), path in sorted(ever.items()))
    changed = git.last_changes(root, folder)
    return GitHistory(
        head=head, shallow=False, changed=changed, days=_days(changed, folder), first=_first(project, folder), ever=rows
    )


def _days(changed: Mapping[str, datetime], folder: str) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for path, moment in changed.items():
        found.setdefault(files.owner(path.removeprefix(f"{folder}/")), []).append(f"{path}\0{moment.date()}\n")
    return {key: hashlib.sha256(os.fsencode("".join(sorted(lines)))).hexdigest() for key, lines in found.items()}


def _first(project: Project, folder: str) -> dict[str, First]:
    """For each report, every id that git has seen with the first text it stood for, and the first publication time."""
    reports = f"{folder}/reports"
    versions = git.versions(project.root, f":(glob){reports}/*/report.md")
    return {path.split("/")[-2]: _earliest(path, texts) for path, texts in versions.items()}


def _earliest(path: str, texts: list[str]) -> First:
    seen: dict[str, str] = {}
    published = ""
    for text in texts:
        document, _problems = frontmatter.split(text, path)
        parsed, _problems = report_markdown.parse(document.body, path)
        seen |= {line.id: line_text(line) for line in parsed.lines}
        head = document.raw if isinstance(document.raw, dict) else {}
        published = str(head.get("published", "")) or published
    return First(seen, published)
