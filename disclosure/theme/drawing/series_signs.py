"""The signs of a series: full, half full and dashed discs for what came out, arrows and diamonds for what was aimed at,
small hollow signs for others. Told apart by form, on grey paper too.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from disclosure.pages.drawings.series import SeriesMark, SeriesSign
from disclosure.theme.drawing.canvas import number, path

# The sign of a line that says what it means, and the room that it takes before the words
KEY = 6
ROOM = 20
# An arrow stands on its value: how far its middle is from there
SHIFT = {"up": 5, "down": -5}
# How high an arrow is, and how far the line reaches that tells a changed target from others, in halves of a sign
HIGH, WIDE = 1.6, 1.8
# Of others' signs, and how far that of their target stands from its value
OTHER, FAR = 4.5, 2.6


def mark(one: SeriesMark, x: float, y: float, top: float, half: float) -> Iterator[Element]:
    """``top`` is where the upper end of a range stands."""
    if one.whose:
        yield from _other(one.whose, one.is_aim, one.bound, x, y, min(half, OTHER), top)
    elif one.is_aim:
        yield from _aim(one.kind, one.bound, x, y, half, top)
    else:
        yield from _seen(one.kind, x, y, half)
        if one.revised:
            yield _struck(x, y, half)


def reach(one: SeriesMark, half: float) -> tuple[float, float, float]:
    """How far a sign reaches from its value to the sides, up and down."""
    if one.whose:
        small = min(half, OTHER)
        long = FAR * small if one.is_aim else small
        return small, long if one.bound == "up" else small, long if one.bound == "down" else small
    side = WIDE * half if one.kind == "adjusted" else half
    if not one.is_aim or not one.bound:
        return side, half, half
    return side, HIGH * half if one.bound == "up" else 0, HIGH * half if one.bound == "down" else 0


def key(one: SeriesSign, x: float, y: float) -> Iterator[Element]:
    if one.kind == "gap":
        yield path(f"M{number(x - 7)} {number(y - 9)}h14v18h-14z", "gap")
    elif one.kind == "revised":
        yield from _seen("preliminary", x, y, KEY)
        yield _struck(x, y, KEY)
    else:
        made = SeriesMark(year=0, kind=one.kind, value="0", written="", bound=one.bound, whose=one.whose)
        middle = y + SHIFT.get(one.bound, 0)
        yield from mark(made, x, middle, middle, KEY)


def _seen(kind: str, x: float, y: float, half: float) -> Iterator[Element]:
    disc = {"cx": number(x), "cy": number(y), "r": number(half)}
    yield Element("circle", {"class": f"d-picture__bar d-picture__bar--{kind}", **disc})
    if kind == "preliminary":
        size = number(half)
        yield path(f"M{number(x - half)} {number(y)}a{size} {size} 0 0 0 {number(2 * half)} 0z", "bar")


def _struck(x: float, y: float, half: float) -> Element:
    reach = half + 3
    return path(f"M{number(x - reach)} {number(y + reach)}l{number(2 * reach)} -{number(2 * reach)}", "revised")


def _aim(kind: str, bound: str, x: float, y: float, half: float, top: float) -> Iterator[Element]:
    kinds = ("line", "line--implied") if kind == "implied" else ("sign", f"sign--{kind}")
    if top != y:
        yield path(f"M{number(x)} {number(y)}V{number(top)}", "line", "line--aimed")
        yield path(_arrow("up", x, y, half), *kinds)
        yield path(_arrow("down", x, top, half), *kinds)
        return
    yield path(_arrow(bound, x, y, half) if bound else _diamond(x, y, half), *kinds)
    if kind == "adjusted":
        yield path(f"M{number(x - WIDE * half)} {number(y)}h{number(2 * WIDE * half)}", "sign", "sign--adjusted")


def _arrow(bound: str, x: float, y: float, half: float) -> str:
    """From the value, where its foot stands, into what is allowed."""
    rise = -HIGH * half if bound == "up" else HIGH * half
    return f"M{number(x - half)} {number(y)}h{number(2 * half)}l-{number(half)} {number(rise)}z"


def _diamond(x: float, y: float, half: float) -> str:
    size = number(half)
    return f"M{number(x)} {number(y - half)}l{size} {size}l-{size} {size}l-{size} -{size}z"


def _other(whose: int, aims: bool, bound: str, x: float, y: float, half: float, top: float) -> Iterator[Element]:
    if aims:
        far = -FAR * half if bound == "up" else FAR * half
        to = number(top) if top != y else number(y + (far if bound else 0))
        yield path(f"M{number(x)} {number(y)}V{to}M{number(x - half)} {to}h{number(2 * half)}", "other")
    yield path(_form(whose, x, y, half), "other")


def _form(whose: int, x: float, y: float, half: float) -> str:
    """A square, a cross, a triangle that points nowhere in particular."""
    size, double = number(half), number(2 * half)
    if whose == 1:
        return f"M{number(x - half)} {number(y - half)}h{double}v{double}h-{double}z"
    if whose == 2:
        return f"M{number(x - half)} {number(y - half)}l{double} {double}m0 -{double}l-{double} {double}"
    return f"M{number(x - half)} {number(y)}h{double}m-{size} -{size}v{double}"
