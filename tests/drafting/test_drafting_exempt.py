"""What is proposed as no record, and why."""

from __future__ import annotations

import pytest

from disclosure.drafting import DraftDoubt, propose
from disclosure.drafting.doubts import SAID, said
from tests.drafting.reports import marked, plan, report, review

HEAD = "**加快建设**。"


def test_the_opening_addresses_the_deputies() -> None:
    text = report("政 府 工 作 报 告", "——2024年1月9日在河港区人民代表大会上", "各位代表：", "## 一、去年工作回顾")
    assert marked(text) == [
        ("courtesy", "政 府 工 作 报 告"),
        ("courtesy", "2024年1月9日在河港区人民代表大会上"),
        ("courtesy", "各位代表"),
    ]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("各位代表！修好河堤。", [("courtesy", "各位代表"), ("承诺", "修好河堤")]),
        ("上述项目，请予审议。", [("courtesy", "上述项目，请予审议")]),
        ("在此，我代表区政府，向全区人民表示衷心感谢！", [("courtesy", "在此，我代表区政府，向全区人民表示衷心感谢")]),
        (
            "今年是换届之年，是转型的关键时期，修好河堤责任在肩。",
            [("background", "今年是换届之年，是转型的关键时期"), ("承诺", "修好河堤责任在肩")],
        ),
        (
            "围绕上述目标，我们将抓好以下工作：",
            [("lead-in", "围绕上述目标，我们将抓好以下工作")],
        ),
        (
            "全力办好实事，遴选了2件票决项目，分别是：1.河堤加固项目；2.渡口改造项目。",
            [
                ("承诺", "全力办好实事"),
                ("lead-in", "遴选了2件票决项目"),
                ("transition", "分别是"),
                ("numbering", "1."),
                ("承诺", "河堤加固项目"),
                ("numbering", "2."),
                ("承诺", "渡口改造项目"),
            ],
        ),
        (
            "各位代表！潮平岸阔，风正帆悬。让我们团结在一起，与时代同行，建设河港新城！",
            [
                ("courtesy", "各位代表"),
                ("courtesy", "潮平岸阔，风正帆悬"),
                ("courtesy", "让我们团结在一起，与时代同行"),
                ("承诺", "建设河港新城"),
            ],
        ),
    ],
)
def test_in_a_plan(paragraph: str, expected: list[tuple[str, str]]) -> None:
    assert marked(plan(paragraph)) == expected


def test_a_year_before_a_figure_only_leads_to_it() -> None:
    assert marked(review(HEAD + "过去一年，生产总值90亿元。一年来，我们坚守岗位。")) == [
        ("transition", "过去一年"),
        ("成果", "生产总值90亿元"),
        ("成果", "一年来，我们坚守岗位"),
    ]


def test_what_is_admitted_is_a_shortfall_until_it_is_answered() -> None:
    text = review(
        "我们也清醒认识到，工作还存在不少问题：交通不够便捷，学位不足。环境有待改善。对此，我们将认真解决，不负人民。"
    )
    assert marked(text) == [
        ("lead-in", "我们也清醒认识到，工作还存在不少问题"),
        ("不足", "交通不够便捷"),
        ("不足", "学位不足"),
        ("不足", "环境有待改善"),
        ("transition", "对此"),
        ("承诺", "我们将认真解决，不负人民"),
    ]


def test_what_is_lacking_may_follow_in_sentences_of_its_own() -> None:
    text = review("也要看到，发展还存在不少困难和问题。交通不够便捷。外部形势依然严峻，特别是水患频发。")
    assert marked(text) == [
        ("lead-in", "也要看到，发展还存在不少困难和问题"),
        ("不足", "交通不够便捷"),
        ("不足", "外部形势依然严峻，特别是水患频发"),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "丰富水岸生活，开通夜游航线；办好龙舟赛。",
            [("lead-in", "丰富水岸生活"), ("承诺", "开通夜游航线"), ("承诺", "办好龙舟赛")],
        ),
        (
            "建强教育，新建学校2所，新增学位900个，完成操场改造。",
            [
                ("lead-in", "建强教育"),
                ("承诺", "新建学校2所"),
                ("承诺", "新增学位900个"),
                ("承诺", "完成操场改造"),
            ],
        ),
        (
            "推进楼宇招商，谋求商会合作，力争签约3家。深化校企对接，办好洽谈会。",
            [
                ("承诺", "推进楼宇招商，谋求商会合作"),
                ("承诺", "力争签约3家"),
                ("承诺", "深化校企对接，办好洽谈会"),
            ],
        ),
        (
            "推进河道清淤，改造泵站机组，新建水闸。加快推进沿江圩堤和海塘加固，修好河堤。",
            [
                ("承诺", "推进河道清淤"),
                ("承诺", "改造泵站机组"),
                ("承诺", "新建水闸"),
                ("承诺", "加快推进沿江圩堤和海塘加固"),
                ("承诺", "修好河堤"),
            ],
        ),
    ],
)
def test_a_short_clause_is_the_head_of_several_things_or_part_of_the_first(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert marked(plan(HEAD + sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "reason", "figure"),
    [
        ("创建4A级景区。", "name", "4A级"),
        ("迎接十九届检查。", "date", "十九届"),
        ("落实2021年规划。", "date", "2021年"),
        ("争取第二批试点。", "name", "第二批"),
        ("发展第一产业。", "description", "第一"),
        ("加快700亩土地开发步伐。", "description", "700亩"),
    ],
)
def test_a_figure_that_is_no_value_is_exempted_by_itself(sentence: str, reason: str, figure: str) -> None:
    assert [one for one in marked(plan(HEAD + sentence)) if one[0] != "承诺"] == [(reason, figure)]


def test_how_things_were_is_a_figure_of_a_result_and_no_value_of_a_promise() -> None:
    sentence = HEAD + "补助标准由每人90元提高到120元。"
    assert marked(review(sentence)) == [("成果", "补助标准由每人90元提高到120元")]
    assert marked(plan(sentence)) == [("承诺", "补助标准由每人90元提高到120元"), ("description", "90元")]


@pytest.mark.parametrize("sentence", ["新建公厕6座。", "6月底前建成渡口。", "签约10亿元以上项目2个。"])
def test_a_value_and_the_size_of_what_is_counted_stay_with_their_record(sentence: str) -> None:
    assert [one[0] for one in marked(plan(HEAD + sentence))] == ["承诺"]


def test_a_figure_in_an_exempted_clause_needs_nothing_more() -> None:
    assert marked(plan("上述12件项目，请予审议。")) == [("courtesy", "上述12件项目，请予审议")]


def test_every_doubt_is_a_question_to_the_editor() -> None:
    assert set(SAID) == set(DraftDoubt)
    assert all(said(one).count("？") for one in DraftDoubt)


def test_a_figure_that_may_be_a_value_is_doubted() -> None:
    assert [one.doubts for one in propose(plan(HEAD + "加快700亩土地开发步伐。"))] == [(), (DraftDoubt.FIGURE,)]
