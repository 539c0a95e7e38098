"""Pieces of text with their places to the lines of each page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from disclosure.ingest.formats.balance import Balance
from disclosure.ingest.formats.raised import raised
from disclosure.ingest.formats.tally import Tally
from disclosure.translation import mark as N_

# Of its own size: so far a line may swing, so much smaller are raised digits
SWING, SMALL = 0.7, 0.8
# A line begins further left than this only by chance
OFTEN = 2
INDENT = "\u3000"
MAX_INDENT = 20
SLANTED = N_("斜排或竖排的文字 {n} 处（多半是水印），没有收进来：{words}")


class PlacedText(Struct, frozen=True, array_like=True):
    text: str
    x: float
    y: float
    size: float
    slanted: bool


class PdfLine(Struct, frozen=True, kw_only=True):
    """A line of a page, with where its first character stands and how large most of it is."""

    text: str
    x: float
    y: float
    size: float


def of_page(pieces: Sequence[Sequence[Any]], balance: Balance, tally: Tally) -> list[PdfLine]:
    """The lines of a page, in the order in which the file has them."""
    found = msgspec.convert(pieces, list[PlacedText])
    slanted = "".join(one.text for one in found if one.slanted)
    if slanted.strip():
        tally.note(SLANTED, slanted)
        balance.made.subtract(slanted)
    return [_line(one, balance, tally) for one in _rows(one for one in found if not one.slanted)]


def _rows(pieces: Iterator[PlacedText]) -> Iterator[list[PlacedText]]:
    """Pieces that stand beside each other, left to right; blanks belong to what is before them."""
    row: list[PlacedText] = []
    last, size, broken = None, 0.0, False
    for piece in pieces:
        if not piece.text.strip():
            broken |= "\n" in piece.text
            row += [piece] if row and not broken else []
            continue
        size = max(size, piece.size)
        if last and not _goes_on(row[0], last, piece, size, broken=broken):
            yield row
            row, size = [], piece.size
        row.append(piece)
        last, broken = piece, False
    if row:
        yield row


def _goes_on(first: PlacedText, last: PlacedText, piece: PlacedText, size: float, *, broken: bool) -> bool:
    """Whether a piece stands beside the last one. The library breaks lines before and after raised digits, too."""
    is_beside = abs(piece.y - first.y) < SWING * size and piece.x >= last.x - size
    return is_beside and (not broken or min(piece.size, last.size) < SMALL * size)


def _line(row: list[PlacedText], balance: Balance, tally: Tally) -> PdfLine:
    sizes: Counter[float] = Counter()
    for piece in row:
        sizes[piece.size] += len(piece.text)
    size = sizes.most_common(1)[0][0]
    base = next(piece.y for piece in row if piece.size == size)
    text = ""
    for piece in row:
        one = piece.text.replace("\n", " ")
        text += raised(text, one, balance, tally) if piece.size < SMALL * size and piece.y > base else one
    return PdfLine(text=text.strip(), x=row[0].x, y=base, size=size)


def margins(pages: Sequence[Sequence[PdfLine]]) -> list[float]:
    """Where the lines of each page begin at the left: where those of most pages do, or further left."""
    starts = Counter(round(line.x) for page in pages for line in page)
    edges = [_edge(Counter(round(line.x) for line in page)) for page in pages]
    usual = max(edges, key=lambda x: starts[x] * edges.count(x), default=0)
    return [min(edge, usual) for edge in edges]


def _edge(starts: Counter[int]) -> int:
    return min((x for x, n in starts.items() if n >= OFTEN), default=min(starts, default=0))


def indented(line: PdfLine, left: float) -> str:
    """A line with as many wide blanks before it as it is set in."""
    wide = round((line.x - left) / line.size) if line.size else 0
    return INDENT * min(max(wide, 0), MAX_INDENT) + line.text
