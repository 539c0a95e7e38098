"""Indicators: measures that are followed over the years, all in one table and each on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from disclosure.catalog import address, period
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.entries import Aimed, Indicator, Observed
from disclosure.grouping import grouped
from disclosure.model import vocabulary
from disclosure.pages import (
    indicator_picture,
    indicator_sentence,
    indicator_series,
    levels,
    status,
    verdicts,
)
from disclosure.pages.document import Document, sentences
from disclosure.pages.levels import LevelView
from disclosure.pages.page import Link, Page, column, iso
from disclosure.pages.picture import Picture
from disclosure.pages.status import EvidenceView
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

POLARITIES = {"up": N_("越高越好"), "down": N_("越低越好"), "none": N_("只作信息，不分好坏")}


class ValueView(Struct, frozen=True, kw_only=True):
    """A value in a table; ``kind`` is observed, aimed or implied, ``remark`` how it is to be read.

    Its source is a place on this site, or else the ``evidence`` that the indicator's file names.
    """

    period: str
    kind: str
    kind_label: str
    written: str
    remark: str
    source: Link | None
    evidence: tuple[EvidenceView, ...] = ()


class IndicatorView(Struct, frozen=True, kw_only=True):
    """``related`` are the level of a rate and the rates of a level; ``missing`` says of what years only a target is on
    file, ``beside`` what the numbers of ``context`` are."""

    unit: str
    polarity: str
    values: tuple[ValueView, ...]
    picture: Picture | None
    context: tuple[LevelView, ...]
    beside: str
    note: str
    missing: str
    related: tuple[Link, ...]
    data: tuple[Link, ...]


def pages(catalog: Catalog) -> Iterator[Page]:
    """A page for each indicator."""
    rates = grouped((one.rate_of, one) for one in catalog.indicators)
    for one in catalog.indicators:
        yield _page(catalog, one, tuple(rates.get(one.id, ())))


def data_links() -> tuple[Link, ...]:
    csv = Link(_("指标数据（CSV）"), address.table("indicators"))
    return (csv, Link(_("指标数据（JSON）"), address.data("indicators")))


def observed(one: Observed) -> ValueView:
    words = [term.label for term in (one.vintage, one.basis) if term and not (one.is_forecast and term is one.vintage)]
    return ValueView(
        period=indicator_sentence.spoken(one.period),
        kind="observed",
        kind_label=_("预计") if one.is_forecast else _("实际"),
        written=one.written,
        remark=_("，").join(words),
        source=_source(one),
        evidence=tuple(status.evidence(each) for each in one.evidence),
    )


def _source(one: Observed) -> Link | None:
    if one.figure:
        record = one.figure.partition("/")[0]
        return Link(_("成果 {id}").format(id=f"{one.report}/{record}"), address.result(one.report, record))
    return Link(one.title, address.update(one.report, one.update)) if one.update else None


def aimed(catalog: Catalog, one: Aimed) -> ValueView:
    operator = catalog.words.id(vocabulary.OPERATORS, one.target.quantity.operator.value).label
    return ValueView(
        period=indicator_sentence.spoken(one.period),
        kind="aimed",
        kind_label=_("目标"),
        written=one.target.written,
        remark=_("；").join((operator, verdicts.adjusted(one.adjusted))) if one.adjusted else operator,
        source=_promise(one),
    )


def sources(one: Indicator) -> tuple[Link, ...]:
    """Where the records of this site stand that its latest target and its latest value come from."""
    aimed = max(one.targets, key=lambda each: each.period, default=None)
    found = (_promise(aimed) if aimed else None, _source(one.observations[-1]) if one.observations else None)
    return tuple(link for link in found if link)


def _promise(one: Aimed) -> Link:
    record = one.target.id.partition("/")[0]
    return Link(_("承诺 {id}").format(id=f"{one.report}/{record}"), address.commitment(one.report, record))


def _implied(rate: Indicator, one: Aimed) -> ValueView:
    remark = _("按“{name}{written}”推算，不是报告原文").format(name=rate.name, written=one.target.written)
    return ValueView(
        period=indicator_sentence.spoken(one.period),
        kind="implied",
        kind_label=_("推算"),
        written=indicator_series.about(one),
        remark=remark,
        source=levels.link(rate),
    )


def _page(catalog: Catalog, one: Indicator, rates: tuple[Indicator, ...]) -> Page:
    implied = [(rate, each) for rate in rates for each in rate.targets if each.implied is not None]
    drawn = indicator_picture.of_indicator(catalog, one, [each for _rate, each in implied], data_links())
    level = catalog.indicator_by_id.get(one.rate_of)
    return column(
        catalog,
        Link(_("指标"), address.INDICATORS),
        type="数据发布",
        kind="indicator",
        record=f"indicators/{one.id}",
        address=address.indicator(one.id),
        title=one.name,
        description=_("{name}：公开的数值、报告提出的目标和出处").format(name=one.name),
        view=IndicatorView(
            unit=one.unit,
            polarity=_(POLARITIES[one.polarity]),
            values=tuple(_values(catalog, one, implied)),
            picture=drawn,
            context=tuple(map(levels.level, one.context)),
            beside=_beside(drawn),
            note=one.note,
            missing=_missing(one, said=drawn is not None),
            related=(*(levels.link(each) for each in (level, *rates) if each), *_compared(catalog, one)),
            data=data_links(),
        ),
        updated=iso(catalog.updated(one.located.written.path)),
        source=one.located.written.path,
    )


def _compared(catalog: Catalog, one: Indicator) -> Iterator[Link]:
    """The way to the other districts' values."""
    measure = one.located.value.measure
    name = next((each.value.name for each in catalog.raw.measures if each.value.id == measure), "")
    if name and measure:
        yield Link(_("各区县的{name}").format(name=name), address.measure(measure))


