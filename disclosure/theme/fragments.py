"""What many pages share: it is made, encoded and looked at once, and put into each page when that is finished."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup
from msgspec import Struct

from disclosure.pages.chrome import Frame
from disclosure.pages.page import Page
from disclosure.theme.environment import Environment

# Stands around the number of a shared part; no content holds it, because reading refuses control characters
MARK = "\0"


class Rendered(Struct, frozen=True):
    """A page as it is published, and what the audit has to look at: the text of its own, and its shared parts.

    ``own`` has a mark in the place of each shared part, outside any tag.
    """

    data: bytes
    own: str
    shared: tuple[str, ...] = ()


class Shared:
    """The parts that pages share, each known by a mark."""

    def __init__(self) -> None:
        self._parts: dict[bytes, tuple[str, bytes]] = {}
        self._marks: dict[str, Markup] = {}

    def mark(self, text: Markup) -> Markup:
        """What a page has in the place of a part until it is finished."""
        if text not in self._marks:
            key = str(len(self._parts))
            self._parts[key.encode()] = (str(text), text.encode("utf-8", "xmlcharrefreplace"))
            self._marks[text] = Markup(MARK + key + MARK)  # noqa: S704 (a number)
        return self._marks[text]

    def finished(self, text: str) -> Rendered:
        """A page whose marks give way to the parts."""
        pieces = text.encode("utf-8", "xmlcharrefreplace").split(MARK.encode())
        parts = [self._parts[key] for key in pieces[1::2]]
        pieces[1::2] = [data for _text, data in parts]
        return Rendered(b"".join(pieces), text, tuple([text for text, _data in parts]))


class Around:
    """What stands around a page, rendered once for all pages that are to show the same ones; ``kept`` says as what."""

    def __init__(self, environment: Environment, frame: Frame, kept: Callable[[Markup], Markup] = Markup) -> None:
        self.environment = environment
        self.frame = frame
        self.kept = kept
        self._known: dict[tuple[object, ...], Markup] = {}
        self._listed = {link.address for link in frame.nav}

    def head(self, page: Page, style: Markup, script: str) -> Markup:
        """The style sheet, and what stands beside it on every page."""
        return self._once(("head", page.root, style, script), (page, style, script), {})

    def notices(self) -> Markup:
        """What the site says of itself on every page."""
        return self._once(("notices",), (self.frame.site,), {})

    def header(self, page: Page, **how: bool) -> Markup:
        """It marks the page in the navigation, if it stands there."""
        marked = page.address if page.address in self._listed else ""
        arguments = (self.frame.site, self.frame.nav, page)
        return self._once(("header", page.root, marked, *how.items()), arguments, how)

    def footer(self, page: Page) -> Markup:
        """It names the page's public address, if there is one."""
        named = page.address if self.frame.site.address else ""
        return self._once(("footer", page.root, named), (self.frame.site, page), {})

    def _once(self, key: tuple[object, ...], arguments: tuple[object, ...], how: Mapping[str, bool]) -> Markup:
        if key not in self._known:
            component = self.environment.get_template(f"components/{key[0]}.html").module
            self._known[key] = self.kept(getattr(component, str(key[0]))(*arguments, **how))
        return self._known[key]
