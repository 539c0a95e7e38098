"""Pictures for tests: made-up ones, and what stands in the files of one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element

from disclosure.pages.drawings import Drawing
from disclosure.pages.page import Citation, Link
from disclosure.pages.picture import Picture, PictureTable
from disclosure.theme.drawing import words
from disclosure.theme.drawing.canvas import Canvas


def picture_of(
    drawing: Drawing, title: str = "240项中62项已有结果", sentence: str = "一句话。", key: str = ""
) -> Picture:
    return Picture(
        id="outcomes",
        page="reports/2024/index.html",
        title=title,
        sentence=sentence,
        name="名称",
        key=key,
        drawing=drawing,
        table=PictureTable(("结论", "条"), (("达成", "1"),)),
        data=(Link("承诺（CSV）", "data/commitments.csv"),),
        cite=Citation(words="示例. 标题", kind="[EB/OL]", day="2025-01-20", address="https://example.org/"),
        source="数据来源：示例",
    )


# A box: left, top, right, bottom
Edges = tuple[float, float, float, float]
# Of words: from their line up and down
ABOVE, BELOW = 16, 4
STEP = re.compile(r"([MmHVhvl])(-?[\d.]+)(?: (-?[\d.]+))?")
MOVED = re.compile(r"translate\(([\d.]+) ([\d.]+)\)")


def boxes(canvas: Canvas, tag: str) -> list[tuple[str, Edges]]:
    """What each element of a tag is called, and about the place it takes."""
    return [
        (one.text or one.get("class") or "", _shifted(_words(one) if tag == "text" else _path(one), x, y))
        for one, x, y in placed(canvas.elements)
        if one.tag == tag
    ]


def placed(elements: Iterable[Element], x: float = 0, y: float = 0) -> Iterator[tuple[Element, float, float]]:
    """Each element, and how far the group that it stands in was moved."""
    for one in elements:
        moved = MOVED.fullmatch(one.get("transform", ""))
        if one.tag == "g" and moved:
            yield from placed(one, x + float(moved[1]), y + float(moved[2]))
        else:
            yield one, x, y


def _shifted(box: Edges, x: float, y: float) -> Edges:
    return box[0] + x, box[1] + y, box[2] + x, box[3] + y


def _words(one: Element) -> Edges:
    x, y, long = float(one.get("x", "")), float(one.get("y", "")), words.length(one.text or "")
    left = x - {"start": 0.0, "middle": long / 2, "end": long}[one.get("text-anchor", "start")]
    return left, y - ABOVE, left + long, y + BELOW


def _path(one: Element) -> Edges:
    points, x, y, start = [], 0.0, 0.0, (0.0, 0.0)
    for step, first, second in STEP.findall(one.get("d", "")):
        a, b = float(first), float(second or 0)
        if step == "m":
            # Behind a closed form, which ends where it began
            x, y = start if "z" in one.get("d", "") else (x, y)
        x, y = {
            "M": (a, b),
            "m": (x + a, y + b),
            "H": (a, y),
            "V": (x, a),
            "h": (x + a, y),
            "v": (x, y + a),
            "l": (x + a, y + b),
        }[step]
        start = (x, y) if step in "Mm" else start
        points.append((x, y))
    across, down = zip(*points, strict=True)
    return min(across), min(down), max(across), max(down)


def outside(canvas: Canvas, beyond: float = 0.5) -> list[tuple[str, Edges]]:
    """What lies in part outside of a drawing, by more than a rounded number."""
    right, bottom = canvas.left + canvas.width + beyond, canvas.top + canvas.height + beyond
    return [
        (name, box)
        for tag in ("text", "path")
        for name, box in boxes(canvas, tag)
        if box[0] < canvas.left - beyond or box[1] < canvas.top - beyond or box[2] > right or box[3] > bottom
    ]


def overlapping(found: Sequence[tuple[str, Edges]]) -> list[tuple[str, str]]:
    """Pairs that lie on each other."""
    return [
        (name, other)
        for n, (name, box) in enumerate(found)
        for other, over in found[n + 1 :]
        if box[0] < over[2] and over[0] < box[2] and box[1] < over[3] and over[1] < box[3]
    ]
