"""The whole report as one strip from its first character to its last: what is covered, and by what, at a glance."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

WIDTH = 1000
HEIGHT = 24
# Kind -> top and height of its bar: what is left out of the register is lower, so that shape says it too
SHAPES = {"commitment": (0, 24), "result": (6, 18), "exempt": (16, 8), "uncovered": (0, 24)}


class Strip(Struct, frozen=True):
    """An SVG path for each kind that occurs, and where each section begins (from 0 to ``WIDTH``)."""

    paths: tuple[tuple[str, str], ...]
    ticks: tuple[int, ...]


def strip(stretches: Iterable[tuple[str, int, int]], length: int, sections: Iterable[int]) -> Strip:
    """``stretches`` are kind, start and end, in characters of a report that is ``length`` long; no kind is blank."""
    drawn: dict[str, list[str]] = {}
    for kind, start, end in _joined(stretches):
        top, height = SHAPES[kind]
        left = start * WIDTH * 10 // length
        wide = max(end * WIDTH * 10 // length - left, 5)
        drawn.setdefault(kind, []).append(f"M{_tenth(left)} {top}h{_tenth(wide)}v{height}h-{_tenth(wide)}z")
    paths = tuple((kind, "".join(drawn[kind])) for kind in SHAPES if kind in drawn)
    return Strip(paths, tuple(at * WIDTH // length for at in sections))


def swatch(kind: str) -> str:
    """The shape of a kind for the legend, as a path in a square of ``HEIGHT``."""
    top, height = SHAPES[kind]
    return f"M0 {top}h{HEIGHT}v{height}h-{HEIGHT}z"


def _tenth(tenths: int) -> str:
    return f"{tenths // 10}.{tenths % 10}" if tenths % 10 else str(tenths // 10)


def _joined(stretches: Iterable[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Neighbours of one kind as one, over the commas between them; nothing for what has no kind."""
    joined: list[tuple[str, int, int]] = []
    for kind, start, end in stretches:
        if not kind:
            continue
        if joined and joined[-1][0] == kind and start - joined[-1][2] <= 2:
            joined[-1] = (kind, joined[-1][1], end)
        else:
            joined.append((kind, start, end))
    return joined
