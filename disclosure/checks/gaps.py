"""What is missing and where it is looked for: documents, places and the calendar of working days say what can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.followup import AwaitedDocument
from disclosure.checks import evidence
from disclosure.model import vocabulary
from disclosure.model.calendar import CalendarRecord
from disclosure.model.gaps import ScopeRecord
from disclosure.problem import Problem
from disclosure.schedule.working_days import SATURDAY
from disclosure.source.register import Located
from disclosure.translation import gettext as _


def check_documents(catalog: Catalog) -> Iterator[Problem]:
    """document, duplicate-id: 编号不重复，能说明的都有，至少一条；写了应在何时公开就写依据；引用过的不是缺的。"""
    for report in catalog.reports:
        yield from _twice(one.located for one in report.documents)
        for one in report.documents:
            record = one.located.value
            if record.expected and not record.because:
                message = _("{id}：写了应在 {expected} 公开，没有写依据").format(id=one.id, expected=record.expected)
                yield Problem(one.located.place("expected"), "document", message, _("在 because 里写规定或惯例"))
            unknown = list(_unknown(catalog, report, record.settles))
            for field, name in unknown:
                message = _("{id}：settles 里的 {name} 不存在").format(id=one.id, name=name)
                hint = _("小节写编号，指标照录 targets 的 measure，承诺写现有的编号")
                yield Problem(one.located.place("settles", field), "document", message, hint)
            # What settles all may stand there before any promise is registered
            is_early = record.settles.all and not report.register.commitments
            if not one.commitments and not unknown and not is_early:
                yield _useless(one)
        yield from _found(catalog, report)


def _found(catalog: Catalog, report: Report) -> Iterator[Problem]:
    """Documents that are said to be missing, and are cited."""
    missing = {_plain(one.name): one for one in report.documents if one.found is None}
    for name, cited, _written, _where in evidence.every(catalog) if missing else ():
        one = missing.get(_plain(cited.title or ""))
        if one is not None:
            message = _("{id}：写着还没有公开，{name} 的证据里却有“{title}”").format(
                id=one.id, name=name, title=cited.title
            )
            hint = _("就是这份文件，在 found 里写出处；不是的，把名称写得更清楚")
            yield Problem(one.located.place("name"), "document", message, hint, notice=True)


def _plain(title: str) -> str:
    """A title without the signs and blanks around its words."""
    return "".join(sign for sign in title if sign.isalnum())


def _useless(one: AwaitedDocument) -> Problem:
    message = _("{id}：一条承诺也说明不了").format(id=one.id)
    return Problem(one.located.place("settles"), "document", message, _("写 all: true，或写类别、小节、指标、承诺"))


def _unknown(catalog: Catalog, report: Report, scope: ScopeRecord) -> Iterator[tuple[str, str]]:
    """Field and value of what a scope names and the report lacks."""
    measures = {target.measure for one in report.register.commitments for target in one.targets}
    known = (
        ("kinds", scope.kinds, catalog.words.labels(vocabulary.KINDS)),
        ("sections", scope.sections, report.sections),
        ("measures", scope.measures, measures),
        ("commitments", scope.commitments, {one.value.id for one in catalog.raw.commitments}),
    )
    for field, given, there in known:
        yield from ((field, name) for name in given if name not in there)


def check_places(catalog: Catalog) -> Iterator[Problem]:
    """place, duplicate-id: 查找的地方编号不重复，查看日期不晚于今天。"""
    places = catalog.raw.places
    yield from _twice(places)
    for place in places:
        for n, look in enumerate(place.value.looks):
            if look.date > catalog.today:
                message = _("{id}：查看日期 {day} 在今天（{today}）之后").format(
                    id=place.value.id, day=look.date, today=catalog.today
                )
                yield Problem(place.place("looks", n, "date"), "place", message, _("写实际去看的日期"))


def _twice(all: Iterable[Located[Any]]) -> Iterator[Problem]:
    seen: set[str] = set()
    for one in all:
        if one.value.id in seen:
            message = _("编号 {id} 用了两次").format(id=one.value.id)
            yield Problem(one.place("id"), "duplicate-id", message, _("换一个从未用过的编号"))
        seen.add(one.value.id)


def check_calendar(catalog: Catalog) -> Iterator[Problem]:
    """calendar: 年份等于文件名，日子都在这一年里；上班的是双休日，同一天不能又放假又上班。"""
    for one in catalog.raw.calendars:
        if one.stem != str(one.value.year):
            message = _("文件名 {stem}.yml 与年份 {year} 不同").format(stem=one.stem, year=one.value.year)
            yield Problem(one.place("year"), "calendar", message, _("一年一个文件，文件名是年份"))
            continue
        for field, n, why in _odd(one.value):
            yield Problem(one.place(field, n), "calendar", why, _("照国务院办公厅的通知核对"))


def _odd(record: CalendarRecord) -> Iterator[tuple[str, int, str]]:
    """Field, number and message of each day that cannot be."""
    free = set(record.holidays)
    for field, days in (("holidays", record.holidays), ("workdays", record.workdays)):
        for n, day in enumerate(days):
            if day.year != record.year:
                yield field, n, _("{day} 不在 {year} 年").format(day=day, year=record.year)
            elif field == "workdays":
                yield from ((field, n, why) for why in _not_worked(day, free))


def _not_worked(day: date, free: set[date]) -> Iterator[str]:
    if day in free:
        yield _("{day} 又写放假又写上班").format(day=day)
    elif day.weekday() < SATURDAY:
        yield _("{day} 不是双休日，本来就上班").format(day=day)
