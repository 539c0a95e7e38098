"""Every broken content is refused with exactly its message, and the site stays as it was."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests import broken_folders
from tests.projects import Project, date_of, files_of


@pytest.fixture(params=broken_folders.CASES)
def case(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def broken(case: str, tmp_path: Path) -> Project:
    return broken_folders.broken(case, tmp_path / "project")


def test_each_problem_is_named_with_its_place_and_a_hint(broken: Project, case: str) -> None:
    done = broken.run("check", date=date_of(broken_folders.base(case)))
    assert done.err == broken_folders.expected(case)
    assert done.code == 1


def test_a_broken_content_leaves_the_site_as_it_was(broken: Project, case: str) -> None:
    marker = broken.site / "reports/2024/text.html"
    marker.parent.mkdir(parents=True)
    marker.write_bytes(b"published before")
    done = broken.run("build", date=date_of(broken_folders.base(case)))
    assert (done.code, done.err) == (1, broken_folders.expected(case))
    assert files_of(broken.root / "site") == {"reports/2024/text.html": b"published before"}
    assert not list(broken.root.glob(".site*"))


def test_every_problem_has_a_hint(case: str) -> None:
    lines = broken_folders.expected(case).splitlines()
    assert lines
    assert [line.startswith("    提示：") for line in lines] == [False, True] * (len(lines) // 2)


def test_json_carries_the_same_problems(project: Project) -> None:
    broken_folders.spoil("many-at-once", project)
    done = project.run("--json", "check")
    places = [one["place"] for one in json.loads(done.out)["problems"]]
    written = [f"{place['path']}:{place['line']}:{place['column']}" for place in places]
    assert written == [line.split(": ")[0] for line in broken_folders.expected("many-at-once").splitlines()[::2]]


def test_every_message_about_a_record_names_it() -> None:
    """A list file holds many records; only a file that cannot be read at all has no id to name."""
    lines = [line for case in broken_folders.CASES for line in broken_folders.expected(case).splitlines()[::2]]
    about = [line for line in lines if "/commitments/" in line or "/results/" in line or "/indicators/" in line]
    named = re.compile(r"\] .*(?:[ck]\d{3}|r\d{3}|output|tax)")
    unnamed = [line for line in about if not named.search(line)]
    assert {rule for line in unnamed for rule in broken_folders.rules(line)} <= {"yaml", "fields"}
