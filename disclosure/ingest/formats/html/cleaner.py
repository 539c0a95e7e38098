"""A page as browsers read it, in well-formed HTML: a program for ``limited``, which imports nothing of ours.

Some pages, small ones too, take whoever reads them as browsers do all memory or hours.
"""

from __future__ import annotations

TAGS = """
title div p br span a sup sub table caption thead tbody tfoot tr td th ul ol li dl dt dd h1 h2 h3 h4 h5 h6 article main
section header footer nav aside blockquote pre center hr img ruby rb rt rp ucapcontent form iframe figure figcaption
address del s strike label button option textarea details summary
"""
# Left out with what is in them
SILENT = frozenset({"script", "style", "noscript", "template", "object", "svg", "select"})
KEPT = frozenset({"id", "class", "style", "hidden", "name", "href", "start", "type", "value", "alt", "src"})


def main(data: bytes) -> dict[str, str]:
    import nh3

    cleaned = nh3.clean(
        data.decode(),
        tags=set(TAGS.split()),
        clean_content_tags=set(SILENT),
        attributes={tag: set(KEPT) for tag in TAGS.split()},
        link_rel=None,
        url_schemes={"http", "https", "file", "data", "mailto"},
    )
    return {"html": cleaned}
