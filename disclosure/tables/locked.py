"""What a table must leave as it is: the words of the register beside an id."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalog.entries import Target
from disclosure.tables.cell_values import is_blank, plain
from disclosure.tables.doubts import TableDoubt
from disclosure.tables.on_file import PromiseOnFile
from disclosure.tables.shapes import ReadRow, TableField
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

LABELS: dict[TableField, str] = {
    "task": N_("工作任务"),
    "quote": N_("原文"),
    "measure": N_("指标"),
    "target": N_("目标"),
}


def changed(one: PromiseOnFile, row: ReadRow) -> Iterator[TableDoubt]:
    """Words that are others now though the row was found by its id: the id may be another's, or the words were
    changed. Other tables than our own, which have the quote beside the task, may call it as they like."""
    if row.by != "id" or is_blank(row.values.get("quote")):
        return
    for field, wanted in _wanted(one, row).items():
        cell = row.values.get(field)
        if cell is None or is_blank(cell) or plain(cell.text) in {plain(each) for each in wanted}:
            continue
        message = _("{id} 的{label}不能改：原来是“{was}”，现在是“{now}”")
        said = message.format(id=one.name, label=_(LABELS[field]), was=wanted[0], now=" ".join(cell.text.split()))
        hint = _("核对编号；编号没有错的，用 --skip {place} 不读这一格").format(place=cell.place)
        yield TableDoubt(cell.place, said, hint)


def _wanted(one: PromiseOnFile, row: ReadRow) -> dict[TableField, tuple[str, ...]]:
    title, quote = one.commitment.title, one.commitment.quote
    wanted: dict[TableField, tuple[str, ...]] = {"task": (title, quote), "quote": (quote,)}
    target = next((each for each in one.commitment.targets if each.n == row.target - 1), None)
    return wanted if target is None else {**wanted, **_of_target(one, target)}


def _of_target(one: PromiseOnFile, target: Target) -> dict[TableField, tuple[str, ...]]:
    # Workbooks that were sent before it was changed say what stood then
    stood = (one.aim(target), target.written)
    return {"measure": (target.measure,), "target": stood}
