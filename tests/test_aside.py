"""What another process does meanwhile gives what this one would have made of it."""

from __future__ import annotations

import os
import shutil
import threading

import pytest
from msgspec import Struct

from disclosure import parallel as aside
from disclosure.build import report as unit
from tests.projects import Project


class Found(Struct, frozen=True):
    process: int
    names: dict[str, str]
    links: frozenset[str]


def found() -> Found:
    return Found(os.getpid(), {"甲": "a\0b"}, frozenset({"c"}))


@pytest.fixture
def spare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second processor, and no other thread (those that other tests left are not looked at)."""
    monkeypatch.setattr(aside, "processors", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def test_another_process_finds_the_same(spare: None) -> None:
    got = aside.aside(found, Found)()
    assert (got.names, got.links) == ({"甲": "a\0b"}, frozenset({"c"}))
    assert got.process != os.getpid()


def test_what_fails_there_is_done_here(spare: None) -> None:
    here = os.getpid()

    def only_here() -> Found:
        assert os.getpid() == here
        return found()

    assert aside.aside(only_here, Found)().process == here


def test_with_one_processor_nothing_is_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aside, "processors", lambda: 1)
    assert aside.aside(found, Found) is found


def test_a_process_of_several_threads_does_its_work_itself(spare: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert aside.aside(found, Found) is found


def test_what_nobody_asks_for_keeps_no_process_alive(spare: None, monkeypatch: pytest.MonkeyPatch) -> None:
    children: list[int] = []
    fork = os.fork

    def noted() -> int:
        child = fork()
        children.append(child)
        return child

    monkeypatch.setattr(os, "fork", noted)
    aside.aside(lambda: {"much": "x" * 1_000_000}, dict[str, str])
    assert os.waitpid(children[0], 0) == (children[0], 0)


def test_a_report_is_the_same_whether_two_processes_make_it_or_one(
    project: Project, spare: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unit, "WORTH_IT", 0)
    shared = project.build()
    shutil.rmtree(project.root / ".cache")
    shutil.rmtree(project.site)
    monkeypatch.setattr(aside, "processors", lambda: 1)
    assert project.build() == shared
