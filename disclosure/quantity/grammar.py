"""The grammar of one written figure, and its pieces: period, verb, word before, number, unit, word after."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from msgspec import Struct

from .deadline import NEAR_NUMBER
from .numerals import (
    ARABIC,
    FRACTION,
    HALF,
    HAN,
    HAN_DIGIT,
    HAN_DIGITS,
    SCALE,
    fold,
    neighbours,
    printed_decimals,
    read_number,
    read_scale,
)
from .operators import AFTER, VERB_SENSE, WORD, WORD_SENSE, Sense
from .patterns import not_before
from .units import SHARES, normal_unit, unit_end

# Nothing found in running text ends within a run of digits.
WHOLE_RUN: Final = "(?!(?<=[0-9])[0-9])"
DASHES: Final = "-－–―‐‑−～~〜至到"
DASH: Final = rf"(?: —{{1,2}} | [{DASHES}] )"

_NUMBER: Final = rf"(?: {FRACTION} | {HALF} | {ARABIC} | {HAN} )"
_PERIOD: Final = (
    r"每(?:[人户亩村生]每)?个?(?:半年|季度|年度|年|月|周|星期|天|日|学期|[两二三]年|[两二三]个月)(?![级轻均])"
)
_SIGN: Final = r"(?: (?:\A|(?<=增长)) [-－−负] | (?<=[为是]) [-－−] )"
_REST: Final = rf"""
    (?<=[亿万]) (?<! {HAN_DIGIT}[亿万]) [0-9]{{1,4}} [百千]? [余多]? (?: 万 | (?<=[百千余多]) )
"""
_MORE: Final = rf"[余多]{not_before('式边元样层')}"

# All for folded text, with re.VERBOSE. Each part is a pattern of its own and stands once: compiling them takes longer
# than searching a report with them. No part could end elsewhere and let more fit behind it. What looks behind itself
# is repeated in an atomic group, never with `+` behind its number: Debian 12's Python (3.11.2) ends it too early.
PREFIX: Final = rf"""
    (?P<per> {_PERIOD} )?+
    (?P<words> (?> {WORD}{{1,4}} ) )?+
"""
FIRST_NUMBER: Final = rf"""
    (?P<share> [百千]分之 )?
    (?P<sign> {_SIGN} )?
    (?P<number> (?!零增长) {_NUMBER} )
    (?P<more> {_MORE} )?              # 300余批次, 40多万人
    (?: [ ]? (?P<scale> {SCALE} ) )?  # 3 万人次
    (?P<rest> {_REST} )?              # 1亿3千多万
    (?P<more_scaled> {_MORE} )?       # 46万余人次
    [ ]?
"""
# What makes a range of two numbers; the second has the form of the first
TO: Final = rf"{DASH} (?: [百千]分之 )?"
SUFFIX: Final = rf"""
    (?P<more_after> (?<=[年月天时]) 多 )?    # 3年多
    (?P<after> {AFTER} )?
