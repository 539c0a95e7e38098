"""Posters on paper: as many sheets as projects, whatever their words are, and one alone where a reader asks for one."""

from __future__ import annotations

import random
from types import SimpleNamespace

import jinja2
import pytest

from disclosure.catalog.outcome import Outcome
from disclosure.pages.page import Link
from disclosure.pages.poster_fit import STEPS, PosterWords, fitted
from disclosure.pages.posters import PosterView
from disclosure.theme.assets import POSTER_SHEET, own_sheet, style_sheet
from disclosure.theme.environment import environment
from tests.components import TEMPLATES

from .conftest import go_to
from .server import serve
from .sheets import plain, sheets

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><link rel="stylesheet" href="site.css">
<body class="d-page d-page--posters"><div class="d-wrap"><main class="d-main"><div class="d-body">
{% from "components/poster.html" import poster %}
{% for one in all %}
{{ poster(one, "") }}
{% endfor %}
</div></main></div></body></html>"""
SAID = "改造老旧小区二十个，在何坊西路、金鹰路“装电梯”60部（约30%）；建成口袋公园3个，惠及约一万四千户。abc WiFi 5G "
POSTERS = "reports/2025/posters.html"


def made_up(dice: random.Random) -> PosterView:
    """Of any length, from nothing to more than a sheet holds."""

    def text(longest: int) -> str:
        start, length = dice.randrange(len(SAID)), dice.choice((0, 1, longest // 8, longest // 3, longest))
        return (SAID * (longest // len(SAID) + 2))[start : start + length]

    words = PosterWords(
        head="2025年民生实事候选项目 第12件",
        title=text(120) or "无",
        quote=text(300),
        facts=tuple(("地方和单位", text(200) or "没有登记") for _n in range(dice.randrange(1, 9))),
        word="▲ 原目标未达成，调整后达成",
        about=text(90),
        beside=tuple(text(120) for _n in range(dice.randrange(4))),
        foot=("信息截至2026年3月20日", text(100), "段落编号 p2-07 第1句", text(60)),
        address="https://report.shiguang.example/" + "r/" * dice.randrange(40),
        small=(text(160), text(100)),
    )
    size, shown = fitted(words)
    outcome = Outcome(id="adjusted-met", label=words.word[2:], shape="▲", colour="focus", counts="missed")
    return PosterView(
        id=f"c{dice.randrange(10**6):06}", size=size, words=shown, outcome=outcome, page=Link("页", "x.html")
    )


def test_a_poster_of_any_words_is_one_sheet(chromium, tmp_path):
    dice = random.Random(28)
    all = [made_up(dice) for _n in range(60)]
    assert {one.size for one in all} >= {1, 2, 3, len(STEPS) - 1}
    jinja = environment(TEMPLATES)
    jinja.loader = jinja2.FileSystemLoader(TEMPLATES)
    (tmp_path / "site.css").write_bytes(style_sheet(TEMPLATES) + own_sheet(POSTER_SHEET, TEMPLATES))
    (tmp_path / "index.html").write_text(
        jinja.from_string(PAGE).render(all=all, page=SimpleNamespace(root="")), "utf-8"
    )
    page = chromium.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    found = sheets(page)
    page.close()
    assert [plain(one.words.foot[2]) in sheet.text for one, sheet in zip(all, found, strict=True)] == [True] * len(all)


@pytest.fixture
def example(chromium, example_site):
    with serve(example_site) as root:
        page = chromium.new_page(locale="zh-CN")
        yield go_to(page, root + POSTERS)
        page.close()


def test_the_page_is_printed_as_its_posters_and_nothing_else(example):
    titles = [plain(one) for one in example.locator(".d-poster__title").all_text_contents()]
    found = sheets(example)
    assert [title in sheet.text for title, sheet in zip(titles, found, strict=True)] == [True] * 3
    assert not any("打印" in sheet.text for sheet in found)


def test_one_poster_is_printed_alone_where_its_reader_asks_for_it(example):
    example.evaluate("() => { window.print = () => {} }")
    example.locator("#c023 [data-print]").click()
    (sheet,) = sheets(example)
    assert "加装电梯20部" in sheet.text
    assert len(sheets(example)) == 3


def test_a_poster_says_what_where_when_who_and_what_became_of_it(example):
    said = example.locator("#c023").inner_text()
    wanted = (
        "加装电梯20部",
        "未完成",
        "票决",
        "地方和单位",
        "什么时候",
        "牵头单位",
        "拾光区住建局",
        "信息截至",
        "p2-07",
        "c023.html",
    )
    assert [word for word in wanted if word not in said] == []
    assert example.locator("#c023 svg.d-code__square").count() == 1


def test_what_was_not_adopted_has_no_poster_and_that_is_said(chromium, example_site):
    with serve(example_site) as root:
        page = go_to(chromium.new_page(), root + "reports/2024/posters.html")
        shown = page.locator(".d-poster").evaluate_all("all => all.map(one => one.id)")
        said = page.locator(".d-body > .d-screen").inner_text()
        page.close()
    assert (shown, "票决没有通过的不做海报：加装电梯60部" in said) == (["c027", "c029"], True)
