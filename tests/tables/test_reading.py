"""Any department's table: which row is of which promise, what its cells mean, and what an editor has to look at."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from disclosure.tables.reading import heads
from disclosure.tables.shapes import ReadRow, TableRead
from tests.tables.conftest import ReadFile

TextLines = Sequence[Sequence[str]]
ReadLines = Callable[..., TableRead]
HEAD = ("工作任务", "牵头单位", "完成时限", "进展情况", "状态")
DAY = date(2026, 12, 31)


@pytest.fixture
def read_lines(read_file: ReadFile, tmp_path: Path) -> ReadLines:
    """Reads rows of texts: ``read_lines([HEAD, …], said={…})``."""

    def read(lines: TextLines, **wishes: object) -> TableRead:
        out = io.StringIO()
        csv.writer(out).writerows(lines)
        path = tmp_path / "表.csv"
        path.write_text(out.getvalue(), "utf-8")
        return read_file(path, **wishes)

    return read


@pytest.fixture
def row(read_lines: ReadLines) -> Callable[..., ReadRow]:
    """The one row of a table: ``row(工作任务="…", 状态="…")``."""

    def read(wishes: Mapping[str, object] | None = None, **cells: str) -> ReadRow:
        [one] = read_lines([list(cells), list(cells.values())], **(wishes or {})).rows
        return one

    return read


@pytest.mark.parametrize(
    ("head", "meaning"),
    [
        ("序号", "number"),
        ("工作 任务", "task"),
        ("任务内容（2026年）", "task"),
        ("牵头\n单位", "lead"),
        ("责任单位（盖章）", "lead"),
        ("协办单位", "supporting"),
        ("挂钩区领导", "leader"),
        ("完成时限", "deadline"),
        ("计划完成时间", "deadline"),
        ("实际完成日期", "done"),
        ("截至6月底进展情况", "progress"),
        ("6月", "progress"),
        ("存在的问题及困难", "remarks"),
        ("是否按时完成", "reported"),
        ("完成率(%)", "stated"),
        ("截至2025年9月底完成数", "value"),
        ("1—9月累计完成数", "value"),
        ("2026年目标", "target"),
        ("计划完成数", "target"),
        ("上年完成数", None),
        ("发布机构", "publisher"),
        ("依据文件", "title"),
        ("重点工作内容", "task"),
        ("联系电话", None),
        ("责任人", None),
    ],
)
def test_a_head_means_what_its_words_say(head: str, meaning: str | None) -> None:
    assert heads.meaning(head) == meaning


@pytest.mark.parametrize(
    ("cells", "promise", "target", "by"),
    [
        ({"编号": "2026/c019", "工作任务": "老旧小区改造"}, "2026/c019", 0, "id"),
        ({"编号": "Ｃ０１９", "工作任务": ""}, "2026/c019", 0, "id"),
        ({"编号": "c004/2", "工作任务": "高新技术企业"}, "2026/c004", 2, "id"),
        ({"编号": "2025/C012", "工作任务": "打通断头路4条"}, "2025/c012", 0, "id"),
        ({"序号": "1", "工作任务": "完成老旧小区改造15个"}, "2026/c019", 0, "title"),
        ({"序号": "1", "工作任务": "（1）完成老旧小区改造１５个；"}, "2026/c019", 0, "title"),
        ({"序号": "1", "工作任务": "老旧小区改造15个，涉及居民3000户"}, "2026/c019", 0, "quote"),
        ({"序号": "1", "工作任务": "新增高新技术企业15家"}, "2026/c004", 2, "quote"),
        ({"工作任务": "新增企业", "指标": "新增规上工业企业"}, "", 0, ""),
        ({"工作任务": "农房", "主要内容": "改造农村危房60户"}, "2026/c034", 0, "title"),
        ({"工作任务": "城镇新增就业1.2万人以上"}, "2026/c030", 0, "quote"),
        ({"工作任务": "组织开展惠民演出40场活动"}, "2026/c028", 0, "quote"),
    ],
)
def test_a_row_is_of_the_promise_that_it_names(
    row: Callable[..., ReadRow], cells: dict[str, str], promise: str, target: int, by: str
) -> None:
    found = row(**cells, 进展="已开工")
    assert (found.promise, found.target, found.by) == (promise, target, by)
    assert bool(found.doubts) is not bool(promise)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"编号": "2026/c119", "工作任务": "新建绿道10公里"}, "没有编号 2026/c119 的承诺，可能是：2026/c023"),
        ({"编号": "2026/c019", "工作任务": "新建绿道10公里"}, "编号是 2026/c019（完成老旧小区改造15个），写的却不像它"),
        ({"编号": "c019/4", "工作任务": ""}, "只有 1 项目标"),
        ({"工作任务": "举办马拉松比赛"}, "报告里没有一条承诺像它"),
        ({"工作任务": "改造管网20公里"}, "不能确定是哪一条承诺，可能是：2026/c021 改造供水管网25公里、2026/c020"),
        ({"工作任务": "老旧小区改造20个"}, "不能确定是哪一条承诺，可能是：2026/c019 完成老旧小区改造15个"),
        ({"工作任务": "建设智慧园区"}, "不能确定是哪一条承诺，可能是：2026/c008"),
        ({"工作任务": "", "指标": "断头路"}, "这一行没有写任务"),
    ],
)
def test_a_row_that_may_be_of_another_promise_is_a_doubt(
    row: Callable[..., ReadRow], cells: dict[str, str], said: str
) -> None:
    found = row(**cells, 进展="已开工")
    assert found.promise == ""
    assert said in found.doubts[0]


def test_a_row_of_two_promises_is_two_where_its_progress_has_as_many_parts(read_lines: ReadLines) -> None:
    read = read_lines(
        [
            HEAD,
            ("打通断头路6条；新建停车位3000个", "交通局", "12月底", "打通2条；建成900个", "推进中"),
            ("新建口袋公园5个，新建绿道10公里", "住建局", "12月底", "正在施工", "推进中"),
        ]
    )
    assert [(one.place, one.promise, one.values["progress"].text, len(one.doubts)) for one in read.rows] == [
        ("2", "2026/c014", "打通2条", 0),
        ("2", "2026/c016", "建成900个", 0),
        ("3", "2026/c022", "正在施工", 1),
        ("3", "2026/c023", "正在施工", 1),
    ]


def test_two_rows_of_a_promise_are_doubts_unless_each_is_of_a_target_of_its_own(read_lines: ReadLines) -> None:
    head = ("编号", "工作任务", "进展")
    read = read_lines(
        [
            head,
            ("c004/1", "规上工业企业", "新增3家"),
            ("c004/2", "高新技术企业", "新增8家"),
            ("c014", "打通断头路", "一条完工"),
            ("c014", "打通断头路", "两条开工"),
            ("c016", "停车位", "建成一半"),
            ("c016", "停车位", "建成一半"),
        ]
    )
    doubt = "第 4、5 行说的都是 2026/c014：合成一行；各说一项目标的，在编号里写明，例如 2026/c014/2"
    assert [(one.place, one.doubts) for one in read.rows] == [
        ("2", ()),
        ("3", ()),
        ("4", (doubt,)),
        ("5", (doubt,)),
        ("6", ()),
    ]
    assert "第 6、7 行完全一样，只取一行" in read.told


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("已完成", "已完成"),
        ("办结", "已完成"),
        ("☑", "已完成"),
        ("100%", "已完成"),
        ("已完成（10月底）", "已完成"),
        ("正在推进，年底前完成", "推进中"),
        ("达到序时进度", "推进中"),
        ("45%", "推进中"),
        ("未开工", "未启动"),
        ("基本完成", "部分完成"),
        ("提前完成", "提前完成"),
        ("暂缓", "已调整"),
        ("无法完成", "未完成"),
        ("—", None),
    ],
)
def test_a_state_is_a_word_of_the_vocabulary(row: Callable[..., ReadRow], written: str, label: str | None) -> None:
    found = row(工作任务="新建绿道10公里", 状态=written, 备注="见附件的说明材料")
    assert found.doubts == ()
    assert (found.values["reported"].text if "reported" in found.values else None) == label


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("否", "看不出是没有做成，还是还没有做完；还没有到期：写“推进中”或“未启动”"),
        ("×", "看不出是没有做成"),
        ("黄灯", "灯色不说明做没做完"),
        ("0%", "不是知道的状态"),
        ("已完工验收中", "不是知道的状态，是不是“已完成”；"),
    ],
)
def test_a_state_that_may_mean_another_thing_is_a_doubt(row: Callable[..., ReadRow], written: str, said: str) -> None:
    found = row(工作任务="新建绿道10公里", 状态=written)
    assert "reported" not in found.values
    assert said in found.doubts[0]
    assert found.doubts[0].startswith(f"表!B2 “{written}”：")


def test_no_said_of_what_is_over_is_that_it_was_not_done(row: Callable[..., ReadRow]) -> None:
    assert row({"report": "2025"}, 工作任务="新建充电桩500个", 是否完成="否").values["reported"].text == "未完成"


def test_a_word_that_an_editor_explains_is_known(row: Callable[..., ReadRow]) -> None:
    wishes = {"said": {"清零": "已完成", "市政中心": "拾光区住建局"}}
    found = row(wishes, 工作任务="新建绿道10公里", 状态="清零", 牵头单位="市政中心")
    assert (found.values["reported"].text, found.values["lead"].text) == ("已完成", "拾光区住建局")


@pytest.mark.parametrize(
    ("cells", "lead", "supporting"),
    [
        ({"牵头单位": "住建局"}, "拾光区住建局", ""),
        ({"牵头单位": "区城乡建设局"}, "拾光区住建局", ""),
        ({"责任单位": "区住建局、区交通局/项目办"}, "拾光区住建局", "拾光区交通局、拾光区项目办"),
        ({"责任单位": "交通局（配合）、住建局（牵头）"}, "拾光区住建局", "拾光区交通局"),
        ({"责任单位": "牵头：住建局 配合：交通局、项目办"}, "拾光区住建局", "拾光区交通局、拾光区项目办"),
        ({"牵头单位": "住建局", "责任单位": "交通局"}, "拾光区住建局", "拾光区交通局"),
        ({"单位": "住建局", "配合单位": "住建局，交通局；"}, "拾光区住建局", "拾光区交通局"),
    ],
)
def test_departments_are_known_by_all_their_names(
    row: Callable[..., ReadRow], cells: dict[str, str], lead: str, supporting: str
) -> None:
    found = row(工作任务="新建绿道10公里", **cells)
    assert found.doubts == ()
    told = found.values.get("supporting")
    assert (found.values["lead"].text, told.text if told else "") == (lead, supporting)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("区住房和城乡建设局", "是不是“拾光区住建局”？是的话加上 --word 区住房和城乡建设局=拾光区住建局"),
        ("住建局、航天局", "词表 departments 里没有“航天局”；还没有登记的单位，先运行"),
    ],
)
def test_a_department_that_is_not_known_is_a_doubt(row: Callable[..., ReadRow], written: str, said: str) -> None:
    found = row(工作任务="新建绿道10公里", 牵头单位=written)
    assert not {"lead", "supporting"} & set(found.values)
    assert said in found.doubts[0]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-12-31", DAY),
        ("2026.12.31前", DAY),
        ("20261231", DAY),
        ("12.31", DAY),
        ("12月31日前", DAY),
        ("2026年12月", DAY),
        ("２０２６年１２月底", DAY),
        ("2026/12", DAY),
        ("12月底前", DAY),
        ("年底前", DAY),
        ("全年", DAY),
        ("2026年", DAY),
        ("1-12月", DAY),
        ("2026年3月—12月", DAY),
        ("第四季度", DAY),
        ("12/31/2026", DAY),
        ("上半年", date(2026, 6, 30)),
        ("六月底前", date(2026, 6, 30)),
        ("2027年6月", date(2027, 6, 30)),
    ],
)
def test_a_deadline_is_the_last_day_of_what_is_written(row: Callable[..., ReadRow], written: str, day: date) -> None:
    found = row(工作任务="新建绿道10公里", 完成时限=written)
    assert found.doubts == ()
    assert found.values["deadline"].day == day


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("46386", "像是没有设成日期格式的日期，那样是 2026-12-30"),
        ("2026.1", "小数末尾的 0 可能没有显示：2026.1 还是 2026.10"),
        ("5/6/2026", "看不出哪个是月、哪个是日"),
        ("2062年6月", "离 2026 年太远"),
        ("尽快", "看不出是哪一天"),
        ("2026-02-30", "看不出是哪一天"),
    ],
)
def test_a_deadline_that_may_be_another_day_is_a_doubt(row: Callable[..., ReadRow], written: str, said: str) -> None:
    found = row(工作任务="新建绿道10公里", 完成时限=written)
    assert "deadline" not in found.values
    assert said in found.doubts[0]


@pytest.mark.parametrize(
    "written", ["6月20日", "二〇二六年六月二十日", "二○二六年六月二十日", "2026年06月20号", "六月二十号"]
)
def test_what_was_done_was_done_on_a_day(row: Callable[..., ReadRow], written: str) -> None:
    assert row(工作任务="6月底前建成东站广场", 完成日期=written).values["done"].day == date(2026, 6, 20)


@pytest.mark.parametrize(
    ("written", "said"),
    [("2026年6月", "没有写明是哪一天"), ("26.6.20", "看不懂这个日期"), ("二〇二六年六月", "没有写明是哪一天")],
)
def test_what_is_no_day_is_told_as_what_it_is(row: Callable[..., ReadRow], written: str, said: str) -> None:
    assert said in row(工作任务="6月底前建成东站广场", 完成日期=written).doubts[0]


def test_a_number_that_is_the_day_on_file_changes_nothing(row: Callable[..., ReadRow]) -> None:
    found = row(工作任务="新建绿道10公里", 完成时限="46387")
    assert (found.values["deadline"].day, found.doubts) == (DAY, ())


@pytest.mark.parametrize(
    ("head", "period"),
    [
        ("截至2026年6月底完成数", "2026-06"),
        ("截至6月底累计完成数", "2026-06"),
        ("1-6月完成数", "2026-06"),
        ("上半年完成数", "2026-06"),
        ("一季度完成数", "2026-03"),
        ("截至2026年6月18日完成值", "2026-06-18"),
        ("完成数", ""),
        ("2026年完成数", ""),
    ],
)
def test_a_head_says_until_when_its_values_count(read_lines: ReadLines, head: str, period: str) -> None:
    read = read_lines([("工作任务", head), ("新建停车位3000个", "900")], period="2026-06")
    [found] = read.rows
    told = found.values.get("period")
    assert (found.doubts, found.values["value"].text, told.text if told else "") == ((), "900", period)
    assert (f"“{head}”一栏的数，时期读作 {period}" in read.told) is bool(period)


def test_of_two_columns_of_values_an_editor_chooses(read_lines: ReadLines) -> None:
    lines = [("工作任务", "3月底完成数", "6月底完成数"), ("新建停车位3000个", "400", "900")]
    assert read_lines(lines).doubts == ("“6月底完成数”（C 列）和“3月底完成数”都像实际值：用 --skip C 不读其中一栏",)
    read = read_lines(lines, skipped=frozenset({"B"}))
    assert (read.doubts, read.rows[0].values["value"].text) == ((), "900")


def test_bare_numbers_of_quarters_are_a_doubt(read_lines: ReadLines) -> None:
    read = read_lines([("工作任务", "一季度", "二季度"), ("新建停车位3000个", "400", "建成900个")])
    assert [one.partition("：")[0] for one in read.doubts] == [
        "“一季度”（B 列）写的都是数，看不出是累计数还是那一段时间的数"
    ]


@pytest.mark.parametrize("written", ["下降1.2%", "降低1.2%", "-1.2%", "-1.2"])
def test_a_fall_is_a_negative_value(read_lines: ReadLines, written: str) -> None:
    read = read_lines([("编号", "实际值"), ("c001", written)])
    assert read.rows[0].values["value"].text == "-1.2"
    assert (f"表!B2 “{written}”读作 -1.2%" in read.told) is written.startswith(("下降", "降低"))


def test_numbers_under_a_head_of_tasks_are_their_order(read_lines: ReadLines) -> None:
    read = read_lines(
        [("项目", "重点工作内容", "进展"), ("5", "新建停车位3000个", "建成900个"), ("6", "新建口袋公园5个", "开工")]
    )
    assert [one.promise for one in read.rows] == ["2026/c016", "2026/c022"]
    assert "“项目”一栏（A 列）没有取用" in read.told


def test_a_bare_number_is_no_task(read_lines: ReadLines) -> None:
    read = read_lines(
        [HEAD, ("5", "交通局", "12月底", "建成", ""), ("新建口袋公园5个", "住建局", "12月底", "开工", "")]
    )
    assert [one.promise for one in read.rows] == ["", "2026/c022"]
    assert "这一行没有写任务" in read.rows[0].doubts[0]


def test_a_document_is_known_by_what_departments_call_it(row: Callable[..., ReadRow]) -> None:
    found = row(
        工作任务="新建绿道10公里",
        发布机构="拾光区住建局",
        依据文件="半年通报",
        公开渠道="https://a.example/1",
        发文字号="1号",
    )
    assert {name: found.values[name].text for name in ("publisher", "title", "url", "locator")} == {
        "publisher": "拾光区住建局",
        "title": "半年通报",
        "url": "https://a.example/1",
        "locator": "1号",
    }


def test_one_id_of_another_report_says_nothing_of_the_others(read_lines: ReadLines) -> None:
    read = read_lines(
        [
            ("编号", "工作任务", "进展"),
            ("c019", "老旧小区改造", "开工"),
            ("2025/c014", "老旧小区改造8个", "完工"),
            ("c016", "新建绿道10公里", "开工"),
        ]
    )
    assert [one.promise for one in read.rows] == ["2026/c019", "2025/c014", ""]
    assert "写的却不像它，像是 2026/c023 新建绿道10公里；" in read.rows[2].doubts[0]


def test_how_words_of_states_were_read_is_told(read_lines: ReadLines) -> None:
    read = read_lines(
        [
            ("工作任务", "状态"),
            ("新建停车位3000个", "基本完成"),
            ("新建口袋公园5个", "滞后"),
            ("新建绿道10公里", "√"),
            ("打通断头路6条", "√"),
            ("新建充电桩800个", "推进中"),
        ]
    )
    assert read.told == (
        "状态的词：“基本完成”读作“部分完成”（1 处）、“滞后”读作“推进中”（1 处）、“√”读作“已完成”（2 处）",
        "还没有到期就写“√”（2 处）：核对说的是全年的任务，还是到现在应完成的部分",
    )


def test_a_whole_rate_before_the_day_is_told(read_lines: ReadLines) -> None:
    read = read_lines([("工作任务", "完成率（%）"), ("新建停车位3000个", "100"), ("新建口袋公园5个", "60")])
    assert [one.values["reported"].text for one in read.rows] == ["已完成", "推进中"]
    assert "还没有到期就写“100%”（1 处）：核对说的是全年的任务，还是到现在应完成的部分" in read.told


@pytest.mark.parametrize(
    ("promise", "head", "written", "number", "unit"),
    [
        ("c014", "完成数", "3", "3", "条"),
        ("c014", "完成数", "已打通3条", "3", "条"),
        ("c003", "完成数（亿元）", "45.5", "4550000000", "元"),
        ("c003", "完成数（万元）", "455,000", "4550000000", "元"),
        ("c003", "实际值", "45.5亿元", "4550000000", "元"),
        ("c030", "完成数", "6500人", "6500", "人"),
        ("c030", "完成数", "０.６５万人", "6500", "人"),
        ("c024", "实际值", "87.5%", "87.5", "%"),
        ("c024", "实际值", "87.5", "87.5", "%"),
        ("c004/2", "完成数", "8", "8", "家"),
    ],
)
def test_a_value_is_in_the_basic_unit_of_its_target(
    row: Callable[..., ReadRow], promise: str, head: str, written: str, number: str, unit: str
) -> None:
    found = row(编号=promise, **{head: written})
    assert found.doubts == ()
    assert (str(found.values["value"].number), found.values["unit"].text) == (number, unit)


@pytest.mark.parametrize(
    ("promise", "head", "written", "said"),
    [
        ("c014", "完成数", "3公里", "单位是“公里”，目标“6条”的单位是“条”"),
        ("c014", "完成数", "约3条", "不是确定的数"),
        ("c014", "完成数", "≥3", "不是确定的数"),
        ("c014", "完成数", "多数", "不是一个数"),
        ("c014", "完成数", "3条（含1条在建）", "不是一个数"),
        ("c030", "完成数", "0.65", "没有写单位，目标是“1.2万人”"),
        ("c024", "实际值", "0.875", "看不出是 0.875% 还是 87.5%"),
        ("c001", "实际值", "0.051", "看不出是 0.051% 还是 5.1%"),
        ("c001", "增速（%）实际值", "0.051", "看不出是 0.051% 还是 5.1%"),
        ("c016", "实际值", "减少300个", "看不出是增加还是减少"),
        ("c016", "实际值", "1500/3000", "看不出是完成了几个、一共几个，还是几分之几"),
        ("c016", "实际值", "8 / 8", "看不出是完成了几个、一共几个，还是几分之几"),
        ("c016", "9月完成数", "300", "栏名写的“9月”，看不出是到那时为止的累计数，还是那一段时间的数"),
        ("c016", "三季度完成数", "300", "栏名写的“三季度”，看不出"),
        ("c004", "完成数", "8", "这条承诺有几项目标，不知道是哪一项的值"),
        ("c008", "完成数", "8", "没有登记目标"),
    ],
)
def test_a_value_that_may_be_another_number_is_a_doubt(
    row: Callable[..., ReadRow], promise: str, head: str, written: str, said: str
) -> None:
    found = row(编号=promise, **{head: written})
    assert "value" not in found.values
    assert said in found.doubts[0]


def test_the_unit_over_a_table_is_that_of_its_values(read_lines: ReadLines) -> None:
    lines = [
        ("投资完成表", "", ""),
        ("单位：万元", "", ""),
        ("编号", "工作任务", "累计完成"),
        ("c003", "固定资产投资", "455000"),
    ]
    [found] = read_lines(lines).rows
    assert (found.values["value"].text, found.values["unit"].text) == ("4550000000", "元")


def test_numbers_that_name_somebody_are_not_taken(row: Callable[..., ReadRow]) -> None:
    found = row(工作任务="新建绿道10公里", 进展="联系人电话 13800138000")
    assert "progress" not in found.values
    assert found.doubts == ("表!B2 里有手机号 138****8000：不能公开，从表里删去再读",)


def test_what_is_no_task_is_told_with_its_place(read_lines: ReadLines) -> None:
    read = read_lines(
        [
            ("2026年重点工作表", "", "", "", "", "", ""),
            ("序号", "工作任务", "牵头单位", "进展", "责任人", "", "备注"),
            ("一、城建", "", "", "", "", "", ""),
            ("1", "新建绿道10公里", "住建局", "开工", "张某", "附件3", "—"),
            ("序号", "工作任务", "牵头单位", "进展", "责任人", "", "备注"),
            ("二", "民生", "", "", "", "", ""),
            ("2", "新建口袋公园5个", "住建局", "开工", "李某", "", ""),
            ("合计", "", "", "2", "", "", ""),
            ("注：截至6月30日", "", "", "", "", "", ""),
        ]
    )
    assert [one.place for one in read.rows] == ["4", "7"]
    assert read.told == (
        "表头上面的第 1 行没有取用：“2026年重点工作表”",
        "第 5 行是重复的表头，跳过",
        "第 3、6 行是分节的标题，没有取用：“一、城建”、“二”、“民生”",
        "第 8 行是合计，没有取用：“合计”、“2”",
        "第 9 行是表后的说明，没有取用：“注：截至6月30日”",
        "“序号”一栏（A 列）没有取用",
        "程序不认识“责任人”一栏（E 列），没有取用",
        "F 列没有表头，没有取用：“附件3”",
    )


def test_a_head_of_two_rows_without_merged_cells_is_one(read_lines: ReadLines) -> None:
    read = read_lines(
        [
            ("序号", "工作任务", "责任单位", "", "进展情况", "", "备注"),
            ("", "", "牵头", "配合", "一季度", "二季度", ""),
            ("1", "新建绿道10公里", "住建局", "交通局", "招标", "开工", ""),
        ]
    )
    assert [(one.field, one.head) for one in read.columns] == [
        ("task", "工作任务"),
        ("lead", "责任单位 牵头"),
        ("supporting", "责任单位 配合"),
        ("progress", "进展情况 一季度"),
        ("progress", "进展情况 二季度"),
        ("remarks", "备注"),
    ]
    assert read.rows[0].values["progress"].text == "一季度：招标\n二季度：开工"


def test_a_file_without_a_head_says_what_a_head_is(read_lines: ReadLines) -> None:
    assert read_lines([("新建绿道", "住建局"), ("口袋公园", "住建局")]).problems[0].startswith("没有找到表头")


def test_what_an_editor_leaves_out_is_not_read(read_lines: ReadLines) -> None:
    lines = [HEAD, ("举办马拉松", "航天局", "尽快", "x", "红灯"), ("新建绿道10公里", "航天局", "尽快", "开工", "红灯")]
    read = read_lines(lines, skipped=frozenset({"2", "B", "C3", "E3"}))
    assert [(one.promise, one.doubts, sorted(one.values)) for one in read.rows] == [
        ("2026/c023", (), ["progress", "task"])
    ]


@pytest.mark.parametrize(
    ("title", "promise"), [("2025年重点任务", "2025/c015"), ("2026年重点任务", ""), ("重点任务", "")]
)
def test_a_table_is_of_the_report_that_its_title_names(read_lines: ReadLines, title: str, promise: str) -> None:
    [found] = read_lines([(title, ""), ("工作任务", "进展"), ("新建充电桩500个", "开工")]).rows
    assert found.promise == promise
