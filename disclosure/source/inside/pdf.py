"""Pages of a PDF, read in a process of its own: a spoilt one may take all memory, or never end.

This file is also that process: the PDF on its standard input, JSON on its standard output.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
from contextlib import suppress
from typing import Any

SECONDS, WAIT = 60, 300
MEMORY = 768 * 1024 * 1024
MAX_PAGES, MAX_TEXT = 3_000, 20_000_000


def read(data: bytes) -> dict[str, Any] | None:
    """``pages``, ``links`` and ``said`` as texts, ``locked``, ``script``; ``None`` where it took too much."""
    command = [sys.executable, "-I", __file__]
    try:
        done = subprocess.run(command, input=data, capture_output=True, check=False, timeout=WAIT)
        found: dict[str, Any] = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        return None
    return found


def _limit() -> None:
    """Where the system knows limits."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def _read(data: bytes) -> dict[str, Any]:
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


def _main() -> None:
    _limit()
    import logging

    logging.disable()
    try:
        found = _read(sys.stdin.buffer.read())
    except MemoryError:
        sys.exit(1)
    except Exception as error:  # noqa: BLE001 (whatever a library makes of a spoilt file)
        # AES needs a library of its own; who has no password cannot read it either
        found = {"locked": True} if type(error).__name__ == "DependencyError" else {"spoilt": type(error).__name__}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    _main()
