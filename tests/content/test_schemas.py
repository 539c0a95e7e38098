"""The JSON Schemas and the data dictionary in `docs/` are those of the shipped vocabularies, and fit every file."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
import yaml

from disclosure.exports import dictionary, schema
from tests.prepared import Prepared
from tests.projects import EXAMPLES, REPOSITORY

DOCS = REPOSITORY / "docs"


def test_the_schemas_and_the_dictionary_are_fresh(real_prepared: Prepared) -> None:
    """`python build.py schema` would write what is there."""
    vocabularies = real_prepared.catalog.words
    made = {f"schema/{name}": text for name, text in schema.files(vocabularies)}
    made["data.md"] = dictionary.markdown(vocabularies)
    assert {name: (DOCS / name).read_bytes() for name in made} == made
    assert {path.relative_to(DOCS).as_posix() for path in (DOCS / "schema").rglob("*.json")} == made.keys() - {
        "data.md"
    }


@pytest.mark.parametrize("name", sorted(schema.EDITORS))
def test_the_editors_schema_accepts_every_file_as_yaml_reads_it(name: str) -> None:
    """Numbers, dates and empty values too: an editor's tool sees YAML's own types."""
    pattern = schema.EDITORS[name][1].removeprefix("content/")
    validator = jsonschema.Draft202012Validator(
        json.loads((DOCS / f"schema/editors/{name}.schema.json").read_text("utf-8"))
    )
    # What the shipped content has none of yet stands in the example
    found = next(
        filter(None, (sorted((root / "content").glob(pattern)) for root in (REPOSITORY, EXAMPLES / "shiguang")))
    )
    assert found
    for path in found:
        assert [error.message for error in validator.iter_errors(_as_a_tool_reads(path.read_text("utf-8")))] == [], path


def _as_a_tool_reads(text: str) -> Any:
    """YAML 1.2 as editors' tools read it: a date is text."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))
