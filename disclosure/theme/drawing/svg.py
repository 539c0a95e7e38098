"""Pictures as SVG: within a page, in its style sheet's colours, and as files that are taken away and look right alone.

Nothing here is imported before a page with a picture is rendered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Protocol
from xml.etree.ElementTree import Element, SubElement, tostring

from markupsafe import Markup

from disclosure.pages.drawings import Drawing
from disclosure.pages.picture import Picture
from disclosure.theme.drawing import paint, words
from disclosure.theme.drawing.canvas import Canvas, text

# Around what stands in a file, and how its words are set: size, weight, colour, what is left above them
MARGIN = 20
TITLE = (19, "700", paint.INK, 0)
SENTENCE = (14, "400", paint.INK, 10)
KEY = (13, "400", paint.MUTED, 8)
SOURCE = (12, "400", paint.MUTED, 8)
TypeStyle = tuple[int, str, str, int]
# Of the height of type: where its line stands, and the next one
BASE, NEXT = 0.88, 1.45
# How large the file is shown where nobody says how large it shall be
SHOWN = 2


class Drawable(Protocol):
    """What is drawn within a page: a picture, or a drawing of which no files are made."""

    @property
    def id(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def drawing(self) -> Drawing: ...


def svg(picture: Drawable) -> Markup:
    """The picture as an element of a page; ``role`` and name make one thing of it for who cannot see it."""
    canvas = drawn(picture)
    box = f"{canvas.left} {canvas.top} {canvas.width} {canvas.height}"
    named = {"role": "img", "aria-label": picture.name}
    root = Element("svg", {"class": "d-picture__drawing", "viewBox": box, **named})
    root.extend(canvas.elements)
    return Markup(tostring(root, encoding="unicode"))  # noqa: S704 (escaped by ElementTree)


def drawn(picture: Drawable) -> Canvas:
    """By the module that bears the drawing's tag; each is loaded when the first of its kind is drawn."""
    tag = picture.drawing.__struct_config__.tag
    made: Canvas = import_module(f"disclosure.theme.drawing.{tag}").drawn(picture.drawing, picture.id)
    return made


def file(picture: Picture) -> bytes:
    """With its title, sentence, source and address; colours and sizes in attributes, no style sheet, no script."""
    canvas = drawn(picture)
    head = _Column(canvas.width, MARGIN)
    head.add(picture.title, TITLE)
    foot = _Column(canvas.width, head.y + 12 + canvas.height)
    for said, type in ((picture.key, KEY), (picture.sentence, SENTENCE), (picture.source, SOURCE)):
        foot.add(said, type)
    foot.add(picture.cite.address, SOURCE)
    group = Element("g", {"transform": f"translate({MARGIN - canvas.left} {head.y + 12 - canvas.top})"})
    # A list: of an iterator older Pythons hide what goes wrong in it (findings/elementtree-extend-hides.sh)
    group.extend([paint.painted(one) for one in canvas.elements])
    root = _root(picture, canvas.width + 2 * MARGIN, foot.y + MARGIN)
    root.extend([*head.elements, group, *foot.elements])
    return (tostring(root, encoding="unicode") + "\n").encode()


def _root(picture: Picture, width: int, height: int) -> Element:
    size = {"width": str(width * SHOWN), "height": str(height * SHOWN), "viewBox": f"0 0 {width} {height}"}
    type = {"font-family": paint.SANS, "font-size": "16", "fill": paint.INK}
    root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **size, "role": "img", "xml:lang": "zh-CN", **type})
    SubElement(root, "title").text = picture.title
    SubElement(root, "desc").text = picture.sentence
    SubElement(root, "rect", {"width": str(width), "height": str(height), "fill": paint.PAGE})
    return root


class _Column:
    """Lines of words one below the other, from ``y`` on."""

    def __init__(self, width: int, y: int) -> None:
        self.width = width
        self.y = y
        self.elements: list[Element] = []

    def add(self, said: str, type: TypeStyle) -> None:
        size, weight, colour, above = type
        found = words.lines(said, self.width, size)
        self.y += above if found else 0
        self.elements.extend(_lines(found, self.y, size, {"font-size": str(size), "fill": colour}, weight))
        self.y += round(len(found) * size * NEXT)


def _lines(found: Sequence[str], y: int, size: int, attributes: dict[str, str], weight: str) -> Iterator[Element]:
    for n, line in enumerate(found):
        made = text(line, MARGIN, y + size * (n * NEXT + BASE + (NEXT - 1) / 2))
        made.attrib |= attributes | ({"font-weight": weight} if weight != "400" else {})
        yield made
