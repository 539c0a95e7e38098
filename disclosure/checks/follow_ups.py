"""What only follows from another error is not said beside it: one fault is one message.

Rules know nothing of each other. What a fault of one does to the others is written here, once: whoever mends the first
sees whatever is left of the second.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable

from msgspec import Struct

from disclosure.problem import Problem, errors

# What a message calls a record or a passage by
NAMED = re.compile(r"\b[crk][0-9]{3,6}\b|\bp[0-9]+-[0-9]+\b|(?:updates|corrections|requests)/[\w/-]+")
WORD = re.compile(r"[a-z-]+")
REPORT = re.compile(r"(?:reports|updates)/([^/]+)/")
# Of a record that stands nowhere in the text, or under two names: nothing else knows it then
UNPLACED = {"quote", "ambiguous-quote", "unknown-passage", "duplicate-id", "file-name", "lost-id"}
# What nothing covers any more
UNCOVERED = {"uncovered-figure", "uncovered-clause"}
# What names a record and does not find it
NAMING = {"reference", "absence", "document", "digest", "overlap", "responsibility", "request-reference"}
NAMING |= {"broken-link", "answer-gone"}
OF_TEXT = {"verbatim", "no-id", "bad-id", "stray-id", "source-digest"}

Scope = Callable[[Problem], Collection[object]]


def _line(one: Problem) -> Collection[object]:
    return {(one.place.path, one.place.line)}


def _file(one: Problem) -> Collection[object]:
    return {one.place.path}


def _report(one: Problem) -> Collection[object]:
    return REPORT.findall(one.place.path)[:1]


def _names(one: Problem) -> Collection[object]:
    return set(NAMED.findall(one.message))


def _counts(one: Problem) -> Collection[object]:
    """Anywhere, but for an answer that names what it asks: what is counted over all records names none of them."""
    return {None} if one.rule != "answer-gone" or not _names(one) else ()


def _vocabulary(one: Problem) -> Collection[object]:
    return set(re.findall(r"vocabulary/([a-z-]+)\.yml", one.place.path) or WORD.findall(one.message))


def _anywhere(_one: Problem) -> Collection[object]:
    return {None}


class Consequence(Struct, frozen=True):
    """Where there is one of the rules ``of``, none of ``rules`` is said that has the same ``within``. None named: all
    but the others."""

    of: Collection[str]
    rules: Collection[str]
    within: Scope


CONSEQUENCES = (
    Consequence({"character", "control", "conflict"}, (), _line),
    Consequence({"markdown"}, {"broken-link"}, _line),
    Consequence({"fields"}, {"cut-value"}, _file),
    Consequence({"yaml"}, {"duplicate-field"}, _file),
    Consequence({"entries"}, {"unit"}, _line),
    Consequence({"unknown-word"}, {"vote"}, _file),
    Consequence({"update-date"}, {"evidence-order"}, _file),
    Consequence({"figure"}, {"adjustment"}, _file),
    Consequence({"overlap", "duplicate-id"}, {"title"}, _file),
    Consequence({"bad-key"}, {"no-source", "no-report"}, _file),
    Consequence({"stray-id"}, {"no-id"}, _file),
    Consequence({"source-digest"}, {"verbatim"}, _file),
    Consequence(OF_TEXT, {"unknown-passage", "digest", "document", "absence"}, _report),
    Consequence(OF_TEXT, {"quote", "ambiguous-quote"}, _names),
    Consequence(UNPLACED, NAMING, _names),
    Consequence({"vote-result"}, {"answer-gone"}, _names),
    Consequence({"lost-id"}, UNCOVERED, _report),
    Consequence({"vocabulary"}, {"unknown-word"}, _vocabulary),
    Consequence({"reference", "entries"}, {"answer-update"}, _anywhere),
    Consequence(UNPLACED | OF_TEXT | {"overlap", "unknown-word", "responsibility"}, {"answer-gone"}, _counts),
    Consequence({"answer-gone"}, {"answer-words"}, _file),
)


def without(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems but for those that follow from others among them."""
    told = tuple(problems)
    found = errors(told)
    # Of all at once: what follows from something that follows is not said either
    known = [(one, places) for one in CONSEQUENCES if (places := _places(one, found))]
    return tuple(one for one in told if not any(_follows(one, *each) for each in known))


def _places(one: Consequence, found: Iterable[Problem]) -> set[object]:
    """Where there is a cause."""
    causes = (each for each in found if _is_among(each.rule, one.of, one.rules))
    return {place for each in causes for place in one.within(each)}


def _follows(one: Problem, known: Consequence, places: set[object]) -> bool:
    return _is_among(one.rule, known.rules, known.of) and not places.isdisjoint(known.within(one))


def _is_among(rule: str, rules: Collection[str], others: Collection[str]) -> bool:
    """One of the rules; where none is named, all but the others."""
    return rule in rules if rules else rule not in others
