"""From saving a file to the changed page served: ``python -m benchmarks.preview ROOT [--times 10]``.

Starts ``build.py serve`` on a project, changes the title of a commitment again and again, and asks for its page until
it shows the new title. Prints milliseconds: each time, then the median.
"""

from __future__ import annotations

import argparse
import contextlib
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from statistics import median

BUILD = Path(__file__).parent.parent / "build.py"
PORT = 8765
MARKS = "甲乙丙丁戊己庚辛壬癸"
# Between two saves, as an editor who looks at the page would leave
PAUSE = 0.5


@contextlib.contextmanager
def served(root: Path) -> Iterator[str]:
    command = [sys.executable, str(BUILD), "serve", "--root", str(root), "--port", str(PORT)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{PORT}/"
    finally:
        process.terminate()
        process.wait()


def shows(address: str, words: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return words in answer.read().decode()
    except urllib.error.URLError:
        return False


def wait(address: str, words: str, limit: float) -> float:
    begun = time.perf_counter()
    while not shows(address, words):
        if time.perf_counter() - begun > limit:
            raise TimeoutError(address)
        # Not oftener: the server answers in the process that builds
        time.sleep(0.02)
    return (time.perf_counter() - begun) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", type=Path)
    parser.add_argument("--times", type=int, default=10)
    given = parser.parse_args()
    record = sorted(given.root.glob("content/reports/*/commitments/*/c05*.yml"))[-1]
    text = record.read_text("utf-8")
    key, name = record.parts[-4], record.stem
    with served(given.root) as address:
        page = f"{address}reports/{key}/commitments/{name}.html"
        wait(page, name, 600)
        try:
            found = []
            for number in range(given.times):
                time.sleep(PAUSE)
                record.write_text(
                    text.replace("title: ", f"title: 第{'甲乙丙丁戊己庚辛壬癸'[number % 10]}次", 1), "utf-8"
                )
                found.append(wait(page, f"第{'甲乙丙丁戊己庚辛壬癸'[number % 10]}次", 60))
                print(f"{found[-1]:.0f} ms", flush=True)
            print(f"median {median(found):.0f} ms")
        finally:
            record.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
