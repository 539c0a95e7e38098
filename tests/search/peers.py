"""Our search beside others on the same documents, in one run: ``make search-peers``.

The judged queries are put to ours, MiniSearch, FlexSearch and Pagefind, pinned and installed into a cache. MiniSearch
and FlexSearch get the documents of our index, each in the best way that we know (pairs of characters), in the ways that
their documentation names, and as they come; Pagefind gets the site's HTML as a site gives it, and the same documents as
records of its own. A hit counts as its whole document for all alike, so these are not the figures of the evaluation.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

from playwright.sync_api import Browser

from tests.browser.server import serve
from tests.search import evaluation, judging
from tests.search.judging import Query, Score, Stretch, Texts

VERSIONS = {"pagefind": "1.6.0", "minisearch": "7.2.0", "flexsearch": "0.8.212"}
SCRIPTS = Path(__file__).parent
FIRST = "停车位"
# The library is one file, its index with the documents another
TWO_FILES = 2
# What a page of Pagefind's own does for a query, with as many hits as ours shows
PAGEFIND = """async ([root, queries]) => {
  // By this it knows how to cut a query
  document.documentElement.lang = 'zh';
  const pagefind = await import(root + 'pagefind/pagefind.js');
  await pagefind.init();
  const found = [];
  for (const query of queries) {
    const start = performance.now();
    const { results } = await pagefind.search(query);
    const ms = performance.now() - start;
    const first = await Promise.all(results.slice(0, 10).map((one) => one.data()));
    found.push({ ms, hits: first.map((one) => one.raw_url ?? one.url) });
  }
  return found;
}"""


@dataclass(frozen=True, kw_only=True)
class Measured:
    """What an engine was worth: hits by query, and its cost; ``answered`` are queries without an answer with hits."""

    name: str
    score: Score
    answered: int
    index: int
    bytes: int
    requests: int
    ms: float


@dataclass(frozen=True)
class JudgedQueries:
    """The judged queries of one list, and those that nothing answers."""

    judged: list[Query]
    unanswered: list[str]

    @property
    def texts(self) -> list[str]:
        return [*(one.text for one in self.judged), *self.unanswered]

    def score(self, hits: Mapping[str, Sequence[Stretch]]) -> tuple[Score, int]:
        scores = [judging.score(one, hits[one.text]) for one in self.judged]
        return Score.mean(scores), sum(bool(hits[one]) for one in self.unanswered)


def install(cache: Path) -> Path:
    """The others, in a folder of their own for these versions."""
    home = cache.expanduser() / ("search-" + "-".join(f"{name}-{version}" for name, version in VERSIONS.items()))
    if not (home / "node_modules/pagefind").exists():
        home.mkdir(parents=True, exist_ok=True)
        wanted = [f"{name}@{version}" for name, version in VERSIONS.items()]
        # Without a prefix npm installs into the first folder above that has a package.json or node_modules
        options = ["--prefix", ".", "--no-audit", "--no-fund", "--ignore-scripts"]
        subprocess.run(["npm", "install", *options, *wanted], cwd=home, check=True)
    return home


def in_node(script: str, given: object) -> Any:
    command = ["node", str(SCRIPTS / script)]
    done = subprocess.run(command, input=json.dumps(given), capture_output=True, encoding="utf-8", check=True)
    return json.loads(done.stdout)


def stretch(document: Mapping[str, Any]) -> Stretch:
    """What a document stands for: its passage, or its page."""
    if not document["passage"]:
        return Stretch(document["address"])
    return Stretch(document["passage"], document["start"], document["end"])


def libraries(asked: JudgedQueries, made: Mapping[str, Any], cold: evaluation.Cold) -> Iterator[Measured]:
    places = [stretch(one) for one in made["documents"]]
    for engine in made["engines"]:
        found = dict(zip(asked.texts, engine["found"], strict=True))
        score, answered = asked.score({text: [places[n] for n in of["hits"]] for text, of in found.items()})
        ours = engine["name"] == "ours"
        yield Measured(
            name=engine["name"],
            score=score,
            answered=answered,
            index=engine["index"],
            bytes=cold.bytes if ours else engine["loaded"],
            requests=len(cold.requests) if ours else TWO_FILES,
            ms=mean(of["ms"] for of in found.values()),
        )


def pagefind(
    name: str, asked: JudgedQueries, browser: Browser, folder: Path, places: Mapping[str, Stretch]
) -> Measured:
    """``folder`` is served with Pagefind's files in it."""
    with serve(folder) as root:
        page = browser.new_page()
        page.goto(f"{root}pagefind/pagefind-entry.json")
        one: list[str] = []
        # Its worker's requests, too
        page.on("request", lambda request: one.append(request.url))
        page.evaluate(PAGEFIND, [root, [FIRST]])
        page = browser.new_page()
        page.goto(f"{root}pagefind/pagefind-entry.json")
        found = dict(zip(asked.texts, page.evaluate(PAGEFIND, [root, asked.texts]), strict=True))
    hits = {text: [_place(url, places) for url in of["hits"]] for text, of in found.items()}
    score, answered = asked.score(hits)
    files = [folder / url.removeprefix(root).partition("?")[0] for url in dict.fromkeys(one)]
    return Measured(
        name=name,
        score=score,
        answered=answered,
        index=sum(path.stat().st_size for path in (folder / "pagefind").rglob("*.pf_*")),
        bytes=sum(min(path.stat().st_size, len(gzip.compress(path.read_bytes(), 9))) for path in files),
        requests=len(files),
        ms=mean(of["ms"] for of in found.values()),
    )


