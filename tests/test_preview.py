"""The preview server: the site on loopback, for this machine only, with news of every build."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from disclosure.preview.server import EVENTS, REPORTS, SCRIPT, SITE, Preview


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
def asked(preview: Preview, path: str, host: str = "", method: str = "GET") -> Iterator[http.client.HTTPResponse]:
    connection = http.client.HTTPConnection("127.0.0.1", preview.server_port, timeout=10)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host or f"127.0.0.1:{preview.server_port}")
    connection.putheader("Connection", "close")
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
    assert response.text == f'<body>{words}<script type="module" src="{SCRIPT}"></script></body>'


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


@pytest.mark.parametrize("host", ["evil.test", "evil.test:8000", "127.0.0.1.evil.test:1", "x@127.0.0.1"])
def test_a_foreign_host_name_is_refused(preview: Preview, host: str) -> None:
    answer = get(preview, "/", host)
    assert (answer.status, answer.text) == (403, "")


@pytest.mark.parametrize("host", ["localhost:{port}", "127.0.0.1:{port}", "[::1]:{port}", "localhost", "127.0.0.1"])
def test_the_machines_own_names_are_served(preview: Preview, host: str) -> None:
    assert get(preview, "/", host.format(port=preview.server_port)).status == 200


def test_it_listens_on_loopback_only(preview: Preview) -> None:
    assert preview.server_address[0] == "127.0.0.1"
    assert preview.address == f"http://127.0.0.1:{preview.server_port}/"


def test_nothing_but_get_is_answered(preview: Preview) -> None:
    assert get(preview, "/", method="POST").status == 501


def test_open_pages_are_told_of_each_build_and_its_problems(preview: Preview) -> None:
    with asked(preview, EVENTS) as response:
        assert response.getheader("Content-Type") == "text/event-stream"
        told = [event(response)]
        for problems in ("about.md:1:1: [x] 错", ""):
            preview.show(problems)
            told.append(event(response))
    assert told == ["", "about.md:1:1: [x] 错", ""]


def test_a_page_is_loaded_again_once_its_own_part_of_the_site_was_made(preview: Preview) -> None:
    with asked(preview, EVENTS) as response:
        made = [news(response)["made"]]
        for tell in (
            preview.show_reports,
            partial(preview.show, ""),
            partial(preview.show, ""),
            partial(preview.show, "错"),
        ):
            tell()
            made.append(news(response)["made"])
    changed = [{part for part in now if now[part] != then[part]} for then, now in pairwise(made)]
    assert changed == [{REPORTS}, {SITE}, {REPORTS, SITE}, set()]


def test_where_pages_are_no_more_all_are_loaded_again(preview: Preview) -> None:
    preview.show_reports()
    before = dict(preview.made)
    preview.show("", removed=True)
    assert all(preview.made[part] > before[part] for part in (REPORTS, SITE))


def event(response: http.client.HTTPResponse) -> str:
    return str(news(response)["problems"])


def news(response: http.client.HTTPResponse) -> dict[str, Any]:
    line = response.readline().decode()
    assert response.readline() == b"\n"
    told: dict[str, Any] = json.loads(line.removeprefix("data: "))
    return told
