"""All pages in the order of the registry, those of a report and those of the whole site; and the frame of them all."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from disclosure.catalog.catalog import Catalog, Report
from disclosure.pages import chrome, registry
from disclosure.pages.card import Card
from disclosure.pages.chrome import Frame, Newest
from disclosure.pages.kind import SiteInputs
from disclosure.pages.page import Page
from disclosure.pages.topics import TopicPartsOf


def of_report(catalog: Catalog, report: Report) -> Iterator[Page]:
    """Made from the report alone; none for a kind of record that it has not."""
    for kind in registry.KINDS:
        if kind.of_report is not None:
            yield from kind.of_report(catalog, report)


def of_site(catalog: Catalog, cards: tuple[Card, ...], parts: TopicPartsOf) -> tuple[Page, ...]:
    """Made from what belongs to the whole site and the cards of all reports, newest first."""
    inputs = SiteInputs(catalog=catalog, cards=cards, parts=parts)
    for kind in registry.KINDS:
        if kind.of_site is not None:
            inputs = replace(inputs, pages=(*inputs.pages, *kind.of_site(inputs)))
    return inputs.pages


def frame(catalog: Catalog, newest: Newest | None) -> Frame:
    """The frame, from what belongs to the whole site and the newest report, if there is one."""
    links = (link for kind in registry.KINDS if kind.nav for link in kind.nav(catalog, newest))
    return Frame(chrome.site(catalog, has_report=newest is not None), tuple(links))
