"""A portal around the site: in a folder of its own, behind a device that changes what passes.

It says its own policy, packs again what it sends, takes away what files say of their encoding and of their versions,
and keeps answers for a while. It changes no byte of a file.
"""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.browser.server import Server

FOLDER = "/zwgk/gongzuo/baogao/"
POLICY = "default-src 'self'"


class Portal(BaseHTTPRequestHandler):
    """GET and HEAD of the site's files under ``FOLDER``, nothing elsewhere."""

    protocol_version = "HTTP/1.1"

    def __init__(self, site: Path, *given: object) -> None:
        self.site = site
        super().__init__(*given)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        file = self.site / (path.removeprefix(FOLDER) or "index.html")
        is_there = path.startswith(FOLDER) and file.is_file()
        self._send(200 if is_there else 404, file if is_there else self.site / "404.html")

    do_HEAD = do_GET  # noqa: N815 (named by the standard library)

    def _send(self, status: int, file: Path) -> None:
        data = gzip.compress(file.read_bytes(), 1)
        self.send_response(status)
        # Types as such a device knows them, and no encoding
        self.send_header("Content-Type", mimetypes.guess_type(file.name)[0] or "text/plain")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Frame-Options", "SAMEORIGIN")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "max-age=60")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@contextmanager
def portal(site: Path) -> Iterator[str]:
    """The address of the site's folder."""
    server = Server(("127.0.0.1", 0), partial(Portal, site))  # type: ignore[arg-type]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{FOLDER}"
    finally:
        server.shutdown()
        server.server_close()
