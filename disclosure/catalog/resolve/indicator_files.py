"""The values that indicators' own files hold: of statistical bulletins, budget reports and other public documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from disclosure import quantity
from disclosure.catalog.entries import ContextLevel, Observed
from disclosure.catalog.evidence import evidence
from disclosure.catalog.words import Vocabularies, unknown
from disclosure.model import vocabulary
from disclosure.model.indicator import IndicatorRecord
from disclosure.model.vocabulary import Term
from disclosure.problem import Problem
from disclosure.quantity import Operator, Quantity
from disclosure.source.register import Located

# Values with their numbers in an indicator's file; what no line of it names comes after all that one does
Numbered = tuple[tuple[int, Observed], ...]
# The values in indicators' own files, by the indicator's id
Own = Mapping[str, Numbered]
# What city and province have, by the indicator's id
Levels = Mapping[str, tuple[ContextLevel, ...]]


def own(
    indicators: Iterable[Located[IndicatorRecord]], words: Vocabularies, dead: Mapping[str, date]
) -> tuple[Own, list[Problem]]:
    """The values that indicators' files hold themselves, and words in them that no vocabulary has."""
    problems: list[Problem] = []
    found = {one.value.id: tuple(_own(one, words, dead, problems)) for one in indicators}
    return found, problems


def _own(
    located: Located[IndicatorRecord], words: Vocabularies, dead: Mapping[str, date], problems: list[Problem]
) -> Iterator[tuple[int, Observed]]:
    def term(n: int, name: str, field: str, label: str | None) -> Term | None:
        found = words.label(name, label) if label else None
        if label and found is None:
            where = ("observations", n, field)
            problems.append(unknown(located, located.value.id, name, label, where, words))
        return found

    for n, one in enumerate(located.value.observations):
        vintage, basis = (
            term(n, vocabulary.VINTAGES, "vintage", one.vintage),
            term(n, vocabulary.BASES, "basis", one.basis),
        )
        if one.value is None or one.report or one.result:
            continue
        unit = one.unit or located.value.unit
        yield (
            n,
            Observed(
                period=one.period,
                written=quantity.spell(one.value, unit),
                quantity=plain(one.value, unit),
                vintage=vintage,
                basis=basis,
                evidence=tuple(evidence(each, words, dead) for each in one.evidence),
                known=max((each.date for each in one.evidence if each.date), default=None),
            ),
        )


def levels(indicators: Iterable[Located[IndicatorRecord]], words: Vocabularies, dead: Mapping[str, date]) -> Levels:
    """What city and province have, by time and name; targets before values."""
    return {one.value.id: tuple(sorted(_levels(one.value, words, dead), key=_in_order)) for one in indicators}


def _levels(record: IndicatorRecord, words: Vocabularies, dead: Mapping[str, date]) -> Iterator[ContextLevel]:
    for one in record.context:
        yield ContextLevel(
            name=one.name,
            period=one.period,
            kind=one.kind,
            written=one.written,
            quantity=quantity.parse(one.written, role="result" if one.kind == "observation" else "target"),
            basis=words.label(vocabulary.BASES, one.basis) if one.basis else None,
            evidence=tuple(evidence(each, words, dead) for each in one.evidence),
        )


def _in_order(one: ContextLevel) -> tuple[str, str, bool]:
    return one.period, one.name, one.kind != "target"


def plain(value: Decimal, unit: str) -> Quantity:
    """A number as it is, no words around it."""
    return Quantity(written=quantity.spell(value, unit), operator=Operator.EXACT, value=value, unit=unit)
