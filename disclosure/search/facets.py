"""What hits are filtered by, for all documents at once: section, topics and status. Read after the first hits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from disclosure.pages.document import Document


def facets(documents: Sequence[Document]) -> dict[str, Any]:
    """A report's part: pairs of a section's id and title, ids of topics, then for each document the number of its
    section, ``0`` where it is the last one's, its topics' numbers from 1 and its status."""
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
        "status": [one.status or 0 for one in documents],
    }


def topics(documents: Iterable[Document], labels: Mapping[str, str]) -> dict[str, Any]:
    """``labels`` in their order, then the numbers of each document's topics."""
    return {
        "labels": list(labels.items()),
        "topics": _numbered(documents, {id: n for n, id in enumerate(labels, 1)}),
    }


def _numbered(documents: Iterable[Document], numbers: Mapping[str, int]) -> list[Any]:
    found = ([numbers[id] for id in one.topics] for one in documents)
    return [of[0] if len(of) == 1 else of or 0 for of in found]
