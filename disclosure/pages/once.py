"""What several pages of a report show is made once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from disclosure.catalog.catalog import Catalog, Report

T = TypeVar("T")


def once(make: Callable[[Report], T]) -> Callable[[Report], T]:
    """Kept beside the report, as a cached property of its own would be, and gone with it."""
    name = f"{make.__module__}.{make.__name__}"

    @wraps(make)
    def cached(report: Report) -> T:
        kept = report.__dict__
        if name not in kept:
            kept[name] = make(report)
        found: T = kept[name]
        return found

    return cached


def once_in(make: Callable[[Catalog, Report], T]) -> Callable[[Catalog, Report], T]:
    """The same of what depends on the catalogue too: kept beside that one, which leads to the report and not back."""
    name = f"{make.__module__}.{make.__name__}"

    @wraps(make)
    def cached(catalog: Catalog, report: Report) -> T:
        at = f"{name} {report.key}"
        kept = catalog.__dict__.get(at)
        if kept is None or kept[0] is not report:
            kept = catalog.__dict__[at] = (report, make(catalog, report))
        found: T = kept[1]
        return found

    return cached
