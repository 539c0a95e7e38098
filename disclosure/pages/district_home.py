"""A district's own home, in a site of many: what a site of one district begins with, and what it is called."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.districts import District
from disclosure.pages import district_list, searching, topics
from disclosure.pages.card import Card
from disclosure.pages.document import Document, sentences
from disclosure.pages.home import HomeView
from disclosure.pages.page import Link, Page, column
from disclosure.pages.searching import SearchWithin
from disclosure.translation import gettext as _

# Of so many reports all is shown; the older ones have a line each
WHOLE = 3


class DistrictHomeView(Struct, frozen=True, kw_only=True):
    """``facts`` are what the list of districts says of it, ``said`` how much is on file; ``others`` are names that
    find it, ``search`` finds what is of it. ``home`` shows its newest reports, ``older`` leads to the others; ``ways``
    to what else there is of it."""

    said: str
    facts: tuple[tuple[str, str], ...]
    others: tuple[str, ...]
    search: SearchWithin | None
    home: HomeView
    older: tuple[Link, ...]
    ways: tuple[Link, ...]


def page(
    catalog: Catalog, district: District, cards: tuple[Card, ...], shown: HomeView, ways: tuple[Link, ...]
) -> Page:
    """``shown`` is the home of its newest reports."""
    return column(
        catalog,
        Link(_("各区县"), address.DISTRICTS),
        type="概况信息",
        kind="district",
        record=f"districts/{district.id}",
        address=address.district(district.id),
        title=district.name,
        description=_("{name}的政府工作报告：{known}").format(name=district.name, known=district_list.known(cards)),
        view=DistrictHomeView(
            said=_("{known}。").format(known=district_list.known(cards)),
            facts=tuple(_facts(district)),
            others=district.others,
            search=searching.of_district(district, cards),
            # What is counted is all, though not all is shown
            home=replace(shown, topics=topics.links(catalog, [one.topics for one in cards], district)),
            older=tuple(_older(cards[WHOLE:])),
            ways=ways,
        ),
    )


def _facts(district: District) -> Iterator[tuple[str, str]]:
    if district.region:
        yield _("上级地区"), district.region
    if district.others:
        yield _("其他叫法"), _("、").join(district.others)
    if district.note:
        yield _("说明"), district.note


def _older(cards: tuple[Card, ...]) -> Iterator[Link]:
    for one in cards:
        yield Link(one.title, address.report(one.key), note=district_list.promises([one]))


def documents(page: Page) -> Iterator[Document]:
    """The district, found by each of its names."""
    view: DistrictHomeView = page.view
    facts = (_("{label}：{value}").format(label=label, value=value) for label, value in view.facts)
    yield Document(
        kind="district",
        address=page.address,
        title=page.title,
        text=sentences(page.description, *facts),
        place=_("各区县"),
        also=" ".join(view.others),
    )
