"""How good and how dear the search is, measured in the browser: ``make search-eval``.

Everything is read from the page as anyone can: a query goes into the box or the address, ``data-hit`` and
``data-passage`` come out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import quote

from playwright.sync_api import Browser, Page, Response, Route, sync_playwright

from disclosure.search import data_file
from tests.browser import programs
from tests.browser.server import serve
from tests.search.judging import Query, Score, Stretch, Texts, given, own, place_of, score

# Floors that CI holds: mean nDCG@10 of the development queries with the editors' aliases and without any. Pages are
# found too, which no judgement knows: a curated question that answers counts as none
WITH_ALIASES, WITHOUT = 0.95, 0.88
COLD_BYTES, COLD_REQUESTS = 40_000, 3
FURTHER_MS = 5.0

ASK = """async (query) => {
  const page = document.querySelector('[data-module=search]');
  const box = page.querySelector('input[type=search]');
  delete page.dataset.answered;
  box.value = query;
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  const list = page.querySelector('[data-results]');
  const announced = () => Number(/\\d+/.exec(page.querySelector('[data-count]').textContent)?.[0] ?? 0);
  for (let n = 0; n < 500; n++) {
    await new Promise((done) => setTimeout(done, 5));
    const answered = page.dataset.answered === query.trim();
    if (answered && (!list.children.length || list.children.length === announced())) break;
  }
  return [...page.querySelectorAll('[data-hit]')].map((one) => [one.dataset.hit, one.dataset.passage ?? '']);
}"""
TIMES = "() => performance.getEntriesByName('search').map((one) => one.duration)"
READY = "[data-module=search][data-answered]"


@dataclass(frozen=True)
class Cold:
    """What scripts and index the first hits of a fresh visitor cost."""

    requests: tuple[str, ...]
    bytes: int


def ask(page: Page, query: str) -> list[Stretch]:
    """What the page shows for a query, direct hits or those kept apart."""
    return [place_of(hit, passage) for hit, passage in page.evaluate(ASK, query)]


def open_search(page: Page, root: str) -> Page:
    page.goto(f"{root}search.html")
    page.wait_for_selector(READY)
    page.wait_for_load_state("networkidle")
    return page


def without_aliases(page: Page) -> Page:
    """The same page on a site whose editors have written none."""

    def answer(route: Route) -> None:
        index = data_file.decode(route.fetch().body(), dict)
        bare = {**index, "aliases": "", "rarer": False}
        route.fulfill(body=data_file.encode("index", bare), content_type="text/javascript")

    page.route("**/search/index.js", answer)
    return page


def scores(page: Page, queries: Iterable[Query]) -> dict[str, list[Score]]:
    """By category."""
    found: dict[str, list[Score]] = {}
    for query in queries:
        found.setdefault(query.category, []).append(score(query, ask(page, query.text)))
    return found


def overall(found: dict[str, list[Score]]) -> Score:
    return Score.mean([one for of in found.values() for one in of])


def cold(browser: Browser, root: str, query: str) -> Cold:
    """Every script, the index among them, that was asked for before the first hit was on the page."""
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda one: answers.append(one))  # noqa: PLW0108 (Playwright marks its handlers)
    page.goto(f"{root}search.html?q={quote(query)}", wait_until="commit")
    page.wait_for_selector("[data-hit]")
    before = page.evaluate(
        """() => { const first = performance.getEntriesByName('search')[0];
        const end = first.startTime + first.duration;
        const asked = performance.getEntriesByType('resource').filter((one) => one.startTime < end);
        return asked.map((one) => one.name); }"""
    )
    asked = [one for one in answers if one.url in set(before) and one.request.resource_type == "script"]
    size = sum(len(gzip.compress(one.body(), 9)) for one in asked)
    context.close()
    return Cold(tuple(one.url.removeprefix(root) for one in asked), size)


def times(page: Page, queries: Iterable[Query]) -> list[float]:
    """Milliseconds of each further query, from the words to the first hits in the page."""
    page.evaluate("performance.clearMeasures('search')")
    for query in queries:
        ask(page, query.text)
    return page.evaluate(TIMES)


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=programs.chromium(), chromium_sandbox=False)
        yield browser
        browser.close()


def table(found: dict[str, list[Score]]) -> Iterator[str]:
    yield f"{'':12}{'查询':>5}{'nDCG@10':>10}{'严格':>8}{'召回@10':>9}{'MRR':>8}{'无结果':>6}"
    for name, of in [*found.items(), ("全部", [one for each in found.values() for one in each])]:
        mean = Score.mean(of)
        row = f"{mean.ndcg:10.3f}{mean.strict:10.3f}{mean.recall:10.3f}{mean.reciprocal:10.3f}{mean.empty:6}"
        yield f"{name:14}{len(of):5}{row}"


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("site", type=Path, nargs="?", default=Path("site"))
    site = arguments.parse_args().site
    texts = Texts(site)
    dev, more = given(texts), own(texts)
    with serve(site) as root, chromium() as browser:
        return _report(browser, root, dev, more)


Judged = tuple[list[Query], list[str]]
Say = Callable[[str], None]


def _report(browser: Browser, root: str, dev: Judged, more: Judged) -> int:
    page = open_search(browser.new_page(), root)
    bare = open_search(without_aliases(browser.new_page()), root)
    with_aliases, without = scores(page, dev[0]), scores(bare, dev[0])
    parts = (("开发查询", with_aliases), ("开发查询，没有别名", without), ("自拟查询", scores(page, more[0])))
    for title, found in parts:
        print(f"\n{title}\n" + "\n".join(table(found)))
    shown = {query: len(page.evaluate(ASK, query)) for query in (*dev[1], *more[1])}
    told = {query: page.locator("[data-results] [data-hit]").count() for query in shown if page.evaluate(ASK, query)}
    print(f"\n没有答案的查询，直接命中：{json.dumps(told, ensure_ascii=False)}（另放“没有直接提到”：{shown}）")
    cost = cold(browser, root, "停车位")
    spent = times(page, dev[0])
    print(f"首次查询：{len(cost.requests)} 个请求，压缩后 {cost.bytes} 字节：{'、'.join(cost.requests)}")
    print(f"以后每次查询：中位 {median(spent):.1f} 毫秒，最长 {max(spent):.1f} 毫秒")
    slow = median(spent) > FURTHER_MS
    return int(slow or overall(with_aliases).ndcg < WITH_ALIASES or overall(without).ndcg < WITHOUT)


if __name__ == "__main__":
    sys.exit(main())
