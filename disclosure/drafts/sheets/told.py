"""What the check would say of accepted drafts, told at their places in the draft files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from msgspec.structs import replace

from disclosure.drafts.sheets.content_files import NewRecord
from disclosure.problem import Place, Problem, errors, in_order
from disclosure.source import yaml
from disclosure.source.files import SourceFile
from disclosure.source.yaml import FieldPath

# How a message begins that names its record
ID: Final = re.compile(r"^[cr][0-9]{3,6}(?:/[0-9]+)?：")


def problems(
    before: Iterable[Problem],
    after: Iterable[Problem],
    records: Sequence[NewRecord],
    files: Mapping[str, bytes],
    folder: str,
) -> list[Problem]:
    """The errors that were not there ``before``; ``files`` are the content files by name, ``folder`` the content's."""
    stood = {(one.place, one.rule) for one in before}
    new = [one for one in errors(after) if (one.place, one.rule) not in stood]
    places = dict(_places(records, files, folder))
    return list(in_order(_moved(one, places[one.place]) if one.place in places else one for one in new))


def _moved(problem: Problem, place: Place) -> Problem:
    """At its place in the draft file, without the id that the record would have had: nobody knows it yet."""
    return replace(problem, place=place, message=ID.sub("", problem.message, count=1))


def _places(records: Sequence[NewRecord], files: Mapping[str, bytes], folder: str) -> Iterator[tuple[Place, Place]]:
    """Each place of a new record in the content, with the place that its editor wrote it at; outer ones first."""
    numbers: dict[str, int] = {}
    names = [one.name for one in records]
    texts = {name: SourceFile(f"{folder}/{name}", name, files[name]).decoded[0] for name in set(names)}
    written = {name: yaml.Written(f"{folder}/{name}", text) for name, text in texts.items()}
    for name in set(names):
        value = yaml.read(texts[name], name)[0]
        numbers[name] = (len(value) if isinstance(value, list) else 0) - names.count(name)
    for one, name in zip(records, names, strict=True):
        at: tuple[int, ...] = () if one.kind == "commitment" else (numbers[name],)
        numbers[name] += 1
        for where in reversed(list(_paths(one.values))):
            yield written[name].place(*at, *where), one.item.place(*where)
        yield written[name].place(*at), one.item.place()


def _paths(value: Any, where: FieldPath = ()) -> Iterator[FieldPath]:
    steps: Iterable[tuple[str | int, Any]] = ()
    if isinstance(value, Mapping):
        steps = value.items()
    elif isinstance(value, list):
        steps = enumerate(value)
    for step, inner in steps:
        yield (*where, step)
        yield from _paths(inner, (*where, step))
