"""A difference in a citizen's words: sections of items, each a line and what stands under it. Plain text, no markup."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from disclosure.comparison.difference import (
    NamedChange,
    NumberTurn,
    PageTurn,
    PromiseTurn,
    SiteDifference,
    VerdictTurn,
)
from disclosure.comparison.side import TargetSide
from disclosure.grouping import grouped
from disclosure.history import saying
from disclosure.history.record_change import Happening
from disclosure.model.record_names import NameKind
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

# What the names of entries of retired.yml begin with
RETIRED = "retired"
# What became of records, in the order in which it is counted
COUNTED: Mapping[Happening, str] = {
    Happening.CREATED: N_("新增 {n} 条"),
    Happening.CHANGED: N_("改动 {n} 条"),
    Happening.GONE: N_("撤下 {n} 条"),
    Happening.RETOUCHED: N_("只改标点、空格或写法 {n} 条"),
}


class ToldItem(Struct, frozen=True):
    """A line, and the lines under it."""

    line: str
    under: tuple[str, ...] = ()


class ToldSection(Struct, frozen=True, kw_only=True):
    """What is another of one kind: in few words how much, and each. ``minor`` where few want to see each."""

    title: str
    count: str
    items: tuple[ToldItem, ...]
    minor: bool = False


def sections(found: SiteDifference) -> tuple[ToldSection, ...]:
    """Those that hold something."""
    return tuple(one for one in _sections(found) if one.items)


def _sections(found: SiteDifference) -> Iterator[ToldSection]:
    outcomes = (_outcome(found, one) for one in found.outcomes)
    gone = {f"{RETIRED}/{one.change.record}" for one in found.records if one.change.happening is Happening.GONE}
    # Where what is gone leads to is told of its address
    records = [one for one in found.records if one.change.record not in gone]
    told = (*_records(found, records), *_parts(found, records))
    yield ToldSection(title=_("结论"), count=_n(found.outcomes), items=tuple(outcomes))
    yield ToldSection(title=_("记录"), count=_happenings(records), items=told)
    yield ToldSection(title=_("目标的对照"), count=_n(found.verdicts), items=tuple(map(_verdict, found.verdicts)))
    yield _numbers(_("各种结论的条数"), found, found.counts)
    yield _numbers(_("数字"), found, found.figures)
    yield _addresses(found)
    changed = found.pages.changed
    items = tuple(map(_page, changed))
    yield ToldSection(title=_("内容有变的网页"), count=_("{n} 页").format(n=len(items)), items=items, minor=True)


def _n(all: tuple[object, ...]) -> str:
    return _("{n} 条").format(n=len(all))


def _outcome(found: SiteDifference, one: PromiseTurn) -> ToldItem:
    name = saying.name(one.record, one.title) + _of(found, one.report)
    return ToldItem(_("{name}：{was} → {now}").format(name=name, was=one.was.label, now=one.now.label))


def _of(found: SiteDifference, report: str) -> str:
    """Of which report, where there are several: each has a promise c001."""
    return _("（{report}）").format(report=report) if report and len(found.titles) > 1 else ""


def _happenings(records: Iterable[NamedChange]) -> str:
    counted = Counter(one.change.happening for one in records)
    return "，".join(_(words).format(n=counted[kind]) for kind, words in COUNTED.items() if counted[kind])


def _is_part(one: NamedChange) -> bool:
    """Whether it is told by how many there are: the text of a report comes, or goes, in many at once."""
    comes = one.change.happening in (Happening.CREATED, Happening.GONE)
    return comes and one.change.kind in (NameKind.PASSAGE, NameKind.EXEMPTION)


def _records(found: SiteDifference, records: Iterable[NamedChange]) -> Iterator[ToldItem]:
    return (_record(found, one) for one in records if not _is_part(one))


def _parts(found: SiteDifference, records: Iterable[NamedChange]) -> Iterator[ToldItem]:
    counted = Counter((one.change.report, one.change.kind, one.change.happening) for one in records if _is_part(one))
    for (report, kind, happening), n in counted.items():
        words = _("新收录段落 {n} 段") if kind == NameKind.PASSAGE else _("新收录免列 {n} 条")
        if happening is Happening.GONE:
            words = _("撤下段落 {n} 段") if kind == NameKind.PASSAGE else _("撤下免列 {n} 条")
        yield ToldItem(words.format(n=n) + _of(found, report))


def _record(found: SiteDifference, one: NamedChange) -> ToldItem:
    change, of = one.change, _of(found, one.change.report)
    said = tuple(each.line for each in saying.said(change, one.title))
    corrected = tuple(_("更正：{name}").format(name=each) for each in change.corrections)
    if change.happening in (Happening.CREATED, Happening.GONE):
        return ToldItem(said[0] + of, corrected)
    return ToldItem(saying.name(change.record, one.title) + of, (*said, *corrected))


def _verdict(one: VerdictTurn) -> ToldItem:
    known = one.now or one.was
    title = known.title if known is not None else ""
    if one.was is None or one.now is None:
        line = _("新增目标 {id}（{title}）：{word}") if one.was is None else _("没有了的目标 {id}（{title}）：{word}")
        return ToldItem(line.format(id=_id(one), title=title, word=known.word.label if known else ""), _working(known))
    words = one.was.word.label, one.now.word.label
    line = _("{id}（{title}）：{was} → {now}") if words[0] != words[1] else _("{id}（{title}）：{now}，算式变了")
    told = line.format(id=_id(one), title=title, was=words[0], now=words[1])
    if one.was.working == one.now.working:
        return ToldItem(told, _working(one.now))
    texts = (one.was.working or _("（没有）"), one.now.working or _("（没有）"))
    return ToldItem(told, (_("原来：{text}").format(text=texts[0]), _("现在：{text}").format(text=texts[1])))


def _id(one: VerdictTurn) -> str:
    """The report's key, the promise and which of its targets."""
    return f"{one.record.rpartition('/')[0]}/{one.target}"


