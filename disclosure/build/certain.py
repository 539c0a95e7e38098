"""What is wrong for certain where not everything could be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from disclosure.catalog.catalog import Catalog
from disclosure.checks import run as checks
from disclosure.problem import Problem, errors
from disclosure.source.content import RawContent


def certain(
    raw: RawContent, unreadable: frozenset[str], catalog: Catalog, unresolved: Iterable[Problem]
) -> Iterator[Problem]:
    """The problems of ``raw`` apart, those that stand whatever the unread files say.

    Not what may only follow from a file that could not be read: a vocabulary, a report's text, a record.
    """
    unread = unreadable | {one.place.path for one in errors(raw.problems)}
    reports = tuple(path.removesuffix("report.md") for path in unread if path.endswith("/report.md"))
    unsure = {"reference"} | ({"unknown-word"} if any("/vocabulary/" in path for path in unread) else set())
    for one in (*unresolved, *checks.alone(catalog)):
        if one.rule not in unsure and not (one.place.path.startswith(reports) and one.place.path.endswith(".yml")):
            yield one
