"""What the program says to values in slots: which it refuses, with a message at the place, and which it takes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.projects import Run, Sandbox

from . import slots
from .slots import Slot
from .tried_project import TriedProject

NOTHING: slots.SlotValues = {}
# A project in which a value remains that nobody refuses and nobody takes is a fault; so many rounds are enough
ROUNDS = 40


@dataclass(frozen=True)
class Refusal:
    """The rule that refuses a value; ``beside`` where its message stands elsewhere in the file, or in another."""

    rule: str
    beside: bool


class HostileFault(AssertionError):
    """The program did with a hostile value what it may with none."""


@dataclass
class FieldTrial:
    """The project on disk, and what stands in it now."""

    sandbox: Sandbox
    of: TriedProject
    files: dict[str, str] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)

    @classmethod
    def begun(cls, root: Path, of: TriedProject) -> FieldTrial:
        return cls(of.made(root), of, of.files())

    def write(self, values: slots.SlotValues) -> None:
        """Puts values into slots, and what was there before into all others."""
        made = slots.filled(self.files, values)
        for name, text in made.items():
            if self.written.get(name) != text:
                # Line ends as they are: a carriage return is a sign like others here
                (self.sandbox.content / name).write_bytes(text.encode("utf-8", "surrogatepass"))
        self.written = made


def settle(
    trial: FieldTrial, wanted: slots.SlotValues, rest: slots.SlotValues = NOTHING
) -> tuple[dict[Slot, str], dict[Slot, Refusal]]:
    """The values that the program takes all together, and those that it refuses, with the rule that does.

    Whatever is refused is taken back, until nothing is; in its place and in all other slots stands ``rest``.
    """
    taken, refused = dict(wanted), dict[Slot, Refusal]()
    for _round in range(ROUNDS):
        trial.write({**rest, **taken})
        done = trial.sandbox.run("check", "--json", date=trial.of.day)
        if done.code == 0:
            return taken, refused
        gone = dict(_refused(trial, taken, {**rest, **taken}, problems(done)))
        if not gone:
            raise HostileFault(f"refused, but nobody says where: {done.out}{done.err}")
        refused |= gone
        taken = {slot: value for slot, value in taken.items() if slot not in gone}
    raise HostileFault("there is no end to the messages")


def problems(done: Run) -> list[dict[str, Any]]:
    """What stands in the way, as the program says it to programs: each has a place, a rule and a message."""
    if done.code != 1 or "Traceback" in done.err:
        raise HostileFault(f"ended with {done.code}: {done.err}")
    told = [one for one in json.loads(done.out)["problems"] if not one["notice"]]
    silent = [one for one in told if not (one["place"]["path"] and one["rule"] and one["message"])]
    if silent or not told:
        raise HostileFault(f"no message: {silent}")
    return told


def _refused(
    trial: FieldTrial, taken: slots.SlotValues, standing: slots.SlotValues, told: list[dict[str, Any]]
) -> Iterator[tuple[Slot, Refusal]]:
    """The slots at which the messages are; where none is at any's place, those of the same file, then all."""
    rules = {_place(one): one["rule"] for one in told}
    by_file = {file: [slot for slot in taken if slot.file == file] for file, *_at in rules}
    found = []
    for (file, line, column), rule in rules.items():
        stands = {slot: value for slot, value in standing.items() if slot.file == file}
        slot = slots.at(slots.places(trial.files.get(file, ""), stands), line, column)
        found.append((slot if slot in taken else None, rule))
    there = [(slot, Refusal(rule, beside=False)) for slot, rule in found if slot is not None]
    beside = [(slot, Refusal(rule, beside=True)) for (file, *_at), rule in rules.items() for slot in by_file[file]]
    yield from there or beside or [(slot, Refusal(next(iter(rules.values())), beside=True)) for slot in taken]


def _place(told: dict[str, Any]) -> tuple[str, int, int]:
    place = told["place"]
    return place["path"].removeprefix("content/"), place["line"], place["column"]
