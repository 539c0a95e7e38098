"""A feed, or a calendar, to bytes; or left as it stands where it would say the same."""

from __future__ import annotations

from disclosure.feeds.of_report import FeedFile
from disclosure.publishing.staging import PublishedFile, Staging
from disclosure.theme import theme as theming


def stage(file: FeedFile, staging: Staging, known: PublishedFile | None) -> tuple[PublishedFile, bool]:
    """The file's record, and whether it had to be staged."""
    fingerprint = theming.digest(theming.program_digest(), file.values)
    if known is not None and staging.is_current(file.address, known, fingerprint):
        return known, False
    return staging.put(file.address, fingerprint, file.make(), known)
