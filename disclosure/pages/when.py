"""When what an update tells of happened, and when it was recorded: two things that are never shown as one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from disclosure.catalog import outcome
from disclosure.catalog.catalog import Report
from disclosure.catalog.entries import Commitment
from disclosure.catalog.event import Event
from disclosure.catalog.followup import Update
from disclosure.pages.page import chinese_date, iso
from disclosure.translation import gettext as _

SPAN = "/"


def as_of(report: Report, one: Commitment) -> str:
    """The day of the last that is told of a promise or was searched for it; without any, of its report. Where nothing
    but the calendar made the outcome, not before it did."""
    became = report.follow[one.id]
    days = [each.day or each.recorded for each in became.updates]
    if became.absence and became.absence.searched:
        days.append(became.absence.searched)
    if report.outcomes[one.id].id in outcome.SILENT_DUE:
        days.append(one.deadline + timedelta(days=1))
    return chinese_date(max(days, default=report.meta.delivered))


def brief(one: Update) -> str:
    """For a line of a list: the event's time, else the day its material became public."""
    if one.event is None and one.day is not None:
        return iso(one.day)
    if one.event is None or not one.event.is_known:
        return _("时间不详（{day}收录）").format(day=iso(one.recorded))
    written = one.event.written.replace(SPAN, _(" 至 "))
    return _("{time}（推断）").format(time=written) if one.event.inferred else written


def moment(one: Update) -> str:
    """The event's or the material's time where it is one day, month or year, as machines read it; else nothing."""
    if one.event is None:
        return iso(one.day)
    return one.event.written if one.event.is_known and SPAN not in one.event.written else ""


def publication(one: Update) -> str:
    """For a line beside the event's time: the day its material became public, where that is another."""
    if one.event is None or one.day is None or iso(one.day) == one.event.written:
        return ""
    return _("材料公开：{day}").format(day=iso(one.day))


def times(one: Update) -> tuple[str, ...]:
    """For its own page, in full: when it happened, when its material became public, when it was recorded here."""
    return tuple(_times(one))


def _times(one: Update) -> Iterator[str]:
    if one.event is not None or one.day is None:
        yield _("事情发生：{time}").format(time=spelt(one.event) if one.event else _("不详"))
    if one.event is not None and one.event.inferred:
        yield _("时间是推断的：{reason}").format(reason=one.event.inferred)
    yield _("材料公开：{time}").format(time=chinese_date(one.day) if one.day else _("日期不详"))
    yield _("收录日期：{time}").format(time=chinese_date(one.recorded))


def spelt(event: Event) -> str:
    return _("至").join(map(_part, event.written.split(SPAN))) if event.is_known else _("不详")


def _part(written: str) -> str:
    """2022-10 -> 2022年10月."""
    year, *rest = written.split("-")
    units = (_("年"), _("月"), _("日"))
    return "".join(f"{int(number)}{unit}" for number, unit in zip((year, *rest), units, strict=False))
