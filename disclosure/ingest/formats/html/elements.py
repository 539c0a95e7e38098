"""A page's elements and texts one after the other; what nobody sees is left out, and said."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from msgspec import Struct

from disclosure.ingest.formats import said
from disclosure.ingest.formats.tally import Tally
from disclosure.source.inside.shapes import Obstacle, Unreadable
from disclosure.translation import mark as N_

MAX_PIECES, CHUNK = 500_000, 1024 * 1024
EMPTY = frozenset({"br", "hr", "img"})
# Never a report's
AROUND = frozenset({"nav", "button", "option", "textarea", "rt", "rp", "title"})
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
HIDDEN = N_("网页里不显示的文字 {n} 处，没有收进来：{words}")
TEXT = ""


class PagePiece(Struct):
    """A text, or an element's begin or end. ``other``: where the other of these two stands."""

    tag: str
    text: str = ""
    attributes: dict[str, str] = {}
    begins: bool = True
    other: int = -1


class PageElements(HTMLParser):
    """``pieces`` of well-formed HTML."""

    def __init__(self, html: str, tally: Tally) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[PagePiece] = []
        self._open: list[int] = []
        self._tally = tally
        # The element that is not seen, and what is written in it
        self._unseen, self._words = -1, ""
        for at in range(0, len(html), CHUNK):
            if len(self.pieces) > MAX_PIECES:
                raise Unreadable(Obstacle.TOO_MUCH)
            self.feed(html[at : at + CHUNK])
        self.close()
        self._end(0)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag not in EMPTY:
            self._open.append(len(self.pieces))
            if self._unseen < 0 and (tag in AROUND or _is_hidden(attributes)):
                self._unseen, self._words = len(self.pieces), ""
        self.pieces.append(PagePiece(tag=tag, attributes=attributes))

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, -1, -1):
            if self.pieces[self._open[depth]].tag == tag:
                self._end(depth)
                return

    def _end(self, depth: int) -> None:
        """Ends the elements that are open from a depth on: each has its end, whatever was written."""
        while len(self._open) > depth:
            begin = self._open.pop()
            self.pieces[begin].other = len(self.pieces)
            self.pieces.append(PagePiece(tag=self.pieces[begin].tag, begins=False, other=begin))
            if begin == self._unseen:
                self._unseen = -1
                self._say(self.pieces[begin])

    def handle_data(self, data: str) -> None:
        if self._unseen < 0:
            self.pieces.append(PagePiece(tag=TEXT, text=data))
        else:
            self._words += data

    def _say(self, element: PagePiece) -> None:
        if element.tag == "rt":
            self._tally.note(said.RUBY, self._words)
        elif element.tag not in AROUND and self._words.strip():
            self._tally.note(HIDDEN, self._words)


def _is_hidden(attributes: dict[str, str]) -> bool:
    return "hidden" in attributes or HIDDEN_STYLE.search(attributes.get("style", "")) is not None
