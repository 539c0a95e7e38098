"""The first page of the zip: which way in, from when it is, where the newest is found, how to check it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from disclosure.theme import environment
from disclosure.theme.assets import chosen_sheet

TEMPLATE, SHEET = "offline/start.html", "offline/start.css"


class StartView(Struct, frozen=True, kw_only=True):
    """``home`` and ``sheet`` are addresses from the zip's root, ``sums`` the name of the list of checksums.

    ``size`` is what the unpacked files take; ``left_out`` says what stays out.
    """

    title: str
    tagline: str
    language: str
    day: str
    address: str
    home: str
    search: str
    sheet: str
    sums: str
    reports: tuple[str, ...]
    number: int
    size: str
    left_out: tuple[str, ...]


def page(layers: Sequence[Path], view: StartView) -> bytes:
    made: str = environment.environment(layers).get_template(TEMPLATE).render(view=view)
    return made.encode()


def sheet(layers: Sequence[Path]) -> bytes:
    """The start page's own: that it is loaded shows that all was unpacked."""
    return chosen_sheet(layers, SHEET)
