"""The second stage of a build, once the pages stand: the files that are made of the published data.

They are made for each folder of data: the site's, or of a site of several districts the site's and each district's,
side by side where there are enough. A file is made again where a file that it is made of, the program or its own bytes
are others than they were. Killed at any moment, the site is whole, and its manifest lists what stands: a download may
be missing or of the build before, until the next build.
"""

from __future__ import annotations

import os.path
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from disclosure.build import district_data, into_target, workers
from disclosure.build.inputs import Inputs
from disclosure.build.manifest import Manifest
from disclosure.build.previous import PreviousBuild
from disclosure.build.report_files import manifest_lines
from disclosure.cache import published
from disclosure.cache.owned import are_downloads, download_owner, output_digest
from disclosure.cache.published import PublishedSite
from disclosure.cache.state import DownloadsState, ReportSummary, SiteState
from disclosure.cache.store import Store
from disclosure.catalog import beside, data_folder, downloads, manifests
from disclosure.catalog.data_folder import DataFolder
from disclosure.grouping import grouped
from disclosure.output import downloads as output
from disclosure.output import share_images
from disclosure.output.downloads import Making
from disclosure.output.share_images import ImageInputs
from disclosure.publishing import publish as publishing
from disclosure.publishing.publish import PublicationCounts
from disclosure.publishing.staging import PublishedFile, Staging
from disclosure.publishing.standing import parted
from disclosure.theme import theme as theming

Records = dict[str, PublishedFile]
# The site's own folder, among the states of all
SITE = ""


def standing(inputs: Inputs) -> dict[str, DownloadsState]:
    """The downloads as they stand before this build, by folder: what was touched since is called by its bytes alone.

    What no folder is known to have stands by whom it belongs to.
    """
    published, last = inputs.published, inputs.previous.site.downloads
    stood = {key: digest for key, digest in published.digests.items() if are_downloads(key)}
    mine = {name: {key: stood.pop(key) for key in one.output if key in stood} for name, one in last.items()}
    touched = {name: output for name, output in mine.items() if output != last[name].output}
    touched |= {key: {key: digest} for key, digest in stood.items()}
    addresses = published.of({key for output in touched.values() for key in output})
    found = {
        name: _found(inputs, last.get(name, DownloadsState()), output, addresses) for name, output in touched.items()
    }
    return {**last, **found}


def _found(
    inputs: Inputs, last: DownloadsState, output: dict[str, str], addresses: Mapping[str, list[str]]
) -> DownloadsState:
    """What stands of those that belong to the keys of ``output``."""
    staging, known = inputs.published.staging(inputs.project.site), _records(inputs.store, last)
    found: Records = {}
    for where in sorted(chain.from_iterable(addresses.get(key, ()) for key in output)):
        one = known.get(where)
        record = one if one and staging.are_untouched({where: one}) else staging.found(where)
        if record is not None:
            found[where] = record
    return replace(_state(inputs.store, found), output=output)


def _records(store: Store, state: DownloadsState) -> Records:
    return (store.get_value(state.files, Records) if state.files else None) or {}


def _state(store: Store, files: Records) -> DownloadsState:
    if not files:
        return DownloadsState()
    owned = grouped((download_owner(where), (where, one)) for where, one in files.items())
    output = {key: output_digest(dict(mine)) for key, mine in owned.items()}
    return DownloadsState(output=output, files=store.put_value(files), lines=store.put(manifest_lines(files)))


class FirstStage(Struct, frozen=True, kw_only=True):
    """What the second stage is given: what the first one leaves, in the cache and in the target, and the commit."""

    inputs: Inputs
    commit: str
    left: PreviousBuild
    published: PublishedSite

    @property
    def files(self) -> Mapping[str, PublishedFile]:
        """Those of the whole site."""
        return self.left.site.files.files

    @property
    def staging(self) -> Staging:
        return self.inputs.published.staging(self.inputs.project.site)


