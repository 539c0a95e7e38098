"""Footnotes and endnotes, as they are numbered in print."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from disclosure.ingest.formats.docx.package import Package
from disclosure.ingest.formats.docx.tree import number, value
from disclosure.ingest.formats.tally import Tally
from disclosure.translation import mark as N_

KINDS = ("footnote", "endnote")
# What is no note: the lines between text and notes
APPARATUS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
BOTH = N_("脚注和尾注各有编号，这里连着编：尾注接在脚注之后，从{words}起")
AGAIN = N_("原文的注释每页或每节重新编号，这里从头到尾连着编号")
CUSTOM = N_("有 {n} 处注释用的是自己写的记号，正文里的记号照留，注释另给了编号")
UNUSED = N_("有 {n} 条注释正文里没有引用，没有收进来：{words}")

NoteKey = tuple[str, str]


class Notes:
    """``bodies`` by kind and id; each gets its number where it is first referred to."""

    def __init__(self, package: Package, body: Element, tally: Tally) -> None:
        self._tally = tally
        self._settings = package.part("settings")
        self.bodies = dict(_bodies(package))
        self.numbers: dict[NoteKey, int] = {}
        self._next = dict(self._firsts(body))

    def _firsts(self, body: Element) -> Iterator[tuple[str, int]]:
        counts = {kind: sum(1 for _one in body.iter(kind + "Reference")) for kind in KINDS}
        sections = sum(1 for _one in body.iter("sectPr"))
        restarted = ("eachPage", "eachSect") if sections > 1 else ("eachPage",)
        first = 1
        for kind in KINDS:
            said = [body.find(f".//sectPr/{kind}Pr"), self._settings.find(f"{kind}Pr")]
            starts = [number(value(one, "numStart"), 1) for one in said if value(one, "numStart")]
            start = max(first, starts[0] if starts else 1)
            if counts[kind] and any(value(one, "numRestart") in restarted for one in said):
                self._tally.note(AGAIN)
            if counts[kind] and first > 1:
                self._tally.note(BOTH, str(start))
            yield kind, start
            first = start + counts[kind] if counts[kind] else first

    def refer(self, kind: str, reference: Element) -> tuple[int, Element | None]:
        """The note's number, and its body where this is the first time that it is referred to."""
        key = kind, reference.get("id", "")
        if reference.get("customMarkFollows", "0") not in ("0", "false", "off"):
            self._tally.note(CUSTOM)
        known = self.numbers.get(key)
        if known is not None:
            return known, None
        self.numbers[key] = self._next[kind]
        self._next[kind] += 1
        return self.numbers[key], self.bodies.get(key)

    def finish(self) -> None:
        """Notes that nothing led to are said."""
        self._tally.notes(
            UNUSED, ("".join(one.itertext()) for key, one in self.bodies.items() if key not in self.numbers)
        )


def _bodies(package: Package) -> Iterator[tuple[NoteKey, Element]]:
    for kind in KINDS:
        for one in package.part(kind + "s").iter(kind):
            if one.get("type", "normal") not in APPARATUS:
                yield (kind, one.get("id", "")), one
