"""The second stage of a build, once the pages stand: the files that are made of the published data.

Each is made again where a file that it is made of, the program or its own bytes are others than they were. Killed at
any moment, the site is whole, and its manifest lists what stands: a download may be missing or of the build before,
until the next build.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from disclosure.build.inputs import Inputs
from disclosure.build.manifest import Manifest
from disclosure.build.previous import PreviousBuild, save
from disclosure.build.report_files import manifest_lines, output_digest
from disclosure.cache import published
from disclosure.cache.published import DOWNLOADS, PublishedSite
from disclosure.cache.state import DownloadsState, SiteState
from disclosure.cache.store import Store
from disclosure.catalog import address, downloads
from disclosure.downloads import registry
from disclosure.publishing import publish as publishing
from disclosure.publishing.publish import PublicationCounts
from disclosure.publishing.staging import PublishedFile, Staging
from disclosure.theme import theme as theming

Records = dict[str, PublishedFile]


def standing(inputs: Inputs) -> DownloadsState:
    """The downloads as they stand before this build: what was touched since is called by its bytes alone."""
    last, output = inputs.previous.site.downloads, inputs.published.digests.get(DOWNLOADS, "")
    if last.output == output:
        return last
    staging = Staging(inputs.project.site, inputs.published.links)
    known = _records(inputs.store, last)
    found: Records = {}
    for where in sorted(inputs.published.addresses(DOWNLOADS)):
        one = known.get(where)
        record = one if one and staging.are_untouched({where: one}) else staging.found(where)
        if record is not None:
            found[where] = record
    return _state(inputs.store, found, output)


def _records(store: Store, state: DownloadsState) -> Records:
    return store.get_value(state.files, Records) or {}


def _state(store: Store, files: Records, output: str, made_of: str = "") -> DownloadsState:
    if not files:
        return DownloadsState(made_of=made_of, output=output)
    return DownloadsState(
        made_of=made_of, output=output, files=store.put_value(files), lines=store.put(manifest_lines(files))
    )


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
        return Staging(self.inputs.project.site, self.inputs.published.links)


def publish(stage: FirstStage) -> tuple[PreviousBuild, PublicationCounts]:
    """Bring the downloads up to date with the pages and data that stand; what the next build has to know."""
    last = stage.left.site.downloads
    if last.made_of == _made_of(stage.files[address.MANIFEST]):
        return stage.left, PublicationCounts(0, 0, len(stage.published.addresses(DOWNLOADS)))
    with publishing.disk():
        made = list(_made(stage, _records(stage.inputs.store, last)))
        records = {where: record for where, record, _staged in made}
        return _publish(stage, records, sum(staged for _where, _record, staged in made))


def _made_of(manifest: PublishedFile) -> str:
    """A digest of all that has a say in any download: every published file, the program, the libraries there are.

    The manifest lists the downloads too, so that it is another one until they are what they shall be.
    """
    return theming.digest(theming.program_digest(), manifest.sha256, [one.address for one in downloads.available()])


def _made(stage: FirstStage, known: Records) -> Iterator[tuple[str, PublishedFile, bool]]:
    """Each download's address and record, and whether it was staged."""
    site, staging = stage.inputs.project.site, stage.staging
    sources = publishing.manifest_of(site)["files"]
    makers = [one for one in registry.MAKERS if one.download.can_be_made]
    for n, maker in enumerate(makers):
        stage.inputs.options.progress("downloads", n, len(makers))
        where, read = maker.download.address, sorted(one for one in sources.items() if maker.reads(one[0]))
        fingerprint = theming.digest(theming.program_digest(), read)
        record = known.get(where)
        if not read:
            # A site without a report has no data
            continue
        if record is not None and staging.is_current(where, record, fingerprint):
            yield where, record, False
        else:
            yield where, *staging.make(where, fingerprint, partial(maker.write, site / address.DATA_FILES), record)


def _publish(stage: FirstStage, made: Records, staged: int) -> tuple[PreviousBuild, PublicationCounts]:
    """The downloads, and the manifest that lists them, into the target."""
    inputs, site = stage.inputs, stage.left.site
    state = _state(inputs.store, made, output_digest(made) if made else "")
    manifest = _manifest(stage, state)
    files = replace(site.files, files={**stage.files, address.MANIFEST: manifest})
    state = replace(state, made_of=_made_of(manifest))
    site = replace(site, files=files, downloads=state, output=output_digest(files.files))
    stands = _left(stage.published, site, made)
    now = replace(stage.left, site=site, published=stands)
    stray = sorted(stage.published.but_for(stands))
    keep = partial(save, inputs.store, stage.left, now)
    publishing.publish(inputs.project.cache, inputs.project.site, stray, keep, recorded=True)
    return now, PublicationCounts(staged, len(stray), len(made) - staged)


def _manifest(stage: FirstStage, downloads: DownloadsState) -> PublishedFile:
    reports = stage.left.reports.values()
    manifest = Manifest(commit=stage.commit, reports=reports, files=stage.files, downloads=downloads)
    data = manifest.data(stage.inputs.store)
    return stage.staging.put(address.MANIFEST, "", data, stage.files[address.MANIFEST])[0]


def _left(before: PublishedSite, site: SiteState, made: Records) -> PublishedSite:
    """The target as the second stage leaves it: only downloads and the manifest may be others than ``before``."""
    digests = {**before.digests, "": site.output, DOWNLOADS: site.downloads.output}
    names = {"": site.files.files, DOWNLOADS: made}
    return published.left(before, {key: one for key, one in digests.items() if one}, names.__getitem__)
