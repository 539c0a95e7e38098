"""Tables of departments: files of every program, their cells, and what rows say of promises."""

from __future__ import annotations

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
from tests.security.fuzz.made_tables import BOOK, CSV, MAIN, ODS, SHEET, WORKSHEET, contained, stored, workbook_parts
from tests.security.fuzz.target import FuzzTarget, joined, numbers, pieces, text, words
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
    parts = workbook_parts() | {"xl/worksheets/sheet1.xml": WORKSHEET.format(xml(sheet))}
    if styles:
        parts["xl/styles.xml"] = f'<styleSheet xmlns="{MAIN}">{xml(styles)}</styleSheet>'
    if shared:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{xml(shared)}</sst>'
    _opened(stored(parts), "a.xlsx")


def _xls(data: bytes) -> None:
    """Records of a workbook in the container that the older Excel has."""
    found = in_process.run(str(older_cells.__file__), contained(data))
    assert found is not None
    workbooks._add({"sheets": [{"name": "a", "cells": [[0, 0, "n", "1", ""]]}], "formats": False}, found)


def _container(data: bytes) -> None:
    found = in_process.run(str(older_cells.__file__), b"\xd0\xcf\x11\xe0" + data)
    assert found is not None


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


CELL_XML = words("tables-cell-xml")
ODS_XML = words("tables-ods-xml")
PATTERNS = words("tables-patterns")
DAYS = words("tables-days")
UNITS = words("tables-units")
TARGETS = (
    FuzzTarget(
        name="csv-table",
        reads=_table,
        seeds=[CSV.encode(), CSV.replace(",", "\t").encode("gbk"), CSV.encode("utf-16")],
        words=HEADS,
        size=240,
    ),
    FuzzTarget(
        name="csv", reads=_separated, seeds=[CSV.encode(), CSV.encode("gbk"), b'a;b\n"1;2";3'], words=HEADS, size=300
    ),
    FuzzTarget(name="ods", reads=_ods, seeds=[ODS.encode()], words=ODS_XML, size=900),
    FuzzTarget(
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
    FuzzTarget(name="xls", reads=_xls, seeds=[BOOK], words=("\0", "a"), size=600),
    FuzzTarget(
        name="xls-container", reads=_container, seeds=[contained(BOOK)[4:2000]], words=("\0", "Workbook"), size=2000
    ),
    FuzzTarget(
        name="cells",
        reads=_cells,
        seeds=[joined("1234.5", one) for one in PATTERNS],
        words=(*PATTERNS, "2025年6月30日", "1,234", "５"),
        size=60,
    ),
    FuzzTarget(
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
    FuzzTarget(
        name="table-amounts",
        reads=_amounts,
        seeds=[joined("万元", "已完成1.5"), joined("", "85%"), joined("个", "12个")],
        words=UNITS,
        size=60,
    ),
    FuzzTarget(
        name="table-words",
        reads=_words,
        seeds=[joined(one, "区住建局") for one in HEADS],
        words=HEADS,
        size=60,
    ),
)
