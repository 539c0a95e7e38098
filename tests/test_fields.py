"""A field is declared once: reading, messages, schemas, the dictionary, columns and labels follow."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter
from typing_extensions import TypedDict

from disclosure.catalog.words import Vocabularies
from disclosure.exports import columns, dictionary, meanings, schema, shapes
from disclosure.exports.derived import DERIVED, Meaning
from disclosure.model import strict
from disclosure.model.fields import CORRECTED, FIXED, FREE, Permanence, Record, optional, required
from disclosure.model.result import ResultRecord
from disclosure.model.written import read
from disclosure.source import records, yaml
from tests.test_source_files import every_record


class Sponsored(ResultRecord):
    """A result with a field that no result has."""

    sponsors: int | None = optional("出资单位", "有几家出资，例如 2", ge=1, means="出资单位的个数", change=CORRECTED)


RAW = {
    "id": "r001",
    "title": "建成一座桥",
    "passage": "p1-01",
    "quote": "建成一座桥",
    "kind": "成绩",
    "topics": ["交通"],
    "sponsors": " 2 ",
}


class SponsoredRow(TypedDict):
    sponsors: int | None


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """The field in the model, and in the one place where it is shown: a row, and a column of a table."""
    monkeypatch.setitem(schema.EDITORS, "result", (Sponsored, "content/reports/*/results/*.yml"))
    monkeypatch.setitem(shapes.FILES, "results", list[SponsoredRow])  # type: ignore[misc]
    monkeypatch.setitem(shapes.RECORDS, "SponsoredRow", Sponsored)  # type: ignore[attr-defined]
    monkeypatch.setitem(columns.RECORDS, "results", Sponsored)  # type: ignore[attr-defined]
    monkeypatch.setitem(columns.COLUMNS, "results", ("id", "sponsors"))  # type: ignore[attr-defined]


def test_a_made_up_field_is_read_by_both_readings() -> None:
    found = read(Sponsored, RAW)
    assert found is not None
    assert (found.sponsors, found) == (2, strict.read(Sponsored, RAW))


def test_a_made_up_field_has_messages_with_its_label_and_help() -> None:
    written = yaml.Written("x.yml", "")
    assert read(Sponsored, RAW | {"sponsors": "0"}) is None
    (problem,) = records.convert(Sponsored, RAW | {"sponsors": "0"}, written)[1]
    assert problem.message == "r001：sponsors（出资单位）的值“0”不对：不能小于 1"
    assert problem.hint == "有几家出资，例如 2"


def test_a_made_up_field_stands_in_the_editors_schema(made_up: None) -> None:
    editors = schema.editor(Sponsored, Vocabularies({}))["$defs"]["Record"]["properties"]
    assert (editors["sponsors"]["title"], editors["sponsors"]["description"]) == ("出资单位", "有几家出资，例如 2")


def test_a_made_up_field_stands_in_the_schema_of_the_published_data(made_up: None) -> None:
    (_title, row), *_ = schema.objects(schema.data(shapes.FILES["results"]))
    assert row["properties"]["sponsors"]["description"] == "出资单位的个数"


def test_a_made_up_field_stands_in_the_dictionary_with_its_column(made_up: None) -> None:
    text = dictionary.markdown(Vocabularies({})).decode()
    assert "| `sponsors` | 出资单位 |  | 更正后可改 | 有几家出资，例如 2 |" in text
    assert "| `sponsors` | 出资单位 | integer | 出资单位的个数 |" in text
    assert "`sponsors`（出资单位的个数）" in text


def test_a_made_up_column_is_titled_by_its_field(made_up: None) -> None:
    assert columns.meanings("results")["sponsors"] == Meaning("integer", "出资单位", "出资单位的个数")


@pytest.mark.parametrize("name", columns.COLUMNS)
def test_every_column_means_something(name: str) -> None:
    assert [column for column, one in columns.meanings(name).items() if not one.text] == []


def test_no_meaning_is_given_twice_or_for_nothing() -> None:
    """What a record's field says is not said again for its column or its value; no other meaning lies about."""
    named = {
        f"{table}.{column}" if f"{table}.{column}" in DERIVED else column
        for table, names in columns.COLUMNS.items()
        for column in names
        if f"{table}.{column}" in DERIVED or not meanings.holds(column, columns.RECORDS.get(table))
    }
    assert named == DERIVED.keys()


