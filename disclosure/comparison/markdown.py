"""A comparison as a comment on a pull request: Markdown of bounded length, to be read on a phone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from disclosure.comparison import told
from disclosure.comparison.comparison import SiteComparison, against, gaps, none
from disclosure.comparison.told import ToldItem, ToldSection
from disclosure.problem import Problem, errors
from disclosure.translation import gettext as _
from disclosure.visible import visible

# In bytes: hosts take a comment of 65,536 characters
LONGEST = 60_000
# So many of each section are tried, until all is short enough
SHOWN = (10_000, 1000, 300, 100, 50, 20, 10, 5, 1, 0)
# A longer section is folded
OPEN = 12
# What would be markup anywhere, and at the beginning of a line
SIGNS = re.compile(r"[\\`*_\[\]|~$]|^[-+>#=]|" + "|".join(rf"(?<=^\d{{{n}}})[.)]" for n in range(1, 10)))
# What hosts make of a name after @, a number after a sign, an address: calls to people, and links that nobody meant
CALLING = re.compile(r'@(?=\S)|[#!%^](?=[0-9A-Za-z"])|&amp;(?=[0-9])|:(?=//)|www(?=\.)|mailto(?=:)|xmpp(?=:)', re.I)
T = TypeVar("T")
# Lines that stand together
TogetherLines = tuple[str, ...]


def comment(one: SiteComparison) -> str:
    sections = told.sections(one.difference)
    texts = (_text(one, sections, shown) for shown in SHOWN)
    return next(text for text in texts if len(text.encode()) <= LONGEST)


def _text(one: SiteComparison, sections: Sequence[ToldSection], shown: int) -> str:
    return "\n\n".join("\n".join(part) for part in _parts(one, sections, shown)) + "\n"


def _parts(one: SiteComparison, sections: Sequence[ToldSection], shown: int) -> Iterator[TogetherLines]:
    yield (_("### 合并以后网站的变化"),)
    yield (plain(against(one) + _("：{none}").format(none=none(one))) if not sections else plain(against(one)),)
    if wrong := errors(one.problems):
        yield (_("**不能这样合并：{n} 个错误**").format(n=len(wrong)),)
        yield _listed(wrong, shown, _problem)
    if unknown := gaps(one):
        yield _listed(unknown, len(unknown), lambda line: iter((f"- {plain(line)}",)))
    for section in sections:
        yield from _section(section, shown)


def _section(section: ToldSection, shown: int) -> Iterator[TogetherLines]:
    """Its heading holds our own words alone."""
    head = _("{title}：{count}").format(title=section.title, count=section.count)
    listed = _listed(section.items, shown, _item)
    if section.minor or len(listed) > OPEN:
        yield (f"<details><summary>{head}</summary>",)
        yield listed
        yield ("</details>",)
    else:
        yield (f"**{head}**",)
        yield listed


def _listed(all: Sequence[T], shown: int, lines: Callable[[T], Iterator[str]]) -> TogetherLines:
    found: list[str] = []
    size = 0
    for one in all[:shown]:
        more = [*lines(one)]
        found += more
        size += sum(map(len, more))
        # Too long as a whole, whatever follows
        if size > LONGEST:
            break
    if len(all) > shown:
        found.append("- " + _("还有 {n} 条").format(n=len(all) - shown))
    return tuple(found)


def _problem(one: Problem) -> Iterator[str]:
    yield f"- {plain(str(one.place))} {plain(one.message)}"
    if one.hint:
        yield "  - " + plain(_("提示：{hint}").format(hint=one.hint))


def _item(one: ToldItem) -> Iterator[str]:
    yield f"- {plain(one.line)}"
    yield from (f"  - {plain(line)}" for line in one.under)


def plain(text: str) -> str:
    """Text that Markdown shows as it is."""
    whole = SIGNS.sub(r"\\\g<0>", visible(" ".join(text.split()))).replace("&", "&amp;").replace("<", "&lt;")
    return CALLING.sub(r"\g<0><!-- -->", whole)
