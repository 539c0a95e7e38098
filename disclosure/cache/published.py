"""The site as it stands, by the report that each file was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field

from disclosure.catalog import address, downloads
from disclosure.publishing import staging
from disclosure.publishing.staging import FolderSeal, Staging, Standing

# Whom the files belong to that are made of the published data, after all others; no report has this key. Those beside a
# report's pages, and those of a district's data, follow it by the name of their own
DOWNLOADS = "/downloads"


def downloads_of(name: str) -> str:
    """Whom the files belong to that are made of the data of a report or of a district (``districts/shiguang``)."""
    return f"{DOWNLOADS}/{name}" if name else DOWNLOADS


def are_downloads(key: str) -> bool:
    return key.startswith(DOWNLOADS)


# The folder of all districts
DISTRICTS = "districts/"


class PublishedSite(Struct, frozen=True):
    """The files of a site by the report they were made from: a digest, their addresses; symbolic links among them.

    Addresses stand in one text, each but the last followed by a null. ``touched`` are the files that are not as we
    left them; ``seals`` says of each file how it stood, by folder, and is empty where nobody looked.
    """

    digests: Mapping[str, str]
    names: Mapping[str, str]
    links: frozenset[str]
    touched: frozenset[str] = frozenset()
    seals: Mapping[str, FolderSeal] = field(default_factory=dict)

    def staging(self, target: Path) -> Staging:
        """Where a build lays what is to go there."""
        return Staging(target, self.links, self.touched)

    def addresses(self, key: str) -> frozenset[str]:
        """The files made from a report."""
        return frozenset(self.names[key].split("\0")) if key in self.names else frozenset()

    def but_for(self, other: PublishedSite) -> Iterator[str]:
        """The files that ``other`` does not have."""
        for key, digest in self.digests.items():
            if digest != other.digests.get(key):
                gone = self.addresses(key) - other.addresses(key)
                # What was a report's may be the whole site's now, and the other way round
                yield from gone.difference(*map(other.addresses, {"", *map(address.owner, gone)}))

    @property
    def files(self) -> int:
        """How many there are."""
        return sum(names.count("\0") + 1 for names in self.names.values())

    @property
    def digest(self) -> str:
        """One digest of everything."""
        text = "".join(f"{key} {digest}\n" for key, digest in sorted(self.digests.items()))
        return hashlib.sha256(text.encode()).hexdigest()


def left(before: PublishedSite, digests: Mapping[str, str], names: Callable[[str], Iterable[str]]) -> PublishedSite:
    """The site as a run leaves it; ``names`` gives a report's files, asked where they are not as they stood before."""
    found = {
        key: before.names[key] if digest == before.digests.get(key) else "\0".join(names(key))
        for key, digest in digests.items()
    }
    return PublishedSite(digests, found, frozenset())


def output(standing: Standing, reports: Collection[str], touched: frozenset[str] = frozenset()) -> PublishedSite:
    """The files as they stand; those of no report that is there belong to the whole site. What was ``touched`` is other
    than it was, whatever its size and time say."""
    owned: dict[str, dict[str, str]] = {}
    for folder, found in standing.folders.items():
        lines = found
        if not touched.isdisjoint(found):
            lines = {name: f"{line}touched\n" if name in touched else line for name, line in found.items()}
        for key, own in _owned(folder, lines):
            owned.setdefault(key if key in reports or are_downloads(key) else "", {}).update(own)
    digests = {key: staging.digest(lines.values()) for key, lines in owned.items()}
    names = {key: "\0".join(lines) for key, lines in owned.items()}
    return PublishedSite(digests, names, standing.links, touched=touched, seals=standing.seals)


def _owned(folder: str, lines: Mapping[str, str]) -> Iterable[tuple[str, Mapping[str, str]]]:
    """A folder's files by whom they belong to: deep down, all of a report's folder belong to one, downloads or not."""
    made = {name: line for name, line in lines.items() if downloads.is_download(name)}
    if made:
        found: dict[str, dict[str, str]] = {}
        for name, line in made.items():
            found.setdefault(download_owner(name), {})[name] = line
        yield from found.items()
        lines = {name: line for name, line in lines.items() if name not in made}
    if folder.count("/") > 1 and lines and not folder.startswith(DISTRICTS):
        yield address.owner(next(iter(lines))), lines
    else:
        yield from ((address.owner(name), {name: line}) for name, line in lines.items())


def download_owner(where: str) -> str:
    """Whom a download belongs to."""
    if where.startswith(DISTRICTS):
        return downloads_of(DISTRICTS + where.split("/", 2)[1])
    return downloads_of(address.owner(where))
