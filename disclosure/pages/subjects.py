"""What a report holds on what the whole site has pages about: read only by the builds that make these anew."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from disclosure.catalog.catalog import Catalog, Report
from disclosure.pages import departments, topics
from disclosure.pages.departments import DepartmentPart
from disclosure.pages.topics import TopicPart


class SubjectParts(Struct, frozen=True, kw_only=True):
    """A report's part in the page of each topic and of each department."""

    topics: tuple[TopicPart, ...]
    departments: tuple[DepartmentPart, ...]


# The parts of a report, by its key
SubjectPartsOf = Callable[[str], SubjectParts]


def summary(catalog: Catalog, report: Report) -> SubjectParts:
    return SubjectParts(topics=topics.summary(catalog, report), departments=departments.summary(catalog, report))
