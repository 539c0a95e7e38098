"""Pages of the site as they stand in the zip: with the day on each, and no link to what stays out."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable
from urllib.parse import quote, unquote, urlsplit

from msgspec import Struct

from disclosure.translation import gettext as _

# Before this stands what is said of the copy; ``templates/base.html`` has it once
MAIN = '<main class="d-main"'
# An address that is followed or copied, in what holds it: a link of the head, a link of the text, a button
LINK = re.compile(r'<link\b[^>]*?\shref="(?P<to>[^"]*)"[^>]*>\n?')
ANCHOR = re.compile(r'<a\b(?P<before>[^>]*?)\shref="(?P<to>[^"]*)"(?P<after>[^>]*)>(?P<inside>.*?)</a>', re.S)
BUTTON = re.compile(r'<button\b[^>]*?\sdata-copy="(?P<to>[^"]*)"[^>]*>.*?</button> ?', re.S)


class OfflineSite(Struct, frozen=True, kw_only=True):
    """What all pages are told: the day, the site's address (empty where it declares none), what stays out."""

    day: str
    address: str
    left_out: frozenset[str]


def page(site: OfflineSite, where: str, text: str) -> str:
    """A page at its address ``where``. Links to what stays out lead to the site, where it has an address."""

    def mended(otherwise: Callable[[re.Match[str]], str]) -> Callable[[re.Match[str]], str]:
        def mend(found: re.Match[str]) -> str:
            target = _target(where, html.unescape(found["to"]))
            if target not in site.left_out:
                return found[0]
            absolute = html.escape(site.address + quote(target))
            return found[0].replace(f'"{found["to"]}"', f'"{absolute}"', 1) if site.address else otherwise(found)

        return mend

    text = LINK.sub(mended(lambda _found: ""), text)
    text = BUTTON.sub(mended(lambda _found: ""), text)
    text = ANCHOR.sub(mended(_not_here), text)
    return text.replace(MAIN, _told(site, where) + MAIN, 1)


def _target(where: str, to: str) -> str:
    """The address, from the site's root, that a link on a page leads to; empty where it leads elsewhere."""
    parts = urlsplit(to)
    if parts.scheme or parts.netloc or not parts.path:
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(where), unquote(parts.path)))


def _not_here(found: re.Match[str]) -> str:
    said = html.escape(_("（离线版里没有）"))
    return f"<a{found['before']}{found['after']}>{found['inside']}</a>{said}"


def _told(site: OfflineSite, where: str) -> str:
    """From when the copy is, and where the page stands as it is now: whoever opens it may do so years later."""
    said = html.escape(_("这是离线版，内容截至{day}。").format(day=site.day))
    newest = html.escape(site.address + quote(where))
    label, name = html.escape(_("网站上的最新一页")), html.escape(_("离线版"))
    way = f'<a href="{newest}">{label}</a>' if site.address else ""
    return f'<aside class="d-small" aria-label="{name}">{said}{way}</aside>\n'
