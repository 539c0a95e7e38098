"""A province may begin with reports of which nothing but the text is there: every list leads to what is published."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.catalog import address
from tests.projects import Sandbox, create, date_of

WORD = "- {id: roads, label: 区交通局, description: 管道路的, order: 1}\n"


@pytest.fixture
def project(tmp_path: Path) -> Sandbox:
    """A report without records, of the only district."""
    made = create(tmp_path)
    # Its notes are on another page where there are districts
    (made.content / "index.md").unlink()
    (made.content / "districts.yml").write_text("- {id: sample, name: 示例区}\n", "utf-8")
    return made


def test_a_district_of_whose_promises_nothing_is_known_has_no_list_of_departments(project: Sandbox) -> None:
    project.build(date=date_of("small"))
    assert not (project.site / address.of_district("departments", "sample")).exists()
    assert not (project.site / address.DEPARTMENTS).exists()


def test_departments_that_lead_nothing_stand_in_the_list_of_all(project: Sandbox) -> None:
    words = project.content / "vocabulary/departments.yml"
    words.parent.mkdir(exist_ok=True)
    words.write_text(WORD, "utf-8")
    project.build(date=date_of("small"))
    text = (project.site / address.DEPARTMENTS).read_text("utf-8")
    assert "区交通局" in text
    assert address.of_district("departments", "sample") not in text
