"""Where nothing has changed, nothing is read; where anything may have, everything is."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.build import build
from disclosure.cache import snapshot
from tests.projects import Run, Sandbox

LONG_AGO = time.time_ns() - 60_000_000_000


@pytest.fixture
def settled(project: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """A built project whose files, and the program's own, are all older than two seconds."""
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(snapshot, "SETTLED_NS", -1_000_000_000)
    project.build()
    return project


def says_nothing_changed(done: Run) -> bool:
    return done.code == 0 and done.out.startswith("没有变化")


def test_a_second_build_reads_nothing(settled: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "build", None)
    assert says_nothing_changed(settled.run("build"))


@pytest.mark.parametrize(
    "change",
    [
        lambda project: project.edit("about.md", "order: 20", "order: 21"),
        lambda project: (project.content / "new.md").write_text("x"),
        lambda project: (project.site / "index.html").unlink(),
        lambda project: (project.site / "index.html").write_text("spoilt"),
        lambda project: (project.site / "stray.html").write_text("stray"),
        lambda project: os.utime(project.root / "mkdocs.yml", ns=(LONG_AGO, LONG_AGO)),
    ],
    ids=["an edit", "a new file", "a lost page", "a spoilt page", "a stray page", "a touched configuration"],
)
def test_whatever_changed_is_seen(settled: Sandbox, change: Callable[[Sandbox], object]) -> None:
    change(settled)
    assert not says_nothing_changed(settled.run("build"))


def test_another_day_is_another_build(settled: Sandbox) -> None:
    assert not says_nothing_changed(settled.run("build", date="2024-03-02"))


def test_verify_and_ci_read_everything(settled: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not says_nothing_changed(settled.run("build", "--verify"))
    monkeypatch.setenv("CI", "true")
    assert not says_nothing_changed(settled.run("build"))


def test_a_file_younger_than_two_seconds_proves_nothing(project: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(snapshot, "SETTLED_NS", 3_600_000_000_000)
    project.build()
    assert not says_nothing_changed(project.run("build"))


def test_check_says_again_what_it_said_of_the_same_content(settled: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    first = settled.run("check")
    monkeypatch.setattr(build, "check", None)
    assert settled.run("check") == first


def test_a_check_that_found_something_is_never_remembered(settled: Sandbox) -> None:
    settled.edit("about.md", "order: 20", "order: 二十")
    first, second = settled.run("check"), settled.run("check")
    assert first == second
    assert (first.code, "bad-value" in first.err) == (1, True)


def test_a_spoilt_cache_costs_only_time(settled: Sandbox) -> None:
    settled.run("check")
    for name in ("snapshot", "checked"):
        (settled.cache / name).write_bytes(b"\xff{")
    assert settled.run("check").code == 0
    assert not says_nothing_changed(settled.run("build"))


def test_a_library_that_was_upgraded_is_seen(settled: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    library = tmp_path / "site-packages/nh3-0.2.20.dist-info"
    library.mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [*sys.path, str(library.parent)])
    settled.run("build")
    assert says_nothing_changed(settled.run("build"))
    library.rename(library.with_name("nh3-0.2.21.dist-info"))
    assert not says_nothing_changed(settled.run("build"))
