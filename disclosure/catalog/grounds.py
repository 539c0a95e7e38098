"""Whether what a text of the editors stands on still holds, and what it is called: one place for checks and pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from disclosure.catalog.catalog import Report
from disclosure.catalog.entries import Commitment, Result
from disclosure.model.digest import DigestRecord
from disclosure.model.ground import GroundRecord, OwnGroundRecord
from disclosure.model.question import QuestionRecord
from disclosure.source.register import Located
from disclosure.translation import gettext as _


class Statement(Struct, frozen=True, kw_only=True):
    """A text of the editors that says what records say: the answer of a question, or a digest.

    ``name`` is what messages call it, ``what`` its text, which stands in ``field``. ``report`` is the one that a
    digest is of: its grounds are written without it, and stand here with it.
    """

    name: str
    what: str
    located: Located[Any]
    field: str
    text: str
    grounds: tuple[GroundRecord, ...]
    report: str = ""


class PlacedGround(Struct, frozen=True):
    """A ground and its place among those of its text."""

    statement: Statement
    n: int
    ground: GroundRecord


class Basis(Struct, frozen=True, kw_only=True):
    """What a ground speaks of: the record or the passage, as far as it is there, and what it says."""

    record: Commitment | Result | None
    passage: str
    text: str
    outcome: str


def of_questions(questions: Iterable[Located[QuestionRecord]]) -> Iterator[Statement]:
    for located in questions:
        one = located.value
        yield Statement(
            name=one.id, what=_("答案"), located=located, field="answer", text=one.answer, grounds=tuple(one.grounds)
        )


def of_digests(digests: Iterable[Located[DigestRecord]]) -> Iterator[Statement]:
    for located in digests:
        one = located.value
        yield Statement(
            name=_("小节 {section}").format(section=one.section) if one.section else _("整份报告"),
            what=_("摘要"),
            located=located,
            field="text",
            text=one.text,
            grounds=tuple(_of_any(ground, located.report) for ground in one.grounds),
            report=located.report,
        )


def _of_any(ground: OwnGroundRecord, report: str) -> GroundRecord:
    """A digest's ground as an answer would write it."""
    said = {**asdict(ground), "of": f"{report}/{ground.of}"} if ground.of else {**asdict(ground), "report": report}
    return GroundRecord(**said)


def report_of(ground: GroundRecord) -> str:
    """The report that a ground speaks of; empty where its editor named none."""
    return ground.of.partition("/")[0] if ground.of else ground.report or ""


def about(statements: Iterable[Statement], key: str) -> Iterator[PlacedGround]:
    """The grounds that speak of one report."""
    for statement in statements:
        for n, ground in enumerate(statement.grounds):
            if report_of(ground) == key:
                yield PlacedGround(statement, n, ground)


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


def successor(report: Report, ground: GroundRecord) -> str | None:
    """What took the place of what ``of`` names, where the register or the report's head says it."""
    id = (ground.of or "").partition("/")[2]
    return dict(report.register.superseded).get(id) or report.meta.retired.get(id.partition(".")[0])


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
