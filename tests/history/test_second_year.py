"""The example grew commit by commit: each state passes, and what the commits changed is licensed, dated and led on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.grown import COMMITS, grow, stand
from tests.history.judged import judged
from tests.projects import Sandbox, configured, content_of, date_of, files_of
from tests.repositories import SandboxRepository

TODAY = date_of("shiguang")
DAYS = [day for day, _says in COMMITS]


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Sandbox:
    """The example under git, each commit on its day; every one of them passed the check of that day."""
    made = Sandbox(tmp_path_factory.mktemp("grown"))
    for day, says in grow(made.root):
        assert made.run("check", date=day).code == 0, f"{day} {says}"
    return made


@pytest.fixture(scope="module")
def site(grown: Sandbox) -> dict[str, str]:
    built = grown.build(date=TODAY)
    return {name: data.decode() for name, data in built.items() if name.endswith(".html")}


def test_the_last_commit_is_the_example(grown: Sandbox) -> None:
    example = files_of(content_of("shiguang"))
    example["site.yml"] = example["site.yml"].replace(b"published_since: never\n", b"")
    assert files_of(grown.content) == example


def test_nothing_was_changed_in_silence(grown: Sandbox) -> None:
    assert judged(grown.root) == []


@pytest.mark.parametrize(
    ("day", "note", "named"),
    [
        ("2025-05-06", "corrections/2025-05-06-canteen-kind.md", "2025/c017"),
        ("2025-12-10", "retired.yml", "2025-11-21-canteen-repost"),
        ("2026-02-10", "corrections/2026-02-10-firms.md", "2026-01-14-firms"),
    ],
)
def test_without_its_licence_a_change_is_caught(tmp_path: Path, day: str, note: str, named: str) -> None:
    stand(tmp_path, DAYS[DAYS.index(day) - 1])
    SandboxRepository(configured(tmp_path).root).commit()
    stand(tmp_path, day)
    (tmp_path / "content" / note).unlink()
    assert [named in str(one) for one in judged(tmp_path)] == [True]


def test_the_department_was_renamed_by_the_command(tmp_path: Path) -> None:
    stand(tmp_path, "2025-06-23")
    renaming = ("rename", "departments", "拾光区民政局", "拾光区民政和养老服务局", "--since", "2025-06-24")
    assert configured(tmp_path).run(*renaming, date="2025-06-24").code == 0
    departments = "content/vocabulary/departments.yml"
    done = (tmp_path / departments).read_bytes()
    stand(tmp_path, "2025-06-24")
    assert (tmp_path / departments).read_bytes() == done


def test_what_was_corrected_and_what_was_withdrawn_say_so(site: dict[str, str]) -> None:
    assert "corrections/2026-02-10-firms.html" in site["updates/2025/2026-01-14-firms.html"]
    assert "corrections/2025-05-06-canteen-kind.html" in site["reports/2025/commitments/c017.html"]
    gone = site["updates/2025/2025-11-21-canteen-repost.html"]
    assert "2025-12-01撤下" in gone
    assert '2025-11-24-canteen.html">区老年食堂11月20日开业</a>' in gone


def test_a_page_was_last_changed_when_its_commit_came(site: dict[str, str]) -> None:
    changed = re.search(r"更新时间：(?:<[^>]*>)*([0-9-]+)", site["updates/2025/2026-01-14-firms.html"])
    assert changed is not None
    assert changed[1] == "2026-02-10"
