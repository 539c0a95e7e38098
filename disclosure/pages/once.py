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
    def made(report: Report) -> T:
        kept = report.__dict__
        if name not in kept:
            kept[name] = make(report)
        found: T = kept[name]
        return found

    return made


def once_in(make: Callable[[Catalog, Report], T]) -> Callable[[Catalog, Report], T]:
    """The same of what depends on the catalogue too: made again where it is another one."""
    name = f"{make.__module__}.{make.__name__}"

    @wraps(make)
    def made(catalog: Catalog, report: Report) -> T:
        kept = report.__dict__.get(name)
        if kept is None or kept[0] is not catalog:
            kept = report.__dict__[name] = (catalog, make(catalog, report))
        found: T = kept[1]
        return found

    return made
