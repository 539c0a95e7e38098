"""Firefox, driven by what it brings along (Marionette): it takes each file of a disk for an origin of its own."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

ON_PATH = ("firefox-esr", "firefox")
# Nothing asks the network, nothing opens a window of its own; any free port
SETTINGS = {
    # Else a browser that is driven takes all files of a disk for one origin (`security.fileuri.strict_origin_policy`)
    "remote.prefs.recommended": False,
    "marionette.port": 0,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.update.enabled": False,
    "browser.startup.page": 0,
    "intl.accept_languages": "zh-CN",
    "network.proxy.type": 0,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}
LONGEST_START = 120
LONGEST_WAIT = 60


class Firefox:
    """A session: pages are opened, and scripts run in them."""

    def __init__(self, connection: socket.socket) -> None:
        self._stream = connection.makefile("rwb")
        self._ids = count(1)
        self._read()
        self._ask("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {"acceptInsecureCerts": True}}})

    def open(self, address: str) -> None:
        self._ask("WebDriver:Navigate", {"url": address})

    def run(self, script: str, *arguments: object) -> Any:
        """What a script returns, run as the page's own."""
        given = {"script": script, "args": list(arguments), "sandbox": None, "newSandbox": False}
        return self._ask("WebDriver:ExecuteScript", given)["value"]

    def wait(self, script: str) -> Any:
        """What an expression gives once it gives anything."""
        end = time.monotonic() + LONGEST_WAIT
        while not (found := self.run(f"return {script}")):
            assert time.monotonic() < end, f"not within {LONGEST_WAIT} s: {script}"
            time.sleep(0.05)
        return found

    def _ask(self, name: str, given: dict[str, Any]) -> Any:
        told = json.dumps([0, next(self._ids), name, given]).encode()
        self._stream.write(b"%d:%s" % (len(told), told))
        self._stream.flush()
        _kind, _id, error, found = self._read()
        assert error is None, error
        return found

    def _read(self) -> Any:
        length = b""
        while (sign := self._stream.read(1)) != b":":
            length += sign
        return json.loads(self._stream.read(int(length)))


def installed() -> str | None:
    return next((found for name in ON_PATH if (found := shutil.which(name))), None)


@contextmanager
def started() -> Iterator[Firefox]:
    """The browser while it runs, with a profile of its own that is gone afterwards."""
    program = installed()
    assert program
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in SETTINGS.items())
        Path(profile, "user.js").write_text("".join(lines), "utf-8")
        command = [program, "--headless", "--no-remote", "--marionette", "--profile", profile]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
            try:
                with socket.create_connection(("127.0.0.1", _port(Path(profile))), LONGEST_START) as connection:
                    yield Firefox(connection)
            finally:
                running.terminate()


def _port(profile: Path) -> int:
    """The one that it chose, told in a file once it listens."""
    end = time.monotonic() + LONGEST_START
    told = profile / "MarionetteActivePort"
    while not (told.is_file() and (text := told.read_text("ascii").strip())):
        assert time.monotonic() < end, "Firefox does not listen"
        time.sleep(0.1)
    return int(text)
