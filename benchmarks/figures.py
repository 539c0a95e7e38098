"""Reading the figures of a report, here and in another checkout: ``python -m benchmarks.figures FOLDER TEXT``.

What is measured is a process that imports ``disclosure.quantity`` (so compiles its patterns) and finds the figures of
the first 20,000 characters of TEXT, line by line: processor time without what both sides import from elsewhere. Both
sides in turn, the other first every other time; a ratio is the median of the rounds' ratios, this one over the other.
"""

from __future__ import annotations

import argparse
import os
import subprocess
from pathlib import Path
from statistics import median

from benchmarks.contenders import HERE

PROBE = """
import sys, time
import calendar, decimal, enum, functools, itertools, msgspec, pathlib, re, typing
text = sys.stdin.read()[:20000].split("\\n")
start = time.process_time()
import disclosure.quantity
compiled = time.process_time()
for line in text:
    disclosure.quantity.find(line)
print(compiled - start, time.process_time() - compiled)
"""
WHATS = ("compile", "find", "both")


def measure(checkout: Path, text: str) -> tuple[float, float, float]:
    """Milliseconds to import and compile, to find, and both."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [str(checkout / ".venv/bin/python"), "-c", PROBE]
    env["PYTHONPATH"] = str(checkout)
    done = subprocess.run(command, cwd=checkout, env=env, input=text, capture_output=True, text=True, check=True)
    compiled, found = (float(seconds) * 1000 for seconds in done.stdout.split())
    return compiled, found, compiled + found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("text", type=Path)
    parser.add_argument("--rounds", type=int, default=25)
    given = parser.parse_args()
    text = given.text.read_text(encoding="utf-8")
    pairs = []
    for n in range(given.rounds):
        sides = [HERE, given.folder.resolve()] if n % 2 else [given.folder.resolve(), HERE]
        times = {side: measure(side, text) for side in sides}
        pairs.append((times[HERE], times[given.folder.resolve()]))
    print("| part | ms here | there | ratio |\n|---|--:|--:|--:|")
    for n, what in enumerate(WHATS):
        here, there = (median(pair[side][n] for pair in pairs) for side in (0, 1))
        print(f"| {what} | {here:.1f} | {there:.1f} | {median(a[n] / b[n] for a, b in pairs):.3f} |")


if __name__ == "__main__":
    main()
