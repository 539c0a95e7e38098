"""The fields of drafted records, each made of a sentence."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure import quantity
from disclosure.checks.register import strange_numbers
from disclosure.drafts.records import aspects, clauses, figures, kinds, links, titles
from disclosure.drafts.records.likeness import Weights
from disclosure.drafts.records.topics import TopicExample, Topics
from disclosure.model.text import Paragraph, Sentence, Span
from disclosure.model.vocabulary import WordRecord

WORDS = [
    WordRecord(id="transport", label="交通出行", description="道路、停车", order=1),
    WordRecord(id="education", label="教育", description="学校、学位", order=2),
    WordRecord(id="local", label="湿地", description="沼泽和候鸟", order=3),
]


def paragraph(text: str) -> Paragraph:
    sentences = (Sentence(id="p1-01.1", start=0, end=len(text)),)
    return Paragraph(id="p1-01", section="1-1", text=text, head=0, marks=(), sentences=sentences, line=1)


def whole(text: str) -> Span:
    return Span("p1-01", 0, len(text))


def found(text: str, role: figures.FigureRole = "commitment") -> list[tuple[str, str]]:
    return [(one.measure, one.written) for one in figures.found(text, whole(text), role)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("力争新增省级示范企业3家", [("新增省级示范企业", "3家")]),
        ("新增1200个停车泊位", [("新增停车泊位", "1200个")]),
        ("新建东湖、西湖等5个社区停车场", [("新建社区停车场", "5个")]),
        ("地区生产总值增长6%以上", [("地区生产总值增速", "6%以上")]),
        ("实现达标率100%", [("达标率", "100%")]),
        ("城镇登记失业率控制在4.5%以内", [("城镇登记失业率", "控制在4.5%以内")]),
        ("8月底前建成县图书馆", [("建成县图书馆", "8月底前")]),
        ("2026年底前新建绿道18公里", [("2026年底前新建绿道", "18公里")]),
        ("改造管网3公里、道路2条", [("改造管网", "3公里"), ("道路", "2条")]),
        ("打造一批特色书屋", [("特色书屋", "一批")]),
        ("推进社区治理", []),
    ],
)
def test_what_a_promise_counts_is_named_by_the_words_around_the_number(
    text: str, wanted: list[tuple[str, str]]
) -> None:
    assert found(text) == wanted


def test_a_rate_behind_an_amount_is_of_the_same_thing() -> None:
    text = "财政收入12.3亿元，增长5.5%"
    first, second = figures.found(text, whole(text), "result")
    assert (first.measure, second.measure) == ("财政收入", "财政收入")
    assert (first.growth, second.growth, second.unsure) == (False, True, False)


def test_an_attribute_takes_the_thing_that_was_counted_before() -> None:
    text = "引进项目20个，总投资额36亿元"
    assert found(text, "result") == [("引进项目", "20个"), ("项目总投资额", "36亿元")]


@pytest.mark.parametrize("text", ["打造一批书屋", "推进应保尽保"])
def test_manners_of_speaking_are_no_figures_of_results(text: str) -> None:
    assert found(text, "result") == []


@given(st.text("，。、0123456789%家个新增达到元年底前一批力争的“”（）增长", max_size=40))
def test_every_figure_is_in_the_quote_can_be_read_and_has_a_name(text: str) -> None:
    for role in ("commitment", "result"):
        for one in figures.found(text, whole(text), role):
            assert text[one.span.start : one.span.end] == one.written
            assert quantity.parse(one.written, role="target" if role == "commitment" else "result") is not None
            assert one.measure


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("依托产业园区，积极引进链主企业", "引进链主企业"),
        ("深入推进校园改造，让孩子们有更好的环境", "推进校园改造"),
        ("深化医保改革，完善救助制度", "深化医保改革，完善救助制度"),
        ("新增停车位300个，有效缓解停车难", "新增停车位300个"),
        (
            "鼓励甲公司、乙公司、丙公司等一批本地龙头骨干企业到主板上市融资",
            "鼓励甲公司等一批本地龙头骨干企业到主板上市融资",
        ),
        ("力争引进科技含量高、带动作用强、发展前景好的企业5家", "引进企业5家"),
    ],
)
def test_a_title_says_what_is_done_in_the_quotes_own_words(text: str, wanted: str) -> None:
    counted = figures.found(text, whole(text), "commitment")
    assert titles.title(paragraph(text), whole(text), counted, ()).text == wanted


@given(st.text("新增停车位，、0123456789%家个力争的“”（）以上推进改造", min_size=1, max_size=80))
def test_a_title_is_neither_too_long_nor_has_it_words_of_its_own(text: str) -> None:
    counted = figures.found(text, whole(text), "commitment")
    title = titles.title(paragraph(text), whole(text), counted, ()).text
    assert len(title) <= titles.LONGEST
    assert not any(word in title and word not in text for word in quantity.FIRM_WORDS)


def test_two_titles_are_never_the_same() -> None:
    text = "推进改造"
    first = titles.title(paragraph(text), whole(text), (), ()).text
    assert titles.title(paragraph(text), whole(text), (), {first}).text == "推进改造（另一处）"
    assert titles.title(paragraph(text), whole(text), (), {first}, ["民生实事"]).text == "民生实事：推进改造"


@given(st.integers(min_value=1, max_value=40), st.sampled_from(["推进改造", "新增停车位300个", "推进" + "改造" * 30]))
def test_titles_of_the_same_words_differ_and_have_no_number_of_their_own(times: int, text: str) -> None:
    counted = figures.found(text, whole(text), "commitment")
    taken: set[str] = set()
    for _n in range(times):
        one = titles.title(paragraph(text), whole(text), counted, taken, ["第2节", "推进改造", "必须办好"]).text
        assert one not in taken
        assert len(one) <= titles.LONGEST
        assert not strange_numbers(one, text)
        taken.add(one)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("看到成绩的同时，我们也清醒认识到，财政收支矛盾仍然突出", "财政收支矛盾仍然突出"),
        ("抓好城南片区征收，确保年底前完工", "抓好城南片区征收，确保年底前完工"),
        ("是稳增长的关键，推进校园改造", "推进校园改造"),
    ],
)
def test_a_title_says_of_what_it_is_said(text: str, wanted: str) -> None:
    found = titles.title(paragraph(text), whole(text), figures.found(text, whole(text), "commitment"), ())
    assert (found.text, found.headless) == (wanted, False)


def test_a_predicate_by_itself_is_told() -> None:
    assert titles.title(paragraph("是稳增长的关键"), whole("是稳增长的关键"), (), ()).headless


def test_what_else_a_quote_names_is_told() -> None:
    text = "加快县城污水处理厂二期、东河水库除险加固等项目建设，确保东河水库6月底前开工"
    found = titles.title(paragraph(text), whole(text), figures.found(text, whole(text), "commitment"), ())
    assert (found.text, found.left) == ("确保东河水库6月底前开工", ("县城污水处理厂二期",))
    text = "加快甲乙大道、丙丁大道等道路建设，新增停车位300个"
    assert titles.title(paragraph(text), whole(text), figures.found(text, whole(text), "commitment"), ()).left == ()


@pytest.mark.parametrize(
    ("quote", "tasks", "wanted"),
    [
        ("老旧小区改造项目", [("d1", "改造老旧小区15个"), ("d2", "推进社区治理")], ("d1", False)),
        ("“青青园”项目", [("d1", "建成口袋公园“青青园”"), ("d2", "建成公园")], ("d1", False)),
        ("新建社区食堂4处", [("d1", "年内新建社区食堂4处"), ("d2", "推进社区治理")], ("d1", False)),
        ("推进社区治理", [("d1", "推进社区治理"), ("d2", "持续推进社区治理")], ("d1", True)),
        ("15分钟中医药服务圈项目", [("d1", "构建15分钟中医药健康圈"), ("d2", "推进社区治理")], ("d1", True)),
        ("楼道灯点亮工程", [("d1", "推进社区治理")], None),
        ("楼道灯点亮工程", [], None),
    ],
)
def test_a_project_put_to_the_vote_is_the_task_that_has_its_words(
    quote: str, tasks: list[tuple[str, str]], wanted: tuple[str, bool] | None
) -> None:
    found = links.same_matter(quote, tasks, Weights(words for _name, words in tasks))
    assert (found and (found.name, found.unsure)) == wanted


def kind(text: str, quote: str, *, heading: str = "", leads: bool = False) -> str:
    start = text.index(quote)
    span = Span("p1-01", start, start + len(quote))
    has = bool(figures.found(text, span, "commitment"))
    setting = kinds.Setting(heading=heading, leads=leads, has_figures=has)
    return kinds.of_commitment(paragraph(text), span, setting).id


def test_the_kind_of_a_promise_is_where_it_stands() -> None:
    assert kind("主要预期目标是：财政收入增长5%。", "财政收入增长5%") == "macro"
    assert kind("围绕预期目标，推进改造。", "推进改造") == "task"
    assert kind("提请票决的候选项目：1.新建食堂2处。", "新建食堂2处") == "livelihood"
    assert kind("1.新建食堂2处。", "新建食堂2处", heading="（三）办好民生实事") == "livelihood"
    assert kind("坚持稳中求进。", "坚持稳中求进", leads=True) == "orientation"
    assert kind("改造小区3个。", "改造小区3个", leads=True) == "task"


def test_the_kind_of_a_result_is_whether_it_has_a_figure_and_what_it_admits() -> None:
    assert kinds.of_result("建成学校2所", has_figures=True, shortfall=False).id == "quantified"
    assert kinds.of_result("获评先进集体", has_figures=False, shortfall=False).id == "plain"
    assert kinds.of_result("产业基础还不够牢", has_figures=False, shortfall=False) == kinds.KindGuess("shortfall", True)
    assert kinds.of_result("产业基础还不够牢", has_figures=False, shortfall=True) == kinds.KindGuess("shortfall", False)
    assert kinds.of_result("建成学校2所", has_figures=True, shortfall=True) == kinds.KindGuess("quantified", True)


def test_how_specific_a_promise_is() -> None:
    assert aspects.deliverable("建成县图书馆", "task", has_number=False)
    assert not aspects.deliverable("加强社会治理", "task", has_number=False)
    assert not aspects.deliverable("建设现代化示范区", "orientation", has_number=False)
    assert aspects.body("鼓励本地企业上市")
    assert not aspects.body("建成县图书馆")


def test_topics_are_known_from_the_vocabulary_alone() -> None:
    topics = Topics(WORDS, ())
    assert topics.guess("保护沼泽和候鸟").topics == ("湿地",)
    assert topics.guess("新增学位500个").topics[0] == "教育"


def test_topics_are_learned_from_records() -> None:
    topics = Topics(WORDS, [TopicExample("整治背街巷口的摊点", ("交通出行",))] * 4)
    assert topics.guess("整治摊点").topics[0] == "交通出行"


def test_what_nothing_speaks_for_is_unsure() -> None:
    assert Topics(WORDS, ()).guess("其他事项").unsure
    assert Topics((), ()).guess("新增学位500个") == type(Topics((), ()).guess(""))((), True)


def test_what_is_done_is_neither_the_means_nor_the_effect() -> None:
    text = "依托园区，积极引进企业，形成集聚效应"
    assert [text[slice(*one)] for one in clauses.doing(text, 0, len(text))] == ["积极引进企业"]


def test_texts_about_the_same_are_more_alike_than_others() -> None:
    weights = Weights(["新建停车位300个", "新建学校2所", "推进改革"])
    same = weights.likeness("新建停车位300个", "新建停车位500个")
    other = weights.likeness("新建停车位300个", "新建学校2所")
    assert 1 >= same > other > 0
    assert weights.likeness("改革", "停车") == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [("地区生产总值增速", "全区地区生产总值"), ("新建停车位", "停车位"), ("老旧小区改造", "老旧小区改造")],
)
def test_a_measure_is_the_same_whatever_was_done_to_it(one: str, other: str) -> None:
    assert links.core(one) == links.core(other)


def test_units_are_those_of_the_quantity() -> None:
    (one,) = figures.found("改造小区12个", whole("改造小区12个"), "result")
    read = quantity.parse(one.written, role="result")
    assert read is not None
    assert (read.value, read.unit) == (Decimal(12), "个")
