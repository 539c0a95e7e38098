"""What a drawing is made of: SVG elements in a box, in units of which a line of type is sixteen high."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from xml.etree.ElementTree import Element

from msgspec import Struct

FONT = 16
# The width of most: a phone's column shows it with type of fourteen pixels
WIDTH = 338


class Canvas(Struct, frozen=True, kw_only=True):
    """Its elements bear classes (``paint``) and no colour."""

    width: int
    height: int
    elements: tuple[Element, ...]
    left: int = 0
    top: int = 0


def text(words: str, x: float, y: float, *, anchor: str = "start", kind: str = "") -> Element:
    """Words on the line ``y``; of a ``kind`` (written, muted) or as they are."""
    made = Element("text", {"x": number(x), "y": number(y)})
    if anchor != "start":
        made.set("text-anchor", anchor)
    if kind:
        made.set("class", f"d-picture__{kind}")
    made.text = words
    return made


def moved(elements: Iterable[Element], x: float, y: float) -> Element:
    """Elements whose left upper corner is at a place. Rows that are alike are then the same text, which costs a page
    next to nothing when it is compressed."""
    made = Element("g", {"transform": f"translate({number(x)} {number(y)})"})
    made.extend(list(elements))
    return made


def path(form: str, *kinds: str) -> Element:
    return Element("path", {"class": " ".join(f"d-picture__{one}" for one in kinds), "d": form})


def number(given: float | Decimal) -> str:
    """To a tenth of a unit, without zeros at the end."""
    return f"{given:z.1f}".rstrip("0").rstrip(".")
