"""Which clauses are proposed as one promise or one result. A sentence for each rule."""

from __future__ import annotations

import pytest

from disclosure.drafting import DraftDoubt, propose
from tests.drafting.reports import plan, records, review

# A sentence alone in its paragraph is read otherwise
BESIDE = "修好河堤。"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("改造管网8公里，新建公厕6座。", ["改造管网8公里", "新建公厕6座"]),
        ("依托河西园区，聚焦冷链，引进企业3家。", ["依托河西园区，聚焦冷链，引进企业3家"]),
        ("以水系为纽带，建设滨河绿道，新建码头2处。", ["以水系为纽带，建设滨河绿道", "新建码头2处"]),
        ("投资3亿元，改造厂房5栋。", ["投资3亿元，改造厂房5栋"]),
        ("在清退12家的基础上，新引商户20家。", ["在清退12家的基础上，新引商户20家"]),
        ("对拖欠货款的企业，列入重点清单。", ["对拖欠货款的企业，列入重点清单"]),
        ("采取以奖代补等办法，引导渔船更新。", ["采取以奖代补等办法，引导渔船更新"]),
        ("一时难以解决的，要创造条件解决。", ["一时难以解决的，要创造条件解决"]),
        ("完善夜间公交，让市民出行更方便。", ["完善夜间公交，让市民出行更方便"]),
        ("推进河道清淤，打造水清岸绿的亲水样板。", ["推进河道清淤，打造水清岸绿的亲水样板"]),
        ("推进河道清淤，打造一批亲水平台。", ["推进河道清淤", "打造一批亲水平台"]),
        ("推进渔港改造，力争年底完工。", ["推进渔港改造，力争年底完工"]),
        ("推进渔港改造，确保6月底前投入使用。", ["推进渔港改造，确保6月底前投入使用"]),
        ("推进渔港改造，力争新增泊位9个。", ["推进渔港改造", "力争新增泊位9个"]),
        ("强化银企对接，争取发放贷款2亿元。", ["强化银企对接，争取发放贷款2亿元"]),
        ("做大冷链产业集群，依托北港码头，招引企业7家。", ["做大冷链产业集群，依托北港码头，招引企业7家"]),
        ("签约10亿元以上项目2个，亿元以上项目9个。", ["签约10亿元以上项目2个，亿元以上项目9个"]),
        ("招引项目9个，其中开工5个。", ["招引项目9个，其中开工5个"]),
        ("推进垃圾分类；实现公厕保洁全覆盖。", ["推进垃圾分类", "实现公厕保洁全覆盖"]),
        ("推广垃圾分类，实现公厕保洁全覆盖。", ["推广垃圾分类", "实现公厕保洁全覆盖"]),
        ("居民收入增长与经济增长同步，物价涨幅3%以内。", ["居民收入增长与经济增长同步", "物价涨幅3%以内"]),
        ("巩固禁渔成果，坚决防止电鱼反弹。", ["巩固禁渔成果，坚决防止电鱼反弹"]),
        ("密切港企联系，为船企创造良好环境。", ["密切港企联系，为船企创造良好环境"]),
        ("开展河湖整治行动，实施古渡更新行动。", ["开展河湖整治行动", "实施古渡更新行动"]),
        ("完善船员保险，以优质服务助力航运发展。", ["完善船员保险，以优质服务助力航运发展"]),
        ("区里关于渡口划定的政策，务必落实到位。", ["区里关于渡口划定的政策，务必落实到位"]),
        (
            "适应航运需求变化，优化航线，发放补贴，确保按时发放。",
            ["适应航运需求变化，优化航线", "发放补贴，确保按时发放"],
        ),
        ("改造渡船80艘，增加9艘。", ["改造渡船80艘，增加9艘"]),
        ("改造渡船80艘，增加泊位9个。", ["改造渡船80艘", "增加泊位9个"]),
        ("以渡口为载体提供便民服务，取消过渡收费。", ["以渡口为载体提供便民服务", "取消过渡收费"]),
        ("无论财力多紧，渡口补贴只能增加。", ["无论财力多紧，渡口补贴只能增加"]),
        ("增设渡口售票点，方便群众过江。", ["增设渡口售票点，方便群众过江"]),
        ("选择部分渡口，开展亮化试点。", ["选择部分渡口，开展亮化试点"]),
        (
            "加快北港码头二期、东河水库加固等项目建设，确保东河水库6月底前开工。",
            ["加快北港码头二期、东河水库加固等项目建设", "确保东河水库6月底前开工"],
        ),
        ("严守廉政纪律，自觉接受监督，绝不拖欠账款。", ["严守廉政纪律，自觉接受监督，绝不拖欠账款"]),
    ],
)
def test_in_a_plan(sentence: str, expected: list[str]) -> None:
    assert records(plan(sentence + BESIDE)) == [*expected, "修好河堤"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("引进项目5个，总投资8亿元。", ["引进项目5个，总投资8亿元"]),
        ("引进项目5个，其中亿元以上大项目累计2个。", ["引进项目5个", "其中亿元以上大项目累计2个"]),
        ("办理提案40件，办复率100%。", ["办理提案40件，办复率100%"]),
        ("城镇新增就业800人，失业率3.1%。", ["城镇新增就业800人", "失业率3.1%"]),
        ("发放贷款900万元，带动就业70人。", ["发放贷款900万元，带动就业70人"]),
        ("用好调解室，化解纠纷60起。", ["用好调解室，化解纠纷60起"]),
        ("建成调解室，化解纠纷60起。", ["建成调解室", "化解纠纷60起"]),
        ("河港镇获评全国文明镇，化解纠纷60起。", ["河港镇获评全国文明镇", "化解纠纷60起"]),
        ("粮食产量9万吨，继续位居全市首位。", ["粮食产量9万吨，继续位居全市首位"]),
        ("治理模式受到省里肯定，并在全省推广。", ["治理模式受到省里肯定，并在全省推广"]),
        ("支持船企建设研发中心，新设船坞6个。", ["支持船企建设研发中心", "新设船坞6个"]),
        ("降低港口收费，拓宽减免范围，扩大试点码头。", ["降低港口收费", "拓宽减免范围", "扩大试点码头"]),
        ("港口盈余9亿元，比上年增加2亿元。", ["港口盈余9亿元，比上年增加2亿元"]),
        ("路网加快完善，产业不断壮大。", ["路网加快完善", "产业不断壮大"]),
    ],
)
def test_in_a_review(sentence: str, expected: list[str]) -> None:
    assert records(review(sentence + BESIDE)) == [*expected, "修好河堤"]


