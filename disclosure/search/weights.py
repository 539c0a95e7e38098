"""What a document's tokens count: BM25's share of one document, as a small whole number.

The inverse document frequency is the query's business. The mean length is fixed, so that what one report's documents
count does not depend on other reports. The browser computes the same from ``SCALE`` (``templates/js/search/one.js``).
"""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.pages.document import Document
from disclosure.search import registry
from disclosure.search.tokens import stretches

# A title says it in other words than the text around it: its words count three times
SCALE = {"k": 1.2, "b": 0.4, "mean": 120.0, "title": 3, "steps": 16.0}


def stretches_of(document: Document) -> list[str]:
    """What a document says, between its marks: each stretch as often as it counts."""
    return stretches(document.title) * int(SCALE["title"]) + stretches(document.text) + stretches(document.also)


def weights(kind: str, length: int, counts: Iterable[int]) -> dict[int, int]:
    """What a token counts in a document of so many tokens, by how often it stands there: 1 or more."""
    k, b = SCALE["k"], SCALE["b"]
    long = k * (1 - b + b * length / SCALE["mean"])
    most = registry.priors()[kind] * SCALE["steps"] * (k + 1)
    return {count: max(1, int(most * count / (count + long) + 0.5)) for count in counts}
