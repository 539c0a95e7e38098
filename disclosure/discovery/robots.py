"""``robots.txt``: everything may be read, and where the list of the pages is.

Robots ask for it at the root of the host alone: who shows the site in a folder of a portal copies the last line there.
"""

from __future__ import annotations

from disclosure.catalog import address
from disclosure.model.site import Site


def text(site: Site) -> bytes:
    listed = f"\nSitemap: {site.address}{address.SITEMAP_XML}\n" if site.address else ""
    return f"User-agent: *\nAllow: /\n{listed}".encode()
