"""What labels mean before and after a change: records are written by labels, and a word may be called otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from disclosure.history import facts
from disclosure.history.fact import FileFacts


class Labels(Struct, frozen=True):
    """The ids of words by vocabulary and label, before and now, of the vocabularies that changed.

    ``successors``: what took the place of words that are gone, as ``retired.yml`` calls both.
    """

    before: Mapping[tuple[str, str], str]
    now: Mapping[tuple[str, str], str]
    successors: Mapping[str, str]

    def same(self, vocabulary: str, one: Any, other: Any) -> bool:
        """Whether two labels mean the same word; one that has another id now is the same still."""
        id = self.before.get((vocabulary, one)) if isinstance(one, str) else None
        name = f"vocabulary/{vocabulary}/{id}"
        now = self.now.get((vocabulary, other)) if isinstance(other, str) else None
        return id is not None and f"vocabulary/{vocabulary}/{now}" == self.successors.get(name, name)


def known(old: FileFacts, new: FileFacts) -> Labels:
    before, now = ({(name, label): id for name, label, id in facts.labels(one)} for one in (old, new))
    return Labels(before, now, {name: to for name, to in facts.successors(new) if name not in new})


def dropped(old: FileFacts, new: FileFacts) -> Iterator[tuple[str, str, str]]:
    """Vocabulary, label and id of what no word is called any more."""
    left = {(name, label) for name, label, _id in facts.labels(new)}
    return (one for one in facts.labels(old) if one[:2] not in left)
