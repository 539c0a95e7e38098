"""Decimals as JSON numbers."""

from __future__ import annotations

from decimal import Decimal


def number(value: Decimal | None) -> float | int | None:
    """A JSON number: whole ones without a point."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