def test_a_semicolon_and_a_full_stop_part_whatever_stands_beside_them() -> None:
    assert records(plan("完善夜间公交；让市民出行更方便。让老人方便。")) == [
        "完善夜间公交",
        "让市民出行更方便",
        "让老人方便",
    ]


def test_a_sentence_alone_below_a_heading_says_where_everything_goes() -> None:
    whole = "坚持生态优先，优化城市空间，补齐设施短板，建设宜居之城"
    assert records(plan(f"{whole}。")) == [whole]
    assert records(plan(f"{whole}，新建公园5个。")) == [
        "坚持生态优先，优化城市空间",
        "补齐设施短板",
        "建设宜居之城",
        "新建公园5个",
    ]


def test_a_day_makes_tasks_of_a_sentence_alone() -> None:
    assert records(plan("守住防汛底线，6月底前修好河堤。")) == ["守住防汛底线", "6月底前修好河堤"]


def test_a_sentence_alone_further_below_tells_its_tasks() -> None:
    sentence = "疏浚北港航道，建设智慧渡口，修缮古渡街区。"
    assert records(plan("修好河堤。", sentence)) == ["修好河堤", "疏浚北港航道", "建设智慧渡口", "修缮古渡街区"]


def test_only_a_count_without_a_verb_may_belong_to_the_clause_before_it() -> None:
    plain = plan("生产总值增长6%，城镇新增就业3000人以上，完成投资52亿元，改造危桥6座，登记失业率3%以内。")
    assert [one.doubts for one in propose(plain)] == [()] * 5
    shared = review("引进人才9名，硕士7名。修好河堤。")
    assert [one.doubts for one in propose(shared)] == [(), (DraftDoubt.SHARED_SUBJECT,), ()]


def test_a_distinction_closes_a_review_by_itself() -> None:
    assert records(review("一年来，我们推进河湖治理，水质不断改善，获评全省先进。")) == [
        "一年来，我们推进河湖治理，水质不断改善",
        "获评全省先进",
    ]


def test_general_aims_begin_anew_where_it_is_said_by_what() -> None:
    sentence = (
        "今年工作的总体要求是：深入贯彻上级会议精神，大力弘扬奋斗精神，坚持稳字当头，统筹发展和安全，"
        "做好民生工作，围绕河港新城，加快产业升级，推动港城融合。"
    )
    assert records(plan(sentence)) == [
        "深入贯彻上级会议精神，大力弘扬奋斗精神",
        "坚持稳字当头，统筹发展和安全，做好民生工作",
        "围绕河港新城，加快产业升级，推动港城融合",
    ]


def test_what_is_unsure_is_said() -> None:
    text = plan("完善夜间公交，让市民出行更方便；推进渔港改造，力争新增泊位9个；开工河东公园、河西广场。")
    assert [one.doubts for one in propose(text)] == [
        (DraftDoubt.ONE_OR_TWO,),
        (),
        (DraftDoubt.GOES_ON,),
        (DraftDoubt.ONE_OR_TWO,),
    ]


def test_several_named_things_are_parts_of_one_proposal() -> None:
    text = plan("启动河东公园、“船坞”剧场和北港大桥建设。")
    (one,) = propose(text)
    words = text.paragraphs[0].text
    assert [words[part.start : part.end] for part in one.parts] == ["启动河东公园", "“船坞”剧场", "北港大桥建设"]


def test_things_each_of_which_is_counted_are_parts_too() -> None:
    text = plan("引进航运企业9家、物流企业5家。")
    (one,) = propose(text)
    words = text.paragraphs[0].text
    assert [words[part.start : part.end] for part in one.parts] == ["引进航运企业9家", "物流企业5家"]


@pytest.mark.parametrize(
    "sentence", ["新建河东、河西等4个公园。", "提升交通、能源、水利设施。", "建设河东路、河西路综合管廊。"]
)
def test_what_is_counted_or_built_together_has_no_parts(sentence: str) -> None:
    (one,) = propose(plan(sentence))
    assert one.parts == ()
