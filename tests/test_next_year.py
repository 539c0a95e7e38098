"""``init --next-year``: the next report beside the first, and a working list of what it should answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.beginnings import begun, next_report, run
from tests.projects import Run, Sandbox, files_of

DAY = "2025-03-01"


def next_year(project: Sandbox, report: Path, *more: str) -> Run:
    return project.run("init", "--next-year", str(report), *more, date=DAY)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return next_report(tmp_path)


def test_the_site_builds_with_both_years(tmp_path: Path, report: Path) -> None:
    site = begun(tmp_path / "site")
    done = next_year(site, report)
    assert done.code == 0, done.out + done.err
    built = site.run("build", date=DAY)
    assert built.code == 0, built.err
    assert set(re.findall(r"\[([a-z-]+)\] 提醒", built.err)) <= {"blank", "commit-date"}
    pages = files_of(site.site)
    assert {"reports/2024/text.html", "reports/2025/text.html", "reports/2025/gaps.html"} <= pages.keys()
    assert not any(name.startswith("draft") for name in pages)


def test_what_is_known_of_the_place_is_in_the_head(create: Callable[..., Sandbox], report: Path) -> None:
    project = create("register")
    done = next_year(project, report)
    assert done.code == 0
    head = (project.content / "reports/2025/report.md").read_text("utf-8").split("---\n")[1]
    fields = dict(re.findall(r"^(\w+): (.+)$", head, re.M))
    known = {"year": "2025", "district": "示例区", "region": "样例省样例市", "delivered": "2025-01-10"}
    assert known.items() <= fields.items()
    assert "沿用上一年的　上级地区：样例省样例市；有变动的，改 report.md" in done.out
    assert project.run("build", date=DAY).code == 0


def test_every_promise_without_an_end_is_on_the_list_and_none_in_the_content(
    create: Callable[..., Sandbox], report: Path
) -> None:
    project = create("register")
    written = {path.stem: path.read_text("utf-8") for path in project.content.glob("reports/2024/commitments/*/*.yml")}
    promises = {id for id, text in written.items() if "superseded_by" not in text}
    next_year(project, report)
    text = (project.root / "draft/answers-2025.md").read_text("utf-8")
    listed = re.findall(r"^- \[ \] 2024/(c\d+) ", text, re.M)
    assert sorted(listed) == sorted(promises)
    assert re.findall(r"answers: \[2024/(c\d+)\]", text) == listed
    assert not list(project.content.glob("reports/2025/results/*"))
    assert "程序没有替你们猜" in text


def test_what_was_kept_or_missed_is_not_on_the_list(create: Callable[..., Sandbox], report: Path) -> None:
    project = create("first-year")
    report.write_text(report.read_text("utf-8").replace("示例区", "拾光区"), "utf-8")
    done = project.run("init", "--next-year", str(report), "--year", "2026", date="2025-03-20")
    assert done.code == 0, done.out + done.err
    text = (project.root / "draft/answers-2026.md").read_text("utf-8")
    words = set(re.findall(r"^- \[ \] .*（([^（）]+)）$", text, re.M))
    assert words
    assert words.isdisjoint({"达成", "已完成", "未完成", "未达预期目标", "逾期完成"})


def test_a_page_of_prose_named_for_the_year_gets_a_successor_to_be_written(tmp_path: Path, report: Path) -> None:
    site = begun(tmp_path / "site")
    head = "---\ntitle: 2024年说明\ndescription: 2024年怎样\npublished: 2024-02-01 09:00\n---\n"
    page = f"{head}\n## 2024年做了什么\n\n很多。\n"
    (site.content / "year-2024.md").write_text(page, "utf-8")
    assert next_year(site, report).code == 0
    assert (site.content / "year-2025.md").read_text("utf-8") == (
        "---\ntitle: 2025年说明\ndescription: 2025年怎样\npublished: 2025-03-01 09:00\n---\n\n"
        "## 2025年做了什么\n\n〔待填：2025年的情况〕\n"
    )
    assert (site.content / "year-2024.md").read_text("utf-8") == page
    assert site.run("build", date=DAY).code == 0


def test_a_page_from_another_system_is_read_as_the_build_reads_it(tmp_path: Path, report: Path) -> None:
    site = begun(tmp_path / "site")
    page = "\ufeff--- \ntitle: 说明\ndescription: 怎样\npublished: 2024-02-01 09:00\n---\n\n有字。\n"
    (site.content / "year-2024.md").write_bytes(page.replace("\n", "\r\n").encode())
    assert site.run("check", date=DAY).code == 0
    assert next_year(site, report).code == 0
    assert site.run("check", date=DAY).code == 0


def test_a_place_with_signs_in_its_name_is_written_as_it_is(create: Callable[..., Sandbox], report: Path) -> None:
    project = create("register")
    head = project.report.read_text("utf-8")
    head = head.replace("district: 示例区", "district: \"示例区: '新' #1\"")
    head = head.replace("region: 样例省样例市", "region: 'a: b'")
    project.report.write_text(head, "utf-8")
    done = next_year(project, report)
    assert done.code == 0, done.out + done.err
    assert project.run("build", date=DAY).code == 0


def test_a_year_that_is_there_is_left_alone(tmp_path: Path, report: Path) -> None:
    site = begun(tmp_path / "site")
    assert next_year(site, report).code == 0
    before = files_of(site.content)
    again = next_year(site, report, "--year", "2025")
    assert (again.code, files_of(site.content)) == (2, before)
    assert next_year(site, report, "--year", "2027").code == 0


def test_a_report_that_cannot_be_read_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    site = begun(tmp_path / "site")
    before = files_of(site.root)
    assert next_year(site, tmp_path / "none.txt").code == 2
    assert next_year(site, tmp_path).code == 2
    after = {name: data for name, data in files_of(site.root).items() if not name.startswith(".cache/")}
    assert after == {name: data for name, data in before.items() if not name.startswith(".cache/")}


def test_a_content_with_errors_is_mended_first(tmp_path: Path, report: Path) -> None:
    site = begun(tmp_path / "site")
    site.edit("site.yml", "language: zh-CN", "langauge: zh-CN")
    done = next_year(site, report)
    assert done.code == 2
    assert "langauge" in done.err
    assert not (site.content / "reports/2025").exists()


def test_without_a_site_there_is_none_to_add_to(tmp_path: Path, report: Path) -> None:
    assert run("--root", str(tmp_path), "init", "--next-year", str(report)).code == 2
