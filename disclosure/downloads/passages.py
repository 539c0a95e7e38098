"""``data/passages.jsonl``: a line for each passage and record, for whoever builds answers on the site.

A line can be quoted alone: it says where and as of when it was said, whether that time is over, what became of it, and
what must not be concluded from it, in the words of the pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from disclosure.catalog import address
from disclosure.downloads import passage_folder
from disclosure.downloads.passage_folder import PassageFolder, TextOfReport, row
from disclosure.downloads.rows import ReadCommitment, ReadOutcome, ReadRequest, ReadResult, ReadUpdate
from disclosure.exports import published
from disclosure.exports.listing import Listing
from disclosure.pages import cautions
from disclosure.translation import gettext as _
from disclosure.verdict import words as verdict_words

if TYPE_CHECKING:
    # As in exports/rows.py
    from disclosure.exports.shapes.passages import FoundOutcomeRow, PassageRow

# What a verdict's notes say that must be known with its result
CAREFUL = ("forecast", "preliminary", "margin", "bases-differ")


def write(data: Path, target: Path) -> None:
    encode = msgspec.json.Encoder().encode
    with target.open("wb") as file:
        file.writelines(encode(one) + b"\n" for one in passages(data))


def passages(data: Path) -> Iterator[PassageRow]:
    """A report's passages, the records of all reports, then what belongs to the whole site."""
    folder = passage_folder.folder(data)
    for text in published.texts(data, folder.reports, TextOfReport):
        yield from _of_text(folder, text)
    for made in (_notes, _commitments, _results, _updates, _digests, _requests, _indicators, _questions):
        yield from made(folder)


def _of_text(folder: PassageFolder, text: TextOfReport) -> Iterator[PassageRow]:
    """What a report says is a plan where a promise is made in it, and else its own account."""
    for one in (*text.opening, *text.paragraphs):
        said = cautions.PLANNED if (text.id, one.id) in folder.promising else cautions.CLAIMED
        yield row(
            folder,
            "passage",
            id=f"{text.id}/{one.id}",
            report=text.id,
            title=_("{id} 段").format(id=one.id),
            text=one.text,
            place=folder.place(text.id, one.section),
            url=address.passage(text.id, one.id),
            said=[said],
        )


class _GlossaryNote(Struct, frozen=True):
    """Of ``glossary.json``."""

    report: str
    number: int
    term: str
    explanation: str
    url: str


def _notes(folder: PassageFolder) -> Iterator[PassageRow]:
    for one in Listing(folder.data, "glossary").read(_GlossaryNote):
        yield row(
            folder,
            "note",
            id=f"{one.report}/note-{one.number}",
            report=one.report,
            title=one.term,
            text=one.explanation,
            place=_("{report}，注释").format(report=folder.reports[one.report].title),
            url=one.url,
            said=[cautions.CLAIMED],
        )


def _commitments(folder: PassageFolder) -> Iterator[PassageRow]:
    for one in Listing(folder.data, "commitments").read(ReadCommitment):
        yield row(
            folder,
            "commitment",
            id=f"{one.report}/{one.id}",
            report=one.report,
            title=one.title,
            text=one.quote,
            place=folder.place(one.report, one.section),
            url=one.url,
            said=_not_settled(one),
            days=tuple(one.days()),
            until=one.deadline,
            outcome=_outcome(folder, one.outcome),
        )


def _outcome(folder: PassageFolder, one: ReadOutcome) -> FoundOutcomeRow:
    return {
        "id": one.id,
        "label": one.label,
        "counts": one.counts,
        "means": folder.outcomes.get(one.id),
        "note": one.note,
    }


def _not_settled(one: ReadCommitment) -> Iterator[str]:
    """What its outcome, and what that rests on, leaves open."""
    yield from cautions.OF_OUTCOMES.get(one.outcome.id, ())
    if one.absence is not None:
        yield cautions.SILENCE if one.absence.absence == "nothing-public" else cautions.UNRECORDED
    notes = (note for target in one.targets if target.verdict for note in target.verdict.notes)
    yield from (verdict_words.NOTES[note] for note in notes if note in CAREFUL)


