"""The search's files, laid: all of them, or only those that a change reaches where all others still stand.

What the published index was made of is left on a shelf of its own in the cache (``IndexState``). It counts only as
long as the index that stands has its fingerprint, so that it can be missing, never wrong.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from disclosure.cache.state import FileCounts, ReportState
from disclosure.cache.store import CacheMiss, Store
from disclosure.catalog import address
from disclosure.publishing.staging import PublishedFile, Staging
from disclosure.search import changes, data_file
from disclosure.search import files as search
from disclosure.search.changes import ReportChange
from disclosure.search.files import SearchContent
from disclosure.theme import theme as theming

STATE = "index.json"
# Names of objects by the name of the piece, for each report newest first and then for what belongs to none
IndexParts = tuple[Mapping[str, str], ...]


class IndexState(Struct, frozen=True, kw_only=True):
    """A large index that was laid: its fingerprint, that of its few files, what it was made of, what it knows."""

    fingerprint: str
    few: str
    own: str
    keys: tuple[str, ...]
    parts: IndexParts
    characters: str
    pairs: dict[str, int]


class Sizes(Struct, frozen=True):
    """What the first file of a large index says of the others."""

    shards: int


class Characters(Struct, frozen=True):
    """What the file of characters says of their readings."""

    syllables: dict[str, str]


class Stale(Exception):
    """What was left of the last index is no ground to build on."""


class SearchIndex(Struct, frozen=True, dict=True, kw_only=True):
    """What is to be found, in the reports newest first and in what belongs to none, and where that is laid.

    ``before`` are the files of the index that was published last; ``untouched`` where they are known to stand.
    """

    reports: tuple[ReportState, ...]
    own: SearchContent
    head: Mapping[str, Any]
    labels: Mapping[str, str]
    large: bool
    staging: Staging
    store: Store
    before: Mapping[str, PublishedFile]
    untouched: bool = False

    @cached_property
    def shelf(self) -> Store:
        """Where the pieces of what belongs to no report are."""
        return Store(self.store.folder / "search")

    @cached_property
    def keys(self) -> tuple[str, ...]:
        return tuple(report.summary.key for report in self.reports)

    @cached_property
    def own_digest(self) -> str:
        return theming.digest(theming.program_digest(), self.own)

    @cached_property
    def few(self) -> str:
        """A digest of what the files say that know all documents."""
        return theming.digest(self.own_digest, self.head, self.labels, self._names((search.DOCUMENTS, search.FACETS)))

    @cached_property
    def fingerprint(self) -> str:
        return theming.digest(self.few, self.large, self._names(search.names(large=self.large)))

    def _names(self, wanted: Sequence[str]) -> list[str]:
        return [report.artifacts.pieces.get(name, "") for report in self.reports for name in wanted]

    def parts(self, left: IndexState | None) -> IndexParts:
        """What the index is to be made of; what belongs to no report is only cut again where it changed."""
        names = search.names(large=self.large)
        reports = ({name: report.artifacts.pieces[name] for name in names} for report in self.reports)
        if left is not None and left.own == self.own_digest:
            return (*reports, left.parts[-1])
        made = search.pieces(self.own, large=self.large)
        return (*reports, {name: self.shelf.put(piece) for name, piece in made.items()})

    def reader(self, parts: IndexParts) -> search.ReadPieces:
        return lambda name: (self.piece(parts, number, name) for number in range(len(parts)))

    def piece(self, parts: IndexParts, number: int, name: str) -> bytes:
        store = self.shelf if number == len(self.reports) else self.store
        return store.need(parts[number][name])

    def published(self, where: str) -> bytes:
        """A file of the last index, as it was when it was published."""
        try:
            data = (self.staging.target / where).read_bytes()
        except OSError as error:
            raise Stale from error
        if where not in self.before or hashlib.sha256(data).hexdigest() != self.before[where].sha256:
            raise Stale
        return data


def lay(index: SearchIndex) -> tuple[dict[str, PublishedFile], FileCounts]:
    """The records of all files of the search, and how many were laid."""
    before = index.before
    stands = address.SEARCH_INDEX in before and (index.untouched or index.staging.are_untouched(before))
    if stands and before[address.SEARCH_INDEX].fingerprint == index.fingerprint:
        return dict(before), FileCounts(files=len(before))
    if stands and index.large:
        try:
            return _put(index, _changed(index).items(), dict(before))
        except (Stale, CacheMiss):
            pass
    return _put(index, _all(index), {})


def _put(
    index: SearchIndex, files: Iterable[tuple[str, bytes | None]], kept: dict[str, PublishedFile]
) -> tuple[dict[str, PublishedFile], FileCounts]:
    """``kept`` with these files in it; one without bytes is no more."""
    staged = 0
    for where, data in files:
        if data is None:
            del kept[where]
            continue
        kept[where], was_staged = index.staging.put(where, "", data, index.before.get(where))
        staged += was_staged
    kept[address.SEARCH_INDEX] = replace(kept[address.SEARCH_INDEX], fingerprint=index.fingerprint)
    return kept, FileCounts(files=len(kept), staged=staged)


def _all(index: SearchIndex) -> Iterator[tuple[str, bytes]]:
    parts = index.parts(None)
    read = index.reader(parts)
    if not index.large:
        yield from search.whole(index.head, index.labels, read)
        return
    pairs = search.pairs(read(search.PAIRS))
    yield from search.sharded(index.head, index.labels, read, pairs)
    known = search.known(search.brief(read(search.DOCUMENTS)))
    _remember(index, parts, known, dict(pairs))


def _remember(index: SearchIndex, parts: IndexParts, characters: str, pairs: dict[str, int]) -> None:
    state = IndexState(
        fingerprint=index.fingerprint,
        few=index.few,
        own=index.own_digest,
        keys=index.keys,
        parts=parts,
        characters=characters,
        pairs=pairs,
    )
    index.shelf.write(STATE, state)
    index.shelf.keep((), parts[-1].values())


def _changed(index: SearchIndex) -> dict[str, bytes | None]:
    """The files that are others than before, by address. ``Stale`` where all have to be made."""
    left = index.shelf.read(STATE, IndexState)
    if left is None or left.fingerprint != index.before[address.SEARCH_INDEX].fingerprint or left.keys != index.keys:
        raise Stale
    parts = index.parts(left)
    found = [_change(index, number, left.parts, parts) for number in _others(left.parts, parts)]
    made: dict[str, bytes | None] = {}
    known = left.characters
    if left.few != index.few:
        few, known = _few(index, index.reader(parts))
        made |= few
    pairs, counted = changes.counted(found, left.pairs)
    if known == left.characters:
        made |= changes.readings(counted, pairs, _syllables(index), index.published)
    else:
        made |= search.readings(known, pairs)
    for change in found:
        made |= changes.blocks(change)
    made |= changes.tokens(found, _sizes(index.published(address.SEARCH_INDEX)), index.published)
    _remember(index, parts, known, pairs)
    return made


def _others(before: IndexParts, now: IndexParts) -> Iterator[int]:
    """The numbers of the reports that changed."""
    return (number for number, (old, new) in enumerate(zip(before, now, strict=True)) if old != new)


def _change(index: SearchIndex, number: int, before: IndexParts, now: IndexParts) -> ReportChange:
    wanted = [name for name in search.MANY if before[number][name] != now[number][name]]
    old, new = ({name: index.piece(parts, number, name) for name in wanted} for parts in (before, now))
    return ReportChange(number, old, new)


def _few(index: SearchIndex, read: search.ReadPieces) -> tuple[dict[str, bytes], str]:
    """The files that know all documents, and all characters. ``Stale`` where they ask for more files of tokens."""
    briefs = search.brief(read(search.DOCUMENTS))
    made = dict(search.few(index.head, index.labels, briefs, read(search.FACETS)))
    if _sizes(made[address.SEARCH_INDEX]) != _sizes(index.published(address.SEARCH_INDEX)):
        raise Stale
    return made, search.known(briefs)


def _sizes(data: bytes) -> int:
    return data_file.decode(data, Sizes).shards


def _syllables(index: SearchIndex) -> Mapping[str, str]:
    characters = index.published(address.search("characters"))
    return data_file.decode(characters, Characters).syllables
