"""Dates that can be true. A forged publication date fails an official inspection (国办秘函〔2019〕19号)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from disclosure.catalog.catalog import Catalog
from disclosure.problem import Place, Problem
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

CLOCK = N_("核对提交时那台电脑的时钟；不必改写历史")


def check_reports(catalog: Catalog) -> Iterator[Problem]:
    """date-order: 报告日期、成文日期、生成日期都不晚于发布时间。"""
    for report in catalog.reports:
        published = report.meta.published.date()
        for where, label, day in (
            (("delivered",), _("报告日期"), report.meta.delivered),
            (("disclosure", "written"), _("成文日期"), report.meta.disclosure.written),
            (("disclosure", "generated"), _("生成日期"), report.meta.disclosure.generated),
        ):
            if day is not None and day > published:
                message = _("{name}（{label}）{day} 晚于发布时间 {published}").format(
                    name=".".join(where), label=label, day=day, published=published
                )
                yield Problem(report.head.place(*where), "date-order", message, _("核对两个日期；发布时间不能早于成文"))


def check_committed(catalog: Catalog) -> Iterator[Problem]:
    """commit-date: 提交的日期不早于报告日期，也不晚于今天；只提醒。"""
    for report in catalog.reports:
        known = [(catalog.changed[file.path], file.path) for file in catalog.files if file.path in catalog.changed]
        moment, path = min(known, default=(None, ""))
        if moment is not None and moment.date() < report.meta.delivered:
            message = _("提交的日期 {day} 早于报告日期 {delivered}").format(
                day=moment.date(), delivered=report.meta.delivered
            )
            yield Problem(Place(path), "commit-date", message, _(CLOCK), notice=True)


def check_clock(changed: Mapping[str, datetime], today: date) -> Iterator[Problem]:
    """commit-date: 提交的日期不早于报告日期，也不晚于今天；只提醒。"""
    future: dict[date, str] = {}
    for path, moment in sorted(changed.items()):
        if moment.date() > today:
            future.setdefault(moment.date(), path)
    for day, path in future.items():
        message = _("提交的日期 {day} 在今天（{today}）之后，不当作更新时间").format(day=day, today=today)
        yield Problem(Place(path), "commit-date", message, _(CLOCK), notice=True)


def check_published(catalog: Catalog) -> Iterator[Problem]:
    """date-future: 发布时间不晚于今天。"""
    dated = [(report.meta.published.date(), report.head) for report in catalog.reports]
    dated += [(narrative.meta.published.date(), narrative.head) for narrative in catalog.narratives]
    dated += [(update.published.date(), update.head) for update in catalog.updates]
    dated += [(correction.meta.published.date(), correction.head) for correction in catalog.corrections]
    dated += [(request.published.date(), request.head) for request in catalog.requests]
    for day, head in dated:
        if day > catalog.today:
            message = _("发布时间 {day} 在今天（{today}）之后").format(day=day, today=catalog.today)
            yield Problem(head.place("published"), "date-future", message, _("写实际的发布时间"))


def check_targets(catalog: Catalog) -> Iterator[Problem]:
    """early-date: 编者写的完成时限不早于报告日期；完成日期早于报告日期时，提醒核对。"""
    for report in catalog.reports:
        delivered = report.meta.delivered
        for one in report.register.commitments:
            written = one.located.value.deadline
            if written is not None and written < delivered:
                message = _("{id}：完成时限 {day} 早于报告日期 {delivered}").format(
                    id=one.id, day=written, delivered=delivered
                )
                yield Problem(one.located.place("deadline"), "early-date", message, _("照原文写明的日期核对"))
        for follow in report.follow.values():
            for seen in follow.observations:
                done = seen.seen.done
                if done is not None and done < delivered:
                    message = _("{id}：{target}：完成日期 {day} 早于报告日期 {delivered}").format(
                        id=seen.origin.id, target=seen.target, day=done, delivered=delivered
                    )
                    hint = _("核对日期；报告以前确已完成的就不用改")
                    place = seen.origin.located.place(*seen.origin.where, "done")
                    yield Problem(place, "early-date", message, hint, notice=True)
