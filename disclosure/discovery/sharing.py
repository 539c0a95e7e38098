"""What a page says of itself where it is passed on (Open Graph): title, what it is, since when, its address, its image.

Made of the page's view, as ``structured`` is. A promise is introduced by the word for what became of it: who sees only
the preview shall not take the promise for the result.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from disclosure.catalog import address, beside
from disclosure.downloads.images import asked, drawing
from disclosure.pages import registry
from disclosure.pages.chrome import SiteView
from disclosure.pages.commitment import CommitmentView
from disclosure.pages.page import Page
from disclosure.translation import gettext as _

# Times are written in the zone of the reports
ZONE = "+08:00"

Tag = tuple[str, str]


class SharingView(Struct, frozen=True):
    """``properties`` are Open Graph's; ``card`` is how large the image is shown by those who read Twitter's tags."""

    properties: tuple[Tag, ...]
    card: str


def view(site: SiteView, page: Page) -> SharingView | None:
    """None for a page that says no more than where something has gone."""
    kind = registry.kind(page.kind)
    if kind.passing or kind.anywhere:
        return None
    image = _image(site, page)
    return SharingView(tuple(_properties(site, page, image)), "summary_large_image" if image else "summary")


def _properties(site: SiteView, page: Page, image: str) -> Iterator[Tag]:
    is_home = page.address == address.HOME
    is_article = bool(page.published) and not is_home
    yield "og:title", site.title if is_home else page.title
    yield "og:description", _description(site, page)
    yield "og:type", "article" if is_article else "website"
    yield "og:site_name", site.title
    yield "og:locale", site.language.replace("-", "_")
    if site.address:
        yield "og:url", site.address + page.address
    if is_article:
        yield from _times(page)
    if image:
        yield from _image_tags(site, page, image)


def _times(page: Page) -> Iterator[Tag]:
    yield "article:published_time", _moment(page.published)
    if page.updated:
        yield "article:modified_time", page.updated


def _image_tags(site: SiteView, page: Page, image: str) -> Iterator[Tag]:
    yield "og:image", site.address + image
    yield "og:image:type", "image/png"
    yield "og:image:width", str(drawing.WIDTH)
    yield "og:image:height", str(drawing.HEIGHT)
    yield "og:image:alt", _description(site, page) if image != address.SHARE_IMAGE else site.title


def _description(site: SiteView, page: Page) -> str:
    """What it is, between whether it is true and who says it: without the page around it, nothing else tells."""
    made_up = _("示例：内容是虚构的。") if site.sample else ""
    said = page.description
    if isinstance(page.view, CommitmentView):
        said = _introduced(page.view)
    return f"{made_up}{said}" + (_(" ——{notice}").format(notice=site.notice) if site.notice else "")


def _introduced(view: CommitmentView) -> str:
    outcome = view.followup.outcome
    said = drawing.said(outcome.label, view.as_of, outcome.note)
    return _("{said}。原文：{quote}").format(said=said, quote=view.quote.quote)


def _moment(published: str) -> str:
    """``2022-01-13 09:00`` or a day, in ISO 8601."""
    day, _blank, time = published.partition(" ")
    return f"{day}T{time}{ZONE}" if time else day


def _image(site: SiteView, page: Page) -> str:
    """The image's address; empty where there is none."""
    if page.kind == "commitment" and site.images == asked.RECORDS:
        return beside.share_image(page.address)
    return "" if site.images == asked.NONE else address.SHARE_IMAGE
