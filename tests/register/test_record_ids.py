"""The id of a record, once committed, is never lost, wherever its file goes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.projects import Sandbox
from tests.repositories import SandboxRepository

LOST = re.compile(r"^(\S+) \[lost-id\] \S+ (\S+) 曾经发布，现在不见了", re.M)
RESULTS = "reports/2024/results/1-1-projects.yml"
PARK = "reports/2024/commitments/2-1-park"


@pytest.fixture
def committed(create: Callable[..., Sandbox]) -> Sandbox:
    project = create("register")
    commit(project.root, "2024-02-10")
    return project


def commit(root: Path, day: str) -> None:
    SandboxRepository(root).commit(day)


def lost(project: Sandbox) -> list[str]:
    """The ids that ``check`` misses, each with the file it was committed in."""
    return [f"{place} {id}" for place, id in LOST.findall(project.run("check").err)]


def test_a_commitment_that_was_deleted_is_missed(committed: Sandbox) -> None:
    (committed.content / PARK / "c008.yml").unlink()
    assert lost(committed) == [f"content/{PARK}/c008.yml:1:1: 2024/c008"]


def test_a_result_that_was_deleted_is_missed_in_its_list(committed: Sandbox) -> None:
    path = committed.content / RESULTS
    path.write_text(path.read_text("utf-8").replace("id: r006", "id: r007"), "utf-8")
    assert lost(committed) == [f"content/{RESULTS}:1:1: 2024/r006"]


def test_an_indicator_that_was_deleted_is_missed(committed: Sandbox) -> None:
    (committed.content / "indicators/tax-growth.yml").unlink()
    assert lost(committed) == ["content/indicators/tax-growth.yml:1:1: indicators/tax-growth"]


def test_what_was_deleted_long_ago_is_still_missed(committed: Sandbox) -> None:
    (committed.content / PARK / "c008.yml").unlink()
    commit(committed.root, "2024-02-11")
    assert lost(committed) == [f"content/{PARK}/c008.yml:1:1: 2024/c008"]


def test_a_commitment_that_was_replaced_is_not_missed(committed: Sandbox) -> None:
    committed.edit(f"{PARK}/c008.yml", "specificity: []", "specificity: []\nsuperseded_by: c009")
    assert "[lost-id]" not in committed.run("check").err
    assert "[silent-change]" not in committed.run("check").err


def test_a_section_that_is_renamed_keeps_its_ids(committed: Sandbox) -> None:
    committed.report.write_text(
        committed.report.read_text("utf-8")
        .replace("{#2-1-park}", "{#2-1-green}")
        .replace("note_prefix: n", "note_prefix: n\nretired: {2-1-park: 2-1-green}"),
        "utf-8",
    )
    folder = committed.content / PARK
    folder.rename(folder.with_name("2-1-green"))
    committed.edit("about.md", "2-1-park/c005.yml", "2-1-green/c005.yml")
    committed.edit("about.md", "#2-1-park", "#2-1-green")
    done = committed.run("check")
    assert (done.code, done.err) == (0, "")


def test_a_record_may_move_into_a_list(committed: Sandbox) -> None:
    folder = committed.content / PARK
    moved = "".join(
        "- " + (folder / f"{id}.yml").read_text("utf-8").replace("\n", "\n  ").rstrip(" ") for id in ("c008", "c009")
    )
    for id in ("c008", "c009"):
        (folder / f"{id}.yml").unlink()
    (folder / "green.yml").write_text(moved, "utf-8")
    assert committed.run("check").err == ""


def test_a_words_id_is_missed_too(committed: Sandbox) -> None:
    committed.edit("vocabulary/topics.yml", "{id: education, ", "{id: schools, ")
    assert lost(committed) == ["content/vocabulary/topics.yml:1:1: vocabulary/topics/education"]


@pytest.mark.parametrize(
    "written",
    [
        "{record}",
        "- {indented}",
        '"id": "c008"  # x\n{rest}',
        "{rest}\nid: c008",
    ],
)
def test_an_id_is_seen_however_it_is_written(committed: Sandbox, written: str) -> None:
    path = committed.content / PARK / "c008.yml"
    text = path.read_text("utf-8").rstrip()
    rest = text.replace("id: c008\n", "")
    path.write_text(written.format(record=text, indented=text.replace("\n", "\n  "), rest=rest) + "\n", "utf-8")
    assert lost(committed) == []
    commit(committed.root, "2024-02-12")
    path.unlink()
    assert lost(committed) == [f"content/{PARK}/c008.yml:1:1: 2024/c008"]
