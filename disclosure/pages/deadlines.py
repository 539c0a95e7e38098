"""What falls due when, month by month: the days of the calendar that can be subscribed to, as a picture.

A day that is over says nothing of what became of what was due on it, and the sentence says so.
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from disclosure.catalog.catalog import Catalog
from disclosure.catalog.due import DueKind, DueOnDay
from disclosure.grouping import grouped
from disclosure.pages import picture
from disclosure.pages.drawings.calendar import Calendar, CalendarYear, Month, Today
from disclosure.pages.page import Link, chinese_date
from disclosure.pages.picture import Picture, PictureTable
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

ID = "deadlines"
# So many years are drawn, from last year's on; what is due before or behind them is counted in the sentence
YEARS = 3
KINDS = {
    DueKind.STATED: N_("承诺到期（期限写明）"),
    DueKind.UNSTATED: N_("承诺到期（没有写明期限，本站按这一天计）"),
    DueKind.PLANNED: N_("承诺计划完成"),
    DueKind.DOCUMENT: N_("文件应当公开"),
    DueKind.REQUEST: N_("申请应当答复"),
}
# The same in the sentence, where what nobody said is told apart behind it
SHORT = {
    DueKind.STATED: N_("承诺到期"),
    DueKind.UNSTATED: N_("承诺到期"),
    DueKind.PLANNED: N_("承诺计划完成"),
    DueKind.DOCUMENT: N_("文件应当公开"),
    DueKind.REQUEST: N_("申请应当答复"),
}


def view(
    catalog: Catalog,
    all: Sequence[DueOnDay],
    *,
    page: str,
    of: str,
    undated: int,
    data: Sequence[Link],
) -> Picture | None:
    """``of`` says whose days these are, ``undated`` how many promises have none. None where there is but one: a
    sentence says that as well."""
    if sum(one.n for one in all) < 2:
        return None
    today = catalog.today
    years = tuple(_drawn(sorted({one.day.year for one in all}), today.year))
    return picture.picture(
        catalog,
        id=ID,
        page=page,
        day=today,
        title=_title(all, today),
        sentence="".join(_sentence(all, today, years, of, undated)),
        name=_("{of}的期限各在哪个月").format(of=of),
        drawing=Calendar(tuple(_year(year, all, today) for year in years), (_("已过"), _("未过"))),
        table=_table(all, today),
        data=data,
    )


def _drawn(years: Sequence[int], now: int) -> Sequence[int]:
    """Those around today; the last where all is over."""
    first = next((n for n, year in enumerate(years) if year >= now - 1), len(years))
    return years[max(0, min(first, len(years) - YEARS)) :][:YEARS]


def _year(year: int, all: Sequence[DueOnDay], today: date) -> CalendarYear:
    months = grouped((one.day.month, one) for one in all if one.day.year == year)
    return CalendarYear(
        label=_("{year}年").format(year=year),
        months=tuple(_month(month, months.get(month, ()), today) for month in range(1, 13)),
        today=_today(today) if today.year == year else None,
    )


def _month(month: int, inside: Sequence[DueOnDay], today: date) -> Month:
    past = sum(one.n for one in inside if one.day < today)
    return Month(_("{month}月").format(month=month), past, sum(one.n for one in inside) - past)


def _today(today: date) -> Today:
    within = (today.day - 1) * 1000 // monthrange(today.year, today.month)[1]
    label = _("今天：{day}").format(day=chinese_date(today))
    return Today(today.month - 1, within, label)


def _by_day(all: Sequence[DueOnDay]) -> dict[date, int]:
    return {day: sum(one.n for one in inside) for day, inside in grouped((one.day, one) for one in all).items()}


def _title(all: Sequence[DueOnDay], today: date) -> str:
    days = _by_day(all)
    n, ahead = sum(days.values()), sum(m for day, m in days.items() if day >= today)
    fullest = max(days, key=lambda day: (days[day], day))
    if len(days) == 1:
        return _("{n}个期限都在{day}这一天").format(n=n, day=chinese_date(fullest))
    if days[fullest] * 2 > n:
        said = _("{n}个期限里，{most}个在{day}这一天").format(n=n, most=days[fullest], day=chinese_date(fullest))
        return said + (_("，还有{ahead}个未过").format(ahead=ahead) if 0 < ahead < n else "")
    if not ahead:
        return _("{n}个期限都已经过了，最后一个是{day}").format(n=n, day=chinese_date(max(days)))
    first = chinese_date(min(day for day in days if day >= today))
    if ahead == n:
        return _("{n}个期限都还没有过，最近的一个是{day}").format(n=n, day=first)
    said = _("{n}个期限里，{past}个已过，{ahead}个未过，下一个是{day}")
    return said.format(n=n, past=n - ahead, ahead=ahead, day=first)


def _sentence(all: Sequence[DueOnDay], today: date, years: Sequence[int], of: str, undated: int) -> Iterator[str]:
    days = _by_day(all)
    n, past = sum(days.values()), sum(m for day, m in days.items() if day < today)
    yield _("{of}的期限共{n}个（{kinds}），分在{days}天").format(of=of, n=n, kinds=_kinds(all), days=len(days))
    fullest = max(days, key=lambda day: (days[day], day))
    if days[fullest] > 1:
        yield _("，最多的一天是{day}，有{most}个").format(day=chinese_date(fullest), most=days[fullest])
    unstated = sum(one.n for one in all if one.kind is DueKind.UNSTATED)
    if unstated:
        yield _("；没有写明期限的承诺有{n}条，本站按当年年底计").format(n=unstated)
    yield _("；到{day}，{course}").format(day=chinese_date(today), course=_course(n, past))
    if undated:
        said = _("；总体要求和没有票决通过、或不知道是否通过的候选共{n}条，没有期限，不在内")
        yield said.format(n=undated)
    hidden = sum(one.n for one in all if one.day.year not in years)
    if hidden:
        yield _("；{n}个在别的年份，没有画出，见表格").format(n=hidden)
    yield _("。“已过”只是说日子过了，不说明完成没有。") if past else _("。")


def _kinds(all: Sequence[DueOnDay]) -> str:
    found: Counter[str] = Counter()
    for one in all:
        found[SHORT[one.kind]] += one.n
    return _("、").join(_("{kind}{n}个").format(kind=_(kind), n=n) for kind, n in found.items())


def _course(n: int, past: int) -> str:
    if past == n:
        return _("都已过")
    if past:
        return _("{past}个已过，{ahead}个未过").format(past=past, ahead=n - past)
    return _("都还没有过")


def _table(all: Sequence[DueOnDay], today: date) -> PictureTable:
    return picture.table(
        (_("日期"), _("是什么"), _("个数"), _("过了没有")),
        tuple((one.day, _(KINDS[one.kind]), one.n, _("已过") if one.day < today else _("未过")) for one in all),
    )
