"""Whether time grows faster than the input: each word of a target many times in a row, then twice as often.

    python -m tests.security.fuzz.growth [TARGET …]

A text of one word a hundred times over is what a regular expression that tries everything takes longest for.
"""

from __future__ import annotations

import logging
import sys
import time
import warnings
from collections.abc import Iterator
from contextlib import suppress

from tests.security import figures
from tests.security.fuzz.target import FuzzTarget
from tests.security.fuzz.targets import ROOMS, of_room

# Bytes of the shorter text; so much longer the longer one may take, where it takes more seconds than can be a chance
SIZE, FACTOR, CHANCE = 4_000, 3.5, 0.1
# Of each target so many words, each alone and behind a digit or a Han character
MOST = 60
BEFORE = ("", "1", "一")


def slow(target: FuzzTarget) -> Iterator[str]:
    """Each word that is read in more than linear time."""
    for word in [*target.words][:MOST]:
        for before in BEFORE:
            unit = (before + word).encode()
            if not unit:
                continue
            short, long = (_seconds(target, unit * (n * SIZE // len(unit))) for n in (1, 2))
            if long > CHANCE and long > FACTOR * short:
                yield f"{target.name}: {unit.decode()!r} {short:.2f} s, twice as much {long:.2f} s"


def _seconds(target: FuzzTarget, data: bytes) -> float:
    """The least of three."""
    found = []
    for _each in range(3):
        began = time.process_time()
        with suppress(*target.refuses):
            target.reads(data)
        found.append(time.process_time() - began)
        if found[0] < CHANCE / 10:
            break
    return min(found)


def main(names: list[str]) -> int:
    logging.disable()
    warnings.simplefilter("ignore")
    chosen = [target for room in ROOMS for target in of_room(room) if not names or target.name in names]
    found: list[str] = []
    for target in chosen:
        for one in slow(target):
            found.append(one)
            print(one, flush=True)
    tried = sum(min(len([*target.words]), MOST) * len(BEFORE) for target in chosen)
    figures.record(
        "fuzz", {"targets": len(chosen), "repeated words": tried, "slower than linear": len(found)}, part="growth"
    )
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
