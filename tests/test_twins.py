"""Twins: beside each page of records stand their rows as data, and nothing is in them that the lists do not have."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from disclosure.catalog import address, beside, downloads
from disclosure.downloads import record_pages
from disclosure.exports import schema, shapes
from disclosure.pages.registry import KINDS
from tests.projects import Sandbox, create, date_of, files_of

EXAMPLE = "shiguang"
LIST = re.compile(r"data/[a-z-]+\.json")
LED = re.compile(r'<link rel="alternate" type="application/json" href="([^"]+)">')


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The example's files."""
    return create(tmp_path_factory.mktemp("twins") / "project", EXAMPLE).build(date_of(EXAMPLE))


def twins_of(site: dict[str, bytes]) -> dict[str, Any]:
    made = (name for name in site if name.endswith(".json") and downloads.is_download(name))
    return {name: json.loads(site[name]) for name in made}


def test_a_page_kind_says_once_that_it_has_a_twin() -> None:
    assert {one.id for one in KINDS if one.twin} == set(record_pages.MAKERS)


def test_every_twin_is_led_to_by_its_page_alone(site: dict[str, bytes]) -> None:
    pages = {name: LED.findall(data.decode()) for name, data in site.items() if name.endswith(".html")}
    wanted = {twin["url"]: [address.root_of(name) + name] for name, twin in twins_of(site).items()}
    assert {name: links for name, links in pages.items() if links} == wanted
    assert len(wanted) > 100


def test_a_page_leads_to_its_twin_where_errors_are_reported(site: dict[str, bytes]) -> None:
    page = site["reports/2025/commitments/c003.html"].decode()
    assert '<a href="../../../reports/2025/commitments/c003.json" type="application/json">本页数据（JSON）</a>' in page


def test_twins_are_as_their_schema_says(site: dict[str, bytes]) -> None:
    validator = jsonschema.Draft202012Validator(schema.data(shapes.MADE["twin"]))
    for name, twin in twins_of(site).items():
        assert [f"{name}: {error.message}" for error in validator.iter_errors(twin)] == []


def test_rows_are_those_of_the_lists_byte_for_byte(site: dict[str, bytes]) -> None:
    listed = {
        line.removesuffix(b",") for name, data in site.items() if LIST.fullmatch(name) for line in data.splitlines()
    }
    for name, twin in twins_of(site).items():
        lines = site[name].partition(b'"rows":{')[2].splitlines()
        rows = [line.removesuffix(b",") for line in lines if line.startswith(b"{")]
        assert set(rows) <= listed
        assert len(rows) == sum(map(len, twin["rows"].values()))


def test_every_row_of_a_record_with_a_page_is_in_its_twin(site: dict[str, bytes]) -> None:
    for list_name in ("commitments", "updates", "requests", "entities"):
        for row in json.loads(site[address.data(list_name)]):
            assert json.loads(site[beside.twin(row["url"])])["rows"][list_name] == [row]


def test_links_lead_to_pages_and_twins_that_stand(site: dict[str, bytes]) -> None:
    links = [link for twin in twins_of(site).values() for link in twin["links"]]
    assert {link["url"].partition("#")[0] for link in links} <= site.keys()
    assert {link["data"] for link in links if link["data"]} <= site.keys()
    assert {link["kind"] for link in links} == {"section", "department", "result", "commitment", "update", "entity"}


def test_the_day_is_that_of_the_newest_material(site: dict[str, bytes]) -> None:
    twin = json.loads(site["reports/2025/commitments/c003.json"])
    assert (twin["as_of"], twin["report"]["delivered"], twin["report"]["over"]) == ("2026-01-20", "2025-01-15", True)


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


@pytest.mark.parametrize(
    ("folder", "table"),
    [
        ("reports/2025/commitments/", "commitments"),
        ("reports/2024/sections/2-", "commitments"),
        ("updates/", "updates"),
        ("requests/", "requests"),
        ("indicators/", "indicators"),
        ("departments/c", "departments"),
        ("departments/sports", "department-directory"),
    ],
)
def test_tables_hold_lines_of_the_published_tables(site: dict[str, bytes], folder: str, table: str) -> None:
    listed = rows_of(site[address.table(table)])
    found = [
        row for name, data in site.items() if name.startswith(folder) and name.endswith(".csv") for row in rows_of(data)
    ]
    assert found
    assert [row for row in found if row not in listed] == []


@pytest.fixture
def register(tmp_path: Path) -> Sandbox:
    project = create(tmp_path / "project", "register")
    assert project.run("build").code == 0
    return project


def test_a_large_site_has_no_tables_beside_its_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_pages, "TABLES_UP_TO", 1)
    files = create(tmp_path / "project", "register").build()
    assert not [name for name in files if name.endswith(".csv") and downloads.is_download(name)]
    assert {twin["table"] for twin in twins_of(files).values()} == {None}


def test_only_what_says_something_else_is_written_again(register: Sandbox) -> None:
    before, times = files_of(register.site), modified(register.site)
    path = max((register.content / "reports/2024/commitments").rglob("*.yml"))
    path.write_text(path.read_text("utf-8").replace("title: ", "title: 新", 1), "utf-8")
    assert register.run("build").code == 0
    after = files_of(register.site)
    written = {name for name, time in modified(register.site).items() if times.get(name) != time}
    changed = {name for name, data in after.items() if before.get(name) != data}
    twins = {name for name in after if downloads.is_download(name) and not name.startswith(address.DATA_FILES)}
    assert written & twins == changed & twins
    assert 0 < len(changed & twins) < len(twins) / 2


def modified(site: Path) -> dict[str, int]:
    return {path.relative_to(site).as_posix(): path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}


def test_a_page_that_goes_takes_its_twin_along(register: Sandbox) -> None:
    assert twins_of(files_of(register.site)).keys() >= {"indicators/tax.json", "indicators/output.json"}
    for path in (register.content / "indicators").iterdir():
        path.unlink()
    assert register.run("build").code == 0
    assert not (register.site / "indicators").exists()
