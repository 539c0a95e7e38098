"""From the pieces of a written figure to a quantity: which word decides, and what the unit changes."""

import re
from functools import lru_cache
from typing import Final

from msgspec.structs import replace

from .grammar import WrittenFigure, take_apart, word_at
from .numerals import plain
from .operators import AFTER_SENSE, VERB_SENSE, WORD_SENSE, Sense, choose
from .phrases import split_margin
from .says import POINTS
from .shapes import Operator, Polarity, Quantity, Role
from .units import OCCASIONS, counts, is_round, is_speech

_YEAR_OR_CODE: Final = re.compile(r"(?:1[89]|20)[0-9]{2}|[0-9]{5,}")
# 过万亿, 上千, 近百: what makes an amount of a round numeral without a unit
_SAYS_HOW_LARGE: Final = frozenset({Sense.OVER, Sense.FLOOR, Sense.SEVERAL, Sense.NEAR})
# 以上 and 左右 stand behind the unit; what else may follow a number that has none: 增加到2万以上, 3.5万的
_ENDS: Final = tuple(AFTER_SENSE)
_NO_UNIT: Final = frozenset("的以增上下左至到和与及或于为是提降减达超之内大关目规")
_CAPS: Final = frozenset({"控制在", "压控在"})
_DOWNWARD: Final = frozenset({Sense.FALLEN_TO, Sense.UNDER, Sense.CEILING})


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
    operator = _operator(figure, role, polarity)
    return Quantity(
        written=written,
        operator=operator,
        value=values[0] if operator is not Operator.VAGUE else None,
        upper=values[1] if len(values) > 1 else None,
        unit=figure.unit,
        qualifier="…".join(_words(figure)),
        decimals=max(end.decimals for end in figure.ends),
        per=figure.per or None,
        step=plain(min(end.step for end in figure.ends)),
    )


def read_margin(written: str) -> Quantity | None:
    """高于全省平均3个百分点以上: the reference is the same period's, on file; never last year's level."""
    if (parts := split_margin(written)) is None:
        return None
    way, margin = parts
    figure = read_figure(margin)
    if figure is None or figure.unit != POINTS or figure.upper is not None:
        return None
    qualifier = "…".join(filter(None, (way, figure.qualifier)))
    return replace(figure, written=written, operator=Operator.GT_REF, qualifier=qualifier)


def is_cut(quantity: Quantity, behind: str) -> bool:
    """Whether what stands behind a number without a unit may be a unit that the table does not know."""
    if quantity.unit or quantity.value is None or not behind or quantity.qualifier.endswith(_ENDS):
        return False
    if "分之" in quantity.written or "/" in quantity.written:
        return False
    return (behind[0].isascii() and behind[0].isalpha()) or ("一" <= behind[0] <= "鿿" and behind[0] not in _NO_UNIT)


def without_idle_verb(written: str) -> str:
    """`written` without leading verbs that change nothing: 新增3家 -> 3家; 下降3% and 增长2倍 stay."""
    at, grows = 0, False
    while (word := word_at(written, at)) in VERB_SENSE:
        if VERB_SENSE[word] is Sense.REDUCTION:
            return written
        grows = grows or VERB_SENSE[word] is Sense.GROWTH
        at += len(word)
    figure = take_apart(written[at:]) if at else None
    decides = figure is None or (grows and figure.needs_growth) or figure.verb_sense is Sense.REDUCTION
    return written if decides else written[at:]


def _is_amount(figure: WrittenFigure) -> bool:
    """Not a year or a code without unit and words, nor a manner of speaking such as 一批."""
    if "分之" in figure.number:
        return True
    has_words = bool(figure.per or figure.before or figure.more or figure.after)
    if figure.number[0].isascii():
        bare = not (figure.unit or figure.scaled or has_words)
        return not (bare and _YEAR_OR_CODE.fullmatch(figure.number))
    speech = is_speech(figure.number, figure.unit) and not (figure.per or figure.after)
    if not figure.unit:
        return is_round(figure.number) and _sense(figure) in _SAYS_HOW_LARGE
    return not speech and (has_words or not is_round(figure.number))


def _words(figure: WrittenFigure) -> tuple[str, ...]:
    """The words that made the operator: 新增 where it stands alone; 增长 in 增长7.5% makes none."""
    alone = not (figure.before or figure.more or figure.after or figure.per) and figure.verb_sense is Sense.PLAIN
    kept = (word for word in figure.words if word not in VERB_SENSE or figure.verb_decides or alone)
    return tuple(filter(None, (figure.per, *kept, figure.more, figure.after)))


def _sense(figure: WrittenFigure) -> Sense:
    """The word after the number decides, else the last one before, else 余, else the verb."""
    if figure.after:
        return AFTER_SENSE[figure.after]
    if figure.before:
        return WORD_SENSE[figure.before[-1]]
    return Sense.MORE if figure.more else figure.verb_sense


def _operator(figure: WrittenFigure, role: Role, polarity: Polarity) -> Operator:
    if figure.per and figure.unit in OCCASIONS:
        return Operator.FREQUENCY
    if len(figure.ends) > 1:
        return _range_operator(figure)
    sense = _sense(figure)
    if role == "result":
        return choose(sense, role, polarity)
    if sense in (Sense.AROUND, Sense.NEAR) and _is_capped(figure):
        return Operator.ABOUT_LE
    return _target_operator(figure, sense, choose(sense, role, _asked(figure, polarity)))


def _is_capped(figure: WrittenFigure) -> bool:
    """控制在3%左右, 降至9天左右, 低于13%左右: a ceiling at any polarity."""
    return any(word in _CAPS or WORD_SENSE[word] in _DOWNWARD for word in figure.before)


def _asked(figure: WrittenFigure, polarity: Polarity) -> Polarity:
    """降低3%左右 asks for at least about so much less, 提高到80%左右 for more, whatever is better elsewhere."""
    rises = any(WORD_SENSE[word] is Sense.RISEN_TO for word in figure.before)
    return "up" if rises or figure.verb_sense is Sense.REDUCTION else polarity


def _range_operator(figure: WrittenFigure) -> Operator:
    """int_range for a few things counted one by one; range for rates, amounts and what 万 stands in."""
    whole = not figure.scaled and not any(end.decimals for end in figure.ends)
    return Operator.INT_RANGE if whole and counts(figure.unit) else Operator.RANGE


def _target_operator(figure: WrittenFigure, sense: Sense, operator: Operator) -> Operator:
    """delta_pp for percentage points asked for at least; all for 100% without a word that limits it."""
    if figure.unit == "个百分点" and operator is Operator.GE:
        return Operator.DELTA_PP
    everything = figure.unit == "%" and figure.ends[0].value == 100 and sense is Sense.PLAIN
    return Operator.ALL if everything and len(figure.ends) == 1 else operator
