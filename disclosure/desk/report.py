"""What the desk is told of a report when it is chosen, and the standing text of the report's files that it changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import msgspec
from msgspec import Struct

from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.evidence import Evidence
from disclosure.catalog.followup import Update
from disclosure.desk import promises, standing
from disclosure.desk.promises import DeskPromise
from disclosure.model.site import Site

# A report's parts of the desk, by the names of their pieces: each is a file of its own
RECORDS, FILES, COMMITMENTS, UPDATES = "desk:reports", "desk:files", "desk:commitments", "desk:updates"
NAMES = (RECORDS, FILES, COMMITMENTS, UPDATES)


class KnownEvidence(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A document that was cited before: to be cited again, or noticed when it is entered twice. ``date`` is ISO."""

    publisher: str = ""
    title: str = ""
    url: str = ""
    locator: str = ""
    date: str = ""
    seen: str = ""


class KnownUpdate(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An update on file: ``record`` is what corrections call it, ``commitments`` as ``2022/c016``; days are ISO.
    ``evidence`` are places in the report's list of documents."""

    record: str
    title: str
    published: str
    date: str = ""
    commitments: tuple[str, ...] = ()
    evidence: tuple[int, ...] = ()


class KnownDocument(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A document that is missing, as requests name it (``2022/work-report-2023``); ``found`` once it is public."""

    id: str
    label: str
    holder: str
    found: bool = False


class DeskReport(Struct, frozen=True, kw_only=True):
    """What forms offer of a report, ``delivered`` on a day (ISO); ``publishers`` are those of its evidence, the most
    cited first."""

    delivered: str
    promises: tuple[DeskPromise, ...]
    documents: tuple[KnownDocument, ...]
    updates: tuple[KnownUpdate, ...]
    evidence: tuple[KnownEvidence, ...]
    publishers: tuple[str, ...]


def names(site: Site) -> tuple[str, ...]:
    """The pieces of a report of this site."""
    return NAMES if site.desk else ()


def data_name(piece: str, key: str) -> str:
    """What scripts ask for a report's part by: ``reports/2022``."""
    return f"{piece.partition(':')[2]}/{key}"


def pieces(catalog: Catalog, report: Report) -> dict[str, bytes]:
    """The report's parts as JSON, by name."""
    if not names(catalog.site):
        return {}
    offered = told(catalog, report)
    made: Mapping[str, object] = {
        RECORDS: offered,
        FILES: standing.texts(catalog, (f"votes/{report.key}.yml", f"responsibilities/{report.key}.yml")),
        COMMITMENTS: standing.texts(catalog, (one.file for one in offered.promises)),
        UPDATES: standing.texts(catalog, (one.name for one in report.updates)),
    }
    return {name: msgspec.json.encode(value) for name, value in made.items()}


def told(catalog: Catalog, report: Report) -> DeskReport:
    cited = list(dict.fromkeys(_evidence(one) for update in report.updates for one in update.evidence))
    numbers = {one: n for n, one in enumerate(cited)}
    publishers = Counter(one.publisher for update in report.updates for one in update.evidence if one.publisher)
    return DeskReport(
        delivered=report.meta.delivered.isoformat(),
        promises=tuple(promises.of_report(catalog, report)),
        documents=tuple(
            KnownDocument(id=f"{report.key}/{one.id}", label=one.name, holder=one.holder, found=one.found is not None)
            for one in report.documents
        ),
        updates=tuple(_update(report, one, numbers) for one in report.updates),
        evidence=tuple(cited),
        publishers=tuple(name for name, _times in publishers.most_common()),
    )


def _update(report: Report, one: Update, numbers: Mapping[KnownEvidence, int]) -> KnownUpdate:
    named = (*((report.key, id) for id in one.commitments), *one.elsewhere)
    return KnownUpdate(
        record=one.name.removesuffix(".md"),
        title=one.title,
        published=one.recorded.isoformat(),
        date=one.day.isoformat() if one.day else "",
        commitments=tuple(f"{key}/{id}" for key, id in named),
        evidence=tuple(numbers[_evidence(each)] for each in one.evidence),
    )


def _evidence(one: Evidence) -> KnownEvidence:
    return KnownEvidence(
        publisher=one.publisher,
        title=one.title,
        url=one.url,
        locator=one.locator,
        date=one.day.isoformat() if one.day else "",
        seen=one.seen.label if one.seen else "",
    )
