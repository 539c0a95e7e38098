"""The pages of the records: counts, neighbours, and the way from a sentence to its records and back."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date

import pytest

from disclosure.pages.commitment import CommitmentView
from disclosure.pages.commitments import CommitmentsView
from disclosure.pages.results import ResultsView
from disclosure.pages.text import TextView
from disclosure.project import find
from tests.prepared import Prepared, prepare
from tests.projects import Sandbox

HREF = re.compile(r'href="([^"#:]*)(?:#([^"]*))?"')


@pytest.fixture
def project(create: Callable[..., Sandbox]) -> Sandbox:
    return create("register")


@pytest.fixture
def prepared(project: Sandbox) -> Prepared:
    found, problems = prepare(find(project.root), date(2024, 3, 1))
    assert problems == ()
    assert found is not None
    return found


def view(prepared: Prepared, name: str) -> object:
    page = prepared.page(f"reports/2024/{name}.html")
    assert page is not None
    return page.view


def one(prepared: Prepared, id: str) -> CommitmentView:
    found = view(prepared, f"commitments/{id}")
    assert isinstance(found, CommitmentView)
    return found


def test_the_kinds_of_commitments_add_up_to_all(prepared: Prepared) -> None:
    found = view(prepared, "commitments")
    assert isinstance(found, CommitmentsView)
    (_all, whole), *kinds, (_number, with_number) = found.counts
    assert whole == sum(number for _label, number in kinds) == sum(group.number for group in found.groups) == 13
    assert with_number == 10


def test_the_kinds_of_results_add_up_to_all(prepared: Prepared) -> None:
    found = view(prepared, "results")
    assert isinstance(found, ResultsView)
    (_all, whole), *kinds = found.counts
    assert whole == sum(number for _label, number in kinds) == sum(len(group.lines) for group in found.groups) == 6


def test_the_kinds_of_a_followed_register_add_up_too(sample_prepared: Prepared) -> None:
    for page in sample_prepared.pages:
        if isinstance(page.view, CommitmentsView | ResultsView):
            (_all, whole), *kinds = page.view.counts[: len(page.view.counts) - isinstance(page.view, CommitmentsView)]
            assert whole == sum(number for _label, number in kinds)


def test_neighbours_follow_the_report_from_the_first_to_the_last(prepared: Prepared) -> None:
    chain = ["c004"]
    while following := one(prepared, chain[-1]).next:
        before = one(prepared, chain[-1])
        chain.append(following.address.rpartition("/")[2].removesuffix(".html"))
        assert one(prepared, chain[-1]).previous is not None
        assert before.next == following
    assert chain == [each.id for each in prepared.catalog.reports[0].register.commitments]
    assert one(prepared, "c004").previous is None


def test_a_commitment_shows_its_quote_in_its_sentence(prepared: Prepared) -> None:
    quote = one(prepared, "c002").quote
    assert (quote.before, quote.quote, quote.after) == (
        "主要预期目标是：园区产值增长7.5%以上；",
        "样品税收增长5%左右",
        "；物价涨幅控制在3%以内。",
    )
    assert quote.link.address == "reports/2024/text.html#p2-01.2"


def test_a_commitment_tells_how_its_strength_is_known(prepared: Prepared) -> None:
    reasons = [one(prepared, id).strength_reason for id in ("c001", "c002", "c004")]
    assert reasons == [
        "原文用词“预期目标”",
        "承接前文“预期目标”",
        "编者判断：说的是原则，没有可以核对的结果。",
    ]


def test_a_deadline_that_nobody_wrote_is_said_to_be_none(prepared: Prepared) -> None:
    assert [one(prepared, id).deadline for id in ("c006", "c001")] == [
        "2024年6月30日",
        "原文没有写明（本站按2024年12月31日计）",
    ]


def test_last_years_figure_stands_beside_its_target(prepared: Prepared) -> None:
    baseline = one(prepared, "c001").targets[0].baseline
    assert baseline is not None
    assert (baseline.label, baseline.address) == ("预计8%左右", "reports/2024/sections/part-1.html#r001")


def test_a_paragraph_names_every_record_that_quotes_it(prepared: Prepared) -> None:
    text = view(prepared, "text")
    assert isinstance(text, TextView)
    shown = {each.id: len(each.records) for section in text.sections for each in section.paragraphs if each.records}
    assert shown == {"p1-01": 2, "p1-02": 4, "p2-01": 4, "p2-02": 6, "p2-03": 3}


def test_every_address_of_the_records_is_in_the_book_and_published(project: Sandbox, prepared: Prepared) -> None:
    site = project.build()
    register = prepared.catalog.reports[0].register
    pages = {f"reports/2024/commitments/{each.id}.html" for each in register.commitments}
    pages |= {"reports/2024/commitments.html", "reports/2024/results.html"}
    data = {
        f"data/{name}.json" for name in ("report-2024", "commitments", "results", "indicators", "coverage", "glossary")
    }
    assert pages | data <= prepared.book.anchors.keys() & site.keys()
    assert {each.id for each in register.results} <= set(prepared.book.anchors["reports/2024/results.html"] or ())


def test_every_record_is_walked_to_and_back(project: Sandbox) -> None:
    """The text links the commitment, the commitment its sentence."""
    site = project.build()
    text = site["reports/2024/text.html"].decode()
    there = {address for address, _fragment in HREF.findall(text) if "/commitments/" in address}
    assert len(there) == 13
    for address in there:
        page = site[address.removeprefix("../../")].decode()
        back = {fragment for target, fragment in HREF.findall(page) if target.endswith("reports/2024/text.html")}
        assert any(f'id="{fragment}"' in text for fragment in back if fragment)


def test_the_published_records_lead_to_their_pages(project: Sandbox) -> None:
    site = project.build()
    for name in ("commitments", "results"):
        for row in json.loads(site[f"data/{name}.json"]):
            address, _hash, fragment = row["url"].partition("#")
            assert address in site
            assert not fragment or f'id="{fragment}"' in site[address].decode()


def test_a_report_without_records_has_no_pages_of_them(create: Callable[..., Sandbox]) -> None:
    site = create("small", "other").build()
    assert [name for name in site if "commitments" in name or "results" in name or "coverage" in name] == []
