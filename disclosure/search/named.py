"""What a document is named by, as tokens of the index: ``#c098``, ``#p2-05``, an update by its day (``#2022-06-20``,
``#06-20``). The same in ``templates/js/search/names.js``; no text has a token that begins so."""

from __future__ import annotations

import re

ID = re.compile(r"(?:^|[/#-])([crn][0-9]+|p[0-9]+-[^/.#]+)(?:\.html)?\Z")
UPDATE = re.compile(r"updates/[^/]+/([0-9]{4}-([0-9]{2}-[0-9]{2}))")


def names_of(address: str) -> list[str]:
    """The tokens of a document, of its address."""
    id, day = ID.search(address), UPDATE.match(address)
    return [f"#{name}" for name in (*(id.groups() if id else ()), *(day.groups() if day else ()))]
