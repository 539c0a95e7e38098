"""How much two texts are about the same: the share of their pairs of letters that both have, rare ones first."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

PAIR = 2


def pairs(text: str) -> Counter[str]:
    """A text's pairs of neighbouring letters; a mark ends a word."""
    found: Counter[str] = Counter()
    for n in range(len(text) - 1):
        pair = text[n : n + PAIR]
        if pair[0].isalnum() and pair[1].isalnum():
            found[pair] += 1
    return found


class Weights:
    """How much each pair of letters tells: the fewer texts have it, the more (inverse document frequency)."""

    def __init__(self, texts: Iterable[str]) -> None:
        seen: Counter[str] = Counter()
        number = 0
        for text in texts:
            seen.update(pairs(text).keys())
            number += 1
        self._most = math.log(1 + number)
        self._of = {pair: math.log((1 + number) / (0.5 + times)) for pair, times in seen.items()}
        # Each text is held against many others, and taken apart once
        self._read: dict[str, Mapping[str, float]] = {}

    def weight(self, pair: str) -> float:
        return self._of.get(pair, self._most)

    def likeness(self, one: str, other: str) -> float:
        """0 (nothing in common) to 1 (the same)."""
        first, second = self._weighed(one), self._weighed(other)
        shared = sum(first[pair] for pair in first.keys() & second.keys())
        every = sum((*first.values(), *second.values()))
        return 2 * shared / every if every else 0.0

    def _weighed(self, text: str) -> Mapping[str, float]:
        if text not in self._read:
            self._read[text] = {pair: self.weight(pair) for pair in pairs(text)}
        return self._read[text]
