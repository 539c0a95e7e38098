"""An image: a title, the word for what became of it with its shape and colour, and where that is from.

Ink on paper in 16 colours: a ramp for the ink and one for the word. The same values, face and libraries give the same
bytes; another machine's may differ (docs/reference.md).
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import Struct

from disclosure.downloads.images.fonts import FontFile
from disclosure.downloads.images.lines import lines

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

# What those that show images of passed on pages ask for
WIDTH, HEIGHT = 1200, 630
MARGIN, TOP = 80, 60
PAPER = (251, 250, 246)
INK = (27, 36, 38)
# By the colours of words, as on the pages in daylight
COLOURS = {"accent": (11, 83, 96), "focus": (176, 72, 11), "muted": (84, 95, 99), "ink": INK}
STEPS = 8
TITLE, WORD, PLACE = 64, 44, 32
# Lines of the title; how far apart lines are, by the size of their letters
MOST, LEADING = 3, 1.35


class ShareImage(Struct, frozen=True, kw_only=True):
    """What an image says; ``word`` is empty where nothing has an outcome, ``colour`` one of those of words."""

    title: str
    word: str = ""
    shape: str = ""
    colour: str = "accent"
    place: str = ""
    site: str = ""


class ImagePen:
    """Faces of a file by their size, kept for all images that one build draws."""

    def __init__(self, font: FontFile) -> None:
        self.font = font
        self._index: int | None = None
        self._faces: dict[int, FreeTypeFont] = {}

    def face(self, size: int) -> FreeTypeFont:
        from PIL import ImageFont

        if size not in self._faces:
            self._faces[size] = ImageFont.truetype(
                self.font.path, size, index=self._of_mainland(), layout_engine=ImageFont.Layout.BASIC
            )
        return self._faces[size]

    def has(self, sign: str, size: int) -> bool:
        """Whether the face has a sign; else an empty box would be drawn."""
        face = self.face(size)
        return bytes(face.getmask(sign)) != bytes(face.getmask("\U0010ffff"))

    def _of_mainland(self) -> int:
        """In a collection, the face with mainland forms: the first is often the Japanese one."""
        from PIL import ImageFont

        index, first = 0, 0
        while self._index is None:
            try:
                name = ImageFont.truetype(self.font.path, 10, index=index).getname()[0] or ""
            except OSError:
                self._index = first
                break
            if name.endswith((" SC", " GB")) and "Mono" not in name:
                self._index = index
            index += 1
        return self._index


def png(pen: ImagePen, one: ShareImage) -> bytes:
    from PIL import Image

    image = Image.new("P", (WIDTH, HEIGHT), 0)
    image.putpalette([value for colour in _palette(one.colour) for value in colour])
    image.paste(2 * STEPS - 1, (0, 0, WIDTH, 12))
    inner = WIDTH - 2 * MARGIN
    y = TOP
    face = pen.face(TITLE)
    for line in lines(one.title, inner, face.getlength, MOST):
        _write(image, face, line, y, 0)
        y += round(TITLE * LEADING)
    if one.word:
        _word(image, pen, one, y + 20)
    small = pen.face(PLACE)
    y = HEIGHT - TOP
    for text in filter(None, (one.site, one.place)):
        y -= round(PLACE * LEADING)
        _write(image, small, lines(text, inner, small.getlength, 1)[0], y, 0)
    made = BytesIO()
    image.save(made, "PNG", bits=4)
    return made.getvalue()


def _word(image: Image, pen: ImagePen, one: ShareImage, y: int) -> None:
    face = pen.face(WORD)
    said = f"{one.shape} {one.word}" if one.shape and pen.has(one.shape, WORD) else one.word
    for n, line in enumerate(lines(said, WIDTH - 2 * MARGIN, face.getlength, 2)):
        _write(image, face, line, y + n * round(WORD * LEADING), STEPS)


def _write(image: Image, face: FreeTypeFont, text: str, y: int, ramp: int) -> None:
    """A line, in the ramp of colours that begins at this number."""
    from PIL import Image, ImageDraw

    mask = Image.new("L", (WIDTH - MARGIN, round(face.size * 1.6)), 0)
    ImageDraw.Draw(mask).text((0, 0), text, 255, face)
    levels = mask.point([ramp + value * (STEPS - 1) // 255 for value in range(256)])
    image.paste(levels, (MARGIN, y), mask.point([255 if value * (STEPS - 1) // 255 else 0 for value in range(256)]))


def _palette(colour: str) -> list[tuple[int, ...]]:
    return [_between(step, end) for end in (INK, COLOURS.get(colour, INK)) for step in range(STEPS)]


def _between(step: int, end: tuple[int, int, int]) -> tuple[int, ...]:
    pairs = zip(PAPER, end, strict=True)
    return tuple(round(paper + (ink - paper) * step / (STEPS - 1)) for paper, ink in pairs)
