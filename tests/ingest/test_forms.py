"""The forms in which reports write parts, sections, notes and annexes, and what stands around them."""

from __future__ import annotations

import pytest

from disclosure.ingest import report_body
from disclosure.ingest.structure import Structure, structure

OPENING = "示例区政府工作报告\n各位代表：\n"
TEXT = "全区运行平稳。粮食总产26万吨。\n"


def levels(text: str) -> list[tuple[int, str]]:
    """The headings of a text."""
    lines = report_body.numbered(structure(text).archive)
    return [(line.level, line.text) for line in lines if line.level]


def paragraphs(text: str) -> list[str]:
    return [line.text for line in report_body.numbered(structure(text).archive) if not line.level]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("一、2023年工作回顾", "二、2024年工作打算"),
        ("一、 2023年工作回顾", "二、 2024年工作打算"),
        ("一．2023年工作回顾", "二．2024年工作打算"),
        ("一.2023年工作回顾", "二.2024年工作打算"),
        ("一　2023年工作回顾", "二　2024年工作打算"),
        ("　　一、2023年工作回顾", "　　二、2024年工作打算"),
        ("第一部分 2023年工作回顾", "第二部分 2024年工作打算"),
        ("第一部分　2023年工作回顾", "第二部分　2024年工作打算"),
        ("Ⅰ、2023年工作回顾", "Ⅱ、2024年工作打算"),
        ("2023年工作回顾", "2024年工作打算"),
        ("过去一年工作回顾", "今后五年奋斗目标"),
        ("二〇二三年工作回顾", "二〇二四年主要任务"),
        ("一、2023年工作回顾。", "二、2024年工作打算。"),
    ],
)
def test_parts(one: str, other: str) -> None:
    text = f"{OPENING}{one}\n{TEXT}{other}\n（一）发展农业\n新增农场12家。\n"
    assert levels(text) == [(1, one.strip("　")), (1, other.strip("　")), (2, "（一）发展农业")]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("（一）发展农业\n新增农场12家。", "（一）发展农业"),
        ("（一） 发展农业\n新增农场12家。", "（一） 发展农业"),
        ("(一)发展农业\n新增农场12家。", "(一)发展农业"),
        ("（一）发展农业。\n新增农场12家。", "（一）发展农业。"),
        ("（一）发展农业。新增农场12家。", "（一）发展农业。"),
        ("　　（一）发展农业。新增农场12家。", "（一）发展农业。"),
        ("（一）发展农业，振兴乡村。新增农场12家。", "（一）发展农业，振兴乡村。"),
        ("（一）发展农业　新增农场12家，产粮26万吨。", "（一）发展农业"),
        ("（十一）发展农业\n新增农场12家。", "（十一）发展农业"),
        (f"（一）{'发展农业' * 12}\n新增农场12家。", f"（一）{'发展农业' * 12}"),
        ("（1）发展农业\n新增农场12家。\n（2）发展工业\n新增工厂2家。", "（1）发展农业"),
        ("1.发展农业\n新增农场12家。\n2.发展工业\n新增工厂2家。", "1.发展农业"),
    ],
)
def test_sections(line: str, heading: str) -> None:
    found = levels(f"{OPENING}一、2024年工作打算\n{TEXT}{line}\n")
    assert found[:2] == [(1, "一、2024年工作打算"), (2, heading)]


@pytest.mark.parametrize(
    "lines",
    [
        "1.新增农场12家。\n2.新增工厂2家。",
        "（1）新增农场12家；\n（2）新增工厂2家。",
        "一是新增农场。增产26万吨。\n二是新增工厂。增产3万件。",
        "（一）新增农场12家；\n（二）新增工厂2家。",
        "（一）新增农场12家。\n（二）新增工厂2家。",
        "一、翻修楼院9处。\n二、新建书屋4处。",
        "①新增农场12家；②新增工厂2家。",
    ],
)
def test_items_are_no_sections(lines: str) -> None:
    assert levels(f"{OPENING}一、2024年工作打算\n{TEXT}办好实事：\n{lines}\n") == [(1, "一、2024年工作打算")]


def test_counted_lines_among_sections_are_text() -> None:
    text = f"{OPENING}一、2024年工作打算\n（一）发展农业\n1.粮食\n增产。\n2.蔬菜\n增收。\n（二）发展工业\n增效。\n"
    assert [title for _level, title in levels(text)] == ["一、2024年工作打算", "（一）发展农业", "（二）发展工业"]


