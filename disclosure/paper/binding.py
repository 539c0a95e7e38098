"""Pieces of pages bound into one document: ``bound``.

The components of the site's pages are written for a page of their own: their headings begin at 2, their ids are said
once a page, their links lead from page to page, and part of them wants a script or a click. Here each piece gets the
level and the ids of its place, links lead within the document where what they lead to stands in it, what is closed is
open, and what cannot be done on paper is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from html.parser import HTMLParser

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
# What only a screen has a use for, with all in it
DROPPED = frozenset({"script", "noscript", "template", "button", "form", "input"})
DROPPED_CLASSES = frozenset({"d-screen", "d-scripted", "d-pager", "d-also"})
# What Chromium tags as a figure, or folds, though it is neither here
INSTEAD = {"details": "div", "summary": "p", "article": "div", "section": "div", "figure": "div", "nav": "div"}
REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "for")
Attributes = list[tuple[str, str | None]]
# Where a link leads in the document, or elsewhere; None where it leads nowhere from paper
PaperLeads = Callable[[str], str | None]


def bound(html: str, leads: PaperLeads) -> str:
    """``html`` as rendered, its links led as ``leads`` says of an address as the site's pages write it."""
    binder = _Binder(leads)
    binder.feed(html)
    binder.close()
    return "".join(binder.made)


class _Binder(HTMLParser):
    """Writes what it reads, and changes what the module says."""

    def __init__(self, leads: PaperLeads) -> None:
        super().__init__(convert_charrefs=True)
        self.leads = leads
        self.made: list[str] = []
        # The elements that are open, each with the tag that it is written with; none while its content is dropped
        self.open: list[tuple[str, str]] = []
        self.dropped = 0
        self.prefix, self.level, self.depth = "", 0, 0
        self.numbers: list[int | None] = []

    def handle_decl(self, decl: str) -> None:
        self.made.append(f"<!{decl}>")

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if self.dropped or _is_dropped(tag, attrs):
            self.dropped += tag not in VOID
            return
        given = dict(attrs)
        self._enter(tag, given)
        written = self._written(tag, given)
        self.made.append(f"<{written}{''.join(_attribute(*one) for one in given.items())}>")
        if tag not in VOID:
            self.open.append((tag, written))
        self._number(tag)

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        if not self.dropped and not _is_dropped(tag, attrs):
            self.made.append(f"<{tag}{''.join(_attribute(*one) for one in attrs)}/>")

    def handle_endtag(self, tag: str) -> None:
        if self.dropped:
            self.dropped -= 1
            return
        if tag in ("td", "th") and self.made[-1].startswith(f"<{tag}"):
            # Chromium leaves an empty cell out of the table's tags, and those after it move up
            self.made.append("&nbsp;")
        while self.open:
            opened, written = self.open.pop()
            self.made.append(f"</{written}>")
            if opened in ("ol", "ul") and self.numbers:
                self.numbers.pop()
            if len(self.open) < self.depth:
                self.prefix, self.level, self.depth = "", 0, 0
            if opened == tag:
                break

    def handle_data(self, data: str) -> None:
        if not self.dropped:
            raw = bool(self.open) and self.open[-1][0] == "style"
            self.made.append(data if raw else escape(data, quote=False))

    def _enter(self, tag: str, given: dict[str, str | None]) -> None:
        """A piece begins: its ids get a prefix, its headings begin at a level."""
        prefix = given.pop("data-bind", None)
        if prefix:
            self.prefix, self.level, self.depth = prefix, int(given.pop("data-level", None) or 2), len(self.open) + 1
        if tag in ("ol", "ul"):
            self.numbers.append(1 if tag == "ol" and not given.get("class") else None)

    def _written(self, tag: str, given: dict[str, str | None]) -> str:
        """The tag that an element is written with; its attributes become what they are here."""
        if "id" in given:
            given["id"] = self._id(given["id"] or "")
        for name in REFERENCES:
            if given.get(name):
                given[name] = " ".join(map(self._id, (given[name] or "").split()))
        if tag == "a" and given.get("href") is not None:
            return self._link(given)
        if self.level and len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            return f"h{min(6, int(tag[1]) - 2 + self.level)}"
        return INSTEAD.get(tag, tag) if self.prefix or tag in ("details", "summary") else tag

    def _link(self, given: dict[str, str | None]) -> str:
        target = given.pop("href") or ""
        found = f"#{self._id(target[1:])}" if target.startswith("#") else self.leads(target)
        if found is None:
            given.pop("aria-label", None)
            return "span"
        given["href"] = found
        return "a"

    def _id(self, id: str) -> str:
        if not self.prefix or id == self.prefix:
            return id
        return f"{self.prefix}-{id}" if id else self.prefix

    def _number(self, tag: str) -> None:
        """The numbers of plain lists are text: drawn by the browser they would be no text of the page."""
        if tag == "li" and self.numbers and self.numbers[-1] is not None:
            self.made.append(f'<span class="d-pdf-item">{self.numbers[-1]}. </span>')
            self.numbers[-1] += 1


def _is_dropped(tag: str, attrs: Iterable[tuple[str, str | None]]) -> bool:
    given = dict(attrs)
    classes = frozenset((given.get("class") or "").split())
    return tag in DROPPED or "hidden" in given or bool(classes & DROPPED_CLASSES)


def _attribute(name: str, value: str | None) -> str:
    return f" {name}" if value is None else f' {name}="{escape(value)}"'
