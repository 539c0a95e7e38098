"""The project as its folders list it, and whether anything at all has changed since the last build.

Nothing is opened. A look takes the sizes, times (those that nobody can set too) and inodes of everything a build reads
(content, templates, program, configuration) and of everything it wrote, the libraries installed, the day, the commit
and the interpreter. A file
younger than two seconds proves nothing: its time may not have moved with its bytes. Where a look is not trusted
(``--verify``, CI) the build reads everything.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from disclosure import translation
from disclosure.cache import groups, published, seal
from disclosure.cache import key as keys
from disclosure.cache.groups import FileGroup
from disclosure.cache.published import PublishedSite
from disclosure.cache.store import Store
from disclosure.problem import Problem
from disclosure.project import Project
from disclosure.publishing import publish, standing
from disclosure.source import files, git
from disclosure.source.files import Listed
from disclosure.theme.layers import layers

PACKAGE = Path(__file__).parents[1]
SETTLED_NS = 2_000_000_000
# How often the content is listed at most, and so many young files are several
LOOKS, SEVERAL = 5, 2
LAST = "snapshot"


class Snapshot(Struct, frozen=True, dict=True, kw_only=True):
    """What a build would read: content files by the report they belong to, those of the whole site by the empty key."""

    project: Project
    today: date
    groups: Mapping[str, FileGroup]
    problems: tuple[Problem, ...]
    # Everything changed before this moment is settled
    settled: int
    # Finds out how the site stands
    standing: Callable[[], PublishedSite]

    @cached_property
    def output(self) -> PublishedSite:
        """The site as it stands."""
        return self.standing()

    @cached_property
    def heads(self) -> str:
        """The commits that are checked out and published, as text."""
        return git.heads(self.project.content)

    @cached_property
    def inputs(self) -> str:
        """A digest of what a build would read; empty where a file changed too lately to tell."""
        said = f"{self.today}\0{sys.version}\0{self.heads}\0"
        digest = hashlib.sha256(said.encode() + os.fsencode(self.project.site))
        for key, group in sorted(self.groups.items()):
            if not group.seen:
                return ""
            digest.update(f"{key} {group.seen}\0".encode())
        others = list(_others(self.project))
        if any(one.mtime_ns > self.settled for one in others):
            return ""
        digest.update(files.digest(others).encode())
        return digest.hexdigest()


def look(project: Project, today: date) -> Snapshot:
    """The project now."""
    settled = time.time_ns() - SETTLED_NS
    listed, problems = _listed(project, settled)
    found = groups.grouped(listed, settled)
    return Snapshot(
        project=project,
        today=today,
        groups=found,
        problems=tuple(problems),
        settled=settled,
        standing=lambda: _standing(project, found.keys()),
    )


def _listed(project: Project, settled: int) -> tuple[list[Listed], list[Problem]]:
    """The content's files. Where several are young, a branch may be being switched: until two listings are alike."""
    found = files.walk(project.root, project.content)
    for _again in range(LOOKS):
        if sum(one.mtime_ns > settled for one in found[0]) < SEVERAL:
            break
        last, found = found, files.walk(project.root, project.content)
        if found == last:
            break
    return found


def _standing(project: Project, reports: Collection[str]) -> PublishedSite:
    return published.output(standing.standing(project.site), reports, seal.known(store_of(project)))


def store_of(project: Project) -> Store:
    """What the builds of this target leave for the next."""
    return Store(project.cache / publish.name_of(project.site), keys.of(project))


