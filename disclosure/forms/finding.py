"""What somebody names, found: by its id, or refused with what may have been meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from difflib import get_close_matches

from disclosure.catalog import words
from disclosure.forms.known import Knowledge, KnownPromise
from disclosure.problem import Refused
from disclosure.source import cross_references
from disclosure.translation import gettext as _

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# So many may have been meant
LISTED = 5


def report(known: Knowledge, key: str) -> str:
    """The report that is named; the newest where none is."""
    return one_of(known.reports, key)


def one_of(reports: Collection[str], key: str) -> str:
    """The report that is named; the first where none is."""
    if not reports:
        raise Refused(_("还没有能读的报告：先导入一份（import），填好开头的元数据"))
    if key and key not in reports:
        raise Refused(_("没有报告 {key}；有：{known}").format(key=key, known="、".join(reports)))
    return key or next(iter(reports))


def promise(known: Knowledge, name: str, key: str = "") -> KnownPromise:
    """A promise by its id, with or without its report; of the newest report that has it where none is named."""
    own = report(known, key)
    wanted, id = cross_references.split(name, own)
    reports = [wanted] if key or "/" in name else [own, *known.reports]
    found = next((known.promises[one] for one in (f"{each}/{id}" for each in reports) if one in known.promises), None)
    if found is None:
        titles = {one: each.record.title for one, each in known.promises.items()}
        near = _missing(_("没有承诺 {name}").format(name=name), name, titles)
        raise Refused(near + "\n" + _("不知道编号的，用 --about 写几个字，按标题和原文查找"))
    return found


def document(known: Knowledge, name: str) -> str:
    """A missing document by its id, with or without its report."""
    found = [one for one in known.documents if name == one or one.endswith(f"/{name}")]
    if not found:
        titles = {one: record.name for one, record in known.documents.items()}
        message = _("documents.yml 里没有文件 {name}").format(name=name)
        raise Refused(_missing(message, name, titles) + _("\n全部文件：{listed}").format(listed=listed(titles.items())))
    return found[0]


def _missing(message: str, name: str, known: Mapping[str, str]) -> str:
    """What is not there, and what is most like it by its id or its title."""
    short = {one.rpartition("/")[2]: one for one in reversed(list(known))}
    near = [short.get(one, one) for one in get_close_matches(name, [*known, *short], LISTED, 0.6)]
    near += [one for one, title in known.items() if name in title][:LISTED]
    found = listed((one, known[one]) for one in dict.fromkeys(near))
    return message + "\n" + _("是不是：{listed}").format(listed=found) if found else message


def about(known: Knowledge, words: str, key: str = "") -> list[KnownPromise]:
    """The promises whose title or quote has all the words."""
    wanted = words.casefold().split()
    found = [
        one
        for one in known.promises.values()
        if (not key or one.report == key)
        and all(word in f"{one.record.title} {one.record.quote}".casefold() for word in wanted)
    ]
    order = {report: n for n, report in enumerate(known.reports)}
    return sorted(found, key=lambda one: (order[one.report], one.id))


def listed(found: Iterable[tuple[str, str]]) -> str:
    """Names, each with what it is, a line each."""
    return "".join(f"\n    {name}  {title}" for name, title in found)


def day(known: Knowledge, text: str, what: str, earliest: date | None = None) -> date:
    """A day that has been, and not before ``earliest``."""
    try:
        found = date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
    except ValueError:
        found = None
    if found is None:
        message = _("{what}应当写成 2026-11-23 的样子，不是 {text}")
        raise Refused(message.format(what=what, text=text))
    if found > known.today:
        raise Refused(_("{what} {day} 在今天（{today}）之后").format(what=what, day=found, today=known.today))
    if earliest and found < earliest:
        message = _("{what} {day} 早于报告日期 {earliest}：只写报告以后的事")
        raise Refused(message.format(what=what, day=found, earliest=earliest))
    return found


def slug(text: str) -> str:
    if not SLUG.fullmatch(text):
        raise Refused(_("英文短名只用小写字母、数字和连字符，例如 sunshine-dairy，不是 {text}").format(text=text))
    return text


def line(text: str, what: str) -> str:
    """A text that stands on one line, without signs that nobody sees."""
    text = text.strip()
    if not text.isprintable():
        raise Refused(_("{what}写成一行，里面不能有换行和看不见的字符").format(what=what))
    return text


def word(known: Knowledge, vocabulary: str, label: str) -> str:
    """A word of a vocabulary."""
    labels = known.words.labels(vocabulary)
    if label in labels:
        return label
    near = words.nearest(label, labels, 0.5)
    hint = _("是不是“{label}”？").format(label=near) if near else ""
    message = _("词表 {name} 里没有“{label}”。{hint}可用：{words}")
    said = message.format(name=vocabulary, label=label, hint=hint, words="、".join(labels))
    raise Refused(said if near else said + words.lacking(vocabulary, label))
