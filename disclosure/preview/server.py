"""The preview server: the built site on loopback, reloaded in the browser after each build.

The published bytes stay as they are: what the preview needs in the browser is added on the way out.
"""

from __future__ import annotations

import mimetypes
import sys
from collections.abc import Mapping
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Any
from urllib.parse import parse_qs, unquote

from msgspec import Struct

from disclosure.catalog import address, downloads
from disclosure.preview.news import LIST, News, part_of
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

OWN = "/__preview/"
EVENTS, PROBLEMS = f"{OWN}events", f"{OWN}problems"
HERE = Path(__file__).parent
# Files of ours that a page asks for
FILES = {f"{OWN}{name}": HERE / name for name in ("reload.js", "bar.css")}
LOCAL = ("127.0.0.1", "localhost", "[::1]")
EMPTY = b'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
EMPTY += b"<title>-</title><body></body></html>"
# After so many seconds without news a comment finds out whether anybody still listens
STILL = 10
# How long a tab waits before it asks again whether the server is back, in milliseconds
RETRY_MS = 1000
ENDING = b"</body>"
NO_DOWNLOADS = N_("这个文件由 python build.py 在页面发布以后生成，预览时不生成。页面的内容是最新的，它要等下一次生成。")


class Preview(ThreadingHTTPServer):
    """Serves one folder on 127.0.0.1; every open page is told ``news`` of each build."""

    daemon_threads = True

    def __init__(self, site: Path, port: int) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.site = site
        self.news = News()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves a page while it is being sent is no fault worth a traceback."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)

    def __enter__(self) -> Preview:
        Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.shutdown()
        self.server_close()


class Answer(Struct, frozen=True):
    """What is sent in answer to a request."""

    status: HTTPStatus
    type: str
    data: bytes


def find(site: Path, path: str) -> Path | None:
    """The file of the site that a path leads to; ``None`` where it leads to none, or is no path at all."""
    try:
        root = site.resolve()
        wanted = (root / path.lstrip("/")).resolve()
        if wanted.is_dir():
            wanted = (wanted / "index.html").resolve()
        return wanted if wanted.is_relative_to(root) and wanted.is_file() else None
    except (OSError, ValueError, RuntimeError):
        # A name that is too long, a null, links in a circle
        return None


def read(file: Path | None) -> bytes | None:
    try:
        return file.read_bytes() if file else None
    except OSError:
        # A build has just removed it
        return None


class Handler(BaseHTTPRequestHandler):
    """GET and HEAD, and nothing else."""

    server: Preview
    protocol_version = "HTTP/1.1"
    # For whoever opens a connection and asks for nothing, in seconds
    timeout = 60

    def do_GET(self) -> None:
        path, _mark, query = self.path.partition("#")[0].partition("?")
        path = unquote(path)
        # A page of another host must not read the preview through a name that points here
        if self.headers.get("Host", "").removesuffix(f":{self.server.server_port}") not in LOCAL:
            self._send(Answer(HTTPStatus.FORBIDDEN, "text/plain", b""))
        elif path == EVENTS:
            self._events("".join(parse_qs(query).get("page", ())))
        else:
            self._send(self._problems() if path == PROBLEMS else self._file(path))

    do_HEAD = do_GET  # noqa: N815 (named by the standard library)

    def _file(self, path: str) -> Answer:
        if downloads.is_download(path.lstrip("/")):
            # Not even an older one that stands: it would pass for what is shown beside it
            return _own_page(HTTPStatus.NOT_FOUND, _("预览不生成下载文件"), said=_(NO_DOWNLOADS))
        made = self.server.news.made
        status, file = HTTPStatus.OK, FILES.get(path) or find(self.server.site, path)
        data = read(file)
        if file is None or data is None:
            status, file = HTTPStatus.NOT_FOUND, Path("404.html")
            data = read(find(self.server.site, "404.html")) or EMPTY
        type = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        # A form that is being filled in is never loaded again, and its policy would not let it ask
        if type == "text/html" and not path.lstrip("/").startswith(address.DESK_FILES):
            self.server.news.asked_for(self._address(path))
            data = data.replace(ENDING, _additions(part_of(path), made) + ENDING)
        return Answer(status, type, data)

    def _problems(self) -> Answer:
        """The list of all that is wrong."""
        news = self.server.news
        title = news.title or _("没有错误，页面是最新的")
        return _own_page(HTTPStatus.OK, title, messages=news.messages, added=_additions(LIST, news.made).decode())

    def _send(self, answer: Answer) -> None:
        is_text = answer.type.startswith("text/") or answer.type.endswith("json")
        self._head(answer.status, answer.type + ("; charset=utf-8" if is_text else ""), str(len(answer.data)))
        if self.command != "HEAD":
            self.wfile.write(answer.data)

    def _head(self, status: HTTPStatus, type: str, length: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", type)
        if length:
            self.send_header("Content-Length", length)
        self.send_header("Cache-Control", "no-store")
        self.end_headers()

    def _address(self, path: str) -> str:
        """Where the page stands in the site that a path leads to; empty where it leads to none."""
        site = self.server.site
        file = find(site, path)
        return file.relative_to(site.resolve()).as_posix() if file else ""

    def _events(self, page: str) -> None:
        """``page`` is the path of the page that listens."""
        self.close_connection = True
        self._head(HTTPStatus.OK, "text/event-stream")
        if self.command == "HEAD":
            return
        self.wfile.write(f"retry: {RETRY_MS}\n".encode())
        seen = -1
        with self.server.news.open(self._address(unquote(page))):
            while True:
                seen, text = self.server.news.wait(seen, STILL)
                self.wfile.write(f"data: {text}\n\n".encode() if text else b": still here\n\n")
                self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        """Quiet: the terminal is for problems."""


def _own_page(status: HTTPStatus, title: str, **values: Any) -> Answer:
    """A page that is none of the site's."""
    # Wanted by the few who follow the link
    import jinja2

    templates = jinja2.Environment(loader=jinja2.FileSystemLoader(HERE), autoescape=True)
    text = templates.get_template("problems.html").render(title=title, **values)
    return Answer(status, "text/html", text.encode())


def _additions(part: str, made: Mapping[str, float]) -> bytes:
    """What a page is served with: the style of the bar, and the script with what it cannot ask for any more when the
    server has stopped."""
    values = {
        "part": part,
        "made": repr(made[part]),
        "list": PROBLEMS,
        "stopped": _("预览已经停止，这一页不再更新。重新运行 serve 后会自动恢复。"),
    }
    data = "".join(f' data-{name}="{escape(value)}"' for name, value in values.items())
    style, script = (f"{OWN}{name}" for name in ("bar.css", "reload.js"))
    return f'<link rel="stylesheet" href="{style}"><script defer src="{script}"{data}></script>'.encode()
