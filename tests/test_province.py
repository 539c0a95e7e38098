"""A site of many districts: a place for each, a list above them, and one district's edits leave the others alone."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests import province
from tests.projects import Sandbox, configured
from tests.province import PLACES

CARE = ("reports/chenyang-2025/commitments/2-1-park/c008.yml", "title: 推进园区绿化", "title: 推进样品园区绿化")
COUNTS = re.compile(r"渲染 (\d+) 页")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Sandbox, dict[str, bytes]]:
    project = province.project(tmp_path_factory.mktemp("province") / "project")
    return project, project.build(province.DATE)


@pytest.fixture(scope="module")
def site(built: tuple[Sandbox, dict[str, bytes]]) -> dict[str, str]:
    return {name: data.decode() for name, data in built[1].items() if name.endswith((".html", ".txt", ".xml"))}


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", page).split())


def test_every_district_of_the_file_is_in_the_list_and_has_a_home(site: dict[str, str]) -> None:
    listed = re.findall(r'<li class="d-record" data-found="(\S+)', site["districts.html"])
    assert listed == [one.name for one in PLACES]
    assert [one.id for one in PLACES if f"districts/{one.id}/index.html" not in site] == []


def test_a_district_without_a_report_says_so(site: dict[str, str]) -> None:
    assert "山样区 样例省样例市；还没有收录报告" in words(site["districts.html"])
    assert "4个区县，7份报告；1个区县还没有收录报告。" in words(site["index.html"])
    assert "还没有收录报告。" in words(site["districts/shanyang/index.html"])


def test_what_the_file_says_of_a_district_stands_on_its_home(site: dict[str, str]) -> None:
    assert "2023年由云样市改为云样县（虚构）。" in words(site["districts/yunyang/index.html"])
    assert "其他叫法：晨样、旧样县" in words(site["districts/chenyang/index.html"])


def test_a_report_s_pages_lead_to_its_district_and_its_other_years_alone(site: dict[str, str]) -> None:
    page = site["reports/yunyang-2026/index.html"]
    crumbs = re.search(r'<ol class="d-crumbs__list">(.*?)</ol>', page, re.S)
    assert crumbs is not None
    assert words(crumbs[1]).startswith("首页 云样县")
    years = re.search(r'<ul class="d-years__list">(.*?)</ul>', page, re.S)
    assert years is not None
    assert words(years[1]) == "2026年 2025年"
    assert not re.search(r"reports/(?:chenyang|haiyang)", page)


def test_the_home_page_holds_no_report_and_leads_to_every_district(site: dict[str, str]) -> None:
    assert "d-card" not in site["index.html"]
    assert {one.id for one in PLACES} <= set(re.findall(r'href="districts/(\w+)/index', site["index.html"]))


def test_what_happened_in_a_district_is_in_its_feed_and_in_no_other_s(site: dict[str, str]) -> None:
    told = {one.id: site[f"districts/{one.id}/index.xml"].count("<entry>") for one in PLACES}
    assert told == {"chenyang": 1, "yunyang": 0, "haiyang": 0, "shanyang": 0}


def test_terms_are_explained_beside_the_report(site: dict[str, str]) -> None:
    assert "reports/haiyang-2026/glossary.html" in site["glossary.html"]
    assert "样品税收" in site["reports/haiyang-2025/glossary.html"]


def test_hits_are_filtered_by_district_under_the_word_that_the_pages_use(site: dict[str, str]) -> None:
    labels = re.findall(r'<label class="d-filters__one" hidden>(\S+) <select', site["search.html"])
    assert labels[:2] == ["区县", "年份"]


def anew(project: Sandbox, root: Path) -> dict[str, bytes]:
    """The same content, built where nothing was."""
    shutil.copytree(project.content, root / "content")
    return configured(root).build(province.DATE)


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Sandbox, dict[str, bytes]]:
    """Two districts with reports and one without, built; in CI everything would be looked at each time."""
    monkeypatch.delenv("CI", raising=False)
    places = (replace(PLACES[0], years=(2025, 2026)), replace(PLACES[1], years=(2026,)), PLACES[3])
    project = province.project(tmp_path / "project", places)
    return project, project.build(province.DATE)


def test_an_edit_renders_nothing_of_other_districts_and_comes_to_a_clean_build(
    small: tuple[Sandbox, dict[str, bytes]], tmp_path: Path
) -> None:
    project, before = small
    project.edit(*CARE)
    done = project.run("build", date=province.DATE)
    assert done.code == 0, done.err
    after = {path: (project.site / path).read_bytes() for path in before}
    others = [name for name in before if re.search(r"(?:yunyang|shanyang)", name)]
    assert [name for name in others if before[name] != after[name]] == []
    rendered = COUNTS.search(done.out)
    assert rendered is not None
    assert int(rendered[1]) < 30
    assert after == anew(project, tmp_path / "clean")


def test_an_entry_of_the_list_changes_its_own_district_alone(
    small: tuple[Sandbox, dict[str, bytes]], tmp_path: Path
) -> None:
    project, before = small
    project.edit("districts.yml", "云样市改为云样县（虚构）", "云样市改为云样县（全是虚构的）")
    after = project.build(province.DATE)
    others = [name for name in before if re.search(r"(?:chenyang|shanyang)", name)]
    assert [name for name in others if before[name] != after[name]] == []
    assert "全是虚构的" in after["districts/yunyang/index.html"].decode()
    assert after == anew(project, tmp_path / "clean")


def test_a_district_that_goes_takes_its_pages_along(small: tuple[Sandbox, dict[str, bytes]]) -> None:
    project, _before = small
    project.edit("districts.yml", "- {id: shanyang, name: 山样区, region: 样例省样例市}\n", "")
    after = project.build(province.DATE)
    assert [name for name in after if "shanyang" in name] == []


def test_reports_of_several_districts_without_a_list_are_told_to_write_one(tmp_path: Path) -> None:
    project = province.project(tmp_path / "project", listed=False)
    done = project.run("check", date=province.DATE)
    assert done.code == 0
    assert "content/districts.yml:1:1: [district] 提醒：有3个区县的报告" in done.err
