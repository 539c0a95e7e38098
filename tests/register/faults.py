"""Faults an editor could make, put into a copy of a content at random places."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

# What an operator word could be mistaken for
SWAPS = {"以上": "以下", "以下": "以上", "左右": "以上", "突破": "不低于", "超": "达", "达": "超", "至少": "至多"}
FIELDS = re.compile(r"^(?:- | +)?(?:quote|title): .*$|^ +- \{measure: .*$", re.M)
PASSAGE = re.compile(r"(?<=passage: )p\d-\d\d")


@dataclass(frozen=True)
class Fault:
    """A file and its new text; ``None`` deletes it."""

    path: Path
    text: str | None
    what: str


def any_fault(content: Path, seed: int) -> Fault:
    """One fault, decided by ``seed``: tried again until the chosen kind finds something to spoil."""
    dice = random.Random(seed)
    while True:
        fault = dice.choice(KINDS)(content, dice)
        if fault is not None:
            return fault


def _record_files(content: Path) -> list[Path]:
    reports = content / "reports"
    return sorted([*reports.glob("*/commitments/*/*.yml"), *reports.glob("*/results/*.yml")])


def changed_digit(content: Path, dice: random.Random) -> Fault | None:
    path = dice.choice(_record_files(content))
    text = path.read_text("utf-8")
    places = [line.start() + digit.start() for line in FIELDS.finditer(text) for digit in _digits(line[0])]
    if not places:
        return None
    at = dice.choice(places)
    other = dice.choice([digit for digit in "0123456789" if digit != text[at]])
    return Fault(path, text[:at] + other + text[at + 1 :], f"{path.name}: digit {text[at]} -> {other} at {at}")


def _digits(line: str) -> list[re.Match[str]]:
    """Digits of the words, not of references such as ``baseline: r012/2``."""
    spared = [found.span() for found in re.finditer(r"baseline: [a-z0-9/]+|occurrence: \d+", line)]
    return [d for d in re.finditer(r"\d", line) if not any(a <= d.start() < b for a, b in spared)]


def swapped_operator(content: Path, dice: random.Random) -> Fault | None:
    path = dice.choice(_record_files(content))
    text = path.read_text("utf-8")
    found = [match for match in re.finditer(r"(?:written|quote): [^,}\n]*", text) if _swappable(match[0])]
    if not found:
        return None
    match = dice.choice(found)
    word = dice.choice(_swappable(match[0]))
    spoilt = match[0].replace(word, SWAPS[word], 1)
    return Fault(path, text[: match.start()] + spoilt + text[match.end() :], f"{path.name}: {match[0]} -> {spoilt}")


def _swappable(words: str) -> list[str]:
    return [word for word in SWAPS if word in words]


def wrong_passage(content: Path, dice: random.Random) -> Fault | None:
    path = dice.choice(_record_files(content))
    text = path.read_text("utf-8")
    match = dice.choice(list(PASSAGE.finditer(text)))
    other = f"p{dice.randint(1, 2)}-{dice.randint(1, 24):02}"
    if other == match[0]:
        return None
    return Fault(path, text[: match.start()] + other + text[match.end() :], f"{path.name}: {match[0]} -> {other}")


def dropped_record(content: Path, dice: random.Random) -> Fault | None:
    path = dice.choice(_record_files(content))
    if "/results/" not in path.as_posix():
        return Fault(path, None, f"{path.name} deleted")
    records = re.split(r"(?m)^(?=- id: )", path.read_text("utf-8"))
    nth = dice.randrange(1, len(records))
    return Fault(path, "".join(records[:nth] + records[nth + 1 :]), f"{path.name}: {records[nth][:10]} dropped")


KINDS: tuple[Callable[[Path, random.Random], Fault | None], ...] = (
    changed_digit,
    changed_digit,
    swapped_operator,
    wrong_passage,
    dropped_record,
)
