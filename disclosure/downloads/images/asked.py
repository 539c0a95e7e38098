"""Which images a build makes: what ``site.yml`` asks for, where the site has an address and a face can write it."""

from __future__ import annotations

from pathlib import Path
from string import ascii_lowercase

from msgspec import Struct

from disclosure.downloads.images import drawing, fonts
from disclosure.downloads.images.fonts import FontFile
from disclosure.model.site import Site
from disclosure.translation import gettext as _

NONE, RECORDS = "none", "records"


class FoundFont(Struct, frozen=True):
    """The first that can write what stands in every image; else the first that is there, with the signs that it
    ``lacks``; ``lacks`` is None where it is no font that can be read."""

    file: FontFile | None = None
    lacks: str | None = ""


def found(site: Site, root: Path) -> FoundFont:
    best: FoundFont | None = None
    needed = signs(site)
    for file in fonts.candidates(site.share_font, root):
        lacks = drawing.lacking(file, needed)
        if lacks == "":
            return FoundFont(file)
        best = best or FoundFont(file, lacks)
    return best or FoundFont()


def font(site: Site, root: Path) -> FontFile | None:
    """What they are drawn with; None where none is asked for."""
    if site.share_images == NONE or not site.address:
        return None
    one = found(site, root)
    return one.file if one.lacks == "" else None


def made(site: Site, font: FontFile | None) -> str:
    """``none``, ``site`` or ``records``; ``font`` is what they are drawn with."""
    return site.share_images if font else NONE


def signs(site: Site) -> str:
    """What is written into every image, whatever the record."""
    fixed = (drawing.made_up(), drawing.place("", 0), _("截至{day}").format(day="0123456789"), ascii_lowercase)
    own = (site.title, site.tagline, "" if site.identity.site_id_code else site.notice)
    return "".join(sorted({one for text in (*fixed, *own) for one in text if not one.isspace()}))
