"""A report's main targets (总体目标) beside the year before, to be looked at: its table is ``chain.headline``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Aimed, Indicator, Observed
from disclosure.pages import chain, indicator_sentence, picture
from disclosure.pages.drawings import rows
from disclosure.pages.drawings.rows import PictureRow
from disclosure.pages.page import Link
from disclosure.pages.picture import Picture, PictureTable
from disclosure.translation import gettext as _


class TargetPair(Struct, frozen=True):
    """A target and the year before it, each of them one number of one unit."""

    indicator: Indicator
    aimed: Aimed
    before: Observed

    @property
    def unit(self) -> str:
        return self.aimed.target.quantity.unit

    @property
    def step(self) -> int:
        """1 where more is aimed at than the year before had, -1 where less is."""
        before, aim = self.before.value, self.aimed.target.quantity.value
        assert before is not None
        assert aim is not None
        return (aim > before) - (aim < before)


def view(catalog: Catalog, report: Report) -> Picture | None:
    """Only what shares a unit shares a scale; of several units, the one of most targets is drawn."""
    pairs = tuple(_pairs(chain.main(catalog, report)))
    units = Counter(one.unit for one in pairs)
    if not units:
        return None
    unit = units.most_common(1)[0][0]
    drawing = rows.rows([_row(one) for one in pairs if one.unit == unit], unit)
    if drawing is None:
        return None
    return picture.picture(
        catalog,
        id="headline",
        page=address.report(report.key),
        day=report.updated,
        title=_title(report, pairs),
        name=_("{year}年主要目标和上年数值，数字见表").format(year=report.meta.year),
        sentence=_sentence(report, pairs, units[unit]),
        drawing=drawing,
        table=_table(report, pairs),
        data=(Link(_("指标数据（CSV）"), address.table("indicators")), Link(_("JSON"), address.data("indicators"))),
        key=_(
            "条形是上年的数（满的是实际数，半满的是初步数，虚线的是预计数），箭头（指向符合目标的一边）和菱形是目标。"
        ),
    )


def _pairs(aims: Iterable[tuple[Indicator, Aimed]]) -> Iterator[TargetPair]:
    for indicator, aimed in aims:
        before, aim = indicator_sentence.year_before(indicator, aimed), aimed.target.quantity
        comparable = before and before.value is not None and aim.value is not None and before.quantity.unit == aim.unit
        if before and comparable and len(picture.aims(aim)) == 1:
            yield TargetPair(indicator, aimed, before)


def _row(one: TargetPair) -> PictureRow:
    before, aim = one.before, one.aimed.target
    assert before.value is not None
    marks = (picture.mark(picture.vintage(before), before.value), *picture.aims(aim.quantity))
    return PictureRow(one.indicator.name, aim.written, marks)


def _title(report: Report, pairs: tuple[TargetPair, ...]) -> str:
    higher = sum(one.step > 0 for one in pairs)
    words = _("{year}年可比的{all}项主要目标中，{n}项定得比上年高")
    return words.format(year=report.meta.year, all=len(pairs), n=higher)


def _table(report: Report, pairs: tuple[TargetPair, ...]) -> PictureTable:
    year = report.meta.year
    columns = (_("指标"), _("{year}年").format(year=year - 1), _("{year}年目标").format(year=year))
    return PictureTable(
        columns, tuple((one.indicator.name, _before(one.before), one.aimed.target.written) for one in pairs)
    )


def _before(one: Observed) -> str:
    return f"{one.vintage.label if one.vintage else ''}{one.written}"


def _sentence(report: Report, pairs: tuple[TargetPair, ...], drawn: int) -> str:
    steps = Counter(one.step for one in pairs)
    words = {1: _("{n}项定得比上年高"), -1: _("{n}项定得比上年低"), 0: _("{n}项与上年相同")}
    counts = _("，").join(word.format(n=steps[step]) for step, word in words.items() if steps[step])
    left = len(pairs) - drawn
    note = _("；单位不同的{n}项没有画，见表").format(n=left) if left else ""
    said = _("{year}年的主要目标有{n}项有上年数可比：{counts}{note}。")
    return said.format(year=report.meta.year, n=len(pairs), counts=counts, note=note)
