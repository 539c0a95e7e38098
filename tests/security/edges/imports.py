"""Files of other programs with hostile strings in them, read in: tables of departments and the documents of a report.

    python -m tests.security.edges.imports

What is written is what was typed, or a doubt is told; what comes with the strings, formulas, links, comments, macros,
names, properties, entities, is neither run nor fetched nor taken for content; what the program hands out again is text.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Final
from unicodedata import category

import openpyxl
import yaml
from openpyxl.comments import Comment
from xlsxwriter import Workbook

from disclosure.ingest import formats
from disclosure.source import characters, frontmatter
from disclosure.source.prose import plain, render
from disclosure.tables.files import opened
from disclosure.visible import visible
from tests import projects
from tests.ingest.word import docx, p, r
from tests.projects import Sandbox
from tests.security import figures
from tests.security.hostile import corpus

# So many promises has the workbook
ROWS: Final = 25
CASE: Final = "shiguang"
TODAY: Final = projects.date_of(CASE)
DAY: Final = datetime.date(2025, 3, 1)
# Where a department writes words of its own, and what becomes of them
COLUMNS: Final = {"进展": "body", "材料发布单位": "publisher", "材料标题": "title", "材料文号": "locator"}
# What no XML 1.0 holds: office programs store it as an escape
NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
OUTSIDE: Final = re.compile("[\ud800-\udfff\ufffe\uffff]")
ESCAPES: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def stored(text: str) -> str:
    """A text as office programs store it: XML has no control characters, and ``_x0041_`` would be read as ``A``."""
    return NO_XML.sub(lambda one: f"_x{ord(one[0]):04X}_", ESCAPES.sub("_x005F_", text))


def xlsx(texts: Sequence[str]) -> bytes:
    """A text a row, and each also as comment, name of a sheet, link and property."""
    out = io.BytesIO()
    with Workbook(out, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet()
        for n, text in enumerate(texts):
            sheet.write_string(n, 0, OUTSIDE.sub("", text)[:32767])
            sheet.write_comment(n, 0, NO_XML.sub("", text)[:500] or "-")
        book.set_properties({"title": NO_XML.sub("", texts[0])[:200], "author": "<b>a</b>"})
        book.define_name("hostile", '=WEBSERVICE("https://example.invalid/")')
        sheet.set_header("&C<script>window.ran=1</script>")
        for n, text in enumerate(texts[:40]):
            name = re.sub(r"[\[\]:*?/\\\x00-\x1f]|^'|'$", "", text)[:20].strip("'")
            book.add_worksheet(f"{name}{n}")
    return out.getvalue()


def comma_separated(texts: Sequence[str]) -> bytes:
    out = io.StringIO()
    # One column more says how the lines are divided
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([text, "甲"] for text in texts)
    return out.getvalue().encode("utf-8-sig", "replace")


ODS: Final = (
    '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink">'
    '<office:body><office:spreadsheet><table:table table:name="甲">{rows}</table:table></office:spreadsheet>'
    "</office:body></office:document-content>"
)


def ods(texts: Sequence[str]) -> bytes:
    rows = "".join(
        '<table:table-row><table:table-cell office:value-type="string"><text:p>'
        f"{escape(NO_XML.sub('', text))}</text:p></table:table-cell></table:table-row>"
        for text in texts
    )
    return packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ODS.format(rows=rows)})


def packed(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, text in parts.items():
            made.writestr(name, text.encode("utf-8", "replace"))
    return out.getvalue()


def first_column(data: bytes, name: str) -> list[str]:
    """The texts of the first column of the first sheet, as the program reads them."""
    rows = opened.read(data, name).sheets[0].sheet.rows
    return [row[0].text if row else "" for row in rows]


# Control characters that end a line or part words
BREAKS: Final = "\t\n\x0b\x0c\r\x85"


def seen(text: str) -> str:
    """What readers see of a text, whatever a form does to blanks and line ends."""
    unseen = ("Cc", "Cf", "Cn", "Cs")
    return " ".join("".join(one for one in text if one in BREAKS or category(one) not in unseen).split())


FORMS: Final = {"a.xlsx": xlsx, "a.ods": ods, "a.csv": comma_separated}


def of_cells(texts: Sequence[str]) -> Iterator[str]:
    """Cells that were read as something else than what was typed."""
    for name, made in FORMS.items():
        found = first_column(made(texts), name)
        found += [""] * (len(texts) - len(found))
        for typed, read in zip(texts, found, strict=True):
            ways = {seen(typed[:32767])}
            if name == "a.csv":
                # As our own files and Excel keep a text from being a formula
                ways |= {seen(typed.removeprefix("'")), *re.findall('^="(.*)"$', typed)}
            if name == "a.ods":
                ways = {seen(NO_XML.sub("", typed))}
            # XlsxWriter escapes the first of two escapes alone (findings/xlsxwriter-escapes.sh)
            if seen(read) not in ways and not (name == "a.xlsx" and "_x005F_x" in typed):
                yield f"{name}: {typed[:80]!r} is read as {read[:80]!r}"


def filled(sent: Path, target: Path, texts: Sequence[str]) -> list[str]:
    """A department's workbook with the texts in every column of words; the row of each."""
    book = openpyxl.load_workbook(sent)
    sheet = book.worksheets[0]
    at = {cell.value: cell.column for cell in sheet[1]}
    promises = list(dict.fromkeys(sheet.cell(row, at["编号"]).value for row in range(2, sheet.max_row + 1)))
    rows = {sheet.cell(row, at["编号"]).value: row for row in range(sheet.max_row, 1, -1)}
    for promise, text in zip(promises, texts, strict=False):
        row = rows[promise]
        for head in COLUMNS:
            cell = sheet.cell(row, at[head])
            cell.value, cell.data_type = stored(text), "s"
        sheet.cell(row, at["材料日期"]).value = DAY
        sheet.cell(row, at["状态"]).value = "推进中"
        sheet.cell(row, at["备注"]).comment = Comment(stored(text)[:500] or "-", "<b>a</b>")
    book.save(target)
    return [str(rows[promise]) for promise in promises]


