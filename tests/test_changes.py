"""What readers see of a record's history: on its page, in the list of all changes, in the data; the same everywhere."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
from collections.abc import Mapping
from html import unescape
from shutil import rmtree
from typing import Any

import jsonschema
import pytest
from msgspec.structs import replace

from disclosure.catalog.changes import RecordChanges
from disclosure.history.record_change import Cause, Happening, OutcomeChange
from disclosure.model.record_names import NameKind
from disclosure.pages import change_data, change_lines, changes
from disclosure.search import data_file
from tests.grown import grow
from tests.made_up_changes import change, edit, given, many
from tests.projects import REPOSITORY, Sandbox, date_of

RECORDS = ("2024/c001", "2024/c002", "2024/c003")
PAGE = "reports/2024/commitments/c001.html"
SCHEMAS = REPOSITORY / "docs/schema/data"
TAG = re.compile(r"<[^>]*>")
SECTION = re.compile(r'<section class="d-full" aria-labelledby="d-history">(.*?)</section>', re.S)
ASSIGNED = "responsibilities/2024/c001/2024-02-01"
FOUND = RecordChanges(
    all=(
        change("2024/c001", "2024-02-03", edits=(edit("lead", "甲局", "乙局"),), corrections=("corrections/x",)),
        change("2024/c001", "2024-02-02", happening=Happening.RETOUCHED, edits=(edit("title", "甲", "甲。"),)),
        change(ASSIGNED, "2024-02-01", kind=NameKind.RESPONSIBILITY, happening=Happening.CREATED),
        *(change(f"2024/c{n:03}", "2024-01-30", happening=Happening.CREATED) for n in range(2, 9)),
        change("2024/c900", "2024-01-30", happening=Happening.GONE),
    ),
    outcomes=(
        OutcomeChange(
            record="2024/c001", report="2024", day="2024-02-03", was="not-due", now="done", cause=Cause.RECORD
        ),
    ),
    known=True,
    since="2024-01-21",
)


def words(html: str) -> str:
    return " ".join(unescape(TAG.sub(" ", html)).split())


def history(page: bytes) -> str:
    found = SECTION.search(page.decode())
    return words(found[1]) if found else ""


@pytest.fixture
def project(create) -> Sandbox:
    return create("register")


@pytest.fixture
def site(project: Sandbox, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    given(monkeypatch, FOUND)
    return project.build()


def test_a_record_s_page_tells_what_became_of_it_newest_first(site: dict[str, bytes]) -> None:
    assert history(site[PAGE]) == (
        "改动记录 最近改动： 2024-02-03"
        " 2024-02-03 结论 ○ 未到期 → ● 已完成 牵头单位 甲局 → 乙局 更正：x"
        " 2024-02-02 只改了标点、空格或写法"
        " 2024-02-01 新收录责任分工 c001"
    )


def test_a_record_that_came_later_or_never_changed_says_so_in_one_line(site: dict[str, bytes]) -> None:
    assert "2024-01-30收录，此后没有改动" in site["reports/2024/commitments/c002.html"].decode()
    assert "公开记录从2024-01-21起，没有改动" in site["reports/2024/commitments/c010.html"].decode()


def test_the_list_has_them_by_day_many_alike_together(site: dict[str, bytes]) -> None:
    text = words(re.split("<main", site["changes.html"].decode())[1])
    start = text.index("2024-02-03", text.index("全部 6 行"))
    assert text[start : text.index("这份记录")].strip() == (
        "2024-02-03 承诺 c001《园区产值增长7.5%以上》 结论 ○ 未到期 → ● 已完成"
        " 承诺 c001《园区产值增长7.5%以上》 牵头单位 甲局 → 乙局 更正：x"
        " 2024-02-02 只改标点、空格或写法的（1） 承诺 c001《园区产值增长7.5%以上》 只改了标点、空格或写法"
        " 2024-02-01 责任分工 c001 新收录"
        " 2024-01-30 7条承诺 新收录 承诺 c900 撤下"
    )


def told(site: Mapping[str, bytes]) -> dict[str, tuple[int, int]]:
    """How many changes of records, and of outcomes, each of the site's ways of telling them has."""
    rows = data_file.decode(site["changes-index.js"], dict[str, Any])["rows"]
    recent = data_file.decode(site["changes-recent.js"], dict[str, Any])["rows"]
    said = re.search(r"本站的记录改动(\d+)次，(?:没有结论变化|结论变化(\d+)次)", site["changes.html"].decode())
    assert said is not None
    return {
        "page": (int(said[1]), int(said[2] or 0)),
        "data": (len(rows_of(site, "changes")), sum(bool(row["was"]) for row in rows_of(site, "outcome-changes"))),
        "table": (
            len({row["id"] for row in table(site, "changes")}),
            len({row["id"] for row in table(site, "outcome-changes") if row["was"]}),
        ),
        "index": (count(rows, is_outcome=False), count(rows, is_outcome=True)),
        "recent": tuple(sum(row[1] for row in recent if row[2] == outcome) for outcome in (0, 1)),
    }


