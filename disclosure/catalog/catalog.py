"""``Catalog``: the resolved content that pages, exports, search and checks read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import Any

from msgspec import Struct

from disclosure.catalog import address, record_address
from disclosure.catalog.changes import RecordChanges
from disclosure.catalog.claims import Accounts
from disclosure.catalog.correction import Corrected, CorrectionNote
from disclosure.catalog.districts import District
from disclosure.catalog.entities import Entity
from disclosure.catalog.entries import Aimed, Commitment, Indicator, Register, Result
from disclosure.catalog.followup import AwaitedDocument, FollowUp, Update
from disclosure.catalog.mentions import Mentions
from disclosure.catalog.narrative import Narrative
from disclosure.catalog.outcome import Outcome
from disclosure.catalog.places import SearchPlace
from disclosure.catalog.requests import DisclosureRequest
from disclosure.catalog.resolve.indicators import IndicatorPart
from disclosure.catalog.responsibility import Responsibility
from disclosure.catalog.words import Vocabularies
from disclosure.grouping import grouped
from disclosure.model.correction import CorrectionMeta
from disclosure.model.digest import DigestRecord
from disclosure.model.personal import PersonalRecord
from disclosure.model.question import QuestionRecord
from disclosure.model.report import ReportMeta
from disclosure.model.retired import RetiredRecord
from disclosure.model.site import Site
from disclosure.model.text import Heading, Note, Paragraph, ReportText
from disclosure.problem import Place
from disclosure.source import files, inline
from disclosure.source.archive import Archive
from disclosure.source.articles import Article
from disclosure.source.files import SourceFile
from disclosure.source.inside.shapes import AttachmentFinds
from disclosure.source.note_marks import BLANKS
from disclosure.source.register import Located, RawRegister
from disclosure.source.yaml import Written

# What the lines before the first heading are called where sections are named
OPENING = "p0"


class Report(Struct, frozen=True, dict=True, kw_only=True):
    """One report; ``key`` is its folder's name, ``updated`` the last change of its file in git (or ``None``).

    ``broken`` are the paragraphs with a record that could not be placed. ``outcomes`` and ``responsibility`` are of all
    commitments, by id. ``documents`` would settle some of them, ``requests`` ask of the report;
    ``digests`` are of it and its sections. ``elsewhere`` are titles of promises of other reports, by ``2022/c016``.
    ``changes``: what became of its records, and of its promises' outcomes. ``district`` is that of a site of several.
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
    outcomes: Mapping[str, Outcome]
    mentions: Mentions
    responsibility: Mapping[str, Responsibility]
    documents: tuple[AwaitedDocument, ...]
    requests: tuple[DisclosureRequest, ...]
    digests: tuple[Located[DigestRecord], ...]
    elsewhere: Mapping[str, str]
    changes: RecordChanges = RecordChanges()
    district: District | None = None

    @property
    def is_placed(self) -> bool:
        """Whether every record was found in the text, and is kept under the id of a section."""
        return not self.broken and all(one.section in self.sections for one in self.register.records)

    @property
    def own_requests(self) -> tuple[DisclosureRequest, ...]:
        """Those that name this report first: each request has one report of its own."""
        return tuple(one for one in self.requests if one.reports[0] == self.key)

    def missing(self, document: AwaitedDocument) -> tuple[str, ...]:
        """The promises in the scope of a document of which nothing is public yet."""
        return tuple(id for id in document.commitments if self.follow[id].absence is not None)

    @cached_property
    def quoting(self) -> tuple[Commitment | Result, ...]:
        """All records in the order of their quotes."""
        order = {id: n for n, id in enumerate(self.by_id)}
        return tuple(sorted(self.register.records, key=lambda one: (order[one.span.passage], one.span.start, one.id)))

    @cached_property
    def quoted_in(self) -> Mapping[str, tuple[Commitment | Result, ...]]:
        """The records that quote each paragraph, in the order of their quotes."""
        found = grouped((record.span.passage, record) for record in self.quoting)
        return {id: tuple(records) for id, records in found.items()}

    @cached_property
    def complete(self) -> frozenset[str]:
        """The passages whose section, or the part it belongs to, is declared complete in the report's head."""
        declared = set(self.meta.complete)
        parents = {heading.id: heading.parent for heading in self.text.headings}
        return frozenset(
            passage.id
            for passage in self.text.passages
            if declared & {passage.section or OPENING, parents.get(passage.section, OPENING)}
        )

    @cached_property
    def recorded(self) -> frozenset[str]:
        """The sections with a record, which have a page of their own."""
        return frozenset(one.section for one in self.register.records)

    @cached_property
    def sections(self) -> Mapping[str, Heading]:
        return {heading.id: heading for heading in self.text.headings}

    @cached_property
    def by_id(self) -> Mapping[str, Paragraph]:
        return {paragraph.id: paragraph for paragraph in self.text.passages}

    @cached_property
    def lines(self) -> Sequence[str]:
        """Those of ``report.md``, its head too."""
        return self.markdown.split("\n")

    def note_anchor(self, note: Note) -> str:
        """``n07`` where the report has its own prefix, ``2023-n07`` otherwise."""
        prefix = f"{self.key}-n" if self.meta.note_prefix is None else self.meta.note_prefix
        return f"{prefix}{note.number:02}"

    def note_address(self, note: Note) -> str:
        """Where the term is explained."""
        return address.note(self.note_anchor(note), self.key if self.district else "")

    def place(self, line: Paragraph | Heading, offset: int) -> Place:
        """Where a character of a line's text stands in ``report.md``."""
        raw = self.lines[line.line - 1]
        signs = len(raw) - len(raw.lstrip(f"#{BLANKS}"))
        return Place(self.path, line.line, inline.parse(raw[signs:]).column(offset) + signs + 1)

    def label(self, paragraph: Paragraph) -> str:
        """The words that say where a paragraph stands: its section's title, else the report's."""
        heading = self.sections.get(paragraph.section)
        return heading.title if heading else self.meta.title


