"""The text of the bound document, as a reader sees it, and what stands where in it: ``SeenText``."""

from __future__ import annotations

from html.parser import HTMLParser

UNSEEN = frozenset({"style", "title", "head", "desc"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class SeenText(HTMLParser):
    """Everything in the order of the document. ``links`` are what links are called; ``heads`` the texts of tables'
    heads, which a table repeats on each of its pages; ``headings`` are level and text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.links: list[str] = []
        self.heads: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self._unseen = 0
        self._link: tuple[str, int] | None = None
        self._begun: dict[str, int] = {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._unseen += tag in UNSEEN
        self._begun[tag] = len(self.text)
        if tag == "a" and given.get("href"):
            self._link = (given.get("aria-label") or "", len(self.text))

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in UNSEEN
        said = "".join(self.text[self._begun.get(tag, len(self.text)) :])
        if tag == "a" and self._link is not None:
            words, begun = self._link
            self.links.append(words or " ".join("".join(self.text[begun:]).split()))
            self._link = None
        elif tag == "thead":
            self.heads.append(said)
        elif tag in HEADINGS:
            self.headings.append((int(tag[1]), " ".join(said.split())))

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.text.append(data)
