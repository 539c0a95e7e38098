"""Long lists on several pages, so that each opens at once on a slow phone; the first has the list's own address."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from math import ceil
from typing import Any, Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from disclosure.pages.page import Link
from disclosure.translation import gettext as _

# The address of a page by its number
AddressOf = Callable[[int], str]
# Promises, each with all that a list says of it, on a page
RECORDS = 40
# So many pages link to each other; of more, each to so many before and after it
ALL, AROUND = 60, 10

Part = TypeVar("Part")
Thing = TypeVar("Thing")
OfLists = TypeVar("OfLists", bound=Struct)


class Group(Protocol):
    """Lines under a heading; ``id`` is its anchor."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def lines(self) -> Sequence[Any]: ...


class GroupLink(Struct, frozen=True):
    """The way to a group that begins on another page; ``id`` is the group's."""

    id: str
    link: Link


class ListPosition(Struct, frozen=True, kw_only=True):
    """Which of its list's pages one is, counted from 1; ``pages`` are all of them, where there are several."""

    number: int
    pages: tuple[Link, ...]
    previous: Link | None
    next: Link | None


# A list that one page holds
ALONE = ListPosition(number=1, pages=(), previous=None, next=None)


def further(kind: str) -> str:
    """The kind of the pages on which the lists of a kind go on."""
    return f"{kind}-further"


def kind(first: str, number: int) -> str:
    return first if number == 1 else further(first)


def count(number: int, size: int) -> int:
    """How many pages so many things take."""
    return ceil(number / size)


def title(of: str, number: int) -> str:
    return of if number == 1 else _("{title}（第{n}页）").format(title=of, n=number)


def numbered(address: AddressOf, pages: int, current: int) -> Iterator[Link]:
    """The links between the pages of a list, where it has several; of very many the first, the last, and those around:
    each links on, and none names all others."""
    for n in range(1, pages + 1) if pages > 1 else ():
        if pages > ALL and n not in (1, pages) and abs(n - current) > AROUND:
            continue
        yield Link(_("第{n}页").format(n=n), address(n), n == current)


def around(links: Iterable[Link]) -> Iterator[tuple[Link | None, Link | None]]:
    """What comes before and after each."""
    every = list(links)
    neighbours = zip(every, [None, *every], [*every[1:], None], strict=False)
    return ((before, after) for _one, before, after in neighbours)


def within(of: Sequence[Thing], start: int, end: int, before: int = 0) -> Sequence[Thing]:
    """What a list has from one place to another, where it stands behind so many other things."""
    return of[max(0, start - before) : max(0, end - before)]


def paged(sheets: Sequence[Part], of: str, address: AddressOf) -> Iterator[tuple[Part, ListPosition]]:
    """The pages of the list that is called ``of``: what stands on each, and its position."""
    pages = len(sheets)
    links = [Link(title(of, n), address(n)) for n in range(1, pages + 1)]
    for n, (shown, (previous, following)) in enumerate(zip(sheets, around(links), strict=True), 1):
        linked = tuple(numbered(address, pages, n))
        yield shown, ListPosition(number=n, pages=linked, previous=previous, next=following)


def cut(
    parts: Iterable[Part],
    size: int,
    length: Callable[[Part], int],
    between: Callable[[Part, int, int], Part],
    *,
    room: int = 0,
) -> list[tuple[Part, ...]]:
    """The parts of a list on pages of so many things; what does not fit on one goes on on the next. ``between`` gives
    a part from one of its things to another. There is always a first page; with ``room`` it has that many things."""
    sheets: list[list[Part]] = [[]]
    room = room or size
    for part in parts:
        start, all = 0, length(part)
        while start < all:
            if not room:
                sheets.append([])
                room = size
            end = min(all, start + room)
            sheets[-1].append(part if end - start == all else between(part, start, end))
            start, room = end, room - (end - start)
    return [tuple(sheet) for sheet in sheets]


def cut_lists(
    parts: Iterable[OfLists], size: int, lists: Collection[str], first: Iterable[str] = (), *, room: int = 0
) -> list[tuple[OfLists, ...]]:
    """The same of parts whose things stand in lists of theirs, one after the other; what they have in ``first`` stands
    where they begin."""
    nothing = dict.fromkeys(first, ())

    def between(part: OfLists, start: int, end: int) -> OfLists:
        found: dict[str, Any] = {} if start == 0 else {**nothing}
        at = 0
        for name in lists:
            all = getattr(part, name)
            found[name] = within(all, start, end, at)
            at += len(all)
        return replace(part, **found)

    return cut(parts, size, lambda part: sum(len(getattr(part, name)) for name in lists), between, room=room)


def elsewhere(sheets: Sequence[Iterable[Group]], number: int, where: AddressOf) -> Iterator[GroupLink]:
    """The groups that are not on this page: the ways to where they begin, so that links to them still lead there."""
    here = {group.id for group in sheets[number - 1]}
    for n, sheet in enumerate(sheets, 1):
        for group in sheet:
            if group.id not in here:
                here.add(group.id)
                yield GroupLink(group.id, Link(group.title, f"{where(n)}#{group.id}"))
