"""What makes a change an open one: a correction that lists it, or an entry of ``retired.yml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from disclosure.history.changes import FieldChange, Nature, shown
from disclosure.history.fact import FileFacts
from disclosure.history.kinds import BODY, CORRECTION, REPORT, RETIREMENT
from disclosure.history.wording import words_of
from disclosure.source import yaml

# A correction may correct a correction that corrects ...: so many steps from what was to what is now
STEPS = 200


class Licence(Struct, frozen=True, kw_only=True):
    """One line of a correction; or, where ``withdrawn``, leave to change a record without saying what it was.

    ``by`` is the record that grants it.
    """

    by: str
    record: str
    field: str = ""
    was: str = ""
    now: str = ""
    withdrawn: bool = False


def granted(old: FileFacts, new: FileFacts) -> list[Licence]:
    """What joins with this change: an older one licenses nothing."""
    before = set(_all(old))
    return [one for one in _all(new) if one not in before]


def _all(facts: FileFacts) -> Iterator[Licence]:
    for name, fact in facts.items():
        if fact.kind is CORRECTION:
            for one in fact.values.get("corrects", ()):
                yield Licence(by=name, record=one["record"], field=one["field"], was=one["was"], now=one.get("now", ""))
        elif fact.kind is RETIREMENT and "withdrawn" in fact.values:
            redacted = fact.values["withdrawn"].get("redacted", "")
            yield Licence(by=name, record=fact.values["record"], now=redacted, withdrawn=True)


def retired(facts: FileFacts) -> frozenset[str]:
    """What is gone and says so, by record: of ``retired.yml``, and passages of a report's head."""
    found = [name.removeprefix("retired/") for name, fact in facts.items() if fact.kind is RETIREMENT]
    for name, fact in facts.items():
        if fact.kind is REPORT:
            key = name.removeprefix("reports/")
            found += [f"{key}/{id}" for id in fact.values.get("retired", {})]
    return frozenset(found)


def is_licensed(change: FieldChange, licences: Iterable[Licence]) -> bool:
    """Whether what is listed leads from what was to what is now."""
    given = list(licences)
    withdrawn = [one for one in given if one.withdrawn]
    if any(_takes_away(change, one) for one in withdrawn) or _leads_on(change, withdrawn):
        return True
    if change.nature not in (Nature.CORRECTED, Nature.BEGINNING):
        return False
    mine = [one for one in given if one.record == change.record and _names(one.field, change.field)]
    return any(_tells(change, one) for one in mine) or _reaches(change, mine)


def _takes_away(change: FieldChange, one: Licence) -> bool:
    """A withdrawal takes its record's words away or redacts them; it puts no other status, value or time in place."""
    whole = change.nature in (Nature.GONE, Nature.ARCHIVE)
    return one.record == change.record and (whole or change.worded or not change.now)


def _leads_on(change: FieldChange, withdrawn: Iterable[Licence]) -> bool:
    """A file that was withdrawn is named no more, nor is its digest, but exactly what stands in its place."""
    steps = {one.record: one.now for one in withdrawn}
    was, now = change.files
    for _n in range(len(steps)):
        if was not in steps:
            return False
        was = steps[was]
        if was == now:
            return True
    return False


def _names(listed: str, field: str) -> bool:
    """A correction may name the group that a field stands in."""
    return listed == field or field.startswith(f"{listed}.")


def _tells(change: FieldChange, one: Licence) -> bool:
    """A group that was removed or replaced, told by all of it or by one of its values."""
    if one.field == change.field:
        gone = not change.now and not words_of(one.now)
        return gone and words_of(one.was) in map(words_of, change.parts)
    part = change.field.removeprefix(f"{one.field}.").split(".")
    was, now = set(_values(one.was, part)), set(_values(one.now, part))
    if words_of(change.was) not in was:
        return False
    return words_of(change.now) in now if change.now else words_of(change.was) not in now


# What parts values that are written one after the other; a comma inside a number does not
BETWEEN = re.compile(r"[{}\[\]，、;；\n]|,(?!\d)|(?<!\d),|[:：]\s")


def _values(text: str, part: list[str]) -> Iterator[str]:
    """What a text says of one part of a group: as YAML writes groups, else any of the values in it."""
    raw, _problems = yaml.read(text, "")
    if isinstance(raw, dict | list):
        yield from (words_of(shown(one)) for one in _at(raw, part))
    else:
        yield from filter(None, map(words_of, BETWEEN.split(text)))


def _at(node: yaml.RawNode, part: list[str]) -> Iterator[yaml.RawNode]:
    """The values at a place; of a list's items any may be meant: they have no names."""
    if not part:
        yield node
    elif isinstance(node, dict):
        if part[0] in node:
            yield from _at(node[part[0]], part[1:])
    elif isinstance(node, list):
        for one in node:
            yield from _at(one, part[1:])


def _reaches(change: FieldChange, licences: list[Licence]) -> bool:
    goal = words_of(change.now)
    steps = [(words_of(one.was), words_of(one.now)) for one in licences if one.field == change.field]
    reached, waiting = {words_of(change.was)}, [words_of(change.was)]
    while waiting and len(reached) < STEPS:
        state = waiting.pop()
        for following in _next(state, steps, within=change.field == BODY):
            if following not in reached:
                reached.add(following)
                waiting.append(following)
    return goal in reached


def _next(state: str, steps: list[tuple[str, str]], *, within: bool) -> Iterator[str]:
    for was, now in steps:
        if state == was:
            yield now
        elif within and was:
            yield from _replaced(state, was, now)


NUMBER = re.compile(r"\d+(?:[.:/]\d+)*")


def _replaced(state: str, was: str, now: str) -> Iterator[str]:
    """Each place of some words taken for others; no number is taken apart."""
    inside = {at for one in NUMBER.finditer(state) for at in range(one.start() + 1, one.end())}
    for found in re.finditer(f"(?={re.escape(was)})", state):
        start, end = found.start(), found.start() + len(was)
        if start not in inside and end not in inside:
            yield state[:start] + now + state[end:]
