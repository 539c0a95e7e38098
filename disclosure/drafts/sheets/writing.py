"""Drafts to the text of a draft file: a form that a clerk with a plain text editor fills in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from disclosure.catalog.catalog import Report
from disclosure.drafts.records.made import DraftIndicatorLine, DraftRecord
from disclosure.drafts.sheets.sheet import (
    DECISION,
    INDICATORS,
    ITEMS,
    LABELS,
    NAME,
    OPENING,
    REPORT,
    SECTION,
    STAMP,
    stamp,
)
from disclosure.forms.form import one_line
from disclosure.source.editing import text as yaml_text
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

# So many letters of the text around a quote are shown
AROUND = 40
HEAD = N_("""\
登记草稿：{title}　{section}

这里每一项都只是建议：不是登记，不发布，也不计数。
1. 对照原文看一项：不对的直接改，拿不准的地方写在“拿不准”后面。一项要拆成两条，就把它整段复制一份再改。
2. “采纳:”后面空一格，写“是”就收入登记，写“否”就不要（以后不再提）；没想好的空着。
3. 运行 python build.py accept：写了“是”的写进内容文件夹，编号由程序给，并从这里去掉；其余的留在这里。
原文又有改动、又登记了别的，再运行 python build.py draft：改过的、写了“是”“否”的原样留下，其余重写。
d1、d2 这样的代号只在草稿里用，收入时换成编号。代号、校验两行是给程序看的，不用改。\
""")


def head(report: Report, section: str) -> list[str]:
    """The lines above the first item."""
    heading = report.sections.get(section)
    name = heading.title if heading else _("正文开始以前的几行")
    told = _(HEAD).format(title=report.meta.title, section=f"{name}（{section or OPENING}）")
    comments = [f"# {line}".rstrip() for line in told.split("\n")]
    return [
        *comments,
        f"{REPORT}: {yaml_text.scalar(report.key)}",
        f"{SECTION}: {yaml_text.scalar(section or OPENING)}",
        f"{ITEMS}:",
    ]


def item(report: Report, one: DraftRecord) -> list[str]:
    """An item: what it is about, what is unsure, and the record."""
    body = [
        "",
        *(f"# {line}" for line in _told(report, one)),
        f"- {DECISION}:",
        f"  {NAME}: {one.name}",
        f"  {LABELS[one.kind]}:",
        *(f"    {line}" for line in fields(one.values)),
        *_indicators(one.indicators),
    ]
    at = next(n for n, line in enumerate(body) if line.startswith(f"  {NAME}:"))
    return [*body[: at + 1], f"  {STAMP}: {yaml_text.scalar(stamp(body))}", *body[at + 1 :]]


def _told(report: Report, one: DraftRecord) -> Iterator[str]:
    yield _("原文：{text}").format(text=_marked(report, one))
    if one.reads:
        yield _("程序读作：{reading}").format(reading="；".join(one.reads))
    yield from map(one_line, one.notes)
    for line in one.indicators:
        yield _("指标“{name}”已有文件，收入时补上这一年").format(name=line.name)
    for doubt in dict.fromkeys(one.doubts):
        yield _("拿不准：{doubt}").format(doubt=one_line(doubt))


def _marked(report: Report, one: DraftRecord) -> str:
    """The quote in its sentence, within brackets that reports do not use."""
    text, span = report.by_id[one.span.passage].text, one.span
    start, end = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    before = ("…" if start else "") + text[start : span.start]
    behind = text[span.end : end] + ("…" if end < len(text) else "")
    return one_line(f"{before}【{text[span.start : span.end]}】{behind}")


def fields(values: Mapping[str, Any]) -> list[str]:
    """A record's fields as content has them: short values on a line, records in a list on a line each."""
    # That a figure is a rate of change is said by a word which other programs would read as one: no text to us
    return [line.replace(": 'true'}", ": true}") for line in yaml_text.block(dict(values), flow_rows=True)]


def _indicators(lines: Iterable[DraftIndicatorLine]) -> list[str]:
    rows = [
        "    - "
        + yaml_text.line({"indicator": one.indicator, "field": one.field, "period": one.period, "nth": str(one.nth)})
        for one in lines
    ]
    return [f"  {INDICATORS}:", *rows] if rows else []
