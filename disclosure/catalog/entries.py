"""The register, resolved: every quote at its place, every word a term, every reference an entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal

from msgspec import Struct

from disclosure.catalog.evidence import Evidence
from disclosure.model.commitment import CommitmentRecord
from disclosure.model.exemption import ExemptionRecord
from disclosure.model.indicator import IndicatorRecord
from disclosure.model.result import ResultRecord
from disclosure.model.text import Span
from disclosure.model.vocabulary import Term
from disclosure.quantity import Quantity
from disclosure.source.register import Located
from disclosure.verdict import Settled


class StrengthEntry(Struct, frozen=True):
    """How firmly, by which word, and how that is known: text, inherited, bare (by no word) or editor."""

    term: Term
    word: str
    source: str
    because: str = ""


class ResultFigure(Struct, frozen=True, kw_only=True):
    """A figure of a result; ``id`` is ``r003/2``."""

    id: str
    measure: str
    written: str
    span: Span
    quantity: Quantity
    growth: bool
    vintage: Term | None


class Check(Struct, frozen=True, kw_only=True):
    """What public material other than the report says of a result."""

    term: Term
    day: date
    what: str
    evidence: tuple[Evidence, ...]


class Result(Struct, frozen=True, kw_only=True):
    """An outcome that the report claims. ``commitments`` are those that follow it on the same matter, by id;
    ``answers`` what it answers of earlier reports, each as report and id.
    """

    id: str
    report: str
    title: str
    section: str
    span: Span
    quote: str
    kind: Term
    topics: tuple[Term, ...]
    figures: tuple[ResultFigure, ...]
    group: str
    checks: tuple[Check, ...]
    commitments: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]
    located: Located[ResultRecord]

    @property
    def parts(self) -> tuple[Target | ResultFigure, ...]:
        return self.figures


class Target(Struct, frozen=True, kw_only=True):
    """A target; ``id`` is ``c016/1``. ``baseline`` is last year's figure on the same measure, ``start`` the one that
    the sentence itself names (从A提高到B)."""

    id: str
    measure: str
    written: str
    span: Span
    quantity: Quantity
    strength: StrengthEntry
    baseline: ResultFigure | None
    overridden: tuple[str, ...]
    because: str
    start: Quantity | None = None

    @property
    def n(self) -> int:
        """Its place among the targets that its editor wrote."""
        return int(self.id.rpartition("/")[2]) - 1


class Commitment(Struct, frozen=True, kw_only=True):
    """A promise. ``results`` are last year's on the same matter, ``same_matter`` other promises on it, whichever of the
    two says so; ``group`` the other parts of a split sentence."""

    id: str
    report: str
    title: str
    section: str
    span: Span
    quote: str
    kind: Term
    topics: tuple[Term, ...]
    specificity: tuple[Term, ...]
    targets: tuple[Target, ...]
    strength: StrengthEntry
    group: str
    grouped: tuple[str, ...]
    results: tuple[str, ...]
    same_matter: tuple[str, ...]
    deadline: date
    deadline_stated: bool
    located: Located[CommitmentRecord]

    @property
    def parts(self) -> tuple[Target | ResultFigure, ...]:
        """What has a number, as those of a result."""
        return self.targets


class Exemption(Struct, frozen=True, kw_only=True):
    """A figure or clause that is no record. ``of`` is clause or figure, ``see`` the records that realise a lead-in."""

    span: Span
    quote: str
    reason: Term
    of: str
    see: tuple[str, ...]
    note: str
    located: Located[ExemptionRecord]


class Observed(Struct, frozen=True, kw_only=True):
    """A value of an indicator: of which time, as written, and where it stands.

    That is a ``figure`` of a report's result (``r003/2``), an ``update`` on a promise of ``report``, or the indicator's
    own file, with its evidence. ``known`` is the day from which it could be known, as far as that is said.
    """

    period: str
    written: str
    quantity: Quantity
    vintage: Term | None
    basis: Term | None = None
    report: str = ""
    figure: str = ""
    update: str = ""
    title: str = ""
    evidence: tuple[Evidence, ...] = ()
    known: date | None = None

    @property
    def value(self) -> Decimal | None:
        return self.quantity.value

    @property
    def is_forecast(self) -> bool:
        """预计: never to be called an actual value."""
        return self.vintage is not None and self.vintage.id == "forecast"


class AdjustedTarget(Struct, frozen=True, kw_only=True):
    """What a target was changed to by a decision of ``day``: ``written`` as decided, or empty where only the day on
    which it is ``due`` was; ``reached`` is whether what came does."""

    day: date
    written: str
    quantity: Quantity
    due: date
    reached: bool


class Aimed(Struct, frozen=True, kw_only=True):
    """A target for an indicator. ``implied`` is the absolute value that base and rate come to (推算), if they do;
    ``settled`` what came of it, where there is something to hold against it; ``adjusted`` what it was changed to,
    ``known`` the day of its report."""

    period: str
    report: str
    target: Target
    implied: Decimal | None
    implied_unit: str
    settled: Settled | None = None
    adjusted: AdjustedTarget | None = None
    known: date | None = None


class ContextLevel(Struct, frozen=True, kw_only=True):
    """A value or target of the city or the province. ``quantity`` is None where it is no number (量稳质升)."""

    name: str
    period: str
    kind: Literal["observation", "target"]
    written: str
    quantity: Quantity | None
    basis: Term | None
    evidence: tuple[Evidence, ...]


class Indicator(Struct, frozen=True, kw_only=True):
    """A measure over years; ``context`` is what city and province have, and never stands in for a value."""

    id: str
    name: str
    unit: str
    polarity: str
    rate_of: str
    observations: tuple[Observed, ...]
    targets: tuple[Aimed, ...]
    context: tuple[ContextLevel, ...]
    note: str
    located: Located[IndicatorRecord]


class Register(Struct, frozen=True, dict=True):
    """All records of one report, in the order they stand in it; ``superseded`` ids lead to the ones that took over."""

    commitments: tuple[Commitment, ...] = ()
    results: tuple[Result, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    superseded: tuple[tuple[str, str], ...] = ()

    @property
    def records(self) -> tuple[Commitment | Result, ...]:
        return (*self.commitments, *self.results)

    @cached_property
    def by_id(self) -> Mapping[str, Commitment | Result]:
        return {record.id: record for record in self.records}

    @cached_property
    def before(self) -> Mapping[str, int]:
        """How many records of its section come before each result: the promises, and the results before it."""
        number = Counter(one.section for one in self.commitments)
        found = {}
        for one in self.results:
            found[one.id] = number[one.section]
            number[one.section] += 1
        return found

    def find(self, id: str) -> Commitment | Result | None:
        return self.by_id.get(id)
