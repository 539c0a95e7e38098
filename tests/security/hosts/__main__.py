"""``make hosts``: every server, every placement, every way of publication; ends with 1 where anything was wrong.

python -m tests.security.hosts [PART…]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser import programs
from tests.browser.conftest import ARGUMENTS
from tests.projects import files_of
from tests.security import figures

from . import answers, changed, example, opened, portal, publication, recipes, servers, store, wanted
from .asked import ask

# How much a second is sent, so that somebody can read meanwhile
SLOWLY = {"rsync -rt": "rsync -rt --bwlimit=4000"}
IN_PLACE: dict[str, Callable[[Path], dict[str, str]]] = {
    "rsync": lambda target: {"用户@服务器:/srv/www/report/": f"{target}/", **SLOWLY},
    "rclone-sftp": lambda target: {"server:/www/report": str(target)},
}
FIXED = (("nginx", recipes.nginx, recipes.nginx_fixed), ("caddy", recipes.caddy, recipes.caddy_fixed))
# By the names that a part is chosen by, in their order
PARTS = (*servers.SERVERS, "fixed-times", "sub-folder", "portal", *IN_PLACE, "store")


class Hosts:
    """A run: a folder that servers may read, the sites in it, and all that was wrong so far."""

    def __init__(self, folder: Path, browser: Browser) -> None:
        self.folder = folder
        self.browser = browser
        self.faults: list[str] = []
        self.project = example.build(folder / "example")
        self.below = example.build(folder / "below", portal.FOLDER)
        self.years = example.two_years(folder / "years")

    def new(self, name: str) -> Path:
        made = self.folder / name
        made.mkdir()
        return made

    def told(self, part: str, figures_: dict[str, int | str], faults: Iterable[str]) -> None:
        """Takes down a part's figures."""
        found = [f"{part}: {one}" for one in faults]
        self.faults += found
        for one in found[:20]:
            print(one, file=sys.stderr)
        figures.record("hosts", {**figures_, "faults": len(found)}, part=part)

    def server(self, name: str) -> None:
        """The site published by ``release``, asked and opened."""
        site = self.project.site
        current = example.publish(site, self.folder / "www", "today")
        with servers.SERVERS[name](current, self.new(name)) as root:
            asked = answers.asked(root, site, answers.names(site))
            seen = opened.opened(self.browser, root, site)
        missed = list(changed.missed_after_a_release(servers.SERVERS[name], self.new(f"{name}-changed")))
        told: dict[str, int | str] = {"files": len(answers.names(site)), "requests": asked.requests}
        told |= {"pages in Chromium": seen.pages, "equal-length changes missed": len(missed)}
        self.told(name, told, [*asked.faults, *seen.faults, *missed])

    def fixed_times(self) -> None:
        """The trap, and that the lines for it hold."""
        trapped, missed = 0, []
        for name, plain, fixed in FIXED:
            start = servers.SERVERS[name]
            trapped += len(list(changed.missed_under_fixed_times(start, plain, self.new(f"{name}-trap"))))
            missed += changed.missed_under_fixed_times(start, fixed, self.new(f"{name}-fixed"))
        self.told("fixed times", {"missed without the lines": trapped, "missed with them": len(missed)}, missed)

    def sub_folder(self) -> None:
        site, host = self.below.site, self.new("host")
        place = host / portal.FOLDER.strip("/")
        place.parent.mkdir(parents=True)
        place.symlink_to(site)
        with servers.nginx(host, self.new("sub-folder"), recipes.nginx_below(portal.FOLDER)) as root:
            below = root.rstrip("/") + portal.FOLDER
            asked = answers.asked(below, site, answers.names(site))
            seen = opened.opened(self.browser, below, site)
        told: dict[str, int | str] = {"requests": asked.requests, "pages in Chromium": seen.pages}
        self.told("sub-folder", told, [*asked.faults, *seen.faults])

    def portal(self) -> None:
        with portal.portal(self.below.site) as root:
            seen = opened.opened(self.browser, root, self.below.site, is_portal=True)
        self.told("portal", {"pages in Chromium": seen.pages}, seen.faults)

    def in_place(self, kind: str, changes: Callable[[Path], dict[str, str]]) -> None:
        """Published into the folder that is read: there and back."""
        folder = self.new(kind)
        target = folder / "target"
        target.mkdir()
        script = recipes.replaced(recipes.documented(kind), changes(target))
        fetch = publication.from_folder(target)
        self.told(kind, *self._published(folder, script, fetch, lambda: files_of(target), {}))

    def store(self) -> None:
        """An object store: published to by rclone, read by HTTP and opened in Chromium, without rules."""
        folder = self.new("store")
        with store.running(folder) as one:
            publication.run(f"rclone mkdir store:{store.BUCKET}", folder, one.settings)
            script, fetch = recipes.documented("rclone"), one.fetch()

            def stands() -> dict[str, bytes]:
                publication.run(f"rclone copy store:{store.BUCKET} back --checksum", folder, one.settings)
                return files_of(folder / "back")

            told, faults = self._published(folder, script, fetch, stands, one.settings)
            names = answers.names(folder / "release/current")
            types = {name: ask(one.address + name).type for name in names}
            wrong = [f"{name}: {type!r}" for name, type in types.items() if not wanted.is_type(name, type)]
            pages = list(self._walked(one.address, folder / "release/current"))
        told |= {"types asked": len(names), "pages in Chromium": len(pages)}
        self.told("object store", told, [*faults, *wrong, *(one for page in pages for one in page)])

    def _walked(self, root: str, site: Path) -> Iterator[list[str]]:
        """Pages as readers come to them, and what was said on each; a store without rules shows no page for nothing."""
        for name in opened.of_each_kind(site, every=False):
            if (site / name).is_file() and name != "404.html":
                yield opened.heard(self.browser, root, name)

    def _published(
        self,
        folder: Path,
        script: str,
        fetch: publication.Fetch,
        stands: Callable[[], dict[str, bytes]],
        settings: dict[str, str],
    ) -> tuple[dict[str, int | str], list[str]]:
        """The first year, today, and the first year again, each read while it arrives."""
        pages, faults = 0, []
        first, second = self.years
        for n, site in enumerate((first, second, first)):
            current = example.publish(site, folder / "release", f"release-{n}")
            if n == 0:
                publication.run(script, folder, settings)
                continue
            with publication.reading(fetch, current) as readers:
                publication.run(script, folder, settings)
            pages += sum(one.pages for one in readers)
            faults += [fault for one in readers for fault in one.faults]
        faults += publication.differing(stands(), files_of(folder / "release/current"))
        return {"publications": 3, "pages read meanwhile": pages}, faults