"""
_WORDS: Final = "".join(sorted({word[0] for word in ("每", *WORD_SENSE)}))
_NUMBERS: Final = f"0-9(（《第双翻负－−半{HAN_DIGITS}-"
_DAYS: Final = "明次今本当年前上下"
# Where anything can begin, few places of a text, and the words of a figure that stand there: one look at the character,
# then at what follows it. What a number begins with is in none of these words.
BEGIN: Final = re.compile(
    rf"""
    (?=[A-Za-z人{_WORDS}{_DAYS}{_NUMBERS}])
    (?: (?=[{_WORDS}]) {PREFIX} (?=[0-9负－−半{HAN_DIGITS}-])
      | (?= [A-Za-z{_NUMBERS}] | 人才[0-9] | [{_DAYS}] {NEAR_NUMBER} ) )
  | (?<=“)(?=[^“”])
    """,
    re.VERBOSE,
)
_FIRST_NUMBER: Final = re.compile(FIRST_NUMBER, re.VERBOSE)
_TO: Final = re.compile(TO, re.VERBOSE)
_SUFFIX: Final = re.compile(SUFFIX, re.VERBOSE)
_LONGEST_WORD: Final = max(map(len, WORD_SENSE))
_FIRST: Final = frozenset(word[0] for word in WORD_SENSE)
_SHARE_UNIT: Final = {"百分之": "%", "千分之": "‰"}
_PERIODS: Final = {"每天": "每日", "每年度": "每年", "每星期": "每周", "每二年": "每两年", "每二月": "每两月"}


class End(Struct, frozen=True):
    """One number of a figure, magnitudes multiplied out, the digits it printed, and its magnitude."""

    value: Decimal
    decimals: int
    scale: Decimal

    @property
    def step(self) -> Decimal:
        """What one of the last printed digit is worth."""
        return self.scale.scaleb(-self.decimals)


class WrittenFigure(Struct, frozen=True, kw_only=True):
    """The pieces of a written figure, empty where there is none. `number` is the first as it is written.

    `words` are all before it; `verb_sense` is what their verb says (下降 of 实现下降3%; PLAIN without one); `before`
    are those of the number itself: 至少 and 达 of 至少降低, 新增达.
    """

    per: str
    words: tuple[str, ...]
    verb_sense: Sense
    before: tuple[str, ...]
    number: str
    scaled: bool
    more: str
    unit: str
    after: str
    ends: tuple[End, ...]

    @property
    def verb_decides(self) -> bool:
        """Whether the figure means something else without its verb: 下降3%, 增长2倍, 增长100%, 提高1个百分点."""
        return self.verb_sense is Sense.REDUCTION or (self.verb_sense is Sense.GROWTH and self.needs_growth)

    @property
    def needs_growth(self) -> bool:
        """Whether 增长 before it would make it another figure: 2倍, 1个百分点, 100%."""
        return self.unit in ("倍", "个百分点") or (self.unit == "%" and self.ends[0].value == 100)


class Numbers(Struct, frozen=True, kw_only=True):
    """What stands behind the words of a figure: its first number and unit, a second with its own, the word behind."""

    first: re.Match[str]
    first_unit: str
    second: re.Match[str] | None
    unit: str
    suffix: re.Match[str]

    @property
    def end(self) -> int:
        return self.suffix.end()


def numbers(text: str, at: int, *, most: int = 2) -> Numbers | None:
    """The numbers, at most one or two, that begin at `at` of the folded `text`."""
    first = _FIRST_NUMBER.match(text, at)
    if first is None:
        return None
    end = unit_end(text, first.end())
    dash = _TO.match(text, end) if most > 1 else None
    second = _FIRST_NUMBER.match(text, dash.end()) if dash else None
    first_unit = unit = text[first.end() : end]
    if second:
        end = unit_end(text, second.end())
        unit = text[second.end() : end]
    suffix = _SUFFIX.match(text, end)
    assert suffix, "it may be empty"
    return Numbers(first=first, first_unit=first_unit, second=second, unit=unit, suffix=suffix)


# Asked several times of each figure: whether it is one, which verb it has, what it comes to
@lru_cache(1 << 14)
def take_apart(written: str) -> WrittenFigure | None:
    """The pieces of `written` where the whole of it is one figure with readable numbers; else None."""
    folded = fold(written)
    words = BEGIN.match(folded)
    found = numbers(folded, words.end()) if words else None
    ends = _ends(found) if found and found.end == len(folded) else ()
    if words is None or found is None or not ends:
        return None
    split = tuple(_split(words["words"])) if words["words"] else ()
    return WrittenFigure(
        per=_period(words["per"] or ""),
        words=split,
        verb_sense=_verb_sense(split),
        before=tuple(word for word in split if word not in VERB_SENSE),
        number=found.first["number"],
        scaled=bool(found.first["scale"] or (found.second and found.second["scale"])),
        more=_more(found),
        unit=_unit(found),
        after=found.suffix["after"] or "",
        ends=ends,
    )


def _verb_sense(words: tuple[str, ...]) -> Sense:
    senses = (VERB_SENSE[word] for word in words if word in VERB_SENSE)
    return next((sense for sense in senses if sense is not Sense.PLAIN), Sense.PLAIN)


def _split(words: str) -> Iterator[str]:
    """至少降低 -> 至少, 降低: the longest first, as the pattern takes them."""
    at = 0
    while at < len(words):
        word = word_at(words, at)
        yield word
        at += len(word)


def word_at(text: str, at: int) -> str:
    """The longest word of a figure that stands at `at`, empty where none does."""
    for size in range(_LONGEST_WORD, 0, -1) if text[at : at + 1] in _FIRST else ():
        if text[at : at + size] in WORD_SENSE:
            return text[at : at + size]
    return ""


def _unit(found: Numbers) -> str:
    share = "%" if "半" in found.first["number"] else _SHARE_UNIT.get(found.first["share"] or "")
    return share or normal_unit(found.unit or found.first_unit)


def _more(found: Numbers) -> str:
    """余 or 多, wherever it stands: 300余批次, 46万余人次, 3年多, 2个多百分点."""
    inside = "多" if found.first_unit.startswith("个多") else ""
    rest = found.first["rest"] or ""
    inside = inside or next((word for word in "余多" if word in rest), "")
    return found.first["more"] or found.first["more_scaled"] or found.suffix["more_after"] or inside


def _period(per: str) -> str:
    short = "每" + per.rpartition("每")[2].replace("个", "") if per else ""
    return _PERIODS.get(short, short)


def _ends(found: Numbers) -> tuple[End, ...]:
    """One number or two; nothing where a number cannot be read, units differ or the range runs downwards."""
    if (found.unit or found.first_unit) in SHARES:
        return tuple(End(end.value * 10, end.decimals, end.scale * 10) for end in _plain_ends(found))
    return _plain_ends(found)


def _plain_ends(found: Numbers) -> tuple[End, ...]:
    first, second = found.first, found.second
    if pair := neighbours(first["number"]):
        scale = read_scale(first["scale"])
        return () if second else tuple(End(value * scale, 0, scale) for value in pair)
    low = _end(first["number"], first["scale"], bool(first["sign"]))
    if low and first["rest"]:
        low = _with_rest(low, first["rest"])
    if low is None or second is None:
        return (low,) if low else ()
    high = _end(second["number"], second["scale"])
    low = _sharing_scale(first, second, low, high)
    unit = normal_unit(found.unit or found.first_unit)
    same_unit = not found.first_unit or normal_unit(found.first_unit) == unit
    return (low, high) if high and same_unit and low.value < high.value else ()


def _with_rest(whole: End, rest: str) -> End:
    """1亿 and 3千多万, 2万 and 5千: one number."""
    digits = "".join(character for character in rest if character.isdigit())
    scale = read_scale("".join(character for character in rest if character in "百千万"))
    return End(whole.value + Decimal(digits) * scale, 0, scale)


def _sharing_scale(first: re.Match[str], second: re.Match[str], low: End, high: End | None) -> End:
    """1-2万人 shares its 万; 5000-1万人 does not."""
    shared = _end(first["number"], first["scale"] or second["scale"], bool(first["sign"]))
    return shared if shared and high and shared.value < high.value else low


def _end(number: str, scale: str | None, negative: bool = False) -> End | None:
    value, worth = read_number(number), read_scale(scale)
    sign = -1 if negative else 1
    return None if value is None else End(value * worth * sign, printed_decimals(number), worth)
