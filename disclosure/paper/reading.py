"""The PDF read back, and its text held against the document's: ``differences``.

Two readers that share no code, PDFium and pypdf. Held against each other are all characters but white space (readers
make lines of their own), without each page's head and foot; a table's head that a page repeats counts once.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

# Characters of a place that a message shows
SHOWN = 24
# PDFium gives it in place of a hyphen at the end of a line
LINE_HYPHEN = "\ufffe"
LIGATURES = {number: unicodedata.normalize("NFKC", chr(number)) for number in range(0xFB00, 0xFB07)}
PageTexts = Callable[[bytes], list[str]]


class TextDifference(Struct, frozen=True):
    """The first place where a reader gives another text: the page, what should stand there, what it reads."""

    reader: str
    page: int
    expected: str
    read: str


def by_pdfium(data: bytes) -> list[str]:
    """The text of each page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range().replace(LINE_HYPHEN, "-") for page in document]
    finally:
        document.close()


def by_pypdf(data: bytes) -> list[str]:
    """The text of each page."""
    import pypdf

    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


READERS: tuple[tuple[str, PageTexts], ...] = (("PDFium", by_pdfium), ("pypdf", by_pypdf))


def differences(data: bytes, text: str, heads: Sequence[str], running: str) -> Iterator[TextDifference]:
    """``text`` is the document's, ``heads`` those of its tables; ``running`` stands above every page but the first."""
    wanted, repeated = plain(text), sorted({plain(one) for one in heads}, key=len, reverse=True)
    for name, read in READERS:
        found = difference(name, [plain(one) for one in read(data)], wanted, repeated, plain(running))
        if found is not None:
            yield found


def difference(
    name: str, pages: Sequence[str], wanted: str, heads: Sequence[str], running: str
) -> TextDifference | None:
    at = 0
    for number, page in enumerate(pages, 1):
        text = page if number == 1 else page.removeprefix(f"{running}{number}")
        text = next((cut for cut in _without_head(text, heads) if wanted.startswith(cut, at)), text)
        same = _common(text, wanted, at)
        if same < len(text):
            return _at(name, number, wanted[at + same :], text[same:])
        at += same
    return _at(name, len(pages), wanted[at:], "") if at < len(wanted) else None


def _without_head(text: str, heads: Sequence[str]) -> Iterator[str]:
    """The page as it is, then without the head of a table that goes on on it."""
    yield text
    yield from (text.removeprefix(one) for one in heads if one and text.startswith(one))


def _common(text: str, wanted: str, at: int) -> int:
    if wanted.startswith(text, at):
        return len(text)
    return next((n for n, one in enumerate(text) if wanted[at + n : at + n + 1] != one), len(text))


def _at(name: str, page: int, expected: str, read: str) -> TextDifference:
    return TextDifference(name, page, expected[:SHOWN], read[:SHOWN])


def plain(text: str) -> str:
    """Without white space, and letters in place of characters that are two or three of them (ﬀ): who reads one reads
    the other, and PDFium itself gives the letters."""
    return "".join(text.split()).translate(LIGATURES)
