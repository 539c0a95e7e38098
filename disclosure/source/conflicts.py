"""Conflicts of a merge that git left in a file for a person to resolve."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.problem import Place, Problem
from disclosure.translation import gettext as _

BEGIN, BASE, MIDDLE, END = "<|=>"
TEXTS = (".csv", ".json", ".txt")
# As git writes them: seven signs or more at the beginning of a line, and what they stand for behind a blank
MARKER = re.compile(r"(?P<signs><{7,}|\|{7,}|={7,}|>{7,})(?: .*)?$", re.M)


def find(text: str, path: str) -> Iterator[Problem]:
    """Each conflict once, at its first line, and each marker that was left over of one."""
    if not any(sign * 7 in text for sign in (BEGIN, BASE, MIDDLE, END)):
        return
    until = -1
    rows = text.split("\n")
    for number, row in enumerate(rows):
        marker = MARKER.fullmatch(row) if number > until else None
        if marker is None or not _counts(marker["signs"], number, rows, path):
            continue
        if marker["signs"][0] == BEGIN:
            until = _end(rows, number, END * len(marker["signs"]))
        yield _problem(Place(path, number + 1), marker["signs"])


def of_attachment(name: str, data: bytes, path: str) -> Iterator[Problem]:
    """Those of an attachment that is text, in whatever encoding has the signs of ASCII."""
    if name.lower().endswith(TEXTS) and BEGIN.encode() * 7 in data:
        yield from find(data.decode("utf-8-sig", "replace").replace("\r\n", "\n"), path)


def _end(rows: list[str], begin: int, signs: str) -> int:
    """The last line of a conflict; one that lacks its end is no further than its last marker."""
    last = begin
    for number, row in enumerate(rows[begin + 1 :], begin + 1):
        marker = MARKER.fullmatch(row)
        if marker is None or len(marker["signs"]) < len(signs):
            continue
        if marker["signs"][0] == BEGIN:
            break
        last = number
        if marker["signs"] == signs:
            break
    return last


def _counts(signs: str, number: int, rows: list[str], path: str) -> bool:
    """Whether a marker is one outside a conflict too: a row of ``=`` may underline a heading, of ``|`` be a table's."""
    before = rows[number - 1].strip() if number else ""
    if signs[0] == MIDDLE:
        return path.endswith(".yml") or (path.endswith(".md") and not before and rows[number] == MIDDLE * 7)
    return signs[0] != BASE or not before.startswith("|")


def _problem(place: Place, signs: str) -> Problem:
    if signs[0] == BEGIN:
        message = _("合并冲突没有解决：这里有两份改动，没有选定")
    else:
        message = _("合并冲突留下的标记 {signs}").format(signs=signs)
    hint = _("选定要保留的内容，删去 <<<<<<<、|||||||、=======、>>>>>>> 这几行")
    return Problem(place, "conflict", message, hint)
