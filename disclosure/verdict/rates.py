"""Many verdicts to a rate: 达成 a / 可判定 b / 全部 c, and no percentage while b/c is under a half.

What is not public neither counts as failed nor vanishes; 力争 is never dropped (docs/domain.md, Strength).
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_DOWN, Decimal

from msgspec import Struct

from .found import HUNDRED
from .shapes import VerdictResult

# What 承诺类完成率 counts
PROMISED = ("binding", "promised")
DECIDED = (VerdictResult.MET, VerdictResult.NOT_MET)


class Counted(Struct, frozen=True):
    """A target as a rate sees it: how firm, and what came out."""

    strength: str
    outcome: VerdictResult


class Rate(Struct, frozen=True):
    """``met`` of ``decided`` of ``all``; ``percent`` (whole, rounded down) only where half of all are decided."""

    met: int
    decided: int
    all: int
    percent: int | None


def rate(targets: Iterable[Counted]) -> Rate:
    """The rate of all that is given: nothing is left out here, whatever its strength."""
    outcomes = [one.outcome for one in targets]
    met = sum(one is VerdictResult.MET for one in outcomes)
    decided = sum(one in DECIDED for one in outcomes)
    known = bool(decided) and decided * 2 >= len(outcomes)
    return Rate(met, decided, len(outcomes), _whole(met, decided) if known else None)


def _whole(met: int, decided: int) -> int:
    return int((Decimal(met) / decided * HUNDRED).quantize(Decimal(1), ROUND_DOWN))
