"""Which word governs a figure: docs/domain.md, Strength."""

import pytest

from disclosure.quantity import StrengthReading, strength


def reading(sentence, figure):
    found = strength(sentence, sentence.index(figure))
    return found and (found.level.value, found.word, found.source)


def test_a_reading_names_level_word_and_source():
    assert strength("力争引进1-2家企业", 4) == StrengthReading("striving", "力争", "text")


@pytest.mark.parametrize(
    ("sentence", "figure", "expected"),
    [
        ("坚决遏制重特大安全生产事故发生", "坚决", ("binding", "坚决遏制", "text")),
        ("确保完成省下达目标3%", "3%", ("binding", "完成省下达", "text")),
        ("约束性指标下降3%", "3%", ("binding", "约束性指标", "text")),
        ("确保新增就业5500人以上", "5500", ("promised", "确保", "text")),
        ("建设新经济产业中心2个", "2个", ("promised", "建设", "text")),
        ("新增学位2880个", "2880", ("promised", "新增", "text")),
        ("打造名校10个", "10个", ("promised", "打造", "text")),
        ("提供就业岗位1.5万个", "1.5", ("promised", "提供", "text")),
        ("固定资产投资增长9%左右", "9%", ("expected", "左右", "text")),
        ("努力引进数字经济头部企业10家", "10家", ("striving", "努力", "text")),
        ("争取引入信贷资金10亿元以上", "10亿", ("striving", "争取", "text")),
        ("支持区国投集团在新三板挂牌", "支持", ("process", "支持", "text")),
        ("积极配合开展快速路匝道建设", "积极", ("process", "积极配合", "text")),
        ("大力推进数字经济", "大力", ("process", "推进", "text")),
        ("居民收入与经济增长同步", "居民", None),
    ],
)
def test_the_word_in_the_clause_decides(sentence, figure, expected):
    assert reading(sentence, figure) == expected


def test_striving_governs_the_clauses_after_it():
    sentence = "力争招引亿元投资项目5个，其中开工项目3个。"
    assert reading(sentence, "3个") == ("striving", "力争", "inherited")


def test_striving_goes_before_a_completion_verb_of_a_later_clause():
    sentence = "力争新增物流企业1家，实现社会物流总额达700亿元。"
    assert reading(sentence, "达700") == ("striving", "力争", "inherited")


def test_a_second_such_verb_resets_the_first():
    sentence = "力争零突破，确保签约项目3个以上，亿元以上项目15个以上。"
    assert reading(sentence, "15个") == ("promised", "确保", "inherited")


@pytest.mark.parametrize("end", ["。", "；"])
def test_striving_ends_at_a_full_stop_or_semicolon(end):
    assert reading(f"力争营业收入80亿元{end}新增学位2880个", "2880") == ("promised", "新增", "text")


def test_a_clause_before_striving_is_not_governed():
    assert reading("建设中心2个，力争招引项目5个", "2个") == ("promised", "建设", "text")


def test_the_list_of_expected_targets_runs_over_semicolons():
    sentence = "主要预期目标是，生产总值增长7.5%以上；城镇新增就业1100万人以上。"
    assert reading(sentence, "1100") == ("expected", "预期目标", "inherited")


def test_around_does_not_soften_a_promise():
    assert reading("确保收入增长5%左右", "5%") == ("promised", "确保", "text")
    assert reading("新增就业5000人左右", "5000") == ("promised", "新增", "text")


def test_striving_goes_before_binding_in_one_clause():
    assert reading("力争完成省下达目标", "完成") == ("striving", "力争", "text")


@pytest.mark.parametrize(
    ("sentence", "figure", "expected"),
    [
        ("积极争取省、市支持，加紧推进景区建设", "省", ("striving", "争取", "text")),
        ("积极争取省、市支持，加紧推进景区建设", "景区", ("process", "加紧", "text")),
        ("主动争取上级资金", "上级", ("striving", "争取", "text")),
        ("全力争取新增3家", "3家", ("striving", "争取", "text")),
        ("奋力争先，新增3家", "3家", ("promised", "新增", "text")),
        ("经过不懈努力，新增3家", "3家", ("promised", "新增", "text")),
        ("落实“力争上游”行动，新增3家", "3家", ("promised", "新增", "text")),
        ("启动路网建设", "路网", ("process", "启动", "text")),
        ("城南路、塔南路建设项目", "城南", None),
        ("道路建设突破18公里", "18", ("promised", "突破", "text")),
    ],
)
def test_words_that_only_look_like_triggers(sentence, figure, expected):
    assert reading(sentence, figure) == expected


def test_the_start_of_a_clause_reads_like_its_figure():
    sentence = "推动“工业上楼”，力争招引亿元投资项目5个"
    assert strength(sentence, 0).word == "推动"
    assert strength(sentence, sentence.index("力争")) == strength(sentence, sentence.index("5个"))


def of_figure(sentence, figure):
    found = strength(sentence, sentence.index(figure), figure=True)
    return found and (found.level.value, found.word, found.source)


