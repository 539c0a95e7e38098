"""What readers asked: what each query should find is there to be found; whether it is, ``tests/content`` tries."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalog import record_address
from disclosure.catalog.book import AddressBook
from disclosure.catalog.catalog import Catalog
from disclosure.problem import Problem
from disclosure.translation import gettext as _


def check_queries(catalog: Catalog) -> Iterator[Problem]:
    """query: 一句搜索的话只写一次，写明应当找到什么，或者写明没有。"""
    seen: dict[str, str] = {}
    for located in catalog.raw.queries:
        record = located.value
        words = record.query.casefold()
        if words in seen:
            message = _("“{query}”写了两次，另一处在 {place}").format(query=record.query, place=seen[words])
            yield Problem(located.place("query"), "query", message, _("合成一条，或删去一处"))
        seen.setdefault(words, str(located.place("query")))
        if bool(record.finds) == record.nothing:
            message = _("“{query}”：没有写明应当找到什么").format(query=record.query)
            yield Problem(located.place(), "query", message, _("写 finds，或者 nothing: true，只写一种"))


def check_aims(catalog: Catalog, book: AddressBook) -> Iterator[Problem]:
    """query-aim: 应当找到的记录、段落、页面站内都有。"""
    for located in catalog.raw.queries:
        for n, name in enumerate(located.value.finds):
            where, fragment = book.resolve(aim(name), "")
            if where is None or (fragment and fragment not in (book.anchors[where] or ())):
                message = _("“{query}”：站内没有 {name}").format(query=located.value.query, name=name)
                hint = _("写法例如 2022/c137、2022/p2-23、questions/parking，或从网站根目录起的地址 glossary.html#n07")
                yield Problem(located.place("finds", n), "query-aim", message, hint)


def aim(name: str) -> str:
    """The address of what a query should find: a record by its name, or a page by its own."""
    return name if ".html" in name else record_address.of_record(name)