def again(before: Snapshot, changed: Iterable[Path]) -> Snapshot:
    """Another look where only the content files ``changed`` may be other than before; made from ``before``."""
    project, settled = before.project, time.time_ns() - SETTLED_NS
    folders = {path.parent for path in changed if path.is_relative_to(project.content)}
    if before.problems or any(not folder.is_dir() or folder == project.content for folder in folders):
        return look(project, before.today)
    below = tuple(folder.relative_to(project.content).as_posix() + "/" for folder in folders)
    walked = [files.walk(project.root, project.content, folder) for folder in below]
    found = {listing.name: listing for listed, _problems in walked for listing in listed}
    keys = {key for key, group in before.groups.items() if not group.seen or _concerns(key, below)}
    keys |= {files.owner(name) for name in found}
    kept = [listing for key in keys & before.groups.keys() for listing in before.groups[key].listed]
    found |= {one.name: one for one in kept if not one.name.startswith(below)}
    others = {key: group for key, group in before.groups.items() if key not in keys}
    regrouped = groups.grouped(files.in_order(found.values()), settled)
    problems = tuple(problem for _listed, problems in walked for problem in problems)
    return replace(before, groups=others | regrouped, problems=problems, settled=settled)


def _concerns(key: str, below: Iterable[str]) -> bool:
    """Whether files of a report, or of the whole site, may be in one of these folders."""
    own = files.places(key)
    return any(files.owner(f"{one}file") == key or any(each.startswith(one) for each in own) for one in below)


def _others(project: Project) -> Iterator[Listed]:
    """What has a say besides the content: templates, the program, the configuration, what pip installed."""
    for folder in layers(project):
        yield from _folder(folder)
    yield from _folder(PACKAGE)
    yield from _files(project.config.parent, [project.config.name, git.IGNORE_REVS])
    yield from _files(Path(sys.prefix), ["pyvenv.cfg"])
    for packages in (Path(path) for path in sys.path if path.endswith(("site-packages", "dist-packages"))):
        names = os.listdir(packages) if packages.is_dir() else []  # noqa: PTH208 (names are all that is wanted)
        # The folder that pip makes anew, the version in its name
        yield from _files(packages, sorted(name for name in names if name.endswith(".dist-info")))


def _folder(folder: Path) -> Iterator[Listed]:
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from _files(Path(where), sorted(names))


def _files(folder: Path, names: Iterable[str]) -> Iterator[Listed]:
    for name in names:
        path = os.path.join(folder, name)  # noqa: PTH118 (hundreds of them)
        try:
            stat = os.lstat(path)
        except OSError:
            continue
        yield files.as_listed("", path, stat)


class Last(Struct, frozen=True, kw_only=True):
    """The last build: what it read, in which language it spoke, how it left the site, and what it had to
    say."""

    inputs: str = ""
    language: str = ""
    output: str = ""
    notices: tuple[Problem, ...] = ()


class SaidByCheck(Struct, frozen=True):
    """What a check said of what it read."""

    inputs: str
    lines: list[str]


def _looks(project: Project) -> Store:
    """What is remembered of looks: of whatever was built or checked last."""
    return Store(project.cache, keys.of(project))


def said_by_build(seen: Snapshot) -> tuple[Problem, ...] | None:
    """The notices of the last build, where it saw these inputs and left the site as it is now."""
    last = _looks(seen.project).read(LAST, Last) or Last()
    if not seen.inputs or last.inputs != seen.inputs or last.output != seen.output.digest:
        return None
    translation.use(last.language)
    return last.notices


def remember(seen: Snapshot, left: PublishedSite | None, language: str, notices: tuple[Problem, ...]) -> None:
    """After a build without errors that left the site as ``left``; unsettled inputs are not worth remembering."""
    if left is not None and seen.inputs:
        last = Last(
            inputs=seen.inputs,
            language=language,
            output=left.digest,
            notices=notices,
        )
        _looks(seen.project).remember(LAST, last)


def said(seen: Snapshot, *, targets: bool) -> list[str] | None:
    """What the last check said of these inputs, if it found nothing wrong."""
    stored = _looks(seen.project).read(_check(targets=targets), SaidByCheck)
    return stored.lines if stored is not None and stored.inputs and stored.inputs == seen.inputs else None


def remember_said(seen: Snapshot, lines: list[str], *, targets: bool) -> None:
    if seen.inputs:
        _looks(seen.project).remember(_check(targets=targets), SaidByCheck(seen.inputs, lines))


def _check(*, targets: bool) -> str:
    return "checked-targets" if targets else "checked"


def forget(project: Project) -> None:
    with suppress(OSError):
        (project.cache / LAST).unlink()
