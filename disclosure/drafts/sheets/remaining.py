"""A draft file without what was taken out of it: every other byte stays, but for names that are ids by now."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from disclosure.drafts.sheets.naming import BASELINE, LISTS
from disclosure.drafts.sheets.sheet import DraftSheet
from disclosure.problem import Refused
from disclosure.source.edits import BOM
from disclosure.source.files import SourceFile
from disclosure.translation import gettext as _

# Lines of a record that may name other drafts
NAMING = re.compile(rf"\s*(?:- )?(?:{'|'.join(LISTS)}):|.*\b{BASELINE}:")


def text(file: SourceFile, sheet: DraftSheet, taken: Collection[int], names: Mapping[str, str]) -> bytes | None:
    """``None`` where nothing is left to decide; ``taken`` are items by their first line."""
    whole = file.data.decode()
    mark = BOM if whole.startswith(BOM) else ""
    lines = whole.removeprefix(BOM).split("\n")
    if len(lines) != len(file.decoded[0].split("\n")):
        raise Refused(_("{path} 的换行方式混杂，不知道改哪里：先用编辑器统一换行").format(path=file.path))
    gone = [one for one in sheet.items if one.first in taken]
    if len(gone) == len(sheet.items) and not any(line.strip() for line in sheet.tail):
        return None
    out = {n for one in gone for n in range(one.first - 1, one.first - 1 + len(one.lines))}
    kept = [named(line, names) for n, line in enumerate(lines) if n not in out]
    return (mark + "\n".join(kept)).encode()


def named(line: str, names: Mapping[str, str]) -> str:
    """A line that names drafts, with the ids that they have by now."""
    if not NAMING.match(line):
        return line
    return re.sub(r"(?<![\w/.-])d[0-9]+(?![\w.-])", lambda found: names.get(found[0], found[0]), line)


def names_any(sheet: DraftSheet, names: Mapping[str, str]) -> bool:
    """Whether an item names a draft that has an id by now."""
    return any(named(line, names) != line for item in sheet.items for line in item.lines)
