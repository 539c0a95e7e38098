"""One page searches several sites, each on a host of its own: one is down, one lies, one is of another version."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from disclosure.catalog import address
from disclosure.search import data_file
from disclosure.theme import policy
from tests.projects import create, date_of

from . import test_accessibility
from .server import Server

pytestmark = pytest.mark.browser

EVIL = "<img src=x onerror=alert(1)>坏"
# What a hostile site writes into its script beside its data
PAYLOAD = b"window.ran = 1;"


class OpenHandler(SimpleHTTPRequestHandler):
    """What docs/hosting.md has every server send, as far as it matters here."""

    def end_headers(self) -> None:
        together = self.path.startswith(f"/{address.FEDERATION}")
        self.send_header("Content-Security-Policy", policy.header(together=together))
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


class ClosedHandler(OpenHandler):
    """A host that lets no other site read."""

    def send_header(self, keyword: str, value: str) -> None:
        if keyword != "Access-Control-Allow-Origin":
            super().send_header(keyword, value)


@contextmanager
def host(folder: Path, handler: type[SimpleHTTPRequestHandler] = OpenHandler) -> Iterator[str]:
    with Server(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@dataclass(frozen=True)
class Sites:
    """Where the page is, and the roots of the other sites by name."""

    root: str
    others: dict[str, str]
    own: Path


def rewritten(folder: Path, name: str, change: Any) -> None:
    path = folder / address.search(name)
    path.write_bytes(data_file.encode(name, change(data_file.decode(path.read_bytes(), Any))))


def hostile(folder: Path) -> None:
    """Names, titles, places and addresses that would do harm as anything but text."""

    def lying(head: dict[str, Any]) -> dict[str, Any]:
        columns = [[*column] for column in head["documents"]]
        columns[1] = [0] * len(columns[1])
        columns[2] = ["../../evil.html"] * len(columns[2])
        columns[3] = [EVIL] * len(columns[3])
        kinds = [{**kind, "label": EVIL} for kind in head["kinds"]]
        return {**head, "documents": columns, "kinds": kinds, "names": ["__proto__", EVIL], "aliases": "厂房=__proto__"}

    rewritten(folder, "index", lying)
    (folder / address.search("site")).write_bytes(PAYLOAD + (folder / address.search("site")).read_bytes())


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    folder = tmp_path_factory.mktemp("sites")
    names = {"乙区网站": "register", "说谎的网站": "register", "别版的网站": "two-reports", "关门的网站": "small"}
    built = {name: create(folder / name, case) for name, case in names.items()}
    for name, project in built.items():
        project.build(date=date_of(names[name]))
    hostile(built["说谎的网站"].site)
    rewritten(built["别版的网站"].site, "index", lambda head: {**head, "format": 7})
    own = create(folder / "own", "small")
    with ExitStack() as stack:
        roots = {
            name: stack.enter_context(host(project.site, ClosedHandler if name == "关门的网站" else OpenHandler))
            for name, project in built.items()
        }
        with host(folder) as gone:
            roots["没开的网站"] = gone
        listed = "".join(f"- address: {root}\n  name: {name}\n" for name, root in roots.items())
        (own.content / "federation.yml").write_text(f"{listed}  district: 远方\n", "utf-8")
        own.build(date=date_of("small"))
        yield Sites(stack.enter_context(host(own.site)), roots, own.site)


@contextmanager
def opened(browser: Browser, sites: Sites, query: str = "", **options: Any) -> Iterator[Page]:
    with closing(browser.new_context(locale="zh-CN", **options)) as context:
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"{sites.root}{address.FEDERATION}{f'?q={query}' if query else ''}")
        yield page
        assert errors == []


def answered(page: Page) -> Page:
    page.wait_for_selector("[data-module=search][data-complete]")
    return page


def states(page: Page) -> dict[str, str]:
    lines = page.locator("[data-sites] li").all()
    return {line.locator("a").inner_text(): line.get_attribute("data-said") or "" for line in lines}


def test_hits_of_all_that_answer_stand_in_one_list_and_the_others_are_missed_by_name(
    chromium: Browser, sites: Sites
) -> None:
    with opened(chromium, sites, "厂房") as page:
        answered(page)
        expect(page.locator("[data-sites] [data-said]")).to_have_count(6)
        said = states(page)
        assert next(iter(said.values())) == "there"
        assert {name: said[name] for name in sites.others} == {
            "乙区网站": "there",
            "说谎的网站": "partly",
            "别版的网站": "other",
            "关门的网站": "silent",
            "没开的网站": "silent",
        }
        missed = page.locator("[data-missed]").inner_text()
        assert [name for name in sites.others if f"“{name}”" in missed] == list(sites.others)[1:]
        expect(page.locator("[data-count]")).to_contain_text("条，搜的是“厂房”")
        hit = page.locator("[data-hit]", has_text="乙区网站").first
        expect(hit.locator("[data-over]")).to_have_text("乙区网站，示例区，2024年")
        assert (hit.locator("a").get_attribute("href") or "").startswith(sites.others["乙区网站"] + "reports/2024/")


def test_what_another_site_says_is_text_and_its_addresses_are_its_own(chromium: Browser, sites: Sites) -> None:
    with opened(chromium, sites, "厂房") as page:
        answered(page)
        liar = page.locator("[data-hit]", has_text="说谎的网站")
        expect(liar.first).to_contain_text("这一条没有读到")
        links = {one.get_attribute("href") for one in liar.locator("a").all()}
        assert links == {sites.others["说谎的网站"]}
        expect(page.locator("[data-filters]")).to_have_count(1)
        assert page.evaluate("[window.ran, {}.polluted, document.querySelectorAll('main img').length]") == [
            None,
            None,
            0,
        ]
        addresses = page.evaluate("[...document.querySelectorAll('script[src]')].map((one) => one.src)")
        assert [one for one in addresses if not one.startswith(sites.root)] == []


def test_the_policy_lets_it_ask_for_the_listed_indexes_and_for_nothing_else(chromium: Browser, sites: Sites) -> None:
    with opened(chromium, sites) as page:
        answered_or_not = """async (address) => fetch(address).then(() => 'read', (error) => error.name)"""
        root = sites.others["乙区网站"]
        asked = [f"{root}search/index.js", f"{root}data/reports.json", "http://127.0.0.1:9/search/index.js"]
        assert [page.evaluate(answered_or_not, one) for one in asked] == ["read", "TypeError", "TypeError"]
        blocked = """(address) => new Promise((done) => {
          const script = document.createElement('script');
          script.onload = () => done('ran');
          script.onerror = () => done('stopped');
          try { script.src = address; document.head.append(script); } catch { done('refused'); }
        })"""
        assert page.evaluate(blocked, f"{root}search/index.js") in ("stopped", "refused")


def test_a_site_a_district_a_year_and_a_kind_filter_the_hits(chromium: Browser, sites: Sites) -> None:
    with opened(chromium, sites, "厂房&site=1") as page:
        answered(page)
        expect(page.locator("[data-chips]")).to_contain_text("乙区网站")
        places = page.locator("[data-hit] [data-over]").all_inner_texts()
        assert places
        assert {place.partition("，")[0] for place in places} == {"乙区网站"}
        page.locator("[data-chips] button").click()
        expect(page.locator("[data-hit]", has_text="说谎的网站").first).to_be_visible()
        page.locator("[data-filters] summary").click()
        choices = page.locator("select[name=site] option").all_inner_texts()
        assert {one.partition("（")[0] for one in choices} == {"全部", "示例区报告公开样例", "乙区网站", "说谎的网站"}


def test_it_is_worked_by_keyboard_and_has_its_words_in_reach(chromium: Browser, sites: Sites) -> None:
    with opened(chromium, sites) as page:
        page.wait_for_selector("html[data-script=bound]", state="attached")
        page.keyboard.press("/")
        page.keyboard.type("厂房")
        expect(page.locator("[data-hit]").first).to_be_visible()
        answered(page)
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.matches('[data-hit] [data-link]')")
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.type") == "search"


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wrong_with_it_for_axe_and_nothing_is_too_wide(chromium: Browser, sites: Sites, width: int) -> None:
    size = {"width": width, "height": 900}
    # axe is a script of another origin to our policy: this context bypasses it
    with opened(chromium, sites, "厂房", viewport=size, bypass_csp=True) as page:
        answered(page)
        assert test_accessibility.violations(page) == {}
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_script_it_leads_to_each_site(chromium: Browser, sites: Sites) -> None:
    with opened(chromium, sites, java_script_enabled=False) as page:
        links = [one.get_attribute("href") for one in page.locator("[data-sites] a").all()]
        assert links == ["search.html", *(f"{root}search.html" for root in sites.others.values())]


def test_the_first_hits_cost_a_file_a_site_beside_the_script(chromium: Browser, sites: Sites) -> None:
    """A small site's documents are one file; what it reads later is not counted."""
    with closing(chromium.new_context()) as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{sites.root}{address.FEDERATION}?q=厂房", wait_until="commit")
        page.wait_for_selector("[data-module=search][data-answered]")
        first = [one for one in asked if "/search/index.js" in one]
        assert len(first) == len(sites.others) + 1
        assert len(gzip.compress((sites.own / "assets/search-together.js").read_bytes(), 9)) < 24_000


def test_from_a_disk_the_others_are_searched_and_this_site_is_missed(chromium: Browser, sites: Sites) -> None:
    with closing(chromium.new_context()) as context:
        page = context.new_page()
        page.goto(f"{(sites.own / address.FEDERATION).as_uri()}?q=厂房")
        page.wait_for_selector("[data-module=search][data-answered]")
        assert list(states(page).values())[:2] == ["silent", "there"]
