"""A target of a commitment: as written, how it is read, what last year was."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from disclosure import quantity
from disclosure.catalog import baselines, section_pages
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Aimed, Indicator, ResultFigure, StrengthEntry, Target
from disclosure.model import vocabulary
from disclosure.model.vocabulary import Term, WordRecord
from disclosure.pages import arithmetic, indicator_series, levels
from disclosure.pages.page import Link
from disclosure.quantity import Quantity
from disclosure.translation import gettext as _


class TargetView(Struct, frozen=True, kw_only=True):
    """A target: as written, how it is read, last year's figure.

    ``strength`` (how firmly, by which word) is None where it is the commitment's own.
    ``before`` says what the text starts from, or that nothing is on file, where no result is.
    ``notes`` say what follows from it (推算) and what to beware of in comparing the two years.
    """

    measure: str
    written: str
    reading: str
    strength: tuple[Term, str] | None
    baseline: Link | None
    before: str
    notes: tuple[str, ...]
    indicators: tuple[Link, ...]


def strength(entry: StrengthEntry) -> tuple[Term, str]:
    """How firmly, and the word or the reason that says so."""
    words = {
        "text": _("原文用词“{word}”"),
        "inherited": _("承接前文“{word}”"),
        "bare": _("原文只写数字“{word}”，没有动词，按承诺读"),
        "editor": _("编者判断：{because}"),
    }
    return entry.term, words[entry.source].format(word=entry.word, because=entry.because)


def view(catalog: Catalog, report: Report, target: Target, whole: StrengthEntry) -> TargetView:
    operator = catalog.words.word(vocabulary.OPERATORS, target.quantity.operator.value)
    baseline = report.register.find(target.baseline.id.partition("/")[0]) if target.baseline else None
    return TargetView(
        measure=target.measure,
        written=target.written,
        reading=_reading(target.quantity, operator),
        strength=None if target.strength == whole else strength(target.strength),
        baseline=Link(_figure(target.baseline), section_pages.shown_at(report.register, baseline))
        if baseline and target.baseline
        else None,
        before=_before(target),
        notes=tuple(_notes(catalog, report, target)),
        indicators=tuple(levels.link(indicator) for indicator, _aimed in catalog.aims.get((report.key, target.id), ())),
    )


def _before(target: Target) -> str:
    if target.start is not None:
        return _("{written}（见原文）").format(written=target.start.written)
    return _("没有登记同一指标的上年数")


def _figure(result_figure: ResultFigure) -> str:
    return _("{vintage}{written}").format(
        vintage=result_figure.vintage.label if result_figure.vintage else "", written=result_figure.written
    )


def _reading(read: Quantity, operator: WordRecord | None) -> str:
    """不低于 2个 where the number says it all, else the operator's description, about this number."""
    if operator is None:
        return ""
    if read.value is None:
        return operator.description
    value = quantity.spell(read.value, read.unit)
    if read.operator in baselines.SIMPLE:
        return _("{operator} {value}").format(operator=operator.label, value=value)
    return operator.description.replace("X", value) if read.operator in baselines.AROUND else operator.description


def _notes(catalog: Catalog, report: Report, target: Target) -> Iterator[str]:
    compared = arithmetic.compare(target)
    if compared:
        yield compared
    for indicator, aimed in catalog.aims.get((report.key, target.id), ()):
        if aimed.implied is not None:
            yield _implied(catalog.indicator_by_id[indicator.rate_of], aimed, report.meta.year)
        if indicator.note:
            yield indicator.note


def _implied(level: Indicator, aimed: Aimed, year: int) -> str:
    base = next(one for one in level.observations if one.figure and one.period == str(year - 1))
    value = quantity.spell(indicator_series.SHOWN.create_decimal(aimed.implied or 0), aimed.implied_unit)
    return _("推算：上年{name}{base}，按“增长{written}”约合{value}；推算值不是报告原文").format(
        name=level.name, base=base.written, written=aimed.target.written, value=value
    )
