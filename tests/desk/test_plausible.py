"""What may be true is asked about, never refused: values against targets, figures in words, what is on file already."""

from __future__ import annotations

from typing import Any

import pytest

from disclosure.desk.words import WORDS
from tests.desk.node import Node, asked, needs_node

pytestmark = needs_node

TARGETS: list[dict[str, Any]] = [
    {
        "counted": True,
        "n": 1,
        "measure": "停车位",
        "written": "新建2000个",
        "operator": "ge",
        "value": "2000",
        "unit": "个",
        "asks": ["value"],
    },
    {"n": 2, "measure": "增长", "written": "5%以上", "operator": "ge", "value": "5", "unit": "%", "asks": ["value"]},
]
DATA = {
    "promises": [{"id": "c013", "title": "停车位", "targets": TARGETS}],
    "updates": [
        {
            "record": "updates/2025/a",
            "title": "旧的一条",
            "date": "2025-12-01",
            "commitments": ["2025/c013"],
            "evidence": [0],
        }
    ],
    "evidence": [{"publisher": "区政府", "title": "公告", "date": "2025-12-01"}],
    "documents": [],
}
RECORDS = {
    "UpdateMeta": [
        {"name": "date", "label": "日期", "input": "day"},
        {"name": "title", "label": "标题", "input": "line"},
        {"name": "event", "label": "事情发生", "input": "line"},
        {"name": "observations", "label": "实际值", "input": "records", "record": "SeenRecord"},
        {"name": "evidence", "label": "证据", "input": "records", "record": "EvidenceRecord"},
    ],
    "SeenRecord": [{"name": name, "label": name, "input": "line"} for name in ("target", "period", "value", "unit")],
    "EvidenceRecord": [{"name": name, "label": name, "input": "line"} for name in ("publisher", "title", "date")],
}
DESK: dict[str, Any] = {
    "site": {"words": dict(WORDS), "records": RECORDS, "reports": [{"key": "2025"}], "doubts": {}},
    "form": {"id": "update", "record": "UpdateMeta"},
    "report": "2025",
    "data": DATA,
    "others": {},
}


plausible = asked("plausible.js")


def asked(node: Node, values: dict[str, Any], body: str = "") -> list[tuple[str, str]]:
    found = node.ask("ofValues", DESK, values, body)
    return [(".".join(map(str, one["path"])), one["message"]) for one in found]


def seen(value: str, unit: str, target: str = "c013/1") -> dict[str, Any]:
    return {"observations": [{"target": target, "value": value, "unit": unit}]}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (seen("1900", "个"), []),
        (seen("19000", "个"), []),
        (seen("20000000", "个"), [("observations.0.value", "20000000个 是目标“新建2000个”的10倍以上")]),
        (seen("0.2", "个"), [("observations.0.value", "0.2个 不到目标“新建2000个”的百分之一")]),
        (seen("1900", "平方米"), [("observations.0.unit", "单位写的是“平方米”，目标“新建2000个”的单位是“个”")]),
        (seen("0.05", "%", "c013/2"), [("observations.0.value", "0.05% 不到目标“5%以上”的百分之一")]),
    ],
)
def test_a_value_is_held_against_its_target(
    plausible: Node, values: dict[str, Any], said: list[tuple[str, str]]
) -> None:
    assert asked(plausible, values) == said


@pytest.mark.parametrize(
    ("date", "period", "says", "said"),
    [
        ("2025-06-23", "2025-06", "", "period 2025-06 在这条更新的日期 2025-06-23 之后"),
        ("2025-06-23", "2025-05", "", ""),
        ("2025-06-23", "2025-06-23", "", ""),
        ("2025-12-20", "2025", "", "period 2025 在这条更新的日期 2025-12-20 之后"),
        ("2025-12-20", "2025", "全年建成2100个", ""),
    ],
)
def test_no_time_is_after_the_day_of_its_update(plausible: Node, date: str, period: str, says: str, said: str) -> None:
    value = {"target": "c013/1", "period": period}
    found = asked(plausible, {"date": date, "observations": [value], "evidence": [{"says": says}]})
    assert found == ([("observations.0.period", said)] if said else [])


def test_a_department_is_called_so_on_the_day(plausible: Node) -> None:
    fields = [
        {"name": "date", "label": "日期", "input": "day"},
        {"name": "lead", "input": "choice", "words": "departments"},
    ]
    departments = [{"value": "区体育局", "until": "2024-09-30"}, {"value": "区文旅局"}]
    site = {**DESK["site"], "records": {"UpdateMeta": fields}, "vocabularies": {"departments": departments}}
    desk = {**DESK, "site": site}
    given = [{"date": day, "lead": name} for day, name in (("2025-03-01", "区体育局"), ("2024-09-30", "区体育局"))]
    found = [plausible.ask("ofValues", desk, one, "") for one in (*given, {"date": "2025-03-01", "lead": "区文旅局"})]
    assert [[one["message"] for one in each] for each in found] == [
        ["“区体育局”用到 2024-09-30，这里的日期是 2025-03-01"],
        [],
        [],
    ]


def test_nothing_is_counted_less_than_none(plausible: Node) -> None:
    assert asked(plausible, seen("-3", "个")) == [("observations.0.value", "-3个 是负数")]
    assert asked(plausible, seen("-3", "%", "c013/2")) == []


@pytest.mark.parametrize(
    ("title", "body", "said"),
    [
        ("新建停车位3600个", "", []),
        ("新建停车位0.36万个", "", []),
        ("新建停车位3900个", "", [("title", "这里写的是3900个，实际值里没有：实际值写的是 3600个")]),
        ("建成停车位", "共３９００个。", [("body", "这里写的是3900个，实际值里没有：实际值写的是 3600个")]),
        ("4个片区的停车位建成3600个", "", []),
        ("停车位建成3600平方米", "", []),
    ],
)
def test_figures_in_words_are_those_of_the_values(
    plausible: Node, title: str, body: str, said: list[tuple[str, str]]
) -> None:
    assert asked(plausible, {"title": title, **seen("3600", "个")}, body) == said


def test_the_same_update_and_the_same_document_are_noticed(plausible: Node) -> None:
    values = {
        "date": "2025-12-01",
        "commitments": ["c013"],
        "evidence": [{"publisher": "区政府", "title": "公告", "date": "2025-12-01"}],
    }
    assert asked(plausible, values) == [
        ("date", "同一天、同一条承诺已有一条更新：旧的一条"),
        ("evidence.0.title", "这份材料已在一条更新里引用过：旧的一条"),
    ]
    assert asked(plausible, {**values, "date": "2025-12-02", "evidence": [{"title": "另一份"}]}) == []


@pytest.mark.parametrize(
    ("event", "says"), [("2025-02-30", "不是真有的日期"), ("2025-12/2025-10", "先后颠倒"), ("2025-10/2025-12", "")]
)
def test_the_time_of_an_event_is_a_time(plausible: Node, event: str, says: str) -> None:
    found = asked(plausible, {"event": event})
    assert says in (found[0][1] if found else "")
    assert bool(found) == bool(says)


def test_the_lines_that_changed_are_shown_with_those_around_them() -> None:
    node = Node("difference.js")
    before = "".join(f"{n}\n" for n in range(1, 11))
    found = node.ask("difference", before, before.replace("5\n", "五\n") + "11\n")
    node.close()
    assert "".join(one["sign"] + one["text"] + "\n" for one in found) == "…\n 3\n 4\n-5\n+五\n 6\n 7\n…\n 9\n 10\n+11\n"