def missing() -> list[str]:
    """What is not installed and is asked for."""
    wanted_ = (*servers.SERVERS, "rsync", "rclone")
    lacking = [name for name in wanted_ if servers.program(name) is None]
    return lacking if programs.chromium() else [*lacking, "chromium-headless-shell"]


def main(chosen: Sequence[str]) -> int:
    """``chosen`` are the parts to be run, by name; all where there are none."""
    if lacking := missing():
        print(f"install first: {' '.join(lacking)}", file=sys.stderr)
        return 2
    if unknown := [name for name in chosen if name not in PARTS]:
        print(f"no such part: {' '.join(unknown)}; there are: {' '.join(PARTS)}", file=sys.stderr)
        return 2
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, programs.started(*ARGUMENTS) as browser:
        Path(folder).chmod(0o755)
        hosts = Hosts(Path(folder), browser)
        parts: dict[str, Callable[[], None]] = {name: partial(hosts.server, name) for name in servers.SERVERS}
        parts |= {"fixed-times": hosts.fixed_times, "sub-folder": hosts.sub_folder, "portal": hosts.portal}
        parts |= {kind: partial(hosts.in_place, kind, where) for kind, where in IN_PLACE.items()}
        parts["store"] = hosts.store
        for name in chosen or parts:
            parts[name]()
    print(f"{time.monotonic() - began:.0f} s, {len(hosts.faults)} faults")
    return 1 if hosts.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
