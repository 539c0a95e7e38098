"""What a rendered text says to its readers, in the tokens of ``markdown_meant``."""

from __future__ import annotations

from html.parser import HTMLParser

from disclosure.source.markdown_meant import MarkdownToken

# What is only there to hold others, and what goes by another name
SILENT = ("p", "div", "table", "thead", "tbody", "tr", "dl")
OTHERS = {"th": "td", "strong": "b", "blockquote": "quote"}
ENDING = ("strong", "em", "a")
LISTS = ("ol", "ul")


class _ShownReader(HTMLParser):
    """``lists`` holds the number of the next item of each list one is in, ``None`` for one without numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.tokens: list[MarkdownToken] = []
        self.lists: list[int | None] = []
        self.is_block_of_code = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in LISTS:
            self.lists.append(int(dict(attrs).get("start") or 1) if tag == "ol" else None)
        elif tag == "li":
            self.tokens.append(self._item())
        elif tag not in SILENT and not (tag == "code" and self.is_block_of_code):
            self.is_block_of_code |= tag == "pre"
            self.tokens.append(f"<{OTHERS.get(tag, tag)}>")
            self.handle_data(dict(attrs).get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in ENDING or (tag == "code" and not self.is_block_of_code):
            self.tokens.append(f"</{OTHERS.get(tag, tag)}>")
        elif tag in LISTS:
            self.lists.pop()
        elif tag == "pre":
            self.is_block_of_code = False

    def handle_data(self, data: str) -> None:
        self.tokens += [character for character in data if not character.isspace()]

    def _item(self) -> MarkdownToken:
        number = self.lists[-1]
        if number is None:
            return f"{len(self.lists)}:-"
        self.lists[-1] = number + 1
        return f"{len(self.lists)}:{number}."


def read(html: str) -> list[MarkdownToken]:
    """All that cleaned HTML says, in its order."""
    reader = _ShownReader()
    reader.feed(html)
    reader.close()
    return reader.tokens
