"""A text's sections, each as long as its text: full, lower, lowest and empty stretches, which differ without colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from disclosure.pages.drawings.strip import Strip, StripRow, StripStretch
from disclosure.theme.drawing import words
from disclosure.theme.drawing.canvas import FONT, WIDTH, Canvas, path, text

# Kind -> top and height of its stretch. What is open is as high as a promise, and empty
FORMS = {"commitment": (0, 24), "result": (6, 18), "exempt": (16, 8), "uncovered": (0, 24)}
HEIGHT = 24
# A line of words, and from its top to where it stands; under a row, the arrows that point to what is open
LINE, BASE, ARROWS = 20, 16, 12
GAP = 8
SWATCH = 20
# What is shorter would not be seen; finer than a unit is nothing of a text of thousands of characters
SHORTEST = 1


def drawn(given: Strip, _prefix: str) -> Canvas:
    elements: list[Element] = []
    y = _legend(given.legend, elements)
    longest = max(1, *(row.length for row in given.rows))
    for row in given.rows:
        y = _row(row, longest, y, elements)
    return Canvas(width=WIDTH, height=y, elements=tuple(elements))


def _legend(legend: tuple[tuple[str, str], ...], elements: list[Element]) -> int:
    """A sign and a word each, as many to a line as there is room for."""
    x, y = 0.0, 0
    for kind, label in legend:
        long = SWATCH + 6 + words.length(label)
        if x and x + long > WIDTH:
            x, y = 0, y + HEIGHT + GAP
        sign = _stretches_of([StripStretch(kind, 0, SWATCH)], WIDTH, y)
        elements.append(path(sign.replace("M0 ", f"M{round(x)} "), "stretch", f"stretch--{kind}"))
        elements.append(text(label, x + SWATCH + 6, y + BASE + 2))
        x += long + 1.5 * FONT
    return y + HEIGHT + 2 * GAP


def _row(row: StripRow, longest: int, y: int, elements: list[Element]) -> int:
    room = WIDTH - (words.length(row.written) + FONT / 2 if row.written else 0)
    lines = words.lines(row.label, room)
    for n, line in enumerate(lines):
        elements.append(text(line, 0, y + n * LINE + BASE))
    y += LINE * len(lines)
    if not row.length:
        return y + GAP
    elements.append(text(row.written, WIDTH, y - LINE + BASE, anchor="end", kind="written"))
    top, wide = y + 4, row.length * WIDTH // longest
    elements.append(path(f"M0 {top + HEIGHT}h{wide}", "zero"))
    elements.extend(_stretches(row, longest, top))
    open = any(one.kind == "uncovered" for one in row.stretches)
    return top + HEIGHT + (ARROWS if open else 0) + GAP


def _stretches(row: StripRow, longest: int, top: int) -> Iterator[Element]:
    for kind in FORMS:
        found = [one for one in row.stretches if one.kind == kind]
        if found:
            yield path(_stretches_of(found, longest, top), "stretch", f"stretch--{kind}")
        if found and kind == "uncovered":
            below = top + HEIGHT + 2
            arrows = (f"M{_middle(one, longest)} {below}l5 9h-10z" for one in found)
            yield path("".join(arrows), "arrow")


def _stretches_of(found: Sequence[StripStretch], longest: int, top: int) -> str:
    """Strokes as thick as their kind is high, each from the end of the one before: there are hundreds.
    What is empty has an outline, so it is boxes."""
    ends = [_ends(one, longest) for one in found]
    kind = found[0].kind
    if kind == "uncovered":
        return "".join(_box(left, wide, top, HEIGHT) for left, wide in ends)
    at, form = 0, f"M0 {top + _middle_of(kind)}"
    for left, wide in ends:
        form += f"m{left - at} 0h{wide}"
        at = left + wide
    return form


def _middle_of(kind: str) -> int:
    above, height = FORMS[kind]
    return above + height // 2


def _ends(one: StripStretch, longest: int) -> tuple[int, int]:
    """Where it begins, and how long it is, never beyond the end of what it is drawn of."""
    end = one.end * WIDTH // longest
    left = min(one.start * WIDTH // longest, max(end - SHORTEST, 0))
    return left, max(end - left, SHORTEST)


def _middle(one: StripStretch, longest: int) -> int:
    """An arrow is ten units wide and stays within the drawing."""
    return max(5, min((one.start + one.end) * WIDTH // longest // 2, WIDTH - 5))


def _box(left: int, wide: int, top: int, height: int) -> str:
    return f"M{left} {top}h{wide}v{height}h-{wide}z"
