"""The marks of rows: bars of what came out, half full and dashed where it may still change; arrows and diamonds at the
end of a line for what was aimed at.
"""

from __future__ import annotations

from decimal import Decimal
from xml.etree.ElementTree import Element

from disclosure.pages.drawings.rows import PictureMark
from disclosure.theme.drawing.canvas import number, path

AIMS = frozenset({"aimed", "adjusted", "implied"})


def mark(one: PictureMark, zero: Decimal, at: Decimal, y: int, half: int) -> list[Element]:
    if one.kind in AIMS:
        x = number(at)
        line = Element(
            "path", {"class": f"d-picture__line d-picture__line--{one.kind}", "d": f"M{number(zero)} {y}H{x}"}
        )
        form = _sign(one.bound, x, y, half)
        return [line, Element("path", {"class": f"d-picture__sign d-picture__sign--{one.kind}", "d": form})]
    left, right = sorted((zero, at))
    bar = {"x": number(left), "y": str(y - half), "width": number(max(right - left, Decimal(1)))}
    whole = Element("rect", {"class": f"d-picture__bar d-picture__bar--{one.kind}", **bar, "height": str(2 * half)})
    if one.kind != "preliminary":
        return [whole]
    # Half full
    return [whole, Element("rect", {"class": "d-picture__bar", **bar, "y": str(y), "height": str(half)})]


def _sign(bound: str, x: str, y: int, half: int) -> str:
    """An arrow from the value into what it allows, or a diamond on it."""
    if bound:
        way = half if bound == "up" else -half
        return f"M{x} {y - half}v{2 * half}l{way} -{half}z"
    return f"M{x} {y - half}l{half} {half}l-{half} {half}l-{half} -{half}z"


def zero(at: Decimal, top: int, height: int) -> Element:
    return path(f"M{number(at)} {top}v{height}", "zero")
