"""Whatever stands in a table is taken, told as not taken, or in doubt: nothing that somebody typed is lost."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disclosure.tables.files.cells import place
from disclosure.tables.reading.head_words import OPEN
from disclosure.tables.reading.heads import meaning
from disclosure.tables.reading.status_words import EMPTY
from disclosure.tables.shapes import TableRead
from tests.tables.conftest import ReadFile

HEADS = (
    *("序号", "编号", "工作任务", "主要内容", "指标", "目标值", "责任领导", "牵头单位", "责任单位", "配合单位", "单位"),
    *(
        "完成时限",
        "完成时间",
        "进展情况",
        "一季度",
        "二季度",
        "完成率",
        "状态",
        "是否完成",
        "亮灯",
        "完成数（万元）",
        "实际值",
    ),
    *("计量单位", "时期", "网址", "文号", "材料日期", "备注", "存在问题", "联系电话", "", "上级意见"),
    *("项目", "截至6月底完成数", "9月完成数", "计划完成数", "公开渠道", "依据文件"),
)
CELLS = (
    *(
        "",
        "",
        "",
        "1",
        "c014",
        "2026/c004/2",
        "c999",
        "打通断头路6条",
        "新建绿道10公里；新建口袋公园5个",
        "老旧小区改造20个",
    ),
    *(
        "完成老旧小区改造15个",
        "一、产业",
        "二",
        "合计",
        "注：截至6月底",
        "甲某某",
        "住建局",
        "区交通局、航天局",
        "牵头：住建局 配合：交通局",
    ),
    *(
        "2026年12月底",
        "长期坚持",
        "46387",
        "2026.1",
        "尽快",
        "已开工\n正在施工",
        "45%",
        "0.45",
        "√",
        "否",
        "黄灯",
        "已完成（5月）",
    ),
    *(
        "3条",
        "8/8",
        "二〇二六年六月二十三日",
        "下降3%",
        "约3条",
        "455000",
        "公里",
        "条",
        "https://example.cn/1",
        "见附件",
        "13800138000",
        "—",
        "无",
        "工作任务",
        "牵头单位",
    ),
)
LETTERS = re.compile(r"([A-Z]+) 列")
ROWS = re.compile(r"第 ([\d、—]+) 行")
PLACE = re.compile(r"[A-Z]+\d+")


def rows_named(said: str) -> Iterator[int]:
    for found in ROWS.findall(said):
        for part in found.split("、"):
            first, _dash, last = part.partition("—")
            yield from range(int(first), int(last or first) + 1)


def accounted(read: TableRead) -> tuple[set[str], set[int], set[str]]:
    """The places, rows and columns that are taken or told of."""
    said = [*read.told, *read.doubts, *(one for row in read.rows for one in row.doubts)]
    places = {one for text in said for one in PLACE.findall(text.partition(" ")[0])}
    places |= {one for row in read.rows for cell in row.values.values() for one in cell.place.split("、")}
    rows = {n for text in said for n in rows_named(text)}
    return places, rows, {one for text in said for one in LETTERS.findall(text)}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_each_cell_of_any_table_is_taken_or_told(read_file: ReadFile, tmp_path: Path, data: st.DataObject) -> None:
    heads = data.draw(st.lists(st.sampled_from(HEADS), min_size=2, max_size=9, unique=True))
    row = st.lists(st.sampled_from(CELLS), min_size=len(heads), max_size=len(heads) + 1)
    lines = [*data.draw(st.lists(row, max_size=1)), heads, *data.draw(st.lists(row, min_size=1, max_size=5))]
    out = io.StringIO()
    csv.writer(out).writerows(lines)
    path = tmp_path / "表.csv"
    path.write_text(out.getvalue(), "utf-8")
    read = read_file(path)
    if read.problems:
        return
    places, rows, columns = accounted(read)
    lost = [
        (place(n, m), text)
        for n, line in enumerate(lines)
        for m, text in enumerate(line)
        if text
        and text not in EMPTY
        # A head that is known says what its column is
        and not (meaning(text) or text == OPEN)
        and place(n, m) not in places
        and n + 1 not in rows
        and re.match("[A-Z]+", place(n, m))[0] not in columns  # type: ignore[index]
    ]
    assert lost == []
