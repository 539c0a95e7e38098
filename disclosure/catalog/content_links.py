"""Where links that editors write to content files lead on the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

from disclosure.catalog import address
from disclosure.source import prose

REPORT_FILE = re.compile(r"reports/([^/]+)/report\.md")
CORRECTION_FILE = re.compile(r"corrections/([^/]+)\.md")


def of_content(name: str) -> str:
    """Where a content file is shown; an address of the site stays as it is."""
    if report := REPORT_FILE.fullmatch(name):
        return address.text(report[1])
    if noted := CORRECTION_FILE.fullmatch(name):
        return address.correction(noted[1])
    return address.narrative(name) if name.endswith(".md") else name


def led(html: str, name: str, at: str) -> str:
    """A narrative's HTML with each link of the content file ``name`` led from the address ``at``."""

    folder = name.rpartition("/")[0]
    return prose.relink(html, lambda path: address.root_of(at) + of_content(normpath(join(folder, path))))


def led_to(targets: Iterable[str], name: str) -> Iterator[str]:
    """Where links of the content file ``name`` lead on this site."""
    folder = name.rpartition("/")[0]
    for target in targets:
        parts = urlsplit(target)
        if parts.path and not (parts.scheme or parts.netloc or parts.path.startswith("/")):
            yield of_content(normpath(join(folder, unquote(parts.path))))
