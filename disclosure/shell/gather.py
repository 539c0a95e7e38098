"""The content folder as listed, what belongs to the whole site read, and what all reports share."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from disclosure import translation
from disclosure.catalog import catalog
from disclosure.catalog.catalog import Common
from disclosure.catalog.resolve import indicators
from disclosure.pages.chrome import Newest
from disclosure.problem import Problem, errors
from disclosure.shell import crew
from disclosure.shell.past import Past
from disclosure.shell.project import Project
from disclosure.source import content, files, frontmatter
from disclosure.source.content import RawContent
from disclosure.source.files import Listed, SourceFile

# A file younger than this proves nothing by its time: the next write may leave it as it is
SETTLED_NS = 2_000_000_000


@dataclass(frozen=True)
class Group:
    """The files of a report, or of the whole site. ``seen`` is empty where one is too young to prove anything."""

    listed: tuple[Listed, ...]
    seen: str


@dataclass(frozen=True)
class Gathered:
    """What is known before any report is read. ``settings`` is a digest of what all reports are read with."""

    groups: Mapping[str, Group]
    raw: RawContent
    common: Common
    settings: str
    problems: tuple[Problem, ...]

    @property
    def spoilt(self) -> frozenset[str]:
        """Files of the whole site that could not be read: what refers to them is uncertain."""
        return frozenset(one.place.path for one in errors(self.raw.problems))


def gather(project: Project, today: date, past: Past) -> Gathered:
    groups, problems = listing(project)
    own = groups.pop("", Group((), ""))
    sources, unreadable = crew.read(project.root, own.listed)
    raw = content.read(sources, {})
    shown = project.content.relative_to(project.root).as_posix()
    raw.problems += [*problems, *unreadable, *(content.missing_site(raw, shown) if groups or sources else ())]
    if raw.site is not None:
        translation.use(raw.site.language)
    common, unresolved = catalog.common(raw, today, past.changed, "")
    # What could not be read makes what refers to it look wrong
    unresolved += () if errors(raw.problems) else indicators.check(common.indicators, groups.keys())
    return Gathered(groups, raw, common, _settings(sources, today), (*raw.problems, *unresolved))


def listing(project: Project) -> tuple[dict[str, Group], list[Problem]]:
    """All content files by the report they belong to; those of the whole site under the empty key."""
    listed, problems = files.walk(project.root, project.content)
    # Before this moment, by a clock that may be the disk's
    settled = time.time_ns() - SETTLED_NS
    by_owner = groupby(sorted(listed, key=_owner), key=_owner)
    return {key: _group(tuple(group), settled) for key, group in by_owner}, problems


def _owner(one: Listed) -> str:
    return content.owner(one.name)


def _group(listed: tuple[Listed, ...], settled: int) -> Group:
    if any(one.mtime_ns > settled for one in listed):
        return Group(listed, "")
    return Group(listed, hashlib.sha256(b"".join(one.line for one in listed)).hexdigest())


def _settings(sources: Iterable[SourceFile], today: date) -> str:
    """The site's settings and words, and the day. Indicators and narratives have a say of their own."""
    shared = [one for one in sources if one.name == "site.yml" or one.name.startswith("vocabulary/")]
    return hashlib.sha256(f"{today}\0{crew.digest_of(shared)}".encode()).hexdigest()


def guess(project: Project, groups: Mapping[str, Group], last: Newest | None) -> Newest | None:
    """The newest report as far as its front matter tells: what the navigation will most likely lead to."""
    if last is not None and last.key in groups:
        return last
    found = [(_year(project, one), key) for key, group in groups.items() for one in group.listed if _is_report(one)]
    if not found:
        return None
    _newest, key = max(found)
    names = {one.name.split("/")[2] for one in groups[key].listed}
    return Newest(key, "commitments" in names, "results" in names)


def _is_report(one: Listed) -> bool:
    return one.name.endswith("/report.md") and one.name.count("/") == 2


def _year(project: Project, one: Listed) -> int:
    source = files.load(project.root, one)
    text, _problems = files.decode(source) if isinstance(source, SourceFile) else ("", [])
    document, _problems = frontmatter.split(text, one.path)
    year = document.raw.get("year") if isinstance(document.raw, dict) else None
    return int(year) if isinstance(year, str) and year.isdecimal() else 0
