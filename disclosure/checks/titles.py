"""A title says neither more nor less than its record: its figures, their direction and size, its firm words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from disclosure import quantity
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment, Result, Target
from disclosure.catalog.followup import Update
from disclosure.checks.register import is_read, strange_numbers
from disclosure.checks.values import HUNDRED, each
from disclosure.model.text import Paragraph, Span
from disclosure.problem import Problem
from disclosure.quantity import Operator, Quantity
from disclosure.translation import gettext as _
from disclosure.verdict import ObservedValue, VerdictResult

ALL_OF_THEM: Final = re.compile("全部|全数|悉数")
# Which side of a figure is meant
SIDES: Final = re.compile("以上|以下|以内|不低于|不少于|不超过|不高于|左右")
# So much of what follows a quote may belong to its figure
SIDE: Final = 4
# Growth and fall of a rate, as a title says them
RISE: Final = re.compile("增长|上升|提高|增加")
# Somebody else's words
SAID_BY_OTHERS: Final = re.compile("称|说|表示|据|报道|通报")


def check_titles(catalog: Catalog) -> Iterator[Problem]:
    """title: 标题不重复；其中的数字是记录自己的（没有就出自引文）。"""
    for report in catalog.reports:
        seen: dict[str, str] = {}
        for record in report.register.records:
            if record.title in seen:
                message = _("{id}：标题与 {other} 相同：{title}").format(
                    id=record.id, other=seen[record.title], title=record.title
                )
                yield Problem(record.located.place("title"), "title", message, _("写出两条的区别"))
            seen.setdefault(record.title, record.id)
            own = _own_words(record)
            strange = strange_numbers(record.title, own)
            if strange and is_read(record):
                message = _("{id}：标题里的 {number} 与记录不符").format(id=record.id, number="、".join(strange))
                hint = _("记录的数字在“{words}”里").format(words=own)
                yield Problem(record.located.place("title"), "title", message, hint)


def check_wording(catalog: Catalog) -> Iterator[Problem]:
    """title-strength: 标题里的确保、必须、力争等词出自引文所在的句子。"""
    for report in catalog.reports:
        for record in report.register.records:
            said = sentences_around(report.by_id[record.span.passage], record.span)
            strange = [word for word in quantity.FIRM_WORDS if word in record.title and word not in said]
            if strange:
                message = _("{id}：标题里的“{word}”不在原句里").format(id=record.id, word="、".join(strange))
                yield Problem(
                    record.located.place("title"), "title-strength", message, _("标题不能比原文说得更重或更轻")
                )


def sentences_around(paragraph: Paragraph, span: Span) -> str:
    """The words of the sentences that a quote stands in."""
    found = [one for one in paragraph.sentences if one.start < span.end and span.start < one.end]
    return paragraph.text[found[0].start : found[-1].end] if found else paragraph.text


def check_figures_of_titles(catalog: Catalog) -> Iterator[Problem]:
    """title-figure: 标题里的数字与记录同值、同单位、同方向：不把以上写成以下，不把下降写成增长，不多写以上。"""
    for report in catalog.reports:
        for record in report.register.records:
            known = [part.quantity for part in record.parts] if is_read(record) else []
            figures = _figures(record.title) if known else ()
            # A number that the record lacks altogether has its message
            if figures and not strange_numbers(record.title, _own_words(record)):
                known += _quoted(report, record)
                yield from list(_strange(record, figures, known)) or _sided(report, record)


def _sided(report: Report, record: Commitment | Result) -> Iterator[Problem]:
    """A side that the text leaves open, beside the same figure."""
    paragraph = report.by_id[record.span.passage].text
    own = _own_words(record) + paragraph[record.span.start : record.span.end + SIDE]
    for word in sorted(set(SIDES.findall(record.title))):
        if word not in own:
            message = _("{id}：标题里的“{word}”不在原文里").format(id=record.id, word=word)
            yield Problem(record.located.place("title"), "title-figure", message, _("标题照原文写，不多写也不少写"))


def _strange(record: Commitment | Result, figures: Iterable[Quantity], known: list[Quantity]) -> Iterator[Problem]:
    for figure in figures:
        if not any(alike(figure, one) for one in known):
            message = _("{id}：标题里的“{written}”与记录不符").format(id=record.id, written=figure.written)
            hint = _("记录的数字在“{words}”里").format(words=_own_words(record))
            yield Problem(record.located.place("title"), "title-figure", message, hint)


def _figures(text: str) -> tuple[Quantity, ...]:
    """The figures of a text that have a number."""
    found = (one.quantity for one in quantity.find(text))
    return tuple(one for one in found if one is not None and one.value is not None)


def _quoted(report: Report, record: Commitment | Result) -> Iterator[Quantity]:
    """The figures of a record's quote, read where they stand."""
    for one in quantity.find(report.by_id[record.span.passage].text):
        if one.quantity is not None and one.start < record.span.end and record.span.start < one.end:
            yield one.quantity


def alike(one: Quantity, other: Quantity) -> bool:
    """The same number of the same things, in the same direction."""
    same = (one.value, one.upper, one.unit) == (other.value, other.upper, other.unit)
    return same and one.operator is other.operator and quantity.reduces(one) == quantity.reduces(other)


