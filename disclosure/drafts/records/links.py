"""What a record has to do with others: last year's figures, promises of earlier reports, indicators."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from disclosure.catalog.entries import Commitment, Result
from disclosure.drafts.records import clauses
from disclosure.drafts.records.figures import VERB, DraftFigure, thing
from disclosure.drafts.records.likeness import Weights
from disclosure.drafts.records.made import DraftIndicatorLine
from disclosure.model.indicator import IndicatorRecord
from disclosure.quantity import parse

# So much alike, two texts are about the same; and so much, an editor should look
SAME, ALIKE = 0.62, 0.5
# What it adds that both count the same thing
COUNTED: Final = 0.3
SHORTEST: Final = 4
QUOTED: Final = re.compile(r"“([^“”]{2,})”")
PROJECT: Final = re.compile(r"(?:项目|工程|行动|活动)(?:建设)?$")
DONE: Final = re.compile(rf"(?P<thing>.{{2,}}?)(?P<verb>{VERB.pattern})")
FIGURE: Final = re.compile(r"[0-9.]+[万千亿]*[\u4e00-\u9fff]?(?:以上|左右|以内)?$")
NAMED: Final = re.compile(r"(?:增速|增长率|增幅|增长|情况|数量|个数|总量)$")
WHOLE: Final = re.compile(r"^(?:新增|完成|累计|全区|全市|全县|全年|地方|区级)+")


class DraftLink(Struct, frozen=True):
    """A record, by the name that is written, and whether it may be another."""

    name: str
    unsure: bool


def core(measure: str) -> str:
    """What is measured, without whether it grows and without what was done to it."""
    return thing(WHOLE.sub("", NAMED.sub("", measure)))


def likest(
    quote: str, figures: Iterable[DraftFigure], others: Iterable[tuple[str, str, tuple[str, ...]]], by: Weights
) -> DraftLink | None:
    """Of ``others`` (names, quotes and measures) the one on the same matter, where it is alike enough or counts the
    same thing: the earlier promise that a result tells of, or last year's result behind a promise."""
    measured = {core(one.measure) for one in figures} - {""}
    best, name = 0.0, ""
    for other, words, measures in others:
        score = by.likeness(quote, words)
        if measured & {core(one) for one in measures}:
            score = max(score, SAME) + COUNTED
        if score > best:
            best, name = score, other
    return DraftLink(name, unsure=best < SAME + COUNTED) if best >= ALIKE else None


def same_matter(quote: str, tasks: Iterable[tuple[str, str]], by: Weights) -> DraftLink | None:
    """The task, of names and quotes, that a project put to the vote is: certain where one, and one only, has its words
    or the name in its quotation marks."""
    thing, every = essence(quote), list(tasks)
    ways, named = _ways(thing), set(QUOTED.findall(quote))
    same = [name for name, words in every if len(thing) >= SHORTEST and any(way in words for way in ways)]
    same = same or [name for name, words in every if named & set(QUOTED.findall(words))]
    if len(same) == 1:
        return DraftLink(same[0], unsure=False)
    pool = [one for one in every if one[0] in same] or every
    scored = ((by.likeness(thing, essence(words)), name) for name, words in pool)
    score, name = max(scored, key=lambda one: one[0], default=(0.0, ""))
    return DraftLink(name, unsure=True) if name and (same or score >= ALIKE) else None


def _ways(thing: str) -> tuple[str, ...]:
    """老旧小区改造, and 改造老旧小区."""
    done = DONE.fullmatch(thing)
    return (thing, done["verb"] + done["thing"]) if done else (thing,)


def essence(words: str) -> str:
    """What is done to what, without figures, and without that it is a project."""
    return PROJECT.sub("", FIGURE.sub("", clauses.plain(words.strip()))).strip()


def measures(one: Commitment | Result) -> tuple[str, ...]:
    return tuple(part.measure for part in one.parts)


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