@pytest.mark.parametrize(
    ("sentence", "figure", "expected"),
    [
        ("服务业增加值增长7%左右", "7%", ("expected", "左右", "text")),
        ("服务业增加值增长7%", "7%", ("promised", "增长", "text")),
        ("增加公益岗位90个", "90个", ("promised", "增加", "text")),
        ("实施塘坝加固40座", "40座", ("promised", "实施", "text")),
        ("落实助餐点35处", "35处", ("promised", "落实", "text")),
        ("抓好楼院绿化28处", "28处", ("promised", "抓好", "text")),
        ("推动班列开行4000班次", "4000", ("promised", "开行", "text")),
        ("推动线路优化延伸、新开夜班公交6条", "6条", ("promised", "新开", "text")),
        ("支持商户参展20家", "20家", ("process", "支持", "text")),
        ("加快东环等4条支路建设", "4条", ("process", "加快", "text")),
        ("推进老旧小区改造60个", "60个", ("promised", "改造", "text")),
        ("招收规模超2200人", "超2200", ("promised", "超", "text")),
        ("科技型中小企业突破120家", "突破120", ("promised", "突破", "text")),
        ("提供岗位1.5万个左右", "1.5", ("promised", "提供", "text")),
        ("预计新增岗位90个", "90个", ("promised", "新增", "text")),
        ("4000户危房全部完成改造", "4000", ("promised", "完成", "text")),
        ("加快4条支路建设，7座天桥改造", "7座", ("process", "加快", "inherited")),
        ("力争新增4家，引进2家", "2家", ("striving", "力争", "inherited")),
        ("城乡公交900班", "900班", ("promised", "900班", "bare")),
        ("财政收入增长5%以上、力争6%", "5%", ("promised", "增长", "text")),
        ("优化公交线路6条", "6条", ("promised", "优化", "text")),
        ("推进优化，公交线路60条", "60条", ("promised", "优化", "inherited")),
        ("加强水源保护，水质达标率98%", "98%", ("promised", "98%", "bare")),
        ("加强水源保护，再解决3万人饮水", "3万", ("promised", "解决", "text")),
        ("支持20家企业参展，30家企业股改", "30家", ("process", "支持", "inherited")),
        ("治理有力推进，搬迁200户", "200户", ("promised", "搬迁", "text")),
        ("力推塘坝加固40座", "40座", ("process", "力推", "text")),
        ("供应链园区4个村", "4个", ("promised", "4个村", "bare")),
        ("已开工的27个项目要加快建设", "27个", ("process", "加快", "text")),
        ("新开工27个项目", "27个", ("promised", "新开", "text")),
        ("参保人数达90万人，工伤参保40万人以上", "40万", ("promised", "40万人以上", "bare")),
        ("现有企业30家", "30家", None),
        ("二是绿道30公里", "30公里", ("promised", "30公里", "bare")),
        ("底色是绿道30公里", "30公里", None),
        ("新建公园，目前还有3处空地", "3处", None),
        ("比去年多30家", "30家", ("promised", "30家", "bare")),
        ("税负再减少35亿元左右、收费约20亿元", "约20", ("promised", "减少", "text")),
        ("支出压减5%以上、经费压减3%左右", "5%", ("promised", "压减", "text")),
        ("排放量分别减少3%、5%左右", "3%", ("expected", "左右", "text")),
        ("安排超长期国债3亿元", "3亿", ("promised", "安排", "text")),
        ("人均预期寿命提高1岁", "1岁", ("promised", "提高", "text")),
        ("经费预期增长5%", "5%", ("expected", "预期", "text")),
        ("财政收入增长5%以上、力争6%", "6%", ("striving", "力争", "text")),
        ("财政收入增长5%以上，力争6%", "6%", ("striving", "力争", "text")),
    ],
)
def test_a_figure_goes_by_its_own_verb_phrase(sentence, figure, expected):
    assert of_figure(sentence, figure) == expected


@pytest.mark.parametrize("verb", ["实施", "开展", "落实", "举办", "完成", "抓好", "新增", "新建"])
@pytest.mark.parametrize("lead", ["", "进一步", "推动企业发展、", "加强服务，"])
def test_to_carry_out_a_count_is_to_promise_it(verb, lead):
    assert of_figure(f"{lead}{verb}项目40个", "40个")[0] == "promised"


@pytest.mark.parametrize("verb", ["支持", "鼓励", "推进", "加快", "启动", "谋划", "助力", "积极配合"])
def test_what_is_only_set_going_is_no_promise_of_the_count_beside_it(verb):
    assert of_figure(f"{verb}商户参展20家", "20家")[0] == "process"


def test_a_clause_without_a_figure_goes_by_its_first_verb():
    assert reading("开展技能培训", "开展") == ("process", "开展", "text")
    assert reading("让孩子们找到同伴、实现愿望", "让") is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("主要预期目标是：产值增长7%；用工1200人。", ("expected", "预期目标", "inherited")),
        ("主要预期目标与全市持平，其中，产值增长7%；用工1200人。", ("expected", "预期目标", "inherited")),
        ("全年努力目标为：产值增长7%；用工1200人。", ("striving", "努力目标", "inherited")),
        ("紧紧围绕预期目标，新增用工1200人。", ("promised", "新增", "text")),
        ("各年度提出增长预期目标，新增用工1200人。", ("promised", "新增", "text")),
    ],
)
def test_a_list_of_aims_is_opened_not_only_spoken_of(sentence, expected):
    assert of_figure(sentence, "1200") == expected


FIRM, SOFT = ("新增", "改造", "实施", "优化", "解决"), ("支持", "鼓励", "加快", "助力", "谋划")


@pytest.mark.parametrize("verb", FIRM + SOFT)
@pytest.mark.parametrize("clause", ["{}停车位90个", "今年{}停车位90个", "深化改革，{}停车位90个"])
def test_a_verb_means_the_same_wherever_its_clause_stands(verb, clause):
    assert of_figure(clause.format(verb), "90个") == ("promised" if verb in FIRM else "process", verb, "text")
