"""What a query names of reports and promises narrows the hits, and is never part of the score."""

from __future__ import annotations

import json
import subprocess
from itertools import product
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from disclosure.search import tiers
from tests.search import several
from tests.search.several import DISTRICTS, OUTCOMES, RECORDS, REPORTS, TOPICS, WORDS, YEARS

SCRIPT = Path(__file__).with_name("narrowed_of.mjs")
# As somebody may write it who knows what there is
FORMS = (
    "{district}{year}年{what}",
    "{year}年{district}{what}",
    "{district} {year} {what}",
    "{what} {year}年 {short}",
    "{short}{year}年的{what}",
    "{year}年{district}有哪些{what}承诺？",
    "{year}{district}{what}",
)


@pytest.fixture(scope="module", params=["small", "large", "tiers"])
def index(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp(request.param), request.param)


@pytest.fixture(scope="module")
def parted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index whose older year is in the other tier."""
    return written(tmp_path_factory.mktemp("parted"), "tiers")


def written(folder: Path, kind: str) -> Path:
    with mock.patch.object(tiers, "AT_MOST", 1 if kind == "tiers" else tiers.AT_MOST):
        return several.write(folder, large=kind != "small")


def narrowed(
    folder: Path, *asked: dict[str, Any], years: str = "all", outcomes: dict[str, list[str]] | None = None
) -> list[dict[str, Any]]:
    """For each query in an address: hits, chosen filters, unknown ones; of all years, unless others are said.

    ``outcomes`` are those that the page itself has words for.
    """
    given = json.dumps(
        {"folder": str(folder), "asked": [{"years": years, **one} for one in asked], "outcomes": outcomes or {}}
    )
    done = subprocess.run(["node", str(SCRIPT)], input=given, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def said(form: str, district: str, year: int, what: str) -> str:
    return form.format(district=district, short=district[:-1], year=year, what=what)


@pytest.mark.parametrize("facet", WORDS)
def test_a_district_a_year_and_a_word_leave_only_hits_of_them(index: Path, facet: str) -> None:
    all = list(product(FORMS, enumerate(DISTRICTS), YEARS, WORDS[facet].items()))
    found = narrowed(index, *({"q": said(form, name, year, label)} for form, (_n, name), year, (_id, label) in all))
    for (_form, (n, name), year, (id, _label)), answer in zip(all, found, strict=True):
        assert answer["chosen"] == {"district": name, "year": str(year), facet: id}
        assert len(answer["hits"]) == RECORDS
        assert {hit["address"].split("/")[1] for hit in answer["hits"]} == {f"{n}-{year}"}
        assert {value for hit in answer["hits"] for value in values(hit, facet)} == {id}


def values(hit: dict[str, Any], facet: str) -> list[str]:
    if facet == "topic":
        return list(hit["topics"])
    return [hit["outcome"]] if facet == "outcome" else list(hit["filed"][facet])


def test_narrowing_changes_neither_order_nor_score(index: Path) -> None:
    queries = (
        "甲山区2024年教育",
        "2023年推进交通项目",
        "推进教育项目3 未完成",
        "乙水区 卫健委 推进",
        "丙田2024年教育局未完成",
    )
    filters = ({}, {"outcome": "done"}, {"department": "roads", "year": "2024"}, {"reported": "no-information"})
    asked = [{"q": query, **chosen} for query, chosen in product(queries, filters)]
    for answer in narrowed(index, *asked):
        left = [hit for hit in answer["before"] if hit in answer["after"]]
        assert answer["after"][: len(left)] == left
        assert all(score is None for _n, score in answer["after"][len(left) :])


def test_what_is_taken_back_narrows_no_longer(index: Path) -> None:
    (answer,) = narrowed(index, {"q": "甲山区2024年教育", "dropped": ["year=2024", "topic=education"]})
    assert answer["chosen"] == {"district": "甲山区"}
    assert {hit["address"].split("/")[1] for hit in answer["hits"]} == {"0-2024", "0-2023"}


def test_a_query_with_words_of_its_own_keeps_all_topics(index: Path) -> None:
    (answer,) = narrowed(index, {"q": "2023年推进教育项目"})
    assert answer["chosen"] == {"year": "2023"}


def test_beside_other_words_a_status_and_a_department_narrow_where_they_stand_by_themselves(index: Path) -> None:
    apart, within, both = narrowed(index, {"q": "推进 没完成"}, {"q": "没完成推进"}, {"q": "推进 交通局 未完成"})
    assert apart["chosen"] == {"outcome": "not-done"}
    assert within["chosen"] == {}
    assert both["chosen"] == {"department": "roads", "outcome": "not-done"}


def test_a_status_alone_lists_its_promises_and_a_topic_or_a_department_alone_is_a_word(index: Path) -> None:
    status, topic, department = narrowed(index, {"q": "哪些承诺没有完成"}, {"q": "教育"}, {"q": "交通局"})
    assert status["chosen"] == {"outcome": "not-done"}
    assert len(status["hits"]) == len(REPORTS) * len(TOPICS) * RECORDS // len(OUTCOMES)
    assert (topic["chosen"], department["chosen"]) == ({}, {})


def test_what_was_done_in_a_year_stands_in_the_next_report_too(index: Path) -> None:
    (answer,) = narrowed(index, {"q": "2023年完成了哪些教育项目"})
    assert answer["chosen"] == {}


@pytest.mark.parametrize("query", ["2023年6月20日教育", "2023年底教育", "2024个教育项目", "12023年"])
def test_a_day_and_a_number_are_no_year(index: Path, query: str) -> None:
    (answer,) = narrowed(index, {"q": query})
    assert answer["chosen"] == {}


def test_a_year_in_han_numerals_is_one(index: Path) -> None:
    (answer,) = narrowed(index, {"q": "二〇二三年教育"})
    assert answer["chosen"] == {"year": "2023", "topic": "education"}
    assert answer["chips"] == ["2023年", "教育"]


def test_a_district_without_its_rank_is_one_only_by_itself(index: Path) -> None:
    alone, within = narrowed(index, {"q": "甲山 学校"}, {"q": "甲山隧道"})
    assert alone["chosen"] == {"district": "甲山区"}
    assert within["chosen"] == {}


def test_a_filter_without_words_lists_all_that_have_it(index: Path) -> None:
    each = len(REPORTS) * len(TOPICS) * RECORDS
    asked = [{"outcome": "done"}, {"status": "done"}, {"status": "due"}, {"schedule": "due"}, {"department": "roads"}]
    found = narrowed(index, *asked, {"report": "1-2023", "topic": "health"}, {"reported": "not-done"})
    third, full = each // 3, each
    assert [len(one["hits"]) for one in found] == [third, third, full, full, third, RECORDS, 0]
    assert [one["chosen"] for one in found[:3]] == [{"outcome": "done"}, {"outcome": "done"}, {"schedule": "due"}]
    assert found[-1]["chips"] == ["未完成"]


@pytest.mark.parametrize("name", ["outcome", "status", "reported", "department", "year", "topic"])
def test_an_unknown_value_is_said_and_leaves_all(index: Path, name: str) -> None:
    (answer,) = narrowed(index, {"q": "教育", name: "nonsense"})
    assert answer["unknown"] == ["nonsense"]
    assert answer["chosen"] == {}
    assert len(answer["hits"]) == len(REPORTS) * RECORDS


def test_a_known_value_that_none_has_leaves_nothing(index: Path) -> None:
    (answer,) = narrowed(index, {"q": "教育", "outcome": "late"})
    assert (answer["hits"], answer["unknown"], answer["chips"]) == ([], [], ["逾期完成"])


def test_what_promises_are_filed_under_is_read_only_for_who_asks(index: Path) -> None:
    plain, year, department, status = narrowed(
        index, {"q": "教育"}, {"q": "2024年教育"}, {"department": "roads"}, {"q": "教育", "evidenced": "none-public"}
    )
    assert "filed" not in plain["loaded"] + year["loaded"]
    assert "filed" in department["loaded"]
    assert len(status["hits"]) == len(REPORTS) * RECORDS


def lines(answer: dict[str, Any]) -> list[tuple[str, list[str]]]:
    return [(one["text"], [address for _label, address in one["links"]]) for one in answer["lines"]]


def test_statuses_are_counted_of_the_reports_that_the_query_names(index: Path) -> None:
    one, newest = narrowed(index, {"q": "丙田区2023年没完成的"}, {"q": "未完成"})
    assert lines(one)[0] == (
        "2023年丙田区报告：结论是“未完成”的承诺有6条。",
        ["reports/2-2023/commitments.html?outcome=not-done"],
    )
    assert {text.partition("：")[0] for text, _links in lines(one)} == {"2023年丙田区报告"}
    assert {text[:5] for text, _links in lines(newest)} == {"2024年"}


def test_a_status_that_no_promise_has_leads_to_all_of_them(index: Path) -> None:
    (answer,) = narrowed(index, {"q": "甲山区2024年逾期完成"})
    assert lines(answer) == [("2024年甲山区报告：没有结论是“逾期完成”的承诺。", ["reports/0-2024/commitments.html"])]
    assert answer["hits"] == []


def test_whether_promises_were_kept_is_answered(index: Path) -> None:
    queries = ("兑现", "兑现了吗", "哪些没有兑现", "未兑现的承诺", "兑现情况")
    for answer in narrowed(index, *({"q": f"乙水区2024年{query}"} for query in queries)):
        assert lines(answer) == [("2024年乙水区报告：2024年的都没有兑现。", ["reports/1-2024/progress.html"])]


HALF = ("2023年甲山区报告：期限写明是2023年6月30日的承诺有2条。", ["reports/0-2023/commitments.html?due=2023-06-30"])
END = (
    "2023年甲山区报告：期限写明是2023年12月31日的承诺有1条；另有15条没有写明期限。",
    ["reports/0-2023/commitments.html?due=2023-12-31", "reports/0-2023/commitments.html?due=unsaid"],
)
NOTHING = ("2024年甲山区报告：没有期限写明是“3月底”的承诺。", ["reports/0-2024/commitments.html?sort=deadline"])
DAYS = {
    "甲山区2023年6月底前完成的": [HALF],
    "甲山区 2023-06-30 到期": [HALF],
    "2023年6月30日以前要完成的承诺 甲山区": [HALF],
    "甲山区二〇二三年六月三十日": [HALF],
    "甲山区2023年底到期": [END],
    "甲山区2023年年底": [END],
    "甲山区 2023年12月31日": [END],
    "甲山区3月底前完成的": [NOTHING],
    "甲山区年底前建成隧道": [],
    "甲山区3月底": [],
}


def test_what_is_due_on_a_day_is_counted_with_a_way_there(index: Path) -> None:
    found = narrowed(index, *({"q": query} for query in DAYS))
    assert {query: lines(answer) for query, answer in zip(DAYS, found, strict=True)} == DAYS


# Where the newest year is looked through first


def keys_of(answer: dict[str, Any]) -> set[str]:
    return {hit["address"].split("/")[1] for hit in answer["hits"]}


def columns(answer: dict[str, Any]) -> list[str]:
    """The files read of what hits are filtered by."""
    return sorted(one for one in answer["loaded"] if one.startswith(("facets", "filed", "outcomes")))


NEWEST = {key for key, year, _title, _district in REPORTS if year == YEARS[0]}
OLDER = {key for key, year, _title, _district in REPORTS if year == YEARS[1]}


def test_the_newest_year_answers_first_and_says_that_others_may_have_more(parted: Path) -> None:
    word, topic, one = narrowed(
        parted, {"q": "教育"}, {"topic": "education"}, {"q": "教育", "district": "甲山区"}, years=""
    )
    assert [keys_of(each) for each in (word, topic, one)] == [NEWEST, NEWEST, {"0-2024"}]
    assert [each["part"] for each in (word, topic, one)] == [True] * 3
    assert [each["left"] for each in (topic, one)] == [len(OLDER), 1]
    assert [columns(each) for each in (word, topic, one)] == [[], ["facets", "facets/2024", "outcomes/2024"], []]


def test_who_names_an_older_year_or_report_gets_it_without_asking_for_more(parted: Path) -> None:
    year, named, report, section, all = narrowed(
        parted,
        {"q": "教育", "year": "2023"},
        {"q": "2023年推进教育项目"},
        {"report": "1-2023", "topic": "education"},
        {"section": "1-2023/part-2"},
        {"year": "2023"},
        years="",
    )
    assert [keys_of(one) for one in (year, named, all)] == [OLDER] * 3
    assert [keys_of(one) for one in (report, section)] == [{"1-2023"}] * 2
    assert [one["part"] for one in (year, named, report, section, all)] == [None] * 5
    assert columns(report) == ["facets", "facets/2023", "outcomes/2023"]
    assert columns(all) == []


def test_who_names_the_newest_year_lacks_nothing(parted: Path) -> None:
    (answer,) = narrowed(parted, {"q": "教育", "year": "2024"}, years="")
    assert (keys_of(answer), answer["part"]) == (NEWEST, None)


def test_a_list_by_kind_is_of_all_years(parted: Path) -> None:
    (answer,) = narrowed(parted, {"kind": "commitment"}, years="")
    assert (keys_of(answer), answer["part"], columns(answer)) == (NEWEST | OLDER, False, [])


def test_what_the_newest_year_lacks_is_looked_for_in_all(parted: Path) -> None:
    lacking, none = narrowed(
        parted, {"q": "教育", "outcome": "late"}, {"report": "0-2023", "outcome": "late"}, years=""
    )
    assert [one["hits"] for one in (lacking, none)] == [[], []]
    assert (lacking["part"], none["part"]) == (False, None)
    assert {"facets", "outcomes/2023", "outcomes/2024"} <= {*columns(lacking)}


def test_departments_are_read_of_the_years_that_count(parted: Path) -> None:
    newest, older = narrowed(parted, {"department": "roads"}, {"department": "roads", "year": "2023"}, years="")
    assert [keys_of(one) for one in (newest, older)] == [NEWEST, OLDER]
    assert len(newest["hits"]) == len(NEWEST) * RECORDS
    assert columns(older) == ["facets", "facets/2023", "filed", "filed/2023", "outcomes/2023"]
    assert {hit["filed"]["department"][0] for hit in older["hits"]} == {"roads"}


def test_who_asks_what_was_not_done_reads_outcomes_alone(parted: Path) -> None:
    alone, with_topic = narrowed(
        parted, {"q": "未完成"}, {"q": "未完成", "topic": "education"}, years="", outcomes={"not-done": ["未完成"]}
    )
    assert columns(alone) == ["facets", "outcomes/2024"]
    assert columns(with_topic) == ["facets", "facets/2024", "outcomes/2024"]
    assert {hit["outcome"] for one in (alone, with_topic) for hit in one["hits"]} == {"not-done"}
