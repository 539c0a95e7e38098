"""What a rendered text says to its readers, in the tokens of ``markdown_meant``."""

from __future__ import annotations

from html.parser import HTMLParser

from disclosure.source.markdown_meant import Token

PLAIN = {"td": "|", "th": "|", "strong": "b", "em": "i", "a": "a", "hr": "hr", "br": "br", "dt": "dt", "dd": "dd"}
ENDS = {"strong": "/b", "em": "/i", "a": "/a"}
LISTS = ("ol", "ul")


class _Reader(HTMLParser):
    """``lists`` holds the number of the next item of each list one is in, ``None`` for one without numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.tokens: list[Token] = []
        self.lists: list[int | None] = []
        self.is_block_of_code = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in PLAIN:
            self.tokens.append(PLAIN[tag])
        elif tag == "li":
            self.tokens.append(self._item())
        elif tag in LISTS:
            self.lists.append(int(dict(attrs).get("start") or 1) if tag == "ol" else None)
        elif tag == "img":
            self.tokens.append("img")
            self.handle_data(dict(attrs).get("alt") or "")
        elif tag == "code":
            self.tokens += [] if self.is_block_of_code else ["code"]
        elif tag not in ("p", "div", "table", "thead", "tbody", "tr", "dl"):
            self.is_block_of_code |= tag == "pre"
            self.tokens.append("quote" if tag == "blockquote" else tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in ENDS:
            self.tokens.append(ENDS[tag])
        elif tag in LISTS:
            self.lists.pop()
        elif tag == "pre":
            self.is_block_of_code = False
        elif tag == "code" and not self.is_block_of_code:
            self.tokens.append("/code")

    def handle_data(self, data: str) -> None:
        self.tokens += [character for character in data if not character.isspace()]

    def _item(self) -> Token:
        number = self.lists[-1]
        if number is None:
            return f"{len(self.lists)}:-"
        self.lists[-1] = number + 1
        return f"{len(self.lists)}:{number}."


def read(html: str) -> list[Token]:
    """All that cleaned HTML says, in its order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.tokens
