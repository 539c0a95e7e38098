"""The preview server: the site on loopback, for this machine only, with news of every build."""

from __future__ import annotations

import contextlib
import http.client
import json
import re
import socket
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from disclosure.preview.news import LIST, REPORTS, SITE
from disclosure.preview.server import EVENTS, HEADERS, PROBLEMS, Preview


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    site = tmp_path / "site"
    (site / "reports").mkdir(parents=True)
    (site / "index.html").write_text("<body>首页</body>", "utf-8")
    (site / "404.html").write_text("<body>没有</body>", "utf-8")
    (site / "reports/index.html").write_text("<body>报告</body>", "utf-8")
    (site / "表.csv").write_text("甲", "utf-8")
    (tmp_path / "secret.txt").write_text("secret")
    with Preview(site, 0) as server:
        yield server


@dataclass(frozen=True)
class Response:
    status: int
    type: str
    text: str


@contextmanager
def asked(
    preview: Preview, path: str, host: str = "", method: str = "GET", **heads: str
) -> Iterator[http.client.HTTPResponse]:
    connection = http.client.HTTPConnection("127.0.0.1", preview.server_port, timeout=10)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host or f"127.0.0.1:{preview.server_port}")
    for name, value in ({"Connection": "close"} | heads).items():
        connection.putheader(name, value)
    connection.endheaders()
    with closing(connection), connection.getresponse() as response:
        yield response


def get(preview: Preview, path: str, host: str = "", method: str = "GET") -> Response:
    with asked(preview, path, host, method) as response:
        return Response(response.status, response.getheader("Content-Type", ""), response.read().decode())


@pytest.mark.parametrize(("path", "words"), [("/", "首页"), ("/index.html?q=1", "首页"), ("/reports/", "报告")])
def test_pages_are_served_with_the_reload_script(preview: Preview, path: str, words: str) -> None:
    response = get(preview, path)
    assert response.status == 200
    assert response.type == "text/html; charset=utf-8"
    assert response.text.startswith(f'<body>{words}<link rel="stylesheet" href="/__preview/bar.css">')
    assert re.search(
        r'<script defer src="/__preview/reload.js"( data-[a-z]+="[^"]+")+></script></body>$', response.text
    )


def test_the_desk_is_served_as_it_is(preview: Preview) -> None:
    """A form that is being filled in is never loaded again."""
    folder = preview.site / "desk"
    folder.mkdir()
    (folder / "index.html").write_text("<body>填表</body>", "utf-8")
    assert {get(preview, path).text for path in ("/desk/", "/desk/index.html")} == {"<body>填表</body>"}


def test_other_files_are_served_as_they_are(preview: Preview) -> None:
    assert get(preview, "/%E8%A1%A8.csv") == Response(200, "text/csv; charset=utf-8", "甲")


@pytest.mark.parametrize(
    "path",
    ["/none.html", "/../secret.txt", "/%2e%2e/secret.txt", "/reports/../../secret.txt", "//etc/passwd", "/a%00b"],
)
def test_what_is_not_in_the_site_gets_the_not_found_page(preview: Preview, path: str) -> None:
    response = get(preview, path)
    assert response.status == 404
    assert "没有" in response.text


def test_a_link_out_of_the_site_is_not_followed(preview: Preview) -> None:
    (preview.site / "out.txt").symlink_to(preview.site.parent / "secret.txt")
    assert get(preview, "/out.txt").status == 404


STRANGERS = (
    *("evil.test", "evil.test:8000", "evil.test:{port}", "127.0.0.1.evil.test:1", "x@127.0.0.1", "localhost."),
    *("localhost:1", "127.0.0.1:{port}:{port}", "::1", "0.0.0.0:{port}", "127.1", "localhost:{port}, evil.test"),
)


def test_a_foreign_host_name_is_refused(preview: Preview) -> None:
    for host in STRANGERS:
        answer = get(preview, "/", host.format(port=preview.server_port))
        assert (answer.status, "首页" in answer.text) == (403, False)
        assert f"这是本机的预览，只能用 {preview.address} 打开" in answer.text


def test_a_request_has_one_host(preview: Preview) -> None:
    for heads in ("", "Host: localhost\r\nHost: evil.test\r\n", "Host: localhost\r\nHost: localhost\r\n"):
        said = sent(preview, f"GET / HTTP/1.1\r\n{heads}Connection: close\r\n\r\n".encode())
        assert said.split(b" ")[1] == b"403"


