"""Every string in every text field, on every page and in every file: ``make hostile``; takes some minutes.

python -m tests.security.hostile [--sample N]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import Final

from tests import compiled
from tests.security import figures

from . import corpus, mixed, opened
from .journey import Counted, Journey
from .trying import Fault

WORKERS: Final = 2
# Sites of mixed strings that are opened in the browser
SITES: Final = 8
# Modules of tests/security/edges with a main() of their own, each of which records a part and says how it ended
EDGES: Final = ("names", "imports", "desk", "pdf")


def taken(texts: list[str]) -> Counted:
    """What became of some strings, one after the other; a program that breaks is a fault like others."""
    with tempfile.TemporaryDirectory() as folder, compiled.once():
        journey = Journey(Path(folder) / "project")
        for text in texts:
            try:
                journey.take(text)
            except Fault as fault:
                journey.counted.faults.append(f"{text!r}: {fault}")
        return journey.counted


def fields(texts: list[str]) -> list[str]:
    """Every string through every field; the faults."""
    began = time.monotonic()
    with ProcessPoolExecutor(WORKERS) as pool:
        parts = list(pool.map(taken, [texts[start::WORKERS] for start in range(WORKERS)]))
    faults = [one for part in parts for one in part.faults]
    figures.record(
        "hostile",
        {
            "strings": sum(part.strings for part in parts),
            "classes": len(corpus.kinds()),
            "fields": len(parts[0].fields),
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


def pages(texts: list[str], sites: int) -> list[str]:
    """Mixed sites in the browser, with the policy and without; the faults."""
    began, found = time.monotonic(), opened.Seen()
    with tempfile.TemporaryDirectory() as folder, compiled.once(), opened.browser() as running:
        journey = Journey(Path(folder) / "project")
        for number in range(sites):
            held = mixed.site(journey, texts, number)
            for bypass in (False, True):
                found.add(opened.seen(running, journey.trial.sandbox.site, texts[number::sites], bypass=bypass))
            found.strings.update(held.values())
    told = {
        "sites": sites,
        "strings on them": len(found.strings),
        "pages opened": found.pages,
        "faults": len(found.faults),
    }
    figures.record("hostile", {**told, "minutes": round((time.monotonic() - began) / 60)}, part="pages")
    return found.faults


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sample", type=int, help="so many strings, evenly of each class")
    parser.add_argument("--part", choices=("fields", "pages", *EDGES), help="only this")
    given = parser.parse_args()
    some = corpus.sample(given.sample) if given.sample else corpus.strings()
    texts = list(dict.fromkeys(one.text for one in some))
    faults = fields(texts) if given.part in (None, "fields") else []
    faults += pages(texts, SITES if not given.sample else 1) if given.part in (None, "pages") else []
    edges = [import_module(f"tests.security.edges.{name}").main() for name in EDGES if given.part in (None, name)]
    print("\n".join(faults))
    sys.exit(bool(faults) or any(edges))


if __name__ == "__main__":
    main()
