"""The preview server: the built site on loopback, reloaded in the browser after each build.

The published bytes stay as they are: what the preview needs in the browser is added on the way out. It answers this
machine's browsers by this machine's names (``callers``), and hands out files of the site alone (``files``).
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import BoundedSemaphore, Thread
from types import TracebackType
from typing import Any
from urllib.parse import parse_qs, unquote

from msgspec import Struct

from disclosure.catalog import address, downloads
from disclosure.preview.callers import is_ours
from disclosure.preview.files import find, path_of, read, type_of
from disclosure.preview.news import LIST, News, part_of
from disclosure.theme import policy
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

OWN = "/__preview/"
EVENTS, PROBLEMS = f"{OWN}events", f"{OWN}problems"
HERE = Path(__file__).parent
# Files of ours that a page asks for
FILES = {f"{OWN}{name}": HERE / name for name in ("reload.js", "bar.css")}
EMPTY = b'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
EMPTY += b"<title>-</title><body></body></html>"
# After so many seconds without news a comment finds out whether anybody still listens
STILL = 10
# How long a tab waits before it asks again whether the server is back, in milliseconds
RETRY_MS = 1000
ENDING = b"</body>"
HTML = "text/html; charset=utf-8"
# Nothing is shown as what it is not said to be, nor loaded by another site's pages. Who may frame a page is left open:
# editors' programs show a preview within
HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "no-referrer"),
    ("Cache-Control", "no-store"),
)
# So many connections at once; an open tab keeps one, a browser opens six
MOST = 200
STRANGER = N_("这是本机的预览，只能用 {address} 打开，别的网址、别的网页都不能读它。")
NO_DOWNLOADS = N_("这个文件由 python build.py 在页面发布以后生成，预览时不生成。页面的内容是最新的，它要等下一次生成。")


class Preview(ThreadingHTTPServer):
    """Serves one folder on 127.0.0.1; every open page is told ``news`` of each build."""

    daemon_threads = True

    def __init__(self, site: Path, port: int) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.site = site
        self.news = News()
        self._free = BoundedSemaphore(MOST)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"

    def process_request(self, request: Any, client_address: Any) -> None:
        """Whoever comes when all are taken is sent away at once."""
        if self._free.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._free.release()

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


class Handler(BaseHTTPRequestHandler):
    """GET and HEAD, and nothing else."""

    server: Preview
    protocol_version = "HTTP/1.1"
    # Nothing of the system is told
    server_version, sys_version = "preview", ""
    # For whoever opens a connection and asks for nothing, or takes nothing, in seconds
    timeout = 20

    def do_GET(self) -> None:
        path = path_of(self.path)
        # What comes behind the head is none of ours, and no request
        self.close_connection |= any(name in self.headers for name in ("Content-Length", "Transfer-Encoding"))
        if not is_ours(self.headers, self.server.server_port):
            said = _(STRANGER).format(address=self.server.address)
            self._send(_own_page(HTTPStatus.FORBIDDEN, _("不能打开"), said=said))
        elif path == EVENTS:
            self._events("".join(parse_qs(self.path.partition("?")[2]).get("page", ())))
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
            data = read(find(self.server.site, "/404.html")) or EMPTY
        type = type_of(file.name)
        # A form that is being filled in is never loaded again, and its policy would not let it ask
        if type == HTML and not path.lstrip("/").startswith(address.DESK_FILES):
            self.server.news.asked_for(self._address(path))
            data = data.replace(ENDING, _additions(part_of(path), made) + ENDING)
        return Answer(status, type, data)

    def _problems(self) -> Answer:
        """The list of all that is wrong."""
        news = self.server.news
        title = news.title or _("没有错误，页面是最新的")
        return _own_page(HTTPStatus.OK, title, messages=news.messages, added=_additions(LIST, news.made).decode())

    def _send(self, answer: Answer) -> None:
        self._head(answer.status, answer.type, str(len(answer.data)))
        if self.command != "HEAD":
            self.wfile.write(answer.data)

    def _head(self, status: HTTPStatus, type: str, length: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", type)
        if length:
            self.send_header("Content-Length", length)
        self.end_headers()

    def end_headers(self) -> None:
        # A request that cannot be read has no path
        is_together = path_of(getattr(self, "path", "")).lstrip("/") == address.FEDERATION
        loads = policy.PAGE | policy.FRAMES | (policy.ANYWHERE if is_together else {})
        for header in (("Content-Security-Policy", policy.text(loads)), *HEADERS):
            self.send_header(*header)
        super().end_headers()

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
    return Answer(status, HTML, text.encode())


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
