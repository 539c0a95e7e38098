"""Publication as docs/hosting.md says, while somebody reads: no page is ever seen whose files are not there.

``Reader`` asks page after page of a place where files come and go: what a page loads has to be there when the page is.
So has what a page links to that ``stays``; one that is about to go may lead to another that went a moment before.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

# What a browser asks for of its own accord, and where a reader goes
LOADED = re.compile(r'<(?:link rel="stylesheet" href|script(?: defer)? src|img src)="([^"]+)"')
LINKED = re.compile(r'<a [^>]*?href="([^"#]+)')
Fetch = Callable[[str], bytes | None]


class Reader:
    """Reads at random, beginning with the first page, until it is told to stop."""

    def __init__(self, fetch: Fetch, stays: Callable[[str], bool], seed: int = 1) -> None:
        self.fetch = fetch
        self.stays = stays
        self.random = random.Random(seed)
        self.pages = 0
        self.faults: list[str] = []
        self._known = ["index.html"]
        self._over = threading.Event()

    def read(self) -> None:
        while not self._over.is_set():
            self.step()

    def step(self) -> None:
        """A page, and everything that it names."""
        address = self.random.choice(self._known)
        page = self.fetch(address)
        if page is None:
            # It was taken away, and only the first must always be there
            if address == "index.html":
                self.faults.append("index.html is missing")
            self._known = [one for one in self._known if one != address] or ["index.html"]
            return
        self.pages += 1
        text = page.decode("utf-8")
        for wanted in targets(address, LOADED.findall(text)):
            if self.fetch(wanted) is None and self.fetch(address) == page:
                self.faults.append(f"{address} loads {wanted}, which is missing")
        for wanted in self._some(targets(address, LINKED.findall(text))):
            if self.fetch(wanted) is None and self.stays(address) and self.fetch(address) == page:
                self.faults.append(f"{address} leads to {wanted}, which is missing")
            elif wanted.endswith(".html") and wanted not in self._known:
                self._known.append(wanted)

    def _some(self, found: list[str]) -> list[str]:
        return self.random.sample(found, min(len(found), 15))

    def stop(self) -> None:
        self._over.set()


def targets(address: str, links: list[str]) -> list[str]:
    """The files of the site that links of a page name."""
    inside = (unquote(unescape(link).partition("?")[0]) for link in links if not re.match(r"[a-z]+:|//|#", link))
    return list(dict.fromkeys(normpath(join(dirname(address), one)) for one in inside if one))


@contextmanager
def reading(fetch: Fetch, site: Path, readers: int = 2) -> Iterator[list[Reader]]:
    """Readers at work while ``site`` is being published."""
    all = [Reader(fetch, lambda address: (site / address).is_file(), seed) for seed in range(readers)]
    threads = [threading.Thread(target=one.read) for one in all]
    for thread in threads:
        thread.start()
    try:
        yield all
    finally:
        for one in all:
            one.stop()
        for thread in threads:
            thread.join()


def from_folder(folder: Path) -> Fetch:
    """Files as a server hands them out, which opens each anew."""

    def fetch(address: str) -> bytes | None:
        try:
            return (folder / address).read_bytes()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None

    return fetch


def run(script: str, folder: Path, settings: Mapping[str, str] | None = None) -> None:
    """A recipe of the page, in the folder where ``release`` lies."""
    apart = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "RCLONE_"))}
    done = subprocess.run(
        ["sh", "-e", "-c", script],
        cwd=folder,
        env=apart | {"RCLONE_CONFIG": os.devnull, **(settings or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])


def differing(published: Mapping[str, bytes], wanted: Mapping[str, bytes]) -> Iterator[str]:
    """What stands there otherwise than it should when all is done."""
    for name in sorted(published.keys() | wanted.keys()):
        if published.get(name) != wanted.get(name):
            kind = "missing" if name not in published else "too many" if name not in wanted else "other bytes"
            yield f"{name}: {kind}"
