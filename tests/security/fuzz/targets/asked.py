"""What is asked of the program: by command line, by a browser of the preview, by who searches; and what it says."""

from __future__ import annotations

import argparse
import contextlib
import io
import json
from functools import cache
from http.server import BaseHTTPRequestHandler
from types import SimpleNamespace
from typing import Any

from disclosure.cli import accept, formats, options, table_in, usage_errors
from disclosure.cli.main import _with_command, parser
from disclosure.preview import news, server
from disclosure.preview.news import News
from disclosure.problem import Place, Problem, Refused
from disclosure.search import fold, named, numbers, opensearch, tables, tokens
from tests.security.fuzz.target import FuzzTarget, folder, pieces, text, words

__all__ = ["accept", "news", "opensearch", "table_in"]

COMMANDS = words("asked-commands")


@cache
def _parser() -> argparse.ArgumentParser:
    return parser()


def _arguments(data: bytes) -> None:
    """Each line is an argument. A wrong one ends with 2 and a word on what was wrong."""
    given = [one for one in text(data).split("\n") if "\0" not in one]
    said = io.StringIO()
    try:
        with contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
            _parser().parse_args(_with_command(given))
    except SystemExit as left:
        assert left.code in (0, options.USAGE)
        assert said.getvalue()


def _said(data: bytes) -> None:
    """Words of argparse, days and times of the command line."""
    whole = text(data)
    usage_errors.told(whole)
    for read in (options.day, options.period, formats._format):
        try:
            read(whole)
        except (argparse.ArgumentTypeError, Refused) as refused:
            assert str(refused)


def _formats(data: bytes) -> None:
    """A problem with any words, as each machine gets it: one problem stays one."""
    rule, path, message, hint, *_more = (*pieces(data), "", "", "", "")
    problem = Problem(Place(path, 3, 4), rule, message, hint)
    said = {name: formats.text(formats.MachineFormat(name), [problem]) for name in formats.FORMATS}
    assert len(said["github"].splitlines()) == 1, said["github"]
    json.loads(said["gitlab"])


class _Handler(server.Handler):
    """A request that came by no wire."""

    def __init__(self, request: bytes, served: Any) -> None:
        self.rfile, self.wfile = io.BytesIO(request), io.BytesIO()
        self.client_address, self.server = ("127.0.0.1", 1), served
        self.requestline = self.command = self.request_version = ""
        self.close_connection = True

    def _events(self, page: str) -> None:
        """Nobody waits for news here."""
        self._address(page)


@cache
def _served() -> Any:
    root = folder()
    (root / "site/reports").mkdir(parents=True)
    (root / "secret.txt").write_text("SECRET-OUTSIDE")
    (root / "site/index.html").write_text("<html><body>home</body></html>")
    (root / "site/reports/2024.html").write_text("<html><body>report</body></html>")
    return SimpleNamespace(site=root / "site", server_port=8000, address="http://127.0.0.1:8000/", news=News())


def _request(data: bytes) -> None:
    """A request of any bytes: it is answered, and with no file from outside the site."""
    one = _Handler(data.replace(b"\n", b"\r\n") + b"\r\n\r\n", _served())
    one.handle_one_request()
    assert b"SECRET-OUTSIDE" not in one.wfile.getvalue()
    assert isinstance(one, BaseHTTPRequestHandler)


def _search(data: bytes) -> None:
    whole = text(data)
    folded = fold.fold(whole)
    list(numbers.numbers(folded))
    found = tokens.tokens(whole)
    assert all(found), found
    tokens.stretches(whole)
    tokens.runs(folded)
    named.names_of(whole)
    tables.alike(whole)
    tables.initials(whole)


GET = b"GET /%s HTTP/1.1\nHost: 127.0.0.1:8000\n"
REQUESTS = [
    GET % path
    for path in (
        b"",
        b"index.html",
        b"reports/2024.html",
        b"../secret.txt",
        b"%2e%2e/secret.txt",
        b"__preview/problems",
        b"__preview/events?page=/a",
        b"data/a.xlsx",
    )
]
HTTP = words("asked-http")
WORDS = words("asked-words")
TARGETS = (
    FuzzTarget(
        name="arguments",
        reads=_arguments,
        seeds=[b"check\n--root\n.", b"table\nin\na.xlsx\n--report\n2024", b"new\nupdate", b"--date\n2024-02-30"],
        words=COMMANDS,
        size=120,
    ),
    FuzzTarget(
        name="usage",
        reads=_said,
        seeds=[
            b"2024-01-05",
            b"argument --date: expected one argument",
            b"argument command: invalid choice: 'chek' (choose from 'check', 'build')",
            b"github=a.md",
        ],
        words=(
            "argument ",
            ": ",
            "invalid choice: ",
            "(choose from ",
            "expected ",
            "2024",
            "-",
            "1",
            "unrecognized arguments: ",
            "=",
            "github",
        ),
        size=120,
    ),
    FuzzTarget(
        name="formats",
        reads=_formats,
        seeds=["yaml\x1econtent/a.yml\x1e错在这里\x1e改成这样".encode()],
        words=("\n", "::error ", "%0A", "\r", ",", ":", "`", "```", "|", "<b>", "&", "\x1b[0m", "\x1e", "[", "]("),
        size=160,
    ),
    FuzzTarget(name="requests", reads=_request, seeds=REQUESTS, words=HTTP, size=200),
    FuzzTarget(
        name="search",
        reads=_search,
        seeds=["一万四千户 7.5% 百分之七点五".encode(), "1.4万户，5亿8千万".encode(), b"PM2.5 4A 3.1.2 c001"],
        words=WORDS,
        size=120,
    ),
)
