"""Results and exemptions."""

from __future__ import annotations

from disclosure import quantity
from disclosure.catalog.entries import Check, Exemption, Result, ResultFigure
from disclosure.catalog.evidence import evidence
from disclosure.catalog.resolve.resolver import Resolver
from disclosure.model import vocabulary
from disclosure.model.exemption import ExemptionRecord
from disclosure.model.result import CheckRecord, ResultRecord
from disclosure.model.text import Span
from disclosure.source import cross_references
from disclosure.source.register import Located
from disclosure.translation import gettext as _


def result(resolver: Resolver, located: Located[ResultRecord]) -> Result | None:
    record = located.value
    span = resolver.locate(located, record.id)
    if span is None:
        return None
    figures = [_figure(resolver, located, record, n, span) for n in range(len(record.figures))]
    return Result(
        id=record.id,
        report=resolver.report,
        title=record.title,
        section=located.folder,
        span=span,
        quote=record.quote,
        kind=resolver.term(located, record.id, vocabulary.RESULT_KINDS, record.kind, "kind"),
        topics=resolver.terms(located, record.id, vocabulary.TOPICS, record.topics, "topics"),
        figures=tuple(figure for figure in figures if figure),
        group=record.group or "",
        checks=tuple(_check(resolver, located, n, one) for n, one in enumerate(record.checks)),
        commitments=(),
        answers=tuple(cross_references.split(one, resolver.report) for one in record.answers),
        located=located,
    )


def _check(resolver: Resolver, located: Located[ResultRecord], n: int, one: CheckRecord) -> Check:
    where = ("checks", n, "outcome")
    return Check(
        term=resolver.term(located, located.value.id, vocabulary.CHECKS, one.outcome, *where),
        day=one.date,
        what=one.what,
        evidence=tuple(evidence(each, resolver.words, resolver.dead) for each in one.evidence),
    )


def _figure(
    resolver: Resolver, located: Located[ResultRecord], record: ResultRecord, n: int, span: Span
) -> ResultFigure | None:
    figure = record.figures[n]
    where = ("figures", n, "written")
    at = resolver.written(located, record.id, figure.written, span, where, figure.occurrence)
    read = quantity.parse(figure.written, role="result") if at else None
    if at is None or read is None:
        if at is not None:
            resolver.not_understood(located, record.id, figure.written, at, where)
        return None
    vintage = figure.vintage
    if vintage is None and quantity.is_forecast_in_place(resolver.paragraph(at).text, at.start, at.end):
        vintage = resolver.words.id(vocabulary.VINTAGES, "forecast").label
    return ResultFigure(
        id=f"{record.id}/{n + 1}",
        measure=figure.measure,
        written=figure.written,
        span=at,
        quantity=read,
        growth=figure.growth,
        vintage=resolver.term(located, record.id, vocabulary.VINTAGES, vintage, "figures", n, "vintage")
        if vintage
        else None,
    )


def exemption(resolver: Resolver, located: Located[ExemptionRecord]) -> Exemption | None:
    record = located.value
    name = _("免列“{quote}”").format(quote=record.quote[:12])
    span = resolver.locate(located, name)
    if span is None:
        return None
    reason = resolver.term(located, name, vocabulary.REASONS, record.reason, "reason")
    word = resolver.words.word(vocabulary.REASONS, reason.id)
    of = (word.of if word else None) or "clause"
    return Exemption(
        span=span,
        quote=record.quote,
        reason=reason,
        of=of,
        see=tuple(record.see),
        note=record.note or "",
        located=located,
    )
