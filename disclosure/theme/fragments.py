"""The fragment cache: what is equal on many pages is rendered, encoded and audited once, and put into each."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup
from msgspec import Struct

from disclosure.catalog import address
from disclosure.pages import years
from disclosure.pages.chrome import Frame
from disclosure.pages.page import Page
from disclosure.theme.environment import Environment

# Stands around the number of a fragment; no content holds it, because reading refuses control characters
MARK = "\0"


class RenderedPage(Struct, frozen=True):
    """A page as it is published (``data``), and what the audit has to look at: its own text, and its fragments.

    ``own`` has a placeholder for each fragment, outside any tag.
    """

    data: bytes
    own: str
    fragments: tuple[str, ...] = ()


class Placeholders:
    """A short text in the place of each fragment, until the page is finished."""

    def __init__(self) -> None:
        self._fragments: dict[bytes, tuple[str, bytes]] = {}
        self._placeholders: dict[str, Markup] = {}

    def of(self, fragment: Markup) -> Markup:
        """The placeholder of a fragment."""
        if fragment not in self._placeholders:
            key = str(len(self._fragments))
            self._fragments[key.encode()] = (str(fragment), _encoded(fragment))
            self._placeholders[fragment] = Markup(MARK + key + MARK)  # noqa: S704 (a number)
        return self._placeholders[fragment]

    def filled(self, text: str) -> RenderedPage:
        """The page whose placeholders give way to the fragments."""
        pieces = _encoded(text).split(MARK.encode())
        fragments = [self._fragments[key] for key in pieces[1::2]]
        pieces[1::2] = [data for _text, data in fragments]
        return RenderedPage(b"".join(pieces), text, tuple([text for text, _data in fragments]))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "xmlcharrefreplace")


class FragmentCache:
    """The fragments of the pages in a frame; a template calls for each where it stands.

    ``shown_as`` is what a template gets: the fragment, or its placeholder.
    """

    def __init__(self, environment: Environment, frame: Frame, shown_as: Callable[[Markup], Markup] = Markup) -> None:
        self.environment = environment
        self.frame = frame
        self.shown_as = shown_as
        self._known: dict[tuple[object, ...], Markup] = {}
        self._listed = {link.address for link in (*frame.nav, *frame.menu)}

    def head(self, page: Page, script: str) -> Markup:
        """What loads the style sheet and the scripts."""
        return self._fragment(("head", page.root, script), lambda: self._component("head", page, script))

    def header(self, page: Page, **has: bool) -> Markup:
        """The masthead, and below it what the site says of itself on every page.

        It marks the page in the navigation, if it stands there.
        """
        site, nav, menu = self.frame.site, self.frame.nav, self.frame.menu
        marked = page.address if page.address in self._listed else ""
        key = ("header", page.root, marked, *has.items())
        return self._fragment(
            key,
            lambda: self._component("header", site, nav, menu, page, **has) + "\n" + self._component("notices", site),
        )

    def years(self, page: Page) -> Markup:
        """Above a report's pages: whether its year is over, and the way to the same page of other years."""
        key = address.owner(page.address)
        if not key:
            return Markup()
        made = ("years", page.root, key, page.kind)
        return self._fragment(
            made, lambda: self._component("years", page, years.view(self.frame.reports, key, page.kind))
        )

    def footer(self, page: Page) -> Markup:
        """The footer, and what the script of marked words fills."""
        site = self.frame.site
        key = ("footer", page.root)
        return self._fragment(key, lambda: self._component("footer", site, page) + "\n" + self._component("found"))

    def _fragment(self, key: tuple[object, ...], make: Callable[[], Markup]) -> Markup:
        """What ``make`` says, or said before: the key is all that it takes from the page."""
        if key not in self._known:
            self._known[key] = self.shown_as(make())
        return self._known[key]

    def _component(self, name: str, *arguments: object, **has: bool) -> Markup:
        component = self.environment.get_template(f"components/{name}.html").module
        said: Markup = getattr(component, name)(*arguments, **has)
        return said
