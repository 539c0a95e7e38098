"""Narratives: Markdown to HTML with ids that do not move, and what the text links to.

MkDocs renders the published page with the same settings (the host takes ``EXTENSIONS`` and ``SETTINGS`` from here);
this reading finds the headings, links and raw HTML that the checks want, with their places.
"""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from importlib import import_module
from typing import Any
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import slugify_unicode
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE
from msgspec.structs import replace

from disclosure.source import markdown_compare, markdown_limits
from disclosure.source.character_tables import WIDE
from disclosure.source.markdown_compare import ENTITY
from disclosure.source.prose import RenderedProse

EXTENSIONS = ("attr_list", "def_list", "fenced_code", "sane_lists", "tables", "toc")
# slugify_unicode keeps Chinese headings readable and independent of the headings before them
SETTINGS: dict[str, dict[str, Any]] = {"toc": {"slugify": slugify_unicode}}


def slug(text: str) -> str:
    """The id that a heading gets if nothing else has it."""
    return str(slugify_unicode(text, "-"))


# Between Han characters, and signs as wide as these, nothing stands: signs of inline elements may
SOFT_BREAK = re.compile(
    rf"(?P<code><pre>.*?</pre>)"
    rf"|(?P<before>[{WIDE}](?:</(?:a|code|em|strong)>)*)\n(?P<after>(?:<(?:a|code|em|strong)\b[^<>]*>)*(?=[{WIDE}]))",
    re.S,
)

TAGS = frozenset(
    {
        *("a", "abbr", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "hr", "img", "li", "ol", "p"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "pre", "strong", "sub", "sup", "ul"),
        *("table", "tbody", "td", "th", "thead", "tr"),
    }
)
ATTRIBUTES = {
    "*": {"id"},
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
    "th": {"scope"},
}


class _Collector(Treeprocessor):
    """What the elements of the last text say. Runs last: by then attr_list and toc have given every one its id."""

    targets: tuple[str, ...]
    images: tuple[str, ...]
    ids: tuple[str, ...]

    def forget(self) -> None:
        """Before each text: where it is empty, no processor runs."""
        self.targets = self.images = self.ids = ()

    def run(self, root: Element) -> None:
        self.targets, self.images = _values(root, "href", "src"), _values(root, "src")
        self.ids = _values(root, "id")


def _values(root: Element, *names: str) -> tuple[str, ...]:
    return tuple(_plain(value) for element in root.iter() for name in names if (value := element.get(name)))


def _plain(value: str) -> str:
    """An attribute as readers get it: Python-Markdown hides ``<someone@x.test>`` in character references."""
    return unescape(value.replace(AMP_SUBSTITUTE, "&")) if AMP_SUBSTITUTE in value else value


@cache
def _renderer() -> tuple[Markdown, _Collector]:
    """Made once: setting it up costs more than rendering a page."""
    md = Markdown(extensions=[*map(_extension, EXTENSIONS)])
    collector = _Collector(md)
    md.treeprocessors.register(collector, "disclosure-collect", -100)
    return md, collector


def _extension(name: str) -> Extension:
    """The library's own: by its name alone it would be looked for in every installed package."""
    extension: Extension = import_module(f"markdown.extensions.{name}").makeExtension(**SETTINGS.get(name, {}))
    return extension


def render(text: str) -> RenderedProse:
    """One narrative's body; one that is too much for the library is not rendered, and says so."""
    limit = markdown_limits.find(text)
    if limit:
        nothing = RenderedProse(html="", headings=(), ids=(), targets=(), images=(), raw_html=())
        return replace(nothing, slips=(limit,), beyond=True)
    md, collected = _renderer()
    collected.forget()
    md.reset()
    md.toc_tokens = []  # type: ignore[attr-defined]
    html = md.convert(text)
    headings = tuple(_flatten(md.toc_tokens))  # type: ignore[attr-defined]
    stashed = (str(block) for block in md.htmlStash.rawHtmlBlocks)
    # With the raw HTML lies how a plain character is written
    raw = tuple(block for block in stashed if not block.startswith("<pre") and not ENTITY.fullmatch(block))
    cleaned = clean(html)
    return RenderedProse(
        html=cleaned,
        headings=headings,
        ids=collected.ids,
        targets=collected.targets,
        images=collected.images,
        raw_html=raw,
        # Raw HTML is another rule's, and vanishes
        slips=() if raw else markdown_compare.find(text, cleaned),
    )


def _flatten(tokens: list[Any]) -> list[tuple[int, str, str]]:
    found: list[tuple[int, str, str]] = []
    for token in tokens:
        found.append((int(token["level"]), str(token["id"]), str(token["name"])))
        found += _flatten(token["children"])
    return found


def clean(html: str) -> str:
    """Only the elements that Markdown makes; no script, style, event or foreign scheme survives."""
    safe = nh3.clean(
        html, tags=set(TAGS), attributes=ATTRIBUTES, link_rel=None, url_schemes={"http", "https", "mailto"}
    )
    return SOFT_BREAK.sub(_joined, safe)


def _joined(found: re.Match[str]) -> str:
    """Without the line's end, which a browser shows as a blank; code is as it was."""
    return found[0] if found["code"] else found["before"] + found["after"]
