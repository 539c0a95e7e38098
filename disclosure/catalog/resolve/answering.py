"""Results of later reports that answer promises of this one, and the values they bring."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from disclosure import quantity
from disclosure.catalog.common_content import CommonContent
from disclosure.catalog.entries import Commitment, Result, ResultFigure, Target
from disclosure.catalog.followup import LaterAnswer, Observation, Origin
from disclosure.catalog.quotes import Passages
from disclosure.catalog.resolve import results as reporting
from disclosure.catalog.resolve import updates
from disclosure.catalog.resolve.resolver import Resolver
from disclosure.catalog.resolve.updates import UpdateContext
from disclosure.quantity import Operator
from disclosure.source import cross_references
from disclosure.source.content import RawContent, RawReport
from disclosure.source.register import Located
from disclosure.source.yaml import FieldPath
from disclosure.translation import gettext as _
from disclosure.verdict import ObservedValue


def answers(context: UpdateContext, guests: RawContent, shared: CommonContent) -> Iterator[LaterAnswer]:
    """What the results in ``guests`` answer: those that say so, and those that an indicator names beside a target."""
    for raw in guests.reports:
        passages = Passages({paragraph.id: paragraph for paragraph in raw.text.passages})
        resolver = Resolver(report=raw.key, year=raw.meta.year, passages=passages, words=shared.words)
        for located in guests.register.results:
            if located.report == raw.key:
                yield from _named(context, raw, located, resolver)
                yield from _beside(context, raw, located, resolver, shared)


def _named(context: UpdateContext, raw: RawReport, located: Located[Any], resolver: Resolver) -> Iterator[LaterAnswer]:
    for n, reference in enumerate(located.value.answers):
        report, id = cross_references.split(reference, raw.key)
        commitment = context.commitments.get(id.partition("/")[0])
        result = reporting.result(resolver, located) if report == context.report and commitment else None
        if result is None or commitment is None:
            continue
        if raw.meta.year <= context.year:
            message = _("{id}：{reference} 不是以前的报告的承诺").format(id=result.id, reference=reference)
            hint = _("后来的报告的成果才能回答以前的承诺")
            context.problem(located.place("answers", n), "reference", message, hint)
            continue
        pairs = [(target, _figure(result, target, commitment)) for target in _targets(commitment, id)]
        if "/" in id and not pairs:
            message = _("{id}：没有目标 {reference}").format(id=result.id, reference=reference)
            context.problem(located.place("answers", n), "reference", message, _("写现有目标的编号，或只写承诺"))
        yield _answer(raw, commitment, result, [(one, figure) for one, figure in pairs if figure], located)


def _targets(commitment: Commitment, id: str) -> list[Target]:
    return [one for one in commitment.targets if "/" not in id or one.id == id]


def _figure(result: Result, target: Target, commitment: Commitment) -> ResultFigure | None:
    """The one figure that can be held against the target: of its unit, and of its measure where there are several."""
    same = [
        one for one in result.figures if one.quantity.unit == target.quantity.unit and one.quantity.value is not None
    ]
    alike = [one for one in same if one.measure == target.measure]
    rivals = [one for one in commitment.targets if one.quantity.unit == target.quantity.unit]
    if len(alike) == 1:
        return alike[0]
    return same[0] if len(same) == 1 and len(rivals) == 1 else None


def _beside(
    context: UpdateContext, raw: RawReport, located: Located[Any], resolver: Resolver, shared: CommonContent
) -> Iterator[LaterAnswer]:
    """An indicator's file names the figure and, for the same year, the target."""
    for indicator in shared.indicators:
        for seen in indicator.value.observations:
            id, _slash, nth = (seen.result or "").partition("/")
            if seen.report != raw.key or id != located.value.id:
                continue
            for aimed in indicator.value.targets:
                commitment = context.commitments.get(aimed.commitment.partition("/")[0])
                if aimed.report != context.report or aimed.period != seen.period or commitment is None:
                    continue
                result = reporting.result(resolver, located)
                wanted = aimed.commitment if "/" in aimed.commitment else f"{aimed.commitment}/1"
                figures = [one for one in result.figures if one.id == f"{id}/{nth or 1}"] if result else []
                targets = [one for one in commitment.targets if one.id == wanted]
                if result and figures and targets:
                    yield _answer(raw, commitment, result, [(targets[0], figures[0])], located)


def _answer(
    raw: RawReport,
    commitment: Commitment,
    result: Result,
    values: list[tuple[Target, ResultFigure]],
    located: Located[Any],
) -> LaterAnswer:
    return LaterAnswer(
        commitment=commitment.id,
        report=raw.key,
        report_title=raw.meta.title,
        result=result.id,
        title=result.title,
        day=raw.meta.delivered,
        observations=tuple(_observation(raw, target, figure, result, located) for target, figure in values),
    )


def _observation(
    raw: RawReport, target: Target, figure: ResultFigure, result: Result, located: Located[Any]
) -> Observation:
    """A report speaks of the year before its own, and of the whole of it."""
    value, unit = figure.quantity.value or Decimal(0), figure.quantity.unit
    where: FieldPath = ("figures", int(figure.id.rpartition("/")[2]) - 1)
    return Observation(
        target=target.id,
        seen=ObservedValue(
            until=date(raw.meta.year - 1, 12, 31),
            value=-abs(value) if quantity.reduces(figure.quantity) else value,
            unit=unit,
            vintage=figure.vintage.id if figure.vintage else "",
            base=updates.baseline(unit, target),
        ),
        vintage=figure.vintage,
        basis=None,
        origin=Origin(
            kind="answer",
            report=raw.key,
            id=figure.id,
            title=result.title,
            day=raw.meta.delivered,
            evidence=(),
            located=located,
            where=where,
        ),
        is_exact=figure.quantity.operator is Operator.EXACT,
    )
