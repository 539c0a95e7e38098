"""What `schema` writes in `docs/` and `.vscode/` has the words of the shipped vocabularies, and fits every file.

A department is no word: a body that is added there changes neither.
"""

from __future__ import annotations

from pathlib import Path

from tests.content.shipped import CONTENT, project
from tests.projects import REPOSITORY, files_of
from tests.schemas import refused

DOCS = REPOSITORY / "docs"


def test_the_schemas_and_the_dictionary_are_fresh(tmp_path: Path) -> None:
    """`python build.py schema` would write what is there."""
    written = project(tmp_path).run("schema")
    assert written.code == 0, written.err
    made = files_of(tmp_path / "docs")
    assert {name: (DOCS / name).read_bytes() for name in made} == made, "python build.py schema"


def test_what_vs_code_is_told_is_fresh(tmp_path: Path) -> None:
    assert project(tmp_path).run("schema").code == 0
    folder = REPOSITORY / ".vscode"
    made = files_of(tmp_path / ".vscode")
    assert {name: (folder / name).read_bytes() for name in made} == made, "python build.py schema"


def test_the_editors_schemas_accept_every_file() -> None:
    assert list(refused(CONTENT, files_of(DOCS / "schema"))) == []