FOREIGN: tuple[dict[str, str], ...] = (
    {"Origin": "http://evil.test"},
    {"Origin": "null"},
    {"Origin": "http://localhost:1"},
    {"Origin": "https://localhost:{port}"},
    {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"},
    {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"},
)
OWN: tuple[dict[str, str], ...] = (
    {"Origin": "http://127.0.0.1:{port}", "Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"},
    {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"},
    {"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate"},
)


def statuses(preview: Preview, path: str, callers: tuple[dict[str, str], ...]) -> list[int]:
    found = []
    for heads in callers:
        given = {name: value.format(port=preview.server_port) for name, value in heads.items()}
        with asked(preview, path, **given) as answer:
            found.append(answer.status)
    return found


def test_another_site_s_page_can_load_nothing(preview: Preview) -> None:
    for path in ("/index.html", EVENTS, PROBLEMS, "/%E8%A1%A8.csv"):
        assert statuses(preview, path, FOREIGN) == [403] * len(FOREIGN)


def test_its_own_pages_and_whoever_follows_a_link_are_answered(preview: Preview) -> None:
    assert statuses(preview, "/", OWN) == [200] * len(OWN)


def test_every_answer_says_what_it_is_and_who_may_load_it(preview: Preview) -> None:
    for path in ("/", "/none.html", "/%E8%A1%A8.csv", EVENTS, PROBLEMS, "/__preview/reload.js"):
        with asked(preview, path) as answer:
            assert {name: answer.getheader(name) for name, _value in HEADERS} == dict(HEADERS)
            assert answer.getheader("Server") == "preview "


def test_what_stands_behind_the_head_of_a_request_is_no_other_one(preview: Preview) -> None:
    inside = b"GET /reports/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    head = f"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(inside)}\r\n\r\n".encode()
    said = sent(preview, head + inside)
    assert (said.count(b"HTTP/1.1 "), "报告".encode() in said) == (1, False)


def test_whoever_comes_when_all_are_taken_is_sent_away_and_the_next_is_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("disclosure.preview.server.MOST", 2)
    (tmp_path / "index.html").write_text("<body>首页</body>", "utf-8")
    with Preview(tmp_path, 0) as server:
        with asked(server, EVENTS) as one, asked(server, EVENTS) as two:
            assert (one.status, two.status) == (200, 200)
            assert sent(server, b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n") == b""
        for _try in range(100):
            # News finds out that nobody listens any more
            server.news.site_made()
            if sent(server, b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"):
                return
            time.sleep(0.05)
    pytest.fail("nobody is answered any more")


@pytest.mark.parametrize(
    "host", ["localhost:{port}", "127.0.0.1:{port}", "[::1]:{port}", "LOCALHOST:{port}", "localhost"]
)
def test_the_machines_own_names_are_served(preview: Preview, host: str) -> None:
    assert get(preview, "/", host.format(port=preview.server_port)).status == 200


def test_it_listens_on_loopback_only(preview: Preview) -> None:
    assert preview.server_address[0] == "127.0.0.1"
    assert preview.address == f"http://127.0.0.1:{preview.server_port}/"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "NONSENSE"])
def test_nothing_but_get_and_head_is_answered(preview: Preview, method: str) -> None:
    assert get(preview, "/", method=method).status == 501
    assert get(preview, "/").status == 200


@pytest.mark.parametrize("path", ["/", "/none.html", EVENTS, PROBLEMS, "/__preview/reload.js"])
def test_head_is_answered_as_get_is_without_a_body(preview: Preview, path: str) -> None:
    with asked(preview, path, method="HEAD") as head, asked(preview, path) as got:
        assert (head.status, head.headers.items()[2:]) == (got.status, got.headers.items()[2:])
        assert head.read() == b""


ODD = [
    b"/" + b"a" * 300,
    b"/" + "字".encode() * 300,
    b"/" + b"a/" * 20_000,
    b"/%00",
    b"/\x00",
    b"/\xff\xfe",
    b"/%ff%fe",
    b"/%",
    b"/%zz",
    b"//[",
    b"http://[::1/",
    b"*",
    b"/..%2f..%2fsecret.txt",
    b"/\\..\\secret.txt",
    b"/loop/a",
]


@pytest.mark.parametrize("path", ODD, ids=range(len(ODD)))
def test_odd_addresses_are_not_found_and_the_server_lives_on(preview: Preview, path: bytes) -> None:
    (preview.site / "loop").symlink_to("loop")
    said = sent(preview, b"GET " + path + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    assert said.split(b" ")[1] == b"404"
    assert get(preview, "/").status == 200


@pytest.mark.parametrize(
    "request_", [b"\xff\x00\r\n\r\n", b"GET /" + b"a" * 70_000, b"GET", b"", b"\x16\x03\x01\x02\r\n"]
)
def test_what_is_no_request_is_none_of_the_others_concern(preview: Preview, request_: bytes) -> None:
    sent(preview, request_)
    assert get(preview, "/").status == 200


def test_a_client_that_hangs_up_midway_is_nothing_to_speak_of(
    preview: Preview, capsys: pytest.CaptureFixture[str]
) -> None:
    (preview.site / "large.bin").write_bytes(bytes(20_000_000))
    with socket.create_connection(("127.0.0.1", preview.server_port)) as client:
        client.sendall(b"GET /large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n")
        client.recv(10)
    with asked(preview, EVENTS) as response:
        response.readline()
    preview.news.site_made()
    assert get(preview, "/").status == 200
    assert capsys.readouterr().err == ""


def test_ranges_and_conditions_get_the_whole_file(preview: Preview) -> None:
    head = b"Host: localhost\r\nConnection: close\r\nRange: bytes=1-2\r\nIf-None-Match: *\r\n\r\n"
    said = sent(preview, b"GET /%E8%A1%A8.csv HTTP/1.1\r\n" + head)
    assert said.split(b" ")[1] == b"200"
    assert said.endswith("\r\n\r\n甲".encode())


def sent(preview: Preview, data: bytes) -> bytes:
    """What comes back for these bytes, until the server has nothing more to say."""
    port = preview.server_port
    with socket.create_connection(("127.0.0.1", port), timeout=10) as client, contextlib.suppress(OSError):
        client.sendall(data)
        client.shutdown(socket.SHUT_WR)
        with client.makefile("rb") as answer:
            return answer.read()
    return b""


def test_open_pages_are_told_of_each_build_and_its_problems(preview: Preview) -> None:
    with asked(preview, EVENTS) as response:
        assert response.getheader("Content-Type") == "text/event-stream"
        told = [event(response)]
        preview.news.failed("2 个错误", ["about.md:1:1: [x] 错", "about.md:2:1: [x] <错>"])
        told.append(event(response))
        assert "about.md:2:1: [x] &lt;错&gt;" in get(preview, PROBLEMS).text
        preview.news.site_made()
        told.append(event(response))
    assert told == [("", "", ""), ("2 个错误", "about.md:1:1: [x] 错", "查看全部 2 条"), ("", "", "")]


def test_a_page_is_loaded_again_once_its_own_part_of_the_site_was_made(preview: Preview) -> None:
    with asked(preview, EVENTS) as response:
        made = [news(response)["made"]]
        for tell in (
            preview.news.reports_made,
            preview.news.site_made,
            preview.news.site_made,
            partial(preview.news.failed, "1 个错误", ["错"]),
        ):
            tell()
            made.append(news(response)["made"])
    changed = [{part for part in now if now[part] != then[part]} for then, now in pairwise(made)]
    assert changed == [{REPORTS, LIST}, {SITE, LIST}, {REPORTS, SITE, LIST}, {LIST}]


@pytest.mark.parametrize(("path", "page"), [("/%E8%A1%A8.csv", "表.csv"), ("/reports/", "reports/index.html")])
def test_the_pages_that_are_open_are_known_when_a_build_begins(preview: Preview, path: str, page: str) -> None:
    assert preview.news.build_begins() == frozenset()
    with asked(preview, f"{EVENTS}?page={quote(path)}") as response:
        news(response)
        assert preview.news.build_begins() == {page}


def test_a_page_that_was_closed_is_no_longer_open(preview: Preview) -> None:
    with preview.news.open("a.html"), preview.news.open("b.html"):
        with preview.news.open("a.html"):
            pass
        assert preview.news.build_begins() == {"a.html", "b.html"}
    assert preview.news.build_begins() == frozenset()


@pytest.mark.parametrize(("path", "told_again"), [("/reports/", False), ("/", True), ("/none.html", True)])
def test_a_page_that_was_asked_for_before_it_was_made_is_loaded_again(
    preview: Preview, path: str, told_again: bool
) -> None:
    with preview.news.open("reports/index.html"):
        preview.news.build_begins()
        preview.news.reports_made()
        before = preview.news.made[REPORTS]
        get(preview, path)
        preview.news.site_made()
    assert (preview.news.made[REPORTS] > before) is told_again


def test_where_pages_are_no_more_all_are_loaded_again(preview: Preview) -> None:
    preview.news.reports_made()
    before = dict(preview.news.made)
    preview.news.site_made(removed=True)
    assert all(preview.news.made[part] > before[part] for part in (REPORTS, SITE))


def event(response: http.client.HTTPResponse) -> tuple[str, str, str]:
    told = news(response)
    return told["title"], told["first"], told["link"]


def news(response: http.client.HTTPResponse) -> dict[str, Any]:
    line = response.readline().decode()
    if line.startswith("retry: "):
        line = response.readline().decode()
    assert response.readline() == b"\n"
    told: dict[str, Any] = json.loads(line.removeprefix("data: "))
    return told
