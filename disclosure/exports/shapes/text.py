"""A report as it was read: its text, what it says of itself, where it names entities, the words that it explains."""

from __future__ import annotations

from typing import Annotated

# pydantic reads typing.TypedDict only from Python 3.12 on
from typing_extensions import TypedDict

from disclosure.exports.meanings import about


class OriginalRow(TypedDict):
    """The document that the archive was taken from."""

    file: str
    sha256: str


class NoteFormRow(TypedDict):
    """How the archive writes its notes, where that is not its usual form."""

    mark: str
    body: str | None
    lines: str


class LeftOutRow(TypedDict):
    """A line of the archive that is not the report."""

    line: Annotated[int, about("存档原文的第几行，从1数起")]
    text: Annotated[str, about("照录的这一行")]
    because: str


class SourceRow(TypedDict):
    file: str
    sha256: str
    original: OriginalRow | None
    notes: NoteFormRow | None
    joined: bool
    left_out: list[LeftOutRow]


class SectionRow(TypedDict):
    id: str
    title: str
    parent: Annotated[str | None, about("所属部分的编号；部分本身为 null")]
    level: Annotated[int, about("1 是部分，2 是小节")]


class ParagraphRow(TypedDict):
    id: Annotated[str, about("段落编号，例如 p2-05")]
    section: str | None
    head: str | None
    text: Annotated[str, about("照录的段落文字，不含注释标记")]


class NoteRow(TypedDict):
    number: Annotated[int, about("原文的注释编号，从0起")]
    term: str
    text: Annotated[str, about("照录的注释正文")]
    passage: Annotated[str, about("引用它的段落")]
    offset: Annotated[int, about("注释标记在段落文字里的位置")]


class ReportData(TypedDict):
    """``data/report-<key>.json``."""

    id: str
    title: str
    district: str
    year: int
    delivered: str
    complete: list[str]
    source: SourceRow
    opening: Annotated[list[ParagraphRow], about("第一个标题以前的段落")]
    sections: Annotated[list[SectionRow], about("部分和小节")]
    paragraphs: Annotated[list[ParagraphRow], about("段落")]
    notes: Annotated[list[NoteRow], about("注释")]


class DisclosureRow(TypedDict):
    """The header that public disclosure platforms print."""

    index: str | None
    category: str | None
    publisher: str | None
    generated: str | None
    number: str | None
    validity: str | None
    scope: str | None
    method: str | None
    written: str | None
    summary: str | None
    seen: str | None
    seen_label: str | None
    excerpt: bool
    remark: str | None


class ReportRow(TypedDict):
    """A row of ``data/reports.json``."""

    id: str
    title: str
    heading: str
    district: str
    region: str
    year: int
    session: str
    speaker: str
    speaker_title: str
    delivered: str
    until: Annotated[str, about("报告期的最后一天：报告所说的那一年的12月31日")]
    over: Annotated[bool, about("报告期是否已经结束")]
    published: str
    complete: list[str]
    source: SourceRow
    disclosure: DisclosureRow
    url: str
    text_url: Annotated[str, about("全文页面的地址，从网站根目录起")]


class MentionRow(TypedDict):
    """A row of ``data/mentions.json``: where a report's text, not its notes, names an entity."""

    report: str
    entity: str
    name: str
    kind: str
    kind_label: str
    passage: str
    start: int
    end: int
    named: str


class GlossaryRow(TypedDict):
    """A row of ``data/glossary.json``."""

    report: str
    number: Annotated[int, about("原文的注释编号")]
    term: str
    explanation: str
    passage: str
    url: str
