"""What a camera or a program wrote beside a picture: words, and where it was taken. No picture is decoded."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from disclosure.source.inside.shapes import Passage, Photographed, Seen, Where
from disclosure.translation import mark as N_

BESIDE = N_("图片信息")
GPS, DETAILS = 0x8825, 0x8769
LATITUDE = 2
# Windows' own fields, in UTF-16
WINDOWS = range(0x9C9B, 0x9CA0)
XMP_PLACE = re.compile(r"exif:GPSL(?:atitude|ongitude)")
TAG = re.compile(r"<[^>]*>")


def seen(data: bytes, file: str) -> Iterator[Seen]:
    """Raises what the library raises of a spoilt picture."""
    from PIL import Image

    with Image.open(io.BytesIO(data)) as image:
        exif, info = image.getexif(), dict(image.info)
        place = exif.get_ifd(GPS)
        fields = [*exif.items(), *exif.get_ifd(DETAILS).items()]
    packets = [_text(value) for key, value in info.items() if "xmp" in str(key).lower()]
    if LATITUDE in place or any(map(XMP_PLACE.search, packets)):
        yield Photographed(file)
    words = [_field(tag, value) for tag, value in fields]
    words += [_text(value) for key, value in info.items() if key not in ("exif", "icc_profile")]
    for text in filter(None, words):
        yield Passage(text=TAG.sub(" ", text), where=Where(words=BESIDE, file=file))


def _field(tag: int, value: Any) -> str:
    if tag in WINDOWS and isinstance(value, bytes):
        return value.decode("utf-16-le", "replace")
    return _text(value)


def _text(value: Any) -> str:
    if isinstance(value, bytes):
        # A comment begins with the name of its encoding in eight bytes
        return value.decode("utf-16-be" if value.startswith(b"UNICODE\0") else "utf-8", "replace").replace("\0", " ")
    return value if isinstance(value, str) else ""
