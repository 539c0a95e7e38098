"""Where a field of a record stands in a content file as it is now."""

from __future__ import annotations

import re
from typing import Any

from disclosure.history import facts
from disclosure.history.changes import FieldChange, shown
from disclosure.history.fact import Fact
from disclosure.history.kinds import BODY, PASSAGE
from disclosure.model.record_names import NTH
from disclosure.problem import Place
from disclosure.source import frontmatter, yaml
from disclosure.source.files import SourceFile, decode, place_at

# So much of a sentence finds it again: its signs may be others
BEGINNING = 8


def place(what: FieldChange, file: SourceFile) -> Place:
    """The line and column to look at: the nearest that is there, the file's beginning where nothing is."""
    fact = (facts.read(what.path, file.data, "") or {}).get(what.record)
    text, problems = decode(file)
    if fact is None or problems:
        return Place(file.path)
    if fact.kind is PASSAGE:
        at = text.find("{#" + what.record.rpartition("/")[2] + "}")
        return place_at(file.path, text, max(at, 0))
    steps = _steps(what, fact)
    if not what.path.endswith(".md"):
        return yaml.Written(file.path, text).place(*fact.at, *steps)
    document, _problems = frontmatter.split(text, file.path)
    if what.field == BODY:
        return place_at(file.path, document.body, _begins(document.body, what.now), document.body_line)
    return document.head.place(*steps)


def _steps(what: FieldChange, fact: Fact) -> list[str | int]:
    """A field's path as the file has it now; what is listed may stand elsewhere in its list."""
    named = what.field.split(".") if what.field else []
    found = _found(fact.values, named, what.now)
    if found is not None:
        return found
    return [int(step) - 1 if NTH.fullmatch(step) else step for step in named]


def _found(value: Any, named: list[str], now: str) -> list[str | int] | None:
    """The way to what is said now; nothing where it is not there any more: then its list, or its record, is."""
    if not named:
        return [] if shown(value) == now else None
    step, rest = named[0], named[1:]
    if isinstance(value, list) and NTH.fullmatch(step):
        order = sorted(range(len(value)), key=lambda n: n != int(step) - 1)
        ways = ((n, _found(value[n], rest, now)) for n in order)
        return next(([n, *way] for n, way in ways if way is not None), None if rest else [])
    if not isinstance(value, dict):
        return None
    if step not in value:
        return [] if not now else None
    way = _found(value[step], rest, now)
    return None if way is None else [step, *way]


def _begins(body: str, now: str) -> int:
    """Where the sentences that stand there now begin; the first word where there are none."""
    first = re.escape(now[:BEGINNING])
    found = re.search(first, body) if first else None
    return found.start() if found else len(body) - len(body.lstrip())
