"""The search's files, staged: all of them, or only those that a change reaches where all others still stand.

What the published index was made of is kept in a store of its own in the cache (``IndexState``). It counts only as
long as the index that stands has its fingerprint, so that it can be missing, never wrong.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from disclosure.cache.state import FileCounts, ReportState
from disclosure.cache.store import CacheMiss, Store
from disclosure.catalog import address
from disclosure.publishing.staging import PublishedFile, Staging
from disclosure.search import changes, data_file, tiers
from disclosure.search import files as search
from disclosure.search.answer_files import answer_files
from disclosure.search.answers import SearchAnswers
from disclosure.search.changes import ReportChange
from disclosure.search.files import SearchContent
from disclosure.search.tiers import Tiers
from disclosure.theme import theme as theming

STATE = "index.json"
# Names of objects by the name of the piece, for each report newest first and then for what belongs to none
IndexParts = tuple[Mapping[str, str], ...]


class IndexState(Struct, frozen=True, kw_only=True):
    """A large index that was staged: its fingerprint, that of its few files, what it was made of, what it knows."""

    fingerprint: str
    few: str
    own: str
    keys: tuple[str, ...]
    parts: IndexParts
    characters: str
    pairs: dict[str, int]


class Stale(Exception):
    """What was left of the last index is no ground to build on."""


class SearchIndex(Struct, frozen=True, dict=True, kw_only=True):
    """What is to be found, in the reports newest first and in what belongs to none, and where that is staged.

    ``own`` makes what belongs to no report, which is only asked for where it changed: ``own_digest`` says.
    ``previous`` are the files of the index that was published last, ``stands`` where they are known to be untouched.
    """

    reports: tuple[ReportState, ...]
    own: Callable[[], SearchContent]
    own_digest: str
    head: Mapping[str, Any]
    labels: search.FacetLabels
    answers: SearchAnswers
    large: bool
    staging: Staging
    store: Store
    previous: Mapping[str, PublishedFile]
    stands: bool = False

    @cached_property
    def own_store(self) -> Store:
        """Where the pieces of what belongs to no report are."""
        return self.store.within("search")

    @cached_property
    def keys(self) -> tuple[str, ...]:
        return tuple(report.summary.key for report in self.reports)

    @cached_property
    def few(self) -> str:
        """A digest of what the files say that know all documents, or answer without any."""
        names = self._names((search.DOCUMENTS, search.FACETS, search.FILED))
        return theming.digest(self.own_digest, self.head, self.labels, self.answers, names)

    @cached_property
    def fingerprint(self) -> str:
        return theming.digest(self.few, self.large, self._names(search.names(large=self.large)))

    def _names(self, wanted: Sequence[str]) -> list[str]:
        return [report.artifacts.pieces.get(name, "") for report in self.reports for name in wanted]

    def parts(self, state: IndexState | None) -> IndexParts:
        """What the index is to be made of; what belongs to no report is only cut again where it changed."""
        names = search.names(large=self.large)
        reports = ({name: report.artifacts.pieces[name] for name in names} for report in self.reports)
        if state is not None and state.own == self.own_digest:
            return (*reports, state.parts[-1])
        own = search.pieces(self.own(), large=self.large)
        return (*reports, {name: self.own_store.put(piece) for name, piece in own.items()})

    def reader(self, parts: IndexParts) -> search.ReadPieces:
        return lambda name: (self.piece(parts, number, name) for number in range(len(parts)))

    def piece(self, parts: IndexParts, number: int, name: str) -> bytes:
        store = self.own_store if number == len(self.reports) else self.store
        return store.need(parts[number][name])

    def published(self, where: str) -> bytes:
        """A file of the last index, as it was when it was published."""
        try:
            data = (self.staging.target / where).read_bytes()
        except OSError as error:
            raise Stale from error
        if where not in self.previous or hashlib.sha256(data).hexdigest() != self.previous[where].sha256:
            raise Stale
        return data


def stage(index: SearchIndex) -> tuple[dict[str, PublishedFile], FileCounts]:
    """The records of all files of the search, and how many were staged."""
    previous = index.previous
    stands = address.SEARCH_INDEX in previous and (index.stands or index.staging.are_untouched(previous))
    if stands and previous[address.SEARCH_INDEX].fingerprint == index.fingerprint:
        return dict(previous), FileCounts(files=len(previous))
    if stands and index.large:
        try:
            return _stage(index, _changed(index).items(), dict(previous))
        except (Stale, CacheMiss):
            pass
    return _stage(index, _all(index), {})


def _stage(
    index: SearchIndex, files: Iterable[tuple[str, bytes | None]], published: dict[str, PublishedFile]
) -> tuple[dict[str, PublishedFile], FileCounts]:
    """``published`` with these files in it; one without bytes is no more."""
    staged = 0
    for where, data in files:
        if data is None:
            del published[where]
            continue
        published[where], was_staged = index.staging.put(where, "", data, index.previous.get(where))
        staged += was_staged
    published[address.SEARCH_INDEX] = replace(published[address.SEARCH_INDEX], fingerprint=index.fingerprint)
    return published, FileCounts(files=len(published), staged=staged)


def _all(index: SearchIndex) -> Iterator[tuple[str, bytes]]:
    parts = index.parts(None)
    read = index.reader(parts)
    yield from _answers(index)
    if not index.large:
        yield from search.whole(index.head, index.labels, read)
        index.own_store.keep((), parts[-1].values())
        return
    pairs = search.pairs(read(search.PAIRS))
    yield from search.sharded(index.head, index.labels, read, pairs)
    known = search.known(search.brief(read(search.DOCUMENTS)))
    _remember(index, parts, known, dict(pairs))


def _answers(index: SearchIndex) -> Iterator[tuple[str, bytes]]:
    apart = search.DEPARTMENTS in index.head
    return answer_files(index.answers, index.head["reports"], figures_apart=apart)


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
    index.own_store.write(STATE, state)
    index.own_store.keep((), parts[-1].values())


def _changed(index: SearchIndex) -> dict[str, bytes | None]:
    """The files that are others than before, by address. ``Stale`` where all have to be made."""
    state = index.own_store.read(STATE, IndexState)
    if (
        state is None
        or state.fingerprint != index.previous[address.SEARCH_INDEX].fingerprint
        or state.keys != index.keys
    ):
        raise Stale
    parts = index.parts(state)
    others = [number for number, (old, new) in enumerate(zip(state.parts, parts, strict=True)) if old != new]
    changed = [_change(index, number, state.parts, parts) for number in others]
    files: dict[str, bytes | None] = {}
    known = state.characters
    if state.few != index.few:
        few, known = _few(index, index.reader(parts))
        files |= few
    pairs, recounted = changes.counted(changed, state.pairs)
    if known == state.characters:
        characters = data_file.decode(index.published(address.search("characters")), dict[str, Any])
        files |= changes.readings(recounted, pairs, characters["syllables"], index.published)
    else:
        files |= search.readings(known, pairs)
    files |= search.numbers(pairs)
    for change in changed:
        files |= changes.blocks(change)
    files |= changes.tokens(changed, _tiers(index.published(address.SEARCH_INDEX)), index.published)
    _remember(index, parts, known, pairs)
    return files


def _change(index: SearchIndex, number: int, before: IndexParts, now: IndexParts) -> ReportChange:
    wanted = [name for name in search.MANY if before[number][name] != now[number][name]]
    old, new = ({name: index.piece(parts, number, name) for name in wanted} for parts in (before, now))
    return ReportChange(number, old, new)


def _few(index: SearchIndex, read: search.ReadPieces) -> tuple[dict[str, bytes], str]:
    """The files that know all documents, and all characters. ``Stale`` where they ask for other files of tokens."""
    briefs = search.brief(read(search.DOCUMENTS))
    files = dict(search.few(index.head, index.labels, briefs, read))
    files |= _answers(index)
    if _tiers(files[address.SEARCH_INDEX]) != _tiers(index.published(address.SEARCH_INDEX)):
        raise Stale
    return files, search.known(briefs)


def _tiers(data: bytes) -> Tiers:
    """How postings are parted among files, as the first file of a large index says."""
    return tiers.told(data_file.decode(data, dict[str, Any]))
