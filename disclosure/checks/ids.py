"""A passage's id that is retired leads to the passage that took its place."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalog.catalog import Catalog
from disclosure.problem import Place, Problem
from disclosure.translation import gettext as _


def check_retired(catalog: Catalog) -> Iterator[Problem]:
    """retired-id: 停用的编号不再出现，并且指向现有的编号。"""
    for report in catalog.reports:
        present = {line.id: line.line for line in report.text.lines}
        for old, new in report.meta.retired.items():
            if old in present:
                message = _("编号 {id} 已停用，不能再用").format(id=old)
                yield Problem(Place(report.path, present[old]), "retired-id", message, _("给这一段一个从未用过的编号"))
            if new not in present:
                message = _("停用编号 {old} 指向的 {new} 不存在").format(old=old, new=new)
                yield Problem(report.head.place("retired", old), "retired-id", message, _("写现在承接它的段落编号"))
