"""An edit of an entity or a question makes anew exactly what shows it, and gives what building anew gives."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from disclosure.build import report
from disclosure.cache import snapshot
from disclosure.catalog import address, downloads
from tests.projects import Sandbox, configured, files_of

# Every edit of the site's own files may change these: the search's words, what describes the data, the digests
ALWAYS = ("search/", "manifest.json", address.DCAT)


@pytest.fixture
def built(project: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    monkeypatch.setattr(snapshot, "SETTLED_NS", -1_000_000_000)
    monkeypatch.delenv("CI", raising=False)
    project.build()
    return project


def is_aside(name: str) -> bool:
    """What changes with every data file."""
    return name.startswith(ALWAYS) or downloads.is_download(name)


def changed(project: Sandbox, name: str, old: str, new: str, tmp_path: Path) -> set[str]:
    """The pages and data that an edit changes; the site is what building anew gives."""
    before = files_of(project.site)
    project.edit(name, old, new)
    after = project.build()
    shutil.copytree(project.content, tmp_path / "anew/content")
    assert configured(tmp_path / "anew").build() == after
    every = before.keys() | after.keys()
    return {one for one in every if before.get(one) != after.get(one) and not is_aside(one)}


def test_a_note_changes_the_page_of_its_entity_and_reads_no_report(
    built: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_of(built.site)
    built.edit("entities/all.yml", "note: 一条街", "note: 一条老街")
    with monkeypatch.context() as patched:
        patched.setattr(report, "check_report", None)
        after = built.build()
    found = {one for one in after if before.get(one) != after[one] and not is_aside(one)}
    assert found == {"entities/street.html", "data/entities.json", "data/entities.csv"}


def test_a_name_changes_what_shows_it(built: Sandbox, tmp_path: Path) -> None:
    found = changed(built, "entities/all.yml", "name: 样品街", "name: 样品街获评", tmp_path)
    assert found == {
        "entities.html",
        "entities/street.html",
        "entities/street.xml",
        "entities/street.feed.json",
        "data/entities.json",
        "data/entities.csv",
        "data/mentions.json",
        "data/mentions.csv",
        "reports/2024/text.html",
        "reports/2024/sections/1-1-projects.html",
    }


def test_an_answer_changes_its_page_alone(built: Sandbox, tmp_path: Path) -> None:
    found = changed(built, "questions.yml", "现在“未到期”", "后来“未到期”", tmp_path)
    assert found == {"questions.html", "data/questions.json", "data/questions.csv"}


def test_a_ground_is_checked_by_the_report_it_speaks_of(built: Sandbox) -> None:
    built.edit("questions.yml", "count: 6", "count: 5")
    done = built.run("build")
    assert (done.code, "answer-gone" in done.err) == (1, True)
