"""Tables of departments: files of every program, their cells, and what rows say of promises."""

from __future__ import annotations

import io
import tempfile
from datetime import date
from functools import cache
from pathlib import Path

from disclosure.build.build import catalogs
from disclosure.build.options import BuildOptions
from disclosure.cache import snapshot
from disclosure.catalog.catalog import Catalog
from disclosure.ingest.document import UnreadableFile
from disclosure.project import find
from disclosure.source.inside.archives import Allowance, Packed
from disclosure.source.inside.shapes import Unreadable
from disclosure.tables import reading, values
from disclosure.tables.files import (
    cells,
    number_format,
    older_cells,
    opendocument,
    opened,
    separated,
    workbooks,
)
from disclosure.tables.on_file import PromiseOnFile
from disclosure.tables.reading import (
    ReadWish,
    amounts,
    bodies,
    days,
    heads,
    ids,
    likeness,
    lines,
    meanings,
    periods,
    row_values,
)
from disclosure.tables.reading.amounts import UnclearAmount
from disclosure.tables.reading.days import UnclearDay
from tests.documents import ODF, packed
from tests.projects import create, date_of
from tests.security.fuzz import in_process
from tests.security.fuzz.target import Target, joined, numbers, pieces, text, words
from tests.security.fuzz.wellformed import xml

__all__ = ["heads", "in_process", "lines", "meanings", "opendocument", "row_values", "separated", "values", "workbooks"]

TODAY = date.fromisoformat(date_of("shiguang"))
HEADS = words("tables-heads")


