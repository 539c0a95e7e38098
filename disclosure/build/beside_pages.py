"""The files beside the pages of the whole site, or of a district: what scripts load, and those of pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from disclosure.cache.state import FileCounts
from disclosure.output import picture
from disclosure.pages.kind import PageData
from disclosure.pages.picture import Picture
from disclosure.publishing.staging import PublishedFile, Staging
from disclosure.search import data_file


def stage(
    loaded: Iterable[PageData],
    pictures: Iterable[Picture],
    staging: Staging,
    previous: Mapping[str, PublishedFile],
) -> Iterator[tuple[str, PublishedFile, FileCounts]]:
    for one in loaded:
        record, staged = staging.put(one.address, "", data_file.encode(one.name, one.value), previous.get(one.address))
        yield one.address, record, FileCounts(files=1, staged=staged)
    for drawn in pictures:
        for where, record, staged in picture.stage(drawn, staging, previous):
            yield where, record, FileCounts(files=1, staged=staged)
