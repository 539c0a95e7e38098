"""How a browser searches this site from its own box: a description for OpenSearch 1.1.

It says absolute addresses alone, so there is none where the site does not know its own.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from disclosure.catalog import address
from disclosure.model.site import Site
from disclosure.translation import gettext as _

NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
TYPE = "application/opensearchdescription+xml"
# As many characters as the format allows
SHORT, LONG = 16, 48


def files(site: Site) -> dict[str, bytes]:
    """The description by its address."""
    return {address.OPENSEARCH: _written(site, site.address)} if site.address else {}


def _written(site: Site, base: str) -> bytes:
    root = ET.Element("OpenSearchDescription", {"xmlns": NAMESPACE})
    for name, text in (
        ("ShortName", site.title[:SHORT]),
        ("LongName", site.title[:LONG]),
        ("Description", _("在{title}里查找").format(title=site.title)),
        ("Language", site.language),
        ("InputEncoding", "UTF-8"),
        ("OutputEncoding", "UTF-8"),
    ):
        ET.SubElement(root, name).text = text
    ET.SubElement(root, "Url", {"type": "text/html", "template": f"{base}{address.SEARCH}?q={{searchTerms}}"})
    # By which a browser looks whether it is another by now
    ET.SubElement(root, "Url", {"type": TYPE, "rel": "self", "template": f"{base}{address.OPENSEARCH}"})
    ET.indent(root, "")
    # Not ``tostring``'s own: it writes the encoding in single quotes
    written: bytes = ET.tostring(root, "utf-8", xml_declaration=False)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + written + b"\n"
