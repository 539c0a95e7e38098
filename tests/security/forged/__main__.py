"""``make forged``: all forgeries, or those that are named.

python -m tests.security.forged [NAME…]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.security import figures
from tests.security.forged.run import ALL, Stage


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    wanted = frozenset(parser.parse_args().names)
    if unknown := wanted - {one.name for one in ALL}:
        parser.error(f"no such forgery: {', '.join(sorted(unknown))}")
    begun, counted, wrong = time.monotonic(), Counter[str](), 0
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage.set(Path(folder))
        for one in ALL:
            if wanted and one.name not in wanted:
                continue
            trouble = stage.try_(one)
            counted[one.part] += 1
            wrong += bool(trouble)
            print(f"{one.part} {one.name}: {trouble or 'ok'}", flush=True)
    told: dict[str, int | str] = {"forgeries": counted.total(), **counted, "files compared each": len(stage.wanted)}
    told |= {"changed what is published, or ran": wrong, "minutes": round((time.monotonic() - begun) / 60)}
    if not wrong and not wanted:
        figures.record("forged", told)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
