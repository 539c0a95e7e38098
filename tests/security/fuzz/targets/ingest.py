"""Documents of other programs, and the structure of the texts that they hold."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from disclosure.ingest import (
    broken_lines,
    doubts,
    draft,
    noted,
    outline,
    report_body,
    report_file,
    report_head,
    residue,
    taken_in,
    told,
)
from disclosure.ingest.document import ExtractedText, UnreadableFile
from disclosure.ingest.formats import plain, read
from disclosure.ingest.formats.docx import extraction as docx_extraction
from disclosure.ingest.formats.html import extraction as html_extraction
from disclosure.ingest.formats.pdf import extraction as pdf_extraction
from disclosure.source.files import SourceFile
from disclosure.source.inside import pdf
from disclosure.source.inside.shapes import Unreadable
from tests.ingest import word
from tests.ingest.word import level, numbered, numbering, p, r, table
from tests.security.fuzz import in_process
from tests.security.fuzz.target import FuzzTarget, example, joined, pieces, sections, text, words
from tests.security.fuzz.wellformed import xml

__all__ = [
    "broken_lines",
    "doubts",
    "draft",
    "in_process",
    "noted",
    "outline",
    "report_body",
    "report_head",
    "residue",
    "told",
]

PARTS = ("numbering", "styles", "footnotes", "endnotes", "header", "comments")
LINES = [piece for one in example("reports/*/source.txt", 2) for piece in sections(one, 500)][:40]
HEAD = "示光区人民政府工作报告\n——2024年1月5日在示光区第三届人民代表大会第四次会议上\n区长 甲某某\n\n各位代表：\n一、回顾\n过去一年[1]，全区。\n（一）产业\n1．建成5个。\n注释：\n[1] 词：释。\n"


def _plain(data: bytes) -> None:
    for name in ("a.txt", "a", "a.html", "a.docx"):
        _told(name, data)
    plain.decoded(data)


def _told(name: str, data: bytes) -> ExtractedText | None:
    try:
        found = read(name, data)
    except UnreadableFile as refused:
        assert refused.message
        assert refused.hint
        return None
    assert found.text.strip()
    return found


def _docx(data: bytes) -> None:
    body, *parts = pieces(data)
    named = {name: xml(one) for name, one in zip(PARTS, parts, strict=False) if one}
    _told("a.docx", word.docx(xml(body), **named))


def _packed(data: bytes) -> None:
    _told("a.docx", data)


def _html(data: bytes) -> None:
    _told("a.html", b"<html>" + data)


def _mhtml(data: bytes) -> None:
    _told("a.mht", data)


def _pieces(data: bytes) -> None:
    """Texts with their places, as the library for PDF hands them out: a line for each, a page after another."""
    pages: list[list[list[Any]]] = [[]]
    for line in text(data).split("\n"):
        if line == "\x0c":
            pages.append([])
        elif line:
            x, y, size = (ord(sign) % 64 for sign in line[:3].ljust(3, "0"))
            pages[-1].append([line[3:] + "\n" * (x % 2), x * 10.0, 800 - y * 12.0, 6.0 + size % 12, size > 60])
    found = {"pages": pages, "title": "", "author": "", "notes": 0, "complaints": 0, "whole": True}
    pdf.read = lambda *_given: found  # type: ignore[assignment,return-value]
    with suppress(Unreadable):
        pdf_extraction.extract(data)


def _structure(data: bytes) -> None:
    whole = text(data).replace("\r\n", "\n").replace("\r", "\n")
    made = report_file.first("source.txt", "0" * 64, ExtractedText(text=whole, wrapped=len(data) % 2 == 0))
    assert made.text


def _again(data: bytes) -> None:
    """A report made of a text, then of another one."""
    first, *others = pieces(data)
    file = SourceFile("content/a.txt", "a.txt", first.encode())
    made = taken_in.report(file, ExtractedText(text=first), "2024")
    present = SourceFile("content/reports/2024/report.md", "reports/2024/report.md", made.imported.text.encode())
    try:
        report_file.again(present, "1" * 64, "".join(others) or first)
    except report_file.BrokenReport as broken:
        # A head that is yet to be filled in has no fault of form
        assert broken.problems


assert docx_extraction
assert html_extraction
WORD = [
    joined(
        p("回顾", r("全区"), word.box("框"), properties=numbered(1)) + table(("甲", "乙")), numbering(level("%1、"))
    ),
    joined(
        p(r("一"), '<w:r><w:footnoteReference w:id="1"/></w:r>', r("二")), "", "", word.notes("footnote", n1=p("注"))
    ),
    joined(
        p(
            word.field("PAGEREF _a \\h", "3"),
            '<w:ins w:author="a"><w:r><w:t>加</w:t></w:r></w:ins>',
            "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>",
        )
    ),
    joined(
        "<w:sdt><w:sdtContent><w:p><w:r><w:ruby><w:rt><w:r><w:t>a</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>字</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p></w:sdtContent></w:sdt>",
        "",
        '<w:style w:styleId="1" w:type="paragraph" w:default="1"><w:basedOn w:val="1"/></w:style>',
    ),
]
XML = words("ingest-xml")
PAGES = [
    b"<meta charset=gbk><div id='zoom'><p>" + "一、回顾。全区五年。".encode("gbk") + b"</p></div>",
    "<title>报告</title><meta name='ArticleTitle' content='报告'><div class='content'><p>一二三，四五。</p><table><tr><td>甲<td>乙</table><a href='a.pdf'>附件</a></div>".encode(),
    "<p>全区<sup>[1]</sup>，五年<a href='#_ftn1' name='_ftnref1'>[1]</a>。</p><p><a name='_ftn1' href='#_ftnref1'>[1]</a> 注</p><ol start=3><li>甲<li>乙</ol>".encode(),
]
TAGS = words("ingest-tags")
MHTML = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=E5=85=A8\r\n--b--\r\n'
MIME = words("ingest-mime")
SHAPES = words("ingest-shapes")
TARGETS = (
    FuzzTarget(
        name="plain-text",
        reads=_plain,
        seeds=[
            *LINES[:9],
            "全区\r\n运行的工作".encode("utf-16"),
            "全区运行的工作".encode("gbk"),
            "全區的年".encode("big5"),
        ],
        words=("的", "\0", "\ufeff", "\r\n", "<html>", "PK"),
        size=200,
        refuses=(UnreadableFile,),
    ),
    FuzzTarget(name="docx", reads=_docx, seeds=WORD, words=XML, size=900),
    FuzzTarget(
        name="docx-packed",
        reads=_packed,
        seeds=[word.docx(p("甲"))],
        words=("PK\x03\x04", "word/document.xml", "PK\x01\x02", "PK\x05\x06"),
        size=1500,
    ),
    FuzzTarget(name="html", reads=_html, seeds=PAGES, words=TAGS, size=500, guarded=True),
    FuzzTarget(name="mhtml", reads=_mhtml, seeds=[MHTML], words=MIME, size=400, guarded=True),
    FuzzTarget(
        name="pdf-lines",
        reads=_pieces,
        seeds=["000一、回顾\n010全区运行。\n0201\n\x0c\n000（一）\n0>1① 注\n".encode(), *LINES[:9]],
        words=(*SHAPES, "\x0c\n", "\n000", "\n010", "\n0~2", "⼀", "⺠"),
        size=300,
    ),
    FuzzTarget(name="text-structure", reads=_structure, seeds=[HEAD.encode(), *LINES], words=SHAPES, size=300),
    FuzzTarget(
        name="report-again",
        reads=_again,
        seeds=[joined(HEAD, HEAD.replace("5个", "6个")), *(joined(HEAD, one.decode()) for one in LINES[:5])],
        words=(*SHAPES, "\x1e"),
        size=600,
    ),
)