def test_a_section_in_arabic_numerals_takes_its_turn() -> None:
    items = "（1）教育。新增学位。\n（2）卫生。新增床位。\n"
    text = f"{OPENING}一、工作回顾\n（1） 稳生产\n增产。\n（二）惠民生\n增收。\n{items}"
    assert [title for _level, title in levels(text)] == ["一、工作回顾", "（1） 稳生产", "（二）惠民生"]


def test_numbered_headings_below_parts_without_numbers_are_sections() -> None:
    text = (
        f"{OPENING}2023年工作回顾\n{TEXT}一、强农业\n增产。\n二、强工业\n增效。\n2024年工作打算\n一、兴教育\n增学位。\n"
    )
    assert [level for level, _title in levels(text)] == [1, 2, 2, 1, 2]


def test_a_table_of_contents_repeats_headings_and_is_none() -> None:
    contents = "目录\n一、2023年工作回顾……1\n二、2024年工作打算……9\n"
    text = f"示例区政府工作报告\n{contents}各位代表：\n一、2023年工作回顾\n{TEXT}二、2024年工作打算\n{TEXT}"
    assert levels(text) == [(1, "一、2023年工作回顾"), (1, "二、2024年工作打算")]


@pytest.mark.parametrize("mark", ["[{}]", "［{}］", "〔{}〕", "【{}】", "（注{}）", "[注{}]", "注{}", "<{}>"])
@pytest.mark.parametrize("label", ["注释", "注：", "名词解释", "《政府工作报告》名词解释", ""])
def test_notes_in_their_own_form(mark: str, label: str) -> None:
    one, other = mark.format(1), mark.format(2)
    bodies = f"{one}三个一：一张清单、一个窗口。\n{other}暖巢计划：为老人上门服务。\n"
    text = f"{OPENING}一、工作回顾\n推行“三个一”{one}做法，“暖巢计划”{other}见效。\n{label}\n{bodies}"
    found = structure(text)
    assert found.archive.notes == ((1, "三个一：一张清单、一个窗口。"), (2, "暖巢计划：为老人上门服务。"))
    assert [line.text for line in found.archive.lines][-1] == "推行“三个一”做法，“暖巢计划”见效。"
    assert list(found.left) == ([5] if label else [])


@pytest.mark.parametrize(("mark", "body"), [("①", "①"), ("¹", "¹"), ("[1]", "1."), ("〔1〕", "1、"), ("①", "1.")])
def test_bodies_may_begin_otherwise_than_marks(mark: str, body: str) -> None:
    text = f"{OPENING}一、工作回顾\n推行“三个一”{mark}做法。\n名词解释\n{body}三个一：一张清单、一个窗口。\n"
    assert structure(text).archive.notes == ((1, "三个一：一张清单、一个窗口。"),)


def test_bodies_may_stand_below_their_paragraph_and_count_anew() -> None:
    page = "推行“{0}”①做法，“{1}”②见效。\n①{0}：一张清单。\n②{1}：上门服务。\n"
    text = f"{OPENING}一、工作回顾\n{page.format('甲', '乙')}{page.format('丙', '丁')}"
    marked = text.replace("①", "〔1〕").replace("②", "〔2〕")
    notes = structure(marked).archive.notes
    assert notes == ((1, "甲：一张清单。"), (2, "乙：上门服务。"), (3, "丙：一张清单。"), (4, "丁：上门服务。"))


def test_a_mark_in_a_heading_stands_below_it() -> None:
    text = f"{OPENING}一、工作回顾\n（一）推行三个一〔1〕\n见效。\n注释\n〔1〕三个一：一张清单、一个窗口。\n"
    markdown = report_body.to_markdown(structure(text).archive)
    assert "### （一）推行三个一 {#s1-1}\n\n[^1]见效。\n{#p1-01}\n\n[^1]: 三个一" in markdown


@pytest.mark.parametrize("mark", ["①", "[1]", "（1）"])
def test_marks_without_bodies_stay_text(mark: str) -> None:
    found = structure(f"{OPENING}一、工作回顾\n做到{mark}快、②准。\n")
    assert (found.archive.notes, found.archive.lines[-1].text) == ((), f"做到{mark}快、②准。")


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ("颗粒物（PM\n10\n）平均浓度下降4.6%。", "颗粒物（PM10）平均浓度下降4.6%。"),
        ("颗粒物（PM\n\n2.5\n\n）平均浓度下降4.6%。", "颗粒物（PM2.5）平均浓度下降4.6%。"),
        ("全区新建口袋公\n园6处，\n受到好评。", "全区新建口袋公园6处，受到好评。"),
        ("全区新建口袋公园6\n处。", "全区新建口袋公园6处。"),
        ("推行“\n三个一\n”做法。", "推行“三个一”做法。"),
        ("支持 App\nStore 上架。", "支持 App Store 上架。"),
        ("增长6.5\n%，好于预期。", "增长6.5%，好于预期。"),
    ],
)
def test_broken_lines_are_one_paragraph(lines: str, whole: str) -> None:
    text = f"{OPENING}一、工作回顾\n{lines}\n"
    assert (paragraphs(text)[2:], structure(text).reading.joined) == ([whole], True)


