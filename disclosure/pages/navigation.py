"""Links of the navigation: what the rows of the ``registry`` put into it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog
from disclosure.pages.chrome import KnownReport
from disclosure.pages.kind import InReport, Navigation
from disclosure.pages.page import Link
from disclosure.translation import gettext as _


def in_report(where: Callable[[str], str], holds: Callable[[KnownReport], object] = bool) -> InReport:
    """A page in any report that ``holds`` what it shows."""
    return lambda report: where(report.key) if holds(report) else ""


def to_newest(label: str, there: InReport) -> Navigation:
    """A link into the newest report, if that has such a page."""

    def links(_catalog: Catalog, newest: KnownReport | None) -> Iterable[Link]:
        found = there(newest) if newest else ""
        return (Link(_(label), found),) if found else ()

    return links


OVERVIEW = in_report(address.report)
TEXT = in_report(address.text)
COMMITMENTS = in_report(address.commitments, lambda report: report.commitments)
TASKS = in_report(address.tasks, lambda report: report.commitments)
PROGRESS = in_report(address.progress, lambda report: report.commitments)
GAPS = in_report(address.gaps, lambda report: report.documents)
RESULTS = in_report(address.results, lambda report: report.results)


def to(label: str, where: str, when: Callable[[Catalog, KnownReport | None], object]) -> Navigation:
    """A link to the only page of its kind, ``when`` there is one."""
    return lambda catalog, newest: (Link(_(label), where),) if when(catalog, newest) else ()


def to_narratives(catalog: Catalog, _newest: KnownReport | None) -> Iterable[Link]:
    shown = (one for one in catalog.narratives if one.name in ("method.md", "about.md"))
    return (Link(one.meta.title, one.address) for one in shown)
