"""A report's measurable targets beside what came of them, to be looked at, once something is known of some."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import address, data_folder, tally
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import AdjustedTarget
from disclosure.catalog.followup import Ruling
from disclosure.catalog.outcome.targets import has_measure
from disclosure.pages import picture, verdicts
from disclosure.pages.drawings.reached import ReachedRow, ReachedTargets
from disclosure.pages.drawings.rows import PictureMark
from disclosure.pages.page import Link, chinese_date
from disclosure.pages.picture import Picture, PictureCell, PictureTable
from disclosure.translation import gettext as _
from disclosure.verdict import ObservedValue, VerdictResult
from disclosure.verdict.shapes import PROVISIONAL

# So many are drawn, in the report's order; the table has them all. Where it is longer, it stands in its file alone
DRAWN = 16
LISTED = 24
# So many are named
NAMED = 6


class ReachedTarget(Struct, frozen=True):
    """A target that counts in the rates, with what came of it."""

    label: str
    ruling: Ruling

    @property
    def outcome(self) -> VerdictResult:
        return self.ruling.settled.verdict.outcome

    @property
    def seen(self) -> ObservedValue | None:
        """None where nothing was observed."""
        return self.ruling.settled.all[0][0] if self.ruling.settled.all else None

    @property
    def adjusted(self) -> AdjustedTarget | None:
        return self.ruling.adjusted

    @property
    def is_reached_later(self) -> bool:
        return verdicts.is_reached_later(self.outcome, self.adjusted)

    @property
    def is_drawn(self) -> bool:
        """Whether both are numbers of one unit that a scale can hold."""
        seen, aim = self.seen, self.ruling.target.quantity
        if seen is None or seen.value is None or seen.unit != aim.unit:
            return False
        return self.outcome is not VerdictResult.NONE and bool(picture.aims(aim))


def view(catalog: Catalog, report: Report) -> Picture | None:
    """``None`` while nothing can be said of any."""
    all = tuple(_targets(report))
    decided = [one for one in all if one.outcome is not VerdictResult.NONE]
    drawn = _telling([one for one in decided if one.is_drawn])
    if not drawn:
        return None
    year = report.meta.year
    return picture.picture(
        catalog,
        id="reached",
        page=address.progress(report.key),
        day=tally.known(report),
        title=_title(year, all, decided),
        name=_("{year}年的目标和结果，数字见表").format(year=year),
        sentence=_sentence(all, decided, drawn, tuple(_candidates(report))),
        drawing=ReachedTargets(tuple(_row(catalog, one) for one in drawn)),
        table=_table(catalog, decided),
        data=(
            Link(_("目标数据（CSV）"), data_folder.of_report(report).csv("targets")),
            Link(_("承诺数据（JSON）"), data_folder.of_report(report).json("commitments")),
        ),
        key=_(
            "条形是实际值（半满的是初步数，虚线的是预计数），箭头（指向符合目标的一边）和菱形是目标，空心的是调整后的目标。"
            "每一项的单位和比例各不相同，只在一项之内比较。"
        ),
    )


def _telling(all: Sequence[ReachedTarget]) -> list[ReachedTarget]:
    """All in the report's order; of too many, those that were not reached before those that are undecided, or were."""
    order = (VerdictResult.NOT_MET, VerdictResult.UNDECIDED, VerdictResult.JUST, VerdictResult.MET)
    first = sorted(range(len(all)), key=lambda n: order.index(all[n].outcome))[:DRAWN]
    return [all[n] for n in sorted(first)]


def _targets(report: Report) -> Iterator[ReachedTarget]:
    """Those that the rates count. What several are called alike (完成时间) is told apart by the promise's title."""
    counted = [
        (one.title, each)
        for one in report.register.commitments
        for each in report.follow[one.id].rulings
        if report.follow[one.id].judged and has_measure(each.target)
    ]
    names = Counter(each.target.measure for _title, each in counted)
    for title, each in counted:
        measure = each.target.measure
        label = _("{title}（{measure}）").format(title=title, measure=measure) if names[measure] > 1 else measure
        yield ReachedTarget(label if measure else title, each)


def _title(year: int, all: Sequence[ReachedTarget], decided: Sequence[ReachedTarget]) -> str:
    said = verdicts.counts((one.outcome for one in decided), sum(one.is_reached_later for one in decided))
    if len(decided) == 1:
        word = verdicts.alone(decided[0].outcome, decided[0].is_reached_later)
        return _("{year}年可以对照的目标{all}个，有结果的1个，{word}").format(year=year, all=len(all), word=word)
    words = _("{year}年可以对照的目标{all}个，有结果的{n}个：{said}")
    return words.format(year=year, all=len(all), n=len(decided), said=said)


