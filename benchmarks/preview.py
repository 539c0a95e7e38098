"""From saving a file to the changed page served: ``python -m benchmarks.preview [--root ROOT] [--times 10]``.

Starts ``build.py serve`` on a project, or on a copy of this one, changes the title of a commitment again and again,
waits as an open page does until it is told to load again, loads, and looks for the new title. Whoever asks again and
again instead takes time from the building process. Prints milliseconds until the page was told and until it was
loaded: each time, then the medians.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import json
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.contenders import copy_project

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


def wait(address: str, words: str, limit: float) -> None:
    begun = time.perf_counter()
    while not shows(address, words):
        if time.perf_counter() - begun > limit:
            raise TimeoutError(address)
        time.sleep(0.2)


class OpenPage:
    """An open page of a report: it hears of each build, and says which one it is."""

    def __init__(self, path: str) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
        connection.request("GET", f"/__preview/events?page={path}")
        self.news = connection.getresponse()
        self.made = self._told()

    def wait(self) -> None:
        """Until it would load again."""
        while (made := self._told()) == self.made:
            pass
        self.made = made

    def _told(self) -> float:
        """When the reports were made last, as it is told next."""
        while not (line := self.news.readline().decode()).startswith("data: "):
            if not line:
                raise ConnectionError
        return float(json.loads(line.removeprefix("data: "))["made"]["reports"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, help="a project; without it a copy of this one in a temporary folder")
    parser.add_argument("--times", type=int, default=10)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        root = given.root or Path(temporary) / "copy"
        if not given.root:
            copy_project(root)
        measure(root, given.times)


def measure(root: Path, times: int, limit: float = 600) -> tuple[float, float]:
    """Saves a commitment so many times and prints how long its page took; the file is put back. The medians: until the
    page was told, until it was loaded, in milliseconds. ``limit``: seconds until the preview stands."""
    record = sorted(root.glob("content/reports/*/commitments/*/c05*.yml"))[-1]
    text = record.read_text("utf-8")
    key, name = record.parts[-4], record.stem
    with served(root) as address:
        page = f"{address}reports/{key}/commitments/{name}.html"
        wait(page, name, limit)
        open_page, found = OpenPage(f"/reports/{key}/commitments/{name}.html"), []
        try:
            for number in range(times):
                time.sleep(PAUSE)
                words = f"第{MARKS[number % 10]}次"
                record.write_text(text.replace("title: ", f"title: {words}", 1), "utf-8")
                begun = time.perf_counter()
                open_page.wait()
                told = time.perf_counter() - begun
                if not shows(page, words):
                    raise AssertionError(words)
                found.append((told * 1000, (time.perf_counter() - begun) * 1000))
                print("told {:.0f} ms, loaded {:.0f} ms".format(*found[-1]), flush=True)
            told_after, loaded_after = (median(one) for one in zip(*found, strict=True))
            print(f"median: told {told_after:.0f} ms, loaded {loaded_after:.0f} ms")
            return told_after, loaded_after
        finally:
            record.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
