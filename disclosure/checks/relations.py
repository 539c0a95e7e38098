"""Records that belong together, overlap or refer to each other do so rightly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from disclosure.catalog.catalog import Catalog, Report
from disclosure.grouping import grouped
from disclosure.problem import Place, Problem
from disclosure.source.register import Located
from disclosure.translation import gettext as _


def check_groups(catalog: Catalog) -> Iterator[Problem]:
    """group, overlap: 引文只在同一组里重叠；一组至少两条，都在同一段。"""
    for report in catalog.reports:
        yield from _overlaps(report)
        members = grouped((record.group, record) for record in report.register.records if record.group)
        written = Counter(_groups(catalog, report.key))
        for name, group in members.items():
            hint = _("同一处原文拆成的几条用同一个组名；没有拆就不写 group")
            if written[name] == 1:
                message = _("{id}：组 {name} 只有这一条").format(id=group[0].id, name=name)
                yield Problem(group[0].located.place("group"), "group", message, hint)
            for one in group:
                if one.span.passage != group[0].span.passage:
                    message = _("{id}：组 {name} 的 {first} 在 {passage}，这一条却在 {other}").format(
                        id=one.id, name=name, first=group[0].id, passage=group[0].span.passage, other=one.span.passage
                    )
                    yield Problem(one.located.place("group"), "group", message, hint)


def _groups(catalog: Catalog, report: str) -> Iterator[str | None]:
    """The group of each record in force, whether its quote could be placed or not."""
    records: list[Located[Any]] = [*catalog.raw.commitments, *catalog.raw.results]
    for record in records:
        if record.report == report and not getattr(record.value, "superseded_by", None):
            yield record.value.group


def _overlaps(report: Report) -> Iterator[Problem]:
    for records in grouped((one.span.passage, one) for one in report.register.records).values():
        for one, other in combinations(records, 2):
            same_group = one.group and one.group == other.group
            if one.span.overlaps(other.span) and not same_group:
                message = _("{other}：引文与 {one} 重叠").format(one=one.id, other=other.id)
                hint = _("拆成的几条写同一个 group；否则缩短引文，或删去重复的一条")
                yield Problem(other.located.place("quote"), "overlap", message, hint)


def check_references(catalog: Catalog) -> Iterator[Problem]:
    """reference: 相关成果、统领语的“见”和承接编号都指向现有的记录；成果回答的是以前的报告的承诺。"""
    for report in catalog.reports:
        results = {result.value.id for result in catalog.raw.results if result.report == report.key}
        known = results | _living(catalog, report.key)
        gone = dict(report.register.superseded)
        for commitment in report.register.commitments:
            for n, id in enumerate(commitment.located.value.results):
                if id not in results:
                    message = _("{name}：没有成果 {id}").format(name=commitment.id, id=id)
                    place = commitment.located.place("results", n)
                    yield Problem(place, "reference", message, _("写现有成果的编号，例如 r012"))
        yield from _answers(report)
        for exemption in report.register.exemptions:
            for n, id in enumerate(exemption.see):
                if id not in known:
                    name = _("免列“{quote}”").format(quote=exemption.quote[:12])
                    yield _unknown(exemption.located.place("see", n), name, id, gone.get(id, ""))
    for one in catalog.raw.commitments:
        wanted = one.value.superseded_by
        if wanted and wanted not in _living(catalog, one.report):
            yield _unknown(one.place("superseded_by"), one.value.id, wanted)


def check_same_matter(catalog: Catalog) -> Iterator[Problem]:
    """same-matter: “同一件事”指向本报告里现有的另一条承诺，只写在其中一条。"""
    for report in catalog.reports:
        living, gone = _living(catalog, report.key), dict(report.register.superseded)
        written: set[tuple[str, str]] = set()
        for commitment in report.register.commitments:
            for n, id in enumerate(commitment.located.value.same_matter):
                place = commitment.located.place("same_matter", n)
                if id == commitment.id:
                    message = _("{id}：不能和自己是同一件事").format(id=id)
                    yield Problem(place, "same-matter", message, _("写另一条承诺的编号，或删去"))
                elif id not in living:
                    yield _unknown(place, commitment.id, id, gone.get(id, ""))
                elif (commitment.id, id) in written or (id, commitment.id) in written:
                    message = _("{id}：和 {other} 是同一件事，已经写过了").format(id=commitment.id, other=id)
                    yield Problem(place, "same-matter", message, _("写在一处就够，两边都会显示；删去这一处"))
                written.add((commitment.id, id))


def _answers(report: Report) -> Iterator[Problem]:
    """What is no promise of another report; whether that report has it, is asked when all are known."""
    for result in report.register.results:
        for n, (key, id) in enumerate(result.answers):
            if key == report.key:
                message = _("{name}：{id} 不是以前的报告的承诺").format(name=result.id, id=id)
                hint = _("写报告和编号，例如 2022/c016；同一份报告的承诺在承诺里写 results")
                yield Problem(result.located.place("answers", n), "reference", message, hint)


def _living(catalog: Catalog, report: str) -> set[str]:
    """The commitments in force, whether their quotes could be placed or not."""
    mine = (commitment.value for commitment in catalog.raw.commitments if commitment.report == report)
    return {one.id for one in mine if not one.superseded_by}


def _unknown(place: Place, name: str, id: str, instead: str = "") -> Problem:
    if instead:
        message = _("{name}：{id} 已经停用").format(name=name, id=id)
        return Problem(place, "reference", message, _("改写承接它的 {id}").format(id=instead))
    return Problem(place, "reference", _("{name}：没有 {id}").format(name=name, id=id), _("写现有记录的编号"))