def _sentence(
    all: Sequence[ReachedTarget],
    decided: Sequence[ReachedTarget],
    drawn: Sequence[ReachedTarget],
    aside: Sequence[str],
) -> str:
    """Which were not reached, which are for a person to decide; how sure the numbers are; what is not drawn."""
    missed = [one.label for one in decided if one.outcome is VerdictResult.NOT_MET and not one.is_reached_later]
    later = [one.label for one in decided if one.is_reached_later]
    open = [one.label for one in decided if one.outcome in {VerdictResult.UNDECIDED, VerdictResult.JUST}]
    parts = [
        _("没有达成的：{names}").format(names=_named(missed)) if missed else "",
        _("原目标没有达成、调整后达成的：{names}").format(names=_named(later)) if later else "",
        _("待人工判断的：{names}").format(names=_named(open)) if open else "",
        *_notes(all, decided, drawn),
        *aside,
    ]
    said = _("；").join(filter(None, parts)) or _("有结果的目标都画出来了")
    return _("{sentence}。").format(sentence=said)


def _named(names: Sequence[str]) -> str:
    listed = _("、").join(names[:NAMED])
    return listed if len(names) <= NAMED else _("{names}等{n}个").format(names=listed, n=len(names))


def _notes(
    all: Sequence[ReachedTarget], decided: Sequence[ReachedTarget], drawn: Sequence[ReachedTarget]
) -> Iterator[str]:
    provisional = sum(one.seen is not None and one.seen.vintage in PROVISIONAL for one in decided)
    if provisional:
        yield _("{n}个按初步数或预计数对照").format(n=provisional)
    if left := len(decided) - len(drawn):
        yield _("有结果而没有画的{n}个，见表").format(n=left)
    if left := len(all) - len(decided):
        yield _("其余{n}个没有可以对照的结果，不等于没有达成").format(n=left)


def _candidates(report: Report) -> Iterator[str]:
    """What counts in no rate, though there may be a result of it."""
    follow = [one for one in report.follow.values() if not one.judged]
    if n := sum(has_measure(each.target) for one in follow for each in one.rulings):
        yield _("没有票决通过、或不知道是否通过的候选有{n}个目标，不在内").format(n=n)


def _row(catalog: Catalog, one: ReachedTarget) -> ReachedRow:
    seen, target, outcome = one.seen, one.ruling.target, verdicts.result(catalog.words, one.ruling)
    assert seen is not None
    assert seen.value is not None
    return ReachedRow(
        label=one.label,
        values=_("{aim}，{came}").format(aim=_aim(one), came=verdicts.came(target.quantity, seen)),
        word=outcome.label,
        shape=outcome.shape,
        colour=outcome.colour,
        marks=(picture.mark(picture.kind(seen.vintage), seen.value), *picture.aims(target.quantity), *_adjusted(one)),
    )


def _aim(one: ReachedTarget) -> str:
    written = one.ruling.target.written
    if one.adjusted is None:
        return _("目标{written}").format(written=written)
    return _("原目标{written}（{adjusted}）").format(written=written, adjusted=verdicts.adjusted(one.adjusted))


def _adjusted(one: ReachedTarget) -> Iterator[PictureMark]:
    """Where it was changed to another number of the same unit."""
    aim = one.adjusted.quantity if one.adjusted and one.adjusted.written else None
    if aim is not None and aim.unit == one.ruling.target.quantity.unit:
        yield from (replace(each, kind="adjusted") for each in picture.aims(aim))


def _table(catalog: Catalog, decided: Sequence[ReachedTarget]) -> PictureTable:
    """All that have a result, drawn or not."""
    columns = (
        _("项目"), _("目标"), _("调整为"), _("结果"), _("结论"), _("目标数值"), _("目标上限"), _("调整后数值"),
        _("调整后期限"), _("结果数值"), _("单位"), _("编号"),
    )  # fmt: skip
    return picture.table(columns, tuple(_cells(catalog, one) for one in decided), wide=columns.index(_("结论")) + 1)


def _cells(catalog: Catalog, one: ReachedTarget) -> tuple[PictureCell, ...]:
    seen, target, adjusted = one.seen, one.ruling.target, one.adjusted
    became = (adjusted.written or chinese_date(adjusted.due)) if adjusted else None
    return (
        one.label,
        target.written,
        became,
        None if seen is None else verdicts.came(target.quantity, seen),
        verdicts.result(catalog.words, one.ruling).label,
        *picture.numbers(target.quantity),
        picture.numbers(adjusted.quantity)[0] if adjusted and adjusted.written else None,
        adjusted.due if adjusted and not adjusted.written else None,
        None if seen is None else seen.value,
        target.quantity.unit,
        target.id,
    )
