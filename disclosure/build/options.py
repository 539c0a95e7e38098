"""How to build."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct, field

from disclosure.source.reading import ReadFiles

Progress = Callable[[str, int, int], None]


class BuildOptions(Struct, frozen=True, kw_only=True):
    """Whom to tell, what to trust (``verify``: no time of a file), in how many processes (as pays where no number is
    given). ``ci``: a machine builds, where what git cannot tell is an error.

    A ``preview`` is of no commit, and does not ask for it. ``reports_published`` is called where the pages of reports
    may be shown before the pages of the whole site are made; of them those of ``open_pages``, by address, before the
    others. ``parts`` are folders in which reports lie that another machine made, by report. ``known`` are files
    that this process has read before, where it builds more than once.
    """

    progress: Progress
    ci: bool = False
    verify: bool = False
    workers: int | None = None
    preview: bool = False
    reports_published: Callable[[], None] | None = None
    open_pages: frozenset[str] = frozenset()
    parts: Mapping[str, str] = field(default_factory=dict)
    known: ReadFiles | None = None
