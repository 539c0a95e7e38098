"""Which images a build makes: what ``site.yml`` asks for, where the site has an address and a Chinese face is found."""

from __future__ import annotations

from pathlib import Path

from disclosure.downloads.images import fonts
from disclosure.downloads.images.fonts import FontFile
from disclosure.model.site import Site

NONE, RECORDS = "none", "records"


def font(site: Site, root: Path) -> FontFile | None:
    """What they are drawn with; None where none is asked for."""
    if site.share_images == NONE or not site.address:
        return None
    return fonts.find(site.share_font, root)


def made(site: Site, root: Path) -> str:
    """``none``, ``site`` or ``records``."""
    return site.share_images if font(site, root) else NONE
