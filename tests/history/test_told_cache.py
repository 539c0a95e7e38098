"""What was told is kept by report: missing or damaged it is told again, and no report is built for another's."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from disclosure import project as projects
from disclosure.build.inputs import Inputs, scan
from disclosure.build.options import BuildOptions
from disclosure.cache import seal, snapshot, told
from disclosure.catalog.changes import RecordChanges
from tests import edits
from tests.projects import DATE, Sandbox
from tests.repositories import SandboxRepository


def scanned(project: Sandbox) -> Inputs:
    seen = snapshot.look(projects.find(project.root), date.fromisoformat(DATE))
    return scan(seen, BuildOptions(progress=lambda *_: None))


def changes(project: Sandbox) -> dict[str, RecordChanges]:
    inputs = scanned(project)
    return {key: told.read(inputs.store, inputs.told(key)) for key in ("", *inputs.reports)}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """Two reports, built; since then a promise of one is called otherwise."""
    monkeypatch.setattr(snapshot, "SETTLED_NS", -1_000_000_000)
    monkeypatch.delenv("CI", raising=False)
    made = edits.project(tmp_path / "project")
    SandboxRepository(made.root).commit("2024-02-20")
    made.build()
    return made


def rename(project: Sandbox, day: str) -> None:
    path = next(iter(sorted(project.content.glob("reports/2024/commitments/**/*.yml"))))
    text = path.read_text("utf-8")
    path.write_text(text.replace("title: ", "title: 新", 1), "utf-8")
    SandboxRepository(project.root).commit(day)


def test_a_change_is_news_for_its_own_report_alone(project: Sandbox) -> None:
    before = {key: scanned(project).surroundings(key) for key in ("2024", "2025")}
    rename(project, "2024-02-21")
    after = {key: scanned(project).surroundings(key) for key in ("2024", "2025")}
    assert [key for key in before if before[key] != after[key]] == ["2024"]
    assert {key: len(one.all) for key, one in changes(project).items()} == {"": 0, "2024": 1, "2025": 0}
    assert {one.since for one in changes(project).values()} == {"2024-02-20"}


@pytest.mark.parametrize("how", ["missing", "damaged"])
def test_what_is_no_longer_in_the_cache_is_told_again(project: Sandbox, how: str) -> None:
    rename(project, "2024-02-21")
    project.build()
    known = changes(project)
    rename(project, "2024-02-22")
    ref = scanned(project).told("2024")
    kept = next(project.cache.glob(f"*/objects/{ref.kept}"))
    if how == "missing":
        kept.unlink()
    else:
        kept.write_bytes(b"[]")
    project.build()
    assert changes(project)["2024"].all[1:] == known["2024"].all
    assert changes(project)["2024"].all[0].day == "2024-02-22"


def test_a_build_leaves_nothing_of_what_was_told_before(project: Sandbox) -> None:
    for n in range(1, 4):
        rename(project, f"2024-02-2{n}")
        project.build()
    inputs = scanned(project)
    reports = (name for state in inputs.previous.reports.values() for name in state.artifacts.all)
    downloads = (name for one in inputs.previous.site.downloads.values() for name in one.objects)
    sealed = (one.seal for one in seal.known(inputs.store).folders.values())
    wanted = {*inputs.history.told.objects, *reports, *downloads, *sealed}
    assert {one.name for one in project.cache.glob("*/objects/*")} == wanted


def test_without_git_nothing_is_known(tmp_path: Path) -> None:
    made = edits.project(tmp_path / "project")
    assert changes(made) == dict.fromkeys(("", "2024", "2025"), RecordChanges())
