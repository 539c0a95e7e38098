"""What every format writes alike: rows of tables, marks and bodies of notes as the archive has them."""

from __future__ import annotations

from collections.abc import Sequence

from disclosure.ingest.formats import said
from disclosure.ingest.formats.balance import Balance
from disclosure.ingest.formats.tally import Tally

# Between the cells of a row
CELLS = "｜"


def row(cells: Sequence[Sequence[str]], balance: Balance) -> list[str]:
    """The lines of its cells as one; those of the only cell that has any: tables are used to place texts, too."""
    if not is_table(cells):
        return [line for cell in cells for line in cell]
    return [balance.make(CELLS * (len(cells) - 1)) and CELLS.join(map(" ".join, cells))]


def is_table(cells: Sequence[Sequence[str]]) -> bool:
    return sum(map(bool, cells)) > 1


def reference(n: int, balance: Balance) -> str:
    return balance.make(f"[endnoteRef:{n}]")


def body(n: int, text: str, balance: Balance, tally: Tally) -> str:
    tally.notes(said.BRACKET, [text] if "]" in text else [])
    return balance.make(f"[{n}: ") + balance.swap(text, "]", "］") + balance.make("]")
