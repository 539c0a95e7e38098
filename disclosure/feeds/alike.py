"""Many things of one day that say the same, told as one: else a new report, or the last day of a year, fills a feed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from disclosure.feeds.entry import FeedEntry
from disclosure.feeds.told import EntryAbout
from disclosure.grouping import grouped
from disclosure.translation import gettext as _

# So many stand each for itself, and of more so many are named
FEW = 10


def together(all: Iterable[EntryAbout], name: str, page: str) -> Iterator[FeedEntry]:
    """The entries of a feed; what is told of many records leads to the feed's own ``page``."""
    for (like, time), found in grouped(((one.like, one.entry.time), one) for one in all).items():
        entries = [one.entry for one in found]
        if like and len(entries) > FEW:
            yield _one(entries, like, f"{name} {time} {like}", page)
        else:
            yield from entries


def _one(entries: Sequence[FeedEntry], like: str, name: str, page: str) -> FeedEntry:
    first = [one.title for one in entries[:FEW]]
    rest = _("等{n}条").format(n=len(entries))
    items = "".join(f"<li>{escape(line)}</li>" for line in (*first, rest))
    return FeedEntry(
        name=name,
        time=entries[0].time,
        kind=entries[0].kind,
        title=_("{told}：{n}条").format(told=like, n=len(entries)),
        address=page,
        summary=_("；").join((*first, rest)),
        html=f"<ul>{items}</ul>",
    )