@pytest.mark.parametrize(
    "lines",
    [
        ["全区新建口袋公园6处。", "受到好评。"],
        ["优先发展教育事业", "新增学位1200个，新建学校3所，改造校舍12处，惠及学生9000人。"],
        ["主要目标是：", "粮食总产26万吨。"],
        ["新建公园6处；", "新建书屋4处。"],
    ],
)
def test_whole_lines_are_left_as_they_are(lines: list[str]) -> None:
    text = f"{OPENING}一、工作回顾\n" + "\n".join(lines) + "\n"
    assert (paragraphs(text)[2:], structure(text).reading.joined) == (lines, False)


def test_a_text_as_wide_as_its_page_is_joined_by_paragraphs() -> None:
    sentence = "全区上下稳中求进，地区生产总值增长百分之六，一般公共预算收入增长百分之五，居民收入与经济同步增长。"
    long = [sentence * 3, sentence * 2 + "城乡面貌焕然一新。", sentence * 4]
    rows = [f"　　{one}"[at : at + 28] for one in long for at in range(0, len(one) + 2, 28)]
    text = f"{OPENING}一、工作回顾\n" + "\n".join(rows) + "\n"
    assert paragraphs(text)[2:] == long


def test_a_heading_that_the_page_broke_is_one() -> None:
    text = f"{OPENING}一、2023年工作回顾和过去五年全区经济社会\n发展主要成绩\n{TEXT}"
    assert levels(text) == [(1, "一、2023年工作回顾和过去五年全区经济社会发展主要成绩")]


RESIDUE = [
    *(
        "打印",
        "关闭",
        "分享到",
        "打印 关闭 收藏",
        "首页 > 公开",
        "当前位置：首页>政务公开>报告",
        "字号：大 中 小",
        "【字体：大 中 小】",
    ),
    *(
        "发布时间：2024-01-15 09:30　来源：示例区人民政府办公室　浏览次数：125",
        "2024-01-15 09:30",
        "索引号 | 000/2024-1 | 有效",
    ),
    *("来源：示例日报", "责任编辑：某某", "无障碍浏览", "扫一扫在手机打开当前页"),
]


@pytest.mark.parametrize("line", RESIDUE)
def test_what_a_web_page_adds_is_left_out_and_said(line: str) -> None:
    occasion = "——2024年1月10日在示例区第三届人民代表大会第四次会议上\n"
    text = f"{line}\n示例区政府工作报告\n{occasion}各位代表：\n一、工作回顾\n{TEXT}{line}\n"
    found = structure(text)
    assert found.archive.lines[0].text == "示例区政府工作报告"
    assert {n for one in found.reading.left_out for n in one.lines} == {"1", "7"}
    assert {text for one in found.reading.left_out for text in one.lines.values()} == {line}


def test_pages_and_rulers_are_left_out() -> None:
    text = f"{OPENING}一、工作回顾\n{TEXT}— 1 —\n{TEXT}- 2 -\n-----\n{TEXT}"
    assert list(structure(text).left) == [5, 7, 8]


def test_closing_words_and_annexes() -> None:
    closing = "各位代表！让我们一起努力！\n"
    projects = "附件1\n2024年六件民生实事\n一、翻修楼院9处。\n二、新建书屋4处。\n"
    annex = f"{projects}附件2\n名词解释\n1.“三上”企业：指统计名录里的企业。\n"
    text = f"{OPENING}一、2024年工作打算\n{TEXT}{closing}{annex}"
    assert levels(text) == [
        (1, "一、2024年工作打算"),
        (1, "附件1"),
        (2, "2024年六件民生实事"),
        (2, "附件2"),
        (2, "名词解释"),
    ]
    assert paragraphs(text)[-4:] == [
        closing.strip(),
        "一、翻修楼院9处。",
        "二、新建书屋4处。",
        "1.“三上”企业：指统计名录里的企业。",
    ]


def drafted(found: Structure) -> dict[str, str]:
    return {one.field: one.value for one in found.drafted}


