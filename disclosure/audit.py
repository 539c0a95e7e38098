"""The finished pages, inspected before anything is published: links, anchors, ids, one h1, pages nobody can get to.

What is found here and not by the checks is a bug of this program (exit 3), not of the content.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from html import unescape
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog.address import NOT_FOUND
from disclosure.catalog.beside import twin as twin_of
from disclosure.catalog.downloads import is_download

# Our own output: attribute values are always quoted and escaped, so no quote, `<` or `>` stands inside one
TAG = re.compile(r"<[a-z][^<>\"]*+(?:\"[^\"]*+\"[^<>\"]*+)*+>")
# An attribute that is looked at: after what only looks like one, in a page's words, the next tag begins and none ends
LOOKED_AT = re.compile(r' (id|href|src|action|data-index|style)="([^"<>]*)"(?=[^<>]*>)')
# Attributes besides href that name a file to load
LOADS = frozenset({"src", "action", "data-index"})
# Where a body begins, headings, what loads a file by href, and what may hold words that look like tags
OPENED = re.compile("<(?:body|h1|link|base|image|use|style|script|!--)")
EXTERNAL = re.compile(r"[a-z][a-z0-9+.-]*:|//")
HOST = re.compile(r"(?!data:)(?:[a-z][a-z0-9+.-]*:|//|\\\\)", re.I)
CLIMB = re.compile(r"^(?:\.\./)+")
RAW_TEXT = re.compile(r"<(style|script)\b[^>]*>.*?</\1>|<!--.*?-->", re.S)


class Facts(Struct, frozen=True, kw_only=True):
    """What the audit needs to know of a page: its ids, its links, its h1 count, its loaded files.

    ``shared`` is what stands in the parts that it shares with others; ``unlinked`` where no other page need lead to it.
    """

    ids: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    headings: int = 0
    loads: tuple[str, ...] = ()
    style_attributes: int = 0
    shared: Facts | None = None
    unlinked: bool = False

    @property
    def all_ids(self) -> tuple[str, ...]:
        return self.ids + self.shared.ids if self.shared else self.ids


NOTHING = Facts()
# An address of the site with a fragment or an empty text
LinkTarget = tuple[str, str]
STYLE_START, STYLE_END = "<style>", "</style>"
COMMENT, SCRIPT_END = "<!--", "</script>"
LINKS = ("<a ", "<area ")
BODY = "<body"
# Name and value
Attribute = tuple[str, str]


def facts(own: str, shared: tuple[str, ...] = ()) -> Facts:
    """What stands in a page's tags: in its own text, and in the parts that it shares with others."""
    return _facts(own, _together(shared) if shared else None)


@lru_cache(1 << 10)
def _together(shared: tuple[str, ...]) -> Facts:
    """Most pages of a kind and depth share the same parts."""
    return _facts("".join(shared), None)


def _facts(markup: str, shared: Facts | None) -> Facts:
    """At one go where only links of the head load a file; that is nearly every page."""
    opened = OPENED.findall(markup)
    links, headings = opened.count("<link"), opened.count("<h1")
    if opened != [*["<link"] * links, BODY, *["<h1"] * headings]:
        return _of_tags(markup, shared)
    body = markup.find(BODY)
    return _told(LOOKED_AT.findall(markup, 0, body), LOOKED_AT.findall(markup, body), headings, shared)


def _of_tags(markup: str, shared: Facts | None) -> Facts:
    """Tag by tag; words, style sheet, scripts and comments are left out."""
    tags = TAG.findall(markup)
    all = "".join(tags)
    # Only where there are any is the whole text searched for them
    if "<style" in all or "<script" in all or COMMENT in markup:
        tags = TAG.findall(_without_raw(markup))
        all = "".join(tags)
    leading = "".join([tag for tag in tags if tag.startswith(LINKS)])
    others = "".join([tag for tag in tags if not tag.startswith(LINKS)])
    return _told(LOOKED_AT.findall(others), LOOKED_AT.findall(leading), all.count("<h1"), shared)


def _told(others: list[Attribute], leading: list[Attribute], headings: int, shared: Facts | None) -> Facts:
    """``leading`` are attributes of tags whose href is a link, where that of ``others`` loads a file."""
    loads = [value for name, value in others if name in LOADS or name == "href"]
    return Facts(
        ids=_plain([value for name, value in others + leading if name == "id"]),
        links=_plain([value for name, value in leading if name == "href"]),
        headings=headings,
        loads=_plain(loads + [value for name, value in leading if name in LOADS]),
        style_attributes=sum(name == "style" for name, _value in others + leading),
        shared=shared,
    )


def _plain(written: list[str]) -> tuple[str, ...]:
    """Values without their escapes."""
    return tuple(map(unescape, written) if "&" in "".join(written) else written)


def _without_raw(markup: str) -> str:
    """Without style sheet, scripts and comments."""
    before, start, rest = markup.partition(STYLE_START)
    if start:
        markup = before + rest.partition(STYLE_END)[2]
    if COMMENT in markup or markup.count(SCRIPT_END) > markup.count(">" + SCRIPT_END):
        markup = RAW_TEXT.sub(_keep_tag, markup)
    return markup


