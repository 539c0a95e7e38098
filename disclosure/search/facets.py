"""What hits are filtered by, for all documents at once: section, topics and outcome. Read after the first hits.

Under what else promises are filed (``FILED``) stands in a file of its own, read only for who asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from disclosure.pages.document import Document

# Facets of promises, as pages/facets.py calls them, beside their outcome
FILED = ("department", "reported", "evidenced", "schedule")
COMMITMENT = "commitment"


def facets(documents: Sequence[Document]) -> dict[str, Any]:
    """A report's part: pairs of a section's id and title, ids of topics, then for each document the number of its
    section, ``0`` where it is the last one's, its topics' numbers from 1 and its outcome."""
    titles = {one.section: one.title for one in documents if one.kind == "heading"}
    numbers = {id: n for n, id in enumerate(sorted({one.section for one in documents}), 1)}
    section = [numbers[one.section] for one in documents]
    steps = [0 if n and each == section[n - 1] else each for n, each in enumerate(section)]
    known = {id: n for n, id in enumerate(sorted({id for one in documents for id in one.topics}), 1)}
    return {
        "sections": [[id, titles.get(id, "")] for id in numbers],
        "section": steps,
        "known": list(known),
        "topics": _numbered(documents, known),
        "outcome": [one.outcome or 0 for one in documents],
    }


def filed(documents: Iterable[Document]) -> dict[str, Any]:
    """For each facet of ``FILED`` the ids that occur, and for each promise the numbers of its own, from 1."""
    all = [one.filed for one in documents if one.kind == COMMITMENT]
    return {name: _column([one.get(name, ()) for one in all]) for name in FILED}


def _column(all: Sequence[Sequence[str]]) -> dict[str, Any]:
    known = {id: n for n, id in enumerate(sorted({id for ids in all for id in ids}), 1)}
    return {"known": list(known), "of": [_short([known[id] for id in ids]) for ids in all]}


def topics(documents: Iterable[Document], labels: Mapping[str, str]) -> dict[str, Any]:
    """``labels`` in their order, then the numbers of each document's topics."""
    return {
        "labels": list(labels.items()),
        "topics": _numbered(documents, {id: n for n, id in enumerate(labels, 1)}),
    }


def _numbered(documents: Iterable[Document], numbers: Mapping[str, int]) -> list[Any]:
    return [_short([numbers[id] for id in one.topics]) for one in documents]


def _short(numbers: list[int]) -> Any:
    return numbers[0] if len(numbers) == 1 else numbers or 0
