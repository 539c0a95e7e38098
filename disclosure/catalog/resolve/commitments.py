"""Commitments and their targets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from msgspec.structs import replace

from disclosure import quantity
from disclosure.catalog.entries import Commitment, ResultFigure, Target
from disclosure.catalog.resolve import wording
from disclosure.catalog.resolve.resolver import Resolver
from disclosure.model import vocabulary
from disclosure.model.commitment import CommitmentRecord
from disclosure.model.text import Span
from disclosure.quantity import Deadline, Quantity
from disclosure.source.register import Located
from disclosure.source.yaml import FieldPath
from disclosure.translation import gettext as _


def commitment(resolver: Resolver, located: Located[CommitmentRecord]) -> Commitment | None:
    record = located.value
    span = resolver.locate(located, record.id)
    if span is None:
        return None
    found = [_target(resolver, located, n, span) for n in range(len(record.targets))]
    targets = tuple(target for target in found if target)
    stated = _stated_deadline(resolver, record, targets, span)
    return Commitment(
        id=record.id,
        report=resolver.report,
        title=record.title,
        section=located.folder,
        span=span,
        quote=record.quote,
        kind=resolver.term(located, record.id, vocabulary.KINDS, record.kind, "kind"),
        topics=resolver.terms(located, record.id, vocabulary.TOPICS, record.topics, "topics"),
        specificity=resolver.terms(located, record.id, vocabulary.SPECIFICITY, record.specificity, "specificity"),
        targets=targets,
        strength=wording.overall(resolver, located, span, targets),
        group=record.group or "",
        grouped=(),
        results=tuple(record.results),
        same_matter=(),
        deadline=stated or date(resolver.year, 12, 31),
        deadline_stated=stated is not None,
        located=located,
    )


def _stated_deadline(
    resolver: Resolver, record: CommitmentRecord, targets: Iterable[Target], span: Span
) -> date | None:
    """The editor's, else the first that a target has, else the one that the quote's sentence sets."""
    read = (quantity.deadline_for(target.quantity, resolver.year) for target in targets)
    if found := record.deadline or next((day for day in read if day), None):
        return found
    said = _said_deadline(resolver, span)
    return said.in_year(resolver.year) if said else None


def _said_deadline(resolver: Resolver, span: Span) -> Deadline | None:
    """The one that the sentence sets for what stands at ``span``, but no day of an earlier year."""
    said = quantity.deadline_in_place(resolver.paragraph(span).text, span.start, span.end)
    return None if said is None or said.has_passed(resolver.year) else said


def _target(resolver: Resolver, located: Located[CommitmentRecord], n: int, span: Span) -> Target | None:
    record = located.value.targets[n]
    id, where = f"{located.value.id}/{n + 1}", ("targets", n)
    at = resolver.written(located, id, record.written, span, (*where, "written"), None)
    if at is None:
        return None
    read = _read(resolver, id, at) or wording.stated(record)
    if read is None:
        resolver.not_understood(located, id, record.written, at, (*where, "written"))
        return None
    used, changed = wording.overrule(resolver, located, id, record, read, where)
    own = wording.of_target(resolver, located, id, record, at, where)
    baseline = _baseline(resolver, located, id, record.baseline, where) if record.baseline else None
    return Target(
        id=id,
        measure=record.measure,
        written=record.written,
        span=at,
        quantity=used,
        strength=own,
        baseline=baseline,
        overridden=changed,
        because=record.because or "",
        start=quantity.baseline_in_place(resolver.paragraph(at).text, at.start, at.end),
    )


def _read(resolver: Resolver, id: str, at: Span) -> Quantity | None:
    """What the words say where they stand; a deadline of the sentence is that of its figure."""
    text = resolver.paragraph(at).text
    read = quantity.read_in_place(text, at.start, at.end, polarity=resolver.polarities.get(id))
    if read is None or read.deadline:
        return read
    return replace(read, deadline=_said_deadline(resolver, at))


def _baseline(
    resolver: Resolver, located: Located[Any], id: str, reference: str, where: FieldPath
) -> ResultFigure | None:
    """The figure a target starts from; one that is on file but could not be read is a problem of its own."""
    result, _slash, nth = reference.partition("/")
    written = resolver.written_figures.get(result, 0)
    if not (1 <= int(nth) <= written if nth else written == 1):
        message = _("{id}：上年基数 {reference} 没有指明一个成果数字").format(id=id, reference=reference)
        hint = _("没有成果 {result}，写现有成果的编号").format(result=result)
        if result in resolver.written_figures:
            hint = _("{result} 有 {n} 个数字，写是第几个，例如 {result}/1").format(result=result, n=written)
        resolver.wrong(located, (*where, "baseline"), "reference", message, hint)
    return resolver.figures.get(f"{result}/{nth or 1}")
