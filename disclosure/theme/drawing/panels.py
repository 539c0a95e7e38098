"""Rows of several units, one drawing below the other."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from disclosure.pages.drawings.panels import Panels
from disclosure.theme.drawing import rows
from disclosure.theme.drawing.canvas import Canvas

# What is left between two of them
APART = 14


def drawn(given: Panels, prefix: str) -> Canvas:
    parts = [rows.drawn(one, prefix) for one in given.parts]
    first, height = parts[0], 0
    elements = []
    for one in parts:
        group = Element("g", {"transform": f"translate(0 {height})"} if height else {})
        group.extend(one.elements)
        elements.append(group)
        height += one.height + APART
    return Canvas(left=first.left, top=first.top, width=first.width, height=height - APART, elements=tuple(elements))
