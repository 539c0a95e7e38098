"""Lighthouse on the largest page of each kind: ``python -m benchmarks.lighthouse SITE --cache DIR [--only home,text]``.

Installs the pinned release into the cache, serves the site and asks for a phone as Lighthouse simulates it. Prints the
four scores of each page and the audits that cost any; ends with 1 where performance is below 95 or another score
below 100. ``robots.txt`` and the address belong to the host: what Lighthouse says of these is left out. So is what a
page does on purpose: made-up content asks not to be found, and so does the page for what is not there, which leads to
the site's own address or asks for its script in vain (ARCHITECTURE.md, "Decisions").
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.browser import kinds, programs
from tests.browser.server import serve

VERSION = "12.8.2"
WANTED = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
# A page that asks not to be found
HIDDEN = '<meta name="robots" content="noindex">'
FLAGS = ("--headless=new", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


def install(cache: Path) -> Path:
    """The program, in a folder of its own for this release."""
    home = cache / f"lighthouse-{VERSION}"
    program = home / "node_modules/lighthouse/cli/index.js"
    if not program.exists():
        home.mkdir(parents=True, exist_ok=True)
        # Without a prefix npm installs into the first folder above that has a package.json or node_modules
        wanted = ["--prefix", ".", "--no-audit", "--no-fund", "--ignore-scripts", f"lighthouse@{VERSION}"]
        subprocess.run(["npm", "install", *wanted], cwd=home, check=True)
    return program


def purposes(kind: str, page: str) -> list[str]:
    """The audits that do not know what a page of this kind does on purpose."""
    found = ["is-crawlable"] if HIDDEN in page else []
    return [*found, "errors-in-console", "inspector-issues"] if kind == "not-found" else found


def report(program: Path, address: str, skipped: list[str]) -> dict[str, Any]:
    """What Lighthouse says of one page, some audits skipped."""
    flags = " ".join([*FLAGS, *(["--no-sandbox"] if programs.is_root() else [])])
    command = ["node", str(program), address, "--output=json", "--quiet", f"--chrome-flags={flags}"]
    command += [f"--skip-audits={','.join(skipped)}"] if skipped else []
    environment = {**os.environ, "CHROME_PATH": programs.chromium() or ""}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def scores(said: dict[str, Any]) -> dict[str, int]:
    return {name: round(100 * (said["categories"][name]["score"] or 0)) for name in WANTED}


def costly(said: dict[str, Any]) -> list[str]:
    """The audits that took points, where a page has not what is wanted."""
    had = scores(said)
    short = [name for name, wanted in WANTED.items() if had[name] < wanted]
    weighed = [one["id"] for name in short for one in said["categories"][name]["auditRefs"] if one["weight"]]
    marks = {id: said["audits"][id] for id in weighed}
    return [f"{id} {one.get('displayValue', '')}" for id, one in marks.items() if (one["score"] or 0) < 0.9]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--only", default="", help="page kinds, all without it")
    arguments = parser.parse_args()
    program, only = install(arguments.cache.resolve()), arguments.only.split(",") if arguments.only else None
    kept = True
    print(f"{'kind':14}{''.join(f'{name:>16}' for name in WANTED)}")
    with serve(arguments.site) as root:
        for kind, address in kinds.largest(arguments.site).items():
            if only is None or kind in only:
                page = (arguments.site / address).read_text("utf-8")
                said = report(program, root + address, purposes(kind, page))
                had, cost = scores(said), costly(said)
                kept = kept and all(had[name] >= wanted for name, wanted in WANTED.items())
                print(f"{kind:14}{''.join(f'{had[name]:16}' for name in WANTED)}  {'; '.join(cost)}", flush=True)
    sys.exit(not kept)


if __name__ == "__main__":
    main()
