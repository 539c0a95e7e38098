"""What one build leaves for the next: in the cache, and in memory where both are of one process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from disclosure.build import inputs as gather
from disclosure.build.inputs import Own
from disclosure.cache import git_history as past
from disclosure.cache import store
from disclosure.cache.git_history import Past
from disclosure.cache.published import Output
from disclosure.cache.store import Kept, Store, Whole
from disclosure.memo import Memo
from disclosure.publishing.publish import Tally

WHOLE = "whole.json"


class Memory(Struct, frozen=True):
    """What is known of the last run: its files and reports, and what git and the target said, if nobody else writes.

    ``own`` is what belongs to the whole site, ``memo`` what was made of it and of the report that was made last.
    """

    whole: Whole = field(default_factory=Whole)
    kept: Mapping[str, Kept] = field(default_factory=dict)
    output: Output | None = None
    past: Past | None = None
    own: Own | None = None
    memo: Memo = field(default_factory=Memo)


class Outcome(Struct, frozen=True):
    """What a build did, and what the next one in this process need not ask again."""

    pages: int
    rendered: int
    tally: Tally
    memory: Memory


def save(
    cache: Store, before: Mapping[str, Kept], reports: Sequence[Kept], whole: Whole, own: Own, known: Past
) -> None:
    """Leave in the cache what the next run can use, and nothing else; what is as it was ``before`` is there."""
    for one in reports:
        if one is not before.get(one.made.key):
            cache.write(store.report(one.made.key), one)
    cache.write(gather.KNOWN, own.known)
    cache.write(WHOLE, whole)
    past.remember(cache, known)
    cache.keep(whole.reports, (name for one in reports for name in one.objects.all))


def recall(cache: Store) -> Memory:
    """What the last run left in the cache."""
    last = cache.read(WHOLE, Whole)
    if last is None:
        return Memory()
    kept = ((key, cache.read(store.report(key), Kept)) for key in last.reports)
    return Memory(last, {key: one for key, one in kept if one})
