"""The data of a province: a set for each district, complete by itself; together they say what one folder would."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from disclosure.cache import snapshot
from disclosure.catalog import data_folder
from tests import province, ways
from tests.projects import Sandbox, files_of

DISTRICTS = ("chenyang", "yunyang", "haiyang")
# What is said of the files of a folder, and what only a site of several districts has
OF_REPORT = re.compile(r"reports/[^/]+/glossary\.html")
ABOUT = frozenset({"datapackage.json", "catalog.jsonld", "districts.json", "districts.csv"})


def folders(site: Path) -> Iterator[Path]:
    yield from (site / f"districts/{id}/data" for id in DISTRICTS)


def rows(path: Path) -> list[str]:
    """Of a list or a table, each as text; nothing where there is no such file. Terms stand on pages of their reports
    where there are districts, on one page else."""
    return [OF_REPORT.sub("glossary.html", json.dumps(one, ensure_ascii=False, sort_keys=True)) for one in read(path)]


def read(path: Path) -> list[Any]:
    if not path.exists():
        return []
    if path.suffix == ".json":
        found = json.loads(path.read_bytes())
        return found if isinstance(found, list) else [*found.get("figures", ()), *found.get("clauses", ())]
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_rows_of_all_districts_are_those_of_a_site_in_one_folder(sheng: Path, whole: Path) -> None:
    for path in sorted((whole / "data").iterdir()):
        if path.suffix not in (".json", ".csv") or path.name in ABOUT:
            continue
        found = {one for folder in (sheng / "data", *folders(sheng)) for one in rows(folder / path.name)}
        if path.name.startswith("report-"):
            given = [folder / path.name for folder in folders(sheng) if (folder / path.name).exists()]
            assert [one.read_bytes() for one in given] == [path.read_bytes()], path.name
        elif path.name != "indicators.json":
            assert found == set(rows(path)), path.name


def test_what_reports_have_a_part_of_stands_in_one_district_alone(sheng: Path, whole: Path) -> None:
    for name in sorted(data_folder.OF_DISTRICTS - {"evidence", "changes"}):
        each = [one for folder in folders(sheng) for one in rows(folder / f"{name}.csv")]
        assert sorted(each) == sorted(rows(whole / f"data/{name}.csv")), name
        assert not (sheng / f"data/{name}.csv").exists()


@pytest.mark.parametrize("id", DISTRICTS)
def test_keys_of_a_district_s_database_lead_to_rows_of_its_own(sheng: Path, id: str) -> None:
    with closing(sqlite3.connect(sheng / f"districts/{id}/data/disclosure.sqlite")) as db:
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert db.execute("SELECT count(*) FROM commitments").fetchone()[0] > 0
        found = {one for (one,) in db.execute("SELECT DISTINCT report FROM commitments")}
    assert {one.partition("-")[0] for one in found} == {id}


def test_the_list_of_districts_leads_to_every_file(sheng: Path) -> None:
    listed = json.loads((sheng / "data/districts.json").read_bytes())
    assert [one["id"] for one in listed] == list(DISTRICTS)
    assert [json.loads(one)["id"] for one in rows(sheng / "data/districts.csv")] == list(DISTRICTS)
    for one in listed:
        package = json.loads((sheng / one["package"]).read_bytes())
        named = {f"{one['data']}{each['path']}" for each in package["resources"]}
        assert named == {f"{one['data']}{path.name}" for path in (sheng / one["data"]).glob("*.csv")}
        assert all((sheng / one[name]).is_file() for name in ("page", "package", "catalog"))
        assert one["commitments"] == len(rows(sheng / one["data"] / "commitments.csv"))


def test_the_site_s_data_page_leads_to_each_district_s_and_says_that_its_own_are_not_all(
    sheng: Path,
) -> None:
    page = (sheng / "data.html").read_text("utf-8")
    pages = [f"districts/{id}/data.html" for id in DISTRICTS]
    assert [one for one in ways.linked(sheng, "data.html") if one.startswith("districts/")] == pages
    assert page.index('id="districts"') < page.index('id="whole"')
    assert "本站的全部数据" not in page
    assert "（只有属于全站的）" in page


def test_a_catalogue_names_every_file_of_its_folder_and_the_site_s_names_the_others(sheng: Path) -> None:
    for folder in (sheng / "data", *folders(sheng)):
        catalogue = json.loads((folder / "catalog.jsonld").read_bytes())
        named = {each["dct:title"] for one in catalogue["dcat:dataset"] for each in one["dcat:distribution"]}
        there = {path.name for path in folder.iterdir() if path.suffix != ".html"}
        assert named == there - ABOUT
    top = json.loads((sheng / "data/catalog.jsonld").read_bytes())
    assert [one["@id"].partition("#")[0].rpartition("sheng.sample.test/")[2] for one in top["dcat:catalog"]] == [
        f"districts/{id}/data/catalog.jsonld" for id in DISTRICTS
    ]


def test_an_edit_in_one_district_changes_no_data_of_another(tmp_path: Path) -> None:
    project = province.project(tmp_path / "edited")
    before = project.build(province.DATE)
    _edited(project)
    after = project.build(province.DATE)
    changed = {name for name, data in after.items() if before.get(name) != data}
    assert any(name.startswith("districts/chenyang/data/") for name in changed)
    others = tuple(f"districts/{id}/" for id in DISTRICTS[1:])
    assert [name for name in changed if name.startswith((*others, "data/"))] == []
    assert after == _edited(province.project(tmp_path / "clean")).build(province.DATE)


def _edited(project: Sandbox) -> Sandbox:
    project.edit("reports/chenyang-2026/commitments/2-1-park/c005.yml", "title: ", "title: 新")
    return project


def test_what_was_touched_in_a_district_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # In CI nothing is trusted, and what is young proves nothing
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(snapshot, "SETTLED_NS", -1_000_000_000)
    project = province.project(tmp_path)
    before = project.build(province.DATE)
    (project.site / "districts/yunyang/data/disclosure.sqlite").unlink()
    (project.site / "districts/yunyang/data/commitments.csv").write_text("forged")
    (project.site / "reports/haiyang-2025/commitments/c001.json").write_text("{}")
    (project.site / "districts/gone/data").mkdir(parents=True)
    (project.site / "districts/gone/data/disclosure.xlsx").write_text("of a district that is no more")
    assert project.run("build", date=province.DATE).code == 0
    assert files_of(project.site) == before
    assert "没有变化" in project.run("build", date=province.DATE).out


def test_catalogues_do_not_call_the_site_s_own_files_all_there_is(sheng: Path) -> None:
    site = "全部数据（只有属于全站的）"
    assert (called_together(sheng / "data"), called_together(sheng / "districts/chenyang/data")) == (site, "全部数据")
    assert f'"name":"{site}"' in (sheng / "data.html").read_text("utf-8").replace('": "', '":"')
    assert site not in (sheng / "districts/chenyang/data.html").read_text("utf-8")


def called_together(folder: Path) -> str:
    """What a folder's catalogue calls the files that hold all its sets."""
    sets = json.loads((folder / "catalog.jsonld").read_bytes())["dcat:dataset"]
    found: list[str] = [one["dct:title"] for one in sets if one["dct:identifier"] == "whole"]
    return found[0]
