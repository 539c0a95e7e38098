"""The programs that these tests run and do not bring along: a browser, Java, the Nu HTML checker."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

REPOSITORY = Path(__file__).parents[2]
CHECKER = REPOSITORY / "node_modules/vnu-jar/build/dist/vnu.jar"
# The first is Chromium without its windows, which paints a page in half the time
ON_PATH = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "~/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "~/Applications/Chromium.app/Contents/MacOS/Chromium",
    "$PROGRAMFILES/Google/Chrome/Application/chrome.exe",
    "$PROGRAMFILES/Chromium/Application/chrome.exe",
    "$LOCALAPPDATA/Google/Chrome/Application/chrome.exe",
    "$LOCALAPPDATA/Chromium/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
)
NO_BROWSER = (
    "no Chromium or Chrome was found: install one (Debian: apt-get install chromium-headless-shell), or name the "
    "program in the environment variable CHROMIUM"
)
MISSING = {
    "browser": (
        "没有找到 Chromium 或 Chrome，浏览器测试（tests/browser）没有运行；"
        "安装 Chromium 或 Google Chrome，或用环境变量 CHROMIUM 写明程序的位置，然后重试。"
        "No Chromium or Chrome was found, so the browser tests (tests/browser) were left out; "
        "install Chromium or Google Chrome, or name the program in the environment variable CHROMIUM, and try again."
    ),
    "nu": (
        "没有找到 Java 17 或 node_modules/vnu-jar，HTML 校验（tests/browser/test_html_checker.py）没有运行；"
        "安装 Java 和 Node.js，运行 npm ci --ignore-scripts，然后重试。"
        "Java 17 or node_modules/vnu-jar was not found, so the HTML checker (tests/browser/test_html_checker.py) was "
        "left out; install Java and Node.js, run npm ci --ignore-scripts, and try again."
    ),
}


@cache
def chromium() -> str | None:
    """The browser: the one that CHROMIUM names and no other, else the first that is installed."""
    if named := os.environ.get("CHROMIUM"):
        return shutil.which(named)
    on_path = (shutil.which(name) for name in ON_PATH)
    installed = (shutil.which(Path(os.path.expandvars(path)).expanduser()) for path in APPLICATIONS)
    return next((path for path in (*on_path, *installed) if path), None)


def is_root() -> bool:
    """Whether we are root, who may not have the browser's sandbox."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


@contextmanager
def started(*arguments: str) -> Iterator[Browser]:
    """The browser while it runs; a sentence where there is none."""
    if (program := chromium()) is None:
        raise FileNotFoundError(NO_BROWSER)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=list(arguments), chromium_sandbox=not is_root()
        )
        yield browser
        browser.close()


@cache
def java() -> str | None:
    """A Java that runs and is new enough: macOS has a program of that name that only says where to get one."""
    found = shutil.which("java")
    if not found:
        return None
    said = subprocess.run([found, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', said)
    return found if version and int(version[1]) >= 17 else None


def available(marker: str) -> bool:
    """Whether the tests of this marker can run here."""
    return bool(chromium()) if marker == "browser" else bool(java() and CHECKER.is_file())
