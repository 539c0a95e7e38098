"""The page that searches several sites together: which they are, and what its script has to know of them.

Nothing is asked of any of them while the site is built: each is published when its editors publish it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.outcome.rule import worded
from disclosure.model import vocabulary
from disclosure.model.federation import FederatedSiteRecord
from disclosure.pages.page import Link, Page, column
from disclosure.pages.silence import SILENT
from disclosure.source import web_address
from disclosure.translation import gettext as _

# Where a site has the files that a search reads
INDEX = address.SEARCH_FILES


class FederationView(Struct, frozen=True, kw_only=True):
    """``sites`` and ``outcomes`` are JSON for the script; ``links`` are the sites' own search pages, in the same order.

    ``places`` are where their indexes are, as the page's policy has them.
    """

    sites: str
    outcomes: str
    links: tuple[Link, ...]
    places: tuple[str, ...]


def is_there(catalog: Catalog) -> bool:
    return bool(catalog.raw.federation)


def pages(catalog: Catalog, *, reports: bool) -> Iterator[Page]:
    """``reports`` are on this site too: then it is one of those that are searched, the first."""
    if not is_there(catalog):
        return
    listed = [one.value for one in catalog.raw.federation]
    others = [one for one in listed if one.address != catalog.site.address]
    itself = next((one.name for one in listed if one.address == catalog.site.address), catalog.site.title)
    own = [Link(itself, address.SEARCH)] if reports else []
    yield column(
        catalog,
        Link(_("搜索"), address.SEARCH),
        kind="federation",
        address=address.FEDERATION,
        title=_("一起搜"),
        description=_("几个地方的政府工作报告网站放在一起搜：每个网站由它自己的编辑发布，这里当场去读它们的搜索数据"),
        view=FederationView(
            sites=_json([*({"name": one.label} for one in own), *map(_told, others)]),
            outcomes=_json(_outcomes(catalog)),
            links=(*own, *(Link(one.name, f"{one.address}{address.SEARCH}") for one in others)),
            places=tuple(filter(None, (web_address.place(f"{one.address}{INDEX}") for one in others))),
        ),
    )


def _told(one: FederatedSiteRecord) -> dict[str, str]:
    return {"address": one.address, "name": one.name, **({"district": one.district} if one.district else {})}


def _outcomes(catalog: Catalog) -> dict[str, list[str | bool]]:
    """Shape, word and colour of each outcome that a site may have; the last says that it only says nothing is known."""
    all = (worded(catalog.words, id) for id in catalog.words.order(vocabulary.OUTCOMES))
    return {one.id: [one.shape, one.label, one.colour, one.id in SILENT] for one in all}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
