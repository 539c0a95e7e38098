"""What a file is, by its first bytes."""

from __future__ import annotations

import codecs
import re

ZIPPED = frozenset({".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".zip"})
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp"})
TEXTS = frozenset({".csv", ".tsv", ".txt", ".json", ".md", ".xml", ".html", ".htm", ".yml", ".yaml"})
# A comment ends where it first can: else comments in a row may be told apart in more ways than can be tried
HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body|script|svg)\b", re.I | re.S
)
STARTS = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    (b"\xd0\xcf\x11\xe0", "ole"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"MZ", "exe"),
    (b"\x7fELF", "elf"),
)
# What packed formats hold that nothing else does
MEMBERS = (("word/", ".docx"), ("xl/", ".xlsx"), ("ppt/", ".pptx"))
MIMETYPES = {
    b"application/vnd.oasis.opendocument.text": ".odt",
    b"application/vnd.oasis.opendocument.spreadsheet": ".ods",
    b"application/vnd.oasis.opendocument.presentation": ".odp",
}


def kind_of(data: bytes) -> str:
    """``zip``, ``pdf``, ``html``…; empty where nothing is known."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    known = next((kind for start, kind in STARTS if data.startswith(start)), "")
    return known or ("html" if HTML.match(data[:4096].removeprefix(codecs.BOM_UTF8)) else "")


def wanted(ending: str) -> str:
    """The kind that a file of this ending is; empty for texts."""
    return "zip" if ending in ZIPPED else {".jpeg": "jpg"}.get(ending, ending[1:])
