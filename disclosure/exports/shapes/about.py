"""How a shape says what a field means."""

from __future__ import annotations

from typing import Any


def about(text: str) -> Any:
    """Evaluated when schemas are made: a build needs neither them nor pydantic."""
    import pydantic

    return pydantic.Field(description=text)
