"""What a build made a moment ago of the very same things, for the next build of the same process (the preview's).

What is kept is called by what it was made of: by texts as they read, by all else as the very object (`is`, not `==`).
The objects are held as long as what was made of them, so that no other can have taken the place of one. Whoever keeps
something vouches for two things: that nothing else has a say in it, and that nobody changes any of these objects.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

# What something was made of, and that
Kept = tuple[tuple[object, ...], Any]


class Memo:
    """What one build kept, and what it asked for of the build before."""

    def __init__(self, before: Mapping[tuple[object, ...], Kept] | None = None) -> None:
        self.before = before or {}
        self.asked: dict[tuple[object, ...], Kept] = {}

    def after(self) -> Memo:
        """For the next build: what this one did not ask for is forgotten."""
        return Memo(self.asked)


_memo: list[Memo | None] = [None]


@contextmanager
def used(memo: Memo | None) -> Iterator[None]:
    """What is made meanwhile is kept in ``memo``; with ``None``, nothing is."""
    before = _memo[0]
    _memo[0] = memo
    try:
        yield
    finally:
        _memo[0] = before


def is_used() -> bool:
    return _memo[0] is not None


def kept(of: Iterable[object], make: Callable[[], T], *, worth: Callable[[T], bool] | None = None) -> T:
    """What ``make`` gives, or gave before of the same things; not kept where it is not ``worth`` it.

    ``of`` is only gone through where something is remembered.
    """
    memo = _memo[0]
    if memo is None:
        return make()
    of = tuple(of)
    key = tuple([one if type(one) is str else id(one) for one in of])
    found = memo.asked.get(key) or memo.before.get(key)
    if found is None:
        made = make()
        if worth is None or worth(made):
            memo.asked[key] = (of, made)
        return made
    memo.asked[key] = found
    result: T = found[1]
    return result


def remembered(make: Callable[P, T]) -> Callable[P, T]:
    """A function of nothing but its arguments, none of which is ever changed."""

    @wraps(make)
    def made(*given: P.args, **named: P.kwargs) -> T:
        if _memo[0] is None:
            return make(*given, **named)
        return kept((make, *given, *named.items()), lambda: make(*given, **named))

    return made