def _results(folder: PassageFolder) -> Iterator[PassageRow]:
    for one in Listing(folder.data, "results").read(ReadResult):
        yield row(
            folder,
            "result",
            id=f"{one.report}/{one.id}",
            report=one.report,
            title=one.title,
            text=one.quote,
            place=folder.place(one.report, one.section),
            url=one.url,
            said=() if one.checks else [cautions.CLAIMED],
            days=[each.date for each in one.checks],
        )


def _updates(folder: PassageFolder) -> Iterator[PassageRow]:
    for one in Listing(folder.data, "updates").read(ReadUpdate):
        yield row(
            folder,
            "update",
            id=f"updates/{one.report}/{one.id}",
            report=one.report,
            title=one.title,
            text=one.plain,
            place=_("{report}，跟踪更新").format(report=folder.reports[one.report].title),
            url=one.url,
            said=[cautions.ABOVE] if one.context else (),
            days=[one.date, one.recorded],
        )


class _DigestText(Struct, frozen=True):
    """Of ``digests.json``."""

    report: str
    section: str | None
    text: str
    url: str


def _digests(folder: PassageFolder) -> Iterator[PassageRow]:
    for one in Listing(folder.data, "digests").read(_DigestText):
        yield row(
            folder,
            "digest",
            id=f"{one.report}/{one.section}/digest" if one.section else f"{one.report}/digest",
            report=one.report,
            title=_("摘要"),
            text=one.text,
            place=folder.place(one.report, one.section),
            url=one.url,
            said=[cautions.DIGESTED],
        )


def _requests(folder: PassageFolder) -> Iterator[PassageRow]:
    for one in Listing(folder.data, "requests").read(ReadRequest):
        yield row(
            folder,
            "request",
            id=f"requests/{one.id}",
            report=one.report,
            title=one.title,
            text=_("{asks}（{state}）").format(asks=one.asks, state=one.state_label),
            place=_("公开申请"),
            url=one.url,
            days=[one.date, one.answer.date if one.answer else None],
        )


class _ValueWritten(Struct, frozen=True):
    period: str
    written: str
    report: str | None = None
    vintage_label: str | None = None


class _IndicatorValues(Struct, frozen=True):
    """Of ``indicators.json``."""

    id: str
    name: str
    observations: tuple[_ValueWritten, ...]
    targets: tuple[_ValueWritten, ...]


def _indicators(folder: PassageFolder) -> Iterator[PassageRow]:
    """An indicator's values as they were written, observed ones first."""
    for one in Listing(folder.data, "indicators").read(_IndicatorValues):
        yield row(
            folder,
            "indicator",
            id=f"indicators/{one.id}",
            report=None,
            title=one.name,
            text=_("；").join([*map(_observed, one.observations), *map(_aimed, one.targets)]),
            place=_("指标"),
            url=address.indicator(one.id),
            said=[cautions.PLANNED] if one.targets else (),
            days=[folder.delivered(each.report) for each in one.observations],
        )


def _observed(one: _ValueWritten) -> str:
    said = _("{period} {written}").format(period=one.period, written=one.written)
    return _("{said}（{vintage}）").format(said=said, vintage=one.vintage_label) if one.vintage_label else said


def _aimed(one: _ValueWritten) -> str:
    return _("{period} 目标{written}").format(period=one.period, written=one.written)


class _AnsweredQuestion(Struct, frozen=True):
    """Of ``questions.json``."""

    id: str
    question: str
    answer: str
    url: str


def _questions(folder: PassageFolder) -> Iterator[PassageRow]:
    for one in Listing(folder.data, "questions").read(_AnsweredQuestion):
        yield row(
            folder,
            "question",
            id=f"questions/{one.id}",
            report=None,
            title=one.question,
            text=one.answer,
            place=_("常问的问题"),
            url=one.url,
        )
