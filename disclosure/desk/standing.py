"""The standing text of content files that a form changes."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.catalog.catalog import Catalog


def texts(catalog: Catalog, names: Iterable[str]) -> dict[str, str]:
    """The files as they stand, line ends and all: an edit leaves every other byte. None that is no text."""
    wanted = set(names)
    found = (file for file in catalog.files if file.name in wanted)
    return {file.name: file.data.decode() for file in found if not file.decoded[1]}