def test_a_shape_does_not_explain_what_a_records_field_does() -> None:
    twice = {
        (title, name)
        for shape in shapes.FILES.values()
        for title, row in schema.objects(TypeAdapter(shape).json_schema(mode="serialization"))
        for name, value in row["properties"].items()
        if "description" in value and meanings.source(name, shapes.RECORDS.get(title))
    }
    assert twice == set()


def test_every_published_value_means_something() -> None:
    silent = {
        (title, name)
        for shape in shapes.FILES.values()
        for title, row in schema.objects(schema.data(shape))
        for name, value in row["properties"].items()
        if not value.get("description")
    }
    assert silent == set()


def test_every_row_that_is_made_of_a_record_is_a_shape() -> None:
    described = {
        title
        for shape in shapes.FILES.values()
        for title, _row in schema.objects(TypeAdapter(shape).json_schema(mode="serialization"))
    }
    assert shapes.RECORDS.keys() <= described


def changes(*kinds: str) -> dict[str, Permanence]:
    """The decisions for the records of these names."""
    return {
        f"{record.__name__}.{name}": field.change
        for record in every_record()
        for name, field in record.declared.items()
        if record.__name__ in kinds
    }


def test_a_field_that_does_not_say_whether_it_may_change_is_refused() -> None:
    with pytest.raises(TypeError, match=r"One\.name: fixed, corrected or free"):

        class One(Record):
            name: str = required("名称", "")


def test_every_field_says_whether_it_may_change_once_published() -> None:
    assert {field.change for record in every_record() for field in record.declared.values()} == {*Permanence}


def test_what_others_refer_to_is_fixed() -> None:
    """Ids with the words they stand on, and publication times; archived originals are held to their first bytes."""
    fixed = {"id", "passage", "quote", "published"}
    of_all = {
        f"{record.__name__}.{name}": field.change
        for record in every_record()
        for name, field in record.declared.items()
        if name in fixed and record.__name__ != "EvidenceRecord"
    }
    assert set(of_all.values()) == {FIXED}


def test_facts_of_the_follow_up_are_changed_with_a_correction_alone() -> None:
    kinds = ("SeenRecord", "LevelRecord", "EvidenceRecord", "AdjustmentRecord", "OfficialVerdictRecord", "VoteRecord")
    assert set(changes(*kinds, "SatisfactionRecord").values()) == {CORRECTED}
    facts = ("reported", "evidenced", "observations", "evidence", "commitments", "searched", "confidence", "context")
    update = changes("UpdateMeta")
    assert {name: update[f"UpdateMeta.{name}"] for name in facts} == dict.fromkeys(facts, CORRECTED)
    commitment = changes("CommitmentRecord")
    facts = ("targets", "deadline", "adjustments", "official_verdict", "vote", "satisfaction")
    assert {name: commitment[f"CommitmentRecord.{name}"] for name in facts} == dict.fromkeys(facts, CORRECTED)


def test_what_only_describes_is_free() -> None:
    assert set(changes("Site", "Footer", "Identity", "AliasRecord").values()) == {FREE}


@pytest.mark.parametrize("value", ["x", ""])
def test_an_unknown_field_is_refused_with_a_value_or_without(value: str) -> None:
    raw = RAW | {"other": value}
    (problem,) = records.convert(Sponsored, raw, yaml.Written("x.yml", ""))[1]
    assert (read(Sponsored, raw), problem.message) == (None, "r001：没有这个字段：other")


def test_an_empty_value_of_a_field_is_none() -> None:
    empty: Any = read(Sponsored, RAW | {"sponsors": ""})
    assert empty is not None
    assert empty.sponsors is None


@pytest.mark.parametrize("written", ["1e1", "1_0", "１", "+1", "01", "1.0", "null", "NaN", "true"])
def test_a_number_is_read_at_once_in_one_spelling_alone(written: str) -> None:
    assert read(Sponsored, RAW | {"sponsors": written}) is None
