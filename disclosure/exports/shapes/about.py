"""How a shape says what a field means."""

from __future__ import annotations

from typing import Any

from pydantic import Field


def about(text: str) -> Any:
    return Field(description=text)
