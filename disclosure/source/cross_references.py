"""Which content files of a report speak of promises of another: ``2022/c016`` in an update or a result."""

from __future__ import annotations

import re

from disclosure.source import files
from disclosure.source.files import SourceFile

# Where such a reference can stand
SPEAKING = re.compile(r"updates/[^/]+/[^/]+\.md|reports/[^/]+/results/[^/]+\.yml")
_REFERENCE = re.compile(rb"(?<![A-Za-z0-9./-])([a-z0-9]+(?:-[a-z0-9]+)*)/c[0-9]{3}")
_ID = rb"\bid:[ \t]*['\"]?%s\b"

# The reports that each file speaks of, by the file's name from ``content/``
CrossReferences = dict[str, tuple[str, ...]]


def reports(source: SourceFile) -> tuple[str, ...]:
    """The keys of other reports in what looks like a reference; it may be none."""
    own = files.owner(source.name)
    return tuple(sorted({found.decode() for found in _REFERENCE.findall(source.data)} - {own}))


def holds(source: SourceFile, id: str) -> bool:
    """Whether a file seems to hold the record of an id."""
    return re.search(_ID % re.escape(id.encode()), source.data) is not None


def split(reference: str, own: str) -> tuple[str, str]:
    """Report and rest of a reference: ``2022/c016/1`` -> 2022, c016/1; without a report it is in ``own``."""
    head, _slash, rest = reference.partition("/")
    return (head, rest) if rest.startswith("c") else (own, reference)
