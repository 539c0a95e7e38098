"""Which content files of a report speak of promises of another: ``2022/c016`` in an update or a result."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from msgspec import Struct, field

from disclosure.source import files
from disclosure.source.files import SourceFile

# Where such a reference can stand
SPEAKING = re.compile(r"updates/[^/]+/[^/]+\.md|reports/[^/]+/results/[^/]+\.yml")
# Where promises are written; a file of one is called by its id
_PROMISES = re.compile(r"reports/[^/]+/commitments/[^/]+/(?:(c[0-9]{3})|[^/]+)\.yml")
_REFERENCE = re.compile(rb"(?<![A-Za-z0-9./-])([a-z0-9]+(?:-[a-z0-9]+)*)/(c[0-9]{3})")
_ID = rb"\bid:[ \t]*['\"]?%s\b"
_IDS = re.compile(_ID % rb"(c[0-9]{3})")
_RESULTS = re.compile(_ID % rb"(r[0-9]{3})")
_ENTRY = re.compile(rb"^(?=- )", re.M)


class CrossReferences(Struct, frozen=True):
    """What a report's files have to do with other reports, by their names from ``content/``.

    ``promises`` are those of others, by report and id, that each file speaks of; ``results`` the ids of its own that
    each file seems to hold: indicators name these.
    """

    promises: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    results: dict[str, tuple[str, ...]] = field(default_factory=dict)


def found(sources: Iterable[SourceFile]) -> CrossReferences:
    """Of the files in which such a reference can stand."""
    spoken: dict[str, tuple[tuple[str, str], ...]] = {}
    held: dict[str, tuple[str, ...]] = {}
    for one in sources:
        if named := promises(one):
            spoken[one.name] = named
        if ids := set(_RESULTS.findall(one.data)):
            held[one.name] = tuple(sorted(id.decode() for id in ids))
    return CrossReferences(spoken, held)


def promises(source: SourceFile) -> tuple[tuple[str, str], ...]:
    """What looks like references to promises of other reports; it may be none."""
    own = files.owner(source.name)
    found = {(report.decode(), id.decode()) for report, id in _REFERENCE.findall(source.data)}
    return tuple(sorted((report, id) for report, id in found if report != own))


def may_hold(name: str, ids: Collection[str]) -> bool:
    """Whether a file of this name may hold one of these promises."""
    found = _PROMISES.fullmatch(name)
    return found is not None and (found[1] is None or found[1] in ids)


def excerpt(source: SourceFile, ids: Collection[str]) -> SourceFile | None:
    """A file with those of its records alone that seem to have one of these ids; ``None`` where it has none."""
    wanted = {id.encode() for id in ids}
    entries = [one for one in _ENTRY.split(source.data) if not wanted.isdisjoint(_IDS.findall(one))]
    return SourceFile(source.path, source.name, b"".join(entries)) if entries else None


def split(reference: str, own: str) -> tuple[str, str]:
    """Report and rest of a reference: ``2022/c016/1`` -> 2022, c016/1; without a report it is in ``own``."""
    head, _slash, rest = reference.partition("/")
    return (head, rest) if rest.startswith("c") else (own, reference)
