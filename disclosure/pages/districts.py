"""Districts beside each other, where a site has several: how many of the targets of a year were met, as far as known.

Each counts its own targets, of which some wrote many and some few, and some are easier than others: so nothing is
ranked, and no percentage is given while less than half of them can be judged (docs/domain.md, Strength).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from disclosure.catalog import address, data_folder, tally
from disclosure.catalog.catalog import Catalog, Report
from disclosure.grouping import grouped
from disclosure.pages import cautions, picture
from disclosure.pages.drawings.shares import SharePart, ShareRow, Shares
from disclosure.pages.page import Link
from disclosure.pages.picture import Picture, PictureCell
from disclosure.translation import gettext as _
from disclosure.verdict import Rate

# Of so many districts the numbers are said in a sentence; the table has them all
SAID = 5
# So many are drawn
DRAWN = 40


class DistrictRates(Struct, frozen=True, kw_only=True):
    """A report's two rates, 达成 a / 可判定 b / 全部 c: of all its targets with a number, and of what was promised;
    ``known`` is the day of what is known of them."""

    district: str
    year: int
    report: str
    all: Rate
    promised: Rate
    known: date


def rates(report: Report) -> DistrictRates:
    found = tally.items(report)
    return DistrictRates(
        district=report.meta.district,
        year=report.meta.year,
        report=report.key,
        all=tally.all_rate(found),
        promised=tally.promised_rate(found),
        known=tally.known(report),
    )


def view(catalog: Catalog, reports: Sequence[DistrictRates]) -> Picture | None:
    """Of the newest year of which several districts have targets; nothing where none has."""
    found = newest(reports)
    return drawn(catalog, found, address.HOME, _("报告编号")) if found else None


def newest(reports: Sequence[DistrictRates]) -> list[DistrictRates]:
    """Of the newest year of which several districts have targets, each once, by their reports' keys."""
    by_year = grouped((one.year, one) for one in reports if one.all.all)
    # Of two reports of one district, the last one
    years = {year: {one.district: one for one in sorted(those, key=_key)} for year, those in by_year.items()}
    several = [year for year, those in years.items() if len(those) > 1]
    return sorted(years[max(several)].values(), key=_key) if several else []


def drawn(catalog: Catalog, found: Sequence[DistrictRates], page: str, order: str) -> Picture:
    """On a page; ``order`` is what they are ordered by."""
    year = found[0].year
    return picture.picture(
        catalog,
        id="districts",
        page=page,
        day=max(one.known for one in found),
        title=_title(year, found),
        sentence=_sentence(found),
        key=_("每条一样长，是各自的全部目标；按{order}排列，不是名次。后面的数是达成／可判定／全部。").format(
            order=order
        ),
        name=_("各地区{year}年目标达成、没有达成和还不能判定的份额，数字见表").format(year=year),
        drawing=_drawing(found[:DRAWN]),
        table=picture.table(_columns(), tuple(cells for one in found for cells in _cells(one))),
        data=_data(catalog),
    )


def _key(one: DistrictRates) -> str:
    return one.report


def _drawing(found: Sequence[DistrictRates]) -> Shares:
    parts = (SharePart("kept", _("达成")), SharePart("missed", _("没有达成")), SharePart("open", _("还不能判定")))
    return Shares(
        parts,
        tuple(
            ShareRow(
                one.district,
                f"{one.all.met}/{one.all.decided}/{one.all.all}",
                (one.all.met, one.all.decided - one.all.met, one.all.all - one.all.decided),
            )
            for one in found
        ),
    )


def _title(year: int, found: Sequence[DistrictRates]) -> str:
    known = [one for one in found if one.all.percent is not None]
    if not any(one.all.decided for one in found):
        return _("{n}个地区{year}年的目标，还没有一个可以判定").format(n=len(found), year=year)
    if not known:
        return _("{n}个地区{year}年的目标，可以判定的都不到一半").format(n=len(found), year=year)
    words = _("{n}个地区{year}年的目标，{m}个地区有一半以上可以判定")
    return words.format(n=len(found), year=year, m=len(known))


def _sentence(found: Sequence[DistrictRates]) -> str:
    """What may be compared, and what not."""
    return "".join(_sentences(found))


def _sentences(found: Sequence[DistrictRates]) -> Iterator[str]:
    known = [one for one in found if one.all.percent is not None]
    if known:
        said = _("、").join(_of(one) for one in known[:SAID])
        rest = _("等") if len(known) > SAID else ""
        yield _("可以判定的目标里达成的，{said}{rest}。").format(said=said, rest=rest)
    if len(known) < len(found):
        less = (
            _("其余{n}个地区可以判定的不到一半，不算百分比。")
            if known
            else _("{n}个地区可以判定的都不到一半，所以不算百分比。")
        )
        yield less.format(n=len(found) - len(known))
        yield _(cautions.SILENCE)
    yield _("各地写下的目标多少、难易不同，这里只说各自的目标做到了多少，不能排名次。")


def _of(one: DistrictRates) -> str:
    return _("{district}{met}项（共{decided}项，{percent}%）").format(
        district=one.district, met=one.all.met, decided=one.all.decided, percent=one.all.percent
    )


def _columns() -> tuple[str, ...]:
    return (_("地区"), _("范围"), _("达成"), _("可判定"), _("全部"), _("完成率（%）"))


def _cells(one: DistrictRates) -> Iterator[tuple[PictureCell, ...]]:
    """The two rates, never blended."""
    for label, rate in ((_("全部目标"), one.all), (_("约束性和承诺"), one.promised)):
        yield one.district, label, rate.met, rate.decided, rate.all, rate.percent


def _data(catalog: Catalog) -> Iterator[Link]:
    yield Link(_("目标和对照结果（CSV）"), data_folder.of_site(catalog, address.table("targets")))
    yield Link(_("承诺数据（JSON）"), data_folder.of_site(catalog, address.data("commitments")))
