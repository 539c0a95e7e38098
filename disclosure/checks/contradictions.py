"""What is said twice of one thing and cannot be true both times: days of completion, of a document, figures in texts.

Two values of one measure and period are told by ``series``; what one update says against its own values by
``statuses`` and ``titles``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Final

from disclosure import quantity
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.followup import Update
from disclosure.checks import evidence
from disclosure.checks.statuses import refutes
from disclosure.checks.values import Doubt, SeenTarget, each
from disclosure.grouping import grouped
from disclosure.model.evidence import EvidenceRecord
from disclosure.problem import Problem
from disclosure.quantity import Operator
from disclosure.translation import gettext as _

SENTENCE: Final = re.compile(r"[^。！？；;\n]+")
# 3600个 alone reads as a promise of as many at least
PLAIN: Final = (Operator.EXACT, Operator.GE)
# Of another time, another place, or of what is not yet: no figure of such a sentence is the value's
OTHER: Final = re.compile(
    "去年|上年|往年|[12][0-9]{3}年|同期|以前|此前|原来|原定|计划|预计|目标|力争|将|拟|全市|全省|全国|其中|另|还有|再|"
    # ... of a part of the time
    "[当本单上][日天周月季]|[日月周季]均|平均|每[天日周月]|(?<![0-9—–~～至到-])[0-9]{1,2}月(?![底末0-9])"
)


def check_completion(catalog: Catalog) -> Iterator[Problem]:
    """two-days: 同一个目标只有一个完成日期，完成以后的日期不再写尚未完成；只提醒。"""
    for report in catalog.reports:
        for _target, of_target in groupby(each(report), key=lambda one: one.ruling.target.id):
            ones = [one for one in of_target if (one.seen.done or one.seen.open) and not refutes(one.update)]
            for n, one in enumerate(ones):
                doubt = next((found for other in ones[:n] if (found := _odd_day(one, other))), None)
                if doubt is not None:
                    yield one.problem(doubt)


def _odd_day(one: SeenTarget, other: SeenTarget) -> Doubt | None:
    mine, theirs, where = one.seen, other.seen, other.origin.place
    hint = _("核对两份材料；完工、验收、开放不是同一天的，只写达到目标的那一天")
    if mine.done and theirs.done and mine.done != theirs.done:
        message = _("完成日期是 {day}，{where} 写的是 {other}").format(day=mine.done, where=where, other=theirs.done)
        return Doubt(rule="two-days", message=message, hint=hint, field="done", notice=True)
    if mine.open and theirs.done and theirs.done <= mine.until:
        message = _("到 {day} 还没有完成，{where} 却写 {other} 已经完成").format(
            day=mine.until, where=where, other=theirs.done
        )
        return Doubt(rule="two-days", message=message, hint=hint, field="open_on", notice=True)
    if mine.done and theirs.open and mine.done <= theirs.until:
        message = _("{day} 已经完成，{where} 却写到 {other} 还没有完成").format(
            day=mine.done, where=where, other=theirs.until
        )
        return Doubt(rule="two-days", message=message, hint=hint, field="done", notice=True)
    return None


def check_documents(catalog: Catalog) -> Iterator[Problem]:
    """document-day: 同一个网址的材料只有一个日期；页面后来改过的，各有存档；只提醒。"""
    found = (piece for piece in evidence.every(catalog) if piece[1].url and piece[1].date)
    for ones in grouped((piece[1].url, piece) for piece in found).values():
        # The files of updates begin with their day
        first, *later = sorted(ones, key=lambda piece: piece[2].path)
        for piece in later:
            if piece[1].date != first[1].date and not _are_kept(piece[1], first[1]):
                yield _other_day(piece, first)


def _are_kept(one: EvidenceRecord, other: EvidenceRecord) -> bool:
    """Whether the page was archived each time: what stood there on each day can be read."""
    return bool(one.snapshot and other.snapshot and one.snapshot != other.snapshot)


def _other_day(one: evidence.PlacedEvidence, first: evidence.PlacedEvidence) -> Problem:
    name, record, written, where = one
    message = _("{id}：这个网址的材料日期是 {day}，{place} 写的是 {other}").format(
        id=name, day=record.date, place=first[2].place(*first[3]), other=first[1].date
    )
    hint = _("核对材料自己的日期；页面后来改过的，两次各存一份档（snapshot）")
    return Problem(written.place(*where, "date"), "document-day", message, hint, notice=True)


def check_texts(catalog: Catalog) -> Iterator[Problem]:
    """says-value: 证据的 says 和正文说到这个目标的数，与实际值相同；只提醒。"""
    for report in catalog.reports:
        ones = [one for one in each(report) if one.update and one.update.report == report.key and one.seen.value]
        number = Counter((one.origin.id, one.seen.unit) for one in ones)
        for one in ones:
            # Of several values in one unit nobody knows which a figure of the text is
            if one.update and number[one.origin.id, one.seen.unit] == 1:
                yield from _other_figure(one, one.update)


def _other_figure(one: SeenTarget, update: Update) -> Iterator[Problem]:
    """Another number of the measure in the words of the evidence or in the body, which do not say the value itself."""
    says, body = [document.says for document in update.evidence], [update.body]
    every = [*says, *body]
    # What the title says instead is asked about where neither says the value
    told = (says, body) if _says(one, every) else (says, body, [update.title])
    written = next(filter(None, (_differing(one, texts, every) for texts in told)), "")
    if written:
        message = _("实际值是 {value}，文字里写的是“{written}”").format(value=one.seen.value, written=written)
        hint = _("核对材料，改正写错的一处；别的时期、别的范围的数，在句子里写明")
        yield one.problem(Doubt(rule="says-value", message=message, hint=hint, notice=True))


def _says(one: SeenTarget, texts: Iterable[str]) -> bool:
    """Whether the number stands in texts as it is, or as another way of writing it; in most it does."""
    value = abs(one.seen.value or Decimal(0))
    digits = f"{value.normalize():f}"
    return any(
        digits in text or any(number == value for number, *_more in _figures(text, one.seen.unit)) for text in texts
    )


def _differing(one: SeenTarget, texts: Sequence[str], every: Iterable[str]) -> str:
    """A figure of the measure in texts, as written, where they do not say the value and it is not made of those in
    ``every`` text; else empty."""
    value, measure = abs(one.seen.value or Decimal(0)), one.ruling.target.measure
    if not measure or _says(one, texts):
        return ""
    if _is_sum(value, {number for text in every for number, *_more in _figures(text, one.seen.unit)} - {value}):
        return ""
    known = {one.ruling.target.quantity.value, one.ruling.aim.quantity.value, one.seen.denominator}
    known |= {level.value for level in (one.seen.base, one.seen.reference) if level}
    figures = (figure for text in texts for figure in _figures(text, one.seen.unit))
    found = (
        written
        for number, written, sentence in figures
        if measure in sentence and number not in known and not OTHER.search(sentence)
    )
    return next(found, "")


def _figures(text: str, unit: str) -> Iterator[tuple[Decimal, str, str]]:
    """The figures of a unit that are not rough: number, as written, and the sentence."""
    for sentence in SENTENCE.findall(text):
        for one in quantity.find(sentence):
            figure = one.quantity
            if figure and figure.value is not None and figure.unit == unit and figure.operator in PLAIN:
                yield figure.value, figure.written, sentence


def _is_sum(value: Decimal, numbers: Iterable[Decimal]) -> bool:
    """Whether the value is all of the numbers together, what lies between two of them, or one with the other sign."""
    known = set(numbers)
    return value == sum(known) or any(value + one in known or value == abs(one) for one in known)