class DownloadsTask(Struct, frozen=True, kw_only=True):
    """The downloads of a folder of data: ``name`` is its own among all, ``kinds`` are the kinds of pages that have
    data beside them, ``data`` the digests of what it holds.

    ``made_of`` is a digest of all that has a say in them, ``pages`` of which pages there are, ``size`` how many files.
    """

    name: str
    folder: DataFolder
    kinds: tuple[str, ...]
    data: Mapping[str, str]
    pages: str
    made_of: str
    last: DownloadsState
    size: int


class MadeDownloads(Struct, frozen=True, kw_only=True):
    """What a task leaves, and how many files it staged."""

    name: str
    state: DownloadsState
    staged: int


class StandingPages(Struct, frozen=True):
    """The pages of a site, as they stand: asked for one by one, for there may be a million."""

    site: str

    def __contains__(self, where: object) -> bool:
        return os.path.isfile(f"{self.site}/{where}")  # noqa: PTH113 (thousands of calls)


def publish(stage: FirstStage) -> tuple[PreviousBuild, PublicationCounts]:
    """Bring the downloads up to date with the pages and data that stand; what the next build has to know."""
    all, states = list(_tasks(stage)), stage.left.site.downloads
    tasks = [one for one in all if one.last.made_of != one.made_of]
    if not tasks and states.keys() <= {one.name for one in all}:
        return stage.left, PublicationCounts(0, 0, _number(stage.left, stage.published))
    with publishing.disk():
        made = {one.name: one for one in _made(stage, tasks)}
        now = {one.name: made[one.name].state if one.name in made else one.last for one in all}
        return _publish(stage, now, list(made.values()))


def _tasks(stage: FirstStage) -> Iterator[DownloadsTask]:
    """One for each folder of data."""
    catalog, reports = stage.inputs.site.catalog, tuple(stage.left.reports.values())
    sums, every = _sums(stage.files), [one.summary for one in reports]
    yield _task(stage, SITE, data_folder.SITE, [] if catalog.districts else every, sums)
    for district, mine in district_data.by_district(catalog, reports):
        folder = data_folder.of_district(district)
        yield _task(stage, f"districts/{district.id}", folder, [one.summary for one in mine], sums)


def _sums(files: Mapping[str, PublishedFile]) -> Mapping[str, dict[str, str]]:
    """The digests of the whole site's lists, by folder."""
    lists = ((where, one) for where, one in files.items() if where.endswith(".json"))
    found = grouped((parted(where)[0], (where, one.sha256)) for where, one in lists)
    return {folder: dict(all) for folder, all in found.items()}


def _task(
    stage: FirstStage,
    name: str,
    folder: DataFolder,
    reports: Sequence[ReportSummary],
    sums: Mapping[str, dict[str, str]],
) -> DownloadsTask:
    texts = ((where, one) for report in reports for where, one in report.data.files.items())
    own = {where: one.sha256 for where, one in texts if where.endswith(".json")}
    data = own | sums.get(folder.address, {})
    kinds = output.kinds(of_site=name == SITE, has_districts=bool(stage.inputs.site.catalog.districts))
    own_pages = _pages(stage.files) if name == SITE else []
    pages = theming.digest([(one.key, one.pages, one.files) for one in reports], own_pages, kinds)
    available = [one.address for one in downloads.available()]
    made_of = (theming.program_digest(), available, stage.inputs.font, stage.inputs.common.site, pages)
    return DownloadsTask(
        name=name,
        folder=folder,
        kinds=kinds,
        data=data,
        pages=pages,
        made_of=theming.digest(*made_of, data),
        last=stage.left.site.downloads.get(name, DownloadsState()),
        size=sum(one.files for one in reports),
    )


def _pages(files: Iterable[str]) -> list[str]:
    """The pages of the whole site beside which data may stand."""
    return [where for where in files if where.endswith(".html") and downloads.is_download(beside.twin(where))]


