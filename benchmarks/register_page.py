"""The register in a browser, here and in another checkout: ``python -m benchmarks.register_page FOLDER [--rounds 5]``.

Both programs build the same content, one report ten times as long as the real one. Their registers are opened in turn,
in one browser whose processor is slowed to a quarter, the other first every other round; each opening in a context of
its own, nothing cached. Then words are typed into the filter. Printed are the medians:

block      milliseconds by which tasks of the load are longer than 50 (what Lighthouse calls total blocking time)
busy       milliseconds of all tasks of the load, of the processor's time, as for a key: in the time of a clock would be
           what else the machine does
bytes      of the page, its style sheet and scripts, uncompressed
nodes      elements of the page
keystroke  milliseconds of the longest task that a key brings about, until the list is painted: how long the next key
           may have to wait; the median of several keys, and the longest
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, fields
from pathlib import Path
from statistics import median
from typing import Any

from playwright import sync_api
from playwright.sync_api import Browser, CDPSession

from benchmarks import contenders
from benchmarks.accepted import accept
from benchmarks.contenders import HERE
from tests.browser import programs
from tests.browser.server import serve

RECORDS = 4000
SLOWED = 4
TYPED = "新建项目"
# Tasks are told as they end; what is painted after a key comes within this time, on a slow page too
CALM = """() => new Promise(done => setTimeout(
  () => requestIdleCallback(() => setTimeout(done, 150)), 400))"""
WATCH = """
window.longTasks = [];
new PerformanceObserver(list => longTasks.push(...list.getEntries().map(one => one.duration)))
  .observe({ type: 'longtask', buffered: true });
"""
BYTES = """() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  .reduce((sum, one) => sum + one.decodedBodySize, 0)"""


@dataclass(frozen=True)
class Opened:
    """One opening of a register."""

    block: float
    busy: float
    bytes: float
    nodes: float
    keystroke: float
    longest: float


def side(checkout: Path, root: Path) -> Path:
    """The site that a checkout's program makes of the generated content."""
    sizes = [str(RECORDS), str(root), "--report-size", str(RECORDS), "--templates", str(checkout / "templates")]
    subprocess.run([sys.executable, "-m", "benchmarks.content", *sizes], cwd=HERE, check=True)
    program = [
        str(checkout / ".venv/bin/python"),
        str(contenders.program(root.parent / f"{root.name}-program", checkout)),
    ]
    for path in accept(program, root, checkout / "benchmarks/project"):
        print(f"{root.name}: its own, or left out: {path}", flush=True)
    subprocess.run([*program, "build", "--root", str(root)], check=True, capture_output=True)
    return root / "site"


def opened(browser: Browser, address: str) -> Opened:
    with closing(browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN")) as context:
        page = context.new_page()
        page.set_default_timeout(120_000)
        page.add_init_script(WATCH)
        session = context.new_cdp_session(page)
        session.send("Performance.setTimeDomain", {"timeDomain": "threadTicks"})
        session.send("Performance.enable")
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
        page.goto(address, wait_until="load")
        page.evaluate(CALM)
        block = sum(max(0, one - 50) for one in page.evaluate("longTasks"))
        busy, size = _busy(session), page.evaluate(BYTES)
        nodes = page.evaluate("document.querySelectorAll('*').length")
        keys = list(_keystrokes(page))
        return Opened(block=block, busy=busy, bytes=size, nodes=nodes, keystroke=median(keys), longest=max(keys))


def _keystrokes(page: sync_api.Page) -> Iterator[float]:
    """A word typed letter by letter, and taken back."""
    page.locator("[name=q]").last.focus()
    page.evaluate(CALM)
    browser = page.context.browser
    assert browser is not None
    for key in (*TYPED, *["Backspace"] * (len(TYPED) - 1)):
        browser.start_tracing(page=page, categories=["toplevel"])
        page.keyboard.press(key) if len(key) > 1 else page.keyboard.insert_text(key)
        page.evaluate(CALM)
        yield _longest(json.loads(browser.stop_tracing())["traceEvents"])


def _longest(events: list[dict[str, Any]]) -> float:
    """The longest task of the page's main thread."""
    main = [
        (one["pid"], one["tid"])
        for one in events
        if one["name"] == "thread_name" and one["args"]["name"] == "CrRendererMain"
    ]
    return max(one.get("tdur", 0) for one in events if (one["pid"], one["tid"]) in main and one["ph"] == "X") / 1000


def _busy(session: CDPSession) -> float:
    found = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    return 1000 * float(found["TaskDuration"])


def measured(browser: Browser, addresses: dict[str, str], rounds: int) -> dict[str, list[Opened]]:
    found: dict[str, list[Opened]] = {name: [] for name in addresses}
    for number in range(rounds):
        for name in addresses if number % 2 else reversed(addresses):
            found[name].append(opened(browser, addresses[name]))
    return found


def table(found: dict[str, list[Opened]]) -> Iterator[str]:
    yield "| | " + " | ".join(found) + " | share |"
    yield "|---|" + "--:|" * (len(found) + 1)
    for field in fields(Opened):
        values = [_median(getattr(one, field.name) for one in each) for each in found.values()]
        here, there = values
        yield f"| {field.name} | {here:,.0f} | {there:,.0f} | {f'1/{there / here:.0f}' if here else '0'} |"


def _median(values: Iterable[float]) -> float:
    return median(list(values))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("other", type=Path, help="a checkout with its own .venv")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, help="where both sites are made; by default in memory, and not kept")
    given = parser.parse_args()
    # Neither program may find the other's modules
    os.environ.pop("PYTHONPATH", None)
    folder = Path(tempfile.mkdtemp(prefix="register-", dir=given.folder))
    try:
        with ExitStack() as stack:
            sites = {"here": side(HERE, folder / "here"), "there": side(given.other.resolve(), folder / "there")}
            roots = {name: stack.enter_context(serve(site)) for name, site in sites.items()}
            page = {name: next(site.glob("reports/*/commitments.html")) for name, site in sites.items()}
            addresses = {name: roots[name] + page[name].relative_to(site).as_posix() for name, site in sites.items()}
            browser = stack.enter_context(programs.started("--disable-gpu"))
            print("\n".join(table(measured(browser, addresses, given.rounds))))
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
