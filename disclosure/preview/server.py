"""The preview server: the built site on loopback, reloaded in the browser after each build.

The published bytes stay as they are: what the preview needs in the browser is added on the way out.
"""

from __future__ import annotations

import json
import mimetypes
import time
from collections.abc import Iterable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Thread
from types import TracebackType
from urllib.parse import unquote, urlsplit

from disclosure.translation import gettext as _

EVENTS = "/__preview/events"
SCRIPT = "/__preview/reload.js"
# The policy of the pages allows no inline style; a sheet made by script is none
RELOAD = """\
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  #preview-problems { position: sticky; inset-block-start: 0; z-index: 9; max-block-size: 60vh; overflow: auto;
    padding: 1em; background: #fff4f2; color: #5c0b00; border-block-end: 4px solid #b42318; }
  #preview-problems h2 { margin: 0 0 .5em; font-size: 1.1em; color: inherit; }
  #preview-problems pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .95em; }
`);
document.adoptedStyleSheets.push(sheet);
const events = new EventSource("/__preview/events");
const part = /^\\/(reports|updates)\\/./.test(location.pathname) ? "reports" : "site";
let seen;
events.addEventListener("message", (event) => {
  const { title, problems, made } = JSON.parse(event.data);
  seen ??= made[part];
  if (made[part] !== seen) { location.reload(); return; }
  document.querySelector("#preview-problems")?.remove();
  if (!problems) { return; }
  const box = document.createElement("section");
  box.id = "preview-problems";
  box.setAttribute("role", "alert");
  const head = box.appendChild(document.createElement("h2"));
  head.textContent = title;
  box.appendChild(document.createElement("pre")).textContent = problems;
  document.body.prepend(box);
});
"""
# The parts of a site that are made one after the other
REPORTS, SITE = "reports", "site"
LOCAL = ("127.0.0.1", "localhost", "[::1]")


class Preview(ThreadingHTTPServer):
    """Serves one folder on 127.0.0.1; every open page is told about a new build or its problems.

    ``made`` says when each part of the site was made last: a page is loaded again when its own part was.
    """

    daemon_threads = True

    def __init__(self, site: Path, port: int) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.site = site.resolve()
        self.news = Condition()
        self.version = 0
        self.made = dict.fromkeys((REPORTS, SITE), time.time())
        self.early = False
        self.problems = ""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"

    def show_reports(self) -> None:
        """The pages of reports are made, the rest of the site is yet to come."""
        self.early = True
        self._tell("", (REPORTS,))

    def show(self, problems: str, *, removed: bool = False) -> None:
        """The end of a build; ``removed`` where pages are no more."""
        made = (SITE,) if self.early and not removed else (REPORTS, SITE)
        self.early = False
        self._tell(problems, () if problems else made)

    def _tell(self, problems: str, parts: Iterable[str]) -> None:
        with self.news:
            self.version += 1
            self.problems = problems
            self.made |= dict.fromkeys(parts, time.time())
            self.news.notify_all()

    def __enter__(self) -> Preview:
        Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.shutdown()
        self.server_close()


class Handler(BaseHTTPRequestHandler):
    """GET and nothing else."""

    server: Preview
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path).replace("\0", "")
        # A page of another host must not read the preview through a name that points here
        if self.headers.get("Host", "").removesuffix(f":{self.server.server_port}") not in LOCAL:
            self._send(HTTPStatus.FORBIDDEN, "text/plain", b"")
        elif path == EVENTS:
            self._events()
        elif path == SCRIPT:
            self._send(HTTPStatus.OK, "text/javascript", RELOAD.encode())
        else:
            self._file(path)

    def _file(self, path: str) -> None:
        wanted = (self.server.site / path.lstrip("/")).resolve()
        if wanted.is_dir():
            wanted = wanted / "index.html"
        status = HTTPStatus.OK
        if not wanted.is_relative_to(self.server.site) or not wanted.is_file():
            wanted, status = self.server.site / "404.html", HTTPStatus.NOT_FOUND
        try:
            data = wanted.read_bytes()
        except OSError:
            data, wanted = b"<!doctype html><body></body>", Path("empty.html")
        kind = mimetypes.guess_type(wanted.name)[0] or "application/octet-stream"
        if kind == "text/html":
            data = data.replace(b"</body>", f'<script type="module" src="{SCRIPT}"></script></body>'.encode())
        self._send(status, kind, data)

    def _send(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        self.send_response(status)
        charset = "; charset=utf-8" if kind.startswith("text/") or kind.endswith("json") else ""
        self.send_header("Content-Type", kind + charset)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def _events(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        seen = -1
        try:
            while True:
                seen = self._tell(seen)
        except OSError:
            self.close_connection = True

    def _tell(self, seen: int) -> int:
        """Wait for news, tell it; a comment now and then finds out whether anybody still listens."""
        with self.server.news:
            told = self.server.news.wait_for(lambda: self.server.version != seen, timeout=10)
            version, news = self.server.version, {"problems": self.server.problems, "made": self.server.made}
            said = json.dumps({"title": _("没有更新，下面还是上一次的样子"), **news})
        line = f"data: {said}\n\n" if told else ": still here\n\n"
        self.wfile.write(line.encode())
        self.wfile.flush()
        return version

    def log_message(self, format: str, *args: object) -> None:
        """Quiet: the terminal is for problems."""
