"""Which topics a text belongs to: learned from the records on file, and from what the vocabulary says of its words.

Of each topic there are pairs of letters that its records have oftener than others have (naive Bayes over pairs of
letters, each topic for itself). What a site has not registered yet is known by the words of labels and descriptions,
and by a table of words that reports use (``topic_words.tsv``), where the site's topics have the ids of the table.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib import resources

from msgspec import Struct

from disclosure.drafts.records.likeness import pairs
from disclosure.model.vocabulary import WordRecord

# A label, a word of a description and one of the table count as so many records
OF_LABEL, OF_WORD = 6, 3
# Added to each count, so that what was never seen is not impossible
SMOOTH = 0.5
# A further topic is named where it is hardly less likely than the first; and none is sure below the last of these
FURTHER, AT_LEAST, SURE = 0.62, 2.0, 4.0
MOST = 2
# What the words around a text count for, at most and in proportion to its length; and its section's heading
OF_NEAR, OF_SHORT, OF_HEADING = 0.4, 0.7, 0.3


class TopicExample(Struct, frozen=True):
    """A text and the topics, by label, that an editor gave it."""

    text: str
    topics: tuple[str, ...]


class TopicGuess(Struct, frozen=True):
    """Topics by label, the likeliest first; ``unsure`` where hardly anything speaks for them."""

    topics: tuple[str, ...]
    unsure: bool


class Topics:
    """What is known of topics; made once, asked of every text."""

    def __init__(self, words: Sequence[WordRecord], examples: Iterable[TopicExample]) -> None:
        self._labels = [word.label for word in words]
        self._counts: dict[str, Counter[str]] = {word.label: _said(word) for word in words}
        self._all: Counter[str] = Counter()
        for one in examples:
            found = pairs(one.text)
            for topic in one.topics:
                if topic in self._counts:
                    self._counts[topic].update(found)
        for counts in self._counts.values():
            self._all.update(counts)
        self._sums = {topic: sum(counts.values()) for topic, counts in self._counts.items()}
        self._sum = sum(self._all.values())

    def guess(self, text: str, near: str = "", heading: str = "") -> TopicGuess:
        """The topics of a text; what stands ``near`` it and its section's ``heading`` count for less."""
        own, beside, above = pairs(text), pairs(near), pairs(heading)
        # A short quote among many other words is still about itself
        share = min(OF_NEAR, OF_SHORT * len(own) / max(len(beside), 1))
        pairs_of = [(own, 1.0), (beside, share), (above, OF_HEADING)]
        scores = sorted(((self._score(topic, pairs_of), topic) for topic in self._labels), reverse=True)
        if not scores:
            return TopicGuess((), unsure=True)
        best = scores[0][0]
        further = [topic for score, topic in scores[1:MOST] if score >= max(best * FURTHER, AT_LEAST)]
        return TopicGuess((scores[0][1], *further), unsure=best < SURE)

    def _score(self, topic: str, heard: Iterable[tuple[Counter[str], float]]) -> float:
        return sum(weight * sum(self._tells(topic, pair) for pair in found) for found, weight in heard)

    def _tells(self, topic: str, pair: str) -> float:
        """How much oftener the topic's texts have a pair than all others'."""
        inside, every = self._counts[topic][pair], self._all[pair]
        if not every:
            return 0.0
        within = (inside + SMOOTH) / (self._sums[topic] + SMOOTH * len(self._all))
        outside = (every - inside + SMOOTH) / (self._sum - self._sums[topic] + SMOOTH * len(self._all))
        return math.log(within / outside)


def _said(word: WordRecord) -> Counter[str]:
    """What the vocabulary and the table say of a topic, as if records had said it."""
    found: Counter[str] = Counter()
    for text, times in (
        (word.label, OF_LABEL),
        (word.description or "", OF_WORD),
        (_table().get(word.id, ""), OF_WORD),
    ):
        for pair, n in pairs(text).items():
            found[pair] += n * times
    return found


@lru_cache(1)
def _table() -> Mapping[str, str]:
    """Words of reports by the id of a topic."""
    text = resources.files("disclosure.drafts.records").joinpath("topic_words.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {row[0]: row[1] for row in rows}
