"""Who answers, and by when, as a table says it: what is new against what holds.

The reading has put departments by their names, and days. What it did not know it has told, and is no change.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from disclosure.model import vocabulary
from disclosure.model.responsibility import Duty
from disclosure.model.vocabulary import Term
from disclosure.tables.cell_values import Lexicon, Unclear, plain
from disclosure.tables.doubts import TableDoubt
from disclosure.tables.on_file import PromiseOnFile
from disclosure.tables.shapes import Cell
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

BETWEEN = "、"
APART = re.compile(r"[、\n]")
# What a record has of each, and what people call it
LABELS: Mapping[Duty, str] = {
    "leader": N_("责任领导"),
    "lead": N_("牵头单位"),
    "supporting": N_("配合单位"),
    "deadline": N_("计划完成时限"),
}
# As a responsibilities file has it
DutyValue = str | tuple[str, ...] | date


class DutyChange(Struct, frozen=True, kw_only=True):
    """A duty that is another now; ``value`` is what is written, the other two are words."""

    duty: Duty
    was: str
    now: str
    value: DutyValue
    place: str


def changed(one: PromiseOnFile, duty: Duty, cell: Cell, lexicon: Lexicon) -> DutyChange | None:
    """What a cell changes of a duty, or nothing; ``Unclear`` where it cannot be taken."""
    found = READERS[duty](one, cell, lexicon)
    if found is None:
        return None
    was, now, value = found
    own = getattr(one.commitment.located.value, duty)
    if own and duty != "deadline":
        message = _("{id} 的承诺文件自己写了{label}，再登记一份会互相不同")
        hint = _("先从 {path} 里删去 {duty}，或用 --skip {place} 不读这一格")
        path = one.commitment.located.written.path
        said = message.format(id=one.name, label=_(LABELS[duty]))
        raise Unclear(said, hint.format(path=path, duty=duty, place=cell.place))
    return DutyChange(duty=duty, was=was, now=now, value=value, place=cell.place)


StatedDuty = tuple[str, str, DutyValue]


def _leader(one: PromiseOnFile, cell: Cell, _lexicon: Lexicon) -> StatedDuty | None:
    said = " ".join(cell.text.split())
    return (one.held.leader, said, said) if plain(said) != plain(one.held.leader) else None


def _lead(one: PromiseOnFile, cell: Cell, lexicon: Lexicon) -> StatedDuty | None:
    said, held = lexicon.term(vocabulary.DEPARTMENTS, cell.text), one.held.lead
    if said is None or (held is not None and said.id == held.id):
        return None
    return held.label if held else "", said.label, said.label


def _supporting(one: PromiseOnFile, cell: Cell, lexicon: Lexicon) -> StatedDuty | None:
    """Nothing where one is not known: the reading has told of it, and who is left out would not support any more."""
    named = [lexicon.term(vocabulary.DEPARTMENTS, each) for each in APART.split(cell.text) if each.strip()]
    said = [each for each in named if each is not None]
    held = one.held.supporting
    if len(said) < len(named) or {each.id for each in said} == {each.id for each in held}:
        return None
    return _labels(held), _labels(said), tuple(each.label for each in said)


def _labels(terms: Iterable[Term]) -> str:
    return BETWEEN.join(each.label for each in terms)


def _deadline(one: PromiseOnFile, cell: Cell, _lexicon: Lexicon) -> StatedDuty | None:
    if cell.day is None or cell.day == one.deadline:
        return None
    held = one.held.planned
    return held.isoformat() if held else "", cell.day.isoformat(), cell.day


def wrong_together(one: PromiseOnFile, stated: Mapping[Duty, DutyChange], day: date | None) -> Iterator[TableDoubt]:
    """What does not go with the rest: a department that leads and supports, two documents of one day."""
    lead, supporting = stated.get("lead"), stated.get("supporting")
    leading = lead.now if lead else one.held.lead.label if one.held.lead else ""
    helping = supporting.value if supporting else tuple(each.label for each in one.held.supporting)
    changed = lead or supporting
    if changed and isinstance(helping, tuple) and leading in helping:
        message = _("{id} 的“{label}”既牵头又配合").format(id=one.name, label=leading)
        yield TableDoubt(changed.place, message, _("牵头的不再列为配合：在配合单位里写全其余的"))
    if stated and day is not None and any(each.day == day for each in one.held.history):
        message = _("{id} 在 {day} 已登记过一份责任分工").format(id=one.name, day=day)
        hint = _("同一份文件的，改 responsibilities/{key}.yml 里那一项；另一份文件的，--day 写它自己的日期")
        place = next(iter(stated.values())).place
        yield TableDoubt(place, message, hint.format(key=one.report.key))


READERS: Mapping[Duty, Callable[[PromiseOnFile, Cell, Lexicon], StatedDuty | None]] = {
    "leader": _leader,
    "lead": _lead,
    "supporting": _supporting,
    "deadline": _deadline,
}
