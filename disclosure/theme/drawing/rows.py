"""Rows of values: scale, ticks and frame are leather's, signs and words ours.

The library takes 45 ms to import; nothing here is before such a picture is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element

import leather

from disclosure import quantity
from disclosure.pages.drawings.rows import PictureMark, PictureRow, Rows
from disclosure.theme.drawing import marks, words
from disclosure.theme.drawing.canvas import FONT, Canvas, number

# In the drawing's own units. The library keeps a twentieth of the width free on each side
WIDTH = 352
MARGIN = 17.6
INNER = WIDTH - 2 * MARGIN
# Under the rows: what the library takes for the scale, and what its words need
SCALE = 22
WORDS_BELOW = 34
# How near to an end a tick's words stand within it
EDGE = 30
# A row's baseline of words; another line of them where the words at its two ends would touch
WORDS = 18
LINE = 20
ROW = 54
# The middle and half the height of a row's only mark, of the first and second of two; a range is the second and third
PLACES = {1: ((36, 8),), 2: ((30, 5), (43, 7)), 3: ((30, 5), (43, 7), (43, 7))}
# What of the library's attributes is form and no colour
LENGTH = {"textLength", "lengthAdjust"}
FORM = {"class", "d", "dy", "height", "text-anchor", "transform", "width", "x", "y"} | LENGTH
CLASSES = {"tick": "d-picture__tick"}
WRITTEN = {"class": "d-picture__written"}


def drawn(given: Rows, _prefix: str) -> Canvas:
    lower = LINE if any(words.length(row.label + row.written) + FONT > INNER for row in given.rows) else 0
    height = (ROW + lower) * len(given.rows)
    group = _chart(given, lower).to_svg_group(WIDTH, height + 2 * MARGIN + SCALE)
    return Canvas(left=7, top=17, width=338, height=height + WORDS_BELOW, elements=tuple(_plain(group)))


def _chart(given: Rows, lower: int) -> Any:
    """``lower`` is how much further down the marks of a row stand."""
    values = [Decimal(one.value) for row in given.rows for one in row.marks]
    scale = linear(values)
    chart = leather.Chart()
    chart.set_x_scale(scale)
    chart.set_y_scale(leather.Ordinal(range(len(given.rows))))
    chart.set_x_axis(_ScaleAxis(_ticks(scale, given.unit), len(given.rows), lower))
    chart.set_y_axis(_WordsAxis(given.rows, lower))
    series = [(Decimal(one.value), n, one, *place) for n, row in enumerate(given.rows) for one, *place in _placed(row)]
    chart.add_series(leather.Series(series), _MarkShape(lower))
    return chart


def linear(values: Iterable[Decimal]) -> Any:
    """A scale of the library's that begins or ends with nothing, or has it inside."""
    known = [Decimal(0), *values]
    return leather.Linear(min(known), max(known))


def tick(value: Decimal, unit: str) -> str:
    """No half of what is counted one by one (2.5条)."""
    return "" if value % 1 and quantity.counts(unit) else quantity.spell(value, unit)


def _placed(row: PictureRow) -> list[tuple[PictureMark, int, int]]:
    return [(one, *place) for one, place in zip(row.marks, PLACES[len(row.marks)], strict=True)]


def _ticks(scale: Any, unit: str) -> Any:
    """Of ticks whose words would touch, every second or third is labelled."""
    texts = [tick(value, unit) for value in scale.ticks()]
    room = INNER / (len(texts) - 1)
    step = next(
        n for n in range(1, len(texts) + 1) if max(map(words.length, texts)) + FONT / 2 < room * n or n == len(texts)
    )
    return lambda _value, n, _count: texts[n] if n % step == 0 else ""


class _ScaleAxis(leather.Axis):  # type: ignore[misc]
    """The scale under the rows. Its lines are seen beside the marks alone, and not through words."""

    def __init__(self, formatter: Any, rows: int, lower: int) -> None:
        super().__init__(tick_formatter=formatter)
        self.rows = rows
        self.lower = lower

    def to_svg(self, width: Any, height: Any, scale: Any, orient: str) -> Element:
        group: Element = super().to_svg(width, height, scale, orient)
        for tick in group:
            for line in tick.findall("line"):
                tick.remove(line)
                tick.append(self._beside_marks(number(Decimal(line.attrib["x1"]))))
        return group

    def _beside_marks(self, x: str) -> Element:
        top, long = WORDS + self.lower + 6, ROW - WORDS - 6
        further = f"m0 {ROW + self.lower - long}v{long}" * (self.rows - 1)
        return Element("path", {"class": "d-picture__grid", "d": f"M{x} {top}v{long}{further}"})


class _WordsAxis(leather.Axis):  # type: ignore[misc]
    """What stands above each row, in place of an axis at the left: Chinese words would take half of a phone's width."""

    def __init__(self, rows: tuple[PictureRow, ...], lower: int) -> None:
        super().__init__()
        self.rows = rows
        self.lower = lower

    def estimate_label_margin(self, scale: Any, orient: str) -> int:
        return 0

    def to_svg(self, width: Any, height: Any, scale: Any, orient: str) -> Element:
        group = Element("g")
        for n, row in enumerate(self.rows):
            y = n * (ROW + self.lower) + WORDS
            group.append(_text(row.label, "0", y))
            group.append(_text(row.written, str(width), y + self.lower, anchor="end", **WRITTEN))
        return group


def _text(text: str, x: str, y: int, *, anchor: str = "start", **attributes: str) -> Element:
    made = Element("text", {"x": x, "y": str(y), "text-anchor": anchor, **attributes})
    if words.length(text) > INNER:
        # Narrower, and not cut off
        made.attrib |= {"textLength": f"{INNER:.0f}", "lengthAdjust": "spacingAndGlyphs"}
    made.text = text
    return made


class _MarkShape(leather.Shape):  # type: ignore[misc]
    """A row's marks: bars of what was observed, a sign at the end of a line for what is aimed at."""

    def __init__(self, lower: int) -> None:
        self.lower = lower

    def validate_series(self, series: Any) -> None:
        """Any numbers over any rows."""

    def to_svg(self, width: Any, height: Any, x_scale: Any, y_scale: Any, series: Any, palette: Any) -> Element:
        group = Element("g")
        zero = x_scale.project(0, 0, width)
        for value, n, one, middle, half in (each.row for each in series.data()):
            y = n * (ROW + self.lower) + self.lower + middle
            group.extend(marks.mark(one, zero, x_scale.project(value, 0, width), y, half))
            group.append(marks.zero(zero, y - half - 3, 2 * half + 6))
        return group


def _plain(group: Element) -> list[Element]:
    """The library's elements by their form alone, without its background and without empty words."""
    return [made for made in map(_bare, group) if made is not None]


def _bare(one: Element) -> Element | None:
    if (one.tag == "rect" and "class" not in one.attrib) or (one.tag == "text" and not one.text):
        return None
    kept = {name: _form(name, value) for name, value in one.attrib.items() if name in FORM}
    if not kept.get("class", "").startswith("d-"):
        found = CLASSES.get(kept.pop("class", ""))
        kept |= {"class": found} if found else {}
    if kept.get("text-anchor") == "middle":
        x = float(kept["x"])
        kept["text-anchor"] = "start" if x < EDGE else "end" if x > INNER - EDGE else "middle"
    made = Element(one.tag, kept)
    made.text = one.text
    made.extend(_plain(one))
    return made if len(made) or one.tag != "g" else None


def _form(name: str, value: str) -> str:
    return number(Decimal(value)) if name in {"x", "y"} else value
