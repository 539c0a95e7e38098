"""What a document's tokens count: BM25's share of one document, as a small whole number.

The inverse document frequency is the query's business. The mean length is fixed, so that what one report's documents
count does not depend on other reports. The browser computes the same from ``SCALE`` (``templates/js/search/one.js``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from disclosure.search.document import KINDS, Document
from disclosure.search.tokens import Cuts

# A title says it in other words than the text around it: its words count three times
SCALE = {"k": 1.2, "b": 0.4, "mean": 120.0, "title": 3, "steps": 16.0}


def weighed(document: Document, cuts: Cuts) -> tuple[Mapping[str, int], Mapping[int, int]]:
    """How often each token stands in a document, and what it counts there by how often: 1 or more.

    Few numbers occur in a document, each of which is weighed once.
    """
    found = cuts.of(document.title) * int(SCALE["title"]) + cuts.of(document.text) + cuts.of(document.also)
    counts = Counter(found)
    k, b = SCALE["k"], SCALE["b"]
    length = k * (1 - b + b * len(found) / SCALE["mean"])
    most = KINDS[document.kind] * SCALE["steps"] * (k + 1)
    return counts, {count: max(1, int(most * count / (count + length) + 0.5)) for count in set(counts.values())}