def from_the_root(page: Facts) -> Facts:
    """Of a page that is shown at any address, and asks for the same file at every depth: what it asks for at home."""
    return replace(page, loads=tuple(dict.fromkeys(CLIMB.sub("", load) for load in page.loads)))


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
    shared = page.shared or NOTHING
    if page.headings + shared.headings != 1:
        yield f"{address}: {page.headings + shared.headings} h1 elements"
    if page.style_attributes or shared.style_attributes:
        yield f"{address}: style attribute"
    all = page.all_ids
    ids = frozenset(all)
    if len(ids) != len(all):
        yield f"{address}: id used twice: {next(id for id in all if all.count(id) > 1)}"
    if not promised <= ids:
        yield f"{address}: promised anchors are missing: {sorted(promised - ids)[:3]}"
    for load in dict.fromkeys((*_foreign(page.loads, public), *_foreign(shared.loads, public))):
        yield f"{address}: loads {load} from another host"
    for link in (*[link for link in page.links if link[:1] == "#"], *_local(shared.links)):
        if len(link) > 1 and unquote(link[1:]) not in ids:
            yield f"{address}: link to {link}: no such anchor"


@lru_cache(1 << 10)
def _local(links: tuple[str, ...]) -> tuple[str, ...]:
    """Those that stay on their page."""
    return tuple(link for link in links if link.startswith("#"))


@lru_cache(1 << 10)
def _foreign(loads: tuple[str, ...], public: str) -> tuple[str, ...]:
    return tuple(load for load in loads if HOST.match(load) and not (public and load.startswith(public)))


def targets(pages: Iterable[tuple[str, Facts]], public: str) -> dict[LinkTarget, str]:
    """Where pages lead inside the site, each place with the first page that leads there, another than itself if any.

    Only the page that is shown at any address links from the root of the site's own ``public`` one. On others an editor
    wrote a link to that, as evidence, and what else stands on that host is not ours.
    """
    found: dict[LinkTarget, str] = {}
    folders: dict[tuple[str, bool], _Folder] = {}
    for address, page in pages:
        name, anywhere = address.rpartition("/")[0], address == NOT_FOUND
        folder = folders.get((name, anywhere))
        if folder is None:
            folder = folders[name, anywhere] = _Folder(name, public if anywhere else "")
        for target in folder.new(address, page):
            add_target(found, target, address)
    return found


def add_target(found: dict[LinkTarget, str], target: LinkTarget, page: str) -> None:
    """The page leads to the target; a page that leads to itself only counts where no other does."""
    if found.setdefault(target, page) == target[0]:
        found[target] = page


class _Folder:
    """The pages of one folder share most of their links: each is taken apart once."""

    def __init__(self, name: str, public: str) -> None:
        self.name = name
        self.root = urlsplit(public).path
        self.known: set[str] = set()
        # Many links lead to places of one page
        self.paths: dict[str, str] = {}
        self.shared: Facts | None = None

    def new(self, address: str, page: Facts) -> Iterator[LinkTarget]:
        """Where the page leads and no page before it did, or only the target itself."""
        links = page.links + page.loads
        # Page after page has the very same
        if page.shared is not None and page.shared is not self.shared:
            self.shared = page.shared
            links += page.shared.links + page.shared.loads
        fresh = dict.fromkeys([link for link in links if link not in self.known])
        self.known.update(fresh)
        for link in fresh:
            target = self._target(link)
            if target is None:
                continue
            if target[0] == address:
                self._forget(link)
            yield target

    def _forget(self, link: str) -> None:
        """A page leads to itself: the next one that has this link is the first to lead there."""
        self.known.discard(link)
        if self.shared is not None and link in self.shared.links:
            self.shared = None

    def _target(self, link: str) -> LinkTarget | None:
        path, _hash, fragment = link.partition("#")
        if path not in self.paths:
            self.paths[path] = self._address(path)
        address = self.paths[path]
        return (address, unquote(fragment) if "%" in fragment else fragment) if address else None

    def _address(self, path: str) -> str:
        """Of a file of the site; empty for another place, and for the page itself."""
        folder = self.name
        if EXTERNAL.match(path):
            return ""
        if self.root and path.startswith(self.root):
            path, folder = path.removeprefix(self.root), ""
        path = unquote(path.partition("?")[0])
        return normpath(join(folder, path)) if path else ""


def unreached(pages: Mapping[str, Facts], links: Mapping[LinkTarget, str]) -> Iterator[str]:
    """The pages to which none of ``links`` leads from another page, though one should."""
    reached = {target[0] for target, page in links.items() if page != target[0]}
    return (address for address, page in pages.items() if address not in reached and not page.unlinked)


def orphans(unreached: Iterable[str]) -> Iterator[str]:
    """The finding for each such page."""
    return (f"{address}: no page leads here" for address in unreached)


def twins(pages: Iterable[str]) -> dict[str, None]:
    """The data beside pages, which are made when these stand: no page's links to them are astray."""
    return {twin: None for twin in map(twin_of, pages) if is_download(twin)}


def astray(links: Mapping[LinkTarget, str], anchors: Mapping[str, Collection[str] | None]) -> Iterator[str]:
    """The links that lead nowhere. ``links``: each with a page that has it; ``anchors``: of every file, by address."""
    for (wanted, fragment), address in links.items():
        if wanted not in anchors:
            yield f"{address}: link to {wanted}{'#' if fragment else ''}{fragment} leads nowhere"
        elif fragment and fragment not in (anchors[wanted] or ()):
            yield f"{address}: link to {wanted}#{fragment}: no such anchor"
