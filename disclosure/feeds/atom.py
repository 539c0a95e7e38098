"""A feed as Atom (RFC 4287): the same bytes for the same values.

The first link of feed and entry is the page, which readers take for the entry's own. Texts are ``type="html"``: as
``xhtml`` some readers put their parts into another order. Without an address of the site links lead from the feed.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from disclosure.catalog import address, beside
from disclosure.feeds import links
from disclosure.feeds.entry import Feed, FeedEntry, Publisher, bounded, label, urn

NAMESPACE = "http://www.w3.org/2005/Atom"


def write(feed: Feed, by: Publisher) -> bytes:
    own = beside.feed(feed.at)
    base = by.address or address.root_of(own)
    root = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": by.language})
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.subtitle)
    _link(root, "alternate", "text/html", base + feed.page)
    if by.address:
        _link(root, "self", "application/atom+xml", base + own)
    _text(root, "id", urn(feed.name))
    _text(root, "updated", feed.updated)
    _text(ET.SubElement(root, "author"), "name", by.title)
    for one in bounded(feed.entries):
        _entry(root, one, base)
    ET.indent(root, "")
    # Not ``tostring``'s own: it writes the encoding in single quotes
    written: bytes = ET.tostring(root, "utf-8", xml_declaration=False)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + written + b"\n"


def _entry(root: ET.Element, one: FeedEntry, base: str) -> None:
    entry = ET.SubElement(root, "entry")
    _text(entry, "title", one.title)
    _link(entry, "alternate", "text/html", base + one.address)
    _text(entry, "id", urn(one.name))
    _text(entry, "updated", one.time)
    _text(entry, "published", one.time)
    ET.SubElement(entry, "category", {"term": one.kind.value, "label": label(one.kind)})
    _text(entry, "summary", one.summary)
    if one.html:
        content = _text(entry, "content", links.led(one.html, one.address.partition("#")[0], base))
        content.set("type", "html")


def _link(parent: ET.Element, rel: str, type: str, href: str) -> None:
    ET.SubElement(parent, "link", {"rel": rel, "type": type, "href": href})


def _text(parent: ET.Element, tag: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, tag)
    element.text = text
    return element
