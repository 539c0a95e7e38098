"""What is typed into the desk stays words: in the page, in the file that comes out, in the links to hosts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from disclosure.source import characters, yaml
from tests import shared
from tests.browser import programs
from tests.browser.conftest import leave_out
from tests.browser.server import serve
from tests.desk import desks
from tests.desk.node import Node, asked, needs_node
from tests.desk.test_writing import RECORDS
from tests.security.edges import desk
from tests.security.hostile import corpus

written = asked("written.js")
hosts = asked("hosts.js")
NAMES = {"github": ("filename", "value"), "gitlab": ("file_name", "content", "commit_message"), "gitee": ()}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve(shared.folder(tmp_path_factory, "desk", desks.build) / "site") as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not programs.available("browser"):
        leave_out(programs.MISSING["browser"])
    with programs.started() as started:
        yield started


@pytest.mark.browser
def test_strings_typed_into_a_form_are_read_back_from_its_file(browser: Browser, root: str) -> None:
    filler, requests = desk.started(browser, root)
    assert list(desk.faults(filler, requests, [one.text for one in corpus.sample(30)])) == []


def texts() -> list[str]:
    """What a field may hold, as the desk trims it."""
    lines = [one.strip() for one in corpus.texts() if "\n" not in one.strip()]
    return [one for one in lines if one and not any(True for _strange in characters.find(one))]


@needs_node
def test_every_string_is_read_back_from_the_yaml_of_the_desk(written: Node) -> None:
    wrong = []
    for text in texts():
        values: dict[str, Any] = {"title": text, "commitments": [text], "evidence": [{"title": text, "says": text}]}
        lines = written.ask("recordLines", RECORDS, "Head", values)
        if yaml.read("\n".join(lines) + "\n", "") != (values, []):
            wrong.append(text)
    assert wrong == []


@needs_node
@pytest.mark.parametrize("kind", ["github", "gitlab", "gitee"])
def test_a_link_to_a_host_carries_every_string_and_leads_to_the_host(hosts: Node, kind: str) -> None:
    host = {"kind": kind, "address": desks.ADDRESS, "branch": "main", "folder": "content"}
    wrong: list[str] = []
    for text in texts():
        link = hosts.ask("newPage", host, "updates/2025/a.md", text, text)["address"]
        wrong += desk.of_address(link, NAMES[kind], text)
    assert wrong == []
