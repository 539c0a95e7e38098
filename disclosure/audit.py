"""The finished pages, inspected before anything is published: links, anchors, ids, one h1.

What is found here and not by the checks is a bug of this program (exit 3), not of the content.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from html import unescape
from posixpath import join, normpath
from urllib.parse import unquote

from msgspec import Struct

# Our own output: attribute values are always quoted and escaped, so no quote stands inside one
TAG = re.compile(r"<[a-z][^<>\"]*+(?:\"[^\"]*+\"[^<>\"]*+)*+>")
# Attributes besides href that name a file to load
LOADS = ("src", "action", "data-index")
EXTERNAL = re.compile(r"[a-z][a-z0-9+.-]*:|//")
HOST = re.compile(r"(?!data:)(?:[a-z][a-z0-9+.-]*:|//|\\\\)", re.I)
RAW_TEXT = re.compile(r"<(style|script)\b[^>]*>.*?</\1>|<!--.*?-->", re.S)


class Facts(Struct, frozen=True):
    """What the audit needs to know of a page: its ids in order, its links, its h1 count, its loaded files."""

    ids: tuple[str, ...]
    links: tuple[str, ...]
    headings: int
    loads: tuple[str, ...]
    style_attributes: int


# An address of the site with a fragment or an empty text
Target = tuple[str, str]
STYLE_START, STYLE_END = "<style>", "</style>"
COMMENT, SCRIPT_END = "<!--", "</script>"


def facts(own: str, shared: tuple[str, ...] = ()) -> Facts:
    """What stands in a page's tags: in its own text, and in the parts that it shares with others."""
    found, known = _facts(own), _together(shared)
    return Facts(
        found.ids + known.ids,
        found.links + known.links,
        found.headings + known.headings,
        found.loads + known.loads,
        found.style_attributes + known.style_attributes,
    )


@lru_cache(1 << 10)
def _together(shared: tuple[str, ...]) -> Facts:
    """Most pages of a kind and depth share the same parts."""
    return _facts("".join(shared))


def _facts(markup: str) -> Facts:
    """Words, style sheet, scripts and comments are left out."""
    before, start, rest = markup.partition(STYLE_START)
    if start:
        markup = before + rest.partition(STYLE_END)[2]
    if COMMENT in markup or markup.count(SCRIPT_END) > markup.count(">" + SCRIPT_END):
        markup = RAW_TEXT.sub(_keep_tag, markup)
    tags = TAG.findall(markup)
    leading = [tag for tag in tags if ' href="' in tag]
    links = "".join([tag for tag in leading if tag.startswith(("<a ", "<area "))])
    loading = "".join([tag for tag in leading if not tag.startswith(("<a ", "<area "))])
    all = "".join(tags)
    return Facts(
        tuple(_values(all, "id")),
        tuple(_values(links, "href")),
        all.count("<h1"),
        (*_values(loading, "href"), *(value for name in LOADS for value in _values(all, name))),
        all.count(' style="'),
    )


def _values(tags: str, name: str) -> list[str]:
    """The values of an attribute; cutting a text at a word is several times faster than a pattern."""
    return [unescape(rest.partition('"')[0]) for rest in tags.split(f' {name}="')[1:]]


class Flawed(Exception):
    """The audit found what the checks should have found: our bug. ``args`` are its findings."""


def expect(findings: Iterator[str]) -> None:
    """``Flawed`` where there is any finding."""
    found = tuple(findings)
    if found:
        raise Flawed(*found)


def _keep_tag(found: re.Match[str]) -> str:
    return found[0].split(">", 1)[0] + ">" if found[1] else ""


def flaws(address: str, page: Facts, promised: frozenset[str], public: str) -> Iterator[str]:
    """What is wrong with a page by itself, in English, for our own eyes.

    ``promised`` are the anchors it must have, ``public`` is the site's own address or empty.
    """
    if page.headings != 1:
        yield f"{address}: {page.headings} h1 elements"
    if page.style_attributes:
        yield f"{address}: style attribute"
    ids = frozenset(page.ids)
    if len(ids) != len(page.ids):
        yield f"{address}: id used twice: {next(id for id in page.ids if page.ids.count(id) > 1)}"
    if not promised <= ids:
        yield f"{address}: promised anchors are missing: {sorted(promised - ids)[:3]}"
    for load in dict.fromkeys(page.loads):
        if HOST.match(load) and not (public and load.startswith(public)):
            yield f"{address}: loads {load} from another host"
    for link in page.links:
        if link.startswith("#") and len(link) > 1 and unquote(link[1:]) not in ids:
            yield f"{address}: link to {link}: no such anchor"


def targets(pages: Iterable[tuple[str, Facts]], public: str) -> dict[Target, str]:
    """Where pages lead inside the site, each place with the first page that leads there."""
    found: dict[Target, str] = {}
    # Pages of one folder share most of their links: each is taken apart once
    known: dict[str, set[str]] = {}
    for address, page in pages:
        folder = address.rpartition("/")[0]
        seen = known.setdefault(folder, set())
        for link in (*page.links, *page.loads):
            if link not in seen:
                seen.add(link)
                target = _target(folder, link, public)
                if target is not None:
                    found.setdefault(target, address)
    return found


def _target(folder: str, link: str, public: str) -> Target | None:
    if public and link.startswith(public):
        link, folder = link.removeprefix(public), ""
    elif EXTERNAL.match(link):
        return None
    path, _hash, fragment = link.partition("#")
    path = unquote(path.partition("?")[0])
    return (normpath(join(folder, path)), unquote(fragment)) if path else None


def astray(links: Mapping[Target, str], anchors: Mapping[str, Collection[str] | None]) -> Iterator[str]:
    """The links that lead nowhere. ``links``: each with a page that has it; ``anchors``: of every file, by address."""
    for (wanted, fragment), address in links.items():
        if wanted not in anchors:
            yield f"{address}: link to {wanted}{'#' if fragment else ''}{fragment} leads nowhere"
        elif fragment and fragment not in (anchors[wanted] or ()):
            yield f"{address}: link to {wanted}#{fragment}: no such anchor"
