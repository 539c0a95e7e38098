"""A page's encoding, and what it says of itself."""

from __future__ import annotations

import re
from email import message_from_bytes
from html import unescape

from msgspec import Struct

from disclosure.ingest.document import UnreadableFile
from disclosure.ingest.formats import plain
from disclosure.translation import gettext as _

# As far as browsers look for it
HEAD = 4096
CHARSET = re.compile(rb"""<meta\b[^<>]*?charset\s*=\s*["']?\s*([\w-]+)""", re.I)
# What pages say, and what holds it: GB 18030 has what the older ones have. What else a page may say is not believed
ENCODINGS = {
    **dict.fromkeys(("gb2312", "gb_2312-80", "gbk", "x-gbk", "cp936", "gb18030"), "gb18030"),
    **dict.fromkeys(("utf-8", "utf8"), "utf-8"),
    "big5": "big5",
}
SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)", re.I)
META = re.compile(r"<meta\b[^<>]*>", re.I)
ATTRIBUTE = re.compile(r"""\b(name|content)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.I)
TITLE = re.compile(r"<title\b[^<>]*>([^<]*)", re.I)
# What portals of governments say of each page
OFFICIAL = {
    name.lower(): name
    for name in (
        *("SiteName", "SiteDomain", "SiteIDCode", "ColumnName", "ColumnType"),
        *("ArticleTitle", "PubDate", "ContentSource", "Keywords", "Author", "Description", "Url"),
    )
}
ADDRESS = "Url"
MHTML = re.compile(rb"(?:From:|MIME-Version:|Snapshot-Content-Location:)", re.I)


class SavedPage(Struct, frozen=True, kw_only=True):
    """A page as text; ``metadata`` under the names of the standard for portals."""

    html: str
    title: str
    metadata: dict[str, str]
    remarks: tuple[str, ...]


def is_archive(data: bytes) -> bool:
    """Whether a browser packed a page and its pictures into one file (.mhtml)."""
    return MHTML.match(data.lstrip()) is not None and b"text/html" in data


def unpacked(data: bytes) -> tuple[bytes, str, str]:
    """The page in such a file, its encoding and its address."""
    message = message_from_bytes(data)
    page = next((one for one in message.walk() if one.get_content_type() == "text/html"), message)
    payload = page.get_payload(decode=True)
    address = message.get("Snapshot-Content-Location") or page.get("Content-Location") or ""
    return payload if isinstance(payload, bytes) else b"", page.get_content_charset() or "", str(address)


def read(data: bytes, charset: str = "", address: str = "") -> SavedPage:
    html, remarks = _decoded(data, charset)
    metadata = dict(_metadata(html))
    saved = SAVED.search(html)
    if address or saved:
        metadata[ADDRESS] = address or (saved[1] if saved else "")
    title = TITLE.search(html)
    return SavedPage(
        html=html,
        title=metadata.get("ArticleTitle") or (" ".join(unescape(title[1]).split()) if title else ""),
        metadata=metadata,
        remarks=remarks,
    )


def _decoded(data: bytes, charset: str) -> tuple[str, tuple[str, ...]]:
    """By its byte order mark, then as it says itself; where that cannot be, as any text."""
    said = CHARSET.search(data[:HEAD])
    name = (charset or (said[1].decode("ascii") if said else "")).lower()
    marked = any(data.startswith(start) for start, _name in plain.MARKS)
    wrong: tuple[str, ...] = ()
    if name and not marked:
        try:
            return data.decode(ENCODINGS[name]), ()
        except (UnicodeDecodeError, KeyError):
            wrong = (_("网页自称是 {encoding} 编码，其实不是").format(encoding=name.upper()),)
    text, encoding = _any(data)
    return text, () if marked else (*wrong, plain.said(encoding))


def _any(data: bytes) -> tuple[str, str]:
    try:
        return plain.decoded(data)
    except UnreadableFile:
        # A few bytes are spoilt: each shows where
        utf8, gb = data.decode("utf-8", "replace"), data.decode("gb18030", "replace")
        return (utf8, "utf-8") if utf8.count("\ufffd") <= gb.count("\ufffd") else (gb, "gb18030")


def _metadata(html: str) -> list[tuple[str, str]]:
    found = []
    for tag in META.findall(html):
        attributes = {key.lower(): first or second for key, first, second in ATTRIBUTE.findall(tag)}
        official = OFFICIAL.get(attributes.get("name", "").lower())
        content = " ".join(unescape(attributes.get("content", "")).split())
        if official and content:
            found.append((official, content))
    return found
