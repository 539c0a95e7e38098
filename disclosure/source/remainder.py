"""What a YAML text says apart from the entries that cannot be read: one fault hides no other message."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field

from disclosure.model.fields import Record
from disclosure.problem import Problem
from disclosure.source import yaml
from disclosure.source.records import convert
from disclosure.source.yaml import RawNode, Written
from disclosure.source.yaml_faults import NEAR_ITEM

# Of one text; and the signs that are read again for it at most
MOST, MOST_SIGNS = 50, 4_000_000
# Stands for what cannot be read: a private sign that nobody writes
LOST = "\U0010fffd"
ENTRY = re.compile(r"(?P<indent> *)(?:(?P<dash>-)(?: .*)?|(?P<key>[^\s#\[\]{},:：-][^\s:：]{0,40}) *[:：].*)")
WORD = re.compile(r" *([a-z_]+)(?: |$)")


class _Entry(Struct, frozen=True):
    """Lines ``start`` to before ``end``, and what stands there instead."""

    start: int
    end: int
    instead: str

    def holds(self, line: int) -> bool:
        return self.start <= line < self.end


class Remainder(Struct, kw_only=True):
    """The value of a text without what is wrong in it, and all that is wrong.

    ``lost`` are the lines left out, counted as in the file; a field may be among them unseen where it is ``vague``.
    """

    value: RawNode | None
    written: Written
    problems: list[Problem] = field(default_factory=list)
    lost: set[int] = field(default_factory=set)
    vague: set[int] = field(default_factory=set)

    def touched(self, at: tuple[int, ...]) -> bool:
        """Whether something is missing from the record at ``at``."""
        return any(self._is_of(line, at) for line in self.lost)

    def certain(self, found: list[Problem], at: tuple[int, ...]) -> Iterator[Problem]:
        """The problems of a record that do not follow from what was left out."""
        vague = any(self._is_of(line, at) for line in self.vague)
        for one in found:
            if (
                one.place.line not in self.lost
                and LOST not in one.message
                and (one.rule != "missing-field" or not vague)
            ):
                yield one

    def _is_of(self, line: int, at: tuple[int, ...]) -> bool:
        if not at:
            return True
        after = self.written.place(at[0] + 1) if isinstance(self.value, list) and at[0] + 1 < len(self.value) else None
        return self.written.place(*at).line <= line and (after is None or line < after.line)


def read(written: Written) -> Remainder:
    """Read a text as far as it goes; where nothing is wrong, that is all of it."""
    value, found = yaml.read(written.text, written.path, written.first_line)
    rest, budget = Remainder(value=value, written=written), MOST_SIGNS
    while found and len(rest.problems) < MOST and budget > 0:
        rest.problems += found
        budget -= len(written.text)
        found = _leave_out(rest, found[0].place.line)
    return rest


def _leave_out(rest: Remainder, line: int) -> list[Problem]:
    """Read again without the entry on ``line``, the smallest that will do; what is wrong behind it."""
    old, first = rest.written, rest.written.first_line
    rows = old.text.split("\n")
    rest.value = None
    for widened, entry in enumerate(_entries(rows, line - first)):
        without = [*rows[: entry.start], entry.instead, *[""] * (entry.end - entry.start - 1), *rows[entry.end :]]
        new = Written(old.path, "\n".join(without), first)
        value, found = yaml.read(new.text, new.path, first)
        if not found or found[0].place.line >= entry.end + first:
            rest.value, rest.written = value, new
            lines = range(entry.start + first, entry.end + first)
            rest.lost.update(lines)
            rest.vague.update(lines if widened or LOST not in entry.instead else ())
            return found
    return []


def _entries(rows: list[str], line: int) -> Iterator[_Entry]:
    """The entry on a line, and each that it is part of; the last one also with nothing in its place."""
    line = min(line, len(rows) - 1)
    start: int | None = line
    entry = _Entry(line, line + 1, "")
    while start is not None:
        entry = _entry(rows, start)
        yield entry
        start = _around(rows, start)
    yield _Entry(entry.start, entry.end, "")


def _entry(rows: list[str], start: int) -> _Entry:
    row = rows[start]
    own, word = ENTRY.fullmatch(row), WORD.match(row)
    if own is None:
        item = NEAR_ITEM.match(row)
        instead = f"{row[: word.end(1)]}: {LOST}" if word else f"{item[0]} {LOST}" if item else ""
    else:
        instead = f"{own['indent']}- {LOST}" if own["dash"] else f"{own['indent']}{own['key']}: {LOST}"
    is_field = own is not None and not own["dash"]
    return _Entry(start, _end(rows, start, is_field), instead)


def _end(rows: list[str], start: int, is_field: bool) -> int:
    """The next entry that is no part of this one. An item may stand below its field without being indented."""
    indent = len(rows[start]) - len(rows[start].lstrip(" "))
    for number in range(start + 1, len(rows)):
        other = ENTRY.fullmatch(rows[number])
        if other is None or len(other["indent"]) > indent:
            continue
        if len(other["indent"]) < indent or not (is_field and other["dash"]):
            return number
    return len(rows)


def _around(rows: list[str], start: int) -> int | None:
    """The line of the entry that the one at ``start`` is part of."""
    row = rows[start]
    indent, is_item = len(row) - len(row.lstrip(" ")), row.lstrip(" ").startswith("-")
    for number in range(start - 1, -1, -1):
        other = ENTRY.fullmatch(rows[number])
        if other is None:
            continue
        if len(other["indent"]) < indent or (is_item and not other["dash"] and len(other["indent"]) == indent):
            return number
    return None


def of_record(model: type[Record], written: Written) -> list[Problem]:
    """All that is wrong with a text that holds one record and cannot be read."""
    rest = read(written)
    found = convert(model, rest.value, rest.written)[1] if rest.value is not None else []
    return [*rest.problems, *rest.certain(found, ())]
