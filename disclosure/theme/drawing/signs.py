"""The signs of ``pages/drawings/signs`` as elements."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from disclosure.pages.drawings.signs import CELL, form
from disclosure.theme.drawing.canvas import number, path


def sign(shape: str, colour: str) -> Element:
    """The sign in a square of ``CELL``; ``colour`` is that of the word (accent, focus, ink or muted)."""
    drawn, filled = form(shape)
    return path(drawn, "shape", f"shape--{colour}", *([f"shape--{colour}-filled"] if filled else ()))


def placed(shape: str, colour: str, x: float, y: float, size: float = CELL) -> Element:
    """The sign with its left upper corner at a place, as large as ``size``."""
    made = sign(shape, colour)
    scale = f" scale({number(size / CELL)})" if size != CELL else ""
    made.set("transform", f"translate({number(x)} {number(y)}){scale}")
    return made
