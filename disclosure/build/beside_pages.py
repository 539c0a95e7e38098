"""The files beside the pages of the whole site: what their scripts load, and those of their pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from disclosure.build.site_plan import SitePlan
from disclosure.cache.state import FileCounts
from disclosure.output import picture
from disclosure.publishing.staging import PublishedFile, Staging
from disclosure.search import data_file


def stage(
    plan: SitePlan, staging: Staging, previous: Mapping[str, PublishedFile]
) -> Iterator[tuple[str, PublishedFile, FileCounts]]:
    for one in plan.loaded:
        record, staged = staging.put(one.address, "", data_file.encode(one.name, one.value), previous.get(one.address))
        yield one.address, record, FileCounts(files=1, staged=staged)
    for drawn in plan.pictures:
        for where, record, staged in picture.stage(drawn, staging, previous):
            yield where, record, FileCounts(files=1, staged=staged)