@cache
def _held() -> tuple[Catalog, ...]:
    """The example, joined."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        create(root, "shiguang")
        found, problems = catalogs(snapshot.look(find(root), TODAY), BuildOptions(progress=lambda *_stage: None))
    assert found is not None, problems
    return found


@cache
def promises() -> tuple[PromiseOnFile, ...]:
    every = ((report, one) for all in _held() for report in all.reports for one in report.register.commitments)
    return tuple(PromiseOnFile(report, one) for report, one in every)


def _table(data: bytes) -> None:
    """A csv, from its bytes to what is read of promises."""
    held = promises()
    wish = ReadWish(words=_held()[0].words, report=held[-1].report.key, today=TODAY)
    found = reading.read("a.csv", data, held, wish)
    assert found.rows or found.problems or found.told is not None


def _separated(data: bytes) -> None:
    _opened(data, "a.csv")


def _opened(data: bytes, name: str) -> None:
    try:
        found = opened.read(data, name)
    except UnreadableFile as refused:
        assert refused.hint
        return
    for sheet in found.sheets:
        rows = sheet.sheet.rows
        assert len({len(row) for row in rows}) <= 1
        heads.find(sheet.sheet)


def _ods(data: bytes) -> None:
    content = f"<office:document-content {ODF}>{xml(text(data))}</office:document-content>"
    file = packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})
    try:
        found = opendocument.read(Packed(file, Allowance()))
    except Unreadable:
        return
    for sheet in found.sheets:
        heads.find(sheet.sheet)


def _xlsx(data: bytes) -> None:
    sheet, styles, shared, *_more = (*pieces(data), "", "", "")
    parts = _workbook() | {"xl/worksheets/sheet1.xml": WORKSHEET.format(xml(sheet))}
    if styles:
        parts["xl/styles.xml"] = f'<styleSheet xmlns="{MAIN}">{xml(styles)}</styleSheet>'
    if shared:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{xml(shared)}</sst>'
    _opened(_stored(parts), "a.xlsx")


def _xls(data: bytes) -> None:
    """Records of a workbook in the container that the older Excel has."""
    found = in_process.run(str(older_cells.__file__), _contained(data))
    assert found is not None
    workbooks._add({"sheets": [{"name": "a", "cells": [[0, 0, "n", "1", ""]]}], "formats": False}, found)


def _container(data: bytes) -> None:
    found = in_process.run(str(older_cells.__file__), b"\xd0\xcf\x11\xe0" + data)
    assert found is not None


def _contained(book: bytes) -> bytes:
    """[MS-CFB]: a header, a sector of the table, one of the folder, then the stream."""
    book = book.ljust(4096, b"\0")
    count = -(-len(book) // 512)
    head = bytearray(512)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    head[24:34] = (
        (62).to_bytes(2, "little")
        + (3).to_bytes(2, "little")
        + b"\xfe\xff"
        + (9).to_bytes(2, "little")
        + (6).to_bytes(2, "little")
    )
    for at, value in ((44, 1), (48, 1), (56, 4096), (60, 0xFFFFFFFE), (68, 0xFFFFFFFE), (76, 0)):
        head[at : at + 4] = value.to_bytes(4, "little")
    head[80:512] = b"\xff" * 432
    table = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, 2 + count), 0xFFFFFFFE]
    fat = b"".join(one.to_bytes(4, "little") for one in (*table, *[0xFFFFFFFF] * (128 - len(table))))
    folder = _entry("Root Entry", 5, 0xFFFFFFFE, 0) + _entry("Workbook", 2, 2, len(book)) + bytes(256)
    return bytes(head) + fat[:512] + folder + book.ljust(count * 512, b"\0")


def _entry(name: str, kind: int, start: int, length: int) -> bytes:
    one = bytearray(128)
    wide = name.encode("utf-16-le")
    one[: len(wide)] = wide
    one[64:66] = (len(wide) + 2).to_bytes(2, "little")
    one[66] = kind
    one[116:124] = start.to_bytes(4, "little") + length.to_bytes(4, "little")
    return bytes(one)


def _cells(data: bytes) -> None:
    """A value of each kind, under any format."""
    value, pattern, *_more = (*pieces(data), "")
    cells.of_text(value, "A1")
    cells.KINDS["s"](value, pattern, "A1")
    for number in ("0.85", "-1234.5678", "1e300", "45657", value):
        try:
            float(number)
        except ValueError:
            continue
        if number.isascii() and number.strip() == number and "_" not in number:
            cells.KINDS["n"](number, pattern, "A1")
    for day in ("2024-12-31", "1900-01-01"):
        number_format.day(date.fromisoformat(day), pattern)
        number_format.day_look(pattern)


def _days(data: bytes) -> None:
    cell = cells.of_text(text(data), "A1")
    for read in (days.deadline, days.done):
        try:
            assert read(cell, 2025)
        except UnclearDay as unclear:
            assert str(unclear)
    periods.said(cell.text)
    periods.of_head(cell.text, 2025, TODAY)


def _amounts(data: bytes) -> None:
    unit, value, *_more = (*pieces(data), "")
    (kind,), _rest = numbers(data[-1:], 1)
    targets = _targets()
    try:
        amounts.amount(cells.of_text(value, "A1"), unit, targets[kind % len(targets)])
    except UnclearAmount as unclear:
        assert unclear.why
        assert unclear.hint
    amounts.is_unit(unit)


@cache
def _targets() -> list[object]:
    return [target for one in promises() for target in one.commitment.targets]  # type: ignore[misc]


def _words(data: bytes) -> None:
    """Heads, ids, bodies and titles."""
    whole, other, *_more = (*pieces(data), "")
    heads.meaning(whole)
    heads.plain(whole)
    ids.match(whole)
    ids.read(whole, "2025")
    bodies.plain(whole)
    bodies.variants(whole)
    likeness.plain(whole)
    likeness.tokens(whole)
    likeness.holds(whole, other)


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORKSHEET = f'<worksheet xmlns="{MAIN}" xmlns:r="{RELATED}">{{}}</worksheet>'


def _workbook() -> dict[str, str]:
    """The parts that a workbook has beside its sheet: no more than the libraries ask for."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{kind}.{of}+xml"/>'
        for name, of in (("workbook", "sheet.main"), ("worksheets/sheet1", "worksheet"), ("styles", "styles"))
    )
    strings = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}.sharedStrings+xml"/>'
    of = "http://schemas.openxmlformats.org/package/2006"
    start = f'<Relationship Id="r1" Type="{RELATED}/officeDocument" Target="xl/workbook.xml"/>'
    leads = "".join(
        f'<Relationship Id="r{n}" Type="{RELATED}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(
            (("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")),
            1,
        )
    )
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return {
        "[Content_Types].xml": f'<Types xmlns="{of}/content-types">{rels}{types}{strings}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{of}/relationships">{start}</Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATED}"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{of}/relationships">{leads}</Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><cellXfs count="1"><xf numFmtId="9"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>编号</t></si></sst>',
    }


