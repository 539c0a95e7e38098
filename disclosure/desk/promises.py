"""What a form offers of a report's promises: their words and targets, how far they are, what is unsure about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from disclosure import quantity
from disclosure.catalog import strengths
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment, Target
from disclosure.catalog.followup import FollowUp
from disclosure.model import vocabulary
from disclosure.quantity import Operator
from disclosure.translation import mark as N_
from disclosure.verdict.judge import UNJUDGED
from disclosure.verdict.words import is_based

# The fields of a value that are held against a target, beside its time; all others take value and unit
VALUE = ("value", "unit")
ASKS: Mapping[Operator, tuple[str, ...]] = {
    Operator.DEADLINE: ("done", "open_on"),
    Operator.FREQUENCY: ("counts",),
    Operator.PROCESS: ("started",),
    Operator.ALL: (*VALUE, "denominator"),
    Operator.COMPARE: (*VALUE, "reference"),
    Operator.GT_REF: (*VALUE, "reference"),
    Operator.EXTERNAL: (*VALUE, "reference"),
}

# What is unsure, in a sentence for each sign
DOUBTS: Mapping[str, str] = {
    "strength": N_("原文没有表明强度的词，强度按上下文推定"),
    "deadline": N_("原文没有写完成时限，按当年12月31日算"),
    "no-lead": N_("还没有登记责任单位"),
    "lead-gone": N_("登记的责任单位已经撤销或并入别的单位"),
    "not-compared": N_("这个目标没有自动对照的规则：数值照样显示，达没达到由人判断"),
    "needs-reference": N_("要和另一个数比：公开材料里有参照数才能对照"),
    "needs-base": N_("要和上年比，本站没有登记上年数：公开材料里有就写在“上年基数”里"),
    "process": N_("只看有没有启动，不看数"),
    "unit": N_("程序不认识这个目标的单位，数值照材料的单位写，发布前请核对"),
    "by-editor": N_("目标的读法由编者改写过"),
}


class DeskTarget(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A target: ``n`` counts from 1. ``asks`` are the fields of a value that can be held against it; ``unsure`` are
    signs of ``DOUBTS``. ``counted``: it counts things one by one, none of which can be fewer than none."""

    n: int
    measure: str
    written: str
    operator: str
    strength: str
    asks: tuple[str, ...]
    value: Decimal | None = None
    upper: Decimal | None = None
    unit: str = ""
    counted: bool = False
    unsure: tuple[str, ...] = ()


class DeskPromise(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A promise: ``section`` is a title, ``deadline`` a day (ISO), ``file`` its content file; words are labels.
    ``candidate``: deputies vote on it. ``latest`` is the day of its newest update."""

    id: str
    title: str
    quote: str
    section: str
    kind: str
    outcome: str
    strength: str
    deadline: str
    file: str
    reported: str = ""
    evidenced: str = ""
    lead: str = ""
    latest: str = ""
    candidate: bool = False
    targets: tuple[DeskTarget, ...] = ()
    unsure: tuple[str, ...] = ()


def of_report(catalog: Catalog, report: Report) -> Iterator[DeskPromise]:
    names = {file.path: file.name for file in catalog.files}
    for one in report.register.commitments:
        yield _promise(catalog, report, one, names[one.located.written.path])


def _promise(catalog: Catalog, report: Report, one: Commitment, file: str) -> DeskPromise:
    follow, held = report.follow[one.id], report.responsibility[one.id]
    section = report.sections.get(one.section)
    return DeskPromise(
        id=one.id,
        title=one.title,
        quote="" if one.quote == one.title else one.quote,
        section=section.title if section else "",
        kind=one.kind.label,
        outcome=report.outcomes[one.id].label,
        strength=one.strength.term.label,
        deadline=one.deadline.isoformat(),
        file=file,
        reported=follow.reported.term.label,
        evidenced=follow.evidenced.term.label if follow.evidenced else "",
        lead=held.lead.label if held.lead else "",
        latest=_latest(follow),
        candidate=one.kind.id == "livelihood",
        targets=tuple(_target(target) for target in one.targets),
        unsure=tuple(_unsure(catalog, report, one)),
    )


def _latest(follow: FollowUp) -> str:
    days = [day for one in follow.updates if (day := one.known or one.recorded)]
    return max(days).isoformat() if days else ""


def _unsure(catalog: Catalog, report: Report, one: Commitment) -> Iterator[str]:
    lead = report.responsibility[one.id].lead
    if one.strength.source == strengths.BARE:
        yield "strength"
    if not one.deadline_stated:
        yield "deadline"
    if lead is None:
        yield "no-lead"
    elif (word := catalog.words.word(vocabulary.DEPARTMENTS, lead.id)) is not None and word.until:
        yield "lead-gone"


def _target(one: Target) -> DeskTarget:
    read = one.quantity
    asked = ASKS.get(read.operator, VALUE)
    return DeskTarget(
        n=one.n + 1,
        measure=one.measure,
        written=one.written,
        operator=read.operator.value,
        strength=one.strength.term.label,
        asks=(*asked, "base") if _needs_base(one) else asked,
        value=read.value,
        upper=read.upper,
        unit=read.unit,
        counted=bool(read.unit) and quantity.counts(read.unit) and not quantity.may_be_negative(one.measure, read),
        unsure=tuple(_doubts(one)),
    )


def _needs_base(one: Target) -> bool:
    """Whether it is last year's level that decides, and nobody has put it on file."""
    return is_based(one.quantity) and one.baseline is None and one.start is None


def _doubts(one: Target) -> Iterator[str]:
    operator = one.quantity.operator
    if operator is Operator.PROCESS:
        yield "process"
    elif operator in UNJUDGED:
        yield "not-compared"
    if "reference" in ASKS.get(operator, ()):
        yield "needs-reference"
    if _needs_base(one):
        yield "needs-base"
    if one.quantity.unknown_unit:
        yield "unit"
    if one.strength.source == strengths.BARE:
        yield "strength"
    if one.overridden:
        yield "by-editor"
