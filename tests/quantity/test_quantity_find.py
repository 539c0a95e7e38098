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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("确保签约20亿元以上项目3个以上", [("20亿元以上", "definition"), ("3个以上", None)]),
        ("集体收入30万元以上的村占比达82%", [("30万元以上", "definition"), ("达82%", None)]),
        ("所得额不到100万元的部分", [("不到100万元", "definition")]),
        ("关停15万千瓦以下老旧机组", [("15万千瓦以下", "definition")]),
        ("新增100家以上规上企业", [("100家以上", None)]),
        ("新增装机10万千瓦以上，发放1亿元以上消费券", [("10万千瓦以上", None), ("1亿元以上", None)]),
        ("80岁及以上老人巡诊率达到55%以上", [("80岁及以上", "definition"), ("达到55%以上", None)]),
        ("人均预期寿命达到80岁", [("达到80岁", None)]),
        ("投运8个220千伏变电站", [("8个", None), ("220千伏", "definition")]),
        ("建设5人制足球场42个", [("5人", "name"), ("42个", None)]),
    ],
)
def test_a_threshold_says_which_things_are_counted(text, found):
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("绿色出行比例由41.2%提升至58%", [("41.2%", "baseline"), ("提升至58%", None)]),
        ("将现行16%的税率降至13%", [("16%", "baseline"), ("降至13%", None)]),
        ("由3所增加到5所", [("3所", "baseline"), ("增加到5所", None)]),
        ("分别由45%、52%提高至80%", [("45%", "baseline"), ("52%", "baseline"), ("提高至80%", None)]),
        (
            "收入分别从4.2万元和2.1万元提高到6.3万元和3.2万元",
            [("4.2万元", "baseline"), ("2.1万元", "baseline"), ("提高到6.3万元", None), ("3.2万元", None)],
        ),
        ("订单由下降4%转为增长7%", [("下降4%", "baseline"), ("7%", None)]),
        ("从三个方面发力，建成步道30公里、驿站5个", [("30公里", None), ("5个", None)]),
        ("从10.5万人再减少到8万人以内", [("10.5万人", "baseline"), ("减少到8万人以内", None)]),
        ("从南门到北门新建步道3公里", [("3公里", None)]),
        ("由区财政安排3亿元，提高到位率", [("3亿元", None)]),
    ],
)
def test_where_it_stood_is_a_baseline(text, found):
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("四年来累计补助12.8亿元", [("12.8亿元", None)]),
        ("今后三年安排6.4亿元", [("6.4亿元", None)]),
        ("近5年翻修90处", [("5年", "period"), ("90处", None)]),
        ("服务期满3年的社工60名", [("3年", "period"), ("60名", None)]),
        ("两年内改造60处", [("60处", None)]),
        ("审批时限缩短到3年", [("缩短到3年", None)]),
        ("闯出一条新路，这是一次机遇，有一个大的提升", []),
        ("新建一条环湖步道", [("一条", None)]),
        ("创建示范社区一个", [("一个", None)]),
        ("统筹两个战场两种任务，落实一户一档", []),
        ("抓好10个方面工作", [("10个", "listing")]),
        ("通胀达到40多年来新高", [("达到40多年", "period")]),
        ("实行24小时在线监控", [("24小时", "period")]),
        ("办理时限24小时", [("24小时", None)]),
        ("2.5", [("2.5", "fragment")]),
    ],
)
def test_periods_articles_and_sayings_are_no_number_to_be_reached(text, found):
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("七成以上的新增财力", [("七成以上", "ge", "70", "%")]),
        ("三至五成", [("三至五成", "range", "30", "%")]),
        ("再精简一半", [("精简一半", "ge", "50", "%")]),
        ("占比过半", [("过半", "gt", "50", "%")]),
        ("上万名老人", [("上万名", "ge", "10000", "名")]),
        ("规模过万亿，资产破百亿", [("过万亿", "gt", "1000000000000", ""), ("破百亿", "gt", "10000000000", "")]),
        ("数千名游客", [("数千名", "vague", "", "名")]),
        ("实现翻番，翻一番以上", [("翻番", "ge", "2", "倍"), ("翻一番以上", "ge", "2", "倍")]),
        ("实现零增长", [("零增长", "le", "0", "%")]),
        ("2亿4千多万元", [("2亿4千多万元", "ge", "240000000", "元")]),
        ("3亿5千万元、2万5千人", [("3亿5千万元", "ge", "350000000", "元"), ("2万5千人", "ge", "25000", "人")]),
        (
            "分别减少10.6万、3.8万、3.3万平方公里",
            [
                ("减少10.6万", "ge", "106000", "平方公里"),
                ("3.8万", "ge", "38000", "平方公里"),
                ("3.3万平方公里", "ge", "33000", "平方公里"),
            ],
        ),
        ("汇聚7亿人民", [("7亿", "ge", "700000000", "")]),
        ("实现下降3%，实现增长2倍", [("实现下降3%", "ge", "3", "%"), ("实现增长2倍", "ge", "3", "倍")]),
        ("投资增长100%", [("增长100%", "ge", "100", "%")]),
        ("降至约9天", [("降至约9天", "about_le", "9", "天")]),
    ],
)
def test_a_figure_may_have_no_digits_or_several_parts(text, found):
    quantities = [(one.text, one.quantity) for one in find(text)]
    assert [
        (said, q.operator.value, "" if q.value is None else f"{q.value:f}", q.unit) for said, q in quantities
    ] == found


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
        ("新增学位两千八百八十个", ["两千八百八十个"]),
        ("网上信访三项考核指标", ["三项"]),
        ("增长百分之七点五", ["百分之七点五"]),
        ("近百家企业", ["近百家"]),
        ("打造一批书房，突破一批技术", []),
        ("一年来，进一步与千家万户一道", []),
        ("一是、二是，六稳六保", []),
        ("等十个方面深度联结", []),
        ("明确一个对标的县", []),
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
        ("农贸市场改造两年攻坚", "两年"),
        ("落实九年制教育", "九年"),
        ("行业100强榜单", "100强"),
        ("推进智慧城管2.0建设", "2.0"),
        ("开展2%住户抽样调查", "2%"),
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
        ("点亮第6.5代线", "第6.5", "ordinal"),
        ("总体态势［3］", "3", "list"),
        ("落实“六稳”要求〔5〕", "5", "list"),
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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("给予企业3年过渡期", [("3年", "period")]),
        ("合同延长3年", [("3年", None)]),
        ("解决三个1亿人的问题", [("1亿人", "listing")]),
        ("惠及1亿人", [("1亿人", None)]),
        ("56个民族一家亲", [("56个", "listing")]),
        ("建成56个民族团结示范点", [("56个", None)]),
        ("10大工程全面开工", [("10", "listing")]),
        ("10个工程全面开工", [("10个", None)]),
        ("开工年产8万吨铝箔等项目6个", [("8万吨", "definition"), ("6个", None)]),
        ("铝箔实现年产8万吨", [("8万吨", None)]),
    ],
)
def test_what_only_says_which_or_how_long_is_no_aim(text, found):
    assert named(text) == found


