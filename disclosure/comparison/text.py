"""A comparison as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.comparison import told
from disclosure.comparison.comparison import SiteComparison, against, gaps, none
from disclosure.comparison.told import ToldSection
from disclosure.translation import gettext as _

# Of what few want to see each, so many are named
NAMED = 10


def lines(one: SiteComparison) -> Iterator[str]:
    sections = told.sections(one.difference)
    yield _("{against}：{none}").format(against=against(one), none="" if sections else none(one))
    yield from gaps(one)
    for section in sections:
        yield ""
        yield from _section(section)


def _section(section: ToldSection) -> Iterator[str]:
    yield _("{title}：{count}").format(title=section.title, count=section.count)
    shown = section.items[:NAMED] if section.minor else section.items
    for item in shown:
        yield f"  {item.line}"
        yield from (f"    {line}" for line in item.under)
    if len(shown) < len(section.items):
        yield "  " + _("还有 {n} 条").format(n=len(section.items) - len(shown))
