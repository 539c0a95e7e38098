"""The public documents that rows of a table name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from disclosure.model.evidence import EvidenceRecord
from disclosure.tables.cell_values import Unclear, is_blank, plain
from disclosure.tables.doubts import DoubtCollector
from disclosure.tables.on_file import PromiseOnFile
from disclosure.tables.shapes import ReadRow, TableField
from disclosure.translation import gettext as _

FIELDS: tuple[TableField, ...] = ("publisher", "title", "url", "date", "locator")


def of_promise(one: PromiseOnFile, rows: Sequence[ReadRow], doubts: DoubtCollector) -> Iterator[EvidenceRecord]:
    """Each once, but for those that are on file for the promise."""
    held = {
        (plain(each.publisher), plain(each.title or each.url)) for update in one.updates for each in update.evidence
    }
    read = [doubts.taken(_first_place(row), lambda row=row: _document(row)) for row in rows]  # type: ignore[misc]
    for each in dict.fromkeys(document for document in read if document is not None):
        if (plain(each.publisher or ""), plain(each.title or each.url or "")) not in held:
            yield each


def _first_place(row: ReadRow) -> str:
    return next((row.values[field].place for field in FIELDS if field in row.values), row.place)


def _document(row: ReadRow) -> EvidenceRecord | None:
    cells = {field: row.values[field] for field in FIELDS if field in row.values}
    filled = {field: cell for field, cell in cells.items() if not is_blank(cell) and not cell.error}
    if not filled:
        return None
    said: dict[str, str] = {field: " ".join(cell.text.split()) for field, cell in filled.items() if field != "date"}
    if "publisher" not in said or not {"title", "url", "locator"} & said.keys():
        raise Unclear(_("材料要写发布单位，和标题、文号、网址中的至少一样"), _("补上；不是公开材料的，用 --skip 不读"))
    return EvidenceRecord(
        publisher=said["publisher"],
        title=said.get("title"),
        url=said.get("url"),
        locator=said.get("locator"),
        date=filled["date"].day if "date" in filled else None,
    )
