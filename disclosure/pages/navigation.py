"""The frame of all pages: what the site says of itself, and the navigation's links, which the registry declares."""

from __future__ import annotations

from disclosure.catalog.catalog import Catalog
from disclosure.pages import chrome, registry
from disclosure.pages.chrome import Frame, Newest
from disclosure.pages.page import Link


def frame(catalog: Catalog, newest: Newest | None) -> Frame:
    """From what belongs to the whole site and the newest report, if there is one."""
    return Frame(chrome.site(catalog, has_report=newest is not None), links(catalog, newest))


def links(catalog: Catalog, newest: Newest | None) -> tuple[Link, ...]:
    return tuple(link for kind in registry.KINDS if kind.nav for link in kind.nav(catalog, newest))
