"""A string's way through the program: into every slot, past the checks, and onto every published file."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.projects import files_of

from . import baseline, outputs, slots
from .project import ALONE
from .slots import Slot
from .tried_project import TriedProject
from .trying import FieldTrial, HostileFault, Refusal, settle

# What is shortened where it is too long for its place ends so
CUT: Final = "…"
# The names of a search box may have no more (OpenSearch 1.1)
SHORT: Final = (16, 48)


@dataclass
class JourneyCounts:
    """What a run did: strings, fields, pairs of both, and how many of them were refused or shown."""

    strings: int = 0
    fields: set[str] = field(default_factory=set)
    refused: int = 0
    shown: int = 0
    files: int = 0
    faults: list[str] = field(default_factory=list)
    rules: Counter[str] = field(default_factory=Counter)


class Journey:
    """The project with a harmless word in each free slot, built once; strings then take the words' places."""

    def __init__(self, root: Path, of: TriedProject = ALONE) -> None:
        self.trial = FieldTrial.begun(root, of)
        self.every = slots.every(self.trial.files)
        self.aside = (*ASIDE, *of.aside)
        self.free = dict(_told_apart(baseline.tokens(self.trial), of.aside))
        self.number = {baseline.number_of(word): slot for slot, word in self.free.items()}
        self.counted = JourneyCounts(fields={slot.name for slot in self.every if not slot.is_body})
        self.harmless = self._read(self.built(self.free))

    def built(self, values: slots.SlotValues) -> dict[str, bytes]:
        """The site's files with these values."""
        self.trial.write(values)
        done = self.trial.sandbox.run("build", date=self.trial.of.day)
        if done.code != 0:
            raise HostileFault(f"checked without an error, and the build ends with {done.code}: {done.out}{done.err}")
        return files_of(self.trial.sandbox.site)

    def take(self, text: str) -> dict[str, bytes]:
        """A string in every slot: tried, and the site built with all that is taken and held against the harmless one.

        A field counts as shown where one of its slots took the string, and as refused where none did.
        """
        taken, refused = self.tried(text)
        self.counted.strings += 1
        shown = {slot.name for slot in taken}
        self.counted.shown += len(shown)
        self.counted.refused += len(self.counted.fields - shown)
        self.counted.rules.update(refusal.rule for refusal in refused.values())
        held = {slot: text for slot in taken if slot in self.free}
        if not taken:
            return {}
        files = self.built({**self.free, **taken})
        self.counted.files += len(files)
        self.counted.faults += [f"{text!r}: {one}" for one in (*self._runs(files), *self._differs(files, held, taken))]
        return files

    def tried(self, text: str) -> tuple[dict[Slot, str], dict[Slot, Refusal]]:
        """Which slots take a string and which refuse it."""
        bound = {
            slot: text
            for slot in self.every
            if slot not in self.free and slot.name not in (*ASIDE, *self.trial.of.aside)
        }
        odd, refused = settle(self.trial, bound, self.free)
        taken, more = settle(self.trial, dict.fromkeys(self.free, text), {**self.free, **odd})
        return taken | odd, refused | more

    def _read(self, files: dict[str, bytes]) -> dict[str, list[str]]:
        read = {name: outputs.items(name, data) for name, data in files.items()}
        return {name: held for name, held in read.items() if held is not None}

    def _runs(self, files: dict[str, bytes]) -> Iterator[str]:
        """What could run, in pages and in cells."""
        for name, data in files.items():
            if name.endswith(".html"):
                yield from (f"{name}: {one}" for one in outputs.what_runs(data))
            elif name.endswith(".csv") and not name.startswith("files/"):
                yield from (f"{name}: cell {one!r}" for one in outputs.cells_that_run(data))

    def _differs(self, files: dict[str, bytes], held: slots.SlotValues, taken: slots.SlotValues) -> Iterator[str]:
        """Where the site is another than the harmless one with the string in the words' places."""
        found = self._read(files)
        if taken.keys() <= self.free.keys():
            yield from (f"{name}: one more or less" for name in sorted(found.keys() ^ self.harmless.keys()))
            for name in sorted(found.keys() & self.harmless.keys()):
                wanted = [self._with(one, held) for one in self.harmless[name]]
                there = found[name]
                if name.endswith(".ics"):
                    # icalendar makes a line end of these two signs before it writes them
                    wanted = [outputs.plain(one.replace("\\N", "\n")) for one in wanted]
                if name.endswith(".csv"):
                    wanted, there = sorted(wanted), sorted(there)
                yield from (f"{name}: {one}" for one in differences(wanted, there))

    def _with(self, item: str, held: slots.SlotValues) -> str:
        """An item of the harmless site with the string in place of the words whose slots hold it now."""
        # The code of a card to be copied is HTML as a text
        within = html.escape if item.startswith(CODE) else str

        def told(found: re.Match[str]) -> str:
            slot = self.number.get(baseline.number(found))
            return within(held.get(slot, found[0])) if slot else found[0]

        return outputs.plain(baseline.TOKEN.sub(told, item))


def _told_apart(free: slots.SlotValues, aside: Sequence[str]) -> Iterator[tuple[Slot, str]]:
    """Without bodies, which are Markdown, and of some fields only what says one thing: where two promises count what is
    called alike, their names stand beside them; two districts of one name would be one."""
    once: dict[str, str] = {}
    for slot in sorted(free):
        once.setdefault(slot.name, free[slot])
    said = {slot: word for slot, word in free.items() if slot.name not in ONCE or word == once[slot.name]}
    return ((slot, word) for slot, word in said.items() if not slot.is_body and slot.name not in aside)


ONCE: Final = ("TargetRecord.measure", "DistrictRecord.name", "ReportMeta.district")
ASIDE: Final = (*ONCE, *(f"{kind.__name__}.{slots.BODY}" for _pattern, kind in slots.ARTICLES))
QUOTED: Final = '"{}"'
CODE: Final = '<iframe src="https://report.example.org/a/embed/'


def differences(wanted: list[str], found: list[str]) -> list[str]:
    """The first item in which two lists differ, none where they are equal."""
    if len(wanted) != len(found):
        at = next((n for n, (a, b) in enumerate(zip(wanted, found, strict=False)) if not alike(a, b)), -1)
        return [f"{len(wanted)} items wanted, {len(found)} found, from {wanted[at:][:3]} / {found[at:][:3]}"]
    return [f"wanted {a!r}, found {b!r}" for a, b in zip(wanted, found, strict=True) if not alike(a, b)][:1]


def alike(wanted: str, found: str) -> bool:
    """Whether a text is the one wanted: as typed, kept a text in a cell, or cut where it is too long."""
    if wanted == found or (wanted.startswith("[") and _decoded(found) == wanted):
        return True
    if len(found) in SHORT and wanted.startswith(found):
        return True
    return found.endswith(CUT) and wanted.startswith(found.removesuffix(CUT))


def _decoded(found: str) -> str:
    """A list within a cell of the database, which is JSON, with its texts as they are."""
    try:
        return outputs.plain(f"[{', '.join(QUOTED.format(text) for text in json.loads(found))}]")
    except ValueError:
        return found
