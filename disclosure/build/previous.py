"""What one build leaves for the next: in the cache, and in memory where both are of one process."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field

from disclosure.build import site_content
from disclosure.build.guests import ReportGuests
from disclosure.build.site_content import SiteContent
from disclosure.cache.git_history import GitHistory
from disclosure.cache.groups import FileGroup
from disclosure.cache.published import PublishedSite
from disclosure.cache.state import ReportState, SiteState
from disclosure.cache.store import Store
from disclosure.cache.working_tree import WorkingTree

SITE = "site.json"


class PreviousBuild(Struct, frozen=True, kw_only=True):
    """What is known of the last build: the site and its reports, by key.

    What git said (``history``, ``tree``), what belongs to the whole site (``content``), what reports say of each other
    (``guests``) and how the target was left (``published``) are known to the same process only, and only where nobody
    else writes to the target.
    """

    site: SiteState = field(default_factory=SiteState)
    reports: Mapping[str, ReportState] = field(default_factory=dict)
    history: GitHistory | None = None
    tree: WorkingTree | None = None
    content: SiteContent | None = None
    guests: Mapping[str, ReportGuests] = field(default_factory=dict)
    published: PublishedSite | None = None

    def stands(self, key: str, group: FileGroup) -> ReportState | None:
        """The report's state where its files are listed as they were."""
        found = self.reports.get(key)
        return found if found and group.seen and found.inputs.listed == group.seen else None


def save(store: Store, before: PreviousBuild, now: PreviousBuild, sealed: Iterable[str]) -> None:
    """Leave in the cache what the next build can use, and nothing else; what is as it was ``before`` is there.

    ``sealed`` are the objects that tell how the site was left."""
    for key, one in now.reports.items():
        if one is not before.reports.get(key):
            store.write(_report(key), one)
    if now.content is not None and now.content is not before.content:
        store.write(site_content.PARSE_CACHE, now.content.parse_cache)
    store.write(SITE, now.site)
    told = now.history.told.objects if now.history is not None else ()
    downloads = [name for one in now.site.downloads.values() for name in one.objects]
    places = [name for one in now.site.places.values() for name in one.objects]
    store.keep(now.site.reports, [*_objects(tuple(now.reports.values())), *told, *downloads, *places, *sealed])


def _objects(reports: Sequence[ReportState]) -> list[str]:
    return [name for one in reports for name in one.artifacts.all]


def recall(store: Store) -> PreviousBuild:
    """What the last build left in the cache."""
    last = store.read(SITE, SiteState)
    if last is None:
        return PreviousBuild()
    found = ((key, store.read(_report(key), ReportState)) for key in last.reports)
    return PreviousBuild(site=last, reports={key: one for key, one in found if one})


def _report(key: str) -> str:
    return f"reports/{key}.json"