def _place(url: str, places: Mapping[str, Stretch]) -> Stretch:
    """Of a page that is no document of ours, its address: nothing is judged by that."""
    address = url.lstrip("/")
    return places.get(address, Stretch(address))


def table(all: Iterable[Measured]) -> Iterator[str]:
    heads = "engine | nDCG@10 | recall@10 | nothing found | hits without answer | first result kB | requests | index kB"
    yield f"| {heads} | ms |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|--:|"
    for one in sorted(all, key=lambda one: -one.score.ndcg):
        cells = (f"{one.score.ndcg:.3f}", f"{one.score.recall:.3f}", one.score.empty, one.answered)
        costs = (
            f"{one.bytes / 1000:.1f}",
            one.requests,
            f"{one.index / 1000:.0f}" if one.index else "",
            f"{one.ms:.2f}",
        )
        yield f"| {one.name} | " + " | ".join(map(str, (*cells, *costs))) + " |"


def lists(texts: Texts, more: Path | None) -> Iterator[tuple[str, JudgedQueries]]:
    yield "development queries", JudgedQueries(*judging.given(texts))
    yield "own queries", JudgedQueries(*judging.own(texts))
    if more:
        yield more.name, JudgedQueries(*judging.outside(texts, more))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, nargs="?", default=Path("site"))
    parser.add_argument("--cache", type=Path, default=Path("~/.cache/disclosure-bench"))
    parser.add_argument("--queries", type=Path, help="judged queries of others, as JSON")
    given = parser.parse_args()
    home = install(given.cache)
    all = list(lists(Texts(given.site), given.queries))
    made = [
        in_node("peers.mjs", {"site": str(given.site.resolve()), "home": str(home), "queries": asked.texts})
        for _name, asked in all
    ]
    places = {one["address"]: stretch(one) for one in made[0]["documents"]}
    folders = _pagefind(home, given.site.resolve(), made[0]["documents"])
    with evaluation.chromium() as browser:
        with serve(given.site) as root:
            cold = evaluation.cold(browser, root, FIRST)
        for (name, asked), of in zip(all, made, strict=True):
            others = [pagefind(called, asked, browser, folder, places) for called, folder in folders.items()]
            print(f"\n{name}: {len(asked.judged)} judged, {len(asked.unanswered)} without answer\n")
            print("\n".join(table([*libraries(asked, of, cold), *others])))


def _pagefind(home: Path, site: Path, documents: Sequence[Mapping[str, Any]]) -> dict[str, Path]:
    """Its indexes: of the site's pages, and of our documents."""
    folders = {"Pagefind, the site's pages": home / "pages", "Pagefind, our documents": home / "records"}
    pages, records = folders.values()
    command = [home / "node_modules/.bin/pagefind", "--site", site, "--output-path", pages / "pagefind"]
    subprocess.run([*map(str, command), "--force-language", "zh"], check=True, capture_output=True)
    in_node("records.mjs", {"home": str(home), "folder": str(records / "pagefind"), "documents": documents})
    return folders


if __name__ == "__main__":
    sys.exit(main())
