"""A report's main targets (总体目标) beside the year before, to be looked at: its table is ``chain.headline``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from disclosure.catalog import address, data_folder
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Aimed, Indicator, Observed
from disclosure.grouping import grouped
from disclosure.pages import chain, indicator_sentence, picture
from disclosure.pages.drawings import rows
from disclosure.pages.drawings.panels import Panels
from disclosure.pages.drawings.rows import PictureRow, Rows
from disclosure.pages.once import once_in
from disclosure.pages.page import Link
from disclosure.pages.picture import Picture, PictureCell, PictureTable
from disclosure.quantity import Quantity
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

# How many units have a scale of their own, those of most targets
UNITS = 6
STEPS = {
    "higher": N_("比上年高"),
    "lower": N_("比上年低"),
    "same": N_("与上年相同"),
    "inside": N_("上年数在目标范围内"),
}
ALL = {
    "higher": N_("都比上年高"),
    "lower": N_("都比上年低"),
    "same": N_("都与上年相同"),
    "inside": N_("的范围都含上年数"),
}


class TargetPair(Struct, frozen=True):
    """A target, and the year before it where that can be compared: a number of the same unit.

    ``before`` is what the report itself says of it: what became known later stands on the indicator's page. Where it
    says nothing, it is what the indicator's file has of other public documents."""

    indicator: Indicator
    aimed: Aimed
    before: Observed | None

    @property
    def aim(self) -> Quantity:
        return picture.level(self.aimed.target.quantity)

    @property
    def value(self) -> Decimal | None:
        """The year before's."""
        return None if self.before is None else picture.level(self.before.quantity).value

    @property
    def is_written(self) -> bool:
        """Whether the report itself says what the year before was."""
        return self.before is not None and bool(self.before.figure)

    @property
    def is_comparable(self) -> bool:
        same = self.before is not None and self.before.quantity.unit == self.aim.unit
        return same and self.value is not None and bool(picture.aims(self.aim))

    @property
    def step(self) -> str:
        """How it stands to the year before (``STEPS``); nothing where that cannot be said."""
        before, aim, upper = self.value, self.aim.value, self.aim.upper
        if not self.is_comparable or before is None or aim is None:
            return ""
        if upper is not None and aim <= before <= upper:
            return "inside"
        return "same" if before == aim else "higher" if aim > before else "lower"


@once_in
def view(catalog: Catalog, report: Report) -> Picture | None:
    """Only what shares a unit shares a scale: of several units, each has a small drawing."""
    all = tuple(
        TargetPair(one, aimed, chain.year_before(report, one, aimed)) for one, aimed in chain.main(catalog, report)
    )
    pairs = tuple(one for one in all if one.is_comparable)
    parts = tuple(_parts(pairs))
    if not parts:
        return None
    year = report.meta.year
    return picture.picture(
        catalog,
        id="headline",
        page=address.report(report.key),
        day=max(filter(None, (report.meta.delivered, *(one.before.known for one in pairs if one.before)))),
        title=_title(year, pairs),
        name=_("{year}年主要目标和上年数值，数字见表").format(year=year),
        sentence=_sentence(year, all, pairs, sum(len(one.rows) for one in parts)),
        drawing=Panels(parts),
        table=_table(year, all),
        data=(
            Link(_("指标数据（CSV）"), data_folder.of_report(report).csv("indicators")),
            Link(_("指标数据（JSON）"), data_folder.of_report(report).json("indicators")),
        ),
        key=_(
            "右边写的是上年数→目标。条形是上年的数（满的是实际数，半满的是初步数，虚线的是预计数），"
            "箭头（指向符合目标的一边）和菱形是目标。"
        ),
    )


def _parts(pairs: Sequence[TargetPair]) -> Iterator[Rows]:
    of = grouped((one.aim.unit, one) for one in pairs)
    for unit in sorted(of, key=lambda each: -len(of[each]))[:UNITS]:
        made = rows.rows([_row(one) for one in of[unit]], unit)
        if made is not None:
            yield made


def _row(one: TargetPair) -> PictureRow:
    before, value = one.before, one.value
    assert before is not None
    assert value is not None
    marks = (picture.mark(picture.vintage(before), value), *picture.aims(one.aim))
    return PictureRow(one.indicator.name, f"{before.written}→{one.aimed.target.written}", marks)


def _title(year: int, pairs: Sequence[TargetPair]) -> str:
    steps = Counter(one.step for one in pairs)
    first = pairs[0].step
    each = _("，").join(_("{n}项{step}").format(n=n, step=_(STEPS[step])) for step, n in steps.most_common())
    counts = each if len(steps) > 1 else _(ALL[first]) if len(pairs) > 1 else _(STEPS[first])
    written = all(one.is_written for one in pairs)
    words = (
        _("{year}年主要目标有{n}项可以同报告所写的上年数相比，{said}")
        if written
        else _("{year}年主要目标有{n}项可以同上年数（报告所写的或公开材料里的）相比，{said}")
    )
    return words.format(year=year, n=len(pairs), said=counts)


def _sentence(year: int, all: Sequence[TargetPair], pairs: Sequence[TargetPair], drawn: int) -> str:
    """Which are higher, which lower; what the year before's numbers are; what is not drawn."""
    of = grouped((one.step, one.indicator.name) for one in pairs)
    steps = [
        _("{step}的：{names}").format(step=_(STEPS[step]), names=_("、").join(of[step])) for step in STEPS if step in of
    ]
    said = _("{year}年目标{steps}{notes}。")
    return said.format(year=year, steps=_("；").join(steps), notes="".join(_notes(all, pairs, drawn)))


def _notes(all: Sequence[TargetPair], pairs: Sequence[TargetPair], drawn: int) -> Iterator[str]:
    kinds = Counter(picture.vintage(one.before) for one in pairs if one.before)
    words = {"forecast": _("；上年数里有{n}个是预计数"), "preliminary": _("；上年数里有{n}个是初步数")}
    yield from (said.format(n=kinds[kind]) for kind, said in words.items() if kinds[kind])
    written = sum(one.is_written for one in pairs)
    if written < len(pairs):
        yield _("；上年数{n}个是报告所写，{m}个出自公开材料").format(n=written, m=len(pairs) - written)
    if left := len(all) - len(pairs):
        yield _("；另有{n}项，报告没有写可比的上年数，没有画").format(n=left)
    if left := len(pairs) - drawn:
        yield _("；另有{n}项没有画，见表").format(n=left)
    if written:
        yield _("。报告所写的是当时的数，后来核定、补充的见各指标的页面")


def _table(year: int, all: Sequence[TargetPair]) -> PictureTable:
    """All main targets, drawn or not."""
    columns = (
        _("指标"), _("{year}年").format(year=year - 1), _("口径"), _("出处"), _("{year}年目标").format(year=year),
        _("上年数值"), _("目标数值"), _("目标上限"), _("单位"), _("与上年比"),
    )  # fmt: skip
    return picture.table(columns, tuple(map(_cells, all)))


def _cells(one: TargetPair) -> tuple[PictureCell, ...]:
    before = one.before
    return (
        one.indicator.name,
        before.written if before else None,
        indicator_sentence.kind(before) if before else None,
        (_("报告") if one.is_written else _("公开材料")) if before else _("报告没有写"),
        one.aimed.target.written,
        one.value,
        *picture.numbers(one.aimed.target.quantity),
        one.aim.unit,
        _(STEPS[one.step]) if one.step else None,
    )
