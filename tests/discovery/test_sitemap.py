"""``sitemap.xml``, ``robots.txt`` and ``llms.txt`` tell what there is, and stand where nothing else is told."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from disclosure.discovery import sitemap
from disclosure.model.site import Site
from tests.discovery.conftest import ADDRESS, DAY, made
from tests.projects import Sandbox
from tests.repositories import SandboxRepository

XSD = Path(__file__).with_name("sitemap.xsd")
NAMES = {"s": sitemap.NAMESPACE}
# Kinds of pages that only say where something has gone
PASSING = re.compile(r"d-page--(?:moved|retired|not-found)\b")


def read(data: bytes) -> dict[str, str]:
    """The addresses of a file with their days (or nothing); it is as the protocol says."""
    tree = etree.fromstring(data)
    etree.XMLSchema(etree.parse(XSD)).assertValid(tree)
    return {one.findtext("s:loc", namespaces=NAMES): one.findtext("s:lastmod", "", NAMES) for one in tree}


def listed(site: dict[str, bytes]) -> dict[str, str]:
    """The pages that all files together list, by their address in the site."""
    found = read(site["sitemap.xml"])
    if b"<sitemapindex" in site["sitemap.xml"]:
        found = {page: day for one in found for page, day in read(site[one.removeprefix(ADDRESS)]).items()}
    assert all(one.startswith(ADDRESS) for one in found)
    return {one.removeprefix(ADDRESS): day for one, day in found.items()}


def files_of(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_all_pages_are_listed_but_those_that_lead_on(placed: Path) -> None:
    site = files_of(placed)
    pages = {name for name, data in site.items() if name.endswith(".html") and not PASSING.search(data.decode())}
    assert listed(site).keys() == pages


def test_each_page_is_the_one_that_it_calls_canonical(placed: Path) -> None:
    for name in listed(files_of(placed)):
        text = (placed / name).read_text("utf-8")
        assert f'<link rel="canonical" href="{ADDRESS}{name}">' in text


def test_days_are_those_on_which_the_content_changed(placed: Path) -> None:
    days = listed(files_of(placed))
    assert max(filter(None, days.values())) == "2026-03-12"
    assert all(date.fromisoformat(day) <= date.fromisoformat(DAY) for day in days.values() if day)
    assert days["index.html"] == "2026-03-12"
    # Nothing of it changed but the answer of a later report
    assert days["reports/2025/commitments/c004.html"] == "2025-04-09"
    assert days["updates/2025/2026-03-05-two-year-works.html"] == "2026-03-12"


def test_without_git_no_day_is_made_up(create: Callable[..., Sandbox]) -> None:
    assert not any(listed(create("shiguang").build(DAY)).values())


def test_a_site_that_knows_no_address_has_no_list(unplaced: Path) -> None:
    assert not list(unplaced.glob("sitemap*.xml"))
    assert (unplaced / "robots.txt").read_text() == "User-agent: *\nAllow: /\n"


def test_robots_may_read_everything_and_are_told_of_the_list(placed: Path) -> None:
    assert (placed / "robots.txt").read_text().splitlines() == [
        "User-agent: *",
        "Allow: /",
        "",
        f"Sitemap: {ADDRESS}sitemap.xml",
    ]


def test_the_links_of_the_text_for_models_lead_somewhere(site: Path) -> None:
    text = (site / "llms.txt").read_text("utf-8")
    root = ADDRESS if ADDRESS in text else ""
    links = re.findall(r"\]\(([^)]*)\)", text)
    assert len(links) > 15
    assert [one for one in links if not (site / one.removeprefix(root)).is_file()] == []


def test_the_text_for_models_says_what_must_not_be_concluded(site: Path) -> None:
    text = (site / "llms.txt").read_text("utf-8")
    assert text.startswith("# 拾光区承诺跟踪示例\n\n> ")
    headings = re.findall("^## (.*)$", text, re.M)
    assert headings == ["报告", "数据", "怎样引用", "不能据此推断", "说明", "English"]
    assert "没有公开信息，不等于没有完成" in text
    # Made up, and said so first
    assert text.index("示例数据") < text.index("## ")


def test_an_address_is_written_as_the_protocol_asks() -> None:
    data = sitemap.FILES[0] + sitemap.line("sitemap", "https://a.example/名 &<>.xml").encode() + sitemap.FILES[1]
    assert list(read(data)) == ["https://a.example/%E5%90%8D%20&%3C%3E.xml"]


@pytest.mark.parametrize(
    ("address", "lines"), [("https://a.example/", 50_000), (f"https://a.example/{'x' * 900}/", 4_587)]
)
def test_a_file_holds_as_many_lines_as_are_allowed(address: str, lines: int) -> None:
    site = Site(title="", tagline="", notice="", address=address)
    assert sitemap.most(site) == lines
    assert lines * len(sitemap.line("url", address.replace("x", "名") + "r" * 200, "2024-01-01")) < sitemap.BYTES


def test_many_pages_are_listed_in_files_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few = listed(files_of(made(tmp_path / "few", address=True).site))
    monkeypatch.setattr(sitemap, "MOST", 40)
    project = made(tmp_path / "many", address=True)
    site = files_of(project.site)
    assert listed(site) == few
    parts = {name for name in site if re.match(r"sitemap-", name)}
    assert parts == {one.removeprefix(ADDRESS) for one in read(site["sitemap.xml"])}
    assert {"sitemap-2024-1.xml", "sitemap-2024-2.xml", "sitemap-2025-1.xml", "sitemap-site.xml"} <= parts
    assert project.build(DAY) == site


def test_the_files_are_written_only_where_they_tell_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "MOST", 40)
    project = made(tmp_path / "project", address=True)
    stood, days = stat(project), listed(files_of(project.site))
    edited = "updates/2025/2026-03-05-two-year-works.md"
    project.edit(edited, "老年大学还在选址。", "老年大学还在选址。又一句。")
    SandboxRepository(project.root).commit("2026-03-18", "又一句")
    after = listed(project.build(DAY))
    others = {name: time for name, time in stat(project).items() if time == stood[name]}
    # The promises that it speaks of, and what shows the whole report, or everything
    assert {"robots.txt", "llms.txt", "sitemap.xml", "sitemap-2024-1.xml", "sitemap-2024-2.xml"} <= others.keys()
    assert "sitemap-2025-1.xml" not in others
    assert {day for name, day in after.items() if day != days[name]} == {"2026-03-18"}
    assert after[edited.replace(".md", ".html")] == "2026-03-18"
    site = project.build(DAY)
    shutil.rmtree(project.cache)
    shutil.rmtree(project.site)
    assert project.build(DAY) == site


def stat(project: Sandbox) -> dict[str, int]:
    """When the files were last written that programs look for."""
    named = (*project.site.glob("sitemap*.xml"), *project.site.glob("*.txt"))
    return {one.name: one.stat().st_mtime_ns for one in named}
