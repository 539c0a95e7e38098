"""``python -m tests.security.old_phones SITE EXAMPLE --cache DIR [--only chromium,tests,webkit,webkit-old]``.

The ten questions on the shipped site and a page of each kind of the example, over HTTP and from the disk, in Chromium
86 and in each WebKitGTK that can be had; and what ``tests/browser`` promises of today's Chromium, asked of Chromium 86.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree

from tests.browser import programs
from tests.browser.server import serve
from tests.projects import REPOSITORY
from tests.security import figures

from . import chromium86, looks, questions, webkit
from .promises import FILES, LEFT_OUT

PARTS = ("chromium", "tests", "webkit", "webkit-old")
STAND_INS = Path(__file__).with_name("stand_ins.js")


def main() -> int:
    arguments = _arguments()
    sites = [site.resolve() for site in (arguments.site, arguments.example)]
    start = chromium86.installed(arguments.cache.resolve())
    # Every test that starts a Chromium starts this one
    os.environ["CHROMIUM"] = str(start)
    steps: dict[str, Callable[[], list[str]]] = {
        "chromium": lambda: _chromium(*sites),
        "tests": _tests,
        "webkit": lambda: _webkit(webkit.newest(), *sites, lacks=webkit.NEEDED),
        "webkit-old": lambda: _old_webkit(arguments.cache.resolve(), *sites),
    }
    faults = [fault for name in arguments.only.split(",") for fault in steps[name]()]
    print("\n".join(faults))
    return 1 if faults else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("site", type=Path, help="the shipped site, built")
    parser.add_argument("example", type=Path, help="the site of the example, built")
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--only", default=",".join(PARTS), help="some of: %(default)s")
    return parser.parse_args()


def _chromium(site: Path, example: Path) -> list[str]:
    with programs.started() as browser:
        assert browser.version == chromium86.VERSION, browser.version
        page = browser.new_page()
        return _asked(
            f"Chromium {browser.version}",
            (site, example),
            lambda root: questions.in_chromium(page, root),
            lambda root: looks.in_chromium(browser, example, root),
        )


def _webkit(installed: webkit.WebKitInstalled | None, site: Path, example: Path, *, lacks: str) -> list[str]:
    if installed is None:
        print(f"A WebKitGTK was left out; it takes: {lacks}")
        return []
    # Both sites lie in one folder, which is all that the browser sees of the disk
    with webkit.started(installed, Path(os.path.commonpath([site, example]))) as browser:
        return _asked(
            f"WebKitGTK {browser.version}",
            (site, example),
            lambda root: questions.in_webkit(browser, root),
            lambda root: looks.in_webkit(browser, example, root),
        )


def _old_webkit(cache: Path, site: Path, example: Path) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        given = [_given(one, Path(folder, name)) for name, one in (("site", site), ("example", example))]
        return _webkit(webkit.oldest(cache), *given, lacks=webkit.NEEDED_OLD)


def _given(site: Path, copy: Path) -> Path:
    """A copy of the site, whose first script gives what this browser lacks and Safari 14 has."""
    shutil.copytree(site, copy)
    first = copy / "assets/display.js"
    first.write_text(STAND_INS.read_text("utf-8") + first.read_text("utf-8"), "utf-8")
    return copy


def _asked(
    name: str,
    sites: tuple[Path, Path],
    ask: Callable[[str], questions.Ask],
    look: Callable[[str], Iterator[str]],
) -> list[str]:
    """Takes down what was counted, and gives what was wrong."""
    began = time.monotonic()
    site, example = sites
    faults, counted = [], {}
    for way, published in (("over HTTP", serve), ("from a disk", _disk)):
        with published(site) as root:
            found = dict(questions.answered(ask(root)))
        faults += [f"{name} {way}: {id}: {fault}" for id, wrong in found.items() for fault in wrong]
        counted[f"questions answered {way}, of {len(found)}"] = sum(not wrong for wrong in found.values())
        with published(example) as root:
            wrong = list(look(root))
            kinds = len(looks.pages(example))
        faults += [f"{name} {way}: {fault}" for fault in wrong]
        counted[f"page kinds seen {way}"] = kinds
        counted[f"faults seen {way}"] = len(wrong)
    _record(name, counted, began)
    return faults


@contextmanager
def _disk(folder: Path) -> Iterator[str]:
    yield f"{folder.as_uri()}/"


def _tests() -> list[str]:
    """What is promised of today's Chromium, asked of this one."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder, "told.xml")
        command = [sys.executable, "-m", "pytest", "-q", "--tb=short", "-m", "not long", f"--junitxml={told}"]
        command += ["--numprocesses=2", "--dist=loadfile", *(f"--deselect={one}" for one in LEFT_OUT), *FILES]
        done = subprocess.run(command, cwd=REPOSITORY, env={**os.environ, "CI": "true"}, check=False)
        counted = ElementTree.parse(told).getroot()[0].attrib
    failed = int(counted["failures"]) + int(counted["errors"])
    passed = int(counted["tests"]) - failed - int(counted["skipped"])
    _record(f"Chromium {chromium86.VERSION}, tests", {"browser tests passed": passed, "failed": failed}, began)
    return ["tests failed in Chromium 86"] if done.returncode else []


def _record(name: str, counted: dict[str, int], began: float) -> None:
    figures.record("old-phones", {**counted, "seconds": round(time.monotonic() - began)}, part=name)


if __name__ == "__main__":
    sys.exit(main())
