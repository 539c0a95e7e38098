"""What a version of a content file states: its records as read, whatever their spelling, order of keys or place.

A record is called as corrections and links call it: ``2022/c016``, ``updates/2022/2022-08-18-sunshine-dairy``,
``indicators/gdp-growth``, ``2022/p2-05``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from msgspec import Struct

from disclosure.model.commitment import CommitmentRecord
from disclosure.model.correction import CorrectionMeta
from disclosure.model.exemption import ExemptionRecord
from disclosure.model.fields import FIXED, Record, required
from disclosure.model.indicator import IndicatorRecord
from disclosure.model.report import NarrativeMeta, ReportMeta
from disclosure.model.result import ResultRecord
from disclosure.model.retired import RetiredRecord
from disclosure.model.rubric import RubricRecord
from disclosure.model.site import Site
from disclosure.model.text import line_text
from disclosure.model.update import UpdateMeta
from disclosure.model.vocabulary import WordRecord
from disclosure.source import corrections, frontmatter, report_markdown, updates, yaml
from disclosure.source.files import SourceFile, decode
from disclosure.source.records import convert
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

RETIRED = "retired.yml"
SITE = "site.yml"
BODY = "body"
TEXT = "text"
BLOB = "blob"


class PassageRecord(Record, change=FIXED):
    """A line of a report's text; the text itself is held against the archived original at every build."""

    text: str = required("文字", "段落或标题的文字")


class ArchiveRecord(Record, change=FIXED):
    """An archived original or an attachment, by its bytes."""

    blob: str = required("存档", "存档的内容")


class RecordKind(Struct, frozen=True, kw_only=True):
    """A kind of record: its name for editors, its declared fields, and what happens when a record of it is gone.

    ``stays``: a record once published does not go away unless ``retired.yml`` (or, for a passage, the report) says so.
    """

    label: str
    model: type[Record]
    stays: bool = True


COMMITMENT = RecordKind(label=N_("承诺"), model=CommitmentRecord)
RESULT = RecordKind(label=N_("成果"), model=ResultRecord)
EXEMPTION = RecordKind(label=N_("免列"), model=ExemptionRecord, stays=False)
INDICATOR = RecordKind(label=N_("指标"), model=IndicatorRecord)
WORD = RecordKind(label=N_("词"), model=WordRecord)
RUBRIC = RecordKind(label=N_("对照尺度"), model=RubricRecord, stays=False)
REPORT = RecordKind(label=N_("报告"), model=ReportMeta)
PASSAGE = RecordKind(label=N_("段落"), model=PassageRecord)
UPDATE = RecordKind(label=N_("更新"), model=UpdateMeta)
CORRECTION = RecordKind(label=N_("更正"), model=CorrectionMeta)
NARRATIVE = RecordKind(label=N_("说明文字"), model=NarrativeMeta)
RETIREMENT = RecordKind(label=N_("撤下记录"), model=RetiredRecord)
SITE_RECORD = RecordKind(label=N_("网站设置"), model=Site, stays=False)
SOURCE = RecordKind(label=N_("存档原文"), model=ArchiveRecord)
ATTACHMENT = RecordKind(label=N_("附件"), model=ArchiveRecord)

# Their id is not their path: they may stand in another file
MOVABLE = (COMMITMENT, RESULT, INDICATOR)
# What ties a record to the report's words
QUOTED = ("passage", "quote", "occurrence")

# A value as read: a text, a list of values, or values by field
Plain = str | list["Plain"] | dict[str, "Plain"]


class Fact(Struct, frozen=True, kw_only=True):
    """A record as one version of a file states it; ``body`` is its narrative, where the narrative counts."""

    kind: RecordKind
    path: str
    values: dict[str, Any]
    body: str = ""

    @property
    def label(self) -> str:
        return _(self.kind.label)


Facts = Mapping[str, Fact]


def plain(record: Record) -> dict[str, Any]:
    """What was written in a record, without what only stands there by default."""
    found = {}
    for name, field in record.declared.items():
        value = getattr(record, name)
        if value not in (None, [], {}, "") and not (value is False and field.default is False):
            found[name] = _value(value)
    return found


def _value(value: Any) -> Any:
    if isinstance(value, Record):
        return plain(value)
    if isinstance(value, list):
        return [_value(one) for one in value]
    if isinstance(value, dict):
        return {key: _value(one) for key, one in value.items()}
    return text_of(value)


