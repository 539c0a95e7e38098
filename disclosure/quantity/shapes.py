"""The shapes everybody else in the package hands around: frozen, without behaviour beyond a date."""

from calendar import monthrange
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from msgspec import Struct

from .seasons import last_day_before

Role = Literal["target", "result"]
Polarity = Literal["up", "down"]


class Operator(StrEnum):
    """How an observed value is held against the written one (docs/domain.md, Quantities)."""

    GE = "ge"
    LE = "le"
    GT = "gt"
    LT = "lt"
    ABOUT_GE = "about_ge"
    ABOUT_LE = "about_le"
    ABOUT = "about"
    RANGE = "range"
    INT_RANGE = "int_range"
    EQ_BASE = "eq_base"
    GE_BASE = "ge_base"
    DELTA_PP = "delta_pp"
    ALL = "all"
    FREQUENCY = "frequency"
    FIRST = "first"
    COMPARE = "compare"
    GT_REF = "gt_ref"
    DEADLINE = "deadline"
    EXTERNAL = "external"
    QUALITATIVE = "qualitative"
    VAGUE = "vague"
    PROCESS = "process"
    INTERVAL = "interval"
    EXACT = "exact"


class Strength(StrEnum):
    """How firmly the report speaks (docs/domain.md, Strength)."""

    BINDING = "binding"
    PROMISED = "promised"
    EXPECTED = "expected"
    STRIVING = "striving"
    PROCESS = "process"


class Deadline(Struct, frozen=True):
    """A last day that does not know its year yet, unless the text names one.

    `day` None is the last day of the month; `years_ahead` is 1 for 明年, 2 for 三年内, and counts only where `year` is
    None. `season` is the name of a named day (汛期, 春节), whose table then says month and day.
    """

    month: int
    day: int | None = None
    year: int | None = None
    years_ahead: int = 0
    season: str = ""

    def has_passed(self, year: int) -> bool:
        """Whether it lies before a report of `year` began: 2023年底, in one of 2024, says when something was."""
        return self.year is not None and self.year < year

    def in_year(self, year: int) -> date:
        """The day, for a report of `year`. A day the month lacks (2月29日) is the month's last."""
        actual = self.year or year + self.years_ahead
        if self.season:
            before = last_day_before(self.season, actual)
            # 元旦前: the next one, the report's own year has begun with the other
            passed = before.year < year and not self.year
            return last_day_before(self.season, actual + 1) if passed else before
        last = monthrange(actual, self.month)[1]
        return date(actual, self.month, min(self.day or last, last))


class Quantity(Struct, frozen=True, kw_only=True):
    """One written figure, understood.

    `value` and `upper` are in `unit` with 千 万 亿 multiplied out; `upper` is set for ranges only.
    For 翻番 and 增长X倍 `value` is the multiple of the baseline, unit 倍; for `frequency` the count in one
    period (`per`: 每年, 每季度 ...); for 降低X% the size of the reduction; None where there is no number.
    `qualifier` holds the words that made the operator, joined by …. `decimals` is the number of digits
    printed after the point, `step` what one of the last printed digit is worth in `unit` (10000000 for
    12.3亿元), so that half a digit in the rule of 持平 is `step / 2`. Both describe the more precise end
    of a range. `unknown_unit`: something follows the number that is neither a unit of the table nor the end of it.
    """

    written: str
    operator: Operator
    value: Decimal | None = None
    upper: Decimal | None = None
    unit: str = ""
    qualifier: str = ""
    decimals: int = 0
    per: str | None = None
    deadline: Deadline | None = None
    step: Decimal | None = None
    unknown_unit: bool = False


class FigureCandidate(Struct, frozen=True, kw_only=True):
    """A figure candidate in running text: `text[start:end]`, code-point offsets.

    Exactly one of `quantity` and `name` (why it is none: name, date, ordinal, list, definition) is set.
    """

    start: int
    end: int
    text: str
    name: str | None
    quantity: Quantity | None


class StrengthReading(Struct, frozen=True):
    """The strength of a clause, the word that says so, and whether it stands in the clause or earlier.

    `bare`: no word says so; an aim of which only the figure is written is promised.
    """

    level: Strength
    word: str
    source: Literal["text", "inherited", "bare"]
