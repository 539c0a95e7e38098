"""Markdown: what is rendered, cleaned, linked, escaped and held against what was typed."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from disclosure.source import (
    markdown,
    markdown_compare,
    markdown_escaped,
    markdown_limits,
    markdown_meant,
    markdown_shown,
    markdown_slips,
    prose,
)
from tests.security.fuzz.target import FuzzTarget, example, sections, text, words

__all__ = ["markdown_meant", "markdown_shown"]

SIGNS = words("markdown-signs")
BODIES = [one.split(b"\n---\n", 1)[-1] for one in (*example("*.md"), *example("updates/*/*.md", 20))]
SEEDS = [piece for one in BODIES for piece in sections(one, 200)][:60]


class _Elements(HTMLParser):
    """Elements with their attributes, as they are published."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))


def _check(html: str) -> None:
    """Nothing but what Markdown makes, and no address that runs something."""
    for tag, attributes in _Elements(html).found:
        assert tag in markdown.TAGS, html
        for name, value in attributes:
            assert name in markdown.ATTRIBUTES["*"] | markdown.ATTRIBUTES.get(tag, set()), html
            scheme = re.match(r"[\s\x00-\x1f]*([a-z][a-z0-9+.-]*):", value or "", re.I)
            assert name not in ("href", "src") or not scheme or scheme[1].lower() in ("http", "https", "mailto"), html


def _render(data: bytes) -> None:
    whole = text(data)
    made = markdown.render(whole)
    _check(made.html)
    for slip in made.slips:
        assert 0 <= slip.offset <= len(whole)
        assert all(markdown_slips.told(slip))
    prose.plain(made.html)
    prose.relink(made.html, lambda name: name + ".html" if name.endswith("md") else None)


def _compare(data: bytes) -> None:
    whole = text(data)
    if markdown_limits.find(whole) is None:
        # Against a page that says something else
        for slip in markdown_compare.find(whole, markdown.clean(whole)):
            assert 0 <= slip.offset <= len(whole)
    prose.unlined(whole)


def _escaped(data: bytes) -> None:
    whole = text(data)
    try:
        body = markdown_escaped.paragraphs(whole)
    except markdown_escaped.Unwritable:
        return
    assert markdown_escaped.says(body, "".join(whole.split())) or "\x1c" in whole


def _clean(data: bytes) -> None:
    cleaned = markdown.clean(text(data))
    _check(cleaned)
    _check(markdown.clean(cleaned))


HTML = words("markdown-html")
TARGETS = (
    FuzzTarget(name="markdown", reads=_render, seeds=SEEDS, words=SIGNS, size=160),
    FuzzTarget(name="markdown-compare", reads=_compare, seeds=SEEDS, words=SIGNS, size=160),
    FuzzTarget(name="markdown-escaped", reads=_escaped, seeds=SEEDS[:30], words=SIGNS, size=40),
    FuzzTarget(
        name="html-clean",
        reads=_clean,
        seeds=[b"<p>a<a href='x'>b</a>", b"<pre>a\nb</pre>"],
        words=HTML,
        size=200,
    ),
)
