"""Prose reads on the page as it was written."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalog.catalog import Catalog
from disclosure.problem import Problem


def check_markdown(catalog: Catalog) -> Iterator[Problem]:
    """markdown: 正文里打出的每个字都照样在页面上。"""
    for one in catalog.prose:
        for slip in one.rendered.slips:
            # Seldom asked
            from disclosure.source import markdown_slips

            yield Problem(one.place_of(slip.offset), "markdown", *markdown_slips.told(slip))
