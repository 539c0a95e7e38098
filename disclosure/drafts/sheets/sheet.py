"""What a draft file holds."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Final, Literal

from msgspec import Struct

from disclosure.drafting.shapes import Kind
from disclosure.drafts.records.made import DraftIndicatorLine
from disclosure.problem import Place
from disclosure.source.yaml import RawNode, Written

FOLDER: Final = "draft"
# The fields of a draft file, and of an item in it
REPORT, SECTION, ITEMS = "报告", "小节", "建议"
DECISION, NAME, STAMP, INDICATORS = "采纳", "代号", "校验", "指标"
KINDS: Final[dict[str, Kind]] = {"承诺": "commitment", "成果": "result", "免列": "exemption"}
LABELS: Final[dict[Kind, str]] = {kind: label for label, kind in KINDS.items()}
# The lines above the first heading belong to no section
OPENING: Final = "p0"
YES, NO, OPEN = "是", "否", ""
# What else may be meant by a tick
MEANT: Final = {
    **dict.fromkeys(("是", "采纳", "要", "对", "√", "✓", "✔", "y", "yes", "true", "1"), YES),
    **dict.fromkeys(("否", "不", "不要", "不采纳", "×", "✗", "✘", "x", "n", "no", "false", "0"), NO),
    **dict.fromkeys(("", "~", "null", "待定"), OPEN),
}
Decision = Literal["是", "否", ""]


class DraftItem(Struct, frozen=True, kw_only=True):
    """A draft as it stands in its file: ``lines`` with the comments above it, from line ``first`` (counted from 1).

    ``raw`` are the record's fields as they were written, ``record`` their lines from the margin, none where they stand
    in braces; ``written`` is the whole file, in which the item is number ``at``. ``is_untouched``: nobody changed a
    letter since the program wrote it.
    """

    name: str
    kind: Kind
    decision: Decision
    raw: dict[str, RawNode]
    indicators: tuple[DraftIndicatorLine, ...]
    lines: tuple[str, ...]
    first: int
    record: tuple[str, ...]
    written: Written
    at: int
    is_untouched: bool

    def place(self, *where: str | int) -> Place:
        """Where the item begins, or a field of its record stands."""
        return self.written.place(ITEMS, self.at, *((LABELS[self.kind], *where) if where else ()))


class DraftSheet(Struct, frozen=True, kw_only=True):
    """A draft file: ``tail`` are its lines after the last item."""

    path: str
    report: str
    section: str
    items: tuple[DraftItem, ...]
    tail: tuple[str, ...] = ()


def path_of(report: str, section: str) -> str:
    """From the project's root."""
    return f"{FOLDER}/{report}/{section or OPENING}.yml"


def stamp(lines: Sequence[str]) -> str:
    """What tells whether an item is as the program wrote it: of its lines, but for the stamp's own."""
    kept = [line.rstrip() for line in lines if line.strip() and not line.strip().startswith(f"{STAMP}:")]
    return hashlib.sha256("\n".join(kept).encode()).hexdigest()[:8]
