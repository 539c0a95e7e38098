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


def test_several_shortfalls_follow_in_the_sentence_that_admits_them() -> None:
    text = review(
        "看到成绩的同时，我们也清醒认识到，河港区是农业大县，仍处在爬坡阶段，财政收支矛盾突出，有的干部遇事推诿，存在不作为问题。"
        "一些学校还存在短板。要直面问题，不负人民。"
    )
    assert marked(text) == [
        ("lead-in", "看到成绩的同时，我们也清醒认识到"),
        ("background", "河港区是农业大县，仍处在爬坡阶段"),
        ("不足", "财政收支矛盾突出"),
        ("不足", "有的干部遇事推诿，存在不作为问题"),
        ("不足", "一些学校还存在短板"),
        ("承诺", "要直面问题，不负人民"),
    ]


def test_what_names_no_matter_leads_to_those_in_its_sentence() -> None:
    text = review("我们既要看到成绩，更要看到前进中的困难和挑战。当前发展还存在不少困难，航道等级偏低，学位不足。")
    assert marked(text) == [
        ("lead-in", "我们既要看到成绩，更要看到前进中的困难和挑战"),
        ("lead-in", "当前发展还存在不少困难"),
        ("不足", "航道等级偏低"),
        ("不足", "学位不足"),
    ]


def test_one_shortfall_is_quoted_with_the_words_that_admit_it() -> None:
    assert marked(review("修好河堤。", "我们也看到，学位还不充足。")) == [
        ("成果", "修好河堤"),
        ("不足", "我们也看到，学位还不充足"),
    ]


@pytest.mark.parametrize(
    ("sentence", "background", "promises"),
    [
        ("我区有渡口120个，已达使用年限，要加快改造。", "我区有渡口120个，已达使用年限", ["要加快改造"]),
        ("招商引资是发展的关键，要引进企业5家。", "招商引资是发展的关键", ["要引进企业5家"]),
        ("目前航道通行能力不足，疏浚航道8公里。", "目前航道通行能力不足", ["疏浚航道8公里"]),
        ("发展多式联运，改革是关键，建设铁路专线。", "发展多式联运，改革是关键", ["建设铁路专线"]),
        ("我区航运市场潜力巨大，引进船企5家。", "我区航运市场潜力巨大", ["引进船企5家"]),
        ("今年到港渡轮749艘，再创历史新高，要疏浚航道。", "今年到港渡轮749艘，再创历史新高", ["要疏浚航道"]),
        ("发展多式联运，是港城融合的必由之路，建设铁路专线。", "发展多式联运，是港城融合的必由之路", ["建设铁路专线"]),
    ],
)
def test_what_is_so_is_background_of_a_plan(sentence: str, background: str, promises: list[str]) -> None:
    assert marked(plan(HEAD + sentence)) == [("background", background), *(("承诺", one) for one in promises)]


def test_a_record_that_is_aimed_at_is_promised() -> None:
    sentence = "力争到港渡轮700艘，再创历史新高"
    assert marked(plan(f"{HEAD}{sentence}。")) == [("承诺", sentence)]


def test_what_there_is_is_told_in_a_review() -> None:
    assert marked(review(HEAD + "现有渡口12个，泊位已达30个。")) == [("成果", "现有渡口12个"), ("成果", "泊位已达30个")]


@pytest.mark.parametrize("title", ["一要疏通水路", "财政政策要积极有效"])
def test_a_sentence_that_says_only_what_about_leads_to_those_behind_it(title: str) -> None:
    assert marked(plan(f"{HEAD}{title}。疏浚航道8公里。")) == [("lead-in", title), ("承诺", "疏浚航道8公里")]
    assert marked(plan(f"{HEAD}疏浚航道8公里。{title}。")) == [("承诺", "疏浚航道8公里"), ("承诺", title)]


def test_the_first_sentence_of_a_paragraph_without_a_head_may_be_its_title() -> None:
    paragraph = "加大城镇老旧渡口和危旧码头改造力度。修好河堤。"
    told = [("承诺", "加大城镇老旧渡口和危旧码头改造力度"), ("承诺", "修好河堤")]
    assert marked(plan("疏浚航道。", paragraph))[1:] == [("lead-in", told[0][1]), told[1]]
    assert marked(plan(paragraph)) == told


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
            "推进楼宇招商，谋求商会合作，力争签约3家。深化以商招商，办好洽谈会。",
            [
                ("承诺", "推进楼宇招商，谋求商会合作"),
                ("承诺", "力争签约3家"),
                ("承诺", "深化以商招商，办好洽谈会"),
            ],
        ),
        (
            "推进河道清淤，改造泵站机组，新建水闸。加快海塘加固，修好河堤。",
            [
                ("承诺", "推进河道清淤"),
                ("承诺", "改造泵站机组"),
                ("承诺", "新建水闸"),
                ("承诺", "加快海塘加固"),
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
