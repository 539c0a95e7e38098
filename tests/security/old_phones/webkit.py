"""WebKitGTK, driven by its own WebDriver: the newest that the system has, and the one of the spring of 2020.

Safari 14 itself runs on Apple's systems only. Ubuntu 20.04 came with WebKitGTK 2.28.1, half a year older: it lacks
what Safari 14 lacks (``inset``, ``:focus-visible``, ``gap`` of flex boxes, ``.at()``) and some more. It is put into a
folder of its own by debootstrap and started there, which only root may do.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.request
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.error import HTTPError, URLError

import msgspec

SUITE: Final = "focal"
PACKAGES: Final = ("webkit2gtk-driver", "xvfb", "fonts-noto-cjk")
NEEDED: Final = "apt-get install webkit2gtk-driver xvfb"
# What Ubuntu signs with: without it debootstrap takes, by http and as root, whatever the network gives
KEYS: Final = Path("/usr/share/keyrings/ubuntu-archive-keyring.gpg")
NEEDED_OLD: Final = f"root; apt-get install debootstrap; the keys of Ubuntu's package ubuntu-keyring as {KEYS}"
BROWSER: Final = "usr/lib/*/webkit2gtk-4.*/MiniBrowser"
# The bar of the browser, above the page
BAR: Final = 42
LONGEST_START = 60
LONGEST_WAIT = 60
LONGEST_ANSWER = 15
ELEMENT: Final = "element-6066-11e4-a52e-4f735466cecf"
ENTER: Final = "\ue007"


class WebKitInstalled(msgspec.Struct, frozen=True):
    """Where a WebKitGTK is: the root of the system that it belongs to."""

    root: Path

    @property
    def browser(self) -> Path | None:
        return next(iter(sorted(self.root.glob(BROWSER))), None)

    def command(self, *given: str, shown: Path) -> list[str]:
        """A command of that system, which sees the folder ``shown`` where it is."""
        if self.root == Path("/"):
            return list(given)
        inside = self.root / shown.relative_to("/")
        inside.mkdir(parents=True, exist_ok=True)
        steps = (
            f"mount --rbind /dev {self.root}/dev",
            f"mount -t proc proc {self.root}/proc",
            f"mount --bind {shown} {inside}",
            f'exec chroot {self.root} "$@"',
        )
        return ["unshare", "--mount", "--propagation", "private", "sh", "-ec", "\n".join(steps), "sh", *given]


def newest() -> WebKitInstalled | None:
    """The system's own, where it is installed."""
    found = WebKitInstalled(Path("/"))
    return found if shutil.which("WebKitWebDriver") and shutil.which("Xvfb") and found.browser else None


def oldest(cache: Path) -> WebKitInstalled | None:
    """The one of 2020, put into the cache; none where we may not or cannot do that."""
    found = WebKitInstalled(cache / f"webkit-{SUITE}")
    if not hasattr(os, "geteuid") or os.geteuid() or not shutil.which("debootstrap"):
        return None
    if not found.browser:
        if not KEYS.is_file():
            return None
        command = ["debootstrap", "--variant=minbase", "--force-check-gpg"]
        command += ["--components=main,universe", f"--include={','.join(PACKAGES)}"]
        subprocess.run([*command, SUITE, str(found.root)], check=True, stdout=subprocess.DEVNULL)
    return found


class WebKit:
    """A session: pages are opened, clicked and typed into, and scripts run in them."""

    def __init__(self, address: str, browser: Path) -> None:
        self._address = address
        options = {"binary": str(browser), "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options, "timeouts": {"script": 5000}}}
        told = self._ask("POST", "/session", {"capabilities": wanted})
        self._address += f"/session/{told['sessionId']}"
        self.version: str = told["capabilities"]["browserVersion"]

    def size(self, width: int, height: int) -> int:
        """Makes the page so large, and tells how wide it came out: the newest has a least width."""
        self._ask("POST", "/window/rect", {"width": width, "height": height + BAR})
        time.sleep(0.5)
        return int(self.run("return innerWidth"))

    def open(self, address: str) -> None:
        self._ask("POST", "/url", {"url": address})

    def run(self, script: str, *arguments: object) -> Any:
        return self._ask("POST", "/execute/sync", {"script": script, "args": arguments})

    def wait(self, script: str) -> Any:
        """What an expression gives once it gives anything."""
        end = time.monotonic() + LONGEST_WAIT
        while not (found := self._run_again(script)):
            assert time.monotonic() < end, f"not within {LONGEST_WAIT} s: {script}"
            time.sleep(0.1)
        return found

    def _run_again(self, script: str) -> Any:
        """What an expression gives; nothing where the page is just being left: what was asked of it has no answer."""
        try:
            return self.run(f"return {script}")
        except (AssertionError, TimeoutError):
            return None

    def click(self, selector: str) -> None:
        self._ask("POST", f"/element/{self._find(selector)}/click", {})

    def type(self, selector: str, words: str) -> None:
        self._ask("POST", f"/element/{self._find(selector)}/value", {"text": words})

    def picture(self) -> bytes:
        return b64decode(self._ask("GET", "/screenshot"))

    def close(self) -> None:
        self._ask("DELETE", "")

    def _find(self, selector: str) -> str:
        found: str = self._ask("POST", "/element", {"using": "css selector", "value": selector})[ELEMENT]
        return found

    def _ask(self, method: str, path: str, given: dict[str, Any] | None = None) -> Any:
        body = None if given is None else json.dumps(given).encode()
        asked = urllib.request.Request(self._address + path, method=method, data=body)
        try:
            with urllib.request.urlopen(asked, timeout=LONGEST_ANSWER) as answer:
                return json.load(answer)["value"]
        except HTTPError as error:
            raise AssertionError(error.read().decode()) from None


@contextmanager
def started(installed: WebKitInstalled, shown: Path) -> Iterator[WebKit]:
    """The browser while it runs, on a screen that nobody sees; it may open the files of the folder ``shown``."""
    assert installed.browser
    browser = Path("/") / installed.browser.relative_to(installed.root)
    with _running(installed, shown, "Xvfb", "-displayfd", "1", "-screen", "0", "1280x2000x24") as screen:
        assert screen.stdout
        display = f":{screen.stdout.readline().decode().strip()}"
        port = _free()
        with _running(installed, shown, "WebKitWebDriver", f"--port={port}", DISPLAY=display):
            _await(port)
            session = WebKit(f"http://127.0.0.1:{port}", browser)
            try:
                yield session
            finally:
                session.close()


@contextmanager
def _running(
    installed: WebKitInstalled, shown: Path, *given: str, **environment: str
) -> Iterator[subprocess.Popen[bytes]]:
    """A program while it runs, and what it started: a group of its own, ended as one."""
    with subprocess.Popen(
        installed.command(*given, shown=shown),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        # No picture card, and no Chinese without UTF-8
        env={**os.environ, "LANG": "C.UTF-8", "WEBKIT_DISABLE_COMPOSITING_MODE": "1", **environment},
    ) as running:
        try:
            yield running
        finally:
            os.killpg(running.pid, signal.SIGTERM)


def _free() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def _await(port: int) -> None:
    end = time.monotonic() + LONGEST_START
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/status", timeout=5).close()
        except (URLError, ConnectionError):
            assert time.monotonic() < end, "WebKitWebDriver does not listen"
            time.sleep(0.1)
        else:
            return
