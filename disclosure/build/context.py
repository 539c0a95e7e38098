"""What building any report takes besides its files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from disclosure.cache.store import Store
from disclosure.catalog.common_content import CommonContent
from disclosure.pages.chrome import Frames
from disclosure.publishing.staging import Staging
from disclosure.source.reading import ReadFiles
from disclosure.theme.theme import Theme


class ReportContext(Struct, frozen=True, kw_only=True):
    """What building any report takes besides its files. Without a theme, content is only checked.

    ``unreadable`` are files of the whole site that could not be read; ``targets``: say how each target was understood;
    ``shown_first``: a report's pages are shown before its pieces are made and stored, and ``open_pages`` before the
    others. ``compared``: say of each what the site will say of it, to be held against another state of the content.
    ``theme_digests`` are those of templates and navigation by district, ``theme_digest`` that of all other pages.
    ``known`` are files read before, to which those are added that were changed before the moment ``settled``.
    """

    root: Path
    known: ReadFiles | None
    settled: int
    store: Store
    staging: Staging
    common: CommonContent
    frames: Frames
    theme: Theme | None
    theme_digest: str
    theme_digests: Mapping[str, str]
    large: bool
    unreadable: frozenset[str]
    targets: bool
    shown_first: bool
    open_pages: frozenset[str] = frozenset()
    compared: bool = False