def text_of(value: Any) -> str:
    """A scalar as one text: equal values have equal texts."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    return value.isoformat() if isinstance(value, date) else str(value)


def number(value: Decimal) -> str:
    return f"{value.normalize():f}"


Reader = Callable[[SourceFile, "re.Match[str]"], "dict[str, Fact] | None"]


def concerns(path: str) -> bool:
    """Whether a content file states anything that is not free to change."""
    return any(pattern.fullmatch(path) for pattern, _reader in READERS)


def read(path: str, data: bytes, blob: str) -> Facts | None:
    """The records of a version of the content file ``path``; ``None`` where it cannot be read today."""
    for pattern, reader in READERS:
        if found := pattern.fullmatch(path):
            if reader is _archive:
                return _archive_facts(path, blob)
            return reader(SourceFile(path, path, data), found)
    return {}


def _archive(_file: SourceFile, _found: re.Match[str]) -> dict[str, Fact] | None:
    raise AssertionError


def _archive_facts(path: str, blob: str) -> dict[str, Fact]:
    kind = ATTACHMENT if path.startswith("files/") else SOURCE
    return {path: Fact(kind=kind, path=path, values={BLOB: blob})}


def _records(file: SourceFile) -> list[Any] | None:
    text, problems = decode(file)
    raw, more = (None, problems) if problems else yaml.read(text, file.path)
    if problems or more:
        return None
    return raw if isinstance(raw, list) else [raw]


def _listed(kind: RecordKind, name: Callable[[Any, re.Match[str]], str]) -> Reader:
    """A reader of files that hold one record or a list of records."""

    def read(file: SourceFile, found: re.Match[str]) -> dict[str, Fact] | None:
        raw = _records(file)
        if raw is None:
            return None
        facts = {}
        for one in raw:
            record, problems = convert(kind.model, one, yaml.Written(file.path, ""))
            if record is None or problems:
                return None
            facts[name(record, found)] = Fact(kind=kind, path=file.path, values=plain(record))
        return facts

    return read


def _head(file: SourceFile, model: type[Record]) -> tuple[Record, frontmatter.FrontMatterDocument] | None:
    text, problems = decode(file)
    document, more = frontmatter.split(text, file.path)
    if problems or more or document.raw is None:
        return None
    record, problems = convert(model, document.raw, document.head)
    return (record, document) if record is not None else None


def _document(kind: RecordKind, *, body: bool) -> Reader:
    """A reader of Markdown files with front matter, called by their path."""

    def read(file: SourceFile, _found: re.Match[str]) -> dict[str, Fact] | None:
        written = _head(file, kind.model)
        if written is None:
            return None
        record, document = written
        said = document.body.strip() if body else ""
        name = file.name.removesuffix(".md")
        return {name: Fact(kind=kind, path=file.path, values=plain(record), body=said)}

    return read


def _report(file: SourceFile, found: re.Match[str]) -> dict[str, Fact] | None:
    written = _head(file, ReportMeta)
    if written is None:
        return None
    meta, document = written
    assert isinstance(meta, ReportMeta)
    text, problems = report_markdown.parse(document.body, file.path, document.body_line)
    if problems:
        return None
    key = found["report"]
    values = plain(meta)
    # Left out, it has a value all the same: anchors are made of it
    values["note_prefix"] = meta.note_prefix if meta.note_prefix is not None else f"{key}-n"
    facts = {f"reports/{key}": Fact(kind=REPORT, path=file.path, values=values)}
    for line in text.lines:
        facts[f"{key}/{line.id}"] = Fact(kind=PASSAGE, path=file.path, values={TEXT: line_text(line)})
    return facts


def _rubric(file: SourceFile, found: re.Match[str]) -> dict[str, Fact] | None:
    return _listed(RUBRIC, lambda one, _found: f"rubric/{one.version}")(file, found)


def _of_report(one: Any, found: re.Match[str]) -> str:
    return f"{found['report']}/{one.id}"


def _exemption(one: Any, found: re.Match[str]) -> str:
    return f"{found['report']}/{one.passage}/{one.occurrence or 1}/{one.quote}"


READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (re.compile(r"reports/(?P<report>[^/]+)/commitments/[^/]+/[^/]+\.yml"), _listed(COMMITMENT, _of_report)),
    (re.compile(r"reports/(?P<report>[^/]+)/results/[^/]+\.yml"), _listed(RESULT, _of_report)),
    (re.compile(r"reports/(?P<report>[^/]+)/exemptions\.yml"), _listed(EXEMPTION, _exemption)),
    (re.compile(r"reports/(?P<report>[^/]+)/report\.md"), _report),
    (re.compile(r"reports/[^/]+/[^/]+\.txt"), _archive),
    (re.compile(r"indicators/[^/]+\.yml"), _listed(INDICATOR, lambda one, _found: f"indicators/{one.id}")),
    (
        re.compile(r"vocabulary/(?P<name>[^/]+)\.yml"),
        _listed(WORD, lambda one, found: f"vocabulary/{found['name']}/{one.id}"),
    ),
    (re.compile(r"rubric\.yml"), _rubric),
    (re.compile(r"retired\.yml"), _listed(RETIREMENT, lambda one, _found: f"retired/{one.record}")),
    (re.compile(r"site\.yml"), _listed(SITE_RECORD, lambda _one, _found: "site")),
    (updates.NAME, _document(UPDATE, body=True)),
    (corrections.NAME, _document(CORRECTION, body=True)),
    (re.compile(r"[a-z0-9-]+\.md"), _document(NARRATIVE, body=False)),
    (re.compile(r"files/.+"), _archive),
)


def labels(facts: Facts) -> Iterator[tuple[str, str, str]]:
    """Vocabulary, label and id of each word."""
    for name, fact in facts.items():
        if fact.kind is WORD:
            _vocabulary, vocabulary, id = name.split("/")
            yield vocabulary, str(fact.values["label"]), id


def is_archive(path: str) -> bool:
    """Whether a file counts by its bytes."""
    return path.startswith("files/") or path.endswith(".txt")


def grants(path: str) -> bool:
    """Whether a file may license changes of others."""
    return path == RETIRED or path.startswith("corrections/")


def same_folder(path: str, other: str) -> bool:
    """Whether records of one file may move to the other: files of the same kind, and of the same report."""
    for pattern, _reader in READERS:
        one, two = pattern.fullmatch(path), pattern.fullmatch(other)
        if one is None or two is None:
            if one or two:
                return False
            continue
        return one.groupdict().get("report") == two.groupdict().get("report")
    return False
