"""How alike the text of a row and a promise are: what few promises say weighs more, figures and names most of all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import log

from msgspec import Struct

from disclosure.search.fold import fold
from disclosure.search.numbers import numbers

# Whatever is neither a letter nor a digit, but for what belongs to a number
SIGNS = re.compile(r"[^\w%‰.]|_|(?<!\d)\.|\.(?!\d)")
# 1. （一） ① before a task
NUMBERED = re.compile(
    r"^(?:\d{1,3}[.、．)）]\s*(?!\d)|[(（][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+[、.．]|[①-⑳])\s*"
)
QUOTED = re.compile(r"[“《「](.{2,20}?)[”》」]")
# A pair of characters is 1. That two texts have the same figure says little, that they have others much
FIGURE, NAME = 1.5, 2.0
# Of so many characters, what one text holds of the other says that they are the same
LEAST = 6


class TextTokens(Struct, frozen=True, kw_only=True):
    """A text as it is compared: without signs, its tokens with their weights, and its figures."""

    plain: str
    tokens: Mapping[str, float]
    figures: frozenset[str]


def plain(text: str) -> str:
    """Folded, without numbering, blanks and signs."""
    return SIGNS.sub("", fold(NUMBERED.sub("", text.strip())))


def tokens(text: str) -> TextTokens:
    folded = plain(text)
    found: dict[str, float] = {a + b: 1.0 for a, b in pairwise(folded)}
    found |= {f"“{plain(name)}": NAME for name in QUOTED.findall(text)}
    read = set(numbers(fold(text)))
    # 20 beside 20个 says nothing more
    figures = frozenset(one for one in read if not any(other != one and other.startswith(one) for other in read))
    found |= {f"#{one}": FIGURE for one in figures}
    return TextTokens(plain=folded, tokens=found, figures=figures)


class Likeness:
    """Texts held against the promises of a report."""

    def __init__(self, texts: Mapping[str, Sequence[str]]) -> None:
        """``texts``: title and quote by id."""
        self.read = {id: [tokens(one) for one in several if one] for id, several in texts.items()}
        seen = Counter(token for several in self.read.values() for token in {t for one in several for t in one.tokens})
        self.rare = {token: log((len(self.read) + 1) / (n + 0.5)) for token, n in seen.items()}
        self.unseen = log((len(self.read) + 1) / 0.5)

    def contradicts(self, text: str, id: str) -> bool:
        """Whether the text has figures, the promise has others, and they share none."""
        given = tokens(text)
        return all(_contradict(given, other) for other in self.read[id])

    def holding(self, text: str) -> list[str]:
        """The promises whose title or quote holds the text, or stands in it."""
        given = plain(text)
        return [id for id, several in self.read.items() if any(_holds(given, one.plain) for one in several)]

    def score(self, text: str, id: str) -> float:
        """How alike a promise is, 0 to 1."""
        return self._likest(tokens(text), id)

    def scores(self, text: str) -> list[tuple[float, str]]:
        """How alike each promise is, the likest first."""
        given = tokens(text)
        return sorted(((self._likest(given, id), id) for id in self.read), key=lambda one: (-one[0], one[1]))

    def _likest(self, given: TextTokens, id: str) -> float:
        return max((self._score(given, one) for one in self.read[id]), default=0.0)

    def _score(self, given: TextTokens, other: TextTokens) -> float:
        if not given.plain or not other.plain:
            return 0.0
        if given.plain == other.plain:
            return 1.0
        shared = self._weight(given, given.tokens.keys() & other.tokens.keys())
        smaller, larger = sorted((self._weight(given, given.tokens), self._weight(other, other.tokens)))
        # A title says less than its quote: what the shorter one has of the longer counts, and a little what it lacks
        return 0.75 * shared / smaller + 0.25 * shared / larger if smaller else 0.0

    def _weight(self, text: TextTokens, chosen: Iterable[str]) -> float:
        return sum(text.tokens.get(one, 1.0) * self.rare.get(one, self.unseen) for one in chosen)


def _contradict(one: TextTokens, other: TextTokens) -> bool:
    """Whether both have figures, and none of the one is the other's."""
    return bool(one.figures and other.figures and not one.figures & other.figures)


def holds(text: str, other: str) -> bool:
    """Whether one of the texts is a part of the other, and long enough to be no word of many."""
    return _holds(plain(text), plain(other))


def _holds(text: str, other: str) -> bool:
    shorter, longer = sorted((text, other), key=len)
    return len(shorter) >= LEAST and shorter in longer
