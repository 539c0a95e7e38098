"""What records say of other reports, by their keys and ids, is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.book import AddressBook
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.resolve import references
from disclosure.checks import evidence
from disclosure.problem import Place, Problem
from disclosure.translation import gettext as _


class Cited(Struct, frozen=True, kw_only=True):
    """A reference into any report: who makes it, as written, where it leads."""

    place: Place
    name: str
    reference: str
    address: str
    fragment: str = ""


def cited(catalog: Catalog) -> Iterator[Cited]:
    """The passages that evidence names, and the promises of other reports in updates and answers."""
    for name, document, written, where in evidence.every(catalog):
        if document.passage:
            key, _slash, id = document.passage.partition("/")
            place = written.place(*where, "passage")
            yield Cited(place=place, name=name, reference=document.passage, address=address.text(key), fragment=id)
    for report in catalog.reports:
        for update in report.updates:
            for one in references.named(update.meta, report.key):
                if one.report != report.key:
                    yield _commitment(update.head.place(*one.where), update.id, one.report, one.id)
        for result in report.register.results:
            for n, (key, id) in enumerate(result.answers):
                yield _commitment(result.located.place("answers", n), result.id, key, id)


def _commitment(place: Place, name: str, key: str, id: str) -> Cited:
    where = address.commitment(key, id.partition("/")[0])
    return Cited(place=place, name=name, reference=f"{key}/{id}", address=where)


def check_cited(all: Iterable[Cited], book: AddressBook) -> Iterator[Problem]:
    """reference: 更新、成果和证据所说的别的报告的承诺、段落都在本站。"""
    for one in all:
        known = book.anchors.get(one.address, ())
        if one.address not in book.anchors or (one.fragment and one.fragment not in (known or ())):
            message = _("{name}：本站没有 {reference}").format(name=one.name, reference=one.reference)
            hint = _("写“报告/编号”，例如承诺 2022/c016、段落 2023/p1-03；报告要在本站")
            yield Problem(one.place, "reference", message, hint)
