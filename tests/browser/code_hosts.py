"""Stand-ins for the hosts of repositories: what their web editors make of an address, and nothing else of them.

GitHub fills a new file from ``filename`` and ``value``, drops the last part of a folder in the path where ``filename``
is given (isaacs/github 1527), and takes no address over 8191 bytes (github/docs 5136). GitLab reads ``file_name`` and
``content`` (``app/views/projects/blob/_editor.html.haml``) and ``commit_message``. Gitee reads none.
"""

from __future__ import annotations

import html
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

from msgspec import Struct

REPOSITORY = "/unit/site"
LONGEST = 8191
# What the repository holds
STANDING = "（仓库里现在的内容）\n"


class HostEditor(Struct, frozen=True, kw_only=True):
    """What a web editor opens with."""

    does: str
    branch: str
    path: str
    text: str = ""
    message: str = ""


def github(path: str, query: Mapping[str, str]) -> HostEditor | None:
    does, _slash, rest = path.partition("/")
    branch, _slash, folder = rest.partition("/")
    if does == "edit":
        return HostEditor(does=does, branch=branch, path=folder, text=STANDING)
    if does != "new":
        return None
    kept = folder.split("/")[:-1] if "filename" in query and folder else folder.split("/")
    name = "/".join([*filter(None, kept), query.get("filename", "")])
    return HostEditor(does=does, branch=branch, path=name, text=query.get("value", ""))


def gitlab(path: str, query: Mapping[str, str]) -> HostEditor | None:
    dash, _slash, rest = path.partition("/")
    does, _slash, rest = rest.partition("/")
    branch, _slash, folder = rest.partition("/")
    if dash != "-":
        return None
    if does == "edit":
        return HostEditor(does=does, branch=branch, path=folder, text=STANDING)
    name = "/".join(filter(None, (folder, query.get("file_name", ""))))
    text, message = query.get("content", ""), query.get("commit_message", "")
    return HostEditor(does=does, branch=branch, path=name, text=text, message=message) if does == "new" else None


def gitee(path: str, _query: Mapping[str, str]) -> HostEditor | None:
    does, _slash, rest = path.partition("/")
    branch, _slash, folder = rest.partition("/")
    if does == "edit":
        return HostEditor(does=does, branch=branch, path=folder, text=STANDING)
    return HostEditor(does=does, branch=branch, path=f"{folder}/") if does == "new" else None


HOSTS: Mapping[str, Callable[[str, Mapping[str, str]], HostEditor | None]] = {
    "github": github,
    "gitlab": gitlab,
    "gitee": gitee,
}


class EditorHandler(BaseHTTPRequestHandler):
    """Answers with a page that holds what the editor opens with."""

    host: str

    def do_GET(self) -> None:
        if self.host == "github" and len(self.path) > LONGEST:
            self.send_error(HTTPStatus.REQUEST_URI_TOO_LONG)
            return
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
        inside = unquote(parts.path).removeprefix(f"{REPOSITORY}/")
        editor = HOSTS[self.host](inside, query)
        if editor is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        fields = "".join(
            f'<textarea id="{name}">\n{html.escape(getattr(editor, name))}</textarea>'
            for name in HostEditor.__struct_fields__
        )
        body = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{self.host}</title>{fields}'.encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def standing_in(host: str) -> Iterator[str]:
    """The address of a repository on a stand-in for a host."""
    handler = type("Handler", (EditorHandler,), {"host": host})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{REPOSITORY}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
