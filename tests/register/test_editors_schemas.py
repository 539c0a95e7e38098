"""The JSON Schemas: those of the published data are fresh, those for editors' tools accept what `check` accepts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from disclosure.exports import schema
from tests.prepared import Prepared
from tests.projects import REPOSITORY, Sandbox, content_of, files_of
from tests.schemas import refused
from tests.search import collection

DOCS = REPOSITORY / "docs/schema"
# The files that only a site of several districts, or one searched with others, has
SEVERAL = Path(__file__).parent / "several"
# Of no record: drafts are held against it in tests/drafts
DRAFT = f"editors/{schema.DRAFT_FILES[0]}.schema.json"


def test_there_is_a_schema_for_each_record_and_each_data_file_and_no_other(sample_prepared: Prepared) -> None:
    """Those of the data depend on no vocabulary; those for editors are compared with the shipped one's words."""
    made = dict(schema.files(sample_prepared.catalog.words))
    there = {name: data for name, data in files_of(DOCS).items() if name != DRAFT}
    assert there.keys() == made.keys()
    assert {name: there[name] for name in made if name.startswith("data/")} == {
        name: data for name, data in made.items() if name.startswith("data/")
    }


def test_the_editors_schemas_accept_every_file(create: Callable[..., Sandbox]) -> None:
    example = create("shiguang")
    assert example.run("schema").code == 0
    schemas = files_of(example.root / "docs/schema")
    for content in (content_of("shiguang"), collection.CONTENT, SEVERAL):
        assert list(refused(content, schemas)) == []


def test_every_record_kind_has_a_file_that_is_held_against_its_schema() -> None:
    patterns = [pattern.removeprefix("content/") for _model, pattern in schema.EDITORS.values()]
    folders = (content_of("shiguang"), collection.CONTENT, SEVERAL)
    # No example has anything that asks for an answer of this kind
    patterns.remove("personal.yml")
    assert [one for one in patterns if not any(list(folder.glob(one)) for folder in folders)] == []
