"""Target and observation to a verdict with its working: 目标≥4,000张，实际4,385张，110%，达成.

Pure: no files, no HTML, no today; decimal arithmetic only. The rules are those of docs/domain.md, Quantities; what
is a proposal of this project (tolerances, margins) stands in a :class:`Rubric` with a version.

    shapes       what goes in and comes out        levels   rules that hold a value against a number
    comparison   target and value, one direction   others   rules about last year, others, periods, days
    judge        one observation, one verdict      words    the sum in words
    settle       all vintages together             rates    many verdicts to two rates
    flips        which verdicts another rubric would flip
"""

from .judge import judge
from .rates import Counted, Rate, rate
from .settle import Settled, settle
from .shapes import Aim, Level, ObservedValue, Rubric, Tolerance, Verdict, VerdictResult
from .words import lack, miss, outcome_word

__all__ = [
    "Aim",
    "Counted",
    "Level",
    "ObservedValue",
    "Rate",
    "Rubric",
    "Settled",
    "Tolerance",
    "Verdict",
    "VerdictResult",
    "judge",
    "lack",
    "miss",
    "outcome_word",
    "rate",
    "settle",
]
