"""What a table that was read changes: blanks and what is on file change nothing, all that is unsure is told at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from disclosure.catalog.catalog import Catalog
from disclosure.tables import changes, doubts, told
from disclosure.tables.cell_values import Lexicon
from disclosure.tables.changes import TableChanges, TableSource
from disclosure.tables.on_file import PromiseOnFile
from disclosure.tables.shapes import Cell, ReadRow, TableRead
from tests.tables.made import row, table

JULY = TableSource(publisher="拾光区住建局", title="重点任务进展表", day=date(2026, 1, 30))


class ExampleReader:
    """Reads tables against the example."""

    def __init__(self, promises: Mapping[str, PromiseOnFile], catalog: Catalog) -> None:
        self.promises, self.catalog = promises, catalog

    def found(self, read: TableRead, source: TableSource = JULY, **said: str) -> TableChanges:
        return changes.found(read, self.promises, Lexicon(self.catalog.words, said), source)

    def told(self, *rows: ReadRow, source: TableSource = JULY, **said: str) -> list[str]:
        found = self.found(table(*rows), source, **said)
        assert found.doubts == ()
        return [line.strip() for line in told.lines(found)]

    def doubt(self, *rows: ReadRow, source: TableSource = JULY) -> list[tuple[str, str]]:
        """Each by its place and the beginning of what it says."""
        return [(one.place, one.message) for one in self.found(table(*rows), source).doubts]


@pytest.fixture
def reader(promises: Mapping[str, PromiseOnFile], joined: tuple[Catalog, ...]) -> ExampleReader:
    return ExampleReader(promises, joined[0])


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"reported": "已完成", "value": 8, "unit": "个", "period": "2025"},
        {"value": 8, "period": "2025年"},
        {"value": 8, "period": "2025年1—12月"},
        {"leader": "乙某某", "lead": "拾光区住建局", "deadline": date(2025, 12, 15)},
        {"lead": "拾光区城乡建设局"},
        {"reported": "无公开信息", "progress": " "},
        {"progress": "还有6部电梯没有装好。"},
        {"unit": "个", "period": "2025-06"},
    ],
)
def test_blanks_and_what_is_on_file_are_no_change(reader: ExampleReader, values: dict[str, Any]) -> None:
    assert reader.told(row("2025/c014", target=1, **values)) == []


def test_what_is_new_is_told_with_what_stood(reader: ExampleReader) -> None:
    said = row(
        "2025/c013",
        target=1,
        reported="部分完成",
        value=1500,
        period="2025年1—12月",
        progress="已建成1500个",
        leader="丙某某",
        deadline=date(2026, 6, 30),
    )
    assert reader.told(said) == [
        "2025/c013 新建停车位2000个",
        "状态：原来没有登记，现在 部分完成",
        "实际值（新建停车位）：原来没有登记，现在 1,500个（2025）",
        "新的进展：已建成1500个",
        "责任领导：原来 乙某某，现在 丙某某",
        "计划完成时限：原来 2025-12-15，现在 2026-06-30",
    ]


def test_a_value_of_a_later_time_or_of_another_vintage_is_new(reader: ExampleReader) -> None:
    assert reader.told(row("2025/c001", target=1, value=Decimal("5.7"), period="2025", vintage="最终")) == [
        "2025/c001 地区生产总值增长5.5%左右",
        "实际值（地区生产总值增速）：原来 5.6%（2025，初步），现在 5.7%（2025，最终）",
    ]
    later = TableSource(day=date(2026, 3, 20))
    assert reader.told(row("2025/c019", target=1, value=11, period="2026-03-15"), source=later)[1:] == [
        "实际值（2026年底前新建绿道）：原来 9公里（2026-02），现在 11公里（2026-03-15）"
    ]


def test_the_same_time_with_another_value_is_in_doubt(reader: ExampleReader) -> None:
    assert reader.doubt(row("2025/c014", target=1, value=9, period="2025")) == [
        ("N2", "2025/c014 老旧小区改造：2025的数已登记 8个（2025），这里是 9个")
    ]


@pytest.mark.parametrize(
    ("values", "place", "message"),
    [
        ({"value": 7}, "N2", "没有写时期：这个数算到什么时候"),
        ({"value": 7, "period": "去年"}, "P2", "看不出“去年”是哪个时期"),
        ({"value": 7, "period": "2026-02"}, "N2", "2025/c015：2026-02 不在 2025 年到期限 2025-12-31 之间"),
        ({"value": 7, "period": "2025", "vintage": "快报"}, "Q2", "词表 vintages 里没有“快报”"),
        ({"value": 7, "period": "2024"}, "N2", "2025/c015：2024 不在 2025 年到期限 2025-12-31 之间"),
        ({"supporting": "拾光区住建局"}, "I2", "2025/c015 的“拾光区住建局”既牵头又配合"),
        ({"done": date(2025, 5, 1)}, "S2", "2025/c015 的目标不是期限，不写完成日期"),
        (
            {"quote": "新建充电桩600个"},
            "D2",
            "2025/c015 的原文不能改：原来是“新建充电桩500个”，现在是“新建充电桩600个”",
        ),
        (
            {"quote": "新建充电桩500个", "measure": "充电站"},
            "E2",
            "2025/c015 的指标不能改：原来是“新建充电桩”，现在是“充电站”",
        ),
        ({"title": "通报"}, "U2", "材料要写发布单位，和标题、文号、网址中的至少一样"),
        ({"publisher": "拾光区住建局", "title": "通报"}, "2", "2025/c015 写了材料，没有写状态、进展或实际值"),
    ],
)
def test_what_cannot_be_taken_is_told_with_its_place(
    reader: ExampleReader, values: dict[str, Any], place: str, message: str
) -> None:
    assert reader.doubt(row("2025/c015", target=1, **values)) == [(place, message)]


def test_what_the_reading_did_not_know_is_no_change_here(reader: ExampleReader) -> None:
    """It has told of it, with the cell."""
    told = row("2025/c015", lead="水利局", supporting="水利局、拾光区交通局", reported="快了", deadline="长期")
    assert reader.told(told) == []
    doubted = replace(told, doubts=("填报!H2 “水利局”：词表 departments 里没有“水利局”",))
    assert reader.doubt(doubted) == [("H2", "“水利局”：词表 departments 里没有“水利局”")]


def test_a_word_may_be_said_to_mean_another(reader: ExampleReader) -> None:
    told = row("2025/c001", target=1, value=Decimal("5.7"), period="2025", vintage="快报")
    assert reader.told(told, 快报="最终")[1:] == [
        "实际值（地区生产总值增速）：原来 5.6%（2025，初步），现在 5.7%（2025，最终）"
    ]


def test_a_time_may_be_said_for_all_values_that_say_none(reader: ExampleReader) -> None:
    source = TableSource(period="2025-06")
    assert reader.told(row("2025/c015", target=1, value=120), source=source)[1:] == [
        "实际值（新建充电桩）：原来没有登记，现在 120个（2025-06）"
    ]


def test_no_value_is_of_a_time_after_the_table_but_a_year_in_its_december(reader: ExampleReader) -> None:
    of_year = row("2025/c015", target=1, value=500, period="2025")
    assert reader.doubt(of_year, source=TableSource(day=date(2025, 11, 30))) == [
        ("N2", "2025/c015：2025 在材料的日期 2025-11-30 之后")
    ]
    assert reader.doubt(of_year, source=TableSource(day=date(2025, 12, 20))) == []


def test_what_belongs_to_the_promise_may_stand_in_any_row_of_its_targets(reader: ExampleReader) -> None:
    rows = [
        row("2025/c008", 2, target=1, reported="部分完成", progress="在建2个"),
        row("2025/c008", 3, target=2, reported="已完成", value=3, period="2025-11"),
    ]
    assert reader.told(*rows) == [
        "2025/c008 引进头部企业2家、建成孵化基地3个",
        "状态：原来 部分完成，现在 已完成",
        "实际值（孵化基地）：原来 1个（2025），现在 3个（2025-11）",
        "新的进展：在建2个",
    ]


def test_two_rows_that_say_two_things_of_one_promise_are_in_doubt(reader: ExampleReader) -> None:
    rows = [row("2025/c008", 2, target=1, reported="未完成"), row("2025/c008", 3, target=2, reported="已完成")]
    assert reader.doubt(*rows) == [("L2", "2025/c008 的状态，几行里写的不同：L2 未完成；L3 已完成")]


def test_a_foreign_table_may_call_a_task_otherwise(reader: ExampleReader) -> None:
    assert reader.told(row("2025/c015", by="title", task="充电设施")) == []
    assert reader.told(row("2025/c015", by="id", task="充电设施")) == []
    ours = row("2025/c015", by="id", task="充电设施", quote="新建充电桩500个")
    assert [place for place, _said in reader.doubt(ours)] == ["C2"]


def test_a_day_of_completion_that_differs_is_in_doubt(reader: ExampleReader) -> None:
    assert reader.told(row("2025/c016", target=1, done=date(2025, 6, 20))) == []
    assert reader.doubt(row("2025/c016", target=1, done=date(2025, 6, 21))) == [
        ("S2", "2025/c016 已登记 2025-06-20 完成，这里是 2025-06-21")
    ]


def test_two_documents_of_one_day_are_in_doubt(reader: ExampleReader) -> None:
    source = TableSource(day=date(2025, 2, 10))
    assert reader.doubt(row("2025/c015", lead="拾光区交通局"), source=source) == [
        ("H2", "2025/c015 在 2025-02-10 已登记过一份责任分工")
    ]


def test_rows_without_a_promise_and_doubts_of_the_reading_are_all_told(reader: ExampleReader) -> None:
    read = TableRead(
        rows=(row("", 2), row("2025/c999", 3), ReadRow(place="4", doubts=("像 c015，也像 c018",))),
        doubts=("有两张表",),
    )
    assert [(one.place, one.message) for one in reader.found(read).doubts] == [
        ("", "有两张表"),
        ("2", "看不出这一行说的是哪条承诺"),
        ("3", "没有承诺 2025/c999"),
        ("4", "像 c015，也像 c018"),
    ]


def test_what_is_the_same_in_many_rows_is_told_once(reader: ExampleReader) -> None:
    rows = [row(f"2025/c0{n}", n, target=1, value=1) for n in (13, 15, 18)]
    assert reader.doubt(*rows) == [("N13、N15、N18", "没有写时期：这个数算到什么时候")]


def test_an_error_of_a_formula_is_told(reader: ExampleReader) -> None:
    broken = ReadRow(place="2", promise="2025/c015", by="id", values={"value": Cell(error="#REF!", place="N2")})
    assert reader.doubt(broken) == [("N2", "这一格的公式算不出来：#REF!")]


def test_rows_may_be_left_out_and_joined_ones_with_all_of_theirs(reader: ExampleReader) -> None:
    joined = replace(row("2025/c013", 4, reported="推进中"), place="4、5")
    read = table(row("", 2), row("2025/c015", 3, reported="推进中"), joined)
    assert [one.place for one in doubts.without(read, {"2", "4"}).rows] == ["3", "4、5"]
    assert [one.place for one in doubts.without(read, {"2", "4", "5"}).rows] == ["3"]


def test_remarks_are_for_the_editor_alone(reader: ExampleReader) -> None:
    found = reader.found(table(row("2025/c015", remarks="联系人\n在休假")))
    assert (found.promises, list(told.remarks(found))) == ((), ["第2行的备注（不写进网站）：联系人；在休假"])
