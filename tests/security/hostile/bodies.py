"""Strings as Markdown: each a paragraph of every kind of body, and of a report's own text and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import html

from disclosure.source.markdown import TAGS
from tests.projects import files_of

from . import outputs, project, slots
from .slots import Slot
from .trying import Fault, Trial, problems, settle

# Paragraphs of a body: with more of them no page would be one that anybody reads
TOGETHER = 40
# Elements that a narrative may be made of (docs/reference.md); of all others none may come
ALLOWED = frozenset(TAGS)
REPORT = "reports/2023/source.txt"
FRAME = "政府工作报告\n各位代表：\n一、去年工作回顾\n{}\n二、今年工作安排\n新建停车泊位。\n"
# What an archive's line is not: several lines, or one that is read as a heading, as a note or not at all
UNSAYABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


@dataclass
class Written:
    """Which strings a kind of body took, and how many it refused."""

    taken: dict[Slot, list[str]] = field(default_factory=dict)
    refused: int = 0
    faults: list[str] = field(default_factory=list)


def tried(trial: Trial, texts: tuple[str, ...]) -> Written:
    """Each string in each body by itself."""
    bodies = [slot for slot in slots.every(trial.files) if slot.is_body]
    found = Written({slot: [] for slot in bodies})
    for text in texts:
        taken, refused = settle(trial, dict.fromkeys(bodies, text))
        found.refused += len(refused)
        for slot in taken:
            found.taken[slot].append(text)
    return found


def built(trial: Trial, found: Written) -> Iterator[dict[str, bytes]]:
    """Sites whose bodies hold what was taken, some at a time; what is wrong in them is added."""
    most = max(map(len, found.taken.values()))
    for start in range(0, most, TOGETHER):
        wanted = {slot: "\n\n".join(texts[start : start + TOGETHER]) for slot, texts in found.taken.items()}
        held, _refused = settle(trial, {slot: text for slot, text in wanted.items() if text})
        trial.write(held)
        done = trial.sandbox.run("build", date=project.DAY)
        if done.code != 0:
            raise Fault(f"the build ends with {done.code}: {done.out}{done.err}")
        files = files_of(trial.sandbox.site)
        found.faults += [f"{name}: {one}" for name, data in files.items() for one in _wrong(name, data)]
        yield files


def _wrong(name: str, data: bytes) -> list[str]:
    if not name.endswith(".html"):
        return []
    narratives = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8")).cssselect(".d-prose")
    odd = {one.tag for prose in narratives for one in prose.iter() if isinstance(one.tag, str)} - ALLOWED
    return [*outputs.what_runs(data), *(f"<{tag}> in a narrative" for tag in sorted(odd))]


def report(trial: Trial, texts: tuple[str, ...]) -> tuple[int, list[str]]:
    """A report whose text is the strings, a paragraph each, taken in as any other: how many, and what is wrong.

    The archive says what is text: its lines stand on the page as they are.
    """
    lines = [text for text in texts if text.strip() and not UNSAYABLE.search(text)]
    source = trial.sandbox.content / REPORT
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text(FRAME.format("\n".join(lines)), "utf-8")
    done = trial.sandbox.run("import", "--yes", str(source), date=project.DAY)
    if done.code not in (0, 1):
        raise Fault(f"import ends with {done.code}: {done.err}")
    checked = trial.sandbox.run("check", "--json", date=project.DAY)
    if checked.code:
        problems(checked)
    return len(lines), []
