"""A PDF to its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Any

from disclosure.ingest.document import ExtractedText
from disclosure.ingest.formats import mending
from disclosure.ingest.formats.balance import Balance
from disclosure.ingest.formats.pdf import footnotes, furniture, lines
from disclosure.ingest.formats.pdf.lines import PdfLine
from disclosure.ingest.formats.tally import Tally
from disclosure.ingest.formats.unseen import unseen
from disclosure.source.inside import pdf
from disclosure.source.inside.shapes import Obstacle, Unreadable
from disclosure.translation import mark as N_

# A line that stands so many of its sizes above the one before it begins another column
COLUMN = 8
NUMBERS = N_("页码 {n} 处，没有收进来")
RUNNING = N_("页眉页脚 {n} 处，没有收进来：{words}")
COLUMNS = N_("有 {n} 页像是分栏排版，文字的先后可能不对，请对照原件")
MOVED = N_("页底和文末的注释 {n} 条，移到了全文之后，写成“[1]”的样子：{words}")
FOOTNOTES = N_("页底有 {n} 行小字，多半是脚注，夹在正文中间，请移到段落之后：{words}")
CODES = N_("有 {n} 处文字的编码读不懂，多半是生僻字，可能少了字，请对照原件")
FEW_WORDS = N_("有 {n} 页没有文字，可能是扫描的图片，请对照原件")


def extract(data: bytes) -> ExtractedText:
    read = _read(data)
    balance, tally = Balance(), Tally()
    pages = [lines.of_page(page, balance, tally) for page in read["pages"]]
    written = Counter("".join(str(piece[0]) for page in read["pages"] for piece in page))
    _tell(pages, tally)
    tally.notes(CODES, [""] * int(read.get("complaints", 0)))
    text = "\n".join(_texts(pages, balance, tally))
    balance.prove(written, text)
    return ExtractedText(
        text=text + "\n",
        wrapped=True,
        title=str(read["title"]).strip(),
        remarks=tally.remarks,
        unseen=unseen(comments=int(read["notes"]), authors=[str(read["author"])]),
    )


def _read(data: bytes) -> dict[str, Any]:
    found = pdf.read(data, "pieces")
    if found is None or not found.get("whole", True):
        raise Unreadable(Obstacle.TOO_MUCH)
    if found.get("locked"):
        raise Unreadable(Obstacle.LOCKED)
    if "pages" not in found:
        raise Unreadable(Obstacle.SPOILT, str(found.get("spoilt", "")))
    if not any(piece[0].strip() for page in found["pages"] for piece in page):
        raise Unreadable(Obstacle.NO_TEXT)
    return found


def _tell(pages: Sequence[Sequence[PdfLine]], tally: Tally) -> None:
    tally.notes(FEW_WORDS, ("" for page in pages if not page))
    tally.notes(COLUMNS, ("" for page in pages if _has_columns(page)))


def _has_columns(page: Sequence[PdfLine]) -> bool:
    """Whether a line in the midst of a page stands far above the one before it."""
    inner = page[furniture.EDGE : -furniture.EDGE]
    return any(after.y - before.y > COLUMN * before.size for before, after in pairwise(inner))


def _footnotes(pages: Sequence[Sequence[PdfLine]]) -> Iterator[str]:
    """Lines in smaller type at the foot of pages."""
    usual = footnotes.usual_size(pages)
    for page in pages:
        yield from (line.text for line in takewhile(lambda line: line.size < footnotes.SMALL * usual, reversed(page)))


def _texts(pages: Sequence[Sequence[PdfLine]], balance: Balance, tally: Tally) -> list[str]:
    numbers, running = furniture.find(pages)
    for n, at in sorted(numbers | running):
        tally.note(NUMBERS if (n, at) in numbers else RUNNING, pages[n][at].text)
        balance.made.subtract(pages[n][at].text)
    kept = [[line for at, line in enumerate(page) if (n, at) not in numbers | running] for n, page in enumerate(pages)]
    notes = footnotes.move(kept)
    kept = notes.pages
    tally.notes(MOVED, notes.bodies)
    tally.notes(FOOTNOTES, _footnotes(kept))
    # Left and right pages of a book have margins of their own
    left = [lines.margins(kept[side::2]) for side in (0, 1)]
    rows = [
        mending.mended(lines.indented(line, left[n % 2][n // 2]), balance, tally)
        for n, page in enumerate(kept)
        for line in page
    ]
    balance.make("[]" * notes.bare)
    return [*rows, *(mending.mended(body, balance, tally) for body in notes.bodies)]
