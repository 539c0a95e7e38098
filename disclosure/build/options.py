"""How to build."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from disclosure.source.prose import Renderings

Progress = Callable[[str, int, int], None]


class BuildOptions(Struct, frozen=True, kw_only=True):
    """How to build: whom to tell, what to trust, in how many processes (as it pays where no number is given).

    A ``preview`` is of no commit, and does not ask for it. ``rendered`` gives the Markdown that another process turns
    into what a build needs meanwhile. ``shown`` is called once the pages of reports are
    published, before all else is made.
    """

    progress: Progress
    verify: bool = False
    workers: int | None = None
    preview: bool = False
    rendered: Callable[[], Renderings] = dict
    shown: Callable[[], None] | None = None
