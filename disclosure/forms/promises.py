"""Which promises a new record speaks of, and what their editor reads of them while writing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from disclosure import quantity
from disclosure.forms import finding
from disclosure.forms.form import one_line
from disclosure.forms.known import Knowledge, KnownPromise
from disclosure.forms.wish import Wish
from disclosure.problem import Refused
from disclosure.translation import gettext as _

# A quote is shown to its hundredth character
LONGEST = 100


def chosen(known: Knowledge, wish: Wish, *, needed: bool = True) -> list[KnownPromise]:
    """The promises that were named; where words were given in place of ids, the one that has them, or a choice."""
    key = wish.one("report")
    found = [finding.promise(known, name, key) for name in wish.many("commitment")]
    words = finding.line(wish.one("about"), "--about")
    if words and not found:
        found = _by_words(known, words, key)
    if needed and not found:
        raise Refused(_("还缺：--commitment（说的是哪几条承诺），或 --about（承诺里的几个字）"))
    return list({one.name: one for one in found}.values())


def _by_words(known: Knowledge, words: str, key: str) -> list[KnownPromise]:
    found = finding.about(known, words, key)
    if not found:
        raise Refused(_("没有一条承诺的标题或原文里有“{words}”").format(words=words))
    if len(found) > 1:
        message = _("有“{words}”的承诺有 {n} 条，用 --commitment 写明是哪几条：{listed}")
        listed = finding.listed((one.name, one.record.title) for one in found)
        raise Refused(message.format(words=words, n=len(found), listed=listed))
    return found


def remarks(known: Knowledge, wish: Wish) -> Iterator[str]:
    """Which report was meant by an id that several have."""
    for id in wish.many("commitment") if not wish.one("report") else ():
        reports = [key for key in known.reports if f"{key}/{id}" in known.promises]
        if len(reports) > 1:
            message = _("{id} 在报告 {reports} 里都有，这里是 {report} 的；要别的写成 {other}/{id}")
            yield message.format(id=id, reports="、".join(reports), report=reports[0], other=reports[1])


def told(promises: Iterable[KnownPromise], report: str) -> Iterator[str]:
    """What the promises say, to be read beside what is written of them."""
    yield _("说到的承诺（照录，供对照）：")
    for one in promises:
        yield f"  {reference(one, report)} {one_line(one.record.title)}"
        yield _("    原文：{quote}").format(quote=_cut(one.record.quote))
        for n, target in enumerate(one.record.targets, 1):
            name = f"{reference(one, report)}/{n}"
            yield _("    目标 {name} {measure}：{written}").format(
                name=name, measure=one_line(target.measure), written=one_line(target.written)
            )


def _cut(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= LONGEST else line[:LONGEST] + "……"


def reference(one: KnownPromise, report: str) -> str:
    """A promise as a file of ``report`` calls it."""
    return one.id if one.report == report else one.name


def unit(written: str) -> str:
    """The basic unit of a figure, where it can be read."""
    read = quantity.parse(written)
    return read.unit if read and read.unit else ""


def earliest(known: Knowledge, promises: Iterable[KnownPromise]) -> date | None:
    """The day before which nothing became of them."""
    return max((known.reports[one.report].delivered for one in promises), default=None)
