"""The comment of a pull request is made once and brought up to date; without the right to write nothing fails."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.projects import REPOSITORY

MARK = "<!-- build.py: pull request -->"
LINES = {"github": "/repos/clerks/record/issues/4/comments", "gitlab": "/projects/9/merge_requests/4/notes"}
ONE = {"github": "/repos/clerks/record/issues/comments", "gitlab": LINES["gitlab"]}
CHANGE = {"github": "PATCH", "gitlab": "PUT"}


@dataclass
class FakeHost:
    """What GitHub and GitLab do with comments, of one pull request."""

    kind: str
    address: str
    comments: dict[int, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    writable: bool = True

    def answer(self, method: str, path: str, sent: dict[str, str]) -> tuple[int, Any]:
        split = urlsplit(path)
        self.asked.append(f"{method} {split.path}")
        if method == "GET":
            page = int(parse_qs(split.query)["page"][0])
            rows = [{"id": id, "body": body} for id, body in self.comments.items()]
            return 200, rows[(page - 1) * 100 : page * 100]
        if not self.writable:
            return 403, {"message": "Resource not accessible by integration"}
        id = len(self.comments) if method == "POST" else int(split.path.rpartition("/")[2])
        self.comments[id] = sent["body"]
        return 200, {"id": id}

    @property
    def environment(self) -> dict[str, str]:
        if self.kind == "gitlab":
            names = {"CI_PROJECT_ID": "9", "CI_MERGE_REQUEST_IID": "4", "CI_PIPELINE_URL": "https://host.example/7"}
            return {"GITLAB_CI": "true", "CI_API_V4_URL": self.address, "COMMENT_TOKEN": "secret", **names}
        return {
            "GITHUB_ACTIONS": "true",
            "GITHUB_API_URL": self.address,
            "GITHUB_SERVER_URL": "https://host.example",
            "GITHUB_REPOSITORY": "clerks/record",
            "GITHUB_RUN_ID": "7",
            "GITHUB_TOKEN": "secret",
            "PULL_REQUEST": "4",
        }


@pytest.fixture(params=["github", "gitlab"])
def host(request: pytest.FixtureRequest) -> Iterator[FakeHost]:
    class CommentsHandler(BaseHTTPRequestHandler):
        def handle_one(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            code, found = fake.answer(self.command, self.path, json.loads(body or b"{}"))
            self.send_response(code)
            self.end_headers()
            self.wfile.write(json.dumps(found).encode())

        do_GET = do_POST = do_PUT = do_PATCH = handle_one  # noqa: N815 - http.server's names

        def log_message(self, format: str, *args: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), CommentsHandler) as server:
        fake = FakeHost(request.param, f"http://127.0.0.1:{server.server_port}")
        Thread(target=server.serve_forever, daemon=True).start()
        yield fake
        server.shutdown()


def run(folder: Path, environment: dict[str, str]) -> str:
    """What the job's log says; it is no failure."""
    done = subprocess.run(
        [REPOSITORY / ".ci/comment.py"],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def found(folder: Path, check: str = "", diff: str = "") -> Path:
    (folder / "pull-request").mkdir(exist_ok=True)
    for name, said in (("check.md", check), ("diff.md", diff)):
        if said:
            (folder / "pull-request" / name).write_text(said, "utf-8")
    return folder


def test_a_comment_is_made_once_and_then_changed(host: FakeHost, tmp_path: Path) -> None:
    host.comments = {0: "看起来很好", 1: f"> {MARK}"}
    run(found(tmp_path, "**检查未通过：1 个错误**\n"), host.environment)
    assert host.asked == [f"GET {LINES[host.kind]}", f"POST {LINES[host.kind]}"]
    first = host.comments[2]
    host.asked.clear()
    run(found(tmp_path, "**检查通过：0 个错误**\n", "一条承诺的状态变了\n"), host.environment)
    assert host.asked == [f"GET {LINES[host.kind]}", f"{CHANGE[host.kind]} {ONE[host.kind]}/2"]
    assert first.startswith(f"{MARK}\n\n### 自动检查\n\n**检查未通过：1 个错误**\n\n没有列出")
    link = "https://host.example/7" if host.kind == "gitlab" else "https://host.example/clerks/record/actions/runs/7"
    assert host.comments == {
        0: "看起来很好",
        1: f"> {MARK}",
        2: f"{MARK}\n\n### 自动检查\n\n**检查通过：0 个错误**\n\n一条承诺的状态变了\n\n[运行记录和预览]({link})\n",
    }


def test_our_comment_is_found_behind_many_others(host: FakeHost, tmp_path: Path) -> None:
    host.comments = dict.fromkeys(range(250), "+1") | {250: MARK, 251: "好"}
    run(found(tmp_path, "**检查通过：0 个错误**\n"), host.environment)
    assert len(host.comments) == 252
    assert "检查通过" in host.comments[250]


def test_a_pull_request_from_a_fork_has_its_findings_in_the_log(host: FakeHost, tmp_path: Path) -> None:
    host.writable = False
    summary = tmp_path / "summary.md"
    said = run(found(tmp_path, "**检查未通过：1 个错误**\n"), {**host.environment, "GITHUB_STEP_SUMMARY": str(summary)})
    assert "检查未通过：1 个错误" in said
    assert "评论没有写成：HTTP Error 403" in said
    assert "检查未通过：1 个错误" in summary.read_text("utf-8")


def test_without_a_token_nobody_is_asked(host: FakeHost, tmp_path: Path) -> None:
    rights = {"COMMENT_TOKEN", "GITHUB_TOKEN"}
    given = {name: value for name, value in host.environment.items() if name not in rights}
    assert "没有写评论的权限" in run(found(tmp_path, "**检查通过：0 个错误**\n"), given)
    assert host.asked == []


def test_a_check_that_came_to_no_end_is_said(tmp_path: Path) -> None:
    assert "检查没有完成" in run(tmp_path, {})


def test_what_is_too_long_ends_with_a_whole_line_and_no_open_fence(tmp_path: Path) -> None:
    long = "````text\n" + "一二三四五六七八九十\n" * 10_000 + "````\n"
    said = run(found(tmp_path, "**检查通过：0 个错误**\n", long), {})
    assert len(said) < 65_536
    assert "一二三四五六七八九十\n````\n\n（太长，其余见运行记录）\n" in said
