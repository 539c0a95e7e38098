"""Running text: what is a figure, where it begins and ends, and what only looks like one."""

import pytest

from disclosure.quantity import find


def texts(text):
    return [found.text for found in find(text)]


def named(text):
    return [(found.text, found.name) for found in find(text)]


def operators(text):
    return [(found.text, found.quantity.operator.value) for found in find(text) if found.quantity]


def test_a_found_figure_knows_its_place():
    (found,) = find("新增学位2880个；")
    assert (found.start, found.end, found.text, found.name, found.quantity.unit) == (
        4,
        9,
        "2880个",
        None,
        "个",
    )


def test_in_a_definition_and_a_target_both_figures_are_found():
    assert operators("确保签约20亿元以上项目3个以上") == [("20亿元以上", "ge"), ("3个以上", "ge")]


def test_a_unit_without_a_number_is_a_definition():
    assert named("亿元以上项目46个，亿元投资项目5个") == [
        ("亿元以上", "definition"),
        ("46个", None),
        ("亿元", "definition"),
        ("5个", None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("力争引进1-2家行业领军企业", ["1-2家"]),
        ("地区生产总值增长7.5%以上；", ["7.5%以上"]),
        ("科技型中小企业突破120家，", ["突破120家"]),
        ("累计接待游客46万余人次。", ["46万余人次"]),
        ("接洽客商300余批次", ["300余批次"]),
        ("城镇登记失业率控制在3.5%以下；", ["控制在3.5%以下"]),
        ("面积达300万平米", ["达300万平米"]),
        ("成立5-9年、估值不少于5亿美元", ["5-9年", "不少于5亿美元"]),
        ("10年以内、5年内", ["10年以内", "5年内"]),
        ("由3个工作日压缩至3小时", ["3个工作日", "压缩至3小时"]),
        ("力争每季度开展一次集中开工活动", ["每季度开展一次"]),
        ("能耗降低3%左右", ["降低3%左右"]),
        ("比重提高2.7个百分点", ["提高2.7个百分点"]),
        ("支出增长1倍", ["增长1倍"]),
        ("增长6%－6.5%；", ["6%－6.5%"]),
        ("分别增长7%、5%左右", ["7%", "5%左右"]),
        ("实际利用外资21775万美元左右，增长6.1%左右", ["21775万美元左右", "6.1%左右"]),
        ("比2010年翻一番", ["2010年", "翻一番"]),
    ],
)
def test_a_figure_takes_its_operator_words_and_no_others(text, expected):
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("与五家医院深度合作", ["五家"]),
        ("等十个方面深度联结", ["十个"]),
        ("新增学位两千八百八十个", ["两千八百八十个"]),
        ("网上信访三项考核指标", ["三项"]),
        ("增长百分之七点五", ["百分之七点五"]),
        ("明确一个对标的县", ["一个"]),
        ("近百家企业", ["近百家"]),
        ("打造一批书房，突破一批技术", []),
        ("一年来，进一步与千家万户一道", []),
        ("一是、二是，六稳六保", []),
    ],
)
def test_chinese_numerals_count_where_a_counter_follows(text, expected):
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("创建国家4A级旅游景区", "4A级"),
        ("国家5A级婚姻登记机关", "5A级"),
        ("大众等4S店的基础上", "4S店"),
        ("紧盯PM2.5指标", "PM2.5"),
        ("紧盯PM10指标", "PM10"),
        ("12345热线受理", "12345热线"),
        ("12345政府服务热线共受理", "12345政府服务热线"),
        ("“3+5”招商主阵地", "3+5"),
        ("南昌人才10条作用", "人才10条"),
        ("南昌“人才10条”作用", "人才10条"),
        ("打造服务2.0版", "2.0版"),
        ("实现“15分钟生活圈”", "15分钟生活圈"),
        ("15分钟中医药服务圈", "15分钟"),
        ("实现“10万人才来昌留昌创业就业”目标", "10万人才来昌留昌创业就业"),
        ("建设1962文创园", "1962"),
        ("社区治理的“12345N”模式", "12345N"),
        ("公安“四个中心”平台", "四个中心"),
        ("专项整治提升三年行动", "三年"),
        ("落实中央八项规定精神", "八项规定"),
        ("5G网络", "5G"),
        ("股票代码001318", "001318"),
    ],
)
def test_a_name_is_no_quantity(text, name):
    assert named(text) == [(name, "name")]


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        ("在2022年会议上", "2022年", "date"),
        ("于2022年1月13日召开", "2022年1月13日", "date"),
        ("完成2021年任务", "2021年", "date"),
        ("2016-2020年期间", "2016-2020年", "date"),
        ("三、四季度开工", "三、四季度", "date"),
        ("成立70周年", "70周年", "date"),
        ("二〇三五年远景", "二〇三五年", "date"),
        ("区第十七届人大", "第十七届", "ordinal"),
        ("第二次会议", "第二次", "ordinal"),
        ("位列全省第一。", "第一", "ordinal"),
        ("新城二期路网", "二期", "ordinal"),
        ("（1） 以产业为主线", "（1）", "list"),
    ],
)
def test_dates_ordinals_and_list_numbers_are_named(text, name, reason):
    assert named(text) == [(name, reason)]


def test_minutes_without_a_circle_are_a_duration():
    assert operators("办理时间压缩至15分钟，排队15分钟") == [("压缩至15分钟", "le"), ("15分钟", "ge")]


def test_a_list_number_may_stand_before_a_number():
    assert named("分别是：1.智慧作业；4.15分钟中医药服务圈；5.改造") == [
        ("1.", "list"),
        ("4.", "list"),
        ("15分钟", "name"),
        ("5.", "list"),
    ]


def test_a_deadline_with_a_number_is_a_quantity():
    assert operators("2022年12月底前建成，10月1日前通车") == [
        ("2022年12月底前", "deadline"),
        ("10月1日前", "deadline"),
    ]


def test_what_looks_like_a_range_and_is_none_becomes_two_figures():
    assert operators("3公里至5家") == [("3公里", "ge"), ("5家", "ge")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("节约3亿元", ["3亿元"]),
        ("签约3个", ["3个"]),
        ("赶超3个", ["3个"]),
        ("到达3人", ["3人"]),
        ("近5年", ["5年"]),
    ],
)
def test_a_character_of_another_word_is_no_operator(text, expected):
    assert texts(text) == expected


def test_sentences_of_the_report_read_whole():
    text = "力争新增“专精特新”企业4家、独角兽与瞪羚企业1-2家，科技型中小企业突破120家，登记交易额超7亿元。"
    assert operators(text) == [("4家", "ge"), ("1-2家", "int_range"), ("突破120家", "gt"), ("超7亿元", "gt")]
    text = "实施重大重点项目84个，开工率100%，总投资额728亿元，增长32.7%"
    assert operators(text) == [("84个", "ge"), ("100%", "all"), ("728亿元", "ge"), ("32.7%", "ge")]
