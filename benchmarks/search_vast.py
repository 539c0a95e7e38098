"""A site's search as it were with so many times the reports: ``python -m benchmarks.search_vast SITE TIMES OUT``.

SITE is a large site that was built, of 30,000 generated records say. Its reports are put into the index again and
again, under other years, all words of theirs with them: OUT holds the search's files of a site of TIMES as many
records. No new word is added, so each stands in TIMES as many documents: lists grow as much as they can. Copies would
compress into next to nothing; of the tokens of the queries that are measured each copy has its steps in another order.

``python -m benchmarks.search_vast --cost SITE ...`` prints, for the queries of ``benchmarks.search_scale``, files and
compressed bytes of data that the first hits read (``tests/search/hits_of.mjs``, without scripts and answers).
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from statistics import mean, median
from typing import Any

from benchmarks.search_scale import QUERIES
from disclosure.catalog import address
from disclosure.search import data_file, postings, shards
from disclosure.search.tokens import tokens
from tests.search import indexes

# A gap, whose signs but for the last are high, and a weight
STEP = re.compile("[W-Za-z_-]*[0-9A-V].")
WANTED = frozenset(token for of in QUERIES.values() for query in of for token in tokens(query))
LIKE = (
    "characters",
    "rarer",
    "places",
    "numbers",
    *(f"words/{n}" for n in range(16)),
    *(f"readings/{n}" for n in range(64)),
)


def copied(site: Path, times: int, out: Path) -> None:
    head = read(site, "index")
    *parts, own = head["documents"].split(shards.PART)
    rows = [
        [f"{key}x{n}" if n else key, year - n, title, f"{district}{n or ''}"]
        for n in range(times)
        for key, year, title, district in head["reports"]
    ]
    number = len(parts)
    size = shards.shards(sum(map(documents_in, parts)) * times)
    write(out, "index", {**head, "reports": rows, "shards": size, "documents": shards.PART.join([*parts * times, own])})
    files: dict[int, dict[str, str]] = {n: {} for n in range(shards.token_files(size))}
    for token, written in tokens_of(site):
        mixed = Random(token).sample if token in WANTED else None
        files[shards.token_file(token, size)][token] = repeated(written, number, times, mixed)
    for n, held in files.items():
        write(out, f"tokens/{n}", held)
    for name in LIKE:
        write(out, name, read(site, name))
    for path in (site / address.SEARCH_FILES / "documents").iterdir():
        part, _dash, rest = path.stem.partition("-")
        value = read(site, f"documents/{path.stem}")
        # What belongs to no report stands last
        places = [int(part) + number * n for n in range(times)] if int(part) < number else [number * times]
        for place in places:
            write(out, f"documents/{place}-{rest}", value)


def documents_in(part: str) -> int:
    return sum(int(times or 1) for times in re.findall(r"[A-Za-z](\d*)", part))


def tokens_of(site: Path) -> Iterator[tuple[str, str]]:
    for path in (site / address.SEARCH_FILES / "tokens").iterdir():
        yield from read(site, f"tokens/{path.stem}").items()


def repeated(written: str, number: int, times: int, mixed: Callable[..., list[str]] | None) -> str:
    """A token's postings with those of each report again under its copies' numbers; of none behind all."""
    found = [(postings.number_of(one), one) for one in written.split(postings.BETWEEN)]
    bare = [(n, one[len(postings.gap(n)) :]) for n, one in found]
    again = [
        postings.gap(n + number * copy) + (_mixed(one, mixed) if mixed else one)
        for copy in range(times)
        for n, one in bare
        if n < number
    ]
    last = [postings.gap(number * times) + one for n, one in bare if n >= number]
    return postings.BETWEEN.join([*again, *last])


def _mixed(part: str, mixed: Callable[..., list[str]]) -> str:
    steps = STEP.findall(part)
    return "".join(mixed(steps, len(steps)))


def read(site: Path, name: str) -> Any:
    return data_file.decode((site / address.search(name)).read_bytes(), Any)


def write(out: Path, name: str, value: object) -> None:
    path = out / address.search(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data_file.encode(name, value))


def costs(sites: Sequence[Path]) -> Iterator[str]:
    """A line a query: files and bytes of each site."""
    queries = [query for of in QUERIES.values() for query in of]
    found = [indexes.search(site, queries, shown=2) for site in sites]
    heads = [len(gzip.compress((site / address.SEARCH_INDEX).read_bytes(), 9)) for site in sites]
    yield f"first file: {heads}"
    for query, *answers in zip(queries, *found, strict=True):
        yield f"{query}: {[(one.files, one.bytes) for one in answers]}"
    for middle in (median, mean):
        each = [(middle(one.files for one in of), int(middle(one.bytes for one in of))) for of in found]
        yield f"{middle.__name__}: {each}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cost", action="store_true")
    parser.add_argument("given", nargs="+")
    given = parser.parse_args()
    if given.cost:
        print("\n".join(costs([Path(one) for one in given.given])))
        return
    site, times, out = given.given
    copied(Path(site), int(times), Path(out))


if __name__ == "__main__":
    main()
