"""The data package is valid by Frictionless, and its keys hold: a row that is broken is refused."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from frictionless import Package, Report, system

from disclosure.exports import published


@pytest.fixture(scope="module", autouse=True)
def plugins() -> None:
    """Frictionless looks for its plugins wherever modules may lie: not beside the content of this repository."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [one for one in sys.path if not Path(one, "content").is_dir()])
        assert system.plugins


@pytest.fixture(scope="module")
def data(grown_site: Path) -> Path:
    return grown_site / "data"


def validated(data: Path, *tables: str) -> Report:
    """The package in a folder, or what it says of some tables and of those that these lead to."""
    package = Package(str(data / "datapackage.json"))
    for name in [one.name for one in package.resources if tables and one.name not in tables]:
        package.remove_resource(str(name))
    return package.validate()


def problems(report: Report) -> list[tuple[str, str]]:
    return sorted({(str(task.name), error.type) for task in report.tasks for error in task.errors})


def test_the_package_of_the_example_is_valid(data: Path) -> None:
    report = validated(data)
    assert (report.valid, report.errors, problems(report)) == (True, [], [])


def test_the_package_has_every_table_of_the_folder(data: Path) -> None:
    names = [str(one.name) for one in Package(str(data / "datapackage.json")).resources]
    assert sorted(names) == sorted(path.stem for path in data.glob("*.csv"))
    assert set(published.tables(data)) <= set(names)


@pytest.mark.parametrize("folder", ["data", "districts/chenyang/data", "districts/haiyang/data"])
def test_the_packages_of_a_province_are_valid(sheng: Path, folder: str) -> None:
    report = validated(sheng / folder)
    assert (report.valid, report.errors, problems(report)) == (True, [], [])


@pytest.mark.parametrize(
    ("table", "old", "new", "problem"),
    [
        ("commitments-topics", "c001,", "c999,", "foreign-key"),
        ("commitments-topics", ",economy,", ",nothing,", "foreign-key"),
        ("topics", "1,", "first,", "type-error"),
        ("topics", "technology,", "economy,", "primary-key"),
    ],
)
def test_a_broken_row_is_refused(data: Path, tmp_path: Path, table: str, old: str, new: str, problem: str) -> None:
    tables = (
        "reports",
        "commitments",
        "topics",
        "commitments-topics",
        "sections",
        "paragraphs",
        "department-directory",
    )
    for path in data.iterdir():
        shutil.copy(path, tmp_path)
    sheet = tmp_path / f"{table}.csv"
    text = sheet.read_bytes().decode()
    assert old in text
    sheet.write_bytes(text.replace(old, new, 1).encode())
    assert (table, problem) in problems(validated(tmp_path, *tables))


def test_a_key_that_may_be_empty_is_told_apart(data: Path) -> None:
    """Frictionless has no key of several columns that names nothing."""
    schema = next(one for one in Package(str(data / "datapackage.json")).resources if one.name == "targets").schema
    assert [key["fields"] for key in schema.foreign_keys] == [["report"], ["report", "commitment"]]
    assert [key["fields"] for key in schema.custom["optionalForeignKeys"]] == [["report", "baseline_figure"]]
