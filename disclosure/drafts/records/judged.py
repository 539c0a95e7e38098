"""Drafts held against the real reading and the real checks, and mended by what these say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from disclosure.drafting import Proposal
from disclosure.drafts.records import doubts, trial
from disclosure.drafts.records.known import ReportKnowledge
from disclosure.drafts.records.made import DraftRecord
from disclosure.drafts.records.trial import Trial
from disclosure.model import vocabulary
from disclosure.translation import gettext as _

# A strength stands before these
BEHIND_STRENGTH = ("results", "same_matter")


def judged(known: ReportKnowledge, made: Sequence[DraftRecord]) -> tuple[list[DraftRecord], list[Proposal]]:
    """The records as the program reads them, but for exemptions that others make needless; and proposals to exempt the
    figures that stand in a record's quote, and in none of its measures and figures.

    Number and date are written by what it read, a strength where it reads none; what a check would say all the same is
    a doubt.
    """
    first = Trial(known, made)
    read = [_as_read(known, one, first) for one in made]
    second = Trial(known, read)
    needless = second.needless()
    kept = [_with_check(one, second) for one in read if one.name not in needless]
    return kept, [trial.exempting(one) for one in second.open_figures()]


def _with_check(one: DraftRecord, seen: Trial) -> DraftRecord:
    told = map(doubts.of_check, seen.said(one.name))
    return replace(one, doubts=(*one.doubts, *told), reads=seen.reads(one.name))


def _as_read(known: ReportKnowledge, one: DraftRecord, seen: Trial) -> DraftRecord:
    if one.kind != "commitment":
        return one
    values = dict(one.values)
    facts = {known.label(vocabulary.SPECIFICITY, id) for id in seen.facts(one.name)}
    every = facts.union(values["specificity"])
    values["specificity"] = [label for label in known.words.labels(vocabulary.SPECIFICITY) if label in every]
    told: tuple[str, ...] = ()
    if seen.lacks_strength(one.name):
        values, told = _with_strength(known, values)
    return replace(one, values=values, doubts=(*one.doubts, *told))


def _with_strength(known: ReportKnowledge, values: dict[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """A strength that no word of the text says must be written, with the reason."""
    told: tuple[str, ...] = ()
    if values["kind"] == known.label(vocabulary.KINDS, "livelihood"):
        level = known.label(vocabulary.STRENGTHS, "promised")
        because = _("列为民生实事候选项目，按承诺计；是否列入以票决结果为准")
    else:
        level = known.label(vocabulary.STRENGTHS, "process")
        because = _("原文没有写明要完成什么的词，也没有数量和时限")
        told = (_("程序读不出强度，先写“{level}”：对不对，because 怎样写").format(level=level),)
    before = {name: value for name, value in values.items() if name not in BEHIND_STRENGTH}
    after = {name: value for name, value in values.items() if name in BEHIND_STRENGTH}
    return {**before, "strength": level, "because": because, **after}, told