def _working(one: TargetSide | None) -> tuple[str, ...]:
    return (one.working,) if one is not None and one.working else ()


def _numbers(title: str, found: SiteDifference, turns: tuple[NumberTurn, ...]) -> ToldSection:
    """A line a report."""
    by_report = grouped((one.report, _number(one)) for one in turns)
    items = (ToldItem(found.titles.get(key, key), tuple(lines)) for key, lines in by_report.items())
    return ToldSection(title=title, count=_("{n} 个").format(n=len(turns)), items=tuple(items))


def _number(one: NumberTurn) -> str:
    values = {"was": f"{one.was}{one.unit}", "now": f"{one.now}{one.unit}"}
    return _("{label} {was} → {now}").format(label=one.label, **values)


def _addresses(found: SiteDifference) -> ToldSection:
    pages = found.pages
    kinds = (
        (_("消失 {n}"), _("消失：{page}"), pages.gone),
        (_("转走 {n}"), _("转走：{page}"), pages.redirected),
        (_("不再有内容的列表页 {n}"), _("没有可列的了：{page}"), pages.emptied),
        (_("新增 {n}"), _("新增：{page}"), pages.new),
    )
    count = "，".join(words.format(n=len(all)) for words, _line, all in kinds if all)
    items = tuple(_item(line, one) for _words, line, all in kinds for one in all)
    return ToldSection(title=_("网址"), count=count, items=items)


def _item(line: str, one: PageTurn) -> ToldItem:
    leads = (_("转到 {to}").format(to=one.to),) if one.to else ()
    return ToldItem(line.format(page=_page(one).line), leads)


def _page(one: PageTurn) -> ToldItem:
    return ToldItem(_("{address} {title}").format(address=one.address, title=saying.cut(one.title)))
