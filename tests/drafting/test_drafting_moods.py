"""Whether a paragraph tells what was done or promises what is to be done."""

from __future__ import annotations

import pytest

from disclosure.drafting import DraftDoubt, propose
from tests.drafting.reports import report


def kinds(*lines: str) -> list[str]:
    return [one.kind for one in propose(report(*lines))]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("一、2023年工作回顾", "result"),
        ("一、过去五年目标任务完成情况", "result"),
        ("第一部分 主要工作成效", "result"),
        ("二、2024年工作安排", "commitment"),
        ("二、今后五年的目标任务", "commitment"),
        ("三、加强政府自身建设", "commitment"),
    ],
)
def test_the_part_says_it(heading: str, kind: str) -> None:
    assert kinds(f"## {heading}", "修好河堤。") == [kind]


def test_a_section_goes_on_as_its_part_does() -> None:
    lines = ("## 一、2023年工作回顾", "### （一）以自身建设为重点", "修好河堤。")
    assert kinds(*lines) == ["result"]


def test_a_part_that_names_a_matter_goes_on_as_the_part_before() -> None:
    assert kinds("## 一、2024年工作安排", "修好河堤。", "## 二、深化改革开放", "修好渡口。") == ["commitment"] * 2


def test_where_a_heading_says_both_the_words_say_where_the_plan_begins() -> None:
    lines = ("## 一、五年来的成就和今后的目标任务", "修好了河堤。", "新的一年，修好渡口码头。", "修好船坞。")
    proposed = [one for one in propose(report(*lines)) if one.kind != "exemption"]
    assert [one.kind for one in proposed] == ["result", "commitment", "commitment"]
    assert all(DraftDoubt.TENSE in one.doubts for one in proposed)


def test_without_headings_the_words_say_it_too() -> None:
    assert kinds("修好了河堤。", "我们将修好渡口。") == ["result", "commitment"]
