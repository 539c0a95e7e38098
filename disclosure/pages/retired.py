"""What is gone keeps its address: the page leads on to what took its place, or says why there is none."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog
from disclosure.model.retired import RetiredRecord
from disclosure.pages.page import Link, Page, home_crumb, iso
from disclosure.translation import gettext as _


class RetiredView(Struct, frozen=True):
    """``facts`` are label and value; ``to`` leads on, where something took its place."""

    facts: tuple[tuple[str, str], ...]
    to: Link | None


def pages(catalog: Catalog, is_mine: Callable[[str], bool], taken: Collection[str]) -> Iterator[Page]:
    """A page at each address that something retired had, if nothing else stands there now."""
    made = set(taken)
    for one in catalog.retired:
        for where in address.pages_of(one.value.record):
            if where not in made and is_mine(where):
                made.add(where)
                yield _page(one.value, where)


def _page(one: RetiredRecord, where: str) -> Page:
    title = _("{record} 已撤下").format(record=one.record)
    to = Link(one.to, address.of_record(one.to)) if one.to and address.of_record(one.to) else None
    return Page(
        kind="retired",
        address=where,
        # By this the checks know that nothing stands here any more
        anchors=frozenset(["retired"]),
        title=title,
        description=_("这个网址曾经发布过内容，{day}撤下").format(day=iso(one.date)),
        view=RetiredView(tuple(_facts(one)), to),
        crumbs=(home_crumb(), Link(title, where, True)),
    )


def _facts(one: RetiredRecord) -> Iterator[tuple[str, str]]:
    yield _("撤下日期"), iso(one.date)
    if one.reason:
        yield _("理由"), one.reason
    if one.withdrawn is not None:
        yield _("内容种类"), one.withdrawn.kind
        yield _("谁决定的"), one.withdrawn.by
        yield _("依据"), one.withdrawn.rule
