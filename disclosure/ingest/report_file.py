"""``report.md`` made of an archive, for the first time or again; what would be lost, and what is to be told."""

from __future__ import annotations

import re

from msgspec import Struct

from disclosure.ingest import outline, report_body, report_head, told
from disclosure.ingest.document import ExtractedText
from disclosure.ingest.structure import structure
from disclosure.ingest.told import Findings
from disclosure.model.report import Original, Source
from disclosure.model.text import ReportText
from disclosure.problem import Problem
from disclosure.source import alignment, archive, frontmatter, report_markdown, yaml
from disclosure.source.archive import Archive, Reading
from disclosure.source.files import SourceFile, decode
from disclosure.source.records import convert
from disclosure.translation import gettext as _


class Imported(Struct, frozen=True, kw_only=True):
    """A report's whole file; ``lost`` is what the present one has and this one has not."""

    text: str
    told: Findings
    year: str = ""
    is_empty: bool = False
    lost: tuple[str, ...] = ()


class BrokenReport(Exception):
    """The report that is there has a mistake: its ids would be lost."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems


def first(file: str, sha256: str, document: ExtractedText, original: Original | None = None) -> Imported:
    """A new report."""
    read = structure(document.text, wrapped=document.wrapped)
    lines = report_body.numbered(read.archive)
    head = report_head.head(file, sha256, read.reading, read.drafted, original)
    return Imported(
        text=f"{head}\n{report_body.written(lines, read.archive)}",
        told=told.of_new(read, lines, dict(enumerate(document.text.split("\n"), 1))),
        is_empty=not lines,
        year=next((one.value for one in read.drafted if one.field == "year"), ""),
    )


def again(present: SourceFile, sha256: str, text: str) -> Imported:
    """The report that is there, with what the archive says now: its head stays, and what its lines are."""
    document, earlier = _present(present)
    source = _source(document)
    how, is_known = _reading(source, sha256, text)
    archived = alignment.aligned(archive.parse(text, how), earlier, joins=how.joined)
    retired = _retired(document.raw)
    lines = report_body.numbered(archived, earlier, retired)
    head = document.head.text if is_known else _with_reading(document.head.text, how)
    said = told.of_known(lines, len(archived.notes))
    return Imported(
        text=f"---\n{head}\n---\n\n{report_body.written(lines, archived)}",
        told=Findings(
            found=(*said.found, *_read_anew(is_known)), doubts=(*said.doubts, *_unstructured(earlier, archived))
        ),
        lost=tuple(report_body.taken_away(archived, earlier, retired)),
    )


def _present(file: SourceFile) -> tuple[frontmatter.FrontMatterDocument, ReportText]:
    text, problems = decode(file)
    document, more = frontmatter.split(text, file.path)
    if problems or more:
        raise BrokenReport(problems or more)
    earlier, wrong = report_markdown.parse(document.body, file.path, document.body_line)
    twice = [problem for problem in wrong if problem.rule == "note-defined-twice"]
    if twice:
        raise BrokenReport(twice)
    return document, earlier


def _source(document: frontmatter.FrontMatterDocument) -> Source | None:
    raw = document.raw.get("source") if isinstance(document.raw, dict) else None
    return None if raw is None else convert(Source, raw, yaml.Written("", ""))[0]


def _reading(source: Source | None, sha256: str, text: str) -> tuple[Reading, bool]:
    """As the head declares it; where the archive is another and no longer fits, as it looks now."""
    how = archive.reading(source) if source else archive.AS_IT_STANDS
    if source is None or source.sha256 == sha256 or how == archive.AS_IT_STANDS:
        return how, True
    return structure(text).reading, False


def _with_reading(head: str, how: Reading) -> str:
    """A head whose ``source`` is read otherwise; its file and digests stay."""
    lines = head.split("\n")
    start = next(n for n, line in enumerate(lines) if re.match(r"source:\s*$", line))
    end = next((n for n in range(start + 1, len(lines)) if re.match(r"\S", lines[n])), len(lines))
    kept: list[str] = []
    is_kept = True
    for line in lines[start + 1 : end]:
        key = re.match(r"  (\w+):", line)
        is_kept = key[1] in ("file", "sha256", "original") if key else is_kept
        kept += [line] if is_kept else []
    return "\n".join([*lines[: start + 1], *kept, *report_head.reading(how), *lines[end:]])


def _read_anew(is_known: bool) -> tuple[str, ...]:
    words = _("存档原文与登记时不同，注释、不收入的行和断行重新推断，写在 report.md 开头的 source 里")
    return () if is_known else (words,)


def _unstructured(earlier: ReportText, archived: Archive) -> tuple[str, ...]:
    """A report without headings whose text has some: it was read by less than there is now."""
    if earlier.headings or not any(one.level for one in outline.outline([line.text for line in archived.lines])):
        return ()
    return (_("report.md 里没有标题，原文里像是有：还没有登记记录的，删去 report.md 再导入一次"),)


def _retired(raw: yaml.RawNode | None) -> tuple[str, ...]:
    retired = raw.get("retired", {}) if isinstance(raw, dict) else {}
    return tuple(retired) if isinstance(retired, dict) else ()
