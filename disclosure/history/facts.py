"""What a version of a content file states: its records as read, whatever their spelling, order of keys or place.

A record is called as corrections and links call it: ``2022/c016``, ``updates/2022/2022-08-18-sunshine-dairy``,
``indicators/gdp-growth``, ``2022/p2-05``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

from msgspec.structs import replace

from disclosure.history.fact import BLOB, TEXT, Fact, FileFacts
from disclosure.history.kinds import (
    ATTACHMENT,
    CALENDAR,
    COMMITMENT,
    CORRECTION,
    DIGEST,
    DISTRICT,
    DOCUMENT,
    ENTITY,
    EXEMPTION,
    INDICATOR,
    MEASURE,
    NARRATIVE,
    PASSAGE,
    PLACE,
    QUESTION,
    REPORT,
    REQUEST,
    RESPONSIBILITY,
    RESULT,
    RETIREMENT,
    RUBRIC,
    SITE_RECORD,
    SOURCE,
    UPDATE,
    VOTE,
    WORD,
    RecordKind,
)
from disclosure.model.ballot import BallotRecord
from disclosure.model.fields import Record
from disclosure.model.report import ReportMeta
from disclosure.model.responsibility import ResponsibilityRecord
from disclosure.model.text import line_text
from disclosure.source import articles, frontmatter, report_markdown, yaml
from disclosure.source.files import SourceFile, decode
from disclosure.source.records import convert

RETIRED = "retired.yml"
SITE = "site.yml"

FactReader = Callable[[SourceFile, "re.Match[str]"], "dict[str, Fact] | None"]
# Where a record, or a part of it, stands in its file
FactPlace = tuple[str | int, ...]
# What a record states, by name and place
Statements = Callable[[Any, FactPlace, "re.Match[str]"], Iterable[tuple[str, Record, FactPlace]]]


@lru_cache(2**16)
def _way(path: str) -> tuple[FactReader, re.Match[str]] | None:
    """How a content file is read, and what its path says."""
    ways = ((reader, pattern.fullmatch(path)) for pattern, reader in READERS)
    return next(((reader, found) for reader, found in ways if found), None)


def concerns(path: str) -> bool:
    """Whether a content file states anything that is not free to change."""
    return is_archive(path) or _way(path) is not None


def read(path: str, data: bytes, blob: str) -> FileFacts | None:
    """The records of a version of the content file ``path``; ``None`` where it cannot be read today."""
    if is_archive(path):
        kind = ATTACHMENT if path.startswith("files/") else SOURCE
        return {path: Fact(kind=kind, path=path, more={BLOB: blob})}
    way = _way(path)
    if way is None:
        return {}
    reader, found = way
    return reader(SourceFile(path, path, data), found)


def _records(file: SourceFile) -> list[tuple[FactPlace, Any]] | None:
    """The values of a file, each with its place in the list, where it holds a list."""
    text, problems = decode(file)
    raw, more = (None, problems) if problems else yaml.read(text, file.path)
    if problems or more:
        return None
    return [((n,), one) for n, one in enumerate(raw)] if isinstance(raw, list) else [((), raw)]


def _each(kind: RecordKind, model: type[Record], statements: Statements) -> FactReader:
    """A reader of files that hold one record or a list of records, each of which states facts of a kind."""

    def read(file: SourceFile, found: re.Match[str]) -> dict[str, Fact] | None:
        raw = _records(file)
        if raw is None:
            return None
        facts: dict[str, Fact] = {}
        for at, one in raw:
            record, problems = convert(model, one, yaml.Written(file.path, ""))
            if record is None or problems:
                return None
            for name, said, place in statements(record, at, found):
                facts[name] = Fact(kind=kind, path=file.path, record=said, at=place)
        return facts

    return read


def _responsibilities(one: Any, at: FactPlace, found: re.Match[str]) -> Iterator[tuple[str, Record, FactPlace]]:
    """A fact of each promise that an entry speaks of: to name one more of them is growth."""
    for id in one.commitments:
        yield f"responsibilities/{found['report']}/{id}/{one.date}", replace(one, commitments=[id]), at


def _votes(one: Any, at: FactPlace, found: re.Match[str]) -> Iterator[tuple[str, Record, FactPlace]]:
    """A fact of each project that was voted on, with the day and the document of its vote."""
    for n, project in enumerate(one.projects):
        yield f"votes/{found['report']}/{project.commitment}", one.vote(n), (*at, "projects", n)


def _listed(kind: RecordKind, name: Callable[[Any, re.Match[str]], str]) -> FactReader:
    """A reader of records that state one fact each."""
    return _each(kind, kind.model, lambda one, at, found: [(name(one, found), one, at)])


def _head(file: SourceFile, model: type[Record]) -> tuple[Record, frontmatter.FrontMatterDocument] | None:
    text, problems = decode(file)
    document, more = frontmatter.split(text, file.path)
    if problems or more or document.raw is None:
        return None
    record, problems = convert(model, document.raw, document.head)
    return (record, document) if record is not None else None


def _document(kind: RecordKind, *, body: bool) -> FactReader:
    """A reader of Markdown files with front matter, called by their path; ``body``: what they say counts."""

    def read(file: SourceFile, _found: re.Match[str]) -> dict[str, Fact] | None:
        written = _head(file, kind.model)
        if written is None:
            return None
        record, document = written
        said = document.body.strip()
        name = file.name.removesuffix(".md")
        fact = Fact(kind=kind, path=file.path, record=record, body=said if body else "", prose="" if body else said)
        return {name: fact}

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
    # Left out, it has a value all the same: anchors are made of it
    prefix = {"note_prefix": meta.note_prefix if meta.note_prefix is not None else f"{key}-n"}
    facts = {f"reports/{key}": Fact(kind=REPORT, path=file.path, record=meta, more=prefix)}
    for line in text.lines:
        facts[f"{key}/{line.id}"] = Fact(kind=PASSAGE, path=file.path, more={TEXT: line_text(line)})
    return facts


def _of_report(one: Any, found: re.Match[str]) -> str:
    return f"{found['report']}/{one.id}"


def _exemption(one: Any, found: re.Match[str]) -> str:
    return f"{found['report']}/{one.passage}/{one.occurrence or 1}/{one.quote}"


def _digest(one: Any, found: re.Match[str]) -> str:
    return "/".join(filter(None, ("digests", found["report"], one.section)))


READERS: tuple[tuple[re.Pattern[str], FactReader], ...] = (
    (re.compile(r"reports/(?P<report>[^/]+)/commitments/[^/]+/[^/]+\.yml"), _listed(COMMITMENT, _of_report)),
    (re.compile(r"reports/(?P<report>[^/]+)/results/[^/]+\.yml"), _listed(RESULT, _of_report)),
    (re.compile(r"reports/(?P<report>[^/]+)/exemptions\.yml"), _listed(EXEMPTION, _exemption)),
    (re.compile(r"reports/(?P<report>[^/]+)/report\.md"), _report),
    (
        re.compile(r"responsibilities/(?P<report>[^/]+)\.yml"),
        _each(RESPONSIBILITY, ResponsibilityRecord, _responsibilities),
    ),
    (re.compile(r"votes/(?P<report>[^/]+)\.yml"), _each(VOTE, BallotRecord, _votes)),
    (
        re.compile(r"reports/(?P<report>[^/]+)/documents\.yml"),
        _listed(DOCUMENT, lambda one, found: f"documents/{found['report']}/{one.id}"),
    ),
    (re.compile(r"reports/(?P<report>[^/]+)/digest\.yml"), _listed(DIGEST, _digest)),
    (re.compile(r"districts\.yml"), _listed(DISTRICT, lambda one, _found: f"districts/{one.id}")),
    (re.compile(r"measures\.yml"), _listed(MEASURE, lambda one, _found: f"measures/{one.id}")),
    (re.compile(r"places\.yml"), _listed(PLACE, lambda one, _found: f"places/{one.id}")),
    (re.compile(r"calendar/[^/]+\.yml"), _listed(CALENDAR, lambda one, _found: f"calendar/{one.year}")),
    (re.compile(r"indicators/[^/]+\.yml"), _listed(INDICATOR, lambda one, _found: f"indicators/{one.id}")),
    (re.compile(r"questions\.yml"), _listed(QUESTION, lambda one, _found: f"questions/{one.id}")),
    (re.compile(r"entities/[^/]+\.yml"), _listed(ENTITY, lambda one, _found: f"entities/{one.id}")),
    (
        re.compile(r"vocabulary/(?P<name>[^/]+)\.yml"),
        _listed(WORD, lambda one, found: f"vocabulary/{found['name']}/{one.id}"),
    ),
    (re.compile(r"rubric\.yml"), _listed(RUBRIC, lambda one, _found: f"rubric/{one.version}")),
    (re.compile(r"retired\.yml"), _listed(RETIREMENT, lambda one, _found: f"retired/{one.record}")),
    (re.compile(r"site\.yml"), _listed(SITE_RECORD, lambda _one, _found: "site")),
    (articles.UPDATE, _document(UPDATE, body=True)),
    (articles.CORRECTION, _document(CORRECTION, body=True)),
    (articles.REQUEST, _document(REQUEST, body=True)),
    (re.compile(r"[a-z0-9-]+\.md"), _document(NARRATIVE, body=False)),
)
# Of these the bytes count
ARCHIVE = re.compile(r"files/.+|reports/[^/]+/[^/]+\.txt")


def labels(facts: FileFacts) -> Iterator[tuple[str, str, str]]:
    """Vocabulary, label and id of each word; what it was called before stands for it too."""
    for name, fact in facts.items():
        if fact.kind is WORD:
            _vocabulary, vocabulary, id = name.split("/")
            for one in (*fact.values.get("names", ()), fact.values):
                yield vocabulary, str(one["label"]), id


def successors(facts: FileFacts) -> Iterator[tuple[str, str]]:
    """What is gone, with what took its place."""
    for fact in facts.values():
        if fact.kind is RETIREMENT and (to := fact.value("to")):
            yield str(fact.value("record")), str(to)


def is_archive(path: str) -> bool:
    """Whether a file counts by its bytes."""
    return ARCHIVE.fullmatch(path) is not None


def retires(path: str) -> bool:
    """Whether a content file says what is gone."""
    return path == RETIRED or path.endswith("/report.md")


def grants(path: str) -> bool:
    """Whether a file may license changes of others."""
    return path == RETIRED or path.startswith("corrections/")


def tells_of_line(path: str) -> bool:
    """Whether a file says where the line begins, or may license that it begins elsewhere."""
    return path == SITE or grants(path)


def same_folder(path: str, other: str) -> bool:
    """Whether records of one file may move to the other: files of the same kind, and of the same report."""
    one, two = _way(path), _way(other)
    if one is None or two is None or one[0] is not two[0]:
        return False
    return one[1].groupdict().get("report") == two[1].groupdict().get("report")