def of_table(project: Sandbox, sent: Path, texts: Sequence[str]) -> tuple[int, list[str]]:
    """How many texts came into the content, and what came there otherwise than it was typed; rows of which a doubt is
    told are left out."""
    path = sent.with_name("filled.xlsx")
    rows = filled(sent, path, texts)
    before = set(project.content.rglob("*.md"))
    told = json.loads(project.run("table", "in", str(path), "--dry-run", "--json", date=TODAY).out)
    left = sorted({row for one in told["doubts"] for row in re.findall("[0-9]+", one["place"])}, key=int)
    run = project.run("table", "in", str(path), "--json", *(["--skip", ",".join(left)] if left else []), date=TODAY)
    made = sorted(set(project.content.rglob("*.md")) - before)
    if not made and run.code == 1 and json.loads(run.out)["problems"]:
        # Refused with what is wrong: of one text, or of one among them
        half = len(texts) // 2
        parts = [of_table(project, sent, some) for some in (texts[:half], texts[half:])] if half else []
        return sum(came for came, _told in parts), [one for _came, told in parts for one in told]
    if not run.code and not made and not set(rows) - set(left):
        # Of each row a doubt is told
        return 0, []
    if run.code or len(made) != 1:
        return 0, [f"table in: {run.code} {run.out[-500:]}"]
    text = made[0].read_text("utf-8")
    made[0].unlink()
    kept = [one for row, one in zip(rows, texts, strict=False) if row not in left]
    return len(kept), [f"{one[:80]!r} is written otherwise" for one in kept if not _is_written(one, text)]


def is_refused(text: str) -> bool:
    """Whether no content may hold a text: it has characters that look like others."""
    return any(True for _strange in characters.find(seen(text)))


def of_refused(project: Sandbox, sent: Path, texts: Sequence[str]) -> list[str]:
    """A table with texts that no content may hold is told to be wrong, and nothing is written."""
    path, before = sent.with_name("filled.xlsx"), set(project.content.rglob("*.md"))
    filled(sent, path, texts)
    run = project.run("table", "in", str(path), "--json", date=TODAY)
    told = json.loads(run.out)
    quiet = not (told["problems"] or told["doubts"]) or set(project.content.rglob("*.md")) != before
    return [f"{texts!r}: nothing is told"] if quiet else []


def _is_written(typed: str, text: str) -> bool:
    """Whether an update says a text where it was typed: as a document's values, and to readers of its body."""
    wanted = seen(typed)
    if not wanted:
        return True
    read, _problems = frontmatter.split(text, "hostile.md")
    # Every value is a text here, also a day that there is not
    documents = yaml.load(read.head.text, Loader=yaml.BaseLoader)["evidence"]
    values = [{seen(str(one.get(field))) for field in ("publisher", "title", "locator")} for one in documents]
    shown = seen(plain(render(read.body, {}).html))
    return {wanted} in values and wanted in shown


def docx_of(texts: Sequence[str]) -> bytes:
    return docx("".join(p(r(NO_XML.sub("", text))) for text in texts))


def page_of(texts: Sequence[str]) -> bytes:
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in texts)
    return f"<!doctype html><meta charset=utf-8><title>a</title><body>{paragraphs}</body>".encode("utf-8", "replace")


def of_documents(texts: Sequence[str]) -> Iterator[str]:
    """Paragraphs of documents that were read otherwise than they stand there."""
    for name, made in (("a.docx", docx_of), ("a.html", page_of)):
        read = formats.read(name, made(texts))
        shown = seen(read.text)
        for text in texts:
            if seen(text) and seen(text) not in shown and not read.remarks:
                yield f"{name}: {text[:80]!r} is not in the text"


def in_turns(texts: Sequence[str], size: int) -> Iterable[Sequence[str]]:
    return (texts[at : at + size] for at in range(0, len(texts), size))


def main() -> int:
    texts = corpus.texts()
    wrong = [*of_cells(texts), *of_documents(texts)]
    came = 0
    with tempfile.TemporaryDirectory() as folder:
        project = projects.create(Path(folder) / "project", CASE)
        sent = Path(folder) / "sent.xlsx"
        project.run("table", "out", "--report", "2025", "-o", str(sent), date=TODAY)
        refused = [one for one in texts if is_refused(one)]
        for some in in_turns([one for one in texts if one not in refused], ROWS):
            taken, told = of_table(project, sent, some)
            came, wrong = came + taken, wrong + told
        for some in in_turns(refused, ROWS):
            wrong += of_refused(project, sent, some)
    print("\n".join(map(visible, wrong)))
    counted: dict[str, int | str] = {
        "strings": len(texts),
        "cells read": len(FORMS) * len(texts),
        "written as content": came,
        "refused with what is wrong": len(refused),
        "told as doubts": len(texts) - came - len(refused),
        "faults": len(wrong),
    }
    figures.record("hostile", counted, part="imports")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
