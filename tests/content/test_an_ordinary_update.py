"""What editors add on an ordinary day leaves everything green: tests of the program never read it (``tests/guard.py``),
and what is asked of the content holds of the longer one too.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.content import shipped
from tests.projects import REPOSITORY, Sandbox, configured

UPDATE = """\
---
title: 核对当天的一条更新
date: {day}
published: {day} 08:00
event: {report}
commitments: [{id}]
reported: 部分完成
evidenced: 部分支持
confidence: 中
observations:
  - {{target: {id}/1, value: {value}, unit: {unit}, period: {report}}}
evidence:
  - {{publisher: 核对, title: 核对用的公告, date: {day}, locator: 核对〔1〕号, says: 做了一部分}}
---

公告写明做了一部分，没有写其余何时做完。
"""
VOTE = """\
vote:
  date: {day}
  adopted: 通过
  source: {{publisher: 核对, title: 核对用的票决公告, locator: 核对〔2〕号, date: {day}}}
"""
DEPARTMENT = "- {id: checking, label: 核对局, description: 核对用的单位, order: 999}\n"
RESPONSIBLE = """\
- commitments: [{id}]
  date: {day}
  lead: 核对局
  source: {{publisher: 核对, title: 核对用的任务分工, locator: 核对〔3〕号, date: {day}}}
"""


@pytest.fixture
def today() -> date:
    """The real one, but never before what the content speaks of."""
    return max(datetime.now(UTC).date(), date.fromisoformat(shipped.day()))


@pytest.fixture
def updated(tmp_path: Path, today: date) -> Sandbox:
    """A copy with an update of today, a value in it, a department with ten responsibilities, and a vote."""
    shutil.copytree(shipped.CONTENT, tmp_path / "content")
    made = configured(tmp_path)
    report = max(path.name for path in made.content.glob("reports/*"))
    records = commitments(made, report)
    promise = next(one for one in records if is_measured(one) and not spoken_of(made, report, one["id"]))
    amount = promise["targets"][0]["written"]
    text = UPDATE.format(day=today, report=report, id=promise["id"], value=int(amount[:-1]) - 1, unit=amount[-1])
    folder = made.content / "updates" / report
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{today}-checked.md").write_text(text, "utf-8")
    append(made.content / "vocabulary/departments.yml", DEPARTMENT)
    given = "".join(RESPONSIBLE.format(day=today, id=one["id"]) for one in records[:10])
    append(made.content / f"responsibilities/{report}.yml", given)
    candidate = next(one for one in records if one["kind"] == "民生实事候选" and "vote" not in one)
    append(candidate["path"], VOTE.format(day=today))
    return made


def commitments(project: Sandbox, report: str) -> list[dict[str, Any]]:
    """The records that have a file of their own."""
    paths = sorted(project.content.glob(f"reports/{report}/commitments/**/*.yml"))
    return [{**one, "path": path} for path in paths if isinstance(one := yaml.safe_load(path.read_text("utf-8")), dict)]


def is_measured(one: dict[str, Any]) -> bool:
    targets = one.get("targets", ())
    return len(targets) == 1 and bool(re.fullmatch(r"\d+[\u4e00-\u9fff]", str(targets[0].get("written"))))


def spoken_of(project: Sandbox, report: str, id: str) -> bool:
    """Whether an answer, an indicator or an update may change with it."""
    files = (
        path
        for name in ("questions.yml", "indicators", "updates", f"reports/{report}/absences.yml")
        for path in (project.content / name, *(project.content / name).rglob("*"))
        if path.is_file()
    )
    return any(re.search(rf"\b{id}\b", path.read_text("utf-8")) for path in files)


def append(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    before = path.read_text("utf-8") if path.exists() else ""
    path.write_text(re.sub(r"^\[\]$", "", before, flags=re.M).rstrip("\n") + "\n" + text, "utf-8")


def test_an_ordinary_update_passes_the_check(updated: Sandbox, today: date) -> None:
    done = updated.run("check", date=today.isoformat())
    assert done.code == 0, done.out + done.err


@pytest.mark.long
def test_what_is_asked_of_the_content_holds_of_it_too(updated: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCLOSURE_CONTENT", str(updated.content))
    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)
    here = Path(__file__)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--numprocesses=0", str(here.parent)]
    command += [f"--ignore={here}", "-m", "not browser"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stdout[-3000:]