def _stored(parts: dict[str, str]) -> bytes:
    import zipfile

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as made:
        for name, inside in parts.items():
            made.writestr(zipfile.ZipInfo(name), inside)
    return stream.getvalue()


def _record(kind: int, data: bytes) -> bytes:
    return kind.to_bytes(2, "little") + len(data).to_bytes(2, "little") + data


GLOBALS = (
    _record(0x0809, b"\0\6\5\0" + bytes(12))
    + _record(0x041E, b"\xa4\0\2\0\0" + b"0%")
    + _record(0x00E0, b"\0\0\xa4\0" + bytes(16))
    + _record(0x0085, (90).to_bytes(4, "little") + b"\0\0\1\0a")
    + _record(0x000A, b"")
)
BOOK = (
    GLOBALS.ljust(90, b"\0")
    + _record(0x0809, b"\0\6\x10\0" + bytes(12))
    + _record(0x0203, bytes(14))
    + _record(0x00BD, bytes(18))
    + _record(0x0205, b"\0\0\1\0\0\0\7\1")
    + _record(0x0006, bytes(6) + b"\2\0\7\0\0\0\xff\xff" + bytes(8))
    + _record(0x0208, bytes(12) + b"\x20\0\0\0")
    + _record(0x007D, b"\0\0\3\0\0\0\0\0\1\0\0\0")
    + _record(0x001C, bytes(10))
    + _record(0x000A, b"")
)
CELL_XML = words("tables-cell-xml")
SHEET = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>编号</t></is></c><c r="B1" t="inlineStr"><is><t>工作任务</t></is></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2" t="e"><v>#REF!</v></c></row></sheetData>'
ODS_XML = words("tables-ods-xml")
ODS = '<table:table table:name="表"><table:table-row><table:table-cell><text:p>编号</text:p></table:table-cell><table:table-cell><text:p>工作任务</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type="float" office:value="0.85"><text:p>85%</text:p></table:table-cell></table:table-row></table:table>'
CSV = "编号,工作任务,牵头单位,完成时限,进展情况,完成数（万元）\nc001,打通断头路,区住建局,2025年6月底,已完成3条,12\nc002,合计,,,,\n"
PATTERNS = words("tables-patterns")
DAYS = words("tables-days")
UNITS = words("tables-units")
TARGETS = (
    Target(
        name="csv-table",
        reads=_table,
        seeds=[CSV.encode(), CSV.replace(",", "\t").encode("gbk"), CSV.encode("utf-16")],
        words=HEADS,
        size=240,
    ),
    Target(
        name="csv", reads=_separated, seeds=[CSV.encode(), CSV.encode("gbk"), b'a;b\n"1;2";3'], words=HEADS, size=300
    ),
    Target(name="ods", reads=_ods, seeds=[ODS.encode()], words=ODS_XML, size=900),
    Target(
        name="xlsx",
        reads=_xlsx,
        seeds=[
            SHEET.encode(),
            joined(
                SHEET,
                '<numFmts><numFmt numFmtId="164" formatCode="0%"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>',
                "<si><t>a</t></si>",
            ),
        ],
        words=CELL_XML,
        size=700,
        guarded=True,
    ),
    Target(name="xls", reads=_xls, seeds=[BOOK], words=("\0", "a"), size=600),
    Target(
        name="xls-container", reads=_container, seeds=[_contained(BOOK)[4:2000]], words=("\0", "Workbook"), size=2000
    ),
    Target(
        name="cells",
        reads=_cells,
        seeds=[joined("1234.5", one) for one in PATTERNS],
        words=(*PATTERNS, "2025年6月30日", "1,234", "５"),
        size=60,
        weight=2,
    ),
    Target(
        name="table-days",
        reads=_days,
        seeds=[
            one.encode()
            for one in (
                "2025年6月底前",
                "6.30",
                "20250630",
                "二〇二五年十二月三十一日",
                "12月",
                "2025-06至2025-12",
                "上半年",
            )
        ],
        words=DAYS,
        size=60,
    ),
    Target(
        name="table-amounts",
        reads=_amounts,
        seeds=[joined("万元", "已完成1.5"), joined("", "85%"), joined("个", "12个")],
        words=UNITS,
        size=60,
    ),
    Target(
        name="table-words",
        reads=_words,
        seeds=[joined(one, "区住建局") for one in HEADS],
        words=HEADS,
        size=60,
        weight=2,
    ),
)
