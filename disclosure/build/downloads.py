"""The second stage of a build, once the pages stand: the files that are made of the published data.

Each is made again where a file that it is made of, the program or its own bytes are others than they were. Killed at
any moment, the site is whole, and its manifest lists what stands: a download may be missing or of the build before,
until the next build.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from disclosure.build.inputs import Inputs
from disclosure.build.manifest import Manifest
from disclosure.build.previous import PreviousBuild, save
from disclosure.build.report_files import manifest_lines
from disclosure.cache import published, seal
from disclosure.cache.owned import DOWNLOADS, output_digest
from disclosure.cache.published import PublishedSite
from disclosure.cache.state import DownloadsState, SiteState
from disclosure.cache.store import Store
from disclosure.catalog import address, downloads
from disclosure.output import downloads as output
from disclosure.output import share_images
from disclosure.output.downloads import Making
from disclosure.output.share_images import ImageInputs
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
    staging = inputs.published.staging(inputs.project.site)
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


def _state(store: Store, files: Records, output: str) -> DownloadsState:
    if not files:
        return DownloadsState(output=output)
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


def publish(stage: FirstStage) -> tuple[PreviousBuild, PublicationCounts]:
    """Bring the downloads up to date with the pages and data that stand; what the next build has to know."""
    last = stage.left.site.downloads
    if last.made_of == _made_of(stage, stage.files[address.MANIFEST]):
        return stage.left, PublicationCounts(0, 0, len(stage.published.addresses(DOWNLOADS)))
    with publishing.disk():
        known = _records(stage.inputs.store, last)
        making = Making(
            site=stage.inputs.project.site,
            published=publishing.listed(stage.inputs.project.site),
            staging=stage.staging,
            known=known,
            # Where nobody knows any more which twins there are, they are made anew, or all would go
            twins=last.twins if known else "",
        )
        twins = output.twin_sources(making)
        progress = partial(stage.inputs.options.progress, "downloads")
        images = share_images.stage(_images(stage, making))
        made = list(chain(output.stage(making, progress), output.stage_twins(making, twins), images))
        records = {where: record for where, record, _staged in made}
        state = replace(_state(stage.inputs.store, records, _output(records)), twins=twins)
        return _publish(stage, records, state, sum(staged for _where, _record, staged in made))


def _images(stage: FirstStage, making: Making) -> ImageInputs:
    common = stage.inputs.common
    return ImageInputs(making=making, site=common.site, words=stage.inputs.site.catalog.words, font=stage.inputs.font)


def _made_of(stage: FirstStage, manifest: PublishedFile) -> str:
    """A digest of all that has a say in any download: every published file, the program, the libraries and the font
    there are.

    The manifest lists the downloads too, so that it is another one until they are what they shall be.
    """
    available = [one.address for one in downloads.available()]
    return theming.digest(theming.program_digest(), manifest.sha256, available, stage.inputs.font)


def _output(records: Records) -> str:
    return output_digest(records) if records else ""


def _publish(
    stage: FirstStage, made: Records, state: DownloadsState, staged: int
) -> tuple[PreviousBuild, PublicationCounts]:
    """The downloads, and the manifest that lists them, into the target."""
    inputs, site = stage.inputs, stage.left.site
    files = replace(site.files, files={**stage.files, **_manifest(stage, state)})
    state = replace(state, made_of=_made_of(stage, files.files[address.MANIFEST]))
    site = replace(site, files=files, downloads=state, output=output_digest(files.files))
    stands = _left(stage.published, site, made)
    now = replace(stage.left, site=site, published=stands)
    stray = sorted(stage.published.but_for(stands))

    def saved(moved: list[str]) -> None:
        sealed = seal.keep(seal.known(inputs.store), inputs.project.site, moved, stray)
        save(inputs.store, stage.left, now, sealed)

    publishing.publish(inputs.project.cache, inputs.project.site, stray, saved, recorded=True)
    return now, PublicationCounts(staged, len(stray), len(made) - staged)


def _manifest(stage: FirstStage, downloads: DownloadsState) -> dict[str, PublishedFile]:
    """The manifest, and its parts where it has any."""
    reports = tuple(stage.left.reports.values())
    manifest = Manifest(commit=stage.commit, reports=reports, files=stage.files, downloads=downloads)
    staged = manifest.stage(stage.inputs.store, stage.staging, stage.files)
    return {where: record for where, record, _counts in staged}


def _left(before: PublishedSite, site: SiteState, made: Records) -> PublishedSite:
    """The target as the second stage leaves it: only downloads and the manifest may be others than ``before``."""
    digests = {**before.digests, "": site.output, DOWNLOADS: site.downloads.output}
    names = {"": site.files.files, DOWNLOADS: made}
    return published.left(before, {key: one for key, one in digests.items() if one}, names.__getitem__)
