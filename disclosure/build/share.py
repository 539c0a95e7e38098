"""A report's pages painted, and its pieces of other files made; by two processes where one can be spared."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from disclosure import parallel as aside
from disclosure.memo import kept
from disclosure.output.page import PageContext, PageResult, paint
from disclosure.pages.page import Page
from disclosure.theme import theme as rendering

# How many new pages out of a hundred are painted here, while another process makes the pieces and paints the others
HERE = 72

# A page in its canonical form, and what came of it
View = tuple[bytes, PageResult]
Pieces = dict[str, bytes]
Make = Callable[[], Pieces]


class Share(Struct, frozen=True):
    """What the other process does."""

    pieces: Pieces
    views: list[View]


def alone(easel: PageContext, pages: Sequence[Page], pieces: Make) -> tuple[list[View], Make]:
    """The pages in their order, and what gives the pieces."""
    return [_view(easel, page) for page in pages], pieces


def together(easel: PageContext, pages: Sequence[Page], pieces: Make) -> tuple[list[View], Make]:
    """The same with another process, which has made the pieces."""
    # The other process need not load what was loaded before it began
    views = [_view(easel, page) for page in pages[:1]]
    stand = bool(easel.before.files)
    easel.theme.load(() if stand else {page.template for page in pages})
    # Where pages stand, most of them need not be painted
    mine = len(pages) if stand else max(1, len(pages) * HERE // 100)
    meanwhile = aside.aside(lambda: Share(pieces(), [_view(easel, page) for page in pages[mine:]]), Share)
    views += (_view(easel, page) for page in pages[1:mine])
    share = meanwhile()
    return [*views, *share.views], lambda: share.pieces


def _view(easel: PageContext, page: Page) -> View:
    canonical = kept((rendering.canonical, page), lambda: rendering.canonical(page))
    return canonical, paint(easel, page, canonical)
