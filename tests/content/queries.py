"""What readers asked (``content/search/queries.yml``), asked of the built site as they would: ``make search-queries``.

``build.py check`` says whether what a query should find is there at all; the search itself runs in the page.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct
from playwright.sync_api import Page

from disclosure.checks.queries import aim
from disclosure.model.query import QueryRecord
from disclosure.problem import Problem
from disclosure.source import register
from disclosure.source.files import SourceFile
from disclosure.source.register import Located, RawRegister
from tests.browser.server import serve
from tests.content.shipped import CONTENT
from tests.search import evaluation

AskedQuery = Located[QueryRecord]
# What is shown before the hits leads somewhere too: questions, places, figures; of the hits the direct ones
SHOWN = """() => {
  const root = document.querySelector('[data-module=search]').dataset.root;
  const links = [...document.querySelectorAll('[data-ways]:not([hidden]) a, [data-answers] a')];
  const before = links.map((one) => one.getAttribute('href').slice(root.length));
  const hits = [...document.querySelectorAll('[data-results] > [data-hit]')];
  return [before, hits.map((one) => one.dataset.hit)];
}"""


class ShownHits(Struct, frozen=True):
    """What a query shows: where what stands before the hits leads, and where its direct hits do."""

    before: tuple[str, ...]
    hits: tuple[str, ...]

    def place(self, address: str) -> int | None:
        """How many hits down it stands: 0 before them all, ``None`` nowhere."""
        if address in self.before:
            return 0
        return next((n for n, hit in enumerate(self.hits, 1) if leads(hit, address)), None)


def leads(hit: str, address: str) -> bool:
    """Whether a hit is what stands at an address: of a passage the sentence that answers best, a result wherever its
    section has a page."""
    report, is_result, id = address.partition("/results.html#")
    if is_result:
        return hit.startswith(f"{report}/sections/") and hit.endswith(f"#{id}")
    return hit == address or hit.startswith(f"{address}.")


def queries() -> list[AskedQuery]:
    """As the editors wrote them."""
    found = RawRegister()
    for path in sorted(CONTENT.glob("search/queries*.yml")):
        name = f"search/{path.name}"
        problems = register.read(found, SourceFile(f"content/{name}", name, path.read_bytes()), {})
        assert not problems, problems
    return found.queries


def ask(site: Path, asked: Iterable[AskedQuery]) -> Iterator[tuple[AskedQuery, ShownHits]]:
    with serve(site) as root, evaluation.chromium() as browser:
        page = evaluation.open_search(browser.new_page(), root)
        yield from ((one, shown(page, one.value.query)) for one in asked)


def shown(page: Page, query: str) -> ShownHits:
    evaluation.ask(page, query)
    before, hits = page.evaluate(SHOWN)
    return ShownHits(tuple(before), tuple(hits))


def problems(one: AskedQuery, found: ShownHits) -> Iterator[Problem]:
    """What is not as the editors say it should be."""
    query = one.value
    if query.nothing and found.hits:
        message = f"“{query.query}”应当没有结果，却有{len(found.hits)}个，第一个是 {found.hits[0]}"
        yield Problem(one.place("query"), "query-hit", message, "报告里有了就写 finds；不相干就改把它引去的别名")
    for n, name in enumerate(query.finds):
        place = found.place(aim(name))
        if place is None or place > query.first:
            message = f"“{query.query}”没有在前{query.first}个结果里找到 {name}：{_in_words(place)}"
            hint = "给读者的说法写别名，或者改成应当找到的那一条"
            yield Problem(one.place("finds", n), "query-miss", message, hint)


def line(one: AskedQuery, found: ShownHits) -> str:
    """What a query finds, for whoever reads the report."""
    told = "、".join(f"{name} {_in_words(found.place(aim(name)))}" for name in one.value.finds)
    return f"{one.place('query')}: “{one.value.query}”：{told or '应当没有'}（共{len(found.hits)}个结果）"


def _in_words(place: int | None) -> str:
    return "没有找到" if place is None else f"第{place}个" if place else "在最前面"


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("site", type=Path, nargs="?", default=Path("site"))
    answered = list(ask(arguments.parse_args().site, queries()))
    wrong = [problem for one, found in answered for problem in problems(one, found)]
    nothing = [one.value.query for one, found in answered if not found.hits and not found.before]
    print("\n".join(line(one, found) for one, found in answered))
    print(f"\n什么也没有找到：{'、'.join(nothing) or '没有这样的'}")
    print("\n".join(map(str, wrong)))
    print(f"{len(answered)} 句，{len(wrong)} 处不对")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
