"""Pages of a PDF as texts: a program for ``limited``, which imports nothing of ours."""

from __future__ import annotations

import io
from typing import Any

MAX_PAGES, MAX_TEXT = 3_000, 20_000_000


def main(data: bytes) -> dict[str, Any]:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return {"locked": True}
    pages, texts, length = list(reader.pages[:MAX_PAGES]), [], 0
    for page in pages:
        texts.append(page.extract_text())
        length += len(texts[-1])
        if length > MAX_TEXT:
            break
    return {
        "pages": texts,
        "links": [[n, one] for n, page in enumerate(pages, 1) for one in _beside(page)],
        "said": [str(value) for value in (reader.metadata or {}).values()],
        "script": b"/JavaScript" in data or b"/JS" in data,
        "whole": len(texts) == len(reader.pages) and length <= MAX_TEXT,
    }


def _beside(page: Any) -> list[str]:
    """Where the links of a page lead, what notes and form fields say."""
    notes = [one.get_object() for one in page.get("/Annots", None) or ()]
    linked = [note["/A"].get_object().get("/URI", "") for note in notes if "/A" in note]
    return [str(one) for one in (*linked, *(note.get(key, "") for note in notes for key in ("/Contents", "/V"))) if one]
