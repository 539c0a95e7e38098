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
from disclosure.translation import gettext as _

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

# What those that show images of passed on pages ask for
WIDTH, HEIGHT = 1200, 630
MARGIN, TOP, FOOT = 80, 32, 28
PAPER = (251, 250, 246)
INK = (27, 36, 38)
# By the colours of words, as on the pages in daylight
COLOURS = {"accent": (11, 83, 96), "focus": (176, 72, 11), "muted": (84, 95, 99), "ink": INK}
STEPS = 8
TITLE, WORD, PLACE, NOTICE = 58, 42, 28, 24
# Lines of the title, of the word and of the notice; how far apart lines are, by the size of their letters
MOST, MOST_OF_WORD, MOST_OF_NOTICE, LEADING = 3, 2, 3, 1.32
# Drawn by no face: what it draws for it is what it draws for any sign that it lacks
NOWHERE = "\U0010ffff"


class ShareImage(Struct, frozen=True, kw_only=True):
    """What an image says; ``word`` is empty where nothing has an outcome, ``colour`` one of those of words.

    ``notice`` says who speaks, empty where the site has none; ``made_up``: the content is.
    """

    title: str
    word: str = ""
    shape: str = ""
    colour: str = "accent"
    place: str = ""
    site: str = ""
    notice: str = ""
    made_up: bool = False


class ImagePen:
    """Faces of a file by their size, kept for all images that one build draws."""

    def __init__(self, font: FontFile) -> None:
        self.font = font
        self._index: int | None = None
        self._faces: dict[int, FreeTypeFont] = {}
        self._signs: dict[str, bool] = {}

    def face(self, size: int) -> FreeTypeFont:
        from PIL import ImageFont

        if size not in self._faces:
            self._faces[size] = ImageFont.truetype(
                self.font.path, size, index=self._of_mainland(), layout_engine=ImageFont.Layout.BASIC
            )
        return self._faces[size]

    def has(self, sign: str, size: int) -> bool:
        """Whether the face has a sign; else an empty box would be drawn."""
        if sign.isspace():
            return True
        if sign not in self._signs:
            face = self.face(size)
            self._signs[sign] = bytes(face.getmask(sign)) != bytes(face.getmask(NOWHERE))
        return self._signs[sign]

    def lacks(self, text: str) -> str:
        """The signs of a text that the face has not, each once."""
        return "".join(dict.fromkeys(one for one in text if not self.has(one, PLACE)))

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


def made_up() -> str:
    return _("示例：内容是虚构的")


def place(district: str, year: int) -> str:
    return _("{district}，{year}年政府工作报告").format(district=district, year=year)


def said(label: str, day: str, note: str | None) -> str:
    """The word for what became of a promise, as images and the tags of pages say it.

    The note is last: of what is too long the end is cut.
    """
    word = _("{label}，截至{day}").format(label=label, day=day)
    return _("{said}（{note}）").format(said=word, note=note) if note else word


def lacking(font: FontFile, signs: str) -> str | None:
    """The signs that a file's face has not; None where Pillow cannot read it as a font."""
    try:
        return ImagePen(font).lacks(signs)
    except OSError:
        return None


def png(pen: ImagePen, one: ShareImage) -> bytes:
    from PIL import Image

    image = Image.new("P", (WIDTH, HEIGHT), 0)
    image.putpalette([value for colour in _palette(one.colour) for value in colour])
    image.paste(2 * STEPS - 1, (0, 0, WIDTH, 12))
    y = TOP
    if one.made_up:
        y = _down(image, pen.face(PLACE), _lines(pen, made_up(), PLACE, 1), y, STEPS)
    y = _down(image, pen.face(TITLE), _lines(pen, one.title, TITLE, MOST), y, 0)
    if one.word:
        said = f"{one.shape} {one.word}" if one.shape and pen.has(one.shape, WORD) else one.word
        _down(image, pen.face(WORD), _lines(pen, said, WORD, MOST_OF_WORD), y + 14, STEPS)
    _foot(image, pen, one)
    made = BytesIO()
    image.save(made, "PNG", bits=4)
    return made.getvalue()


def _foot(image: Image, pen: ImagePen, one: ShareImage) -> None:
    """Where that is from and who speaks, from below."""
    y = HEIGHT - FOOT
    for text, size, most in ((one.notice, NOTICE, MOST_OF_NOTICE), (one.site, PLACE, 1), (one.place, PLACE, 1)):
        shown = _lines(pen, text, size, most)
        y -= len(shown) * round(size * LEADING)
        _down(image, pen.face(size), shown, y, 0)


def _lines(pen: ImagePen, text: str, size: int, most: int) -> tuple[str, ...]:
    return lines(text, WIDTH - 2 * MARGIN, pen.face(size).getlength, most)


def _down(image: Image, face: FreeTypeFont, texts: tuple[str, ...], y: int, ramp: int) -> int:
    """Lines below each other; where the next may stand."""
    for text in texts:
        _write(image, face, text, y, ramp)
        y += round(face.size * LEADING)
    return y


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
