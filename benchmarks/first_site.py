"""From an empty folder to a published site, by the stopwatch: a wheel, a document, and the decisions it asks for.

``python -m benchmarks.first_site [REPORT] [--libraries]`` prints the seconds of each step. Without a report it takes
the invented one of the tests; with ``--libraries`` it installs the locked libraries too, from the index that pip knows,
in place of those of this environment. What an editor would decide at the desk is decided here in no time: the district,
the words for the blanks, the day of publication.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
REPORT = REPOSITORY / "tests/golden/small/content/reports/2024/source.txt"
PIP = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
BLANK = re.compile("〔待填[^〕]*〕")


class Desk:
    """A folder, and the environment that an editor works in."""

    def __init__(self, folder: Path, report: Path) -> None:
        self.folder, self.report = folder, report
        self.site = folder / "site"

    def run(self, *command: str, where: Path | None = None) -> str:
        outer = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        done = subprocess.run(command, cwd=where or self.folder, env=outer, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
        return done.stdout

    def python(self, *arguments: str) -> str:
        return self.run(str(self.folder / "venv/bin/python"), *arguments, where=self.site)

    def wheel(self) -> None:
        made = str(self.folder / "wheels")
        self.run(*PIP, "wheel", "--no-deps", "--no-index", "--no-build-isolation", "-w", made, str(REPOSITORY))

    def install(self, *, libraries: bool) -> None:
        self.run(sys.executable, "-m", "venv", "--without-pip", str(self.folder / "venv"))
        into = [*PIP, "--python", str(self.folder / "venv/bin/python"), "install"]
        if libraries:
            self.run(*into, "--require-hashes", "-r", str(REPOSITORY / "requirements.txt"))
        else:
            site = next((self.folder / "venv").rglob("site-packages"))
            (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
        self.run(*into, "--no-deps", "--no-index", *map(str, (self.folder / "wheels").iterdir()))

    def init(self) -> None:
        said = ["--district", "示例区", "--year", "2024", "--name", "样例编写组", "--delivered", "2024-01-10"]
        program = str(self.folder / "venv/bin/disclosure")
        self.run(program, "init", str(self.site), *said, "--report", str(self.report))

    def build(self) -> None:
        self.python("build.py")

    def fill_in(self) -> None:
        for path in (self.site / "content").glob("*.md"):
            path.write_text(BLANK.sub("写好了。", path.read_text("utf-8")), "utf-8")
        settings = self.site / "content/site.yml"
        day = f"published_since: {date.today().isoformat()}"  # noqa: DTZ011
        settings.write_text(settings.read_text("utf-8").replace("published_since: never", day), "utf-8")
        self.python("build.py", "check")

    def publish(self) -> None:
        self.python("build.py", "release", str(self.folder / "out"))
        found = self.folder / "out/current"
        assert (found / "reports/2024/text.html").is_file()
        assert list(found.glob("search*"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("report", type=Path, nargs="?", default=REPORT)
    parser.add_argument("--libraries", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder), given.report.resolve())
        steps: dict[str, Callable[[], None]] = {
            "build the wheel": desk.wheel,
            "install it": lambda: desk.install(libraries=given.libraries),
            "init": desk.init,
            "build": desk.build,
            "fill in the blanks, check": desk.fill_in,
            "release": desk.publish,
        }
        begun = time.perf_counter()
        for name, step in steps.items():
            start = time.perf_counter()
            step()
            print(f"{time.perf_counter() - start:7.1f} s  {name}", flush=True)
        print(f"{time.perf_counter() - begun:7.1f} s  in all")


if __name__ == "__main__":
    main()
