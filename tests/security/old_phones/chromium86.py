"""Chromium 86, as the npm package ``chrome-aws-lambda`` brings it: what in-app browsers of five-year-old phones are.

The package's own start is for a cloud's machines; only its program is taken, and unpacked by Node's brotli. What it
misses of the system (Debian: libnss3) it says itself.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

PACKAGE: Final = "chrome-aws-lambda@5.3.1"
VERSION: Final = "86.0.4240.0"
UNPACK: Final = """
const { readFileSync, writeFileSync } = require("fs");
const [from, to] = process.argv.slice(1);
writeFileSync(to, require("zlib").brotliDecompressSync(readFileSync(from)), { mode: 0o755 });
"""


def installed(cache: Path) -> Path:
    """What Playwright starts: the relay with the program, both in a folder of the cache."""
    home = cache / "chromium-86"
    program, start = home / "chromium", home / "start"
    if not program.exists():
        home.mkdir(parents=True, exist_ok=True)
        # The driver of its time, which it would bring along, is not needed. Without a prefix npm installs into the
        # first folder above that has a package.json or node_modules
        wanted = ["--prefix", ".", "--legacy-peer-deps", "--ignore-scripts", "--no-audit", "--no-fund", PACKAGE]
        subprocess.run(["npm", "install", *wanted], cwd=home, check=True)
        packed = home / "node_modules/chrome-aws-lambda/bin/chromium.br"
        part = home / "chromium.part"
        subprocess.run(["node", "-e", UNPACK, str(packed), str(part)], check=True)
        part.rename(program)
    relay = shutil.copy(Path(__file__).with_name("relay.py"), home / "relay.py")
    start.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{relay}" "{program}" "$@"\n', "utf-8")
    start.chmod(0o755)
    return start
