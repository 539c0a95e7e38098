"""Every string in every text field, on every page and in every file: ``make hostile``; takes more than an hour.

python -m tests.security.hostile [--part PART] [--sample N]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Final

from tests import compiled
from tests.security import figures

from . import bodies, corpus, mixed, opened
from .journey import Journey, JourneyCounts
from .project import ALONE
from .province import PROVINCE
from .tried_project import TriedProject
from .trying import FieldTrial, HostileFault

WORKERS: Final = 2
# Sites of mixed strings that are opened in the browser
SITES: Final = {ALONE: 8, PROVINCE: 2}
# Strings by other ways, always all of them: each has a main() that records a part and tells its faults
OTHERS: Final = ("names", "imports", "desk", "pdf")


def taken(of: TriedProject, texts: list[str]) -> JourneyCounts:
    """What became of some strings, one after the other; a program that breaks is a fault like others."""
    with tempfile.TemporaryDirectory() as folder, compiled.once():
        journey = Journey(Path(folder) / "project", of)
        for text in texts:
            try:
                journey.take(text)
            except HostileFault as fault:
                journey.counted.faults.append(f"{text!r}: {fault}")
        return journey.counted


def fields(texts: list[str]) -> list[str]:
    """Every string through every field; the faults."""
    began = time.monotonic()
    with ProcessPoolExecutor(WORKERS) as pool:
        begun = [pool.submit(taken, of, texts[start::WORKERS]) for of in SITES for start in range(WORKERS)]
        parts = [one.result() for one in begun]
    faults = [one for part in parts for one in part.faults]
    figures.record(
        "hostile",
        {
            "strings": len(texts),
            "classes": len(corpus.kinds()),
            "fields": len(set().union(*(part.fields for part in parts))),
            "pairs": sum(part.refused + part.shown for part in parts),
            "refused with a message": sum(part.refused for part in parts),
            "shown as typed": sum(part.shown for part in parts),
            "files read": sum(part.files for part in parts),
            "faults": len(faults),
            "minutes": round((time.monotonic() - began) / 60),
        },
        part="fields",
    )
    return faults


def markdown(texts: list[str]) -> list[str]:
    """Every string as a paragraph of every body; the faults."""
    with tempfile.TemporaryDirectory() as folder, compiled.once():
        trial = FieldTrial.begun(Path(folder) / "project", ALONE)
        found = bodies.tried(trial, tuple(texts))
        sites = sum(1 for _site in bodies.built(trial, found))
    taken = sum(map(len, found.taken.values()))
    told = {
        "strings": len(texts),
        "bodies": len(found.taken),
        "refused with a message": found.refused,
        "rendered": taken,
    }
    figures.record("hostile", {**told, "sites": sites, "faults": len(found.faults)}, part="markdown")
    return found.faults


def seen(of: TriedProject, texts: list[str], sites: int, numbers: Sequence[int]) -> opened.PageSeen:
    """Mixed sites by their numbers, opened with the policy and without; each has its share of the strings."""
    found = opened.PageSeen()
    with tempfile.TemporaryDirectory() as folder, compiled.once(), opened.browser() as running:
        journey = Journey(Path(folder) / "project", of)
        for number in numbers:
            held = mixed.site(journey, texts, number)
            for bypass in (False, True):
                found.add(opened.seen(running, journey.trial.sandbox.site, texts[number::sites], of, bypass=bypass))
            found.strings.update(held.values())
            print(f"site {number + 1} of {sites}: {found.pages} pages, {len(found.faults)} faults", flush=True)
    return found


def pages(texts: list[str], sites: dict[TriedProject, int]) -> list[str]:
    """Mixed sites in the browser, so many of each project; the faults."""
    began, found = time.monotonic(), opened.PageSeen()
    with ProcessPoolExecutor(WORKERS) as pool:
        parts = [
            pool.submit(seen, of, texts, number, range(start, number, WORKERS))
            for of, number in sites.items()
            for start in range(min(WORKERS, number))
        ]
        for part in parts:
            found.add(part.result())
    told = {
        "sites": sum(sites.values()),
        "strings on them": len(found.strings),
        "pages opened": found.pages,
        "faults": len(found.faults),
    }
    figures.record("hostile", {**told, "minutes": round((time.monotonic() - began) / 60)}, part="pages")
    return found.faults


def other(name: str) -> list[str]:
    """Another way; whether it has faults."""
    return [f"{name}: see above"] if import_module(f"tests.security.edges.{name}").main() else []


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.security.hostile")
    sampled = "so many strings, evenly of each class, for fields, markdown and pages; of pages one site of each project"
    parser.add_argument("--sample", type=int, metavar="N", help=sampled)
    parser.add_argument("--part", choices=("fields", "markdown", "pages", *OTHERS), help="only this")
    given = parser.parse_args()
    some = corpus.sample(given.sample) if given.sample else corpus.strings()
    texts = list(dict.fromkeys(one.text for one in some))
    parts: dict[str, Callable[[], list[str]]] = {
        "fields": lambda: fields(texts),
        "markdown": lambda: markdown(texts),
        "pages": lambda: pages(texts, dict.fromkeys(SITES, 1) if given.sample else SITES),
        **{name: partial(other, name) for name in OTHERS},
    }
    faults = [one for name, run in parts.items() if given.part in (None, name) for one in run()]
    print("\n".join(faults))
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
