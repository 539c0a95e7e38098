"""What stands under a page: what was corrected on it, and where a reader reports an error, filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from msgspec.structs import replace

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog
from disclosure.pages import chrome, citation, registry
from disclosure.pages.page import Link, Page, iso
from disclosure.translation import gettext as _


def marked(pages: Iterable[Page], catalog: Catalog) -> Iterator[Page]:
    """The pages with what was corrected on them, and with where to report an error, where there is a place for it."""
    for page in pages:
        notes = catalog.corrected.get(page.address, ())
        links = tuple(
            Link(_("{day}　{title}").format(day=iso(one.day), title=one.title), f"{address.CORRECTIONS}#{one.id}")
            for one in notes
        )
        mend = channel(catalog, page) if registry.kind(page.kind).mend else None
        yield replace(page, corrected=links, mend=mend) if links or mend else page


def channel(catalog: Catalog, page: Page) -> Link | None:
    given = catalog.site.footer.corrections
    if not given:
        return None
    values = {
        "record": page.address.removesuffix(".html"),
        "text": getattr(page.view, "quote_text", "") or page.title,
        "address": citation.absolute(catalog.site.address, page.address) or page.address,
    }
    return Link(_("我要纠错"), filled(given, values))


def filled(given: str, values: Mapping[str, str]) -> str:
    """The address of a channel with record, sentence and page filled in, as each kind of channel takes it.

    A form's address may name ``{record}``, ``{text}`` and ``{address}`` itself.
    """
    if "{" in given:
        for name, value in values.items():
            given = given.replace("{" + name + "}", quote(value, safe=""))
        return given
    title = _("纠错：{record}").format(**values)
    body = _("记录：{record}\n原文：{text}\n网址：{address}\n\n哪里不对，依据是什么：\n").format(**values)
    if chrome.is_mail(given):
        return f"mailto:{given}?subject={quote(title)}&body={quote(body)}"
    names = next((names for part, names in TRACKERS if part in given), None)
    if names is None:
        return given
    joint = "&" if "?" in given else "?"
    return f"{given}{joint}{quote(names[0])}={quote(title)}&{quote(names[1])}={quote(body)}"


# What trackers call title and text of a new issue, by what their addresses have in them
TRACKERS = (
    ("/-/issues/new", ("issue[title]", "issue[description]")),
    ("gitee.com/", ("title", "description")),
    ("/issues/new", ("title", "body")),
)