class Catalog(Struct, frozen=True, dict=True, kw_only=True):
    """One report with everything it is read with, or what belongs to the whole site (then ``reports`` is empty).

    ``indicators`` of a report are its parts of them, ``files`` and ``raw`` its own. ``requests`` belong to the whole
    site; a report has those that ask of it. ``inside``: what was found in attachments, by name; ``personal``: what
    editors answered to that. ``changes``: what became of its records. ``districts`` are those of a site of several.
    """

    site: Site
    site_written: Written
    reports: tuple[Report, ...]
    narratives: tuple[Narrative, ...]
    files: tuple[SourceFile, ...]
    today: date
    words: Vocabularies
    indicators: tuple[Indicator, ...]
    parts: tuple[IndicatorPart, ...]
    entities: tuple[Entity, ...]
    questions: tuple[Located[QuestionRecord], ...]
    raw: RawRegister
    archived: Mapping[str, str]
    changed: Mapping[str, datetime]
    commit: str
    corrections: tuple[Article[CorrectionMeta], ...] = ()
    corrected: Mapping[str, tuple[CorrectionNote, ...]] = {}
    corrects: tuple[Corrected, ...] = ()
    retired: tuple[Located[RetiredRecord], ...] = ()
    inside: Mapping[str, AttachmentFinds] = {}
    personal: tuple[Located[PersonalRecord], ...] = ()
    places: tuple[SearchPlace, ...] = ()
    requests: tuple[DisclosureRequest, ...] = ()
    districts: tuple[District, ...] = ()
    changes: RecordChanges = RecordChanges()

    @cached_property
    def gone(self) -> dict[str, str]:
        """The pages that say what became of files that are gone, by the files' names: a link leads there still."""
        return {f"{one.value.record}.md": record_address.of_record(one.value.record) for one in self.retired}

    def updated(self, path: str) -> date | None:
        """The day a content file last changed in git, by its path from the root."""
        return day(self.changed, path)

    @cached_property
    def aims(self) -> Mapping[tuple[str, str], tuple[tuple[Indicator, Aimed], ...]]:
        """What indicators each target is a target for, by report and target id."""
        found = grouped(
            ((aimed.report, aimed.target.id), (indicator, aimed))
            for indicator in self.indicators
            for aimed in indicator.targets
        )
        return {key: tuple(all) for key, all in found.items()}

    @cached_property
    def measured(self) -> Mapping[str, tuple[Indicator, ...]]:
        """The indicators of which a report states a value, by report."""
        found: dict[str, list[Indicator]] = {}
        for indicator in self.indicators:
            stating = (
                *(observation.report for observation in indicator.observations),
                *(target.report for target in indicator.targets),
            )
            for key in dict.fromkeys(stating):
                found.setdefault(key, []).append(indicator)
        return {key: tuple(all) for key, all in found.items()}

    @cached_property
    def newest(self) -> Mapping[str, datetime]:
        """When the newest file of each report changed in git, by key."""
        found: dict[str, datetime] = {}
        for path, moment in self.changed.items():
            key = files.owner(path.partition("/")[2])
            if key and (key not in found or moment > found[key]):
                found[key] = moment
        return found

    @cached_property
    def indicator_by_id(self) -> Mapping[str, Indicator]:
        return {indicator.id: indicator for indicator in self.indicators}

    @cached_property
    def entity_by_id(self) -> Mapping[str, Entity]:
        return {entity.id: entity for entity in self.entities}

    @property
    def commitments(self) -> Iterator[tuple[Report, Commitment]]:
        """Each with its report."""
        for report in self.reports:
            for commitment in report.register.commitments:
                yield report, commitment

    @property
    def updates(self) -> Iterator[Update]:
        for report in self.reports:
            yield from report.updates

    @property
    def prose(self) -> Iterator[Article[Any]]:
        """Everything editors write in Markdown with links in it."""
        yield from self.narratives
        yield from self.updates
        yield from self.corrections
        yield from self.requests

    @property
    def attachments(self) -> tuple[SourceFile, ...]:
        return tuple(file for file in self.files if file.name.startswith("files/"))

    def narrative(self, name: str) -> Narrative | None:
        return next((narrative for narrative in self.narratives if narrative.name == name), None)


def day(changed: Mapping[str, datetime], path: str) -> date | None:
    """The day a file last changed in git, where it is known."""
    moment = changed.get(path)
    return moment.date() if moment else None
