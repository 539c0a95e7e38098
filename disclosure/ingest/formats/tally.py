"""What was left out, guessed or mended on the way, a sentence for each kind of it."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.translation import gettext as _

# So many of a kind are quoted, each by so many characters
QUOTED, LONGEST = 3, 24


class Tally:
    """Kinds are templates of a sentence: ``{n}`` is how often, ``{words}`` are the first of them, quoted."""

    def __init__(self) -> None:
        self._found: dict[str, list[str]] = {}

    def note(self, kind: str, words: str = "") -> None:
        self._found.setdefault(kind, []).append(words)

    def notes(self, kind: str, found: Iterable[str]) -> None:
        for words in found:
            self.note(kind, words)

    def count(self, kind: str) -> int:
        return len(self._found.get(kind, ()))

    @property
    def remarks(self) -> tuple[str, ...]:
        return tuple(
            _(kind).format(n=len(found), words=quoted(dict.fromkeys(one for one in found if one.strip())))
            for kind, found in self._found.items()
        )


def quoted(words: Iterable[str]) -> str:
    """The first of some words, each in quotation marks."""
    every = [" ".join(one.split()) for one in words]
    shown = [f"“{one[:LONGEST]}{'…' if len(one) > LONGEST else ''}”" for one in every[:QUOTED]]
    return "、".join(shown) + (_(" 等") if len(every) > QUOTED else "")
