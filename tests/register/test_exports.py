"""The published data fit their schemas, and the schemas and the dictionary are what the declarations give."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from disclosure.exports import dictionary, schema, shapes
from tests.prepared import Prepared

ROOT = Path(__file__).parents[2]
DATA = ("report-2022", "commitments", "results", "coverage", "indicators", "glossary", "updates")


@pytest.fixture(scope="module")
def data(real_prepared: Prepared) -> dict[str, Any]:
    made = {name.removeprefix("data/"): text for name, text in real_prepared.files.items() if name.startswith("data/")}
    kept = {name.removesuffix(".json"): text for name, text in made.items() if name.endswith(".json")}
    return {name: json.loads(text) for name, text in kept.items() if name != "datapackage"}


def _schema(name: str) -> dict[str, Any]:
    return json.loads((ROOT / "docs/schema" / f"{name}.schema.json").read_text("utf-8"))


def test_every_data_file_is_published(data: dict[str, Any]) -> None:
    assert set(data) == set(DATA)


@pytest.mark.parametrize("name", DATA)
def test_a_data_file_fits_its_schema(data: dict[str, Any], name: str) -> None:
    jsonschema.validate(data[name], _schema(f"data/{name.removesuffix('-2022')}"))


def test_the_schemas_and_the_dictionary_are_fresh(real_prepared: Prepared) -> None:
    """`python build.py schema` would write what is there."""
    vocabularies = real_prepared.catalog.words
    made = {f"schema/{name}": text for name, text in schema.files(vocabularies)}
    made["data.md"] = dictionary.markdown(vocabularies)
    assert {name: (ROOT / "docs" / name).read_bytes() for name in made} == made
    assert {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs/schema").rglob("*.json")} == (
        made.keys() - {"data.md"}
    )


@pytest.mark.parametrize("name", sorted(schema.EDITORS))
def test_the_editors_schema_accepts_every_file_as_yaml_reads_it(name: str) -> None:
    """Numbers, dates and empty values too: an editor's tool sees YAML's own types."""
    pattern = schema.EDITORS[name][1].removeprefix("content/")
    validator = jsonschema.Draft202012Validator(_schema(f"editors/{name}"))
    found = sorted((ROOT / "content").glob(pattern))
    assert found
    for path in found:
        assert [error.message for error in validator.iter_errors(_as_a_tool_reads(path))] == [], path


def _as_a_tool_reads(path: Path) -> Any:
    """YAML 1.2 as editors' tools read it: a date is text."""
    read = yaml.safe_load(path.read_text("utf-8"))
    return json.loads(json.dumps(read, default=str))


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
    report = data["report-2022"]
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
    """390亿元左右 and 7.5%以上 come to 419.25亿元 (推算)."""
    gdp = next(one for one in data["indicators"] if one["id"] == "gdp-growth")
    assert [(one["implied"], one["implied_unit"]) for one in gdp["targets"]] == [(41_925_000_000, "元")]


def test_every_kind_of_data_has_a_shape() -> None:
    assert {name.removesuffix("-2022") for name in DATA} == set(shapes.FILES)
