"""``data/passages.jsonl``: each line can be quoted alone, with what must not be concluded from it."""

from __future__ import annotations

import html
import json
import re
from typing import Any

import jsonschema
import pytest

from disclosure.exports import schema, shapes
from disclosure.pages import cautions
from disclosure.verdict.words import NOTES
from tests.projects import create, date_of

EXAMPLE = "shiguang"
OVER = re.compile(cautions.OVER.replace("{year}", "[0-9]{4}"))
Published = dict[str, bytes]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The example's files."""
    return create(tmp_path_factory.mktemp("passages") / "project", EXAMPLE).build(date_of(EXAMPLE))


def passages_of(site: Published) -> dict[str, dict[str, Any]]:
    rows = [json.loads(line) for line in site["data/passages.jsonl"].splitlines()]
    found = {row["id"]: row for row in rows}
    assert len(found) == len(rows)
    return found


@pytest.fixture(scope="module")
def passages(site: Published) -> dict[str, dict[str, Any]]:
    return passages_of(site)


def test_lines_are_as_their_schema_says(passages: dict[str, dict[str, Any]]) -> None:
    validator = jsonschema.Draft202012Validator(schema.data(shapes.MADE["passages"]))
    assert [f"{id}: {error.message}" for id, row in passages.items() for error in validator.iter_errors(row)] == []


def test_every_passage_and_record_has_a_line(site: Published, passages: dict[str, dict[str, Any]]) -> None:
    wanted = {f"{row['report']}/{row['id']}" for name in ("commitments", "results") for row in data(site, name)}
    wanted |= {f"updates/{row['report']}/{row['id']}" for row in data(site, "updates")}
    wanted |= {f"{name}/{row['id']}" for name in ("requests", "indicators", "questions") for row in data(site, name)}
    for report in data(site, "reports"):
        text = data(site, f"report-{report['id']}")
        wanted |= {f"{report['id']}/{one['id']}" for one in (*text["opening"], *text["paragraphs"])}
    assert wanted == {id for id, row in passages.items() if row["kind"] != "digest"}


def data(site: Published, name: str) -> Any:
    return json.loads(site[f"data/{name}.json"])


def test_each_line_leads_to_where_it_stands(site: Published, passages: dict[str, dict[str, Any]]) -> None:
    for row in passages.values():
        page, _hash, anchor = row["url"].partition("#")
        assert not anchor or f'id="{anchor}"'.encode() in site[page]
        assert row["data"] is None or row["data"] in site


def test_a_quote_is_the_words_of_the_report(passages: dict[str, dict[str, Any]]) -> None:
    texts = "".join(row["text"] for row in passages.values() if row["kind"] == "passage")
    assert [row["id"] for row in passages.values() if row["kind"] == "commitment" and row["text"] not in texts] == []


def test_a_promise_that_nothing_settles_is_never_without_a_caution(
    site: Published, passages: dict[str, dict[str, Any]]
) -> None:
    words = {row["id"]: row["counts"] for row in data(site, "vocabulary") if row["vocabulary"] == "outcomes"}
    open_words = {id for id, counts in words.items() if counts == "neither"}
    assert open_words | {"adjusted-met"} == cautions.OF_OUTCOMES.keys()
    for row in passages.values():
        if row["outcome"] and row["outcome"]["id"] in open_words:
            assert [said for said in row["not_to_conclude"] if not OVER.fullmatch(said)]


def test_cautions_are_sentences_that_are_said_once(passages: dict[str, dict[str, Any]]) -> None:
    own = {text for name, text in vars(cautions).items() if name.isupper() and isinstance(text, str)}
    said = {each for row in passages.values() for each in row["not_to_conclude"] if not OVER.fullmatch(each)}
    assert said <= own | set(NOTES.values())


@pytest.mark.parametrize("sentence", [cautions.SILENCE, cautions.UNRECORDED, cautions.DIGESTED])
def test_what_a_page_says_of_an_absence_a_line_says_in_the_same_words(
    site: Published, passages: dict[str, dict[str, Any]], sentence: str
) -> None:
    found = [row for row in passages.values() if sentence in row["not_to_conclude"]]
    assert found
    for row in found:
        page = html.unescape(site[row["url"].partition("#")[0]].decode())
        assert sentence in page or row["outcome"]["label"] in page


def test_what_a_report_says_is_of_its_year(passages: dict[str, dict[str, Any]]) -> None:
    promise, update = passages["2024/c013"], passages["updates/2025/2026-03-05-two-year-works"]
    assert (promise["valid_from"], promise["over"]) == ("2024-01-10", True)
    assert promise["not_to_conclude"][-1] == cautions.over(2024)
    assert (update["valid_from"], update["valid_until"], update["not_to_conclude"]) == ("2026-03-05", None, [])


def test_a_year_that_goes_on_is_not_over(tmp_path_factory: pytest.TempPathFactory) -> None:
    passages = passages_of(create(tmp_path_factory.mktemp("young") / "project", "register").build("2024-12-31"))
    assert {row["over"] for row in passages.values()} == {False}
    assert not [row for row in passages.values() if any(map(OVER.fullmatch, row["not_to_conclude"]))]
