"""What became of a record reads as plain Chinese, bounded, as a line and as its parts."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.history import saying
from disclosure.history.record_change import Cause, FieldEdit, Happening, OutcomeChange, RecordChange
from disclosure.history.saying import Said

UPDATE = "updates/2022/2022-08-18-dairy"
EVIDENCE = json.dumps(
    {"publisher": "青云谱区人民政府", "title": "关于甲, 乙的公示", "url": "https://a.cn/b", "date": "2022-03-01"},
    ensure_ascii=False,
)
VOTE = json.dumps(
    {
        "adopted": "通过",
        "date": "2022-01-13",
        "votes_for": "30",
        "votes_against": "0",
        "source": {"publisher": "区人大", "title": "公告"},
    }
)
ENTRY = json.dumps(
    {
        "commitment": "c016",
        "reported": "已完成",
        "observations": [{"period": "2022", "value": "3", "unit": "个"}, {"period": "2023", "value": "4"}],
    }
)
TARGET = json.dumps({"measure": "新学位", "written": "300个"})


def _change(**given: object) -> RecordChange:
    whole = {"record": "2022/c016", "kind": "commitment", "report": "2022", "happening": Happening.CHANGED}
    return RecordChange(**{**whole, "day": "2026-12-01", "nth": 1, "commit": "", **given})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("record", "field", "was", "now", "line"),
    [
        ("2022/c016", "targets.1.written", "9%", "8%", "目标 9% → 8%"),
        ("2022/c016", "targets.2.written", "9%", "8%", "第2项目标 9% → 8%"),
        ("2022/c016", "targets.2", "", TARGET, "新增目标 新学位，300个"),
        ("2022/c016", "topics", "教育", "", "删去主题 教育"),
        ("2022/c016", "specificity", '["数量", "时限"]', '["数量"]', "具体程度 数量、时限 → 数量"),
        ("2022/c016", "vote", "", VOTE, "新增票决 通过，日期 2022-01-13，赞成 30，反对 0，出处 《公告》（区人大）"),
        ("2022/c016", "vote.votes_for", "30", "32", "票决的赞成 30 → 32"),
        ("indicators/gdp", "polarity", "up", "down", "方向 越高越好 → 越低越好"),
        ("indicators/gdp", "observations.1.value", "15000", "14000", "实际值 15000 → 14000"),
        (UPDATE, "reported", "推进中", "已完成", "报告状态 推进中 → 已完成"),
        (UPDATE, "evidence.1", "", EVIDENCE, "新增证据《关于甲, 乙的公示》（青云谱区人民政府，2022-03-01）"),
        (UPDATE, "evidence.1", '{"title": "某公告"}', "", "删去证据《某公告》"),
        (UPDATE, "evidence.1", "[甲", "乙}", "证据 [甲 → 乙}"),
        (UPDATE, "evidence.2.title", "甲", "乙", "第2项证据的标题 甲 → 乙"),
        (UPDATE, "entries.2", "", ENTRY, "新增逐条说明 承诺 c016，报告状态 已完成，实际值（2022，3个；2023，4）"),
        (UPDATE, "observations.1.started", "", "true", "实际值的已启动 否 → 是"),
        (UPDATE, "title", "一期工程开工", "一期工程，开工", "标题只改了标点、空格或写法"),
        (UPDATE, "body", "开工3个，", "开工3个。", "正文只改了标点、空格或写法"),
        (UPDATE, "body", "开工3个。其他不变。", "开工5个。其他不变。", "正文改了1句 开工3个。 → 开工5个。"),
        (UPDATE, "body", "", "又开工1个。仍在建设。", "正文新增2句 又开工1个。仍在建设。"),
        (UPDATE, "body", "", "- **又开工1个**，见[公告](https://a.cn/b)。", "正文新增1句 又开工1个，见公告。"),
        ("questions/who", "grounds.1.naming", "leader", "report", "依据的写明的责任 责任领导 → 报告"),
        (UPDATE, "body", "又开工1个。", "", "正文删去1句 又开工1个。"),
        (UPDATE, "unheard.of", "甲", "乙", "unheard的of 甲 → 乙"),
    ],
)
def test_a_field_that_is_another_is_told_in_one_sentence(
    record: str, field: str, was: str, now: str, line: str
) -> None:
    assert saying.edit(record, FieldEdit(field=field, was=was, now=now)).line == line


def test_long_values_are_shortened_to_what_differs() -> None:
    was, now = (f"{'前' * 100}{middle}{'后' * 100}" for middle in ("甲", "乙"))
    assert saying.shortened(was, now) == (
        "…前前前前前前前前甲后后后后后后后后…",
        "…前前前前前前前前乙后后后后后后后后…",
    )


@given(st.text(max_size=300), st.text(max_size=300), st.sampled_from(("title", "body", "evidence.1", "entries.1")))
def test_whatever_was_written_the_sentence_is_bounded_and_one_line(was: str, now: str, field: str) -> None:
    said = saying.edit(UPDATE, FieldEdit(field=field, was=was, now=now))
    assert max(len(said.was), len(said.now)) <= saying.LONGEST + 2
    assert "\n" not in said.line


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (_change(happening=Happening.CREATED), "新收录承诺 c016《甲》"),
        (_change(happening=Happening.GONE), "撤下承诺 c016《甲》"),
        (_change(happening=Happening.RETOUCHED), "承诺 c016《甲》：只改了标点、空格或写法"),
        (_change(record="corrections/2026-12-01-a", happening=Happening.CREATED), "更正：甲"),
        (_change(record="indicators/gdp", happening=Happening.CREATED), "新收录指标“甲”"),
        (
            _change(
                edits=tuple(FieldEdit(field=one, was="1", now="2") for one in ("deadline", "title", "group", "lead")),
                corrections=("corrections/2026-12-01-a",),
            ),
            "更正：承诺 c016《甲》：完成时限 1 → 2；标题 1 → 2；组 1 → 2；另有1处",
        ),
    ],
)
def test_a_change_is_told_in_one_line(change: RecordChange, line: str) -> None:
    assert saying.line(change, "甲") == line


def test_records_without_a_title_are_called_by_their_name() -> None:
    names = ("site", UPDATE, "vocabulary/topics/education", "responsibilities/2022/c016/2022-03-01", "2022/p2-05")
    assert [saying.name(one) for one in names] == [
        "网站设置",
        "更新 2022-08-18-dairy",
        "主题 education",
        "责任分工 c016",
        "段落 p2-05",
    ]


def test_an_outcome_is_told_by_its_labels() -> None:
    words = {"under-way": "推进中", "done": "已完成", "due-unsearched": "到期，尚未检索"}
    change = OutcomeChange(
        record="2022/c016", report="2022", day="2026-12-01", was="under-way", now="done", cause=Cause.RECORD
    )
    assert saying.outcome(change, words) == Said(label="结论", was="推进中", now="已完成")
    term = OutcomeChange(record="2022/c016", report="2022", day="2023-01-01", was="", now="unknown", cause=Cause.TERM)
    assert saying.outcome(term, words).line == "期限到了，结论 unknown"
