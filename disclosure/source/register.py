"""Record files: which kind a path holds, and each record with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar

from msgspec import Struct, field

from disclosure.model.alias import AliasRecord
from disclosure.model.ballot import BallotRecord
from disclosure.model.calendar import CalendarRecord
from disclosure.model.commitment import CommitmentRecord
from disclosure.model.digest import DigestRecord
from disclosure.model.district import DistrictRecord
from disclosure.model.entity import EntityRecord
from disclosure.model.exemption import ExemptionRecord
from disclosure.model.federation import FederatedSiteRecord
from disclosure.model.fields import Record
from disclosure.model.followup import AbsenceRecord
from disclosure.model.gaps import DocumentRecord, PlaceRecord
from disclosure.model.indicator import IndicatorRecord
from disclosure.model.measure import MeasureRecord
from disclosure.model.personal import PersonalRecord
from disclosure.model.query import QueryRecord
from disclosure.model.question import QuestionRecord
from disclosure.model.responsibility import ResponsibilityRecord
from disclosure.model.result import ResultRecord
from disclosure.model.retired import RetiredRecord
from disclosure.model.rubric import LinkRecord, RubricRecord
from disclosure.model.vocabulary import WordRecord
from disclosure.problem import Place, Problem
from disclosure.source import remainder, yaml
from disclosure.source.files import SourceFile, decode
from disclosure.source.records import convert
from disclosure.source.remainder import Remainder
from disclosure.source.yaml import FieldPath
from disclosure.translation import gettext as _

R = TypeVar("R", bound=Record)


class StatedElsewhere(Struct, frozen=True, kw_only=True):
    """A group of fields that another file states for a record: at ``own``, but for the ``common`` ones, which stand at
    ``at`` for several records."""

    written: yaml.Written
    at: FieldPath
    own: FieldPath
    common: tuple[str, ...]

    def path(self, where: FieldPath) -> FieldPath:
        return (*(self.at if where and where[0] in self.common else self.own), *where)


class Located(Struct, Generic[R], frozen=True, kw_only=True):
    """A record and where it was written. ``at`` is its index in its file's list, or empty.

    ``folder`` is what its path says of it: the section of a commitment or result, the vocabulary of a word.
    ``elsewhere`` are its fields that another file states.
    """

    value: R
    report: str
    folder: str
    stem: str
    written: yaml.Written
    at: tuple[int, ...]
    elsewhere: Mapping[str, StatedElsewhere] = {}

    def stands(self, *where: str | int) -> tuple[yaml.Written, FieldPath]:
        """The file that states a field, and its path there."""
        other = self.elsewhere.get(str(where[0])) if where else None
        return (other.written, other.path(where[1:])) if other else (self.written, (*self.at, *where))

    def place(self, *where: str | int) -> Place:
        written, path = self.stands(*where)
        return written.place(*path)


class RawRegister(Struct, kw_only=True):
    """All records of the content folder."""

    words: list[Located[WordRecord]] = field(default_factory=list)
    indicators: list[Located[IndicatorRecord]] = field(default_factory=list)
    commitments: list[Located[CommitmentRecord]] = field(default_factory=list)
    results: list[Located[ResultRecord]] = field(default_factory=list)
    exemptions: list[Located[ExemptionRecord]] = field(default_factory=list)
    absences: list[Located[AbsenceRecord]] = field(default_factory=list)
    responsibilities: list[Located[ResponsibilityRecord]] = field(default_factory=list)
    ballots: list[Located[BallotRecord]] = field(default_factory=list)
    documents: list[Located[DocumentRecord]] = field(default_factory=list)
    places: list[Located[PlaceRecord]] = field(default_factory=list)
    calendars: list[Located[CalendarRecord]] = field(default_factory=list)
    rubrics: list[Located[RubricRecord]] = field(default_factory=list)
    links: list[Located[LinkRecord]] = field(default_factory=list)
    aliases: list[Located[AliasRecord]] = field(default_factory=list)
    queries: list[Located[QueryRecord]] = field(default_factory=list)
    districts: list[Located[DistrictRecord]] = field(default_factory=list)
    measures: list[Located[MeasureRecord]] = field(default_factory=list)
    entities: list[Located[EntityRecord]] = field(default_factory=list)
    questions: list[Located[QuestionRecord]] = field(default_factory=list)
    digests: list[Located[DigestRecord]] = field(default_factory=list)
    federation: list[Located[FederatedSiteRecord]] = field(default_factory=list)
    personal: list[Located[PersonalRecord]] = field(default_factory=list)
    retired: list[Located[RetiredRecord]] = field(default_factory=list)

    @property
    def everything(self) -> list[Located[Any]]:
        """All records that have an id of their own."""
        return [*self.commitments, *self.results, *self.indicators, *self.entities, *self.questions]


class _RecordKind(Struct, frozen=True):
    """A kind of record file: its path (report and folder as groups), its model, its list in the register."""

    path: re.Pattern[str]
    model: type[Record]
    list: str


KINDS = (
    _RecordKind(re.compile(r"(?P<report>)vocabulary/(?P<folder>[^/]+)\.yml$"), WordRecord, "words"),
    _RecordKind(re.compile(r"(?P<report>)(?P<folder>)search/aliases[^/]*\.yml$"), AliasRecord, "aliases"),
    _RecordKind(re.compile(r"(?P<report>)(?P<folder>)search/queries[^/]*\.yml$"), QueryRecord, "queries"),
    _RecordKind(re.compile(r"(?P<report>)(?P<folder>)indicators/[^/]+\.yml$"), IndicatorRecord, "indicators"),
    _RecordKind(re.compile(r"(?P<report>)(?P<folder>)entities/[^/]+\.yml$"), EntityRecord, "entities"),
    _RecordKind(
        re.compile(r"reports/(?P<report>[^/]+)/commitments/(?P<folder>[^/]+)/[^/]+\.yml$"),
        CommitmentRecord,
        "commitments",
    ),
    _RecordKind(re.compile(r"reports/(?P<report>[^/]+)/results/(?P<folder>[^/]+)\.yml$"), ResultRecord, "results"),
    _RecordKind(re.compile(r"reports/(?P<report>[^/]+)(?P<folder>)/exemptions\.yml$"), ExemptionRecord, "exemptions"),
    _RecordKind(re.compile(r"reports/(?P<report>[^/]+)(?P<folder>)/absences\.yml$"), AbsenceRecord, "absences"),
    _RecordKind(
        re.compile(r"responsibilities/(?P<report>[^/]+)(?P<folder>)\.yml$"), ResponsibilityRecord, "responsibilities"
    ),
    _RecordKind(re.compile(r"votes/(?P<report>[^/]+)(?P<folder>)\.yml$"), BallotRecord, "ballots"),
    _RecordKind(re.compile(r"reports/(?P<report>[^/]+)(?P<folder>)/documents\.yml$"), DocumentRecord, "documents"),
    _RecordKind(re.compile(r"reports/(?P<report>[^/]+)(?P<folder>)/digest\.yml$"), DigestRecord, "digests"),
    _RecordKind(re.compile(r"(?P<report>)(?P<folder>)districts\.yml$"), DistrictRecord, "districts"),
    _RecordKind(re.compile(r"(?P<report>)(?P<folder>)measures\.yml$"), MeasureRecord, "measures"),
    _RecordKind(re.compile(r"(?P<report>)(?P<folder>)places\.yml$"), PlaceRecord, "places"),
    _RecordKind(re.compile(r"(?P<report>)(?P<folder>)calendar/[^/]+\.yml$"), CalendarRecord, "calendars"),
    _RecordKind(re.compile(r"(?P<report>)(?P<folder>)rubric\.yml$"), RubricRecord, "rubrics"),
    _RecordKind(re.compile(r"(?P<report>)(?P<folder>)links\.yml$"), LinkRecord, "links"),
    _RecordKind(re.compile(r"(?P<report>)(?P<folder>)questions\.yml$"), QuestionRecord, "questions"),
    _RecordKind(re.compile(r"(?P<report>)(?P<folder>)federation\.yml$"), FederatedSiteRecord, "federation"),
    _RecordKind(re.compile(r"(?P<report>)(?P<folder>)personal\.yml$"), PersonalRecord, "personal"),
    _RecordKind(re.compile(r"(?P<report>)(?P<folder>)retired\.yml$"), RetiredRecord, "retired"),
)


# Of these, a file that is there promises a page: the navigation leads to it before any file is read
NEEDED = ("commitments", "results", "documents")
# SHA-256 of a record file -> its values, where nothing was wrong with it: the same bytes always give the same values
Parsed = dict[str, yaml.RawNode | None]


def read(register: RawRegister, file: SourceFile, parsed: Parsed) -> list[Problem] | None:
    """Add the file's records to ``register``; ``None`` where the path holds no records.

    What ``parsed`` knows is not parsed again; what it does not know is added.
    """
    for kind in KINDS:
        found = kind.path.fullmatch(file.name)
        if found:
            records, problems = _read(file, kind, found, parsed)
            getattr(register, kind.list).extend(records)
            return list(problems)
    return None


def _read(
    file: SourceFile, kind: _RecordKind, path: re.Match[str], parsed: Parsed
) -> tuple[list[Located[Any]], list[Problem]]:
    text, problems = decode(file)
    if problems:
        return [], problems
    rest = _rest(file, text, parsed)
    is_empty = not rest.value and not rest.problems
    # Without a word even of comment it was cut off
    if is_empty and (kind.list in NEEDED or not text.strip()):
        return [], [Problem(Place(file.path), "no-record", _("文件里没有一条记录"), _("写上记录，或者删掉这个文件"))]
    stem = file.name.rpartition("/")[2].removesuffix(".yml")
    records, problems = [], rest.problems
    for at, one in _each(rest.value):
        value, found = _convert(kind, rest, one, at)
        problems += found
        if value is not None:
            records.append(
                Located(
                    value=value, report=path["report"], folder=path["folder"], stem=stem, written=rest.written, at=at
                )
            )
    return records, problems


def _rest(file: SourceFile, text: str, parsed: Parsed) -> Remainder:
    """The file's values, as far as they can be read."""
    written = yaml.Written(file.path, text)
    if file.sha256 in parsed:
        return Remainder(value=parsed[file.sha256], written=written)
    rest = remainder.read(written)
    if not rest.problems:
        parsed[file.sha256] = rest.value
    return rest


def _convert(
    kind: _RecordKind, rest: Remainder, one: yaml.RawNode, at: tuple[int, ...]
) -> tuple[Record | None, list[Problem]]:
    """A record; there is none where a part of it could not be read."""
    value, found = convert(kind.model, one, rest.written, at)
    if rest.problems and rest.touched(at):
        return None, list(rest.certain(found, at))
    return value, found


def _each(raw: yaml.RawNode | None) -> Iterator[tuple[tuple[int, ...], yaml.RawNode]]:
    """A file holds one record or a list of records; an empty list is no record, and neither are comments alone."""
    if isinstance(raw, list):
        yield from (((n,), one) for n, one in enumerate(raw))
    elif raw is not None:
        yield (), raw
