"""What pages of the whole site show of a report beyond its card: asked for only where such a page is made."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from disclosure.catalog.catalog import Catalog, Report
from disclosure.pages import entities, topics
from disclosure.pages.entities import EntityPart
from disclosure.pages.topics import TopicPart


class ReportDetails(Struct, frozen=True, kw_only=True):
    """A report, in plain values: what it holds on each topic, and says of each entity."""

    topics: tuple[TopicPart, ...]
    entities: tuple[EntityPart, ...]


# Of a report, by its key
DetailsOf = Callable[[str], ReportDetails]


def details(catalog: Catalog, report: Report) -> ReportDetails:
    return ReportDetails(topics=topics.summary(catalog, report), entities=entities.summary(catalog, report))
