"""A correction licenses the values it lists, a withdrawal the file it names and what takes its place; no others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace

from disclosure.history.changes import FieldChange, Nature
from disclosure.history.licences import Licence, is_licensed
from disclosure.history.wording import words_of

UPDATE = "updates/2024/2024-07-05-first-half"
RED = "files/list-redacted.csv"


def change(field: str, was: str, now: str, **more: object) -> FieldChange:
    made = FieldChange(
        record=UPDATE, kind="更新", field=field, label="", nature=Nature.CORRECTED, was=was, now=now, path=""
    )
    return replace(made, **more)


def listed(field: str, was: str, now: str = "") -> Licence:
    return Licence(by="corrections/x", record=UPDATE, field=field, was=was, now=now)


def withdrawn(record: str, redacted: str = "") -> Licence:
    return Licence(by=f"retired/{record}", record=record, now=redacted, withdrawn=True)


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ("{adopted: 通过, votes_for: 60}", "{adopted: 通过, votes_for: 160}", True),
        ("60", "160", True),
        ("赞成60、反对100", "赞成160、反对100", False),
        ("60、100", "160、100", True),
        ("1600", "160", False),
        ("{votes_against: 60}", "{votes_for: 160}", False),
        ("{votes_for: 2060}", "{votes_for: 160}", False),
        ("2060年", "160", False),
        ("60", "1160", False),
    ],
)
def test_a_correction_of_a_group_tells_whole_values(was: str, now: str, expected: bool) -> None:
    assert is_licensed(change("vote.votes_for", "60", "160"), [listed("vote", was, now)]) is expected


def test_a_correction_of_a_group_tells_which_item_of_a_list_is_gone() -> None:
    gone = change("evidence.1", "{publisher: 甲局, title: 通报}", "")
    was = "[{publisher: 甲局, title: 通报}, {publisher: 乙局, title: 公告}]"
    assert is_licensed(gone, [listed("evidence", was, "[{publisher: 乙局, title: 公告}]")])
    assert not is_licensed(gone, [listed("evidence", was, was)])


@pytest.mark.parametrize(
    ("was", "now", "listed_was", "listed_now", "expected"),
    [
        ("2012年新建12所", "2012年新建13所", "12", "13", True),
        ("2012年新建9所", "2013年新建9所", "12", "13", False),
        ("新建12.5公里", "新建13.5公里", "12", "13", False),
        ("新建12所", "新建13所", "12所", "13所", True),
        ("新建12所，改建12所", "新建12所，改建13所", "12所", "13所", True),
    ],
)
def test_no_number_of_a_body_is_taken_apart(
    was: str, now: str, listed_was: str, listed_now: str, expected: bool
) -> None:
    assert is_licensed(change("body", was, now), [listed("body", listed_was, listed_now)]) is expected


@given(some.integers(1, 9999), some.integers(1, 9999), some.integers(1, 9999))
def test_a_number_is_corrected_as_a_whole_or_not_at_all(stood: int, was: int, now: int) -> None:
    made = change("body", f"新建{stood}所", f"新建{now}所")
    if stood != now:
        assert is_licensed(made, [listed("body", str(was), str(now))]) is (stood == was)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1、2号", "12号", False),
        ("增长＞5%", "增长<5%", False),
        ("≥5家", "≤5家", False),
        ("14,000户。", "14000户", True),
        ("14，000户", "14000 户", True),
        ("“完成”5家。", "完成 5 家", True),
    ],
)
def test_signs_count_where_they_make_another_number(one: str, other: str, same: bool) -> None:
    assert (words_of(one) == words_of(other)) is same


SNAPSHOT = change("evidence.1.snapshot", "files/list.csv", RED, files=("files/list.csv", RED))
DIGEST = change("evidence.1.sha256", "aa", "bb", files=("files/list.csv", RED))


@pytest.mark.parametrize(
    ("made", "licences", "expected"),
    [
        (SNAPSHOT, [withdrawn("files/list.csv", RED)], True),
        (DIGEST, [withdrawn("files/list.csv", RED)], True),
        (DIGEST, [withdrawn("files/list.csv", "files/x.csv"), withdrawn("files/x.csv", RED)], True),
        (replace(DIGEST, now="", files=("files/list.csv", "")), [withdrawn("files/list.csv")], True),
        (replace(DIGEST, files=("files/list.csv", "files/list.csv")), [withdrawn("files/list.csv", RED)], False),
        (replace(DIGEST, files=("files/map.csv", RED)), [withdrawn("files/list.csv", RED)], False),
        (replace(DIGEST, files=("files/list.csv", "files/other.csv")), [withdrawn("files/list.csv", RED)], False),
        (replace(DIGEST, files=("", "")), [withdrawn("files/list.csv", RED)], False),
        (
            replace(DIGEST, files=("reports/2023/source.txt", "reports/2023/source-2.txt")),
            [withdrawn("reports/2024/source.txt", "reports/2024/source-2.txt")],
            False,
        ),
    ],
)
def test_a_withdrawal_licenses_the_file_it_names(made: FieldChange, licences: list[Licence], expected: bool) -> None:
    assert is_licensed(made, licences) is expected


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (change("body", "住在一路的张三", "某人", worded=True), True),
        (change("evidence.1.title", "张三的证明", "", worded=True), True),
        (change("reported", "未完成", "已完成"), False),
        (change("observations.1.value", "3", "5"), False),
        (change("published", "2024-07-05 09:00", "2021-07-05 09:00", nature=Nature.FIXED), False),
    ],
)
def test_a_withdrawal_takes_words_away_and_changes_no_fact(made: FieldChange, expected: bool) -> None:
    assert is_licensed(made, [withdrawn(UPDATE)]) is expected
