"""Markdown: what is rendered, cleaned, linked, escaped and held against what was typed."""

from __future__ import annotations

import re

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
from tests.security.fuzz.target import Target, example, sections, text

__all__ = ["markdown_meant", "markdown_shown"]

SIGNS = (
    *("# ", "\n## ", "**", "*", "__", "_", "`", "```\n", "~~~", "[", "](", ")", "![", "[^1]", "[a]: b\n", "<b>", "</b>", "<!--"),
    *("<https://a.test>", "<script>", "&amp;", "&#x41;", "&", "\\", "\n\n", "\n    ", "\n- ", "\n1. ", "\n> ", "\n| a | b |\n|---|---|\n"),
    *("|", "\n---\n", "\n===\n", "{#id}", "{: .x}", "\n: ", "javascript:", "http://", "../files/a.pdf", '"', "'", "\t", "  \n", "＊", "＃"),
)
BODIES = [one.split(b"\n---\n", 1)[-1] for one in (*example("*.md"), *example("updates/*/*.md", 20))]
SEEDS = [piece for one in BODIES for piece in sections(one, 200)][:60]
EVENT = re.compile(r"<[^>]*\s(?:on\w+|style|srcdoc)\s*=|<(?:script|style|iframe|object|form|svg|base|meta|link)\b|(?:href|src)=\"\s*javascript:", re.I)


def _render(data: bytes) -> None:
    whole = text(data)
    made = markdown.render(whole)
    assert not EVENT.search(made.html), made.html
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
    assert not EVENT.search(cleaned), cleaned
    assert markdown.clean(cleaned) == cleaned


HTML = ("<p>", "</p>", "<a href=\"", "\">", "</a>", "<img src=x onerror=\"", "<svg>", "<math>", "<style>", "</style>", "<table><tr><td>", "<pre>", "\n", "中", "文", "&lt;", "<em>", "</em>", "javascript:", "data:")
TARGETS = (
    Target(name="markdown", reads=_render, seeds=SEEDS, words=SIGNS, size=160),
    Target(name="markdown-compare", reads=_compare, seeds=SEEDS, words=SIGNS, size=160),
    Target(name="markdown-escaped", reads=_escaped, seeds=SEEDS[:30], words=SIGNS, size=40),
    Target(name="html-clean", reads=_clean, seeds=[b"<p>a<a href='x'>b</a>", b"<pre>a\nb</pre>"], words=HTML, size=200, weight=2),
)