def _values(catalog: Catalog, one: Indicator, implied: list[tuple[Indicator, Aimed]]) -> Iterator[ValueView]:
    """Table rows by time."""
    dated = [(each.period, observed(each)) for each in one.observations]
    dated += [(each.period, aimed(catalog, each)) for each in one.targets]
    dated += [(each.period, _implied(rate, each)) for rate, each in implied]
    yield from (view for _when, view in sorted(dated, key=lambda pair: period.last_day(pair[0])))


def _beside(drawn: Picture | None) -> str:
    said = _("只作对照，不是本区的数。")
    if drawn is None:
        return said
    rule = _(
        "单位相同、那一年本区也有数或目标、而且不超过本区最大数的{n}倍的，画在图上（细线、空心的小记号）；其余只列在这里。"
    )
    return said + rule.format(n=indicator_series.LARGER)


def _missing(one: Indicator, *, said: bool) -> str:
    """The years of which a target is on file and no value of the whole year that is more than a forecast.

    Where ``said``, the picture's sentence speaks of the last one already.
    """
    known = {each.period for each in one.observations if not each.is_forecast}
    aimed = sorted({each.period for each in one.targets})
    years = [year for year in aimed if year not in known and not (said and year == aimed[-1])]
    # Of some there is a value of part of the year
    begun = {each[:4] for each in known}
    without = "、".join(year for year in years if year not in begun)
    partly = "、".join(year for year in years if year in begun)
    return "".join(
        (
            _("{years}年的实际值，本站没有收录到。").format(years=without) if without else "",
            _("{years}年全年的实际值，本站没有收录到。").format(years=partly) if partly else "",
        )
    )


def documents(page: Page) -> Iterator[Document]:
    """The indicator with its values, as they were said and aimed at."""
    view: IndicatorView = page.view
    values = (f"{one.period}{one.kind_label}{one.written} {one.remark}".strip() for one in view.values)
    others = (f"{one.name}{one.period}{one.kind}{one.written}" for one in view.context)
    drawn = view.picture.sentence if view.picture else ""
    text = sentences(
        *values, view.polarity, view.note, drawn, view.missing, *others, view.beside if view.context else ""
    )
    yield Document(kind="indicator", address=page.address, title=page.title, text=text, place=_("指标"))


def _kind(one: Observed) -> str:
    return _("预计") if one.is_forecast else ""


def in_words(one: Indicator) -> str:
    """Its values and targets one after the other, as they were said."""
    said = (f"{indicator_sentence.spoken(each.period)}{_kind(each)}{each.written}" for each in one.observations)
    wanted = (_("{year}年目标{written}").format(year=each.period, written=each.target.written) for each in one.targets)
    return _("；").join((*said, *wanted))