def test_a_blank_may_stand_before_a_magnitude():
    (found,) = find("年服务 3 万人次以上")
    assert (found.text, found.quantity.value, found.quantity.unit) == ("3 万人次以上", 30000, "人次")
    assert texts("投用 3 个 万人广场") == ["3 个"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("增速比全省平均高1.5个百分点", [("比全省平均高1.5个百分点", "gt_ref")]),
        ("增速较全市平均水平快1个百分点以上", [("较全市平均水平快1个百分点以上", "gt_ref")]),
        ("占比比上年高2个百分点", [("2个百分点", "delta_pp")]),
        ("占比较上年末低2个百分点", [("2个百分点", "delta_pp")]),
        ("商贸和外贸占比分别高4.2和0.7个百分点", [("4.2", "delta_pp"), ("0.7个百分点", "delta_pp")]),
        ("分别增长4.2和0.7倍", [("4.2", "ge"), ("0.7倍", "ge")]),
    ],
)
def test_a_margin_over_another_place_is_none_over_last_year(text, found):
    assert operators(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("城镇调查失业率5.5%左右", [("5.5%左右", "about_le")]),
        ("居民消费价格涨幅3%左右", [("3%左右", "about_le")]),
        ("失业率保持在4%左右", [("保持在4%左右", "about_le")]),
        ("城镇登记失业率为4%", [("4%", "le")]),
        ("赤字率拟按3%安排", [("3%", "le")]),
        ("城镇就业率95%左右", [("95%左右", "about_ge")]),
        ("生产总值增长6%左右", [("6%左右", "about_ge")]),
        ("新增就业5000人，失业率4%以内", [("5000人", "ge"), ("4%以内", "le")]),
        ("失业率降低，就业5000人", [("5000人", "ge")]),
    ],
)
def test_the_name_of_a_measure_may_say_that_less_is_better(text, found):
    assert operators(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("税负低于13%左右", [("低于13%左右", "about_le")]),
        ("占比不超过13%左右", [("不超过13%左右", "about_le")]),
        ("占比不低于13%左右", [("不低于13%左右", "about_ge")]),
        ("占比超过13%左右", [("超过13%左右", "about_ge")]),
        ("产值接近翻一番", [("接近翻一番", "about")]),
        ("产值翻一番", [("翻一番", "ge")]),
        ("最近翻一番", [("翻一番", "ge")]),
    ],
)
def test_around_keeps_the_side_of_the_word_before_it(text, found):
    assert operators(text) == found
