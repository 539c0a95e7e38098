"""``sitemap.xml``: the pages that search engines are told of, each with the day of its last change.

The protocol (https://www.sitemaps.org/protocol.html) asks for whole addresses: a site that does not know its own has
no such list. A day is said only where git knows of the content that a page shows. Each report gives its lines as
pieces; where all together are more than a file may hold, each piece is a file, and ``sitemap.xml`` lists the files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote
from xml.sax.saxutils import escape

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.model.site import Site
from disclosure.pages import registry
from disclosure.pages.commitment import CommitmentView
from disclosure.pages.page import Page, iso

# What the names of pieces begin with
NAME = "sitemap:"
# The protocol's limits of a file
MOST, BYTES = 50_000, 50 * 1024 * 1024
# No line is longer, but for the site's own address
LINE = 400
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n'
PAGES = (HEAD + f'<urlset xmlns="{NAMESPACE}">\n'.encode(), b"</urlset>\n")
FILES = (HEAD + f'<sitemapindex xmlns="{NAMESPACE}">\n'.encode(), b"</sitemapindex>\n")
# What stays as it is in an address (RFC 3986)
SAFE = "%/:?#[]@!$&'()*+,;=~"
# Pages of the whole site that show what is newest of everything
NEWEST = (address.HOME, address.CHANGES, address.DATA, address.UPDATES)


def most(site: Site) -> int:
    """How many lines a file holds for certain."""
    return min(MOST, BYTES // (len(site.address or "") * 12 + LINE))


def listed(pages: Iterable[Page]) -> list[Page]:
    """Those that search engines are told of."""
    return [one for one in pages if not registry.kind(one.kind).passing]


def names(site: Site, pages: Iterable[Page]) -> tuple[str, ...]:
    """The pieces of a report with these pages."""
    count = len(listed(pages)) if site.address else 0
    return tuple(f"{NAME}{n}" for n in range(-(-count // most(site))))


def is_name(piece: str) -> bool:
    return piece.startswith(NAME)


def pieces(catalog: Catalog, report: Report, pages: Sequence[Page]) -> dict[str, bytes]:
    """The lines of a report's pages."""
    newest = max(filter(None, (catalog.updated(one.path) for one in catalog.files)), default=None)
    days = ((page, _of_record(catalog, report, page) if _is_record(page) else iso(newest)) for page in listed(pages))
    lines, step = list(_lines(catalog.site, days)), most(catalog.site)
    cut = {name: lines[n * step : (n + 1) * step] for n, name in enumerate(names(catalog.site, pages))}
    return {name: "".join(some).encode() for name, some in cut.items()}


def own(catalog: Catalog, pages: Iterable[Page]) -> bytes:
    """The lines of the whole site's pages."""
    changed = max(catalog.changed.values(), default=None)
    newest = iso(changed.date() if changed else None)
    days = ((page, newest if page.address in NEWEST else _own_day(page)) for page in listed(pages))
    return "".join(_lines(catalog.site, days)).encode()


def _is_record(page: Page) -> bool:
    """Whether it shows one record, and not much of a report."""
    return bool(page.record) and not page.record.startswith("reports/")


def _of_record(catalog: Catalog, report: Report, page: Page) -> str:
    """A promise's page shows what was told of it, too; what other reports' files tell, their own days say."""
    told = report.follow[page.view.id] if isinstance(page.view, CommitmentView) else None
    updates = (one for one in (*told.updates, *told.context) if one.report == report.key) if told else ()
    return max(_own_day(page), *(iso(catalog.updated(one.path)) for one in updates), "")


def _own_day(page: Page) -> str:
    """When the content changed that the page shows, or what became of its record."""
    return max(page.updated, page.history.last if page.history else "") if page.updated else ""


def _lines(site: Site, days: Iterable[tuple[Page, str]]) -> Iterator[str]:
    return (line("url", f"{site.address}{page.address}", day) for page, day in days)


def line(tag: str, where: str, day: str = "") -> str:
    last = f"<lastmod>{day}</lastmod>" if day else ""
    return f"<{tag}><loc>{escape(quote(where, safe=SAFE))}</loc>{last}</{tag}>\n"


def files(site: Site, addresses: Iterable[str]) -> bytes:
    """The list of the files, where one is not enough."""
    lines = "".join(line("sitemap", f"{site.address}{where}") for where in addresses)
    return FILES[0] + lines.encode() + FILES[1]
