"""What a page shows, in the words of schema.org: a block of JSON-LD at its end.

It is data and no script: no policy for scripts has a say in it. It is made of the page's view and of nothing else, and
it says no more than the page does. Addresses are whole where the site knows its own, else relative to the page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec
from markupsafe import Markup
from msgspec import Struct

from disclosure.catalog import address, data_folder, downloads
from disclosure.exports import formats
from disclosure.pages.chrome import SiteView
from disclosure.pages.claim import SpeechView
from disclosure.pages.commitment import CommitmentView
from disclosure.pages.data import DatasetView, DataView
from disclosure.pages.overview import OverviewView
from disclosure.pages.page import Link, Page
from disclosure.translation import gettext as _

SchemaNode = dict[str, Any]

CONTEXT = "https://schema.org"
# Inside JSON they only occur in texts; left as they are, they could end the block
SIGNS = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"))
QUERY = "{search_term_string}"


class Around(Struct, frozen=True):
    """A page with the site around it."""

    site: SiteView
    page: Page

    def url(self, where: str) -> str:
        return f"{self.site.address or self.page.root}{where}"

    @property
    def here(self) -> str:
        return self.url(self.page.address)

    def part(self, id: str) -> str:
        """What a thing is called that the page shows."""
        return f"{self.here}#{id}"


def block(site: SiteView, page: Page) -> Markup:
    """The block; empty where there is nothing to say."""
    nodes = tuple(_nodes(Around(site, page)))
    if not nodes:
        return Markup()
    given = nodes[0] if len(nodes) == 1 else {"@graph": nodes}
    text = msgspec.json.encode({"@context": CONTEXT, **given}).decode()
    for sign, escaped in SIGNS:
        text = text.replace(sign, escaped)
    return Markup(f'<script type="application/ld+json">{text}</script>\n')  # noqa: S704 (no sign in it is markup)


def _nodes(around: Around) -> Iterator[SchemaNode]:
    if around.page.kind in MAKERS:
        yield from MAKERS[around.page.kind](around)
    if len(around.page.crumbs) > 1:
        yield {"@type": "BreadcrumbList", "itemListElement": list(_trail(around))}


def _trail(around: Around) -> Iterator[SchemaNode]:
    for n, crumb in enumerate(around.page.crumbs, 1):
        # The page itself is the last: it needs no way to it
        way = {} if crumb.current else {"item": around.url(crumb.address)}
        yield {"@type": "ListItem", "position": n, "name": crumb.label, **way}


def _home(around: Around) -> Iterator[SchemaNode]:
    site = around.site
    found = f"{around.url(address.SEARCH)}?q={QUERY}"
    yield {
        "@type": "WebSite",
        "@id": around.part("website"),
        "url": around.here,
        "name": site.title,
        "description": site.tagline,
        "inLanguage": site.language,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": found},
            "query-input": "required name=search_term_string",
        },
    }


def _data(around: Around) -> Iterator[SchemaNode]:
    view: DataView = around.page.view
    yield {
        "@type": "DataCatalog",
        "@id": around.url(f"{view.catalogue}#catalog"),
        "name": around.page.title,
        "url": around.here,
        "inLanguage": around.site.language,
        "isAccessibleForFree": True,
        "creator": _site(around),
        **({"license": view.licence} if view.licence else {}),
        "dataset": [*(_dataset(around, one) for one in view.sets), *_whole(around, view)],
    }


def _whole(around: Around, view: DataView) -> Iterator[SchemaNode]:
    if view.whole:
        one = downloads.WHOLE
        title = data_folder.titled(_(one.title), alone=not view.districts)
        yield _described(around, id=one.name, title=title, about=_(one.about), files=view.whole)


def _site(around: Around) -> SchemaNode:
    return {"@type": "Organization", "name": around.site.title}


def _dataset(around: Around, one: DatasetView) -> SchemaNode:
    files = [one.json, *(table.link for table in one.tables)]
    return _described(around, id=one.id, title=one.title, about=one.about, files=files)


def _described(around: Around, *, id: str, title: str, about: str, files: Iterable[Link]) -> SchemaNode:
    """Named as in the catalogue for harvesters."""
    view: DataView = around.page.view
    return {
        "@type": "Dataset",
        "@id": around.url(f"{view.catalogue}#{id}"),
        "name": title,
        "description": about,
        "url": around.part(id),
        "creator": _site(around),
        "distribution": [_download(around, file) for file in files],
    }


def _download(around: Around, file: Link) -> SchemaNode:
    media_type = formats.of_file(file.address).media_type
    return {"@type": "DataDownload", "encodingFormat": media_type, "contentUrl": around.url(file.address)}


def _report(around: Around) -> Iterator[SchemaNode]:
    view: OverviewView = around.page.view
    said = view.speech
    yield {
        "@type": "Report",
        "@id": around.part("report"),
        "url": around.here,
        "name": said.title,
        "headline": said.heading,
        **_author(said),
        "datePublished": said.day,
        "inLanguage": around.site.language,
        "spatialCoverage": said.place,
        **({"recordedAt": {"@type": "Event", "name": said.session, "startDate": said.day}} if said.session else {}),
        "encoding": {
            "@type": "MediaObject",
            "encodingFormat": "text/plain",
            "contentUrl": around.url(view.source.address),
        },
    }


def _author(said: SpeechView) -> SchemaNode:
    """Who delivered a report, where that is known."""
    if not said.speaker:
        return {}
    person = {"@type": "Person", "name": said.speaker}
    return {"author": {**person, "jobTitle": said.office} if said.office else person}


def _claim(around: Around) -> Iterator[SchemaNode]:
    view: CommitmentView = around.page.view
    said = view.claim.speech
    yield {
        "@type": "Claim",
        "@id": around.part("claim"),
        "url": around.here,
        "name": around.page.title,
        "text": view.quote.quote,
        **_author(said),
        "datePublished": said.day,
        "appearance": {
            "@type": "Report",
            "@id": f"{around.url(address.report(view.report))}#report",
            "name": said.title,
            "url": around.url(view.quote.link.address),
        },
    }
    # A site with an identification code is the government's own: what it says of itself is no review
    if view.claim.compared and around.site.notice:
        yield _review(around, view)


def _review(around: Around, view: CommitmentView) -> SchemaNode:
    """Only of what values decide by the published rule; its rating is the outcome's word and no mark."""
    outcome = view.followup.outcome
    sums = (each for one in view.followup.verdicts for each in (one.working, one.changed))
    said = _("{label}（{note}）").format(label=outcome.label, note=outcome.note) if outcome.note else outcome.label
    return {
        "@type": "ClaimReview",
        "url": around.here,
        "claimReviewed": view.quote.quote,
        "itemReviewed": {"@id": around.part("claim")},
        "author": _site(around),
        "reviewRating": {
            "@type": "Rating",
            "alternateName": said,
            "ratingExplanation": _("；").join(filter(None, sums)),
        },
    }


MAKERS: dict[str, Callable[[Around], Iterator[SchemaNode]]] = {
    "home": _home,
    "province": _home,
    "data": _data,
    "overview": _report,
    "commitment": _claim,
}