@pytest.mark.parametrize(
    "head",
    [
        "政 府 工 作 报 告\n——2024年1月10日在示例区第三届人民代表大会第四次会议上\n示例区人民政府区长　甲某某\n",
        "示例区人民政府工作报告\n（2024年1月10日在示例区第三届人民代表大会第四次会议上）\n区长 甲某某\n",
        "政府工作报告\n2024年1月10日在示例区第三届\n人民代表大会第四次会议上\n区长\n甲 某 某\n",
        "政府工作报告\n——二〇二四年一月十日在示例区第三届人民代表大会第四次会议上 代区长 甲某某\n",
    ],
)
def test_the_head_is_drafted_from_the_opening(head: str) -> None:
    found = drafted(structure(f"{head}各位代表：\n一、2023年工作回顾\n{TEXT}二、2024年工作打算\n{TEXT}"))
    assert found | {"heading": "", "speaker_title": ""} == {
        "title": "2024年示例区政府工作报告",
        "heading": "",
        "district": "示例区",
        "year": "2024",
        "session": "示例区第三届人民代表大会第四次会议",
        "speaker": "甲某某",
        "speaker_title": "",
        "delivered": "2024-01-10",
    }


def test_what_the_opening_does_not_say_is_left_empty() -> None:
    assert structure(f"各位代表：\n一、工作回顾\n{TEXT}").drafted == ()


def opening(text: str) -> list[str]:
    return paragraphs(f"{text}\n各位代表：\n一、2023年工作回顾\n{TEXT}二、2024年工作打算\n新增农场12家。\n")


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["示例区政府工作报", "告"], ["示例区政府工作报告"]),
        (["市政府", "五年", "工作报告"], ["市政府五年工作报告"]),
        (["示例区人民政府", "工作报告"], ["示例区人民政府工作报告"]),
        (["示例区", "政府工作报告"], ["示例区", "政府工作报告"]),
        (["会议文件", "示例区政府", "工作报告"], ["会议文件", "示例区政府工作报告"]),
        (
            ["政府工作报告", "——2024年1月10日在示例区第三届人民代表大会第四次", "会议上", "甲某某"],
            ["政府工作报告", "——2024年1月10日在示例区第三届人民代表大会第四次会议上", "甲某某"],
        ),
        (["政府工作报告", "（2024年1月10日）", "在会议上"], ["政府工作报告", "（2024年1月10日）", "在会议上"]),
    ],
)
def test_a_broken_title_and_occasion_are_one_line(lines: list[str], joined: list[str]) -> None:
    found = opening("\n".join(lines))
    assert found[: found.index("各位代表：")] == joined


@pytest.mark.parametrize("line", ["会议上", "工作报告", "示例报"])
def test_the_rest_of_another_line_is_no_speaker(line: str) -> None:
    read = structure(f"政府工作报告\n2024年1月10日\n{line}\n各位代表：\n一、2024年工作打算\n新增农场12家。\n")
    assert "speaker" not in {one.field for one in read.drafted}


def test_rows_of_a_table_go_on_with_nothing() -> None:
    rows = ["指标｜2023年", "总产｜26", "（万吨｜30", "全区产粮（见表），增长5%。"]
    assert paragraphs(f"{OPENING}一、2023年工作回顾\n" + "\n".join(rows))[2:] == rows


HEADS = ["生态底色更加亮丽。", "经济运行持续向好。", "“两新”工作、就业工作成效明显。"]


def test_sub_heads_alone_stand_with_their_paragraph() -> None:
    below = "始终坚持生态优先，完成绿化69万亩。"
    text = "".join(f"{head}\n{below}\n" for head in HEADS)
    begin = f"{OPENING}一、2023年工作回顾\n今年是关键一年。\n"
    assert paragraphs(begin + text)[3:] == [head + below for head in HEADS]
    # Two of them are sentences, and so is what no paragraph stands below
    few = "".join(f"{head}\n{below}\n" for head in HEADS[:2])
    assert paragraphs(begin + few)[3:] == few.split()
    assert paragraphs(begin + "\n".join(HEADS))[3:] == HEADS


def test_a_mark_that_the_page_broke_is_a_note() -> None:
    text = f"{OPENING}一、2023年工作回顾\n推行“链长制”（注\n1）办法。推行“林长制”（注2）办法。\n"
    read = structure(f"{text}注释\n注1：链长制：由区领导担任链长。\n注2：林长制：由区领导担任林长。\n")
    assert read.archive.notes == ((1, "链长制：由区领导担任链长。"), (2, "林长制：由区领导担任林长。"))
