"""Prose reads on the page as it was written."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalog.catalog import Catalog
from disclosure.problem import Place, Problem
from disclosure.source.files import place_at
from disclosure.source.prose import Slip
from disclosure.translation import gettext as _


def check_markdown(catalog: Catalog) -> Iterator[Problem]:
    """markdown, markdown-limit: 正文里打出的每个字都照样在页面上；列表、括号不无止境地嵌套。"""
    for one in catalog.prose:
        for slip in one.rendered.slips:
            place = place_at(one.path, one.body, slip.offset, one.body_line)
            yield _told(place, slip)


def _told(place: Place, slip: Slip) -> Problem:
    # Seldom asked
    from disclosure.source.markdown_slips import LIMITS, ROWS

    row, words = ROWS[slip.kind], {"written": slip.written, "shown": slip.shown or _("（不显示）")}
    rule = "markdown-limit" if slip.kind in LIMITS else "markdown"
    return Problem(place, rule, _(row.says).format(**words), _(row.hint).format(**words))
