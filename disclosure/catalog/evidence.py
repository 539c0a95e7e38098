"""A public document behind a statement, resolved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from msgspec import Struct

from disclosure.catalog.words import Vocabularies
from disclosure.model import vocabulary
from disclosure.model.evidence import EvidenceRecord
from disclosure.model.vocabulary import Term

# Ways of seeing a document without its publisher's own page: nobody vouches for the copy
COPIES: Final = ("mirror", "repost")


class Evidence(Struct, frozen=True, kw_only=True):
    """A public document. ``passage`` is the place on this site where it can be read, as report and paragraph; ``seen``
    is where it was read, as far as that is said, ``excerpt`` that it was not read whole; ``dead`` is the day its
    address no longer answered, where that was found."""

    publisher: str
    passage: str
    title: str
    url: str
    locator: str
    day: date | None
    retrieved: date | None
    seen: Term | None
    excerpt: bool
    says: str
    does_not_say: str
    snapshot: str
    sha256: str
    dead: date | None

    @property
    def is_copy(self) -> bool:
        return self.seen is not None and self.seen.id in COPIES


def evidence(one: EvidenceRecord, words: Vocabularies, dead: Mapping[str, date]) -> Evidence:
    return Evidence(
        publisher=one.publisher or "",
        passage=one.passage or "",
        title=one.title or "",
        url=one.url or "",
        locator=one.locator or "",
        day=one.date,
        retrieved=one.retrieved,
        seen=words.label(vocabulary.SEEN, one.seen) if one.seen else None,
        excerpt=one.excerpt,
        says=one.says or "",
        does_not_say=one.does_not_say or "",
        snapshot=one.snapshot or "",
        sha256=one.sha256 or "",
        dead=dead.get(one.url or ""),
    )


def only_copies(documents: Iterable[Evidence]) -> bool:
    """Whether no document was seen on its publisher's own page, as far as that is said; not where there is none."""
    known = list(documents)
    return bool(known) and all(one.is_copy for one in known)
