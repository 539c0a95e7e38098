"""What is missing: documents with the promises that wait for them, the letters, the places and ``sweep``."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from html import unescape
from typing import get_args

import pytest

from disclosure.model.gaps import DocumentRecord
from disclosure.pages import gaps
from disclosure.project import find
from tests.prepared import Prepared, prepare
from tests.projects import FIRST_YEAR, Sandbox

DAY = "2025-03-20"
LETTER = re.compile(r"<pre[^>]*data-letter>(.*?)</pre>", re.S)


@pytest.fixture
def project(create: Callable[..., Sandbox]) -> Sandbox:
    return create(FIRST_YEAR)


def prepared(project: Sandbox, day: str = DAY) -> Prepared:
    found, problems = prepare(find(project.root), date.fromisoformat(day))
    assert problems == ()
    assert found is not None
    return found


def letter(site: dict[str, bytes], id: str) -> str:
    found = LETTER.search(site[f"reports/2024/gaps/{id}.html"].decode())
    return unescape(found[1]) if found else ""


def test_a_document_waits_for_the_promises_in_its_scope_of_which_nothing_is_public(project: Sandbox) -> None:
    report = prepared(project).catalog.reports[0]
    silent = {id for id, became in report.follow.items() if became.absence is not None}
    by_id = {one.id: set(report.missing(one)) for one in report.documents}
    assert by_id == {
        "work-report-2025": silent,
        "livelihood-2024": {"c028", "c029"},
        "museum-acceptance": {"c026"},
        "listing-notices": {"c013"},
        "statistics-2024": set(),
    }


def test_the_letter_names_addressee_law_version_information_form_and_leaves_the_applicants_blanks(
    project: Sandbox,
) -> None:
    text = letter(project.build(date=DAY), "museum-acceptance")
    assert text.splitlines()[:3] == ["政府信息公开申请", "", "拾光区文化和旅游局（政府信息公开工作机构）："]
    for words in (
        "国务院令第711号修订",
        "第二十七条",
        "第二十九条",
        "第三十三条",
        "20个工作日",
        "名称：拾光区博物馆竣工验收公告",
        "1．2025年底前建成区博物馆",
        "姓名或者名称：____",
        "身份证明：____",
        "联系方式：____",
    ):
        assert words in text, words


def test_a_letter_to_a_congress_claims_no_right_of_the_regulation(project: Sandbox) -> None:
    text = letter(project.build(date=DAY), "livelihood-2024")
    assert text.startswith("关于请求公开有关文件的信\n\n拾光区人民代表大会常务委员会：\n")
    assert "条例" not in text
    assert "工作日" not in text


def test_where_there_is_nobody_to_write_to_there_is_no_letter(project: Sandbox) -> None:
    site = project.build(date=DAY)
    assert (letter(site, "listing-notices"), letter(site, "statistics-2024")) == ("", "")


def test_a_page_with_a_letter_can_be_read_and_copied_without_script(project: Sandbox) -> None:
    page = project.build(date=DAY)["reports/2024/gaps/museum-acceptance.html"].decode()
    assert '<p class="d-letter__actions" hidden data-actions>' in page
    assert "<pre" in page


def test_every_way_to_ask_has_words() -> None:
    ways = get_args(DocumentRecord.declared["way"].type)
    assert set(gaps.WAYS) == set(ways)


def test_the_last_day_of_what_is_expected() -> None:
    found = {text: gaps.end_of(text).isoformat() for text in ("2023", "2024-02", "2023-03-31")}
    assert found == {"2023": "2023-12-31", "2024-02": "2024-02-29", "2023-03-31": "2023-03-31"}


def test_an_absence_names_the_places_that_were_looked_at_and_those_that_were_not(project: Sandbox) -> None:
    site = project.build(date=DAY)
    streets = site["reports/2024/commitments/c014.html"].decode()
    assert "查过：拾光区政府网站“重点工作”栏目（2025-03-10）；拾光日报（2025-03-10）。" in unescape(streets)
    museum = unescape(site["reports/2024/commitments/c026.html"].decode())
    assert "拾光区博物馆竣工验收公告" in museum
    assert "检索截至" not in museum


def test_the_kind_of_an_absence_is_a_word_of_its_vocabulary(project: Sandbox) -> None:
    project.edit("reports/2024/absences.yml", "kind: 民生实事候选", "kind: 民生实事侯选")
    run = project.run("check", date=DAY)
    assert run.code == 1
    assert "absences.yml:1:3: [unknown-word] absences：词表 kinds 里没有“民生实事侯选”" in run.err
    assert "是不是想写“民生实事候选”？" in run.err
    # And nothing is said of its promises, which nobody knows
    assert "没有一条还缺公开信息" not in run.err


def test_an_absence_is_searched_up_to_the_earliest_of_its_places(project: Sandbox) -> None:
    project.edit(
        "places.yml", "  every: 7\n  looks:\n    - {date: 2025-03-10}", "  every: 7\n  looks:\n    - {date: 2025-02-02}"
    )
    absence = prepared(project).catalog.reports[0].follow["c014"].absence
    assert absence is not None
    assert {look.id: str(look.day) for look in absence.looks} == {
        "district-site": "2025-03-10",
        "local-media": "2025-02-02",
    }
    # The body that was asked has looked later than that
    assert absence.searched == date(2025, 2, 20)


def test_a_look_before_the_speech_says_nothing_of_what_became_of_it(project: Sandbox) -> None:
    project.edit(
        "places.yml",
        "  holder: 拾光区人民代表大会常务委员会\n  looks:\n    - {date: 2025-03-10}",
        "  holder: 拾光区人民代表大会常务委员会\n  looks:\n    - {date: 2023-12-01}",
    )
    absence = prepared(project).catalog.reports[0].follow["c028"].absence
    assert absence is not None
    assert (absence.term.id, absence.searched) == ("not-looked", None)


def test_sweep_tells_what_was_never_looked_at_then_what_is_latest_and_who_waits(project: Sandbox) -> None:
    done = project.run("sweep", date=DAY)
    assert (done.code, done.out) == (
        0,
        "exchange-notices：证券交易所的公告栏目（证券交易所）还没有看过；1 条承诺等着它\n"
        "museum-column：拾光区文化和旅游局网站“公示公告”栏目（拾光区文化和旅游局）还没有看过；1 条承诺等着它\n"
        "local-media：拾光日报（拾光日报社）2025-03-10 看过，应在 2025-03-17 再看，过了 3 天；1 条承诺等着它\n"
        "5 个地方，3 个该去看了\n",
    )


def test_sweep_for_machines_tells_all_places(project: Sandbox) -> None:
    done = project.run("sweep", "--json", date=DAY)
    rows = {row["id"]: row for row in json.loads(done.out)["places"]}
    assert rows["local-media"] == {
        "id": "local-media",
        "name": "拾光日报",
        "holder": "拾光日报社",
        "url": None,
        "every": 7,
        "last": "2025-03-10",
        "next": "2025-03-17",
        "late": 3,
        "commitments": 1,
    }
    assert {id: row["late"] for id, row in rows.items()} == {
        "exchange-notices": None,
        "museum-column": None,
        "local-media": 3,
        "district-site": 0,
        "congress-site": 0,
    }


def test_sweep_refuses_broken_content_as_every_command_does(project: Sandbox) -> None:
    project.edit("places.yml", "  name: 拾光日报\n", "")
    done = project.run("sweep", date=DAY)
    assert done.code == 1
    assert "缺少必填字段 name（名称）" in done.err
