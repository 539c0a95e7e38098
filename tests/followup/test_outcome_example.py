"""One word for each promise of the example, as a reader of its files would give it: written before the rule was."""

from __future__ import annotations

import pytest

from disclosure.catalog.catalog import Report

# record -> the word it should get, and why
BY_HAND: dict[str, tuple[str, str]] = {
    "c001": ("judge", "6%左右，最终核实5.8%：差0.2个百分点，在两可之间"),
    "c002": ("met", "官方说完成；自动对照因两种口径不同没有结论，不算说法相反"),
    "c003": ("below-expected", "官方说有差距，6.1%也低于7%以上：预期目标清单里的"),
    "c004": ("met", "3%以内，最终2.0%"),
    "c005": ("judge", "与经济增长同步：5.5%对5.9%，在两可之间"),
    "c006": ("below-expected", "定性目标没有对照，官方自己说有差距"),
    "c007": ("met", "下降3%以上，下降了3.2%"),
    "c008": ("not-comparable", "总体要求"),
    "c009": ("judge", "突破120家，正好120家：责任单位说已完成，是不是超过要人来定"),
    "c010": ("met", "零突破，有了1家，上年没有"),
    "c011": ("striving-missed", "力争2家，引进1家"),
    "c012": ("under-way", "只说推进建设，没有数字；责任单位说推进中"),
    "c013": ("not-comparable", "支持企业上市：只说去做，没有数字，也没有消息"),
    "c014": ("not-comparable", "“一批”没有数量可以对照"),
    "c015": ("not-done", "每季度一次，第三季度没有，补不回来"),
    "c016": ("met", "5条全部打通"),
    "c017": ("adjusted-met", "原目标4000个只有3600个，调整为3500个以后达到"),
    "c018": ("met", "6月底前建成，5月20日建成"),
    "c019": ("not-done", "年底前建成，次年1月还没有；调整后的期限未到"),
    "c020": ("disputed", "官方和责任单位说完成，报道说10个里2个没有完工"),
    "c021": ("not-done", "全覆盖，50个社区里48个"),
    "c022": ("under-way", "期限在2025年底，责任单位说推进中"),
    "c023": ("under-way", "期限在2025年底，责任单位说推进中"),
    "c024": ("under-way", "期限在2025年底，责任单位说推进中：欠进度由时序说"),
    "c025": ("not-started", "责任单位说还在选址"),
    "c026": ("not-due", "期限在2025年底，没有消息"),
    "c027": ("met", "票决通过，2所都建成招生"),
    "c028": ("not-adopted", "票决没有通过"),
    "c029": ("candidate", "票决结果没有公开"),
}


@pytest.mark.parametrize("id", BY_HAND)
def test_a_promise_of_the_example_gets_the_word_that_a_reader_gives_it(report: Report, id: str) -> None:
    assert report.outcomes[id].id == BY_HAND[id][0], BY_HAND[id][1]


def test_every_promise_of_the_example_was_read(report: Report) -> None:
    assert set(report.outcomes) == set(BY_HAND)
