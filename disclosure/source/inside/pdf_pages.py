"""Pages of a PDF as texts: a program for ``limited``, which imports nothing of ours."""

from __future__ import annotations

import io
from math import hypot
from typing import Any

MAX_PAGES, MAX_TEXT = 3_000, 20_000_000


def main(data: bytes, wanted: str = "texts") -> dict[str, Any]:
    """``wanted``: the pages as ``texts``, or as ``pieces`` with their places."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return {"locked": True}
    pages, texts, length = list(reader.pages[:MAX_PAGES]), [], 0
    for page in pages:
        pieces: list[list[Any]] = []
        text = page.extract_text(visitor_text=_taker(pieces))
        texts.append(text if wanted == "texts" else pieces)
        length += len(text)
        if length > MAX_TEXT:
            break
    return {
        "pages": texts,
        "links": [[n, one] for n, page in enumerate(pages, 1) for one in _beside(page)],
        "title": str(getattr(reader.metadata, "title", None) or ""),
        "said": [str(value) for value in (reader.metadata or {}).values()],
        "script": b"/JavaScript" in data or b"/JS" in data,
        "whole": len(texts) == len(reader.pages) and length <= MAX_TEXT,
    }


def _taker(pieces: list[list[Any]]) -> Any:
    """Takes down each text with where it begins (points from the lower left), its size, and whether it is slanted."""

    def take(text: str, page: Any, line: Any, _font: Any, size: float) -> None:
        x = line[4] * page[0] + line[5] * page[2] + page[4]
        y = line[4] * page[1] + line[5] * page[3] + page[5]
        across = line[0] * page[0] + line[1] * page[2], line[0] * page[1] + line[1] * page[3]
        pieces.append([text, x, y, abs(size) * hypot(*across), abs(across[1]) > abs(across[0]) / 50])

    return take


def _beside(page: Any) -> list[str]:
    """Where the links of a page lead, what notes and form fields say."""
    notes = [one.get_object() for one in page.get("/Annots", None) or ()]
    linked = [note["/A"].get_object().get("/URI", "") for note in notes if "/A" in note]
    return [str(one) for one in (*linked, *(note.get(key, "") for note in notes for key in ("/Contents", "/V"))) if one]