def rows_of(site: Mapping[str, bytes], name: str) -> list[dict[str, Any]]:
    return list(json.loads(site.get(f"data/{name}.json", b"[]")))


def table(site: Mapping[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(site.get(f"data/{name}.csv", b"").decode("utf-8-sig"))))


def count(rows: list[list[Any]], *, is_outcome: bool) -> int:
    """A line of several begins with their number."""
    numbers = (re.match(r"\d+", row[4]) for row in rows if (row[1] == changes.OUTCOME) is is_outcome)
    return sum(int(one[0]) if one else 1 for one in numbers)


def followed(entry: dict[str, Any]) -> int:
    """Of how many promises a feed's entry tells: many alike on one day are one, which ends with their number."""
    many = re.search(r"：(\d+)条$", entry["title"])
    return int(many[1]) if many else 1


def test_all_that_tells_of_changes_has_the_same_numbers(site: dict[str, bytes]) -> None:
    found = told(site)
    # What is new leaves out signs and blanks
    assert found.pop("recent") == (10, 1)
    assert set(found.values()) == {(11, 1)}


def test_the_example_s_history_is_told_alike_everywhere(tmp_path) -> None:
    for _commit in grow(tmp_path):
        pass
    site = Sandbox(tmp_path).build(date=date_of("shiguang"))
    found = told(site)
    minor = [row for row in json.loads(site["data/changes.json"]) if row["happening"] == Happening.RETOUCHED]
    recent, outcomes = found.pop("recent")
    assert {*found.values()} == {(recent + len(minor), outcomes)}
    assert sum(map(followed, json.loads(site["outcomes.feed.json"])["items"])) == outcomes
    for name in ("changes", "outcome-changes"):
        jsonschema.validate(rows_of(site, name), json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8")))
    lines = sum(page.count(b'<li class="d-change">') for name, page in site.items() if name.startswith("changes"))
    # One is the line that the filter copies
    assert lines - 1 == len(data_file.decode(site["changes-index.js"], dict[str, Any])["rows"])


def test_ten_thousand_changes_stay_within_what_a_phone_opens(project: Sandbox, monkeypatch) -> None:
    given(monkeypatch, many(20_000, RECORDS))
    site = project.build()
    pages = {name: page for name, page in site.items() if name == "changes.html" or name.startswith("changes/")}
    assert len(pages) == change_lines.LINES / changes.SIZE
    assert {name: n for name in (*pages, PAGE) if (n := len(re.findall(rb"<[a-z]", site[name]))) > 1500} == {}
    limits = {**dict.fromkeys((*pages, PAGE), 20_000), "changes-index.js": 60_000, "changes-recent.js": 20_000}
    assert {name: size for name, most in limits.items() if (size := len(gzip.compress(site[name]))) > most} == {}
    assert json.loads(site["data/changes.json"])[0]["date"] == "2024-02-27"
    assert "更早的21000次在改动数据里".encode() in site["changes.html"]


def test_what_is_new_leaves_the_further_pages_as_they_are(project: Sandbox, monkeypatch) -> None:
    before = many(300, RECORDS)
    given(monkeypatch, before)
    further = {name: page for name, page in project.build().items() if name.startswith("changes/")}
    newest = change("2024/c001", "2024-02-28", edits=(edit("lead", "甲局", "乙局"),))
    given(monkeypatch, replace(before, all=(newest, *before.all)))
    # What is given here comes from no file that a build looks at
    rmtree(project.root / ".cache")
    site = project.build()
    assert b"2024-02-28" in site["changes.html"]
    assert len(further) > 1
    assert {name for name, page in further.items() if site.get(name) != page} == set()


def test_where_git_does_not_answer_nothing_is_said(project: Sandbox, monkeypatch) -> None:
    given(monkeypatch, RecordChanges())
    site = project.build()
    assert "changes.html" not in site
    assert [name for name, data in site.items() if name.endswith(".html") and "改动记录".encode() in data] == []


def test_where_nothing_changed_the_list_says_so(project: Sandbox, monkeypatch) -> None:
    given(monkeypatch, RecordChanges(known=True, since="2024-01-21"))
    site = project.build()
    assert "公开记录从2024-01-21起，还没有改动。".encode() in site["changes.html"]
    assert "data/changes.json" not in site


def test_what_is_new_says_from_which_day_on_it_leaves_nothing_out(project: Sandbox, monkeypatch) -> None:
    given(monkeypatch, many(2000, RECORDS))
    recent = data_file.decode(project.build()["changes-recent.js"], dict[str, Any])
    days = [row[0] for row in recent["rows"]]
    assert len(days) == change_data.RECENT
    assert days[-1] < recent["since"] == min(day for day in days if day > days[-1])
