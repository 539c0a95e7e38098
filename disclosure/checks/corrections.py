"""Corrections are dated and stand together on one page."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from disclosure.catalog import record_address
from disclosure.catalog.book import AddressBook
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.correction import corrected
from disclosure.history import kinds
from disclosure.history.fact import plain
from disclosure.model import record_names
from disclosure.model.fields import Record
from disclosure.model.record_names import NTH, NameKind
from disclosure.model.retired import RetiredRecord
from disclosure.model.site import BLANK
from disclosure.problem import Problem
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_


def check_corrections(catalog: Catalog) -> Iterator[Problem]:
    """correction: 更正写明改了什么，日期等于文件名里的日期，不晚于今天和发布时间；正文不写小标题和编号。"""
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
        if not correction.meta.corrects and not correction.meta.was:
            message = _("{id}：没有写更正了什么").format(id=correction.id)
            hint = _("写 corrects（记录、字段、原来、现在）；没有记录可写时写 was 和 now")
            yield Problem(correction.head.place(), "correction", message, hint)
        if correction.meta.was and correction.meta.was.strip() == (correction.meta.now or "").strip():
            message = _("{id}：原来和现在写的一样：{was}").format(id=correction.id, was=correction.meta.was)
            yield Problem(correction.head.place("now"), "correction", message, _("核对原来写的和现在写的"))
        if correction.rendered.ids:
            message = _("{id}：正文里有小标题或编号：{ids}").format(
                id=correction.id, ids="、".join(correction.rendered.ids)
            )
            yield Problem(correction.head.place(), "correction", message, _("更正只写几句话，不分小节"))


def check_channel(catalog: Catalog) -> Iterator[Problem]:
    """channel: 纠错网址里要填的，只有记录、原文和网址。"""
    given = catalog.site.footer.corrections or ""
    names = [name for name in BLANK.findall(given) if name not in ("record", "text", "address")]
    if names or set(BLANK.sub("", given)) & set("{}"):
        message = _("footer.corrections 里的 {name} 填不了").format(
            name=", ".join(f"{{{one}}}" for one in names) or given
        )
        place = catalog.site_written.place("footer", "corrections")
        yield Problem(place, "channel", message, _("花括号里只写 {record}、{text}、{address}，左右成对"))


def check_listed(catalog: Catalog) -> Iterator[Problem]:
    """correction-field: 更正写明的字段记录里要有，原来和现在不同；更正不更正自己。"""
    for one in (each for correction in catalog.corrections for each in corrected(correction)):
        found = record_names.parse(one.record)
        wrong = kinds.strange(found[0], one.field) if found else None
        if wrong is not None:
            step, known = wrong
            message = _("{id}：{record} 没有字段 {field}").format(id=one.id, record=one.record, field=one.field)
            yield Problem(one.place("field"), "correction-field", message, _near(step, known))
        if one.now and one.was.strip() == one.now.strip():
            message = _("{id}：{field} 原来和现在写的一样：{was}").format(id=one.id, field=one.field, was=one.was)
            hint = _("核对原来的值和现在的值；没有改的不列")
            yield Problem(one.place("now"), "correction-field", message, hint)
        if one.record == f"corrections/{one.id}":
            message = _("{id}：更正写的记录是它自己").format(id=one.id)
            yield Problem(one.place("record"), "correction-field", message, _("写错的更正由另一条更正来改"))


def _near(step: str, known: Collection[str]) -> str:
    if known == kinds.COUNTED:
        return _("这里是列表：写第几项，从 1 数起")
    near = get_close_matches(step, known, 1, 0.6)
    if near:
        return _("是不是想写 {name}？").format(name=near[0])
    if known:
        return _("这里可以写：{names}").format(names="、".join(known))
    return _("到上一级为止：这里没有更细的字段")


def check_counted(catalog: Catalog) -> Iterator[Problem]:
    """correction-item: 更正写明的是列表里的第几项，列表里就要有这一项；改正时删去了的除外。"""
    if not catalog.corrects:
        return
    records = dict(_records(catalog))
    gone = {(one.record, one.field) for one in catalog.corrects if not one.now}
    for one in catalog.corrects:
        steps = one.field.split(".")
        above = {(one.record, ".".join(steps[: n + 1])) for n in range(len(steps))}
        record = records.get(one.record)
        short = None if record is None or above & gone else _short(plain(record), steps)
        if short is not None:
            message = _("{id}：{record} 的 {field} 没有第 {n} 项，共 {count} 项").format(
                id=one.id, record=one.record, field=one.field, n=short[0], count=short[1]
            )
            yield Problem(one.place("field"), "correction-item", message, _("从 1 数起，写第几项"))


def _records(catalog: Catalog) -> Iterator[tuple[str, Record]]:
    """What has lists, by the name that corrections use."""
    for report in catalog.reports:
        yield f"reports/{report.key}", report.meta
        for one in report.register.records:
            yield f"{report.key}/{one.id}", one.located.value
        for update in report.updates:
            yield update.name.removesuffix(".md"), update.meta
    if not catalog.reports:
        for indicator in catalog.raw.indicators:
            yield f"indicators/{indicator.value.id}", indicator.value
        for correction in catalog.corrections:
            yield correction.name.removesuffix(".md"), correction.meta


def _short(value: Any, steps: Sequence[str]) -> tuple[str, int] | None:
    """Which item is asked of a list that has not so many, and how many it has."""
    for step in steps:
        if isinstance(value, list) and NTH.fullmatch(step):
            if not 1 <= int(step) <= len(value):
                return step, len(value)
            value = value[int(step) - 1]
        else:
            value = value.get(step) if isinstance(value, dict) else None
    return None


def check_corrected(catalog: Catalog, book: AddressBook) -> Iterator[Problem]:
    """correction-record: 更正写明的记录都有，或者在 retired.yml 里写明撤下了。"""
    gone = {one.value.record for one in catalog.retired}
    for one in (each for correction in catalog.corrections for each in corrected(correction)):
        if one.record not in gone and not _exists(one.record, catalog, book):
            message = _("{id}：没有记录 {record}").format(id=one.id, record=one.record)
            yield Problem(one.place("record"), "correction-record", message, _record_meant(one.record, catalog, book))


def _record_meant(name: str, catalog: Catalog, book: AddressBook) -> str:
    """The record that is called nearly so."""
    bare = re.sub(r"\.(?:md|ya?ml)$", "", name.removeprefix("content/"))
    reports = sorted(one.split("/")[1] for one in book.sources if re.fullmatch(r"reports/[^/]+/report\.md", one))
    tries = (bare, *(f"{key}/{bare}" for key in reports), *get_close_matches(bare, _prose(book), 1, 0.8))
    near = next((one for one in tries if one != name and _exists(one, catalog, book)), "")
    return _("是不是想写 {name}？").format(name=near) if near else _(WAYS)


def _prose(book: AddressBook) -> list[str]:
    folders = ("updates/", "corrections/", "requests/")
    return [one.removesuffix(".md") for one in book.sources if one.startswith(folders)]


WAYS = N_(
    "写法例如 2022/c016、2022/p2-05、reports/2022、updates/2022/2022-08-18-x、corrections/2022-09-01-y、"
    "indicators/gdp、vocabulary/verdicts/met、files/x.pdf"
)


def check_gone(catalog: Catalog, book: AddressBook) -> Iterator[Problem]:
    """retired: 撤下的记录写明理由或承接它的记录；承接的要有，撤下的不能还在（依法撤回一部分的除外）。"""
    leads = {one.value.record: one.value.to for one in catalog.retired}
    seen: set[str] = set()
    for one in catalog.retired:
        for field, message, hint in _wrong(one.value, catalog, book, leads):
            yield Problem(one.place(*field), "retired", message, hint)
        if one.value.record in seen:
            message = _("{record} 写了两次").format(record=one.value.record)
            yield Problem(one.place("record"), "retired", message, _("只保留一条"))
        seen.add(one.value.record)


def _wrong(
    one: RetiredRecord, catalog: Catalog, book: AddressBook, leads: Mapping[str, str | None]
) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """What is wrong with an entry: the field, what is said, the hint."""
    if record_names.parse(one.record) is None:
        yield ("record",), _("{record} 不是记录的写法").format(record=one.record), _(WAYS)
    elif one.withdrawn is None and _exists(one.record, catalog, book):
        yield (
            ("record",),
            _("{record} 写在 retired.yml 里，却还在").format(record=one.record),
            _("删去这一条，或撤下记录"),
        )
    if not (one.to or one.reason or one.withdrawn):
        yield (), _("{record} 撤下了，没有写理由").format(record=one.record), _("写 reason，或写承接它的记录 to")
    if one.to and _is_circle(one.record, leads):
        message = _("{record} 由 {to} 承接，又绕回了自己").format(record=one.record, to=one.to)
        yield ("to",), message, _("写现在承接它的记录；没有就写 reason")
    elif one.to and one.to not in leads and not _exists(one.to, catalog, book):
        yield ("to",), _("承接 {record} 的 {to} 不存在").format(record=one.record, to=one.to), _("写现在承接它的记录")
    days = [(("date",), one.date)] + ([(("withdrawn", "date"), one.withdrawn.date)] if one.withdrawn else [])
    for field, day in days:
        if day > catalog.today:
            yield field, _("{record}：日期 {day} 在今天之后").format(record=one.record, day=day), _("写撤下的实际日期")
    redacted = one.withdrawn.redacted if one.withdrawn else None
    if redacted and redacted not in leads and not _exists(redacted, catalog, book):
        message = _("{record} 的替代文件 {file} 不存在").format(record=one.record, file=redacted)
        yield ("withdrawn", "redacted"), message, _("写遮去以后存档的文件，例如 files/list-redacted.txt")


def _is_circle(record: str, leads: Mapping[str, str | None]) -> bool:
    now, seen = leads.get(record), {record}
    while now and now not in seen:
        seen.add(now)
        now = leads.get(now)
    return now == record


def _exists(name: str, catalog: Catalog, book: AddressBook) -> bool:
    """Whether a record of this name stands in the content now."""
    found = record_names.parse(name)
    if found is None:
        return False
    kind, parts = found
    if kind is NameKind.WORD:
        return catalog.words.word(*parts) is not None
    if kind is NameKind.RETIREMENT:
        return any(one.value.record == parts[0] for one in catalog.retired)
    if kind in (NameKind.UPDATE, NameKind.NARRATIVE):
        page = book.sources.get(f"{name}.md")
        return page is not None and "retired" not in (book.anchors.get(page) or ())
    if kind is NameKind.REPORT:
        return f"{name}/report.md" in book.sources
    where, _hash, fragment = record_address.of_record(name).partition("#")
    anchors = book.anchors.get(where)
    gone = kind is not NameKind.SITE and (where not in book.anchors or (anchors is not None and "retired" in anchors))
    return not gone and (not fragment or (anchors is not None and fragment in anchors))
