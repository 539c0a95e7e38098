"""A target's verdict with its working, every vintage, the changed target, the place in the calendar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from disclosure import quantity
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.entries import AdjustedTarget
from disclosure.catalog.followup import Ruling
from disclosure.catalog.outcome import Outcome, is_awaited, of_target, worded
from disclosure.catalog.words import Vocabularies
from disclosure.model import vocabulary
from disclosure.model.vocabulary import Term
from disclosure.pages import picture
from disclosure.pages.page import chinese_date
from disclosure.quantity import Quantity
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_
from disclosure.verdict import ObservedValue, Verdict, VerdictResult, miss
from disclosure.verdict.words import ADJUSTED, note

# In the order in which they are counted; what just meets its target goes to a person, as what is undecided does
COUNTED = {
    VerdictResult.MET: N_("{n}个达成"),
    VerdictResult.NOT_MET: N_("{n}个没有达成"),
    VerdictResult.UNDECIDED: N_("{n}个待人工判断"),
}
ONE = {
    VerdictResult.MET: N_("达成"),
    VerdictResult.NOT_MET: N_("没有达成"),
    VerdictResult.UNDECIDED: N_("待人工判断"),
}
ALL = {
    VerdictResult.MET: N_("全部达成"),
    VerdictResult.NOT_MET: N_("都没有达成"),
    VerdictResult.UNDECIDED: N_("都待人工判断"),
}
# What should have been reached is shown to a tenth
STEP = Decimal("0.1")


class VerdictView(Struct, frozen=True, kw_only=True):
    """``outcome`` is the verdict in a word, ``sum`` the same with its working for a word.

    ``all`` are the observations with their sums, best known first, where there is more than one.
    """

    measure: str
    written: str
    term: Term
    outcome: Outcome
    sum: Outcome
    working: str
    rule: str
    notes: tuple[str, ...]
    all: tuple[tuple[str, str], ...]
    changed: str
    schedule: str


def view(catalog: Catalog, ruling: Ruling, *, has_day: bool) -> VerdictView:
    """``has_day``: a principle or a candidate project has no place in the calendar."""
    said = ruling.settled.verdict
    several = ruling.settled.all if len(ruling.settled.all) > 1 else ()
    return VerdictView(
        measure=ruling.target.measure,
        written=ruling.target.written,
        term=ruling.term,
        outcome=replace(of_target(catalog.words, ruling), label=label(catalog.words, ruling)),
        sum=replace(of_target(catalog.words, ruling), label=said.working),
        working=said.working,
        rule=_rule(catalog, said),
        notes=tuple(note(id) for id in said.notes),
        all=tuple((_which(catalog, seen), each.working) for seen, each in several),
        changed=ruling.changed.verdict.working if ruling.changed else "",
        schedule=_schedule(ruling) if has_day else "",
    )


def label(words: Vocabularies, ruling: Ruling) -> str:
    """A miss is worded by the strength of the promise; what only lacks a value, as its outcome is."""
    if ruling.settled.verdict.outcome is VerdictResult.NOT_MET:
        return miss(ruling.target.strength.term.id)
    return of_target(words, ruling).label if is_awaited(ruling) else ruling.term.label


def is_reached_later(outcome: VerdictResult, adjusted: AdjustedTarget | None) -> bool:
    """Whether a target was not reached as promised, and was as adjusted."""
    return outcome is VerdictResult.NOT_MET and adjusted is not None and adjusted.reached


def adjusted(one: AdjustedTarget) -> str:
    """2024年7月10日调整为3500个; of a deadline, its new day."""
    words = _("{day}调整为{became}") if one.written else _("{day}期限调整为{became}")
    return words.format(day=chinese_date(one.day), became=one.written or chinese_date(one.due))


def result(words: Vocabularies, ruling: Ruling) -> Outcome:
    """The word of one target as its promise's page has it: a miss that an adjustment made good has one of its own."""
    if is_reached_later(ruling.settled.verdict.outcome, ruling.adjusted):
        return worded(words, "adjusted-met")
    return replace(of_target(words, ruling), label=label(words, ruling))


def counts(outcomes: Iterable[VerdictResult], later: int = 0) -> str:
    """1个达成、2个没有达成; 全部达成. Of verdicts that say something alone, ``later`` of them reached as adjusted."""
    said = _counts(outcomes)
    return _("{said}（没有达成的里有{n}个调整后达成）").format(said=said, n=later) if later else said


def alone(outcome: VerdictResult, later: bool = False) -> str:
    """Of one verdict."""
    if later:
        return _(ADJUSTED)
    return _(ONE[VerdictResult.UNDECIDED if outcome is VerdictResult.JUST else outcome])


def _counts(outcomes: Iterable[VerdictResult]) -> str:
    found: Counter[VerdictResult] = Counter(
        VerdictResult.UNDECIDED if one is VerdictResult.JUST else one for one in outcomes
    )
    if found.total() > 1 and len(found) == 1:
        return _(ALL[next(iter(found))])
    return _("、").join(_(words).format(n=found[one]) for one, words in COUNTED.items() if found[one])


def came(aim: Quantity, seen: ObservedValue) -> str:
    """初步数5.6%; 实际下降3.2%, where it is a rate, or of a target that is a fall. Nothing where no value was seen."""
    if seen.value is None:
        return ""
    fell = seen.value < 0 and (quantity.reduces(aim) or quantity.is_rate(seen.unit))
    said = _("{kind}下降{value}") if fell else _("{kind}{value}")
    value = quantity.spell(-seen.value if fell else seen.value, seen.unit)
    return said.format(kind=_(picture.OBSERVED[picture.kind(seen.vintage)]), value=value)


def _rule(catalog: Catalog, said: Verdict) -> str:
    operator = catalog.words.id(vocabulary.OPERATORS, said.rule).label
    if not said.rubric:
        return _("规则：{operator}").format(operator=operator)
    return _("规则：{operator}，对照尺度第{version}版").format(operator=operator, version=said.rubric)


def _which(catalog: Catalog, seen: ObservedValue) -> str:
    """截至2024-12-31，最终，同口径."""
    words = [_("截至{day}").format(day=seen.until.isoformat())]
    if seen.vintage:
        words.append(catalog.words.id(vocabulary.VINTAGES, seen.vintage).label)
    if seen.basis:
        words.append(catalog.words.id(vocabulary.BASES, seen.basis).label)
    return "，".join(words)


def _schedule(ruling: Ruling) -> str:
    if ruling.expected is None:
        return ruling.schedule.label
    figure = quantity.spell(ruling.expected.quantize(STEP), ruling.target.quantity.unit)
    return _("{label}（到那时应达到{figure}）").format(label=ruling.schedule.label, figure=figure)
