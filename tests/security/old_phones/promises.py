"""Which tests of ``tests/browser`` Chromium 86 is asked to pass, and what cannot be asked of it."""

from __future__ import annotations

from typing import Final

FILES: Final = tuple(
    f"tests/browser/test_{name}.py"
    for name in (
        "search", "search_filters", "register", "display", "opening", "framing", "disk", "pictures", "desk", "print",
    )
)
LEFT_OUT: Final = ()
