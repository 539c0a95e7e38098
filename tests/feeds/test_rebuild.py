"""Feeds are made again where what they say is another, and give the same bytes as a build from nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.projects import Sandbox, create, date_of

DAY = date_of("shiguang")
FED = (".xml", ".feed.json", ".ics")


def fed(site: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in site.items() if name.endswith(FED)}


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def test_an_edited_update_reaches_the_feeds_that_tell_of_it_alone(tmp_path: Path) -> None:
    project = create(tmp_path / "project", "shiguang")
    before = fed(project.build(DAY))
    stood = {name: (project.site / name).stat().st_mtime_ns for name in before}
    project.edit("updates/2025/2026-03-05-two-year-works.md", "老年大学还在选址。", "老年大学还在选址。又一句。")
    after = fed(project.build(DAY))
    touched = changed(before, after)
    assert {"index.xml", "index.feed.json", "reports/2025/index.xml"} <= touched
    assert not [name for name in touched if "2024" in name or name.startswith("corrections")]
    assert {name for name in after if (project.site / name).stat().st_mtime_ns != stood[name]} == touched
    assert after == fed(from_nothing(project))


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    project = create(tmp_path / "project", "shiguang")
    assert fed(project.build(DAY)) == fed(from_nothing(project))


def from_nothing(project: Sandbox) -> dict[str, bytes]:
    """The site as a first build gives it."""
    shutil.rmtree(project.cache)
    shutil.rmtree(project.site)
    return project.build(DAY)
