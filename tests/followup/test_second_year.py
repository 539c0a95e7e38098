"""The example with its second year: every word of the vocabulary, what one report says of the other."""

from __future__ import annotations

from datetime import date

import pytest

from disclosure.catalog import vanished
from disclosure.catalog.catalog import Catalog, Report
from disclosure.model.vocabulary import KNOWN
from disclosure.project import find
from tests.prepared import prepare
from tests.projects import create, date_of

# record -> the word it should get, and why: written down before the rule was asked
BY_HAND: dict[str, tuple[str, str]] = {
    "2025/c001": ("met", "5.5%左右，初步核算5.6%"),
    "2025/c002": ("met-striving", "4%左右达到了，力争的5%没有：4.3%"),
    "2025/c003": ("met", "控制在2%左右，1.1%"),
    "2025/c004": ("not-comparable", "总体要求"),
    "2025/c005": ("held", "守住底线：全年的通报说没有发生，期限已过"),
    "2025/c006": ("held-so-far", "不发生，到2027年底；通报只到2025年底"),
    "2025/c007": ("met-known", "133家超过130家；规上企业没有数"),
    "2025/c008": ("part-met", "头部企业2家达到，孵化基地3个只有1个"),
    "2025/c009": ("done", "没有数字；责任单位说完成，有竣工公告"),
    "2025/c010": ("done-early", "没有数字；责任单位说提前完成，有文件"),
    "2025/c011": ("claimed", "责任单位说办完，没有说几场：证据只支持一部分"),
    "2025/c012": ("adjusted", "4条经批准调整为3条，打通几条没有说"),
    "2025/c013": ("news", "有一篇报道，没有说做没做到"),
    "2025/c014": ("met", "8个全部完成"),
    "2025/c015": ("due-silent", "到期，在区政府网站找过，没有"),
    "2025/c016": ("met", "6月底前，6月20日建成"),
    "2025/c017": ("late", "9月底前，11月20日才开业"),
    "2025/c018": ("due-unsearched", "到期，写明的地方一次也没有去看"),
    "2025/c019": ("under-way", "期限在2026年底，责任单位说推进中"),
    "2025/c020": ("not-started", "责任单位说还在选址"),
    "2025/c021": ("not-due", "期限在2027年底，没有消息"),
    "2025/c022": ("met", "票决通过，3个完工"),
    "2025/c023": ("not-done", "票决通过，20部只装了14部"),
    "2025/c024": ("candidate", "票决结果没有公开"),
    "2025/c025": ("due-unsearched", "一年过去了，没有去找"),
    # What the second year changed in the first report
    "2024/c019": ("adjusted-met", "2024年底没有建成；调整到2025年6月底，6月20日建成"),
    "2024/c020": ("disputed", "2025年的报告说10个，报道说8个"),
    "2024/c022": ("met", "24公里，到期25公里"),
    "2024/c023": ("not-done", "2400个，到期2300个"),
    "2024/c024": ("partly", "责任单位说完成大部分，没有数"),
    "2024/c025": ("late", "2025年底前，2026年2月10日才建成"),
    "2024/c026": ("due-unsearched", "到期，写明的地方一次也没有去看；验收公告不存在"),
    "2024/c029": ("news", "票决结果没有公开，2025年的报告说建成4个"),
}


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    project = create(tmp_path_factory.mktemp("example") / "project", "shiguang")
    prepared, problems = prepare(find(project.root), date.fromisoformat(date_of("shiguang")))
    assert problems == ()
    assert prepared is not None
    return prepared.catalog


def report(catalog: Catalog, key: str) -> Report:
    return next(one for one in catalog.reports if one.key == key)


@pytest.fixture(scope="module")
def words(catalog: Catalog) -> dict[str, str]:
    return {f"{one.key}/{id}": word.id for one in catalog.reports for id, word in one.outcomes.items()}


@pytest.mark.parametrize("name", BY_HAND)
def test_a_promise_gets_the_word_that_a_reader_gives_it(words: dict[str, str], name: str) -> None:
    assert words[name] == BY_HAND[name][0], BY_HAND[name][1]


def test_every_promise_of_the_second_report_was_read(words: dict[str, str]) -> None:
    assert {name for name in words if name.startswith("2025/")} <= set(BY_HAND)


def test_every_word_of_the_vocabulary_is_that_of_a_promise(words: dict[str, str]) -> None:
    assert set(words.values()) == set(KNOWN["outcomes"])


def test_what_was_said_of_a_promise_and_what_denies_it_both_stand(catalog: Catalog) -> None:
    estates = report(catalog, "2024").follow["c020"]
    assert [(one.origin.kind, one.seen.value) for one in estates.observations] == [("update", 8), ("answer", 10)]


def test_the_second_report_answers_the_first(catalog: Catalog) -> None:
    answered = {id: one.answers[0].result for id, one in report(catalog, "2024").follow.items() if one.answers}
    assert answered == {
        "c001": "r001",
        "c002": "r002",
        "c003": "r003",
        "c009": "r004",
        "c011": "r005",
        "c012": "r007",
        "c015": "r006",
        "c016": "r008",
        "c017": "r009",
        "c019": "r011",
        "c020": "r010",
        "c021": "r015",
        "c027": "r012",
        "c029": "r013",
    }


def test_what_the_second_report_answers_is_known_there_by_its_title(catalog: Catalog) -> None:
    titles = {f"2024/{one.id}": one.title for one in report(catalog, "2024").register.commitments}
    second = report(catalog, "2025")
    answered = [f"2024/{id}" for one in second.register.results for _key, id in one.answers]
    assert [second.elsewhere.get(one) for one in answered] == [titles[one] for one in answered]


def test_what_is_not_due_yet_or_was_answered_in_words_is_not_owed(catalog: Catalog) -> None:
    """The two-year works run on, and the report admits that elderly care is not everywhere."""
    first = report(catalog, "2024")
    given = {one.measure: one.record for one in vanished.aimed(catalog, first)}
    owed = vanished.owed(first)
    assert {measure for measure, id in given.items() if id in owed} == {
        *("居民消费价格涨幅", "居民收入增长", "出口总额", "单位生产总值能耗", "独角兽企业", "特色街区"),
        *("建成文化馆", "加装电梯"),
    }


def test_measures_that_the_second_report_no_longer_names_are_known(catalog: Catalog) -> None:
    gone = {one.given.measure for one in vanished.gone(catalog, report(catalog, "2025"))}
    assert gone == {
        *("地区生产总值", "规上工业增加值增速", "集中开工活动", "新建公办幼儿园", "惠民演出"),
    }
