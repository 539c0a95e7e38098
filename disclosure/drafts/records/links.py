"""What a record has to do with others: last year's figures, promises of earlier reports, indicators."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from msgspec import Struct

from disclosure.catalog.entries import Commitment, Result
from disclosure.drafts.records.figures import VERB, DraftFigure
from disclosure.drafts.records.likeness import Weights
from disclosure.drafts.records.made import DraftIndicatorLine
from disclosure.model.indicator import IndicatorRecord
from disclosure.quantity import parse

# So much alike, two texts are about the same; and so much, an editor should look
SAME, ALIKE = 0.62, 0.5
NAMED: Final = re.compile(r"(?:增速|增长率|增幅|增长|情况|数量|个数|总量)$")
WHOLE: Final = re.compile(r"^(?:新增|完成|累计|全区|全市|全县|全年|地方|区级)+")


class DraftLink(Struct, frozen=True):
    """A record, by the name that is written, and whether it may be another."""

    name: str
    unsure: bool


def core(measure: str) -> str:
    """What is measured, without whether it grows and without what was done to it."""
    words = WHOLE.sub("", NAMED.sub("", measure))
    verb = VERB.match(words)
    return words[verb.end() :] if verb and len(words) > verb.end() + 1 else words


def answers(
    quote: str, figures: Iterable[DraftFigure], earlier: Mapping[str, Commitment], by: Weights
) -> DraftLink | None:
    """The earlier promise that a result tells of: the likest, where it is alike enough or counts the same thing."""
    measured = {core(one.measure) for one in figures} - {""}
    best, name = 0.0, ""
    for key, promise in earlier.items():
        score = by.likeness(quote, promise.quote)
        if measured & {core(target.measure) for target in promise.targets}:
            score = max(score, SAME) + 0.3
        if score > best:
            best, name = score, key
    return DraftLink(name, unsure=best < SAME + 0.3) if best >= ALIKE else None


def results(
    quote: str, figures: Iterable[DraftFigure], reported: Iterable[tuple[str, str, tuple[str, ...]]], by: Weights
) -> DraftLink | None:
    """Last year's result on the same matter as a promise; ``reported`` are names, quotes and measures."""
    measured = {core(one.measure) for one in figures} - {""}
    best, name = 0.0, ""
    for key, words, measures in reported:
        score = by.likeness(quote, words)
        if measured & {core(one) for one in measures}:
            score = max(score, SAME) + 0.3
        if score > best:
            best, name = score, key
    return DraftLink(name, unsure=best < SAME + 0.3) if best >= ALIKE else None


def measures(one: Result) -> tuple[str, ...]:
    return tuple(figure.measure for figure in one.figures)


def indicator(
    figure: DraftFigure, nth: int, indicators: Iterable[IndicatorRecord], *, period: str, is_target: bool
) -> DraftIndicatorLine | None:
    """The indicator that has a figure's measure and unit."""
    read = parse(figure.written, role="target" if is_target else "result")
    for one in indicators:
        grows = figure.growth or figure.measure.endswith(("增速", "增长率"))
        same = core(one.name) == core(figure.measure) and bool(core(one.name))
        is_rate = one.name.endswith(("增速", "增长率"))
        if same and is_rate == grows and read is not None and read.unit in (one.unit, ""):
            return DraftIndicatorLine(
                indicator=one.id,
                name=one.name,
                period=period,
                nth=nth,
                field="targets" if is_target else "observations",
            )
    return None
