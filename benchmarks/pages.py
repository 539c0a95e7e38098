"""A built site taken apart into what another generator needs: each page's data, and what all pages have in common."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

RECORD = re.compile(r"reports/[^/]+/commitments/[^/]+\.html$")
HEAD = re.compile(r"(.*?)<title>(.*?)</title>\n((?:<meta [^>]*>\n)*)(.*)", re.S)
META = re.compile(r'<meta name="([^"]*)" content="([^"]*)">')
CRUMBS = re.compile(r'<nav class="d-crumbs".*?</nav>', re.S)
ITEM = re.compile(r"<li[^>]*>(?:<a href=\"([^\"]*)\">)?(.*?)(?:</a>)?</li>", re.S)
MAIN = re.compile(r"(<main[^>]*>)(.*)(</main>.*)", re.S)
WRAPPED = re.compile(r'\s*<div id="UCAP-CONTENT">(.*)</div>\s*', re.S)
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*?(/?)>")
ROW = re.compile(r"<tr><th[^>]*>(.*?)</th><td>(.*?)</td></tr>", re.S)
LINK = re.compile(r"<a ([^>]*)>(.*?)</a>", re.S)
VOID = {"meta", "link", "br", "hr", "img", "input", "wbr"}
# Stands for the way to the site's root, which differs from folder to folder
ROOT = "@@ROOT@@"


@dataclass(frozen=True)
class PlainPage:
    """One page: its address, its front matter as YAML, and its body (empty for a record, which is all data)."""

    address: str
    front: str
    body: str


@dataclass(frozen=True)
class Surroundings:
    """What stands around every page: before the title, between its data and the crumbs, and so on."""

    before_title: str
    after_metas: str
    main: str
    end: str


def addresses(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def statics(site: Path) -> list[str]:
    """Every file that is no page: scripts, data, sources. Other generators copy them."""
    found = (path for path in site.rglob("*") if path.is_file() and path.suffix != ".html")
    return sorted(path.relative_to(site).as_posix() for path in found)


def frame(site: Path) -> Surroundings:
    """The common parts, as a record's page has them."""
    address = next(one for one in addresses(site) if RECORD.match(one))
    text = (site / address).read_text("utf-8").replace(_root(address), ROOT)
    opening = _search(HEAD, text)
    crumbs, main = _search(CRUMBS, opening[4]), _search(MAIN, opening[4])
    return Surroundings(opening[1], opening[4][: crumbs.start()], main[1], main[3])


def page(site: Path, address: str) -> PlainPage:
    text = (site / address).read_text("utf-8")
    opening, main = _search(HEAD, text), _search(MAIN, text)
    crumbs = CRUMBS.search(text)
    rows = [f"title: {_quoted(html.unescape(opening[2]))}", f"url: {_quoted('/' + address)}"]
    rows += [f"permalink: {_quoted('/' + address)}", f"root: {_quoted(_root(address))}", "metas:"]
    rows += _rows(2, [{"name": name, "content": html.unescape(said)} for name, said in META.findall(opening[3])])
    if crumbs:
        rows += ["crumbs:", *_rows(2, [{"href": one[1] or "", "text": one[2]} for one in ITEM.finditer(crumbs[0])])]
    if not RECORD.match(address):
        return PlainPage(address, "\n".join(rows), _tight(main[2]))
    return PlainPage(address, "\n".join([*rows, "blocks:", *_blocks(_search(WRAPPED, main[2])[1])]), "")


def _root(address: str) -> str:
    return "../" * address.count("/")


def _search(pattern: re.Pattern[str], text: str) -> re.Match[str]:
    found = pattern.search(text)
    assert found, f"the built site has changed its shape: {pattern.pattern}"
    return found


def _tight(text: str) -> str:
    """HTML that Markdown leaves alone: no empty and no indented line."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip()) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _rows(indent: int, mappings: list[dict[str, str]]) -> Iterator[str]:
    for one in mappings:
        for n, (name, value) in enumerate(one.items()):
            yield f"{' ' * indent}{'- ' if n == 0 else '  '}{name}: {_quoted(value)}"


def _blocks(text: str) -> Iterator[str]:
    """The elements of a record's page: tables as rows, navigation as links, the others as they are."""
    for tag, element in _elements(text):
        rows, links = ROW.findall(element), LINK.findall(element)
        if tag == "table" and rows:
            yield f"  - table: {_quoted(element[: element.index('<tr>')])}"
            yield "    rows:"
            yield from _rows(6, [{"label": label, "value": value} for label, value in rows])
        elif tag == "nav" and links:
            yield f"  - nav: {_quoted(element[: element.index('<a ')])}"
            yield "    links:"
            yield from _rows(6, [{"attributes": attributes, "text": text} for attributes, text in links])
        else:
            yield f"  - element: {_quoted(element)}"


def _elements(text: str) -> Iterator[tuple[str, str]]:
    """The outermost elements with their names."""
    depth = start = 0
    for tag in TAG.finditer(text):
        if tag[2] in VOID or tag[3]:
            continue
        if not tag[1]:
            start = tag.start() if depth == 0 else start
            depth += 1
            continue
        depth -= 1
        if depth == 0:
            yield tag[2], text[start : tag.end()]