def _made(stage: FirstStage, tasks: list[DownloadsTask]) -> Iterator[MadeDownloads]:
    tell, number = partial(stage.inputs.options.progress, "downloads"), len(tasks)
    if number == 1:
        # A folder tells of each of its files, several of themselves
        yield _make(stage, tell, tasks[0])
        return
    largest_first = sorted(tasks, key=lambda one: -one.size)
    processes = workers.sharing([one.size for one in tasks], stage.inputs.options.workers)
    for n, one in enumerate(workers.each(largest_first, partial(_make, stage, _silent), processes)):
        tell(n, number)
        yield one


def _silent(_n: int, _all: int) -> None:
    """Of one folder of many nothing is told."""


def _make(stage: FirstStage, progress: Callable[[int, int], None], task: DownloadsTask) -> MadeDownloads:
    """The downloads of a folder, staged."""
    known = _records(stage.inputs.store, task.last)
    making = Making(
        site=stage.inputs.project.site,
        folder=task.folder.address,
        sums=task.data,
        pages=StandingPages(str(stage.inputs.project.site)),
        kinds=task.kinds,
        staging=stage.staging,
        known=known,
        # Where nobody knows any more which twins there are, they are made anew, or all would go
        twins=task.last.twins if known else "",
    )
    twins = theming.digest(output.twin_sources(making), task.pages)
    images = share_images.stage(_images(stage, making), of_site=task.name == SITE)
    made = list(chain(output.stage(making, progress), output.stage_twins(making, twins), images))
    state = _state(stage.inputs.store, {where: record for where, record, _staged in made})
    return MadeDownloads(
        name=task.name,
        state=replace(state, made_of=task.made_of, twins=twins),
        staged=sum(staged for _where, _record, staged in made),
    )


def _images(stage: FirstStage, making: Making) -> ImageInputs:
    common = stage.inputs.common
    return ImageInputs(making=making, site=common.site, words=stage.inputs.site.catalog.words, font=stage.inputs.font)


def _publish(
    stage: FirstStage, states: dict[str, DownloadsState], made: Sequence[MadeDownloads]
) -> tuple[PreviousBuild, PublicationCounts]:
    """The downloads, and the manifest that lists them, into the target."""
    inputs, site = stage.inputs, stage.left.site
    # The first stage may not have known whose the downloads were
    kept = {where: one for where, one in stage.files.items() if not where.startswith(manifests.PARTS)}
    files = replace(site.files, files={**kept, **_manifest(stage, states)})
    site = replace(site, files=files, downloads=states, output=output_digest(files.files))
    stands = _left(stage, site)
    now = replace(stage.left, site=site, published=stands)
    removed = into_target.publish(inputs, stage.published, stage.left, now)
    staged = sum(one.staged for one in made)
    return now, PublicationCounts(staged, removed, _number(now, stands) - staged)


def _number(left: PreviousBuild, stands: PublishedSite) -> int:
    """How many downloads stand: all files but those that the first stage made."""
    return stands.files - len(left.site.files.files) - sum(one.summary.files for one in left.reports.values())


def _manifest(stage: FirstStage, states: Mapping[str, DownloadsState]) -> dict[str, PublishedFile]:
    """The manifest, and its parts where it has any."""
    reports = tuple(stage.left.reports.values())
    manifest = Manifest(commit=stage.commit, reports=reports, files=stage.files, downloads=states)
    staged = manifest.stage(stage.inputs.store, stage.staging, stage.files)
    return {where: record for where, record, _counts in staged}


def _left(stage: FirstStage, site: SiteState) -> PublishedSite:
    """The target as the second stage leaves it: only downloads and the manifest may be others than before."""
    before, store = stage.published, stage.inputs.store
    kept = {key: digest for key, digest in before.digests.items() if not are_downloads(key)}
    output = {key: digest for state in site.downloads.values() for key, digest in state.output.items()}
    folders = {key: name for name, state in site.downloads.items() for key in state.output}

    # Keys come in order: those of one folder after each other
    @lru_cache(1)
    def owned_in(name: str) -> Mapping[str, list[str]]:
        return grouped((download_owner(where), where) for where in _records(store, site.downloads[name]))

    def names(key: str) -> Iterable[str]:
        return owned_in(folders[key])[key] if key else site.files.files

    return published.left(before, {**kept, "": site.output, **output}, names)
