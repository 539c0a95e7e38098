"""From the pieces of a written figure to a quantity: which word decides, and what the unit changes."""

import re
from functools import lru_cache
from typing import Final

from .grammar import WrittenFigure, take_apart
from .numerals import plain
from .operators import AFTER_SENSE, BEFORE_SENSE, Sense, choose
from .shapes import Operator, Polarity, Quantity, Role
from .units import counts, is_round, is_speech

_YEAR_OR_CODE: Final = re.compile(r"(?:1[89]|20)[0-9]{2}|[0-9]{5,}")
_AT_LEAST: Final = frozenset({Operator.GE, Operator.ABOUT_GE, Operator.ABOUT})


# Forms recur (2个, 10%), in running text and in records
@lru_cache(1 << 14)
def read_figure(written: str, role: Role = "target", polarity: Polarity = "up") -> Quantity | None:
    """The quantity that the whole of `written` is, None where it is not one figure.

    Whatever the operator becomes, range, frequency, 倍 and 个百分点 go by docs/domain.md, Quantities.
    """
    figure = take_apart(written)
    if figure is None or not _is_amount(figure):
        return None
    multiple = figure.unit == "倍" and figure.verb_sense is Sense.GROWTH
    values = [plain(end.value + 1 if multiple else end.value) for end in figure.ends]
    return Quantity(
        written=written,
        operator=_operator(figure, role, polarity),
        value=values[0],
        upper=values[1] if len(values) > 1 else None,
        unit=figure.unit,
        qualifier="…".join(_words(figure)),
        decimals=max(end.decimals for end in figure.ends),
        per=figure.per or None,
        step=plain(min(end.step for end in figure.ends)),
    )


def without_idle_verb(written: str) -> str:
    """`written` without a leading verb that changes nothing: 新增3家 -> 3家; 下降3% stays."""
    figure = take_apart(written)
    idle = figure is not None and not figure.per and not figure.verb_decides
    return written[len(figure.verb) :] if figure and idle else written


def _is_amount(figure: WrittenFigure) -> bool:
    """Not a year or a code without unit and words, nor a manner of speaking such as 一批."""
    if "分之" in figure.number:
        return True
    has_words = bool(figure.per or figure.before or figure.more or figure.after)
    if figure.number[0].isascii():
        bare = not (figure.unit or figure.scaled or has_words)
        return not (bare and _YEAR_OR_CODE.fullmatch(figure.number))
    speech = is_speech(figure.number, figure.unit) and not (figure.per or figure.after)
    return bool(figure.unit) and not speech and (has_words or not is_round(figure.number))


def _words(figure: WrittenFigure) -> tuple[str, ...]:
    """The words that made the operator: 新增 where it stands alone; 增长 in 增长7.5% makes none."""
    others = tuple(word for word in (figure.before, figure.more, figure.after) if word)
    alone = not others and not figure.per and figure.verb_sense is Sense.PLAIN
    verb = (figure.verb,) if figure.verb and (figure.verb_decides or alone) else ()
    return (*filter(None, [figure.per]), *verb, *others)


def _sense(figure: WrittenFigure) -> Sense:
    """The word after the number decides, else the one before, else 余, else the verb."""
    if figure.after:
        return AFTER_SENSE[figure.after]
    if figure.before:
        return BEFORE_SENSE[figure.before]
    return Sense.MORE if figure.more else figure.verb_sense


def _operator(figure: WrittenFigure, role: Role, polarity: Polarity) -> Operator:
    if figure.per:
        return Operator.FREQUENCY
    if len(figure.ends) > 1:
        return _range_operator(figure)
    sense = _sense(figure)
    operator = choose(sense, role, polarity, capped=figure.before == "控制在")
    return operator if role == "result" else _target_operator(figure, sense, operator)


def _range_operator(figure: WrittenFigure) -> Operator:
    """int_range for a few things counted one by one; range for rates, amounts and what 万 stands in."""
    whole = not figure.scaled and not any(end.decimals for end in figure.ends)
    return Operator.INT_RANGE if whole and counts(figure.unit) else Operator.RANGE


def _target_operator(figure: WrittenFigure, sense: Sense, operator: Operator) -> Operator:
    """delta_pp for percentage points asked for at least; all for 100% without a word that limits it."""
    if figure.unit == "个百分点" and operator in _AT_LEAST:
        return Operator.DELTA_PP
    everything = figure.unit == "%" and figure.ends[0].value == 100 and sense is Sense.PLAIN
    return Operator.ALL if everything and len(figure.ends) == 1 else operator
