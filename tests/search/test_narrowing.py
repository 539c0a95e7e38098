"""What a query names of reports (a district, a year, a topic) narrows the hits, and is never part of the score."""

from __future__ import annotations

import json
import subprocess
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from disclosure.pages.document import Document
from disclosure.search.files import SearchContent
from tests.search import indexes

SCRIPT = Path(__file__).with_name("narrowed_of.mjs")
DISTRICTS = ("甲山区", "乙水区", "丙田区")
YEARS = (2024, 2023)
TOPICS = {"education": "教育", "health": "卫生健康", "transport": "交通"}
# Of each topic in each report: more than a page of all reports together
RECORDS = 6


@pytest.fixture(scope="module", params=["small", "large"])
def index(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six reports that say the same of the same topics."""
    reports = [(f"{n}-{year}", year, f"{year}年{name}报告", name) for year in YEARS for n, name in enumerate(DISTRICTS)]
    parts = [SearchContent(tuple(records(key, district))) for key, _year, _title, district in reports]
    folder = tmp_path_factory.mktemp(request.param)
    head = {**indexes._head(), "names": [], "aliases": "", "reports": reports}
    indexes._write(folder, parts, SearchContent(), head, TOPICS, large=request.param == "large")
    return folder


def records(key: str, district: str) -> list[Document]:
    return [
        Document(
            kind="commitment",
            address=f"reports/{key}/commitments/c{number:03}.html",
            title=f"推进{label}项目{number}",
            text=f"{district}推进{label}项目{number}，2023年和2024年都做",
            place="二、工作安排",
            section=f"{key}/part-2",
            topics=(id,),
            outcome="not-due",
        )
        for number, (id, label, _n) in enumerate(product_of_topics(), 1)
    ]


def product_of_topics() -> list[tuple[str, str, int]]:
    return [(id, label, n) for (id, label), n in product(TOPICS.items(), range(RECORDS))]


def narrowed(folder: Path, *asked: dict[str, Any]) -> list[dict[str, Any]]:
    """For each query in an address: hits, chosen filters, unknown ones."""
    given = json.dumps({"folder": str(folder), "asked": asked})
    done = subprocess.run(["node", str(SCRIPT)], input=given, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers


def test_a_district_a_year_and_a_topic_leave_only_hits_of_them(index: Path) -> None:
    triples = list(product(enumerate(DISTRICTS), YEARS, TOPICS.items()))
    found = narrowed(index, *({"q": f"{name}{year}年{label}"} for (_n, name), year, (_id, label) in triples))
    for ((n, name), year, (id, _label)), answer in zip(triples, found, strict=True):
        assert answer["chosen"] == {"district": name, "year": str(year), "topic": id}
        assert len(answer["hits"]) == RECORDS
        assert {hit["address"].split("/")[1] for hit in answer["hits"]} == {f"{n}-{year}"}
        assert {topic for hit in answer["hits"] for topic in hit["topics"]} == {id}


def test_what_is_taken_back_narrows_no_longer(index: Path) -> None:
    (answer,) = narrowed(index, {"q": "甲山区2024年教育", "dropped": ["year=2024", "topic=education"]})
    assert answer["chosen"] == {"district": "甲山区"}
    assert {hit["address"].split("/")[1] for hit in answer["hits"]} == {"0-2024", "0-2023"}


def test_a_query_with_words_of_its_own_keeps_all_topics(index: Path) -> None:
    (answer,) = narrowed(index, {"q": "2023年推进教育项目"})
    assert answer["chosen"] == {"year": "2023"}


def test_what_was_done_in_a_year_stands_in_the_next_report_too(index: Path) -> None:
    (answer,) = narrowed(index, {"q": "2023年完成了哪些教育项目"})
    assert answer["chosen"] == {}


def test_a_day_is_no_year(index: Path) -> None:
    (answer,) = narrowed(index, {"q": "2023年6月20日教育"})
    assert answer["chosen"] == {}


def test_a_filter_without_words_lists_all_that_have_it(index: Path) -> None:
    by_outcome, by_status, by_report = narrowed(
        index, {"outcome": "not-due"}, {"status": "not-due"}, {"report": "1-2023", "topic": "health"}
    )
    assert len(by_outcome["hits"]) == len(DISTRICTS) * len(YEARS) * len(TOPICS) * RECORDS
    assert by_status == by_outcome
    assert len(by_report["hits"]) == RECORDS


def test_an_unknown_value_is_said_and_leaves_all(index: Path) -> None:
    (answer,) = narrowed(index, {"q": "教育", "outcome": "nonsense"})
    assert answer["unknown"] == [{"name": "outcome", "value": "nonsense"}]
    assert len(answer["hits"]) == len(DISTRICTS) * len(YEARS) * RECORDS
