"""Signs for the shapes that words have (``content/vocabulary/outcomes.yml``): each is told from the others without
colour. A full one is kept, a cross or a triangle is missed."""

from __future__ import annotations

from collections.abc import Mapping

# The side of the square that a sign stands in
CELL = 10
RING = "M5 1a4 4 0 1 0 0 8a4 4 0 1 0 0-8z"
# What is drawn for a word's shape, and whether it is filled
SIGNS: Mapping[str, tuple[str, bool]] = {
    "●": (RING, True),
    "○": (RING, False),
    "◎": (f"{RING}M5 3.9a1.1 1.1 0 1 0 0 2.2a1.1 1.1 0 1 0 0-2.2z", False),
    "◐": (f"{RING}M5 1.8a3.2 3.2 0 0 1 0 6.4z", True),
    "▲": ("M5 1l4 8h-8z", True),
    "▷": ("M2 1l7 4l-7 4z", False),
    "◆": ("M5 .5l4.5 4.5l-4.5 4.5l-4.5-4.5z", True),
    "◇": ("M5 .5l4.5 4.5l-4.5 4.5l-4.5-4.5z", False),
    "□": ("M1.5 1.5h7v7h-7z", False),
    "✕": ("M1.5 1.5l7 7M8.5 1.5l-7 7", False),
    "—": ("M1.5 5h7", False),
}
OTHER = ("M1.5 1.5h7v7h-7z", True)


def form(shape: str) -> tuple[str, bool]:
    """What is drawn for a shape, and whether it is filled; a project's own shape is a full square."""
    return SIGNS.get(shape, OTHER)
