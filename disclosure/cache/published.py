"""The site as it stands, by the report that each file was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from disclosure.cache import owned, seal
from disclosure.cache.owned import are_downloads, downloads_of
from disclosure.cache.seal import SealedFolder, Seals
from disclosure.cache.store import Store
from disclosure.grouping import grouped
from disclosure.publishing.staging import Staging
from disclosure.publishing.standing import FolderSeal, StandingFolder, parted


class PublishedSite(Struct, frozen=True, kw_only=True):
    """The files of a site: a digest for each report that they were made from, their names by folder, symbolic links
    among them.

    Names stand in one text, each but the last followed by a null. Of no report in ``digests`` means of the whole site.
    ``touched`` are the files that are not as we left them. ``sealed`` are the folders that are, ``seals`` says of all
    others how they stood; both are empty where nobody looked.
    """

    digests: Mapping[str, str]
    names: Mapping[str, str]
    links: frozenset[str]
    touched: frozenset[str] = frozenset()
    sealed: Mapping[str, SealedFolder] = field(default_factory=dict)
    seals: Mapping[str, FolderSeal] = field(default_factory=dict)

    def seals_in(self, store: Store) -> Seals:
        """How its folders stood; where nobody looked, what was kept of them holds."""
        return Seals(store, self.sealed, self.seals) if self.sealed or self.seals else seal.known(store)

    def staging(self, target: Path) -> Staging:
        """Where a build lays what is to go there."""
        return Staging(target, self.links, self.touched)

    def of(self, keys: Collection[str]) -> dict[str, list[str]]:
        """The files made from each of these reports: of all in one go through the folders."""
        return grouped(self._of(keys))

    def _of(self, keys: Collection[str]) -> Iterator[tuple[str, str]]:
        for folder, names in self.names.items() if keys else ():
            if not self._is_foreign(folder, keys):
                for owner, own in owned.parts(folder, names.split("\0")).items():
                    key = _key(owner, self.digests)
                    yield from ((key, folder + name) for name in own if key in keys)

    def _is_foreign(self, folder: str, keys: Collection[str]) -> bool:
        """Whether a folder can hold no file of these reports: all those of a deep one belong to one, or to its
        downloads."""
        if not owned.is_deep(folder):
            return False
        owner = owned.of_folder(folder)
        return _key(owner, self.digests) not in keys and downloads_of(owner) not in keys

    def without(self, keys: Collection[str]) -> Iterator[tuple[str, str]]:
        """Each folder's names but for the files made from these reports; no folder of which nothing is left."""
        for folder, names in self.names.items():
            left = names if self._is_foreign(folder, keys) else "\0".join(self._left(folder, names, keys))
            if left:
                yield folder, left

    def _left(self, folder: str, names: str, keys: Collection[str]) -> list[str]:
        parts = owned.parts(folder, names.split("\0"))
        return sorted(name for owner, own in parts.items() if _key(owner, self.digests) not in keys for name in own)

    @property
    def files(self) -> int:
        """How many there are."""
        return sum(names.count("\0") + 1 for names in self.names.values())

    def but_for(self, other: PublishedSite) -> Iterator[str]:
        """The files that ``other`` does not have."""
        for folder, names in self.names.items():
            if names != other.names.get(folder):
                there = set(other.names.get(folder, "").split("\0"))
                yield from (folder + name for name in names.split("\0") if name not in there)

    @property
    def digest(self) -> str:
        """One digest of everything."""
        text = "".join(f"{key} {digest}\n" for key, digest in sorted(self.digests.items()))
        return hashlib.sha256(text.encode()).hexdigest()


def _key(owner: str, known: Collection[str]) -> str:
    """Whom the files of an owner belong to; those of no report that is there belong to the whole site."""
    return owner if owner in known or are_downloads(owner) else ""


def left(before: PublishedSite, digests: Mapping[str, str], names: Callable[[str], Iterable[str]]) -> PublishedSite:
    """The site as a run leaves it; ``names`` gives the files of a report that is not as it stood before.

    Folder by folder and report by report: the addresses of all files of a site together take more memory than all
    that is known of it.
    """
    changed = {key for key in {*before.digests, *digests} if before.digests.get(key) != digests.get(key)}
    found = dict(before.without(changed)) if changed else dict(before.names)
    # Folders that several share are put together once
    shared: dict[str, set[str]] = {}
    for key in sorted(changed & digests.keys()):
        for folder, own in grouped(map(parted, names(key))).items():
            if owned.is_deep(folder):
                found[folder] = _joined(found.get(folder, ""), own)
            else:
                shared.setdefault(folder, set()).update(own)
    found |= {folder: _joined(found.get(folder, ""), own) for folder, own in shared.items()}
    return PublishedSite(digests=digests, names=found, links=frozenset())


def _joined(names: str, others: Iterable[str]) -> str:
    return "\0".join(sorted({*names.split("\0"), *others} - {""}))


def output(standing: Iterable[StandingFolder], reports: Collection[str], known: Seals) -> PublishedSite:
    """The files as they stand; those of no report that is there belong to the whole site. What is not as ``known`` is
    other than it was, whatever its size and time say."""
    found: dict[str, dict[tuple[str, str], str]] = {}
    names: dict[str, str] = {}
    links: set[str] = set()
    touched: set[str] = set()
    sealed: dict[str, SealedFolder] = {}
    seals: dict[str, FolderSeal] = {}
    for one in standing:
        links.update(one.links)
        left = known.of(one)
        if left is not None:
            digests, sealed[one.name] = left.digests, left
        else:
            seals[one.name], others = one.seal, known.touched(one)
            touched |= others
            lines = one.seal.lines(one.name)
            digests = owned.digests(one.name, lines | {name: f"{lines[name]}touched\n" for name in others})
        if one.seal.numbers:
            names[one.name] = one.seal.names
        for owner, digest in digests.items():
            found.setdefault(_key(owner, reports), {})[one.name, owner] = digest
    own = {key: owned.of_parts(parts) for key, parts in found.items()}
    return PublishedSite(
        digests=own,
        names=names,
        links=frozenset(links),
        touched=frozenset(touched),
        sealed=sealed,
        seals=seals,
    )
