"""What the lines of ``data/passages.jsonl`` are made in: the published data, and what is looked up in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from disclosure.catalog import beside, data_folder, downloads
from disclosure.downloads.rows import ReadReport, ReadWord, newest
from disclosure.exports import published
from disclosure.exports.listing import Listing
from disclosure.model import vocabulary
from disclosure.pages import cautions
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

if TYPE_CHECKING:
    # As in exports/rows.py
    from disclosure.exports.shapes.passages import FoundOutcomeRow, PassageRow

KINDS = {
    "passage": N_("报告原文"),
    "note": N_("名词解释"),
    "commitment": N_("承诺"),
    "result": N_("成果和不足"),
    "update": N_("跟踪更新"),
    "digest": N_("摘要"),
    "request": N_("公开申请"),
    "indicator": N_("指标"),
    "question": N_("常问的问题"),
}


# What speaks of the report's year, and is not of the present once that is over
OF_THE_YEAR = ("passage", "commitment", "result", "digest")


class _SectionTitle(Struct, frozen=True):
    id: str
    title: str


class _ReportParagraph(Struct, frozen=True):
    id: str
    section: str | None
    text: str


class TextOfReport(Struct, frozen=True):
    """Of ``report-<key>.json``."""

    id: str
    opening: tuple[_ReportParagraph, ...]
    sections: tuple[_SectionTitle, ...]
    paragraphs: tuple[_ReportParagraph, ...]


class PassageFolder(Struct, frozen=True, kw_only=True):
    """The published data, and what is looked up in it: titles of sections, what words mean, which passages hold
    promises."""

    data: Path
    reports: Mapping[str, ReadReport]
    sections: Mapping[tuple[str, str], str]
    outcomes: Mapping[str, str]
    promising: frozenset[tuple[str, str]]

    def place(self, report: str, section: str | None) -> str:
        """拾光区政府工作报告，（一）推动产业升级."""
        title = self.sections.get((report, section or ""))
        named = self.reports[report].title
        return _("{report}，{section}").format(report=named, section=title) if title else named

    def delivered(self, report: str | None) -> str | None:
        one = self.reports.get(report or "")
        return one.delivered if one else None


class _QuotedPassage(Struct, frozen=True):
    report: str
    passage: str


def folder(data: Path) -> PassageFolder:
    reports = list(Listing(data, "reports").read(ReadReport))
    words = Listing(data, "vocabulary").read(ReadWord)
    quoted = Listing(data, "commitments").read(_QuotedPassage)
    return PassageFolder(
        data=data,
        reports={one.id: one for one in reports},
        sections={
            (one.id, each.id): each.title
            for one in published.texts(data, (each.id for each in reports), TextOfReport)
            for each in one.sections
        },
        outcomes={one.id: one.description for one in words if one.vocabulary == vocabulary.OUTCOMES},
        promising=frozenset((one.report, one.passage) for one in quoted),
    )


def row(
    folder: PassageFolder,
    kind: str,
    *,
    id: str,
    report: str | None,
    title: str,
    text: str,
    place: str,
    url: str,
    said: Iterable[str] = (),
    days: Sequence[str | None] = (),
    until: str | None = None,
    outcome: FoundOutcomeRow | None = None,
) -> PassageRow:
    """``days``: of the material that it stands on. Of what is said of a report's year, ``until`` may be another day."""
    of, twin = folder.reports.get(report or ""), beside.twin(url)
    delivered = of.delivered if of else None
    of_its_year = of if kind in OF_THE_YEAR else None
    return {
        "id": id,
        "kind": kind,
        "kind_label": _(KINDS[kind]),
        "report": report,
        "title": title,
        "text": text,
        "place": place,
        "url": url,
        "data": twin if downloads.is_download(twin) and not _is_bare(folder, kind) else None,
        "as_of": newest([*days, delivered]),
        "valid_from": delivered if of_its_year else newest(days) or delivered,
        "valid_until": until or (of_its_year.until if of_its_year else None),
        "over": of.over if of else False,
        "outcome": outcome,
        "not_to_conclude": [*dict.fromkeys(map(_, said)), *_over(of_its_year)],
    }


def _is_bare(folder: PassageFolder, kind: str) -> bool:
    """Whether nothing stands beside such a page: of a district, beside pages of the whole site."""
    return kind == "request" and data_folder.is_of_district(folder.data)


def _over(report: ReadReport | None) -> Iterator[str]:
    if report is not None and report.over:
        yield cautions.over(report.year)
