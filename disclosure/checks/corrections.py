"""Corrections are dated and stand together on one page."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalog import address
from disclosure.catalog.book import AddressBook
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.correction import corrected
from disclosure.model import record_names
from disclosure.model.record_names import NameKind
from disclosure.problem import Problem
from disclosure.translation import gettext as _


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
        if correction.rendered.ids:
            message = _("{id}：正文里有小标题或编号：{ids}").format(
                id=correction.id, ids="、".join(correction.rendered.ids)
            )
            yield Problem(correction.head.place(), "correction", message, _("更正只写几句话，不分小节"))


def check_corrected(catalog: Catalog, book: AddressBook) -> Iterator[Problem]:
    """correction-record: 更正写明的记录都有，或者在 retired.yml 里写明撤下了。"""
    gone = {one.value.record for one in catalog.retired}
    for correction in catalog.corrections:
        for n, each in enumerate(corrected(correction.meta)):
            if each.record not in gone and each.address and not _is_there(each.address, book):
                message = _("{id}：没有记录 {record}").format(id=correction.id, record=each.record)
                hint = _("写法例如 2022/c016、updates/2022/2022-08-18-x、corrections/2022-09-01-y、indicators/gdp")
                yield Problem(correction.head.place("corrects", n, "record"), "correction-record", message, hint)


def check_gone(catalog: Catalog, book: AddressBook) -> Iterator[Problem]:
    """retired: 撤下的记录写明理由或承接它的记录；承接的要有，撤下的不能还在（依法撤回一部分的除外）。"""
    for one in catalog.retired:
        record, where = one.value, address.of_record(one.value.record)
        if not (record.to or record.reason or record.withdrawn):
            message = _("{record} 撤下了，没有写理由").format(record=record.record)
            yield Problem(one.place(), "retired", message, _("写 reason，或写承接它的记录 to"))
        if record.to and not _stands(record.to, catalog, book):
            message = _("承接 {record} 的 {to} 不存在").format(record=record.record, to=record.to)
            yield Problem(one.place("to"), "retired", message, _("写现在承接它的记录"))
        if record.withdrawn is None and _is_there(where, book) and not _is_there(f"{page_of(where)}#retired", book):
            message = _("{record} 写在 retired.yml 里，却还在").format(record=record.record)
            yield Problem(one.place("record"), "retired", message, _("删去这一条，或撤下记录"))


def _stands(record: str, catalog: Catalog, book: AddressBook) -> bool:
    """Whether what took a place is there; a word is even while nothing is written by it and it has no page."""
    where, found = address.of_record(record), record_names.parse(record)
    if found and found[0] is NameKind.WORD:
        return catalog.words.word(*found[1]) is not None
    return not where or _is_there(where, book)


def page_of(where: str) -> str:
    return where.partition("#")[0]


def _is_there(where: str, book: AddressBook) -> bool:
    page, _hash, fragment = where.partition("#")
    anchors = book.anchors.get(page)
    return page in book.anchors and (not fragment or (anchors is not None and fragment in anchors))
