"""The picture of an indicator: its series with what it finds, reads and holds as a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from disclosure.catalog import address, period
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.entries import Aimed, ContextLevel, Indicator, Observed
from disclosure.pages import indicator_finding, indicator_sentence, indicator_series, levels, picture, verdicts
from disclosure.pages.page import Link
from disclosure.pages.picture import Picture, PictureCell, PictureTable
from disclosure.quantity import Quantity
from disclosure.translation import gettext as _

# When and whose, kind, as written, number, the upper end of a range, unit, how it is known
TableRow = tuple[PictureCell, ...]


def of_indicator(catalog: Catalog, one: Indicator, implied: Sequence[Aimed], data: Sequence[Link]) -> Picture | None:
    """``implied`` are the targets for its rate that come to a value."""
    drawn = indicator_series.of_indicator(one, implied)
    if drawn is None:
        return None
    # Of a year that is known, what a rate makes of the one before says nothing new
    known = {each.period for each in one.observations if not each.is_forecast}
    open = [each for each in implied if each.period not in known]
    said = [(indicator_sentence.spoken(each.period), indicator_series.about(each)) for each in open]
    return picture.picture(
        catalog,
        id="series",
        page=address.indicator(one.id),
        day=_known(catalog, one),
        title=_("{name}：{said}").format(name=one.name, said=indicator_finding.finding(one, said)),
        name=_("{name}各年的数值和目标，数字见表").format(name=one.name),
        sentence=indicator_sentence.reading(one, drawn, said),
        drawing=drawn.drawing,
        table=table(one, implied),
        data=data,
        key=_("注意：{note}").format(note=one.note) if one.note else "",
    )


def _known(catalog: Catalog, one: Indicator) -> date:
    """The day of the newest of its numbers."""
    context = (each.day for level in one.context for each in level.evidence)
    days = [*(each.known for each in one.observations), *(each.known for each in one.targets), *context]
    days += [each.adjusted.day for each in one.targets if each.adjusted]
    return max(filter(None, days), default=catalog.today)


def table(one: Indicator, implied: Sequence[Aimed]) -> PictureTable:
    """All that is known, drawn or not: the indicator's own by time, then what others have."""
    own = [(each.period, _observed(each)) for each in one.observations]
    own += [(each.period, _aimed(each)) for each in one.targets]
    own += [(each.period, _adjusted(each)) for each in one.targets if each.adjusted]
    own += [(each.period, _implied(each)) for each in implied]
    rows = [row for _when, row in sorted(own, key=lambda pair: period.last_day(pair[0]))]
    columns = (_("时期"), _("范围"), _("种类"), _("写法"), _("数值"), _("上限"), _("单位"), _("口径"))
    return picture.table(columns, (*rows, *map(_level, one.context)))


def _observed(one: Observed) -> TableRow:
    known = _("，").join(term.label for term in (one.vintage, one.basis) if term)
    return _row(one.period, _("本区"), indicator_sentence.kind(one), one.written, one.quantity, known)


def _aimed(one: Aimed) -> TableRow:
    return _row(one.period, _("本区"), _("目标"), one.target.written, one.target.quantity)


def _adjusted(one: Aimed) -> TableRow:
    """By a decision; ``_aimed`` is what was promised, and stays."""
    assert one.adjusted is not None
    written, known = one.adjusted.written or one.target.written, verdicts.adjusted(one.adjusted)
    return _row(one.period, _("本区"), _("调整后的目标"), written, one.adjusted.quantity, known)


def _implied(one: Aimed) -> TableRow:
    about = indicator_series.about(one)
    return one.period, _("本区"), _("推算"), about, one.implied, None, one.implied_unit, ""


def _level(one: ContextLevel) -> TableRow:
    known = one.basis.label if one.basis else ""
    return _row(one.period, one.name, levels.level_kind(one.kind), one.written, one.quantity, known)


def _row(when: str, whose: str, kind: str, written: str, read: Quantity | None, known: str = "") -> TableRow:
    return when, whose, kind, written, *picture.numbers(read), read.unit if read else "", known
