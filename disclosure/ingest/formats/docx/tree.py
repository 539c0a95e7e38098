"""The elements of a part of a packed document by their bare names: strict documents are as the usual ones."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, TreeBuilder

from disclosure.source.inside.shapes import Obstacle, Unreadable
from disclosure.source.inside.xml import XmlReader

# What is walked by functions that call themselves. Tables in tables in text boxes are some forty deep
MAX_DEPTH, MAX_ELEMENTS = 120, 500_000


class _Tree(XmlReader):
    def __init__(self) -> None:
        super().__init__()
        self.builder, self.elements = TreeBuilder(), 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        if self.depth > MAX_DEPTH or self.elements > MAX_ELEMENTS:
            raise Unreadable(Obstacle.TOO_MUCH)
        self.builder.start(name, attributes)

    def end(self, name: str) -> None:
        self.builder.end(name)

    def text(self, text: str) -> None:
        self.builder.data(text)


def parse(chunks: Iterable[bytes]) -> Element:
    """The root element; an empty one where nothing is written."""
    tree = _Tree()
    tree.read(chunks)
    return tree.builder.close() if tree.elements else Element("empty")


def value(element: Element | None, path: str, name: str = "val") -> str:
    """An attribute of the first element at a path; empty where there is none."""
    found = element.find(path) if element is not None else None
    return found.get(name, "") if found is not None else ""


def is_on(element: Element | None, name: str) -> bool:
    """Whether properties switch something on."""
    found = element.find(name) if element is not None else None
    return found is not None and found.get("val", "1").lower() not in ("0", "false", "off")


def number(written: str, default: int = 0) -> int:
    """A number as written; what no document counts to is none."""
    digits = written.removeprefix("-")
    return int(written) if digits.isascii() and digits.isdecimal() and len(digits) < 7 else default
