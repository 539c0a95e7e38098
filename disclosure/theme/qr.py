"""Codes that cameras read (QR, ISO/IEC 18004), made by zxing-cpp, as paths of strokes.

Level M: 15 % of a code may be lost, by a fold or a stain. The library is imported where the first code is made: a site
without an address has none. It takes 0.4 ms a code where a page takes less than one, so ``site.yml`` can do without
(``codes``). Its own SVG outlines each run of modules; as strokes they take half the bytes and compress to a third.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby

from msgspec import Struct

# Characters; a longer text makes modules that are too small for paper
LONGEST = 200


class Code(Struct, frozen=True):
    """A code as a path of strokes, a unit a module, and the side of the square with the white around it.

    It is drawn in black on white (by its stroke, without fill), whatever the colours around it.
    """

    side: int
    path: str


def code(text: str) -> Code | None:
    """The code of a text; None where it is too long."""
    if len(text) > LONGEST:
        return None
    import zxingcpp

    image = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M").to_image()
    side = image.shape[0]
    # It is a buffer, which its types do not say
    data = bytes(memoryview(image))  # type: ignore[arg-type]
    rows = (data[n : n + side] for n in range(0, side * side, side))
    return Code(side, "".join(f"M0 {n}.5{_strokes(row)}" for n, row in enumerate(rows) if 0 in row))


@cache
def _run(dark: bool, length: int) -> str:
    return f"h{length}" if dark else f"m{length} 0"


def _strokes(row: bytes) -> str:
    """The runs of a row, dark (0) and light; the last is the white border."""
    runs = [_run(value == 0, len(list(run))) for value, run in groupby(row)]
    return "".join(runs[:-1])
