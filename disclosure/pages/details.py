"""What pages of the whole site show of a report beyond its card: asked for only where such a page is made."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from disclosure.catalog.catalog import Catalog, Report
from disclosure.pages import department_parts, entity_parts, returning, topics, vanished
from disclosure.pages.department_parts import DepartmentPart
from disclosure.pages.entity_parts import EntityPart
from disclosure.pages.returning import TakenUp
from disclosure.pages.topics import TopicPart
from disclosure.pages.vanished import Measures


class ReportDetails(Struct, frozen=True, kw_only=True):
    """A report, in plain values: its part in the page of each topic, department and entity, the measures it gives,
    and its promises that are taken up again."""

    topics: tuple[TopicPart, ...]
    departments: tuple[DepartmentPart, ...]
    entities: tuple[EntityPart, ...]
    measures: Measures
    taken_up: tuple[TakenUp, ...]


# Of a report, by its key
DetailsOf = Callable[[str], ReportDetails]


def details(catalog: Catalog, report: Report) -> ReportDetails:
    return ReportDetails(
        topics=topics.summary(catalog, report),
        departments=department_parts.summary(catalog, report),
        entities=entity_parts.summary(catalog, report),
        measures=vanished.measures(catalog, report),
        taken_up=returning.taken_up(report),
    )
