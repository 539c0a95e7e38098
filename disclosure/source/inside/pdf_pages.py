"""Pages of a PDF as texts: a program for ``limited``, which imports nothing of ours."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from math import hypot
from typing import Any

MAX_PAGES, MAX_TEXT = 3_000, 20_000_000
# A text with its place weighs as much as so many characters
PLACED = 20


def main(data: bytes, wanted: str = "texts") -> dict[str, Any]:
    """``wanted``: the pages as ``texts``, or as ``pieces`` with their places."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return {"locked": True}
    pages, texts, length = list(reader.pages[:MAX_PAGES]), [], 0
    with _complaints() as complaints:
        for page in pages:
            texts.append(page.extract_text() if wanted == "texts" else _pieces(page))
            length += len(texts[-1]) * (1 if wanted == "texts" else PLACED)
            if length > MAX_TEXT:
                break
    return {
        "pages": texts,
        "links": [[n, one] for n, page in enumerate(pages, 1) for one in _beside(page)],
        "complaints": len(complaints),
        "title": str(getattr(reader.metadata, "title", None) or ""),
        "author": str(getattr(reader.metadata, "author", None) or ""),
        "notes": sum(len(_notes(page)) for page in pages),
        "said": [str(value) for value in (reader.metadata or {}).values()],
        "script": b"/JavaScript" in data or b"/JS" in data,
        "whole": len(texts) == len(reader.pages) and length <= MAX_TEXT,
    }


@contextmanager
def _complaints() -> Iterator[set[str]]:
    """What the library says while it turns codes into characters: where a map of them is wrong, it leaves some out."""
    found: set[str] = set()

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.add(record.getMessage())

    logger, listener, before = logging.getLogger("pypdf"), Listener(), logging.root.manager.disable
    logger.addHandler(listener)
    logging.disable(logging.NOTSET)
    try:
        yield found
    finally:
        logging.disable(before)
        logger.removeHandler(listener)


def _pieces(page: Any) -> list[list[Any]]:
    """Each text with where it begins (points from the lower left), its size, and whether it is slanted."""
    pieces: list[list[Any]] = []

    def take(text: str, outer: Any, line: Any, _font: Any, size: float) -> None:
        x = line[4] * outer[0] + line[5] * outer[2] + outer[4]
        y = line[4] * outer[1] + line[5] * outer[3] + outer[5]
        across = line[0] * outer[0] + line[1] * outer[2], line[0] * outer[1] + line[1] * outer[3]
        pieces.append([text, x, y, abs(size) * hypot(*across), abs(across[1]) > abs(across[0]) / 50])

    page.extract_text(visitor_text=take)
    return pieces


def _notes(page: Any) -> list[str]:
    """What readers wrote onto a page."""
    every = [one.get_object() for one in page.get("/Annots", None) or ()]
    return [str(one["/Contents"]) for one in every if one.get("/Contents") and one.get("/Subtype") != "/Link"]


def _beside(page: Any) -> list[str]:
    """Where the links of a page lead, what notes and form fields say."""
    notes = [one.get_object() for one in page.get("/Annots", None) or ()]
    linked = [note["/A"].get_object().get("/URI", "") for note in notes if "/A" in note]
    return [str(one) for one in (*linked, *(note.get(key, "") for note in notes for key in ("/Contents", "/V"))) if one]
