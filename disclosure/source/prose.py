"""What Markdown becomes, as others know it. The library itself is only imported where there is a new text to render."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from html import escape, unescape
from posixpath import normpath
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from msgspec import Struct


class Slip(Struct, frozen=True):
    """A place where a text reads otherwise than it was written: which kind (``markdown_slips``), and what of it."""

    offset: int
    kind: str
    written: str = ""
    shown: str = ""


class RenderedProse(Struct, frozen=True, kw_only=True):
    """A narrative's HTML (made safe), its headings and ids, and in order its link targets (``images`` among them).

    ``slips`` are the places that readers would read otherwise than they were written; a text ``beyond`` what the
    library gets through has one, and was not rendered.
    """

    html: str
    headings: tuple[tuple[int, str, str], ...]
    ids: tuple[str, ...]
    targets: tuple[str, ...]
    images: tuple[str, ...]
    raw_html: tuple[str, ...]
    slips: tuple[Slip, ...] = ()
    beyond: bool = False


# What was rendered before, by the digest of the text
Renderings = dict[str, RenderedProse]


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def render(text: str, known: Renderings) -> RenderedProse:
    """The body of a narrative, an update or a correction; what ``known`` does not have is rendered and added to it."""
    name = digest(text)
    if name not in known:
        from disclosure.source import markdown

        known[name] = markdown.render(text)
    return known[name]


_CELLS = re.compile(r"</t[dh]>\s*<t[dh]\b[^>]*>")
_ENDS = re.compile(r"</(?:p|li|tr|h[1-6]|blockquote|pre|dt|dd)>|<br\b[^>]*>")
_LEADING_OUT = re.compile(r'<a\b[^>]*? href="(https?:[^"]*)"[^>]*>(.*?)</a>', re.S)
_TAG = re.compile(r"<[^>]*>")


def plain(html: str) -> str:
    """What a narrative says, as lines of text: cells of a table with ， between them, addresses beside their words."""
    text = _ENDS.sub("\n", _CELLS.sub("，", html))
    text = unescape(_TAG.sub("", _LEADING_OUT.sub(_beside, text)))
    return "\n".join(line for line in (" ".join(line.split()) for line in text.split("\n")) if line)


_RULE = re.compile(r"^\s*\|?[\s:|-]*-[\s:|-]*\|?\s*$\n?", re.M)
_ROW = re.compile(r"^\s*\|(.*)\|\s*$", re.M)


def unlined(text: str | None) -> str | None:
    """Markdown whose tables are rows of words with ， between them."""
    if text is None or "|" not in text:
        return text
    return _ROW.sub(lambda row: "，".join(cell.strip() for cell in row[1].split("|")), _RULE.sub("", text))


def _beside(found: re.Match[str]) -> str:
    return found[2] if found[2] == found[1] else f"{found[2]}（{found[1]}）"


# A content file or an address, without its fragment -> the address it leads to, if it is one of ours
Leads = Callable[[str], str | None]
LINK = re.compile(r'(<(?:a|img)\b[^>]*? (?:href|src)=")([^"]*)"')


def relink(html: str, leads: Leads) -> str:
    """Links to content files as links to their pages; what leads elsewhere, or nowhere we know, stays as it is."""
    return LINK.sub(lambda found: f'{found[1]}{escape(_led(unescape(found[2]), leads))}"', html)


def _led(url: str, leads: Leads) -> str:
    parts = urlsplit(url)
    if parts.scheme or parts.netloc or not parts.path or url.startswith(("/", "\\")):
        return url
    address = leads(normpath(unquote(parts.path)))
    if address is None:
        return url
    path, _hash, anchor = address.partition("#")
    return urlunsplit(("", "", quote(path), parts.query, parts.fragment or anchor))
