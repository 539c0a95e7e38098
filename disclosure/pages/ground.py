"""What a text of the editors stands on, as a way there: the record or the passage, and what it says as the note."""

from __future__ import annotations

from disclosure.catalog import address, grounds
from disclosure.catalog.catalog import Report
from disclosure.model.ground import GroundRecord
from disclosure.pages import records
from disclosure.pages.page import Link
from disclosure.translation import gettext as _


def way(report: Report, ground: GroundRecord, *, dated: bool) -> Link | None:
    """``dated``: the page speaks of several years. What became of a promise the text itself says."""
    if ground.of:
        return _said(report, ground, dated=dated)
    label = _("{year}年承诺").format(year=report.meta.year)
    return Link(label, address.commitments(report.key), note=_without(ground) if ground.without else _counted(ground))


def _said(report: Report, ground: GroundRecord, *, dated: bool) -> Link | None:
    basis = grounds.basis(report, ground)
    if basis is None:
        return None
    says = [_("{year}年报告").format(year=report.meta.year)] if dated else []
    says += [basis.record.id] if basis.record else []
    says += [f"“{ground.says}”"] if ground.says else []
    link = records.link(report, basis.record) if basis.record else records.passage(report, basis.passage)
    return Link(link.label, link.address, note=_("，").join(says))


def _without(ground: GroundRecord) -> str:
    words = _("、").join(f"“{word}”" for word in ground.without)
    return _("引文里都没有{words}").format(words=words)


def _counted(ground: GroundRecord) -> str:
    naming = {"leader": _("责任领导"), "lead": _("牵头单位"), "supporting": _("配合单位")}
    if ground.naming == "report":
        return _("报告写明由谁负责的 {n} 条").format(n=ground.count)
    if ground.naming:
        return _("写明{what}的 {n} 条").format(what=naming[ground.naming], n=ground.count)
    return _("{kind} {n} 条").format(kind=ground.kind or _("全部"), n=ground.count)
