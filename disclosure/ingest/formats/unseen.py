"""What a file gives away with itself, though its text does not show it."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.ingest.formats import said
from disclosure.ingest.formats.tally import quoted
from disclosure.translation import gettext as _


def unseen(*, comments: int = 0, changes: int = 0, hidden: int = 0, authors: Iterable[str] = ()) -> tuple[str, ...]:
    """Each kind with how much of it there is."""
    kinds = ((said.ITS_COMMENTS, comments), (said.ITS_CHANGES, changes), (said.ITS_HIDDEN, hidden))
    names = quoted(dict.fromkeys(name for one in authors if (name := one.strip())))
    counted = (_(kind).format(n=n) for kind, n in kinds if n)
    return (*counted, *([_(said.ITS_AUTHORS).format(words=names)] if names else []))
