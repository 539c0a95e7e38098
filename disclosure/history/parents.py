"""Which commits the published line is made of: at a merge, along the parent that was published."""

from __future__ import annotations

import re
from collections.abc import Mapping

from disclosure.source.git import Commit

MERGED = re.compile(r"Merge (?:remote-tracking )?branch(?:es)? '(?P<name>[^']+)'")


def main_parent(commit: Commit, published: str) -> int:
    """Which parent was published: the first; after a plain ``git pull`` of the published branch, the second."""
    found = MERGED.match(commit.subject)
    if len(commit.parents) != 2 or found is None:
        return 0
    names = {published, published.rpartition("/")[2]}
    name = found["name"]
    return int(name in names or name.partition("/")[2] in names)


def line(commits: Mapping[str, Commit], tip: str, published: str) -> list[Commit]:
    """The commits from the first (or the first that is known) to ``tip`` along what was published, oldest first."""
    found = []
    id = tip
    while id in commits:
        commit = commits[id]
        found.append(commit)
        id = commit.parents[main_parent(commit, published)] if commit.parents else ""
    return found[::-1]
