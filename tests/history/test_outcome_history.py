"""The outcomes of promises day by day: as a build of each day would have said, by today's rule."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from disclosure import project as projects
from disclosure.build.build import catalogs
from disclosure.build.options import BuildOptions
from disclosure.cache import snapshot
from disclosure.catalog.catalog import Report
from disclosure.history.record_change import Cause, OutcomeChange
from tests.grown import COMMITS, stand
from tests.projects import Sandbox, configured, date_of
from tests.repositories import SandboxRepository

TODAY = date.fromisoformat(date_of("shiguang"))
DAYS = tuple(dict.fromkeys(day for day, _says in COMMITS))


def reports(project: Sandbox, today: date) -> dict[str, Report]:
    """The reports as they are read on a day."""
    found, problems = catalogs(
        snapshot.look(projects.find(project.root), today), BuildOptions(progress=lambda *_: None)
    )
    assert found is not None, [one.message for one in problems]
    return {one.reports[0].key: one.reports[0] for one in found}


@pytest.fixture
def empty(tmp_path: Path) -> Sandbox:
    (tmp_path / "grown").mkdir()
    return configured(tmp_path / "grown")


def grow(project: Sandbox, *days: str) -> None:
    """Commit the example as it stood on each of these days."""
    for day in days:
        stand(project.root, day)
        SandboxRepository(project.root).commit(day)


def told(project: Sandbox, today: date) -> dict[str, tuple[OutcomeChange, ...]]:
    return {key: report.changes.outcomes for key, report in reports(project, today).items()}


def on(changes: tuple[OutcomeChange, ...], day: str, first: str) -> str:
    """What was shown on a day; ``first`` where nothing ever changed."""
    oldest_first = changes[::-1]
    before = [one.now for one in oldest_first if one.day <= day]
    later = [one.was for one in oldest_first if one.day > day]
    return (before or [""])[-1] if before else (later or [first])[0]


def shown(found: Mapping[str, Report], day: str) -> dict[str, str]:
    return {
        f"{key}/{id}": on(report.changes.outcomes_of(f"{key}/{id}"), day, outcome.id)
        for key, report in found.items()
        for id, outcome in report.outcomes.items()
    }


def test_each_day_tells_what_a_build_of_that_day_tells(empty: Sandbox, tmp_path: Path) -> None:
    grow(empty, *DAYS)
    found = reports(empty, TODAY)
    changes = [one for report in found.values() for one in report.changes.outcomes]
    assert len(changes) > 20
    # Nothing is left to be made up today
    assert max(one.day for one in changes) < TODAY.isoformat()
    (tmp_path / "then").mkdir()
    then = configured(tmp_path / "then")
    terms = {"2025-07-01", "2025-12-31", "2026-01-01", TODAY.isoformat()}
    for day in sorted({*DAYS, *terms, *map(_after, DAYS)}):
        stand(then.root, max(one for one in DAYS if one <= day))
        was = reports(then, date.fromisoformat(day))
        wanted = {f"{key}/{id}": one.id for key, report in was.items() for id, one in report.outcomes.items()}
        told = shown(found, day)
        assert {name: told[name] for name in wanted if name in told} == {
            name: id for name, id in wanted.items() if name in told
        }, day
        assert all(not told[name] for name in told.keys() - wanted.keys()), day


def test_following_on_gives_what_following_anew_gives(empty: Sandbox) -> None:
    for n, day in enumerate(DAYS):
        grow(empty, day)
        # A build on the day itself, and every other time one that is late
        told(empty, date.fromisoformat(day) + timedelta(days=30 * (n % 2)))
    warm = told(empty, TODAY)
    shutil.rmtree(empty.cache)
    assert told(empty, TODAY) == warm


def test_what_is_not_published_yet_changes_an_outcome_today(empty: Sandbox) -> None:
    grow(empty, *DAYS)
    before = told(empty, TODAY)
    outcomes = reports(empty, TODAY)["2025"].outcomes
    id = next(id for id, one in outcomes.items() if one.id in ("due-unsearched", "not-due"))
    head = f"title: 新的材料说明进展\ndate: {TODAY}\npublished: {TODAY} 09:00\ncommitments: [{id}]\nreported: 推进中\n"
    source = "evidence:\n  - {publisher: 样例日报, title: 进展, locator: 第1版}\n"
    update = empty.content / f"updates/2025/{TODAY}-fresh.md"
    update.write_text(f"---\n{head}{source}---\n\n材料说明了进展。\n", "utf-8")
    after = told(empty, TODAY)
    new = [one for one in after["2025"] if one not in before["2025"]]
    assert [(one.record, one.day, one.now, one.cause) for one in new] == [
        (f"2025/{id}", TODAY.isoformat(), "under-way", Cause.RECORD)
    ]
    assert after["2024"] == before["2024"]


def _after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
