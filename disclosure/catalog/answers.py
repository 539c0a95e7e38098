"""Whether the grounds of an answer still hold, and what they are called: one function for checks and pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from disclosure.catalog.catalog import Report
from disclosure.catalog.entries import Commitment, Result
from disclosure.model.question import GroundRecord, QuestionRecord
from disclosure.source.register import Located

# A question with the place of one of its grounds among them
PlacedGround = tuple[Located[QuestionRecord], int, GroundRecord]


class Basis(Struct, frozen=True, kw_only=True):
    """What a ground speaks of: the record or the passage, as far as it is there, and what it says."""

    record: Commitment | Result | None
    passage: str
    text: str
    outcome: str


def report_of(ground: GroundRecord) -> str:
    """The report that a ground speaks of; empty where its editor named none."""
    return ground.of.partition("/")[0] if ground.of else ground.report or ""


def about(questions: Iterable[Located[QuestionRecord]], key: str) -> Iterator[PlacedGround]:
    """The grounds that speak of one report."""
    for located in questions:
        for n, ground in enumerate(located.value.grounds):
            if report_of(ground) == key:
                yield located, n, ground


def basis(report: Report, ground: GroundRecord) -> Basis | None:
    """What ``of`` names; ``None`` where the report has no such record or passage."""
    id = (ground.of or "").partition("/")[2]
    record = report.register.find(id)
    if record is not None:
        outcome = report.outcomes[id].label if isinstance(record, Commitment) else ""
        return Basis(
            record=record, passage=record.span.passage, text=f"{record.title}\n{record.quote}", outcome=outcome
        )
    paragraph = report.by_id.get(id.partition(".")[0])
    if paragraph is None:
        return None
    if "." not in id:
        return Basis(record=None, passage=id, text=paragraph.text, outcome="")
    sentence = next((one for one in paragraph.sentences if one.id == id), None)
    text = paragraph.text[sentence.start : sentence.end] if sentence else ""
    return Basis(record=None, passage=id, text=text, outcome="") if sentence else None


def counted(report: Report, ground: GroundRecord) -> tuple[Commitment, ...]:
    """The commitments that ``count`` counts."""
    return tuple(
        one
        for one in report.register.commitments
        if (not ground.kind or one.kind.label == ground.kind)
        and (not ground.naming or _is_named(report, one, ground.naming))
    )


def _is_named(report: Report, one: Commitment, naming: str) -> bool:
    """Whether somebody answers for it: by the report itself, or in this duty by whatever document holds today."""
    if naming != "report":
        return bool(getattr(report.responsibility[one.id], naming))
    record = one.located.value
    return bool(record.leader or record.lead or record.supporting)


def holding(report: Report, words: Iterable[str]) -> Iterator[tuple[str, Commitment]]:
    """The commitments that hold one of the words after all, each with it."""
    for word in words:
        for one in report.register.commitments:
            if word in one.quote:
                yield word, one
