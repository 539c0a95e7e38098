"""Long lists on several pages, so that each opens at once on a slow phone; the first has the list's own address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from math import ceil

from disclosure.pages.page import Link
from disclosure.translation import gettext as _

# The address of a page by its number
AddressOf = Callable[[int], str]


def count(number: int, size: int) -> int:
    """How many pages so many things take."""
    return ceil(number / size)


def title(of: str, number: int) -> str:
    return of if number == 1 else _("{title}（第{n}页）").format(title=of, n=number)


def numbered(address: AddressOf, pages: int, current: int) -> Iterator[Link]:
    """The links between the pages of a list, where it has several."""
    for n in range(1, pages + 1) if pages > 1 else ():
        yield Link(_("第{n}页").format(n=n), address(n), n == current)


def around(links: Iterable[Link]) -> Iterator[tuple[Link | None, Link | None]]:
    """What comes before and after each."""
    every = list(links)
    return zip([None, *every], [*every[1:], None], strict=False)
