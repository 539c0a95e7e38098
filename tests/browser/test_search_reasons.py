"""A search that finds nothing says why, and where there is a way out; who comes back stands where they were."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.search import indexes

from .server import serve
from .test_accessibility import violations
from .test_search import all_results, count, results

pytestmark = pytest.mark.browser
LETTER = (
    "您好，我在这里住了三十年，看着这座城市一天天变样，心里很高兴，也常常和邻居们说起从前的日子。"
    "前些天我的孙子放学回来，说老师讲了许多家乡的故事，他听得入了迷，问我小时候的河是什么样子，我说那时的水很清。"
    "年纪大了，记性不如从前，有些话说过又说，请不要见怪，我的女儿也常笑我，说我写信总是写得太长，别人没有工夫看完。"
    "其实我只想问一件事，写在后面，麻烦您抽空看一看，先谢谢了，祝您和大家工作顺利、身体健康、万事如意。"
    "新增停车泊位2220个，到底建在哪里"
)


@pytest.fixture(scope="session")
def site(collection_site: Path) -> Path:
    return collection_site


@pytest.fixture(scope="session")
def root(collection_root: str) -> str:
    return collection_root


@pytest.fixture
def loud(request: pytest.FixtureRequest) -> bool:
    return any(name in request.node.name for name in ("cannot_start", "a_large_site"))


@pytest.fixture
def search(visit):
    return lambda query, more="", **options: visit(f"search.html?q={quote(query)}{more}", **options)


def reasons(page: Page) -> Locator:
    return page.locator("[data-why] > li")


def test_a_filter_that_leaves_nothing_is_named_and_one_button_takes_it_back(search) -> None:
    page = search("停车泊位", "&kind=note")
    expect(reasons(page)).to_contain_text("有2条说到“停车泊位”，但都不在选定的筛选以内。")
    reasons(page).get_by_role("button", name="去掉筛选：名词解释（2条）").click()
    expect(count(page)).to_have_text("找到 2 条，搜的是“停车泊位”")
    expect(reasons(page)).to_have_count(0)
    assert "kind=" not in page.url


def test_of_several_filters_each_that_is_in_the_way_alone_and_all_together_can_be_taken_back(search) -> None:
    page = search("停车泊位", "&kind=note&topic=health")
    expect(reasons(page).get_by_role("button")).to_have_text(["去掉全部筛选（2条）"])
    reasons(page).get_by_role("button").click()
    expect(count(page)).to_have_text("找到 2 条，搜的是“停车泊位”")
    page = search("停车泊位", "&kind=note&topic=transport")
    buttons = reasons(page).get_by_role("button")
    expect(buttons).to_have_text(["去掉筛选：名词解释（1条）", "去掉全部筛选（2条）"])


def test_what_a_minus_took_away_is_said_and_can_be_looked_for(search) -> None:
    page = search("停车泊位 -新增")
    expect(reasons(page)).to_contain_text("有2条说到“停车泊位”，因为也说到减号后面的词，没有列出。")
    reasons(page).get_by_role("button", name="改搜“停车泊位”").click()
    expect(count(page)).to_have_text("找到 2 条，搜的是“停车泊位”")
    expect(page.get_by_role("searchbox")).to_have_value("停车泊位")


def test_what_quotation_marks_demand_is_said_and_can_be_given_up(search) -> None:
    page = search("“社区养老”")
    expect(reasons(page)).to_contain_text("引号里的词要照原样连在一起，没有这样的；不要求连在一起的有")
    reasons(page).get_by_role("button", name="改搜“社区养老”").click()
    expect(results(page).first).to_be_visible()
    expect(reasons(page)).to_have_count(0)


def test_words_that_find_nothing_by_themselves_have_no_other_reason(search) -> None:
    page = search("珠穆朗玛")
    expect(count(page)).to_have_text("没有找到“珠穆朗玛”")
    expect(reasons(page)).to_have_count(0)


@pytest.mark.parametrize("width", [390, 1280])
def test_of_a_long_text_what_was_looked_for_and_what_was_not_is_said(visit, width: int) -> None:
    page = visit("search.html", width=width, bypass_csp=True)
    page.get_by_role("searchbox").fill(LETTER)
    expect(reasons(page)).to_contain_text(f"这段文字有{len(LETTER)}个字，太长，只用了其中最能说明问题的")
    expect(page.get_by_role("searchbox")).to_have_value(LETTER)
    status = count(page).text_content()
    assert status is not None
    assert "…”" in status[:60]
    page.get_by_text("用了哪些，没用哪些").click()
    used, unused = (one.partition("：")[2] for one in reasons(page).locator("p").all_text_contents())
    assert "新增停车泊位2220个" in used
    assert unused
    assert len(used) <= 200
    assert violations(page) == {}


def test_a_text_pasted_here_is_not_cut_by_the_box(visit) -> None:
    page = visit("search.html")
    assert page.get_by_role("searchbox").get_attribute("maxlength") is None
    assert visit("about.html").get_by_role("searchbox").first.get_attribute("maxlength") == "800"


def test_a_search_that_cannot_start_for_want_of_its_index_leads_on(new_page, root: str) -> None:
    page = new_page()
    page.route("**/search/index.js", lambda route: route.fulfill(status=404))
    page.goto(f"{root}search.html?q={quote('停车')}")
    expect(count(page)).to_have_text("搜索索引没有读到，这里搜不了。")
    ways = page.locator("[data-broken] a")
    assert {"2022年青云谱区政府工作报告全文", "网站地图"} <= set(ways.all_text_contents())
    page.unroute("**/search/index.js")
    page.get_by_role("link", name="刷新页面").click()
    expect(results(page).first).to_be_visible()
    expect(ways.first).to_be_hidden()


def test_a_search_that_cannot_start_for_want_of_its_script_says_so(new_page, root: str) -> None:
    page = new_page()
    page.route("**/assets/search.js*", lambda route: route.fulfill(status=404))
    page.goto(f"{root}search.html?q={quote('停车')}")
    said = "one => { const { content, visibility } = getComputedStyle(one, '::after'); return [content, visibility]; }"
    content, visibility = count(page).evaluate(said)
    assert content.startswith('"搜索没有开始。请刷新页面')
    assert visibility == "visible"


def test_a_search_that_works_never_says_that_it_did_not_start(search) -> None:
    page = search("停车")
    expect(results(page).first).to_be_visible()
    assert count(page).evaluate("one => getComputedStyle(one, '::after').content") == "none"


def test_who_comes_back_from_a_hit_stands_where_they_were(search) -> None:
    page = search("建设", width=390, height=844)
    shown = len(all_results(page))
    hit = results(page).nth(45)
    hit.scroll_into_view_if_needed()
    at, link = page.evaluate("scrollY"), hit.get_by_role("link")
    assert at > 2000
    link.click()
    page.wait_for_url("**mark=**")
    page.go_back()
    expect(results(page).nth(45)).to_be_in_viewport()
    assert len(all_results(page)) == shown
    assert abs(page.evaluate("scrollY") - at) < 5
    assert "建设" in page.get_by_role("searchbox").input_value()


def test_another_query_begins_at_the_top(search) -> None:
    page = search("建设", width=390, height=844)
    all_results(page)
    results(page).nth(45).scroll_into_view_if_needed()
    page.get_by_role("searchbox").fill("就业")
    expect(count(page)).to_contain_text("就业")
    page.reload()
    expect(count(page)).to_contain_text("就业")
    assert page.evaluate("scrollY") < 2000


def test_who_comes_back_on_a_large_site_has_the_hits_that_were_asked_for(new_page, site: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "site", ignore=shutil.ignore_patterns("search"))
    indexes.write(tmp_path / "site", large=True)
    page = new_page()
    with serve(tmp_path / "site") as large:
        page.goto(f"{large}search.html?q={quote('建设')}")
        page.get_by_role("button", name="显示更多结果").click()
        expect(results(page)).to_have_count(50)
        results(page).nth(45).get_by_role("link").click()
        page.wait_for_url("**mark=**")
        page.go_back()
        expect(results(page)).to_have_count(50)
        expect(results(page).nth(45)).to_be_in_viewport()


BOXES = """() => [...document.querySelectorAll('input[type=search]')].map(box => {
  const { form, labels } = box;
  return [form.getAttribute('role'), form.method, new URL(form.action).pathname.split('/').pop(), box.name,
    labels[0]?.textContent, box.enterKeyHint, box.autocomplete];
})"""


def test_every_box_is_a_form_that_works_by_itself(visit, root: str) -> None:
    for path in ("index.html", "about.html", "search.html", "404.html"):
        found = visit(path).evaluate(BOXES)
        assert found == [["search", "get", "search.html", "q", "搜承诺、成果、原文、进展", "search", "off"]] * len(
            found
        )
        assert len(found) == 1


def test_how_to_search_is_told_on_the_page(visit) -> None:
    page = visit("search.html", width=390, bypass_csp=True)
    page.get_by_text("怎样搜索").click()
    expect(page.get_by_text("前面空一格、加减号的词不要出现：停车 -泊位")).to_be_visible()
    assert violations(page) == {}
