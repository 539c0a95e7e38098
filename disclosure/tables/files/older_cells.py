"""What an xls (BIFF8) says of its cells besides their values: number formats, errors, what is hidden. calamine tells
none of it. A program for a process of its own: it imports nothing of ours.

Sources: [MS-CFB] for the container, [MS-XLS] for the records; named here as there.
"""

from __future__ import annotations

from collections.abc import Iterator
from struct import unpack_from
from typing import Any

END = 0xFFFFFFFA  # FATSECT and above are no sectors
STREAM, ROOT = 2, 5
BOF, EOF, BOUNDSHEET, FORMAT, XF = 0x0809, 0x000A, 0x0085, 0x041E, 0x00E0
NUMBER, RK, MULRK, FORMULA, BOOLERR, ROW, COLINFO = 0x0203, 0x027E, 0x00BD, 0x0006, 0x0205, 0x0208, 0x007D
NOTE = 0x001C
BIFF8 = 0x0600
HIDDEN_ROW, HIDDEN_COLUMN, IS_ERROR = 0x20, 0x01, 2
ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}
BiffRecord = tuple[int, bytes]


def main(data: bytes) -> dict[str, Any]:
    """By sheet: ``formats`` of cells as ``[row, column, id]``, ``errors`` as ``[row, column, error]``, hidden rows and
    columns; ``patterns`` by the ids that the file itself declares."""
    book = _workbook(data)
    globals_ = list(_records(book, 0))
    if not globals_ or unpack_from("<H", globals_[0][1])[0] != BIFF8:
        return {"sheets": {}, "patterns": {}}
    patterns = {str(unpack_from("<H", one)[0]): _text(one, 2) for kind, one in globals_ if kind == FORMAT}
    formats = [unpack_from("<H", one, 2)[0] for kind, one in globals_ if kind == XF]
    sheets = [(unpack_from("<I", one)[0], _name(one)) for kind, one in globals_ if kind == BOUNDSHEET]
    return {"sheets": {name: _sheet(_records(book, at), formats) for at, name in sheets}, "patterns": patterns}


def _workbook(data: bytes) -> bytes:
    """The stream that has the records."""
    size, small = 1 << unpack_from("<H", data, 30)[0], 1 << unpack_from("<H", data, 32)[0]
    first, _signature, cutoff, first_small = unpack_from("<IIII", data, 48)
    fat = [one for sector in _fat_sectors(data, size) for one in _numbers(_sector(data, sector, size))]
    folder = _chained(data, first, size, fat)
    entries = [folder[n : n + 128] for n in range(0, len(folder) - 127, 128)]
    root = next(one for one in entries if one[66] == ROOT)
    book = next(one for one in entries if one[66] == STREAM and _entry(one) in ("Workbook", "Book"))
    start, length = unpack_from("<II", book, 116)
    if length >= cutoff:
        return _chained(data, start, size, fat)[:length]
    inside = _chained(data, unpack_from("<I", root, 116)[0], size, fat)
    small_fat = _numbers(_chained(data, first_small, size, fat))
    # Without a header in front
    return _chained(bytes(small) + inside, start, small, small_fat)[:length]


def _fat_sectors(data: bytes, size: int) -> list[int]:
    found = list(unpack_from("<109I", data, 76))
    at, seen = unpack_from("<I", data, 68)[0], 0
    while at < END and seen <= len(data) // size:
        *more, at = _numbers(_sector(data, at, size))
        found += more
        seen += 1
    return [one for one in found if one < END]


def _sector(data: bytes, n: int, size: int) -> bytes:
    return data[(n + 1) * size : (n + 2) * size]


def _numbers(data: bytes) -> list[int]:
    return list(unpack_from(f"<{len(data) // 4}I", data))


def _chained(data: bytes, start: int, size: int, fat: list[int]) -> bytes:
    """A stream, sector after sector; one that runs in a circle ends with the file."""
    found: list[bytes] = []
    at = start
    while at < len(fat) and len(found) <= len(data) // size:
        found.append(_sector(data, at, size))
        at = fat[at]
    return b"".join(found)


def _entry(entry: bytes) -> str:
    return entry[: max(0, unpack_from("<H", entry, 64)[0] - 2)].decode("utf-16-le", "replace")


def _records(book: bytes, at: int) -> Iterator[BiffRecord]:
    """One substream's, from its BOF to its EOF; of charts inside only their records are skipped with them."""
    depth = 0
    while at + 4 <= len(book):
        kind, length = unpack_from("<HH", book, at)
        depth += kind == BOF
        if depth == 1:
            yield kind, book[at + 4 : at + 4 + length]
        depth -= kind == EOF
        at += 4 + length
        if not depth:
            return


def _text(record: bytes, at: int) -> str:
    """XLUnicodeString."""
    length, wide = unpack_from("<HB", record, at)
    return _decoded(record[at + 3 :], length, wide)


def _name(record: bytes) -> str:
    """ShortXLUnicodeString of a BOUNDSHEET."""
    return _decoded(record[8:], record[6], record[7])


def _decoded(data: bytes, length: int, wide: int) -> str:
    return data[: 2 * length].decode("utf-16-le", "replace") if wide & 1 else data[:length].decode("latin-1")


def _sheet(records: Iterator[BiffRecord], formats: list[int]) -> dict[str, Any]:
    found: dict[str, Any] = {"formats": [], "errors": [], "comments": [], "hidden_rows": [], "hidden_columns": []}
    for kind, one in records:
        if kind in (NUMBER, RK, FORMULA, BOOLERR):
            row, column, style = unpack_from("<HHH", one)
            found["formats"].append([row, column, _of(formats, style)])
            found["errors"] += [[row, column, said] for said in _errors(kind, one)]
        elif kind == MULRK:
            row, column = unpack_from("<HH", one)
            styles = (unpack_from("<H", one, at)[0] for at in range(4, len(one) - 2, 6))
            found["formats"] += [[row, column + n, _of(formats, style)] for n, style in enumerate(styles)]
        elif kind == NOTE:
            # Its text stands among the drawings
            found["comments"].append([*unpack_from("<HH", one), ""])
        elif kind == ROW and unpack_from("<H", one, 12)[0] & HIDDEN_ROW:
            found["hidden_rows"].append(unpack_from("<H", one)[0])
        elif kind == COLINFO and unpack_from("<H", one, 8)[0] & HIDDEN_COLUMN:
            first, last = unpack_from("<HH", one)
            found["hidden_columns"] += list(range(first, min(last, 255) + 1))
    return found


def _of(formats: list[int], style: int) -> int:
    return formats[style] if style < len(formats) else 0


def _errors(kind: int, one: bytes) -> list[str]:
    """What a cell holds in place of a value."""
    if kind == BOOLERR and one[7]:
        return [ERRORS.get(one[6], "#N/A")]
    if kind == FORMULA and one[12:14] == b"\xff\xff" and one[6] == IS_ERROR:
        return [ERRORS.get(one[8], "#N/A")]
    return []
