"""What one build leaves for the next: in the cache, and in memory where both are of one process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from disclosure.build import inputs as gather
from disclosure.build.inputs import SiteContent
from disclosure.cache import git_history as past
from disclosure.cache import store
from disclosure.cache.git_history import GitHistory
from disclosure.cache.published import PublishedSite
from disclosure.cache.store import ReportState, SiteState, Store
from disclosure.memo import Memo
from disclosure.publishing.publish import PublicationCounts

WHOLE = "whole.json"


class PreviousBuild(Struct, frozen=True, kw_only=True):
    """What is known of the last run: its files and reports, and what git and the target said, if nobody else writes.

    ``own`` is what belongs to the whole site, ``memo`` what was made of it and of the report that was made last.
    """

    whole: SiteState = field(default_factory=SiteState)
    kept: Mapping[str, ReportState] = field(default_factory=dict)
    output: PublishedSite | None = None
    past: GitHistory | None = None
    own: SiteContent | None = None
    memo: Memo = field(default_factory=Memo)


class BuildOutcome(Struct, frozen=True):
    """What a build did, and what the next one in this process need not ask again."""

    pages: int
    rendered: int
    tally: PublicationCounts
    memory: PreviousBuild


def save(
    cache: Store,
    before: Mapping[str, ReportState],
    reports: Sequence[ReportState],
    whole: SiteState,
    own: SiteContent,
    known: GitHistory,
) -> None:
    """Leave in the cache what the next run can use, and nothing else; what is as it was ``before`` is there."""
    for one in reports:
        if one is not before.get(one.made.key):
            cache.write(store.report(one.made.key), one)
    cache.write(gather.KNOWN, own.known)
    cache.write(WHOLE, whole)
    past.remember(cache, known)
    cache.keep(whole.reports, (name for one in reports for name in one.objects.all))


def recall(cache: Store) -> PreviousBuild:
    """What the last run left in the cache."""
    last = cache.read(WHOLE, SiteState)
    if last is None:
        return PreviousBuild()
    kept = ((key, cache.read(store.report(key), ReportState)) for key in last.reports)
    return PreviousBuild(whole=last, kept={key: one for key, one in kept if one})
