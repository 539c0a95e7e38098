"""The parts of a document, found by what they are to it: their names are each program's own."""

from __future__ import annotations

from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element

from disclosure.ingest.formats.docx.tree import parse
from disclosure.source.inside.archives import Packed
from disclosure.source.inside.shapes import Obstacle, Unreadable

USUAL = "word/document.xml"


class Package:
    """``main`` is the name of the part with the text."""

    def __init__(self, packed: Packed) -> None:
        self.packed = packed
        self._relations: dict[str, Element] = {}
        self.main = next(iter(self._related("", "officeDocument")), USUAL)
        if self.main not in packed.names:
            raise Unreadable(Obstacle.SPOILT, self.main)

    def _related(self, part: str, kind: str) -> list[str]:
        """The parts that a part leads to as being of a kind, by the last word of its address."""
        folder = dirname(part)
        if part not in self._relations:
            self._relations[part] = self.tree(join(folder, "_rels", part.rpartition("/")[2] + ".rels"))
        return [
            normpath(join("/", folder, one.get("Target", "")))[1:]
            for one in self._relations[part]
            if one.get("Type", "").rpartition("/")[2] == kind and one.get("TargetMode") != "External"
        ]

    def names(self, kind: str) -> list[str]:
        """``styles``, ``numbering``, ``footnotes``, ``header``…, in the order of their names."""
        return sorted(one for one in self._related(self.main, kind) if one in self.packed.names)

    def part(self, kind: str) -> Element:
        """The first part of a kind; an empty element where there is none."""
        name = next(iter(self.names(kind)), "")
        return self.tree(name)

    def tree(self, name: str) -> Element:
        return parse(self.packed.chunks(name))

    @property
    def title(self) -> str:
        """As written in the document's properties."""
        return self._said("title")

    @property
    def authors(self) -> tuple[str, ...]:
        """Who wrote the document and who changed it last, as written in its properties."""
        return tuple(filter(None, map(self._said, ("creator", "lastModifiedBy"))))

    def _said(self, name: str) -> str:
        core = next(iter(self._related("", "core-properties")), "docProps/core.xml")
        return (self.tree(core).findtext(name) or "").strip()
