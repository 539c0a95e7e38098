"""A page as browsers read it, in well-formed HTML: a program for ``limited``, which imports nothing of ours.

Some pages, small ones too, take whoever reads them as browsers do all memory or hours.
"""

from __future__ import annotations

# What begins a line, what is told apart within one, and what nobody reads
TAGS = """
div p table caption thead tbody tfoot tr td th ul ol li dl dt dd h1 h2 h3 h4 h5 h6 hgroup article main section header
footer nav aside blockquote pre center hr form figure figcaption address details summary fieldset legend menu dialog
ucapcontent br span a sup sub img ruby rb rt rp label del s strike title button option textarea
"""
# Left out with what is in them; of a frame that is what browsers show that know none, and no HTML (nh3 hands it out as
# it stands, and who reads it again takes it for elements)
SILENT = frozenset({"script", "style", "noscript", "template", "object", "svg", "select", "iframe"})
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
