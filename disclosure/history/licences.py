"""What makes a change an open one: a correction that lists it, or an entry of ``retired.yml``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from disclosure.history.changes import FieldChange, Nature, words_of
from disclosure.history.facts import FileFacts
from disclosure.history.kinds import BODY, CORRECTION, REPORT, RETIREMENT

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
    if any(_by_withdrawal(change, one) for one in given):
        return True
    if change.nature is not Nature.CORRECTED:
        return False
    mine = [one for one in given if one.record == change.record and _names(one.field, change.field)]
    return any(_whole(change, one) for one in mine) or _reaches(change, mine)


def _by_withdrawal(change: FieldChange, one: Licence) -> bool:
    """Changes of the record itself; and of those fields of others that named it and name what stands in its place."""
    if not one.withdrawn:
        return False
    if change.record == one.record:
        return True
    # Evidence, or a report, that named the file
    file = one.record.rpartition("/")[2] if one.record.endswith(".txt") else one.record
    leaf = change.field.rpartition(".")[2]
    return bool(one.now) and (
        (leaf in ("snapshot", "file") and change.was == file and one.now.endswith(change.now)) or leaf == "sha256"
    )


def _names(listed: str, field: str) -> bool:
    """A correction may name the group that a field stands in."""
    return listed == field or field.startswith(f"{listed}.")


def _whole(change: FieldChange, one: Licence) -> bool:
    """A group that was removed or replaced, told by all of it or by one of its values."""
    was, now = words_of(one.was), words_of(one.now)
    if one.field != change.field:
        return words_of(change.was) in was and (words_of(change.now) in now if change.now else not now)
    return bool(change.parts) and not change.now and not now and was in map(words_of, change.parts)


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
        elif within and was and was in state:
            yield state.replace(was, now, 1)
