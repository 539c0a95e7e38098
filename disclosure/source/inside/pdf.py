"""Pages of a PDF, read in a process of its own."""

from __future__ import annotations

from typing import Any

from disclosure.source.inside import limited, pdf_pages


def read(data: bytes, wanted: str = "texts") -> dict[str, Any] | None:
    """``pages``, ``links`` and ``said`` as texts, ``locked``, ``script``; ``None`` where it took too much. ``wanted``:
    pages as ``texts``, or as ``pieces``."""
    return limited.run(pdf_pages.__file__, data, wanted)
