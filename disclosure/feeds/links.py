"""Where the links of a page's text lead when it is read somewhere else."""

from __future__ import annotations

from html import escape, unescape
from posixpath import dirname, join, normpath
from urllib.parse import urlsplit, urlunsplit

from disclosure.source import prose


def led(html: str, page: str, base: str) -> str:
    """The text of a ``page`` of the site, where its root is ``base``: an address, or the way there."""
    if "<a" not in html and "<img" not in html:
        return html
    return prose.LINK.sub(lambda found: f'{found[1]}{escape(_led(unescape(found[2]), page, base))}"', html)


def _led(url: str, page: str, base: str) -> str:
    parts = urlsplit(url)
    if parts.scheme or parts.netloc or url.startswith(("/", "\\")):
        return url
    path = normpath(join(dirname(page), parts.path)) if parts.path else page
    return base + urlunsplit(("", "", path, parts.query, parts.fragment))
