"""Corrections are dated and stand together on one page."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalog.catalog import Catalog
from disclosure.problem import Problem
from disclosure.translation import gettext as _


def check_corrections(catalog: Catalog) -> Iterator[Problem]:
    """correction: 更正的日期等于文件名里的日期，不晚于今天和发布时间；正文不写小标题和编号，各条同在一页。"""
    for correction in catalog.corrections:
        reasons = (
            (
                not correction.id.startswith(correction.meta.date.isoformat()),
                _("日期 {day} 与文件名不同"),
                _("改日期，或改文件名"),
            ),
            (correction.meta.date > catalog.today, _("日期 {day} 在今天之后"), _("写改正的实际日期")),
            (correction.meta.date > correction.meta.published.date(), _("日期 {day} 晚于发布时间"), _("核对两个日期")),
        )
        for wrong, message, hint in reasons:
            if wrong:
                said = _("{id}：{message}").format(id=correction.id, message=message.format(day=correction.meta.date))
                yield Problem(correction.head.place("date"), "correction", said, hint)
        if correction.rendered.ids:
            message = _("{id}：正文里有小标题或编号：{ids}").format(
                id=correction.id, ids="、".join(correction.rendered.ids)
            )
            yield Problem(correction.head.place(), "correction", message, _("更正只写几句话，不分小节"))
