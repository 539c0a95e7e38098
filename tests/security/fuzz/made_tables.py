"""Files of tables, written sign by sign: what libraries write holds more than a mutation gets past."""

from __future__ import annotations

import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

WORKSHEET = f'<worksheet xmlns="{MAIN}" xmlns:r="{RELATED}">{{}}</worksheet>'

CSV = "编号,工作任务,牵头单位,完成时限,进展情况,完成数（万元）\nc001,打通断头路,区住建局,2025年6月底,已完成3条,12\nc002,合计,,,,\n"

SHEET = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>编号</t></is></c><c r="B1" t="inlineStr"><is><t>工作任务</t></is></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2" t="e"><v>#REF!</v></c></row></sheetData>'

ODS = '<table:table table:name="表"><table:table-row><table:table-cell><text:p>编号</text:p></table:table-cell><table:table-cell><text:p>工作任务</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type="float" office:value="0.85"><text:p>85%</text:p></table:table-cell></table:table-row></table:table>'


def workbook_parts() -> dict[str, str]:
    """The parts that a workbook has beside its sheet: no more than the libraries ask for."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{kind}.{of}+xml"/>'
        for name, of in (("workbook", "sheet.main"), ("worksheets/sheet1", "worksheet"), ("styles", "styles"))
    )
    strings = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}.sharedStrings+xml"/>'
    of = "http://schemas.openxmlformats.org/package/2006"
    start = f'<Relationship Id="r1" Type="{RELATED}/officeDocument" FuzzTarget="xl/workbook.xml"/>'
    leads = "".join(
        f'<Relationship Id="r{n}" Type="{RELATED}/{kind}" FuzzTarget="{target}"/>'
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


def stored(parts: dict[str, str]) -> bytes:

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as made:
        for name, inside in parts.items():
            made.writestr(zipfile.ZipInfo(name), inside)
    return stream.getvalue()


def contained(book: bytes) -> bytes:
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
