"""Who promised something, where and when; and whether what became of it is a comparison of numbers."""

from __future__ import annotations

from msgspec import Struct

from disclosure.catalog import outcome
from disclosure.catalog.catalog import Report
from disclosure.catalog.entries import Commitment
from disclosure.pages.once import once


class SpeechView(Struct, frozen=True, kw_only=True):
    """A report as it was delivered: its own heading, by whom, in what office, on which day (ISO), of which place."""

    title: str
    heading: str
    speaker: str
    office: str
    day: str
    session: str
    place: str


class ClaimView(Struct, frozen=True):
    """``compared``: the outcome follows from targets and values by the published rule, and from nobody's word."""

    speech: SpeechView
    compared: bool


@once
def speech(report: Report) -> SpeechView:
    meta = report.meta
    return SpeechView(
        title=meta.title,
        heading=meta.heading,
        speaker=meta.speaker,
        office=meta.speaker_title,
        day=meta.delivered.isoformat(),
        session=meta.session,
        place=f"{meta.region}{meta.district}",
    )


def view(report: Report, one: Commitment) -> ClaimView:
    return ClaimView(speech(report), outcome.is_compared(one, report.follow[one.id]))
