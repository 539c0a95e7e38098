"""What is gone keeps its address: the page leads on to what took its place, or says why there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from disclosure.catalog import record_address
from disclosure.catalog.catalog import Catalog
from disclosure.history import kinds
from disclosure.model import record_names
from disclosure.model.record_names import NameKind
from disclosure.model.retired import RetiredRecord
from disclosure.model.vocabulary import Term
from disclosure.pages.page import Link, Page, home_crumb, iso
from disclosure.translation import gettext as _


class RetiredView(Struct, frozen=True):
    """``facts`` are label and value; ``to`` leads on, where something took its place: at once, where it only goes by
    another id (``renamed``)."""

    facts: tuple[tuple[str, str], ...]
    to: Link | None
    renamed: bool


def pages(catalog: Catalog, is_mine: Callable[[str], bool], taken: Mapping[str, str]) -> Iterator[Page]:
    """A page at each address that something retired had, if nothing else stands there now; ``taken`` are titles by
    address."""
    made = set(taken)
    for one in catalog.retired:
        for where in record_address.pages_of(one.value.record):
            if where not in made and is_mine(where):
                made.add(where)
                yield _page(catalog, one.value, where, taken)


def _page(catalog: Catalog, one: RetiredRecord, where: str, taken: Mapping[str, str]) -> Page:
    word = _word(catalog, one.to or "")
    title = _("{record} 已撤下").format(record=kinds.called(one.record))
    if word:
        title = _("{id} 改为 {label}").format(id=one.record.rpartition("/")[2], label=word.label)
    to = _successor(one.to or "", word.label if word else "", taken)
    return Page(
        kind="retired",
        address=where,
        # By this the checks know that nothing stands here any more
        anchors=frozenset(["retired"]),
        title=title,
        description=_("这个网址曾经发布过内容，{day}撤下").format(day=iso(one.date)),
        view=RetiredView(tuple(_facts(one)), to, renamed=word is not None and to is not None),
        crumbs=(home_crumb(), Link(title, where, True)),
    )


def _word(catalog: Catalog, record: str) -> Term | None:
    """The word that took another's place."""
    found = record_names.parse(record)
    if found is None or found[0] is not NameKind.WORD or catalog.words.word(*found[1]) is None:
        return None
    return catalog.words.id(*found[1])


def _successor(record: str, label: str, taken: Mapping[str, str]) -> Link | None:
    """The way on; a word that nothing is written by has no page."""
    where = record_address.of_record(record)
    if not where or (label and where not in taken):
        return None
    return Link(label or taken.get(where, record), where)


def _facts(one: RetiredRecord) -> Iterator[tuple[str, str]]:
    yield _("撤下日期"), iso(one.date)
    if one.reason:
        yield _("理由"), one.reason
    if one.withdrawn is not None:
        yield _("内容种类"), one.withdrawn.kind
        yield _("谁决定的"), one.withdrawn.by
        yield _("依据"), one.withdrawn.rule
