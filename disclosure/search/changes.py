"""A large site's index where little changed: only the files that a change reaches, from those that were published.

Equal to making all of them (``files.files``), which ``tests/search/test_changes.py`` holds against each other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

import msgspec

from disclosure.catalog import address
from disclosure.search import data_file, files, shards
from disclosure.search.files import BLOCKS, PAIRS, TOKENS
from disclosure.search.postings import documents_in, recounted, replaced
from disclosure.search.tables import initials, syllables_of
from disclosure.search.tiers import Tiers

# A file of the index as it was published, by its address
ReadPublished = Callable[[str], bytes]


class ReportChange(NamedTuple):
    """What the report with this number gave to the index before, and gives now: the pieces that changed, by name."""

    number: int
    old: Mapping[str, bytes]
    new: Mapping[str, bytes]

    def of(self, name: str) -> tuple[Mapping[str, object], Mapping[str, object]]:
        """A piece that is a mapping, before and now; nothing where it stayed as it was."""
        return (msgspec.json.decode(self.old.get(name, b"{}")), msgspec.json.decode(self.new.get(name, b"{}")))


def blocks(change: ReportChange) -> dict[str, bytes | None]:
    """The files of documents that are others than before by address; ``None`` for one that is no more."""
    old, new = (files.blocks(change.number, each.get(BLOCKS, b"")) for each in (change.old, change.new))
    changed = {where: data for where, data in new.items() if old.get(where) != data}
    return {**changed, **dict.fromkeys(old.keys() - new.keys())}


def tokens(changes: Iterable[ReportChange], of: Tiers, published: ReadPublished) -> Iterator[tuple[str, bytes]]:
    """The files of postings that changes reach, of either tier."""
    for name, mended in _reached(changes, of).items():
        found = data_file.decode(published(address.search(name)), dict[str, str])
        for token, mend in mended:
            found[token] = mend(found.get(token, ""))
        yield files.file(name, {token: found[token] for token in sorted(found) if found[token]})


def _reached(changes: Iterable[ReportChange], of: Tiers) -> Mapping[str, list[tuple[str, Callable[[str], str]]]]:
    """By the file's name, tokens with what is made of their postings."""
    reached: defaultdict[str, list[tuple[str, Callable[[str], str]]]] = defaultdict(list)
    for token, number, old, new in _parts(changes):
        put = partial(replaced, number=number, part=new)
        reached[of.file(token) if of.is_first(number) else of.older_file(token)].append((token, put))
        # The first tier's files tell how many documents of the other hold a token
        more = documents_in(new) - documents_in(old)
        if more and not of.is_first(number):
            reached[of.file(token)].append((token, partial(recounted, more=more)))
    return reached


def _parts(changes: Iterable[ReportChange]) -> Iterator[tuple[str, int, str, str]]:
    """A report's part of each token that is another one than before, as it was and as it is."""
    for change in changes:
        for name in TOKENS:
            old, new = change.of(name)
            for token in {token for token, _part in old.items() ^ new.items()}:
                yield token, change.number, str(old.get(token, "")), str(new.get(token, ""))


def counted(changes: Iterable[ReportChange], counts: Mapping[str, int]) -> tuple[dict[str, int], set[str]]:
    """The pairs of the site with their numbers of documents after the changes, and those that have another number."""
    difference: Counter[str] = Counter()
    for change in changes:
        old, new = (Counter(each) for each in change.of(PAIRS))
        difference.update(new)
        difference.subtract(old)
    changed = {pair for pair, number in difference.items() if number}
    after = {**counts, **{pair: counts.get(pair, 0) + difference[pair] for pair in changed}}
    return {pair: number for pair, number in after.items() if number}, changed


def readings(
    changed: Iterable[str], counts: Mapping[str, int], syllables: Mapping[str, str], published: ReadPublished
) -> Iterator[tuple[str, bytes]]:
    """The files of readings that a changed pair stands in."""
    of = syllables_of(syllables)
    wanted = {key for pair in changed for key in shards.keys(pair, of)}
    short = {_heard(initials(key)) for key in wanted}
    near = {
        pair: count for pair, count in counts.items() if not short.isdisjoint(map(_heard, shards.initials(pair, of)))
    }
    written = shards.readings(near, of)
    for n in sorted({shards.shard(key, shards.READING_SHARDS) for key in wanted}):
        name = f"readings/{n}"
        found = data_file.decode(published(address.search(name)), dict[str, str])
        found |= {key: written.get(key, "") for key in wanted if shards.shard(key, shards.READING_SHARDS) == n}
        yield files.file(name, {key: found[key] for key in sorted(found) if found[key]})


def _heard(initials: str) -> str:
    """A full reading's first letters may be another pair's: l is heard as n."""
    return initials.replace("l", "n")
