"""``Catalog``: the resolved content that pages, exports, search and checks read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from disclosure.catalog import address, words
from disclosure.catalog.claims import Accounts, accounts
from disclosure.catalog.correction import Correction
from disclosure.catalog.correction import resolve as resolve_correction
from disclosure.catalog.entries import Commitment, Indicator, Register, Result
from disclosure.catalog.followup import FollowUp, Update
from disclosure.catalog.quotes import Passages
from disclosure.catalog.resolve import followup as following
from disclosure.catalog.resolve import links
from disclosure.catalog.resolve.indicators import polarities
from disclosure.catalog.resolve.indicators import resolve as resolve_indicators
from disclosure.catalog.resolve.resolver import Resolver
from disclosure.catalog.words import Vocabularies
from disclosure.model.report import NarrativeMeta, ReportMeta
from disclosure.model.site import Site
from disclosure.model.text import Heading, Note, Paragraph, ReportText
from disclosure.problem import Place, Problem
from disclosure.source import inline
from disclosure.source.archive import Archive
from disclosure.source.content import RawContent, RawNarrative, RawReport
from disclosure.source.files import SourceFile
from disclosure.source.markdown import Rendered
from disclosure.source.register import RawRegister
from disclosure.source.yaml import Written


@dataclass(frozen=True)
class Report:
    """One report; ``key`` is its folder's name, ``updated`` the last change of its file in git (or ``None``).

    ``broken`` are the paragraphs with a record that could not be placed.
    """

    key: str
    path: str
    markdown: str
    head: Written
    meta: ReportMeta
    text: ReportText
    archive: Archive
    source: SourceFile
    updated: date | None
    register: Register
    accounts: Accounts
    broken: frozenset[str]
    updates: tuple[Update, ...]
    follow: Mapping[str, FollowUp]

    @cached_property
    def quoting(self) -> tuple[Commitment | Result, ...]:
        """All records in the order of their quotes."""
        order = {id: n for n, id in enumerate(self.by_id)}
        return tuple(sorted(self.register.records, key=lambda one: (order[one.span.passage], one.span.start, one.id)))

    @cached_property
    def sections(self) -> Mapping[str, Heading]:
        return {heading.id: heading for heading in self.text.headings}

    @cached_property
    def by_id(self) -> Mapping[str, Paragraph]:
        return {paragraph.id: paragraph for paragraph in self.text.passages}

    def note_anchor(self, note: Note) -> str:
        """``n07`` where the report has its own prefix, ``2023-n07`` otherwise."""
        prefix = f"{self.key}-n" if self.meta.note_prefix is None else self.meta.note_prefix
        return f"{prefix}{note.number:02}"

    def place(self, line: Paragraph | Heading, offset: int) -> Place:
        """Where a character of a line's text stands in ``report.md``."""
        raw = self.markdown.split("\n")[line.line - 1]
        signs = len(raw) - len(raw.lstrip("# "))
        return Place(self.path, line.line, inline.parse(raw[signs:]).column(offset) + signs + 1)

    def label(self, paragraph: Paragraph) -> str:
        """The words that say where a paragraph stands: its section's title, else the report's."""
        heading = self.sections.get(paragraph.section)
        return heading.title if heading else self.meta.title


@dataclass(frozen=True)
class Narrative:
    """A page of prose; ``name`` is its file's name under ``content/``."""

    name: str
    path: str
    head: Written
    meta: NarrativeMeta
    body: str
    body_line: int
    rendered: Rendered
    updated: date | None

    @property
    def address(self) -> str:
        return address.narrative(self.name)


@dataclass(frozen=True)
class Catalog:
    """Everything the site knows, and the day it is known on."""

    site: Site
    site_written: Written
    reports: tuple[Report, ...]
    narratives: tuple[Narrative, ...]
    files: tuple[SourceFile, ...]
    today: date
    words: Vocabularies
    indicators: tuple[Indicator, ...]
    raw: RawRegister
    changed: Mapping[str, datetime]
    commit: str
    corrections: tuple[Correction, ...] = ()

    def updated(self, path: str) -> date | None:
        """The day a content file last changed in git, by its path from the root."""
        return _day(self.changed, path)

    @property
    def updates(self) -> Iterator[Update]:
        for report in self.reports:
            yield from report.updates

    @property
    def prose(self) -> Iterator[Narrative | Update | Correction]:
        """Everything editors write in Markdown with links in it."""
        yield from self.narratives
        yield from self.updates
        yield from self.corrections

    @property
    def attachments(self) -> tuple[SourceFile, ...]:
        return tuple(file for file in self.files if file.name.startswith("files/"))

    def narrative(self, name: str) -> Narrative | None:
        return next((one for one in self.narratives if one.name == name), None)


# Stands in for a site.yml that cannot be read, so that the checks still find what is wrong elsewhere
NO_SITE = Site(title="-", tagline="-", notice="-")


def join(raw: RawContent, today: date, changed: Mapping[str, datetime], commit: str) -> tuple[Catalog, list[Problem]]:
    """The catalogue, and what could not be resolved. ``changed`` (by path) and ``commit`` come from git."""
    vocabularies, problems = words.join(raw.register.words)
    complete = [one for one in raw.reports if one.source and one.archive]
    reports = tuple(_report(one, raw, vocabularies, changed, today, problems) for one in complete)
    indicators, more = resolve_indicators(raw.register, {one.key: one.register for one in reports})
    narratives = tuple(sorted((_narrative(one, changed) for one in raw.narratives), key=_order))
    more = [*more, *following.strays(raw)]
    newest_first = tuple(sorted(reports, key=lambda one: (one.meta.year, one.key), reverse=True))
    joined = Catalog(
        raw.site or NO_SITE,
        raw.site_written or Written("", ""),
        newest_first,
        narratives,
        tuple(raw.files),
        today,
        vocabularies,
        indicators,
        raw.register,
        changed,
        commit,
        tuple(sorted(map(resolve_correction, raw.corrections), key=lambda one: one.id, reverse=True)),
    )
    return joined, [*problems, *more]


def _order(one: Narrative) -> tuple[int, str]:
    return one.meta.order, one.name


def _day(changed: Mapping[str, datetime], path: str) -> date | None:
    moment = changed.get(path)
    return moment.date() if moment else None


def _report(
    raw: RawReport,
    content: RawContent,
    vocabularies: Vocabularies,
    changed: Mapping[str, datetime],
    today: date,
    problems: list[Problem],
) -> Report:
    assert raw.source is not None
    assert raw.archive is not None
    by_id = {paragraph.id: paragraph for paragraph in raw.text.passages}
    better = polarities(content.register, raw.key)
    resolver = Resolver(raw.key, raw.meta.year, Passages(by_id), vocabularies, better)
    resolved = links.resolve(resolver, content.register)
    updates, follow, more = following.resolve(resolver, resolved, content, today)
    problems += [*resolver.problems, *more]
    return Report(
        raw.key,
        raw.file.path,
        raw.markdown,
        raw.head,
        raw.meta,
        raw.text,
        raw.archive,
        raw.source,
        _day(changed, raw.file.path),
        resolved,
        accounts(resolved, raw.text.passages),
        frozenset(resolver.broken),
        updates,
        follow,
    )


def _narrative(raw: RawNarrative, changed: Mapping[str, datetime]) -> Narrative:
    day = _day(changed, raw.file.path)
    return Narrative(raw.file.name, raw.file.path, raw.head, raw.meta, raw.body, raw.body_line, raw.rendered, day)
