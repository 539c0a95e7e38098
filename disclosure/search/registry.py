"""The registry of search kinds: those of page kinds, declared with these, and those that are part of a page."""

from __future__ import annotations

from functools import lru_cache

from disclosure.pages import digest
from disclosure.pages import registry as pages
from disclosure.pages.document import PAGE, SearchKind
from disclosure.pages.kind import PageKind
from disclosure.search import text
from disclosure.translation import mark as N_

PARAGRAPH = "paragraph"
OWN = (
    # What quotes a paragraph follows it, and headings and notes follow the paragraphs: all of it has one maker
    SearchKind(id=PARAGRAPH, label=N_("报告段落"), rank=40, prior=0.8, of_report=text.documents, later=False),
    SearchKind(id="note", label=N_("名词解释"), rank=30),
    # Says again, in fewer words, what records say: these come first
    SearchKind(id="digest", label=N_("摘要"), rank=55, prior=0.3, of_report=digest.documents),
    SearchKind(id="heading", label=N_("报告标题"), rank=50, prior=0.6),
    SearchKind(id=PAGE, label=N_("本站页面"), rank=89, prior=0.12),
)


def kinds() -> tuple[SearchKind, ...]:
    """All rows, in the order in which readers choose among them."""
    return _ranked(pages.KINDS)


def priors() -> dict[str, float]:
    return {one.id: one.prior for one in kinds()}


def numbers() -> dict[str, int]:
    """How a kind is written in the index."""
    return {one.id: n for n, one in enumerate(kinds())}


@lru_cache(1)
def _ranked(rows: tuple[PageKind, ...]) -> tuple[SearchKind, ...]:
    of_pages = (row.search for row in rows if row.search is not None)
    return tuple(sorted((*OWN, *of_pages), key=lambda one: one.rank))
