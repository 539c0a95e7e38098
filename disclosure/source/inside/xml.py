"""Text out of XML, as a stream: no tree is made, no entity is declared, no other file is opened."""

from __future__ import annotations

from collections.abc import Iterable
from xml.parsers import expat

from disclosure.source.inside.shapes import Obstacle, Unreadable

MAX_DEPTH = 500


class XmlReader:
    """Elements and characters, as they come. Names are without their prefixes."""

    def __init__(self) -> None:
        self.depth = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Characters between them."""

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise Unreadable(Obstacle.TOO_MUCH)
        self.start(local(name), {local(key): value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        self.depth -= 1
        self.end(local(name))

    def read(self, chunks: Iterable[bytes]) -> None:
        """A whole document. None of the formats read here may declare a document type."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self.text
        parser.StartDoctypeDeclHandler = _refuse
        try:
            for chunk in chunks:
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            # Nothing at all was written: an empty part
            if parser.CurrentByteIndex > 0 or self.depth:
                raise Unreadable(Obstacle.SPOILT, expat.ErrorString(error.code)) from None


def _refuse(*_declared: object) -> None:
    raise Unreadable(Obstacle.SPOILT, "DOCTYPE")


def local(name: str) -> str:
    return name.rpartition(":")[2]
