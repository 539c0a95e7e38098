"""An object store that speaks S3 and runs here: moto, from the registry, in an environment of its own.

It has no first pages of folders, no rules and no page for what is not there: objects by their names. Its answers to
requests of other origins are its own, whatever a bucket says, so that CORS is not shown by it.
"""

from __future__ import annotations

import subprocess
import sys
import time
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .asked import ask
from .publication import Fetch
from .servers import PATIENCE, free_port

# The server's own requirements only: its extra `server` brings those of all services
WANTED = ("moto[s3]==5.2.1", "flask", "flask-cors", "werkzeug")
BUCKET = "report"
CACHE = Path.home() / ".cache/disclosure-bench/moto"


def prepared(folder: Path = CACHE) -> Path:
    """The environment's Python, once moto is there."""
    python, done = folder / "bin/python", folder / "ready.txt"
    if not done.exists() or done.read_text("utf-8") != "\n".join(WANTED):
        venv.create(folder, with_pip=True, clear=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, *WANTED], check=True, stdout=sys.stderr)
        done.write_text("\n".join(WANTED), "utf-8")
    return python


class Store:
    """The store while it runs: ``settings`` lead rclone's remote ``store`` to it."""

    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}/{BUCKET}/"
        told = {"TYPE": "s3", "PROVIDER": "Other", "ENDPOINT": f"http://127.0.0.1:{port}", "ACL": "public-read"}
        keys = {"ACCESS_KEY_ID": "nobody", "SECRET_ACCESS_KEY": "nothing"}
        self.settings = {f"RCLONE_CONFIG_STORE_{name}": value for name, value in (told | keys).items()}

    def fetch(self) -> Fetch:
        def fetch(address: str) -> bytes | None:
            answer = ask(self.address + address)
            return answer.data if answer.status == 200 else None

        return fetch


@contextmanager
def running(folder: Path) -> Iterator[Store]:
    """A store with nothing in it."""
    port = free_port()
    command = [str(prepared()), "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with (folder / "moto.txt").open("wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, cwd=folder)
        try:
            _await(port)
            yield Store(port)
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _await(port: int) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            ask(f"http://127.0.0.1:{port}/")
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
        else:
            return
