"""Drafts as the program would read them if they stood in the content: the real reading and the real checks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from msgspec.structs import replace

from disclosure import quantity
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.claims import accounts
from disclosure.catalog.entries import Commitment, Register, Target
from disclosure.catalog.quotes import Passages
from disclosure.catalog.resolve import indicators, links
from disclosure.catalog.resolve.resolver import Resolver
from disclosure.checks import coverage, register, relations, titles
from disclosure.coverage import FigureAccount
from disclosure.drafting.shapes import Kind, Proposal
from disclosure.drafts.records.known import ReportKnowledge
from disclosure.drafts.records.made import MODELS, DraftRecord
from disclosure.model import vocabulary
from disclosure.problem import Problem
from disclosure.source.records import convert
from disclosure.source.register import Located, RawRegister
from disclosure.source.yaml import Written
from disclosure.translation import gettext as _

# Rules about one record by itself, or beside its neighbours
RULES = (
    titles.check_titles,
    titles.check_figures_of_titles,
    titles.check_wording,
    register.check_measures,
    register.check_kinds,
    register.check_specificity,
    relations.check_groups,
)
# What a name that no id can be stands for while it is tried
IDS = {"commitment": "c", "result": "r"}
FIRST = 900000
STRENGTH = "strength"


class Trial:
    """The report with the drafts beside its own records, read as a build reads it."""

    def __init__(self, known: ReportKnowledge, made: Iterable[DraftRecord]) -> None:
        self.known = known
        self.made = tuple(made)
        self._ids = {one.name: self._id(n, one) for n, one in enumerate(self.made)}
        self._names = {id: name for name, id in self._ids.items()}
        own = known.raw.register
        self.raw = RawRegister(
            commitments=[*own.commitments, *self._located("commitment")],
            results=[*own.results, *self._located("result")],
            exemptions=[*own.exemptions, *self._located("exemption")],
        )
        self.resolver = Resolver(
            report=known.report.key,
            year=known.report.meta.year,
            passages=Passages(known.report.by_id),
            words=known.words,
            polarities=indicators.polarities(known.common.indicators, known.report.key),
        )
        self.register: Register = links.resolve(self.resolver, self.raw)

    def _id(self, n: int, one: DraftRecord) -> str:
        return f"{IDS[one.kind]}{FIRST + n}" if one.kind in IDS else one.name

    def _located(self, kind: Kind) -> Iterator[Located[Any]]:
        for one in self.made:
            if one.kind != kind:
                continue
            raw = {**({"id": self._ids[one.name]} if kind in IDS else {}), **self._with_ids(one.values)}
            written = Written(one.name, "")
            value, _problems = convert(MODELS[kind], raw, written)
            if value is not None:
                yield Located(
                    value=value,
                    report=self.known.report.key,
                    folder=one.section if kind in IDS else "",
                    stem=raw.get("id", ""),
                    written=written,
                    at=(),
                )

    def _with_ids(self, value: Any) -> Any:
        """Names of drafts as the ids that they are tried by."""
        if isinstance(value, Mapping):
            return {name: self._with_ids(one) for name, one in value.items()}
        if isinstance(value, list):
            return [self._with_ids(one) for one in value]
        name, slash, rest = value.partition("/")
        return f"{self._ids[name]}{slash}{rest}" if name in self._ids else value

    @cached_property
    def by_name(self) -> Mapping[str, Commitment]:
        return {self._names[one.id]: one for one in self.register.commitments if one.id in self._names}

    def facts(self, name: str) -> Iterator[str]:
        """The aspects of a promise that are what the program reads: number and date, by their ids."""
        one = self.by_name.get(name)
        if one is None:
            return
        operators = {target.quantity.operator for target in one.targets}
        if operators - register.WITHOUT_NUMBER:
            yield "number"
        if one.deadline_stated or operators & register.PERIODIC:
            yield "date"

    def lacks_strength(self, name: str) -> bool:
        return any(one.place.path == name and one.rule == STRENGTH for one in self.resolver.problems)

    @cached_property
    def catalog(self) -> Catalog:
        found = self.known.report
        report = replace(
            found,
            meta=replace(found.meta, complete=["p0", *(one.id for one in found.text.headings if one.level == 1)]),
            register=self.register,
            accounts=accounts(self.register, found.text.passages),
            broken=frozenset(self.resolver.broken),
        )
        return replace(self.known.catalog, reports=(report,), raw=self.raw)

    @cached_property
    def problems(self) -> Mapping[str, Sequence[Problem]]:
        """What the checks say, by the name of the draft."""
        found: dict[str, list[Problem]] = {}
        every = [*self.resolver.problems, *(problem for rule in RULES for problem in rule(self.catalog))]
        for problem in every:
            found.setdefault(problem.place.path, []).append(problem)
        return found

    def said(self, name: str) -> Sequence[Problem]:
        return self.problems.get(name, ())

    def needless(self) -> frozenset[str]:
        """The exemptions of which all is accounted for by others."""
        names = {one.name for one in self.made}
        return frozenset(one.place.path for one in coverage.check_exemptions(self.catalog)) & names

    def open_figures(self) -> list[FigureAccount]:
        """The figures inside drafts that nothing takes up."""
        spans = [one.span for one in self.made]
        figures = self.catalog.reports[0].accounts.figures
        return [one for one in figures if one.kind == "uncovered" and any(span.covers(one.span) for span in spans)]

    def reads(self, name: str) -> tuple[str, ...]:
        """How the program reads a promise: each target, or how firmly it is worded."""
        one = self.by_name.get(name)
        if one is None:
            return ()
        if not one.targets:
            word = one.strength.word or one.strength.because
            return (_("{strength}（{because}）").format(strength=one.strength.term.label, because=word),)
        return tuple(self._target(target) for target in one.targets)

    def _target(self, one: Target) -> str:
        operator = self.known.words.id(vocabulary.OPERATORS, one.quantity.operator.value).label
        ends = (one.quantity.value, one.quantity.upper)
        value = "—".join(quantity.spell(end, one.quantity.unit) for end in ends if end is not None)
        reading = " ".join(filter(None, [operator, one.quantity.per, value]))
        return _("{written} → {reading}，{strength}（{because}）").format(
            written=one.written,
            reading=reading,
            strength=one.strength.term.label,
            because=one.strength.word or one.strength.because,
        )


def exempting(figure: FigureAccount) -> Proposal:
    """A proposal to exempt a figure that stands in a record's quote and is none of its figures."""
    read = next((one for one in quantity.find(figure.text)), None)
    reason = {
        "date": "date",
        "period": "date",
        "ordinal": "description",
        "list": "numbering",
        "definition": "definition",
    }
    named = read.name if read is not None and read.name else ""
    return Proposal(
        span=figure.span,
        kind="exemption",
        of="figure",
        reason=reason.get(named, "name" if named else "description"),
    )
