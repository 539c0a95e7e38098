"""The published data fit their schemas and account for everything."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from disclosure.exports import shapes
from tests.prepared import Prepared

ROOT = Path(__file__).parents[2]
DATA = (
    *("report-2022", "report-2024", "commitments", "results", "coverage", "indicators", "glossary", "updates"),
    *("entities", "responsibilities", "departments", "adjustments", "documents", "requests", "digests", "reports"),
    *("mentions", "exemptions", "evidence", "places", "calendars", "questions", "corrections", "vocabulary"),
)


@pytest.fixture(scope="module")
def data(sample_prepared: Prepared) -> dict[str, Any]:
    made = {
        name.removeprefix("data/"): text for name, text in sample_prepared.files.items() if name.startswith("data/")
    }
    kept = {name.removesuffix(".json"): text for name, text in made.items() if name.endswith(".json")}
    return {name: json.loads(text) for name, text in kept.items() if name != "datapackage"}


def kind(name: str) -> str:
    """The kind of a data file: a report's text has one for each report."""
    return re.sub(r"-\d{4}$", "", name)


def _schema(name: str) -> dict[str, Any]:
    return json.loads((ROOT / "docs/schema" / f"{name}.schema.json").read_text("utf-8"))


def test_every_data_file_is_published(data: dict[str, Any]) -> None:
    assert set(data) == set(DATA)


@pytest.mark.parametrize("name", DATA)
def test_a_data_file_fits_its_schema(data: dict[str, Any], name: str) -> None:
    jsonschema.validate(data[name], _schema(f"data/{kind(name)}"))


def test_the_editors_schema_refuses_an_unknown_field_and_an_unknown_word() -> None:
    validator = jsonschema.Draft202012Validator(_schema("editors/exemption"))
    good = {"passage": "p1-01", "quote": "x", "reason": "背景"}
    assert [validator.is_valid(one) for one in (good, good | {"resaon": "x"}, good | {"reason": "背境"})] == [
        True,
        False,
        False,
    ]


def test_figures_and_clauses_are_all_accounted_for(data: dict[str, Any]) -> None:
    totals = data["coverage"]["totals"]
    assert totals["figures_uncovered"] == totals["clauses_uncovered"] == 0
    assert {one["class"] for one in data["coverage"]["figures"]} == {"result", "commitment", "incidental"}
    assert all(one["record"] or one["reason"] for one in data["coverage"]["figures"])
    assert all(one["records"] or one["reason"] for one in data["coverage"]["clauses"])


def test_every_offset_cuts_the_quote_out_of_its_paragraph(data: dict[str, Any]) -> None:
    report = data["report-2024"]
    texts = {one["id"]: one["text"] for one in (*report["opening"], *report["paragraphs"])}
    for one in (*data["commitments"], *data["results"]):
        assert texts[one["passage"]][one["start"] : one["end"]] == one["quote"]
    for one in (*data["coverage"]["figures"], *data["coverage"]["clauses"]):
        assert texts[one["passage"]][one["start"] : one["end"]] == one["text"]


def test_every_record_is_known_where_it_is_named(data: dict[str, Any]) -> None:
    commitments = {one["id"]: one for one in data["commitments"]}
    results = {one["id"]: one for one in data["results"]}
    for one in commitments.values():
        assert set(one["results"]) <= results.keys()
        assert set(one["grouped"]) <= commitments.keys()
        assert all(one["id"] in results[id]["commitments"] for id in one["results"])
    named = {figure["record"] for figure in data["coverage"]["figures"] if figure["record"]}
    assert named <= commitments.keys() | results.keys()


def test_a_growth_target_on_a_known_level_implies_an_absolute_one(data: dict[str, Any]) -> None:
    """200亿元 and 6%左右 come to 212亿元 (推算)."""
    gdp = next(one for one in data["indicators"] if one["id"] == "gdp-growth")
    assert [(one["implied"], one["implied_unit"]) for one in gdp["targets"]] == [(21_200_000_000, "元")]


def test_every_kind_of_data_has_a_shape() -> None:
    # What became of records is told of a line of commits: tests/test_changes.py
    assert {*(kind(name) for name in DATA), "changes", "outcome-changes", "retired"} == set(shapes.FILES)
