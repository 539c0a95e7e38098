"""What a reader reads is held against the document character by character."""

from __future__ import annotations

from disclosure.paper.reading import TextDifference, difference

RUNNING = "报告"


def compared(*pages: str, wanted: str = "甲乙丙丁戊己") -> TextDifference | None:
    return difference("pypdf", pages, wanted, ("项目数额",), RUNNING)


def test_pages_that_hold_the_whole_text_are_equal_to_it() -> None:
    assert compared("甲乙", "报告2丙丁", "报告3戊己") is None


def test_the_head_of_a_table_that_goes_on_counts_once() -> None:
    assert compared("甲项目数额乙", "报告2项目数额丙", wanted="甲项目数额乙丙") is None


def test_another_character_is_told_with_its_page() -> None:
    found = TextDifference("pypdf", 2, "丙丁戊己", "⻔丁戊己")
    assert compared("甲乙", "报告2⻔丁戊己") == found


def test_what_is_lacking_at_the_end_is_told() -> None:
    assert compared("甲乙", "报告2丙丁") == TextDifference("pypdf", 2, "戊己", "")


def test_what_is_too_much_is_told() -> None:
    assert compared("甲乙丙丁戊己", "报告2己") == TextDifference("pypdf", 2, "", "己")
