"""The documents of the search: paragraphs, headings, terms and the sections of the narratives."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

import nh3

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Narrative, Report
from disclosure.translation import gettext as _

HEADING = re.compile(r'<h[2-6] id="([^"]*)">(.*?)</h[2-6]>', re.S)


@dataclass(frozen=True, slots=True)
class Document:
    """One thing that can be found; ``passage`` is set where it is a passage of a report."""

    address: str
    kind: str
    label: str
    title: str
    place: str
    passage: str
    text: str


def of_report(report: Report) -> bytes:
    """The report's documents as a piece of the index."""
    return _rows((*_paragraphs(report), *_headings(report), *_notes(report)))


def of_narratives(catalog: Catalog) -> bytes:
    return _rows(one for narrative in catalog.narratives for one in _narrative(narrative))


def _rows(all: Iterable[Document]) -> bytes:
    dumped = (json.dumps(asdict(one), ensure_ascii=False, separators=(",", ":")) for one in all)
    return ",\n".join(dumped).encode()


def index(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The index file in chunks, made of pieces with the sign between them: UTF-8 JSON."""
    yield b'{"documents":[\n'
    yield from pieces
    yield b"\n]}\n"


def _paragraphs(report: Report) -> Iterator[Document]:
    for one in report.text.passages:
        title = one.text[: one.head] if one.head else _("第 {id} 段").format(id=one.id)
        where = address.passage(report.key, one.id)
        yield Document(where, "paragraph", _("报告段落"), title, report.label(one), one.id, one.text)


def _headings(report: Report) -> Iterator[Document]:
    for one in report.text.headings:
        where = address.passage(report.key, one.id)
        yield Document(where, "heading", _("报告标题"), one.title, report.meta.title, "", one.title)


def _notes(report: Report) -> Iterator[Document]:
    for note in report.text.notes:
        where = address.note(report.note_anchor(note))
        text = f"{note.term}：{note.explanation}"
        yield Document(where, "note", _("名词解释"), note.term, report.meta.title, "", text)


def _narrative(one: Narrative) -> Iterator[Document]:
    pieces = HEADING.split(one.rendered.html)
    heads = [("", one.meta.title), *zip(pieces[1::3], map(_plain, pieces[2::3]), strict=True)]
    for (id, title), body in zip(heads, pieces[::3], strict=True):
        text = _plain(body)
        if text or id:
            where = one.address + (f"#{id}" if id else "")
            yield Document(where, "narrative", _("本站说明"), title, one.meta.title, "", f"{title} {text}".strip())


def _plain(markup: str) -> str:
    return " ".join(html.unescape(nh3.clean(markup, tags=set())).split())
