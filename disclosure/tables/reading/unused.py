"""What of a sheet is not taken, told with its place: nothing is dropped in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from disclosure.source.inside.sheets import letters
from disclosure.tables import shapes
from disclosure.tables.files.shapes import OpenedSheet, OpenedTable
from disclosure.tables.reading.heads import TableHead
from disclosure.tables.reading.lines import TableLine
from disclosure.tables.reading.said import short
from disclosure.tables.shapes import Cell, CellSheet
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

KINDS = {
    "head": N_("第 {rows} 行是重复的表头，跳过"),
    "section": N_("第 {rows} 行是分节的标题，没有取用：{texts}"),
    "total": N_("第 {rows} 行是合计，没有取用：{texts}"),
    "note": N_("第 {rows} 行是表后的说明，没有取用：{texts}"),
}


def sheets(opened: OpenedTable, taken: OpenedSheet, ours: Set[str]) -> Iterator[str]:
    """The sheets that are not read, but for ``ours``."""
    for one in opened.sheets:
        filled = sum(bool(cell.text) for row in one.sheet.rows for cell in row)
        if one is not taken and filled and one.sheet.name not in ours:
            line = _("没有取用隐藏的工作表“{name}”（{n} 格）") if one.hidden else _("没有取用工作表“{name}”（{n} 格）")
            yield line.format(name=one.sheet.name, n=filled)


def hidden(opened: OpenedSheet, head: TableHead) -> Iterator[str]:
    rows = [
        n
        for n in sorted(opened.hidden_rows)
        if head.last < n < len(opened.sheet.rows) and any(one.text for one in opened.sheet.rows[n])
    ]
    if rows:
        yield _("隐藏的第 {rows} 行也读了").format(rows=numbered(rows))
    columns = [one for one in head.columns if one.index in opened.hidden_columns]
    if columns:
        yield _("隐藏的栏也读了：{columns}").format(
            columns="、".join(
                _("{head}（{letter} 列）").format(head=one.head, letter=letters(one.index + 1)) for one in columns
            )
        )


def comments(opened: OpenedSheet) -> Iterator[str]:
    """What somebody noted on cells."""
    for place, text in opened.comments.items():
        line = _("{place} 的批注没有取用：“{text}”") if text else _("{place} 的批注没有取用")
        yield line.format(place=place, text=short(text))


def above(sheet: CellSheet, head: TableHead) -> Iterator[str]:
    for n, row in enumerate(sheet.rows[: head.first]):
        if told := shapes.texts(row):
            yield _("表头上面的第 {n} 行没有取用：{texts}").format(n=n + 1, texts=quoted(told))


def rows(lines: Sequence[TableLine]) -> Iterator[str]:
    for kind, words in KINDS.items():
        these = [one for one in lines if one.kind == kind]
        if these:
            told = [text for one in these for text in shapes.texts(one.cells)]
            yield _(words).format(rows=numbered([one.index for one in these]), texts=quoted(told))


def columns(sheet: CellSheet, head: TableHead, lines: Sequence[TableLine], ours: Set[str]) -> Iterator[str]:
    """Columns of which nothing is known, those without a head too, but for ``ours``."""
    known = {one.index: one for one in head.columns}
    for index in range(len(sheet.rows[0]) if sheet.rows else 0):
        column = known.get(index)
        if column and column.head in ours:
            continue
        cells = _under(lines, index)
        if column is None and cells:
            yield _("{letter} 列没有表头，没有取用：{texts}").format(
                letter=letters(index + 1), texts=quoted([one.text for one in cells])
            )
        elif column and column.meaning == "number":
            yield _("“{head}”一栏（{letter} 列）没有取用").format(head=column.head, letter=letters(index + 1))
        elif column and column.meaning is None:
            yield _("程序不认识“{head}”一栏（{letter} 列），没有取用").format(
                head=column.head, letter=letters(index + 1)
            )


def _under(lines: Sequence[TableLine], index: int) -> list[Cell]:
    return [one.cells[index] for one in lines if one.kind == "task" and one.cells[index].text]


def numbered(indexes: Sequence[int]) -> str:
    """Rows by their numbers, runs as 5—8."""
    found: list[list[int]] = []
    for n in indexes:
        if found and found[-1][1] == n - 1:
            found[-1][1] = n
        else:
            found.append([n, n])
    return "、".join(str(a + 1) if a == b else f"{a + 1}—{b + 1}" for a, b in found)


def quoted(texts: Sequence[str]) -> str:
    return "、".join(f"“{short(one)}”" for one in texts[:6]) + ("……" if len(texts) > 6 else "")
