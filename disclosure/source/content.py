"""Content files, read: each file's record or text, and every problem."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct, field

from disclosure.model.correction import CorrectionMeta
from disclosure.model.report import NarrativeMeta, ReportMeta, Source
from disclosure.model.request import RequestMeta
from disclosure.model.site import Site
from disclosure.model.text import ReportText
from disclosure.model.update import UpdateMeta
from disclosure.problem import Place, Problem
from disclosure.source import (
    alignment,
    archive,
    articles,
    conflicts,
    files,
    frontmatter,
    misplaced,
    prose,
    register,
    remainder,
    report_markdown,
    yaml,
)
from disclosure.source.archive import Archive
from disclosure.source.articles import Article, M
from disclosure.source.files import SourceFile, decode
from disclosure.source.inside.shapes import AttachmentFinds, Finds, key
from disclosure.source.records import convert
from disclosure.source.register import RawRegister
from disclosure.translation import gettext as _

KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class RawReport(Struct, frozen=True, kw_only=True):
    """A report's folder as read; ``markdown`` is report.md's whole text for looking up places."""

    key: str
    file: SourceFile
    markdown: str
    head: yaml.Written
    meta: ReportMeta
    text: ReportText
    source: SourceFile | None
    archive: Archive | None


class RawContent(Struct, kw_only=True):
    """What was read of some files under ``content/``: a report's, or those of the whole site.

    ``inside``: what was found in attachments, by name.
    """

    files: list[SourceFile] = field(default_factory=list)
    site: Site | None = None
    site_written: yaml.Written | None = None
    reports: list[RawReport] = field(default_factory=list)
    narratives: list[Article[NarrativeMeta]] = field(default_factory=list)
    updates: list[Article[UpdateMeta]] = field(default_factory=list)
    corrections: list[Article[CorrectionMeta]] = field(default_factory=list)
    requests: list[Article[RequestMeta]] = field(default_factory=list)
    register: RawRegister = field(default_factory=RawRegister)
    inside: dict[str, AttachmentFinds] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class ParseCache(Struct):
    """What an earlier run made of the same texts: values of record files by digest, rendered Markdown, and what was
    found inside attachments.

    ``program`` made it; of another one's, only the values count.
    """

    program: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    rendered: prose.Renderings = field(default_factory=dict)
    inside: Finds = field(default_factory=dict)

    def of(self, raw: RawContent) -> ParseCache:
        """Only what ``raw`` was made of."""
        written: tuple[Article[Any], ...] = (*raw.narratives, *raw.updates, *raw.corrections, *raw.requests)
        values = {file.sha256: self.values[file.sha256] for file in raw.files if file.sha256 in self.values}
        rendered = {prose.digest(article.body): article.rendered for article in written}
        inside = {key(file.name, file.sha256): raw.inside[file.name] for file in raw.files if file.name in raw.inside}
        return ParseCache(self.program, values, rendered, inside)


def read(sources: Iterable[SourceFile], known: ParseCache) -> RawContent:
    """Read the files of a report, or those that belong to the whole site; never raises on what editors wrote.

    What was not known is added.
    """
    raw = RawContent(files=list(sources))
    by_name = {file.name: file for file in raw.files}
    for file in raw.files:
        _read_one(raw, file, by_name, known)
    return raw


def missing_site(raw: RawContent, content: str) -> list[Problem]:
    told = {one.place.path for one in raw.problems}
    is_told = not told.isdisjoint((content, f"{content}/site.yml")) or _is_meant("site.yml", raw.files)
    if raw.site_written is not None or is_told:
        return []
    hint = _("它写明网站名称、声明和页脚")
    return [Problem(Place(f"{content}/site.yml"), "no-site", _("缺少 site.yml"), hint)]


def _is_meant(name: str, files: Iterable[SourceFile]) -> bool:
    """Whether a file is called almost so: that is told, and nothing else is missing."""
    return any(misplaced.meant(file.name) == name for file in files)


def _read_one(raw: RawContent, file: SourceFile, by_name: dict[str, SourceFile], known: ParseCache) -> None:
    parts = file.name.split("/")
    if file.name == "site.yml":
        _read_site(raw, file)
    elif parts[0] == "files":
        raw.problems += conflicts.of_attachment(file.name, file.data, file.path)
        raw.inside[file.name] = _inside(file, known)
    elif file.name == files.report(files.owner(file.name)):
        _read_report(raw, file, parts[1], by_name)
    elif len(parts) == 3 and parts[0] == "reports" and parts[2].endswith(".txt"):
        report = files.report(parts[1])
        _expect_report(raw, file, report in by_name or _is_meant(report, raw.files))
    elif articles.ANY_UPDATE.fullmatch(file.name):
        raw.problems += _add(raw.updates, UpdateMeta, file, articles.update_name(file), known)
    elif articles.ANY_CORRECTION.fullmatch(file.name):
        raw.problems += _add(raw.corrections, CorrectionMeta, file, articles.correction_name(file), known)
    elif articles.ANY_REQUEST.fullmatch(file.name):
        raw.problems += _add(raw.requests, RequestMeta, file, articles.request_name(file), known)
    elif len(parts) == 1 and file.name.endswith(".md"):
        raw.problems += _add(raw.narratives, NarrativeMeta, file, articles.narrative_name(file), known)
    elif (problems := register.read(raw.register, file, known.values)) is not None:
        raw.problems += problems
    else:
        hint = misplaced.hint(file.name)
        raw.problems.append(Problem(Place(file.path), "stray-file", _("不认识这个文件"), hint))


def _inside(file: SourceFile, known: ParseCache) -> AttachmentFinds:
    # What reads documents is only imported where there is one
    from disclosure.source.inside.finds import finds

    return finds(file, known.inside)


def _add(
    read: list[Article[M]], model: type[M], file: SourceFile, badly_named: list[Problem], known: ParseCache
) -> list[Problem]:
    """Add the article in ``file``; what is wrong with it or its name."""
    if badly_named:
        return badly_named
    article, problems = articles.read(model, file, known.rendered)
    read += [article] if article else []
    return problems


def _expect_report(raw: RawContent, file: SourceFile, present: bool) -> None:
    raw.problems += decode(file)[1]
    if not present:
        hint = _("运行 python build.py import {path} 生成").format(path=file.path)
        raw.problems.append(Problem(Place(file.path), "no-report", _("存档原文旁边没有 report.md"), hint))


def _read_site(raw: RawContent, file: SourceFile) -> None:
    text, problems = decode(file)
    raw.site_written = yaml.Written(file.path, text)
    value, more = (None, problems) if problems else yaml.read(text, file.path)
    if not more:
        raw.site, more = convert(Site, value, raw.site_written)
    elif not problems:
        more = remainder.of_record(Site, raw.site_written)
    raw.problems += more


def _read_report(raw: RawContent, file: SourceFile, key: str, by_name: dict[str, SourceFile]) -> None:
    if not KEY.fullmatch(key):
        message = _("报告文件夹名 {key} 不能用").format(key=key)
        raw.problems.append(Problem(Place(file.path), "bad-key", message, _("用小写字母、数字和连字符，例如 2022")))
    written, problems = _written(file)
    raw.problems += problems
    if written is None:
        return
    whole, document, meta, text = written
    source = by_name.get(f"reports/{key}/{meta.source.file}")
    if source is None:
        message = _("没有存档原文 {name}").format(name=meta.source.file)
        raw.problems.append(
            Problem(document.head.place("source", "file"), "no-source", message, _("把原文放在 report.md 旁边"))
        )
    else:
        raw.problems += _beside_archive(raw.files, source)
    archived = _archived(source, meta.source, text) if source else None
    raw.reports.append(
        RawReport(
            key=key,
            file=file,
            markdown=whole,
            head=document.head,
            meta=meta,
            text=text,
            source=source,
            archive=archived,
        )
    )


def _beside_archive(all: Iterable[SourceFile], source: SourceFile) -> Iterator[Problem]:
    """Texts in the folder of an archived one: nothing would be said of them anywhere."""
    folder, _slash, name = source.name.rpartition("/")
    for one in all:
        if one.name.endswith(".txt") and one.name.rpartition("/")[0] == folder and one.name != source.name:
            hint = _("存档原文是 {name}；多出来的删去，或作为附件放进 files/").format(name=name)
            yield Problem(Place(one.path), "stray-file", _("不认识这个文件"), hint)


def _written(
    file: SourceFile,
) -> tuple[tuple[str, frontmatter.FrontMatterDocument, ReportMeta, ReportText] | None, list[Problem]]:
    """A report's file: its whole text, its parts, what they say; and what is wrong with it."""
    whole, problems = decode(file)
    if problems:
        return None, problems
    document, problems = frontmatter.split(whole, file.path)
    if any(problem.rule == "front-matter" for problem in problems):
        return None, problems
    text, more = report_markdown.parse(document.body, file.path, document.body_line)
    if document.raw is None:
        return None, [*remainder.of_record(ReportMeta, document.head), *more]
    problems += more
    meta, found = convert(ReportMeta, document.raw, document.head)
    return (whole, document, meta, text) if meta else None, [*problems, *found]


def _archived(source: SourceFile, how: Source, report: ReportText) -> Archive | None:
    text, problems = decode(source)
    if any(p.rule in ("not-utf8", "conflict") for p in problems):
        return None
    return alignment.aligned(archive.parse(text, archive.reading(how)), report, joins=how.joined)
