"""Places and bodies: what is said of each is on its page, and every page that names it leads there."""

from __future__ import annotations

import json
from datetime import date

from disclosure.checks.entities import check_mentioned
from disclosure.pages import entities, entity_parts
from disclosure.pages.commitment import CommitmentView
from disclosure.pages.entities import EntitiesView, EntityView
from disclosure.pages.entity_parts import Naming
from disclosure.pages.page import Link
from disclosure.pages.section import RecordsOfSection
from disclosure.project import find
from disclosure.search import head
from tests.prepared import Prepared, prepare
from tests.projects import Sandbox


def entity(prepared: Prepared, id: str) -> EntityView:
    page = prepared.page(f"entities/{id}.html")
    assert page is not None
    assert isinstance(page.view, EntityView)
    return page.view


def test_the_list_has_every_entity_under_its_kind_with_what_there_is(prepared: Prepared) -> None:
    page = prepared.page("entities.html")
    assert page is not None
    assert isinstance(page.view, EntitiesView)
    assert page.view.groups == (
        ("street", "街区", (Link("样品街", "entities/street.html", note="1句，成果1项"),)),
        ("park", "园区", (Link("样品园区", "entities/sample-park.html", note="1句"),)),
    )


def test_a_page_shows_sentences_and_records_once(prepared: Prepared) -> None:
    (part,) = entity(prepared, "street").parts
    (quote,) = part.quotes
    assert (quote.quote, quote.link.address) == ("样品街", "reports/2024/text.html#p1-02.1")
    assert [link.address for link in part.results] == ["reports/2024/sections/1-1-projects.html#r005"]
    assert part.commitments == ()


def test_a_page_says_how_else_it_is_written_and_what_is_noted(prepared: Prepared) -> None:
    assert entity(prepared, "street").facts == (("类别", "街区"), ("又写作", "示范街"), ("说明", "一条街"))


def test_words_that_are_declared_to_be_no_mention_are_none(prepared: Prepared) -> None:
    report = prepared.catalog.reports[0]
    named = {id: [one.name for one in found] for id, found in report.mentions.passages.items()}
    # p2-01 says 样品园区建设的开局之年
    assert named == {"p1-02": ["样品街", "示范街"], "p2-02": ["样品园区"]}


def test_of_a_split_sentence_the_title_says_whose_part_is_whose(project: Sandbox) -> None:
    path = project.content / "entities/all.yml"
    path.write_text(path.read_text("utf-8") + "- {id: roads, name: 改造道路, kind: 街区}\n", "utf-8")
    found, _problems = prepare(find(project.root), date(2024, 3, 1))
    assert found is not None
    named = found.catalog.reports[0].mentions.records
    # c005 quotes the whole sentence and its title names nothing; c006 is the part with the roads, c007 the one after
    assert {id for id, ids in named.items() if "roads" in ids} == {"c005", "c006"}


def test_records_lead_to_what_they_name(prepared: Prepared) -> None:
    page = prepared.page("reports/2024/sections/1-1-projects.html")
    assert page is not None
    assert isinstance(page.view, RecordsOfSection)
    named = {one.id: one.entities for one in page.view.results if one.entities}
    assert named == {"r005": (Link("样品街", "entities/street.html"),)}


def test_a_commitment_that_names_nothing_leads_nowhere(prepared: Prepared) -> None:
    page = prepared.page("reports/2024/commitments/c001.html")
    assert page is not None
    assert isinstance(page.view, CommitmentView)
    assert page.view.entities == ()


def test_the_data_hold_names_mentions_and_what_records_name(prepared: Prepared) -> None:
    rows = json.loads(prepared.files["data/entities.json"])
    assert [(one["id"], one["kind"], one["others"], one["url"]) for one in rows] == [
        ("street", "street", ["示范街"], "entities/street.html"),
        ("sample-park", "park", [], "entities/sample-park.html"),
    ]
    lines = prepared.files["data/mentions.csv"].decode("utf-8-sig").splitlines()
    assert [line.split(",")[1::4] for line in lines[1:]] == [
        ["street", "p1-02"],
        ["street", "p1-02"],
        ["sample-park", "p2-02"],
    ]
    results = {one["id"]: one["entities"] for one in json.loads(prepared.files["data/results.json"])}
    assert results["r005"] == ["street"]


def test_the_search_finds_an_entity_by_any_of_its_names(prepared: Prepared) -> None:
    assert ("entities/street.html", "样品街", "示范街") in head.places(prepared.catalog)
    assert "样品街 示范街=样品街 示范街" in head.aliases(prepared.catalog).splitlines()


def test_where_many_reports_name_it_the_older_ones_are_counted(prepared: Prepared) -> None:
    catalog = prepared.catalog
    part = next(one for one in entity_parts.summary(catalog, catalog.reports[0]) if one.counted.entity == "street")
    reports = [entity_parts.naming(catalog.reports[0], [part])] * 12
    named = [Naming(key=str(n), title=one.title, counts=one.counts, used=()) for n, one in enumerate(reports)]
    pages = entities.pages(catalog, named, lambda _key: (part,), {})
    page = next(one for one in pages if one.address == "entities/street.html")
    assert (len(page.view.parts), [link.note for link in page.view.more]) == (10, ["1句，成果1项"] * 2)


def test_what_no_report_names_is_an_error_once_all_are_known(prepared: Prepared) -> None:
    problems = [(one.rule, one.notice) for one in check_mentioned(prepared.catalog, {"street"}, {"样品街"})]
    assert problems == [("entity-unmentioned", False), ("entity-unused", True)]
