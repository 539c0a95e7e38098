"""Of what citizens call things anywhere, what a report speaks of: an alias has to lead to words that are there."""

from __future__ import annotations

import re
from collections.abc import Iterator

NAME = "content/search/aliases.yml"
MEANS = re.compile(r"means: \[([^\]]*)\]")


def of_report(aliases: str, report: str) -> str:
    """The file's lines, each with those of its words that the report has."""
    return "".join(_kept(aliases, report.casefold()))


def _kept(aliases: str, report: str) -> Iterator[str]:
    for line in aliases.splitlines(keepends=True):
        found = MEANS.search(line)
        if not found:
            yield line
            continue
        there = [word for word in found[1].split(", ") if word.casefold() in report]
        if there:
            yield line.replace(found[0], f"means: [{', '.join(there)}]")
