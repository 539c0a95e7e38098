"""Whom the files of a site belong to, folder by folder, and digests of what belongs to whom as it stands.

A report's digest is one of its folders' digests: of a folder that is as it was left, no line need be made again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence

from disclosure.catalog import address, downloads
from disclosure.grouping import grouped
from disclosure.publishing.staging import PublishedFile
from disclosure.publishing.standing import line, parted

# Whom the files belong to that are made of the published data, after all others; no report has this key. Those beside a
# report's pages, and those of a district's data, follow it by the name of their own
DOWNLOADS = "/downloads"
# The folder of all districts
DISTRICTS = "districts/"


def downloads_of(name: str) -> str:
    """Whom the files belong to that are made of the data of a report or of a district (``districts/shiguang``)."""
    return f"{DOWNLOADS}/{name}" if name else DOWNLOADS


def are_downloads(key: str) -> bool:
    return key.startswith(DOWNLOADS)


def download_owner(where: str) -> str:
    """Whom a download belongs to."""
    if where.startswith(DISTRICTS):
        return downloads_of(DISTRICTS + where.split("/", 2)[1])
    return downloads_of(address.owner(where))


def parts(folder: str, names: Sequence[str]) -> dict[str, list[str]]:
    """The names in a folder (with a slash at its end) by whom they belong to, as their addresses say."""
    own = [name for name in names if not downloads.is_download(folder + name)]
    found: dict[str, list[str]] = {}
    if len(own) < len(names):
        mine = set(own)
        for name in names:
            if name not in mine:
                found.setdefault(download_owner(folder + name), []).append(name)
    if own and is_deep(folder):
        found[of_folder(folder)] = own
    else:
        for name in own:
            found.setdefault(address.owner(folder + name), []).append(name)
    return found


def of_folder(folder: str) -> str:
    """Whom the files of a deep folder belong to that are no downloads."""
    return address.owner(f"{folder}any")


def is_deep(folder: str) -> bool:
    """Whether all files of a folder belong to one, but for downloads; of data, and of districts, a name says it of
    each."""
    return folder.count("/") > 1 and not folder.startswith((address.DATA_FILES, DISTRICTS))


def digests(folder: str, lines: Mapping[str, str]) -> dict[str, str]:
    """Of a folder's files, given by address with a line that changes when the file does: a digest for each owner."""
    names = [one[len(folder) :] for one in lines]
    return {owner: digest(lines[folder + name] for name in own) for owner, own in parts(folder, names).items()}


def digest(lines: Iterable[str]) -> str:
    return hashlib.sha256(os.fsencode("".join(sorted(lines)))).hexdigest()


def of_parts(found: Mapping[tuple[str, str], str]) -> str:
    """Of digests by folder and owner."""
    return digest(f"{folder}\0{owner}\0{one}\n" for (folder, owner), one in found.items())


def output_digest(files: Mapping[str, PublishedFile]) -> str:
    """The digest of files as they will stand when they are published."""
    lines = grouped((parted(where)[0], (where, line(where, one.size, one.mtime_ns))) for where, one in files.items())
    found = {(folder, owner): one for folder, own in lines.items() for owner, one in digests(folder, dict(own)).items()}
    return of_parts(found)