def check_titles_of_updates(catalog: Catalog) -> Iterator[Problem]:
    """update-title: 更新的标题里的数字出自实际值、目标或正文，增减相同；说“全部”时达到了目标；确保、力争等词有出处。"""
    for report in catalog.reports:
        seen: dict[str, list[ObservedValue]] = {}
        short: set[str] = set()
        for one in (value for value in each(report) if value.update and value.update.report == report.key):
            seen.setdefault(one.origin.id, []).append(one.seen)
            if one.ruling.settled.verdict.outcome is VerdictResult.NOT_MET or _falls_short(one.ruling.target, one.seen):
                short.add(one.origin.id)
        for update in report.updates:
            yield from _of_update(report, update, seen.get(update.id, []), falls_short=update.id in short)


def _of_update(report: Report, update: Update, seen: list[ObservedValue], *, falls_short: bool) -> Iterator[Problem]:
    place = update.head.place("title")
    for written in _unfounded(report, update, seen):
        message = _("{id}：标题里的“{written}”不是实际值，也不是目标或正文里的数").format(id=update.id, written=written)
        hint = _("标题照实际值写；别的数字在正文里说明")
        yield Problem(place, "update-title", message, hint)
    if falls_short and (word := ALL_OF_THEM.search(update.title)) and not SAID_BY_OTHERS.search(update.title):
        message = _("{id}：标题说“{word}”，实际值却没有达到目标").format(id=update.id, word=word[0])
        hint = _("标题照实际值写；是别人说的，写明谁说的")
        yield Problem(place, "update-title", message, hint, notice=True)
    said = _said(report, update)
    # What another report promised is not known here
    for firm in quantity.FIRM_WORDS if not update.elsewhere else ():
        if firm in update.title and firm not in said:
            message = _("{id}：标题里的“{word}”没有出处").format(id=update.id, word=firm)
            yield Problem(place, "update-title", message, _("标题不能比承诺和公开材料说得更重或更轻"))


def _unfounded(report: Report, update: Update, seen: list[ObservedValue]) -> Iterator[str]:
    """The figures of a title in a unit that the update has values of, but with another number than all it speaks of."""
    units = {one.unit for one in seen if one.value is not None}
    # Of a value that could not be placed enough is said elsewhere
    written = len(update.meta.observations) + sum(len(entry.observations) for entry in update.meta.entries)
    readable = len(update.observations) == written
    for one in quantity.find(update.title) if units and readable else ():
        figure = one.quantity
        if figure is None or figure.value is None or figure.unit not in units:
            continue
        if figure.value not in _spoken_of(report, update, seen, figure.unit) or _turned(
            update.title, one.start, figure, seen
        ):
            yield figure.written


def _turned(title: str, start: int, figure: Quantity, seen: list[ObservedValue]) -> bool:
    """A fall that is called growth, or growth that is called a fall: the value itself with the other sign."""
    signed = {one.value for one in seen if one.unit == figure.unit and one.value and abs(one.value) == figure.value}
    if len(signed) != 1 or not quantity.is_rate(figure.unit):
        return False
    (value,) = signed
    rises = RISE.search(title, max(0, start - SIDE), start) is not None
    return value is not None and ((value < 0 and rises) or (value > 0 and quantity.reduces(figure)))


def _spoken_of(report: Report, update: Update, seen: list[ObservedValue], unit: str) -> set[Decimal | None]:
    """The numbers of a unit in an update: values, what they are part of or held against, what is left, its text."""
    of = [one for one in seen if one.unit == unit and one.value is not None]
    found = {abs(one.value) for one in of if one.value is not None}
    levels = [level.value for one in of for level in (one.base, one.reference) if level]
    targets = [
        target.quantity.value
        for commitment in report.register.commitments
        if commitment.id in update.commitments
        for target in commitment.targets
        if target.quantity.value is not None and target.quantity.unit in (unit, "")
    ]
    wholes = [*targets, *levels, *(one.denominator for one in of if one.denominator is not None)]
    left = {abs(whole - value) for whole in wholes for value in found}
    texts = (update.body, *(one.title + "，" + one.says for one in update.evidence))
    told = {one.value for text in texts for one in _figures(text) if one.unit == unit}
    return {*found, *wholes, *left, *told, sum(found, Decimal(0))}


def _falls_short(target: Target, seen: ObservedValue) -> bool:
    """A part of the year tells nothing of a miss, but it is not all either."""
    if target.quantity.operator is Operator.ALL and seen.denominator is not None and seen.value is not None:
        return seen.value < (HUNDRED if quantity.is_rate(seen.unit) else seen.denominator)
    wanted, value = target.quantity.value, seen.value
    floors = (Operator.GE, Operator.GT, Operator.INT_RANGE)
    return target.quantity.operator in floors and wanted is not None and value is not None and value < wanted


def _said(report: Report, update: Update) -> str:
    """What an update may take its firm words from: the promises' paragraphs, its own text, what its evidence says."""
    spans = [one.span.passage for one in report.register.commitments if one.id in update.commitments]
    return "\n".join(
        (*(report.by_id[id].text for id in spans), update.body, *(one.title + one.says for one in update.evidence))
    )


def _own_words(one: Commitment | Result) -> str:
    """Where the numbers of a record stand: its measures and written figures, else its quote."""
    return "，".join(f"{part.measure}：{part.written}" for part in one.parts) or one.quote
