"""A few inputs for each target of a room, without atheris: ``python -m tests.security.fuzz.sample ROOM COUNT``.

The seeds, and ``COUNT`` changes of them, the same every time. In a process of its own: what runs inside limits is
called directly here (``in_process``), and stays so until the process ends.
"""

from __future__ import annotations

import logging
import sys
import traceback
import warnings
from collections.abc import Iterator
from contextlib import suppress
from random import Random

from tests.security.fuzz.mutation import mutated
from tests.security.fuzz.target import FuzzTarget
from tests.security.fuzz.targets import of_room


def faults(target: FuzzTarget, count: int) -> Iterator[str]:
    """What went wrong, each with its input."""
    dice, seeds, words = Random(target.name), [*target.seeds], [*target.words]
    drawn = (mutated(dice.choice(seeds), words, seeds, target.size, dice) for _each in range(count))
    for data in (*seeds, *drawn):
        try:
            with suppress(*target.refuses):
                target.reads(data)
        except Exception:  # noqa: BLE001 (that is what is looked for)
            yield f"{target.name} {data!r}\n{traceback.format_exc()}"


def main(room: str, count: int) -> int:
    """Whether anything went wrong."""
    logging.disable()
    warnings.simplefilter("ignore")
    found = [fault for target in of_room(room) for fault in faults(target, count)]
    print("\n".join(found))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
