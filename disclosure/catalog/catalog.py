"""``Catalog``: the resolved content that pages, exports, search and checks read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from disclosure.catalog import address
from disclosure.model.report import NarrativeMeta, ReportMeta
from disclosure.model.site import Site
from disclosure.model.text import Heading, Note, Paragraph, ReportText
from disclosure.source.archive import Archive
from disclosure.source.content import RawContent, RawNarrative, RawReport
from disclosure.source.files import SourceFile
from disclosure.source.markdown import Rendered
from disclosure.source.yaml import Written


@dataclass(frozen=True)
class Report:
    """One report; ``key`` is its folder's name, ``updated`` the last change of its file in git (or ``None``)."""

    key: str
    path: str
    markdown: str
    head: Written
    meta: ReportMeta
    text: ReportText
    archive: Archive
    source: SourceFile
    updated: date | None

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

    @property
    def attachments(self) -> tuple[SourceFile, ...]:
        return tuple(file for file in self.files if file.name.startswith("files/"))

    def narrative(self, name: str) -> Narrative | None:
        return next((one for one in self.narratives if one.name == name), None)


# Stands in for a site.yml that cannot be read, so that the checks still find what is wrong elsewhere
NO_SITE = Site(title="-", tagline="-", notice="-")


def join(raw: RawContent, today: date, changed: Mapping[str, datetime]) -> Catalog:
    """The catalogue. ``changed`` comes from git, by path."""
    reports = tuple(_report(one, changed) for one in raw.reports if one.source and one.archive)
    narratives = tuple(sorted((_narrative(one, changed) for one in raw.narratives), key=_order))
    newest_first = tuple(sorted(reports, key=lambda one: (one.meta.year, one.key), reverse=True))
    written = raw.site_written or Written("", "")
    return Catalog(raw.site or NO_SITE, written, newest_first, narratives, tuple(raw.files), today)


def _order(one: Narrative) -> tuple[int, str]:
    return one.meta.order, one.name


def _day(changed: Mapping[str, datetime], path: str) -> date | None:
    moment = changed.get(path)
    return moment.date() if moment else None


def _report(raw: RawReport, changed: Mapping[str, datetime]) -> Report:
    assert raw.source is not None
    assert raw.archive is not None
    day = _day(changed, raw.file.path)
    return Report(raw.key, raw.file.path, raw.markdown, raw.head, raw.meta, raw.text, raw.archive, raw.source, day)


def _narrative(raw: RawNarrative, changed: Mapping[str, datetime]) -> Narrative:
    day = _day(changed, raw.file.path)
    return Narrative(raw.file.name, raw.file.path, raw.head, raw.meta, raw.body, raw.body_line, raw.rendered, day)
