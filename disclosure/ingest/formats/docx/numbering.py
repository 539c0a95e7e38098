"""The printed number of each paragraph of a list, counted as Word counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct

from disclosure.ingest.formats.docx import symbols
from disclosure.ingest.formats.docx.styles import Styles
from disclosure.ingest.formats.docx.tree import is_on, number, value
from disclosure.ingest.formats.numerals import numeral
from disclosure.ingest.formats.tally import Tally
from disclosure.translation import mark as N_

PLACE = re.compile(r"%([1-9])")
BULLET = "bullet"
# After these a number needs no blank
CLOSED = "）)、．。：〕］】 \u3000"
FORMAT = N_("有 {n} 处自动编号的格式程序不认识，按阿拉伯数字写出：{words}，请对照原件")


class ListLevel(Struct, frozen=True, kw_only=True):
    """How a level of a list is numbered. ``restart``: after which level it begins anew; 0 never, ``None`` after any."""

    format: str
    text: str
    start: int
    restart: int | None
    legal: bool
    suffix: str
    style: str


class NumberedList(Struct, frozen=True):
    """A list: ``counter`` is shared with other lists, ``restarts`` says where this one begins anew."""

    counter: str
    levels: dict[int, ListLevel]
    restarts: dict[int, int]


class Numbering:
    """The lists of a document and how far each was counted."""

    def __init__(self, part: Element, styles: Styles, tally: Tally) -> None:
        self._styles, self._tally = styles, tally
        self._lists = dict(_lists(part))
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, properties: Element | None) -> str:
        """The number that stands before a paragraph with these properties, counted on; empty where there is none."""
        id, depth = self._place(properties)
        numbered = self._lists.get(id)
        level = numbered.levels.get(depth) if numbered else None
        if numbered is None or level is None:
            return ""
        counts = self._count(id, numbered, depth)
        if level.format == BULLET:
            text = "".join(map(symbols.plain, level.text))
        else:
            text = PLACE.sub(lambda found: self._number(numbered, level, counts, int(found[1]) - 1), level.text)
        return text + (" " if text and level.suffix != "nothing" and text[-1] not in CLOSED else "")

    def _place(self, properties: Element | None) -> tuple[str, int]:
        """The list and the level, from the paragraph itself and from its styles."""
        own = properties.find("numPr") if properties is not None else None
        id, depth = value(own, "numId"), value(own, "ilvl")
        for style, found in self._styles.numbering(value(properties, "pStyle")):
            id = id or value(found, "numId")
            depth = depth or value(found, "ilvl") or self._level_of(id, style)
        return id, number(depth)

    def _level_of(self, id: str, style: str) -> str:
        numbered = self._lists.get(id)
        levels = numbered.levels.items() if numbered else ()
        return next((str(depth) for depth, level in levels if level.style == style), "")

    def _count(self, id: str, numbered: NumberedList, depth: int) -> dict[int, int]:
        counts = self._counts.setdefault(numbered.counter, {})
        for at in numbered.restarts:
            if (id, at) not in self._begun and at <= depth:
                self._begun.add((id, at))
                counts.pop(at, None)
        for at in range(depth):
            counts.setdefault(at, _start(numbered, at))
        counts[depth] = counts[depth] + 1 if depth in counts else _start(numbered, depth)
        for at in [at for at in counts if at > depth]:
            restart = numbered.levels[at].restart if at in numbered.levels else None
            if restart is None or restart > depth:
                del counts[at]
        return counts

    def _number(self, numbered: NumberedList, level: ListLevel, counts: dict[int, int], at: int) -> str:
        here = numbered.levels.get(at)
        if here is None:
            return ""
        n = counts.get(at, here.start)
        written = numeral(n, "decimal" if level.legal and here.format != "none" else here.format)
        if written is None:
            self._tally.note(FORMAT, here.format)
        return str(n) if written is None else written


def _start(numbered: NumberedList, at: int) -> int:
    level = numbered.levels.get(at)
    return numbered.restarts.get(at, level.start if level else 1)


def _lists(part: Element) -> Iterator[tuple[str, NumberedList]]:
    kinds = {one.get("abstractNumId", ""): one for one in part.findall("abstractNum")}
    named = {value(one, "styleLink"): one for one in kinds.values() if one.find("styleLink") is not None}
    for one in part.findall("num"):
        kind = kinds.get(value(one, "abstractNumId"))
        if kind is not None:
            # A list that has its levels from a style of lists
            kind = named.get(value(kind, "numStyleLink"), kind)
            levels = dict(_levels(kind))
            restarts: dict[int, int] = {}
            for override in one.findall("lvlOverride"):
                at, start = number(override.get("ilvl", "")), value(override, "startOverride")
                levels |= dict(_levels(override))
                restarts |= {at: number(start, 1)} if start else {}
            yield one.get("numId", ""), NumberedList(kind.get("abstractNumId", ""), levels, restarts)


def _levels(parent: Element) -> Iterator[tuple[int, ListLevel]]:
    for one in parent.findall("lvl"):
        restart = one.find("lvlRestart")
        yield (
            number(one.get("ilvl", "")),
            ListLevel(
                # Newer formats stand beside one that older programs know
                format=value(one, "numFmt") or value(one, "AlternateContent/Fallback/numFmt") or "decimal",
                text=value(one, "lvlText"),
                start=number(value(one, "start")),
                restart=None if restart is None else number(restart.get("val", "")),
                legal=is_on(one, "isLgl"),
                suffix=value(one, "suff"),
                style=value(one, "pStyle"),
            ),
        )
