"""The finished pages, inspected before anything is published: links, anchors, ids, one h1.

What is found here and not by the checks is a bug of this program (exit 3), not of the content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from posixpath import join, normpath
from urllib.parse import unquote

# Our own output: attribute values are always quoted and escaped, so this sees every attribute
TAG = re.compile(r"<([a-z][a-z0-9]*)((?:\s+[^\s=>\"']+(?:=\"[^\"]*\")?)*)\s*/?>")
ATTRIBUTE = re.compile(r"([^\s=>\"']+)=\"([^\"]*)\"")
EXTERNAL = re.compile(r"[a-z][a-z0-9+.-]*:|//")
HOST = re.compile(r"(?!data:)(?:[a-z][a-z0-9+.-]*:|//|\\\\)", re.I)
RAW_TEXT = re.compile(r"<(style|script)\b[^>]*>.*?</\1>|<!--.*?-->", re.S)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the audit needs to know of a page: its ids in order, its links, its h1 count, its loaded files."""

    ids: tuple[str, ...]
    links: tuple[str, ...]
    headings: int
    loads: tuple[str, ...]
    style_attributes: int


def facts(html: bytes) -> Facts:
    ids: list[str] = []
    links: list[str] = []
    loads: list[str] = []
    headings = styles = 0
    for tag, attributes in TAG.findall(RAW_TEXT.sub(_keep_tag, html.decode())):
        headings += tag == "h1"
        for name, value in ATTRIBUTE.findall(attributes):
            if name == "id":
                ids.append(unescape(value))
            elif name == "href" and tag in ("a", "area"):
                links.append(unescape(value))
            elif name in ("src", "href", "action") or name == "data-index":
                loads.append(unescape(value))
            styles += name == "style"
    return Facts(tuple(ids), tuple(links), headings, tuple(loads), styles)


def _keep_tag(found: re.Match[str]) -> str:
    return found[0].split(">", 1)[0] + ">" if found[1] else ""


def audit(pages: Mapping[str, Facts], files: frozenset[str], public: str) -> Iterator[str]:
    """What is wrong with the output, in English, for our own eyes. ``public`` is the site's own address or empty."""
    anchors = {address: frozenset(one.ids) for address, one in pages.items()}
    for address, one in pages.items():
        if one.headings != 1:
            yield f"{address}: {one.headings} h1 elements"
        if one.style_attributes:
            yield f"{address}: style attribute"
        if len(anchors[address]) != len(one.ids):
            yield f"{address}: id used twice: {next(id for id in one.ids if one.ids.count(id) > 1)}"
        for load in dict.fromkeys(one.loads):
            if HOST.match(load) and not (public and load.startswith(public)):
                yield f"{address}: loads {load} from another host"
        for link in dict.fromkeys((*one.links, *one.loads)):
            yield from _link(address, link, anchors, files, public)


def _link(
    address: str, link: str, anchors: Mapping[str, frozenset[str]], files: frozenset[str], public: str
) -> Iterator[str]:
    if public and link.startswith(public):
        link = link.removeprefix(public)
        base = ""
    elif EXTERNAL.match(link):
        return
    else:
        base = address.rpartition("/")[0]
    path, _hash, fragment = link.partition("#")
    path = unquote(path.partition("?")[0])
    wanted = normpath(join(base, path)) if path else address
    if wanted not in files:
        yield f"{address}: link to {link} leads nowhere"
    elif fragment and unquote(fragment) not in anchors.get(wanted, frozenset()):
        yield f"{address}: link to {link}: no such anchor"
