"""``rubric`` and ``evidence``: what a changed rubric would flip, what has no snapshot, what no longer answers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from disclosure.checks.evidence import every
from disclosure.project import find
from tests.prepared import prepare
from tests.projects import FIRST_YEAR, Sandbox

DAY = "2025-03-20"


@pytest.fixture
def project(create: Callable[..., Sandbox]) -> Sandbox:
    return create(FIRST_YEAR)


def changed_rubric(project: Sandbox, tmp_path: Path) -> Path:
    text = (project.content / "rubric.yml").read_text("utf-8")
    path = tmp_path / "other.yml"
    path.write_text(text.replace("version: '1'", "version: '2'").replace("t1: 0.1", "t1: 0.2"), "utf-8")
    return path


def test_the_same_rubric_flips_nothing(project: Sandbox) -> None:
    done = project.run("rubric", str(project.content / "rubric.yml"), date=DAY)
    assert (done.code, done.out) == (0, "对照尺度换成第 1 版，0 个结论会改变\n")


def test_a_wider_tolerance_flips_what_lay_between(project: Sandbox, tmp_path: Path) -> None:
    done = project.run("rubric", str(changed_rubric(project, tmp_path)), date=DAY)
    assert done.out == (
        "2024 c001/1 地区生产总值增速：待人工判断 → 达成（目标“6%左右”，实际5.8%，低0.2个百分点，达成）\n"
        "对照尺度换成第 2 版，1 个结论会改变\n"
    )
    assert done.code == 0


def test_a_broken_rubric_is_told_like_any_content(project: Sandbox, tmp_path: Path) -> None:
    path = tmp_path / "other.yml"
    path.write_text("version: x\n", "utf-8")
    done = project.run("rubric", str(path), date=DAY)
    assert done.code == 1
    assert f"{path}:1:1: [bad-value] version（版本）的值“x”不对" in done.err


def test_a_rubric_that_is_not_there_is_told(project: Sandbox, tmp_path: Path) -> None:
    done = project.run("rubric", str(tmp_path / "none.yml"), date=DAY)
    assert (done.code, "[unreadable]" in done.err) == (1, True)


def test_evidence_without_a_snapshot_is_listed(project: Sandbox) -> None:
    done = project.run("--json", "evidence", date=DAY)
    listed = json.loads(done.out)["without_snapshot"]
    found, _problems = prepare(find(project.root), date.fromisoformat(DAY))
    assert found is not None
    bare = [one for _name, one, _written, _where in every(found.catalog) if not one.snapshot]
    assert (done.code, len(listed), [line for line in listed if "roads-done" in line]) == (0, len(bare), [])
    assert len(bare) > 20
    assert not (project.root / "site").exists()


class Answers(BaseHTTPRequestHandler):
    """As a proxy it answers for every host; none of a host that is down."""

    def do_GET(self) -> None:
        if "//down." in self.path:
            return
        self.send_response(200 if self.path.endswith("/there") else 404)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A public address, of which this machine is asked: content may name no address of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.delenv("no_proxy", raising=False)
    yield "http://www.elsewhere.example"
    server.shutdown()
    server.server_close()


def test_outside_links_are_asked_when_wanted_and_the_answer_marks_the_evidence(
    project: Sandbox, elsewhere: str
) -> None:
    for name, page in (("2024-05-20-culture-hall", "culture-hall"), ("2025-01-08-parking", "parking")):
        there = "there" if page == "culture-hall" else "gone"
        project.edit(
            f"updates/2024/{name}.md", *_line(project, name, f"https://www.example.org/{page}", f"{elsewhere}/{there}")
        )
    project.edit(
        "updates/2024/2025-02-18-old-estates-report.md",
        *_line(
            project,
            "2025-02-18-old-estates-report",
            "https://www.example.org/old-estates",
            "http://down.elsewhere.example/x",
        ),
    )
    done = project.run("evidence", "--check", date=DAY)
    assert done.code == 0
    written = (project.content / "links.yml").read_text("utf-8")
    assert f'- {{url: "{elsewhere}/there", checked: {DAY}, works: true, said: "200"}}' in written
    assert f'- {{url: "{elsewhere}/gone", checked: {DAY}, works: false, said: "404"}}' in written
    assert '"http://down.elsewhere.example/x", checked: 2025-03-20, works: false' in written
    project.build(date=DAY)
    shown = (project.site / "reports/2024/commitments/c017.html").read_text("utf-8")
    assert f"{DAY}检查时网址打不开" in shown


def _line(project: Sandbox, name: str, old: str, new: str) -> tuple[str, str]:
    text = (project.content / f"updates/2024/{name}.md").read_text("utf-8")
    line = next(line for line in text.splitlines() if old in line)
    return line, line.replace(old, new)
