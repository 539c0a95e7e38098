"""What a document's tokens count: BM25's share of one document, as a small whole number.

The inverse document frequency is the query's business. The mean length is fixed, so that what one report's documents
count does not depend on other reports. The browser computes the same from ``SCALE`` (``templates/js/search/one.js``).
"""

from __future__ import annotations

from collections import Counter

from disclosure.search.document import KINDS, Document
from disclosure.search.tokens import tokens

# A title says it in other words than the text around it: its words count three times
SCALE = {"k": 1.2, "b": 0.4, "mean": 120.0, "title": 3, "steps": 16.0}


def weights(document: Document) -> dict[str, int]:
    """Each token of a document and what it counts, 1 or more."""
    found = tokens(document.title) * int(SCALE["title"]) + tokens(document.text) + tokens(document.also)
    counts = Counter(found)
    k, b = SCALE["k"], SCALE["b"]
    length = k * (1 - b + b * len(found) / SCALE["mean"])
    most = KINDS[document.kind] * SCALE["steps"] * (k + 1)
    # Few counts occur: each is weighed once
    weighed = {count: max(1, int(most * count / (count + length) + 0.5)) for count in set(counts.values())}
    return {token: weighed[count] for token, count in counts.items()}
