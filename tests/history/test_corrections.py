"""A correction and the page it corrects lead to each other; a reader reports an error where there is a place for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from disclosure.history.kinds import named
from disclosure.pages.mending import filled
from tests.projects import FIRST_YEAR, Sandbox, date_of

NOTE = """\
---
title: 上半年更新的报告状态写错
date: 2025-03-19
published: 2025-03-19 10:00
corrects:
  - {record: updates/2024/2024-07-05-first-half, field: reported, was: 未启动, now: 推进中}
  - {record: 2024/c016, field: targets.1.written, was: 4条}
---

读者指出后改正，接着[上一条](2025-02-01-parking-unit.md)。
"""
# Where the example takes its readers
CHANNEL = "https://tracker.example/shiguang/-/issues/new"
VALUES = {"record": "reports/2024/commitments/c016", "text": "打通断头路5条 & 更多", "address": "https://x.test/a.html"}


@pytest.fixture
def project(create: Callable[..., Sandbox]) -> Sandbox:
    made = create(FIRST_YEAR)
    (made.content / "corrections/2025-03-19-first-half.md").write_text(NOTE, "utf-8")
    return made


def built(project: Sandbox) -> dict[str, str]:
    files = project.build(date=date_of(FIRST_YEAR))
    return {name: data.decode() for name, data in files.items() if name.endswith(".html")}


def test_a_correction_and_what_it_corrects_lead_to_each_other(project: Sandbox) -> None:
    pages = built(project)
    listed = pages["corrections.html"]
    assert (
        '<a href="updates/2024/2024-07-05-first-half.html">上半年断头路打通1条，停车位建成1500个</a> 报告状态' in listed
    )
    assert '<a href="reports/2024/commitments/c016.html">2024/c016</a> 目标 1 原文数字' in listed
    assert "原来：4条" in listed
    assert "现在：已删去" in listed
    assert '<a href="corrections/2025-02-01-parking-unit.html">上一条</a>' in listed
    for name in ("updates/2024/2024-07-05-first-half.html", "reports/2024/commitments/c016.html"):
        assert "本页更正过" in pages[name]
        assert "corrections/2025-03-19-first-half.html" in pages[name]
    assert "本页更正过" not in pages["reports/2024/commitments/c017.html"]


@pytest.mark.parametrize(
    ("record", "field", "expected"),
    [
        ("about", "published", "发布时间"),
        ("files/list.csv", "blob", "存档"),
        ("2024/p2-05", "text", "文字"),
        ("vocabulary/verdicts/met", "label", "名称"),
    ],
)
def test_a_field_is_called_as_readers_know_it_whatever_the_record(record: str, field: str, expected: str) -> None:
    assert named(record, field) == expected


def test_a_new_correction_reaches_the_page_it_corrects(project: Sandbox) -> None:
    built(project)
    note = project.content / "corrections/2025-03-19-first-half.md"
    note.write_text(note.read_text("utf-8").replace("2024/c016", "2024/c017"), "utf-8")
    pages = built(project)
    assert "本页更正过" in pages["reports/2024/commitments/c017.html"]
    assert "本页更正过" not in pages["reports/2024/commitments/c016.html"]


def test_what_was_retired_keeps_its_address(project: Sandbox) -> None:
    (project.content / "retired.yml").write_text(
        "- {record: updates/2024/2024-06-01-old, to: updates/2024/2024-07-05-first-half, date: 2025-03-18}\n"
        "- record: 2024/c099\n  reason: 与 c016 重复\n  date: 2025-03-18\n"
        "- record: us\n  date: 2025-03-18\n"
        "  withdrawn: {kind: 个人住址, date: 2025-03-18, by: 区政府办公室, rule: 政府信息公开条例第十五条}\n",
        "utf-8",
    )
    pages = built(project)
    assert 'href="../../updates/2024/2024-07-05-first-half.html"' in pages["updates/2024/2024-06-01-old.html"]
    assert "与 c016 重复" in pages["reports/2024/commitments/c099.html"]
    assert "政府信息公开条例第十五条" in pages["us.html"]


def test_what_a_report_that_is_gone_had_keeps_its_addresses(project: Sandbox) -> None:
    gone = "- {record: 2019/c001, reason: 整份报告撤下, date: 2025-03-18}\n"
    whole = "- {record: reports/2019, reason: 整份报告撤下, date: 2025-03-18}\n"
    (project.content / "retired.yml").write_text(gone + whole, "utf-8")
    addresses = ["reports/2019/commitments/c001.html", "reports/2019/index.html", "reports/2019/text.html"]
    pages = built(project)
    assert all("整份报告撤下" in pages[one] for one in addresses)
    assert built(project) == pages
    (project.site / addresses[0]).unlink()
    assert built(project) == pages
    (project.content / "retired.yml").write_text(whole, "utf-8")
    assert set(pages) - set(built(project)) == {addresses[0]}


def test_without_a_channel_there_is_no_way_to_report_and_the_build_says_so(project: Sandbox) -> None:
    project.edit("site.yml", f"  corrections: {CHANNEL}\n", "  corrections:\n")
    done = project.run("build", date=date_of(FIRST_YEAR))
    assert "没有写纠错的去处" in done.out
    assert all("我要纠错" not in page for page in built(project).values())


def test_a_channel_is_filled_in(project: Sandbox) -> None:
    project.edit("site.yml", CHANNEL, "desk@example.org")
    done = project.run("build", date=date_of(FIRST_YEAR))
    assert "没有写纠错的去处" not in done.out
    page = (project.site / "reports/2024/commitments/c016.html").read_text("utf-8")
    assert 'href="mailto:desk@example.org?subject=' in page
    assert "reports/2024/commitments/c016" in page.split("mailto:desk@example.org?")[1]
    assert "data-mend" not in (project.site / "reports/2024/commitments/c001.html").read_text("utf-8")
    text = (project.site / "reports/2024/text.html").read_text("utf-8")
    assert text.count("mailto:desk@example.org?") == 3
    assert text.count('data-module="mend" data-mend="mailto:desk@example.org?') == 1
    assert "%23%7Bid%7D" in text
    assert text.count("<a data-report href=") == 1


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("https://form.test/?r={record}&u={address}", "https://form.test/?r=reports%2F2024%2Fcommitments%2Fc016&u=https%3A%2F%2Fx.test%2Fa.html"),
        ("https://github.com/a/b/issues/new", "https://github.com/a/b/issues/new?title=%E7%BA%A0%E9%94%99"),
        ("https://gitlab.test/a/-/issues/new?type=x", "https://gitlab.test/a/-/issues/new?type=x&issue%5Btitle%5D="),
        ("https://gitee.com/a/b/issues/new", "https://gitee.com/a/b/issues/new?title="),
        ("https://gitee.com/a/b", "https://gitee.com/a/b"),
        ("https://gitee.com/a/b/issues", "https://gitee.com/a/b/issues"),
        ("https://form.test/?from=gitee.com/issues/new", "https://form.test/?from=gitee.com/issues/new"),
        ("https://github.com/a/b/issues/new?labels=x#top", "https://github.com/a/b/issues/new?labels=x&title="),
        ("https://form.test/?r={record}&x={other}", "https://form.test/?r=reports%2F2024%2Fcommitments%2Fc016&x="),
        ("mailto:desk@example.org", "mailto:desk@example.org?subject="),
        ("desk@example.org", "mailto:desk@example.org?subject="),
        ("https://example.org/contact", "https://example.org/contact"),
    ],
)  # fmt: skip
def test_each_kind_of_channel_takes_it_its_own_way(given: str, expected: str) -> None:
    address = filled(given, VALUES)
    assert address.startswith(expected)
    assert "&" not in address.partition("body=")[2]
    assert address.count("#") == given.count("#")
