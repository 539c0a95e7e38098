"""Strings as Markdown: each a paragraph of every kind of body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import html

from disclosure.source.markdown import TAGS
from tests.projects import files_of

from . import outputs, slots
from .slots import Slot
from .trying import FieldTrial, HostileFault, settle

# Paragraphs of a body: with more of them no page would be one that anybody reads
TOGETHER = 40
# Elements that a narrative may be made of, and what the program adds to the page on methods; of others none may come
ALLOWED = frozenset(TAGS) | {"caption"}
# Where a page has what an editor wrote in Markdown
PROSE = "//*[contains(concat(' ', @class, ' '), ' d-prose ')]"


@dataclass
class WrittenBody:
    """Which strings a kind of body took, and how many it refused."""

    taken: dict[Slot, list[str]] = field(default_factory=dict)
    refused: int = 0
    faults: list[str] = field(default_factory=list)


def tried(trial: FieldTrial, texts: tuple[str, ...]) -> WrittenBody:
    """Each string in each body by itself."""
    bodies = [slot for slot in slots.every(trial.files) if slot.is_body]
    found = WrittenBody({slot: [] for slot in bodies})
    for text in texts:
        taken, refused = settle(trial, dict.fromkeys(bodies, text))
        found.refused += len(refused)
        for slot in taken:
            found.taken[slot].append(text)
    return found


def built(trial: FieldTrial, found: WrittenBody) -> Iterator[dict[str, bytes]]:
    """Sites whose bodies hold what was taken, some at a time; what is wrong in them is added."""
    most = max(map(len, found.taken.values()))
    for start in range(0, most, TOGETHER):
        wanted = {slot: "\n\n".join(texts[start : start + TOGETHER]) for slot, texts in found.taken.items()}
        held, _refused = settle(trial, {slot: text for slot, text in wanted.items() if text})
        trial.write(held)
        done = trial.sandbox.run("build", date=trial.of.day)
        if done.code != 0:
            raise HostileFault(f"the build ends with {done.code}: {done.out}{done.err}")
        files = files_of(trial.sandbox.site)
        found.faults += [f"{name}: {one}" for name, data in files.items() for one in _wrong(name, data)]
        yield files


def _wrong(name: str, data: bytes) -> list[str]:
    if not name.endswith(".html"):
        return []
    narratives = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8")).xpath(PROSE)
    odd = {one.tag for prose in narratives for one in prose.iter() if isinstance(one.tag, str)} - ALLOWED
    return [*outputs.what_runs(data), *(f"<{tag}> in a narrative" for tag in sorted(odd))]
