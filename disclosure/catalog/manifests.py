"""Whether one manifest lists all files of a site, and where its parts are where it does not."""

from __future__ import annotations

# So many reports' files are listed in one; of more, each report has a list of its own
HOLDS = 300


# The folder of the parts
PARTS = "manifest/"


def part(key: str) -> str:
    """The address of the list of a report's files, or of the downloads."""
    return f"{PARTS}{key}.json"
