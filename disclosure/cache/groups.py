"""The content's files by the report that they belong to, those of the whole site by the empty key."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import cached_property, partial

from msgspec import Struct

from disclosure.problem import Problem
from disclosure.project import Project
from disclosure.source import files
from disclosure.source.files import Listed


class GroupDigest(Struct, frozen=True):
    """The files of a report in short. ``seen`` is a digest of what their folders list, empty where one is too young to
    prove anything; ``is_report`` where a ``report.md`` is among them."""

    seen: str = ""
    size: int = 0
    is_report: bool = False


class FileGroup(GroupDigest, frozen=True, dict=True):
    """The same with the files, which are listed when they are asked for: mostly ``seen`` is enough."""

    find: Callable[[], tuple[Listed, ...]] = tuple

    @cached_property
    def listed(self) -> tuple[Listed, ...]:
        return self.find()


class Walked(Struct, frozen=True):
    """A walk through the content, as another process tells of it: a list of all files takes as long to read as to make.

    ``own`` are the files of the whole site, which every build reads.
    """

    own: tuple[Listed, ...]
    briefs: dict[str, GroupDigest]
    problems: tuple[Problem, ...]


def walk(project: Project, settled: int) -> Walked:
    """All files; what changed before the moment ``settled`` shows in its time."""
    listed, problems = files.walk(project.root, project.content)
    owned = _owned(listed)
    briefs = {key: _brief(key, one, settled) for key, one in owned.items()}
    return Walked(tuple(owned.get("", ())), briefs, tuple(problems))


def of(project: Project, walked: Walked) -> dict[str, FileGroup]:
    """The groups of a walk: the files of a report are listed once more where they are asked for."""
    found = {key: _group(brief, partial(_listed, project, key)) for key, brief in walked.briefs.items()}
    if "" in found:
        found[""] = _group(walked.briefs[""], lambda: walked.own)
    return found


def grouped(listed: Iterable[Listed], settled: int) -> dict[str, FileGroup]:
    """The groups of files that are listed already."""
    owned = {key: tuple(members) for key, members in _owned(listed).items()}
    return {key: _group(_brief(key, one, settled), partial(tuple, one)) for key, one in owned.items()}


def _owned(listed: Iterable[Listed]) -> dict[str, list[Listed]]:
    found: dict[str, list[Listed]] = {}
    for one in listed:
        found.setdefault(files.owner(one.name), []).append(one)
    return found


def _brief(key: str, listed: Collection[Listed], settled: int) -> GroupDigest:
    report = files.report(key)
    seen = "" if any(one.mtime_ns > settled for one in listed) else files.digest(listed)
    return GroupDigest(seen, sum(one.size for one in listed), any(one.name == report for one in listed))


def _group(brief: GroupDigest, find: Callable[[], tuple[Listed, ...]]) -> FileGroup:
    return FileGroup(brief.seen, brief.size, brief.is_report, find)


def _listed(project: Project, key: str) -> tuple[Listed, ...]:
    return tuple(one for below in files.folders(key) for one in files.walk(project.root, project.content, below)[0])
