"""Footnotes at the foot of pages, and endnotes: known by their numbers, their place and what they explain."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from itertools import pairwise

from msgspec import Struct

from disclosure.ingest.formats.pdf.lines import PdfLine
from disclosure.source.note_marks import FINISHED, joined

# Of the usual size, and of the usual distance between lines
SMALL, APART = 0.85, 1.25
# A mark within a line, as raised digits are written
MARK = re.compile(r"(?<=.)\[(\d{1,3})\]")
OPENED = re.compile(r"\[(\d{1,3})\]\s*")
TERM = re.compile("[：:—，,。]|是指|指")
NO_WORDS = re.compile(r"[\s“”‘’《》「」]")
# So much before a mark is what its note may explain; so few lines may go on with a note of the page before
NEAR, FEW = 40, 3


class MovedNotes(Struct, frozen=True, kw_only=True):
    """The pages without their notes, and these as ``[1]`` and text. So many of the marks had no brackets."""

    pages: list[list[PdfLine]]
    bodies: tuple[str, ...] = ()
    bare: int = 0


def move(pages: Sequence[Sequence[PdfLine]]) -> MovedNotes:
    """Nothing is moved where the numbers begin anew: then the page alone says whose note it is."""
    terms = dict(_marked(pages))
    if len(terms) != sum(len(MARK.findall(line.text)) for page in pages for line in page):
        return MovedNotes(pages=[list(page) for page in pages])
    notes = _Notes(pages, terms)
    kept = [notes.taken_from(page) for page in pages]
    bodies = (f"[{n}]{reduce(joined, lines)}" for n, lines in notes.bodies.items())
    return MovedNotes(pages=kept, bodies=tuple(bodies), bare=notes.bare)


def usual_size(pages: Sequence[Sequence[PdfLine]]) -> float:
    sizes: Counter[float] = Counter()
    for line in (line for page in pages for line in page):
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0


def _marked(pages: Sequence[Sequence[PdfLine]]) -> Iterator[tuple[int, str]]:
    """Each mark's number, and the words before it."""
    above = ""
    for line in (line for page in pages for line in page):
        for match in MARK.finditer(line.text):
            yield int(match[1]), NO_WORDS.sub("", above + line.text[: match.start()])[-NEAR:]
        above = (above + line.text)[-NEAR:]


class _Notes:
    """Notes page after page, in the order of their marks."""

    def __init__(self, pages: Sequence[Sequence[PdfLine]], terms: Mapping[int, str]) -> None:
        self._terms, self._size = terms, usual_size(pages)
        steps = Counter(round(a.y - b.y) for page in pages for a, b in pairwise(page) if a.y > b.y)
        self._step = steps.most_common(1)[0][0] if steps else 0
        self._waiting = list(terms)
        self._last: list[str] = []
        self._is_page_of_notes = self._is_next_page = False
        self.bodies: dict[int, list[str]] = {}
        self.bare = 0

    def taken_from(self, page: Sequence[PdfLine]) -> list[PdfLine]:
        """The page without its notes."""
        start = next((at for at in range(len(page)) if self._is_apart(page, at) and self._begins(page, at)), len(page))
        self._is_page_of_notes, self._is_next_page = start == 0, start < len(page)
        end = next((at for at in range(start, len(page)) if not self._take(page[at])), len(page))
        return [*page[:start], *page[end:]]

    def _take(self, line: PdfLine) -> bool:
        """A line into the note that it begins, or that goes on; ``False`` where it does neither."""
        text = self._first(line)
        if text:
            self.bare += not OPENED.match(line.text)
            self._last = self.bodies[self._waiting.pop(0)] = [text]
        elif self._is_open:
            self._last.append(line.text)
        else:
            return False
        return True

    @property
    def _is_open(self) -> bool:
        return bool(self._last) and not FINISHED.search(self._last[-1])

    def _is_apart(self, page: Sequence[PdfLine], at: int) -> bool:
        """Whether a line does not go on with the page: it is the first, smaller, or further below."""
        is_small = page[at].size < SMALL * self._size
        return at == 0 or is_small or page[at - 1].y - page[at].y > APART * self._step

    def _begins(self, page: Sequence[PdfLine], at: int) -> bool:
        """Whether notes begin here, or go on from the page before."""
        if self._first(page[at]):
            return True
        if not (self._is_open and self._is_next_page) or (at == 0 and not self._is_page_of_notes):
            return False
        if any(map(self._first, page[at : at + FEW + 1])):
            return True
        # Nothing else on the page is set apart, so that it is no paragraph of a text that sets these apart
        is_only_one = not any(self._is_apart(page, above) for above in range(1, at))
        return len(page) - at <= FEW and is_only_one

    def _first(self, line: PdfLine) -> str:
        """The text of the next note that is waited for, if this is its first line."""
        if not self._waiting:
            return ""
        is_small, n = line.size < SMALL * self._size, self._waiting[0]
        opened = OPENED.match(line.text)
        # Where these have the usual size, they are told from the text as in any other file
        if opened:
            return line.text[opened.end() :] if is_small and int(opened[1]) == n else ""
        if not line.text.startswith(str(n)):
            return ""
        text = line.text.removeprefix(str(n)).strip()
        term = NO_WORDS.sub("", TERM.split(text)[0])
        is_body = is_small and not re.match(r"[0-9.．、%]", text)
        return text if is_body or (len(term) > 1 and term in self._terms[n]) else ""
