"""Written figures, deadlines, numbers of persons, and what is proposed of a text."""

from __future__ import annotations

from decimal import Decimal

from disclosure import personal, quantity
from disclosure.drafting import propose
from disclosure.model.text import ReportText
from disclosure.personal.numbers import of_name
from disclosure.quantity import (
    deadline,
    deadline_for,
    find,
    forecast,
    grammar,
    in_place,
    names,
    numerals,
    operators,
    parse,
    phrases,
    respective,
    says,
    spell,
    split_respective,
    strength,
    surroundings,
    units,
)
from disclosure.source import report_markdown
from disclosure.tables.reading import han_digits
from tests.security.fuzz.target import FuzzTarget, example, sections, text, words

__all__ = ["deadline", "grammar", "operators", "phrases", "respective", "surroundings"]

WORDS = words("amounts-words")
PERSONAL = words("amounts-personal")
LINES = [line.encode() for one in example("reports/*/source.txt", 2) for line in one.decode().split("\n") if line][:80]
SHORT = [
    one.encode()
    for one in ("增长6%以上", "新增1.5万个", "不低于上年", "4.2和0.7个百分点", "2025年6月底前", "三分之一左右")
]


def _find(data: bytes) -> None:
    whole = text(data)
    end = 0
    for found in find(whole):
        assert whole[found.start : found.end] == found.text
        assert end <= found.start < found.end
        assert (found.name is None) != (found.quantity is None)
        end = found.end


def _in_place(data: bytes) -> None:
    whole = text(data)
    for found in find(whole)[:2]:
        in_place.read_in_place(whole, found.start, found.end)
        in_place.deadline_in_place(whole, found.start, found.end)
        in_place.baseline_in_place(whole, found.start, found.end)
        forecast.is_forecast_in_place(whole, found.start, found.end)


def _parse(data: bytes) -> None:
    whole = text(data)
    for role in ("target", "result"):
        for polarity in ("up", "down"):
            read = parse(whole, role=role, polarity=polarity)
            if read is not None:
                assert read.written == whole
                _said(read)


def _said(read: quantity.Quantity) -> None:
    day = deadline_for(read, 2024)
    assert day is None or read.deadline is not None
    for ask in (says.reduces, says.asks_below, says.is_around, says.is_level, says.starts, says.periods, says.is_rough):
        ask(read)
    if read.value is not None and abs(read.value) < Decimal(10) ** 15:
        spell(read.value, read.unit)


def _deadline(data: bytes) -> None:
    whole = text(data)
    for read in (deadline.read_deadline(whole), deadline.read_dated(whole)):
        assert read is None or deadline_for(read, 2024) is None or read.deadline
    deadline.leading_deadline(whole)
    for at in range(0, len(whole), 5):
        deadline.deadline_in(whole, at)
        deadline.dated(whole, at)


def _strength(data: bytes) -> None:
    whole = text(data)
    for at in range(0, len(whole) + 1, 9):
        found = strength(whole, at)
        assert found is None or found.word
    assert all(len(pair) == 2 for pair in split_respective(whole))
    forecast.says_whole_year(whole)


def _digits(data: bytes) -> None:
    whole = text(data)
    numerals.fold(whole)
    numerals.neighbours(whole)
    han_digits.arabic(whole)
    names.is_no_quantity(whole)
    units.counts(whole)
    units.normal_unit(whole)
    for at in range(len(whole)):
        units.unit_end(whole, at)


def _personal(data: bytes) -> None:
    whole = text(data)
    sure, maybe = personal.personal(whole)
    for one in (*sure, *maybe):
        assert 0 <= one.start < one.end <= len(whole)
    list(of_name(whole))


def _propose(data: bytes) -> None:
    read, _problems = report_markdown.parse(text(data), "x.md")
    assert isinstance(read, ReportText)
    for one in propose(read):
        assert one


MARKDOWN = [piece for one in example("reports/*/report.md", 2) for piece in sections(one, 500)][4:60]
TARGETS = (
    FuzzTarget(name="figures", reads=_find, seeds=[*LINES, *SHORT], words=WORDS, size=120),
    FuzzTarget(name="figures-in-place", reads=_in_place, seeds=[*LINES, *SHORT], words=WORDS, size=90),
    FuzzTarget(name="figure", reads=_parse, seeds=SHORT, words=WORDS, size=60),
    FuzzTarget(name="deadlines", reads=_deadline, seeds=[*SHORT, *LINES[:9]], words=WORDS, size=60),
    FuzzTarget(name="strength", reads=_strength, seeds=LINES, words=WORDS, size=150),
    FuzzTarget(
        name="digits",
        reads=_digits,
        seeds=[b"1,234.5", "三千零五十".encode(), "１２".encode()],
        words=WORDS,
        size=40,
    ),
    FuzzTarget(
        name="personal",
        reads=_personal,
        seeds=[*LINES[:20], "电话：13800138000，身份证11010519491231002X".encode()],
        words=PERSONAL,
        size=200,
    ),
    FuzzTarget(
        name="proposals", reads=_propose, seeds=MARKDOWN, words=(*WORDS, "\n", "\n\n", "## ", "{#p1-01}"), size=500
    ),
)
