"""What a page of each kind weighs, on built sites and at ten times the real size:
``python -m benchmarks.budgets [SITE …] [--times 3]``.

The largest page of each kind of the sites named, and of a generated one whose report has ten times the records of the
real one, is loaded as a phone loads it: 390 pixels wide, a processor of a quarter the speed. Prints nodes, layout
shift, blocking time (what each task of the load takes beyond 50 ms; the median), and kilobytes of HTML, style sheet
and scripts as a server compresses them, and names the limits that are broken; then it ends with 1. Limits, but for
times, are held by ``tests/browser/test_budgets.py``. What the search loads has limits of its own.
"""

from __future__ import annotations

import argparse
import gzip
import subprocess
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from tests.browser import kinds, programs
from tests.browser.server import SUB_PATH, serve

ROOT = Path(__file__).parent.parent
# Commitments and results of the shipped report, together
REAL = 400
SLOWER = 4
PHONE = {"width": 390, "height": 844}
# From the first byte on: what shifted without a reader's doing, and how long tasks kept the page from answering
WATCH = """(() => {
  const seen = window.budget = { shift: 0, blocking: 0 };
  const watch = (type, add) => new PerformanceObserver(list => list.getEntries().forEach(add))
    .observe({ type, buffered: true });
  watch('layout-shift', one => { if (!one.hadRecentInput) seen.shift += one.value; });
  watch('longtask', one => { seen.blocking += Math.max(0, one.duration - 50); });
})()"""
QUIET = "() => new Promise(done => setTimeout(() => done(window.budget), 300))"
NODES = "() => document.querySelectorAll('*').length"
COMPRESSED = (".html", ".css", ".js")
OF_SEARCH = "search/"


@dataclass(frozen=True, kw_only=True)
class PageLimits:
    """The most that a page may have."""

    nodes: int = 1500
    shift: float = 0.1
    blocking: float = 200
    kilobytes: float = 30


# Texts that are read as a whole are longer than lists, which are opened piece by piece
LONG = PageLimits(nodes=2500, kilobytes=60)
# Its script ranks, reads figures and cuts excerpts, and the page says why nothing was found: of the example's 31.9 that
# script alone is 14.1, so that 30 would cost the first hits
SEARCH = PageLimits(kilobytes=33.5)
LIMITS = {"text": LONG, "coverage": LONG, "glossary": LONG, "search": SEARCH}


@dataclass(frozen=True, kw_only=True)
class PageWeight:
    """What one page has."""

    nodes: int
    shift: float
    kilobytes: float
    blocking: float = 0.0

    def over(self, limits: PageLimits) -> list[str]:
        """The names of the limits it breaks."""
        names = ("nodes", "shift", "blocking", "kilobytes")
        return [name for name in names if getattr(self, name) > getattr(limits, name)]


def limits(kind: str, large: bool = False) -> PageLimits | None:
    """What a page of this kind may have; none for a whole text at ten times the size, which is what it is."""
    given = LIMITS.get(kind, PageLimits())
    return None if large and given == LONG else given


def weigh(browser: Browser, site: Path, address: str, slower: int = SLOWER) -> PageWeight:
    """One load of a page, with nothing of it in any cache, by a processor that is so many times ``slower``."""
    root, path = address.split(SUB_PATH)
    with closing(browser.new_context(viewport=PHONE, locale="zh-CN", is_mobile=True)) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.add_init_script(WATCH)
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
        asked: list[str] = []
        page.on("response", lambda answer: asked.append(urlsplit(answer.url).path.removeprefix(SUB_PATH)))
        page.goto(f"{root}{SUB_PATH}{path}", wait_until="load")
        seen = page.evaluate(QUIET)
        nodes = page.evaluate(NODES)
    counted = {name for name in asked if name.endswith(COMPRESSED) and not name.startswith(OF_SEARCH)}
    kilobytes = sum(_compressed(site / name) for name in counted) / 1000
    return PageWeight(
        nodes=nodes, shift=round(seen["shift"], 3), blocking=seen["blocking"], kilobytes=round(kilobytes, 1)
    )


def _compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6, mtime=0)) if path.is_file() else 0


def weights(browser: Browser, site: Path, times: int = 1, slower: int = SLOWER) -> dict[str, tuple[str, PageWeight]]:
    """The largest page of each kind and what it has; of several loads the median blocking time."""
    found = {}
    with serve(site) as root:
        for kind, address in kinds.largest(site).items():
            loads = [weigh(browser, site, root + address, slower) for _ in range(times)]
            blocking = median(one.blocking for one in loads)
            last = loads[-1]
            weight = PageWeight(nodes=last.nodes, shift=last.shift, kilobytes=last.kilobytes, blocking=blocking)
            found[kind] = (address, weight)
    return found


def ten_times(root: Path) -> Path:
    """The site of one generated report with ten times the records of the real one, built in ``root``."""
    records = str(10 * REAL)
    generate = ["-m", "benchmarks.content", records, str(root), "--report-size", records]
    for arguments in (generate, [str(ROOT / "build.py"), "--root", str(root)]):
        subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return root / "site"


def show(name: str, found: dict[str, tuple[str, PageWeight]], large: bool) -> bool:
    """Prints a site's table; whether all of it is within the limits."""
    print(f"\n{name}\n{'kind':14} {'nodes':>6} {'shift':>6} {'block ms':>8} {'kB':>6}  page")
    kept = True
    for kind, (address, one) in found.items():
        most = limits(kind, large)
        over = one.over(most) if most else []
        kept = kept and not over
        said = "  OVER: " + ", ".join(over) if over else ""
        print(f"{kind:14} {one.nodes:6} {one.shift:6} {one.blocking:8.0f} {one.kilobytes:6}  {address}{said}")
    return kept


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sites", type=Path, nargs="*", help="built sites")
    parser.add_argument("--times", type=int, default=3, help="loads of each page")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, programs.started() as browser:
        large = ten_times(Path(folder, "10x"))
        kept = [
            show(str(site), weights(browser, site, arguments.times), site == large)
            for site in (*arguments.sites, large)
        ]
    sys.exit(not all(kept))


if __name__ == "__main__":
    main()
