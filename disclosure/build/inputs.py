"""The content folder as listed, what belongs to the whole site read, and what all reports share."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

from msgspec import Struct

from disclosure import translation
from disclosure.cache.git_history import GitHistory
from disclosure.cache.groups import FileGroup
from disclosure.cache.snapshot import Snapshot
from disclosure.cache.store import Store, known_by
from disclosure.catalog import join
from disclosure.catalog.catalog import Catalog, CommonContent
from disclosure.catalog.resolve import followup, indicators
from disclosure.pages.chrome import Newest
from disclosure.problem import Problem, errors
from disclosure.project import Project
from disclosure.search import files as search
from disclosure.source import content, files, frontmatter, reading
from disclosure.source.content import ParseCache, RawContent
from disclosure.source.files import Listed, SourceFile
from disclosure.source.prose import Renderings
from disclosure.theme import theme as rendering

# What was made of the texts of the whole site
KNOWN = "known.json"


class SiteContent(Struct, frozen=True, kw_only=True):
    """What belongs to the whole site, as read from ``group`` with the past as it was (``since``).

    ``settings`` is a digest of what all reports are read with, ``said`` of all that belongs to the whole site;
    ``unresolved`` is what is wrong with ``catalog`` alone, ``known`` what the next run need not
    make of its texts again.
    """

    group: FileGroup
    since: GitHistory
    raw: RawContent
    common: CommonContent
    catalog: Catalog
    settings: str
    said: str
    known: ParseCache
    problems: tuple[Problem, ...]
    unresolved: tuple[Problem, ...]

    def stands(self, seen: Snapshot, past: GitHistory) -> bool:
        """Whether it would be read as it was. Of a file too young to prove anything nothing is known."""
        group = seen.groups.get("")
        unchanged = group is not None and bool(group.seen) and group == self.group
        return unchanged and past is self.since and seen.today == self.common.today and not seen.problems


class Inputs(Struct, frozen=True, dict=True):
    """What is known before any report is read: what belongs to the whole site, what all reports share."""

    groups: Mapping[str, FileGroup]
    own: SiteContent
    problems: tuple[Problem, ...]

    @property
    def raw(self) -> RawContent:
        return self.own.raw

    @property
    def common(self) -> CommonContent:
        return self.own.common

    @cached_property
    def large(self) -> bool:
        """Whether the search's index comes in many files."""
        return sum(group.size for group in self.groups.values()) > search.LARGE

    @property
    def spoilt(self) -> frozenset[str]:
        """Files of the whole site that could not be read: what refers to them is uncertain."""
        return frozenset(one.place.path for one in errors(self.raw.problems))

    def around(self, key: str, past: GitHistory, language: str) -> str:
        """Everything but its own files, templates and navigation that has a say in a report."""
        days, ever = past.days.get(key), past.ever_of.get(key, [])
        parts = [self.mentioned.get(key), days, ever, past.first.get(key), self.large]
        text = "\0".join([rendering.program_digest(), language, self.own.settings, *map(repr, parts)])
        return hashlib.sha256(text.encode()).hexdigest()

    @cached_property
    def mentioned(self) -> Mapping[str, str]:
        """What the indicators say of each report, as text to be compared."""
        found: dict[str, list[str]] = {}
        for one in self.common.indicators:
            text = repr(one.value)
            for report in indicators.reports(one.value):
                found.setdefault(report, []).append(text)
        return {report: "\n".join(texts) for report, texts in found.items()}


def gather(
    seen: Snapshot, past: GitHistory, store: Store, rendered: Renderings, last: SiteContent | None = None
) -> Inputs:
    """``rendered`` is what was made of Markdown meanwhile, ``last`` what a build of this process has read."""
    if last is not None and last.stands(seen, past):
        own = last
        translation.use(own.common.site.language)
    else:
        own = _own(seen, past, store, rendered)
    groups = {key: group for key, group in seen.groups.items() if key}
    reports = {key for key, group in groups.items() if group.is_report}
    problems = [*own.problems, *followup.strays(_updates(groups), reports)]
    # What could not be read makes what refers to it look wrong
    problems += () if errors(own.raw.problems) else indicators.check(own.common.indicators, groups.keys())
    return Inputs(groups, own, tuple(problems))


def _own(seen: Snapshot, past: GitHistory, store: Store, rendered: Renderings) -> SiteContent:
    group = seen.groups.get("", FileGroup())
    project = seen.project
    sources, unreadable = reading.read(project.root, group.listed)
    known = known_by(store.read(KNOWN, ParseCache), rendering.program_digest())
    known.rendered |= rendered
    raw = content.read(sources, known)
    shown = project.content.relative_to(project.root).as_posix()
    raw.problems += [*seen.problems, *unreadable]
    raw.problems += content.missing_site(raw, shown)
    if raw.site is not None:
        translation.use(raw.site.language)
    common, problems = join.common(raw, seen.today, past.changed, "")
    joined, unresolved = join.join(raw, common)
    settings = _settings(sources, seen.today)
    said = rendering.digest(settings, reading.digest_of(sources))
    problems = [*raw.problems, *problems]
    return SiteContent(
        group=group,
        since=past,
        raw=raw,
        common=common,
        catalog=joined,
        settings=settings,
        said=said,
        known=known.of(raw),
        problems=tuple(problems),
        unresolved=tuple(unresolved),
    )


def _updates(groups: Mapping[str, FileGroup]) -> Iterator[tuple[str, str, str]]:
    """Those of no report."""
    for key, group in groups.items():
        for one in () if group.is_report else group.listed:
            if one.name.startswith("updates/"):
                yield key, one.name.rpartition("/")[2].removesuffix(".md"), one.path


def _settings(sources: Iterable[SourceFile], today: date) -> str:
    """The site's settings, words, rubric and attachments, and the day. Indicators have a say of their own."""
    shared = [one for one in sources if not one.name.endswith(".md") and not one.name.startswith("indicators/")]
    return rendering.digest(today, reading.digest_of(shared))


def guess(project: Project, groups: Mapping[str, FileGroup], last: Newest | None) -> Newest | None:
    """The newest report as far as its front matter tells: what the navigation will most likely lead to."""
    if last is not None and last.key in groups:
        return last
    found = [
        (_year(project, one), key)
        for key, group in groups.items()
        if group.is_report
        for one in group.listed
        if one.name == files.report(key)
    ]
    if not found:
        return None
    _newest, key = max(found)
    names = {one.name.split("/")[2] for one in groups[key].listed}
    return Newest(key, "commitments" in names, "results" in names)


def _year(project: Project, one: Listed) -> int:
    source = files.load(project.root, one)
    text, _problems = files.decode(source) if isinstance(source, SourceFile) else ("", [])
    document, _problems = frontmatter.split(text, one.path)
    year = document.raw.get("year") if isinstance(document.raw, dict) else None
    return int(year) if isinstance(year, str) and year.isdecimal() else 0
