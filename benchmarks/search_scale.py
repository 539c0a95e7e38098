"""The search of a large site in a browser, here and there: ``python -m benchmarks.search_scale HERE THERE``.

HERE and THERE are sites that two programs built of the same content, of 30,000 generated records say. Each query is
asked of both in turn, the other side first every other round. Printed are for each kind of query, and for all, the
means of the queries' medians, and last the medians of all queries:

cold     requests, and bytes as `gzip -9` makes them, of the scripts and data that a fresh visitor's browser asked for
         until the first result stood on the page: whatever was asked for before, whether it came in time or not
next     milliseconds of the same query in a page that has answered another one, its files still to be loaded
again    milliseconds where all files are at hand

A time is the page's own mark: from the query to its first hits in the page, without the pause after the last key.
"""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from statistics import mean, median
from urllib.parse import quote

from playwright import sync_api
from playwright.sync_api import Browser

from tests.browser import programs
from tests.browser.server import serve

# Of the content that `benchmarks.content` generates: by kind, two each
QUERIES = {
    "word": ("养老服务站", "停车场"),
    "phrase": ("“标准厂房”", "雨污管网 改造"),
    "question": ("今年要新建多少个口袋公园", "老旧小区什么时候改造"),
    "id": ("c050", "d005-2021/r010"),
    "figure": ("15.4%", "27栋"),
    "status": ("未完成", "已完成"),
    "pinyin": ("bianmincaichang", "yang lao"),
    "mistyped": ("微型消防占", "人材公寓"),
    "place and year": ("安和示例区2021年助餐点", "2020年宁安示例区公办幼儿园"),
    "sentence": ("春晖南片便民菜场全面投入使用，不断完善配套设施", "记者获悉，云溪山前背街小巷将完成投资22.8亿元"),
}
# QueryCost before the next one, so that what every query needs is there
BEFORE = "城市书屋"
ANSWERED = "[data-module=search][data-answered]"
FIRST = """() => {
  const { startTime, duration } = performance.getEntriesByName('search')[0];
  const asked = performance.getEntriesByType('resource').filter((one) => one.startTime < startTime + duration);
  return [...new Set(asked.map((one) => one.name))].filter((name) => /\\.js(on)?(\\?|$)/.test(name));
}"""
ASK = """async (query) => {
  const page = document.querySelector('[data-module=search]');
  const box = page.querySelector('input[type=search]');
  performance.clearMeasures('search');
  delete page.dataset.answered;
  box.value = query;
  // What follows the typing may not be there yet
  for (let n = 0; n < 2000 && page.dataset.answered !== query; n++) {
    if (n % 100 === 0) box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise((done) => setTimeout(done, 5));
  }
  return performance.getEntriesByName('search')[0].duration;
}"""


@dataclass(frozen=True)
class ServedSite:
    """A built site, and where it is served."""

    folder: Path
    root: str

    def compressed(self, address: str) -> int:
        path = self.folder / address.removeprefix(self.root).partition("?")[0]
        return len(gzip.compress(path.read_bytes(), 9, mtime=0))


@dataclass(frozen=True, kw_only=True)
class QueryCost:
    """What one query cost."""

    requests: float
    bytes: float
    next: float
    again: float


def cost(browser: Browser, site: ServedSite, query: str) -> QueryCost:
    with opened(browser, site, query) as page:
        loaded = page.evaluate(FIRST)
    with opened(browser, site, BEFORE) as page:
        page.evaluate(ASK, BEFORE)
        next = page.evaluate(ASK, query)
        return QueryCost(
            requests=len(loaded), bytes=sum(map(site.compressed, loaded)), next=next, again=again(page, query)
        )


@contextmanager
def opened(browser: Browser, site: ServedSite, query: str) -> Iterator[sync_api.Page]:
    """A page that has answered this query, to a visitor who was never here."""
    with closing(browser.new_context(locale="zh-CN")) as context:
        page = context.new_page()
        page.goto(f"{site.root}search.html?q={quote(query)}", wait_until="commit")
        page.wait_for_selector(ANSWERED)
        yield page


def again(page: sync_api.Page, query: str) -> float:
    """The shortest of three times: what else the machine does is not counted."""
    times = []
    for _ in range(3):
        page.evaluate(ASK, BEFORE)
        times.append(page.evaluate(ASK, query))
    return min(times)


def measured(browser: Browser, sites: Mapping[str, ServedSite], rounds: int) -> dict[str, dict[str, list[QueryCost]]]:
    """By query, then by side."""
    found: dict[str, dict[str, list[QueryCost]]] = {}
    for number in range(rounds):
        for query in (query for of in QUERIES.values() for query in of):
            sides = found.setdefault(query, {name: [] for name in sites})
            for name in sites if number % 2 else reversed(sites):
                sides[name].append(cost(browser, sites[name], query))
    return found


def table(found: Mapping[str, Mapping[str, list[QueryCost]]]) -> Iterator[str]:
    names = [field.name for field in fields(QueryCost)]
    yield "| query | " + " | ".join(f"{name} here | there" for name in names) + " |"
    yield "|---|" + "--:|--:|" * len(names)
    every = ("all", tuple(found), mean), ("median", tuple(found), median)
    for kind, queries, middle in (*((kind, of, mean) for kind, of in QUERIES.items()), *every):
        cells = [_cell(name, (found[query] for query in queries), middle) for name in names]
        yield f"| {kind} | {' | '.join(cells)} |"


def _cell(
    name: str, queries: Iterable[Mapping[str, list[QueryCost]]], middle: Callable[[Sequence[float]], float]
) -> str:
    """Both sides' middle of the queries' medians."""
    each = [[median(getattr(one, name) for one in of) for of in sides.values()] for sides in queries]
    return " | ".join(f"{middle(side):,.0f}" for side in zip(*each, strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("here", type=Path)
    parser.add_argument("there", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with ExitStack() as stack:
        folders = {"here": given.here, "there": given.there}
        sites = {name: ServedSite(folder, stack.enter_context(serve(folder))) for name, folder in folders.items()}
        browser = stack.enter_context(programs.started("--disable-gpu"))
        print("\n".join(table(measured(browser, sites, given.rounds))))


if __name__ == "__main__":
    main()
