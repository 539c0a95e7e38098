"""A site's search as it were with so many times the reports: ``python -m benchmarks.search_vast SITE TIMES OUT``.

SITE is a large site that was built, of 30,000 generated records say. Its reports are put into the index again and
again, as other districts' of the same years, all words of theirs with them: OUT holds the search's files of a site of
TIMES as many records, in the tiers that the program would make, or with ``--at-most`` so many documents in the first.
No new word is added, so each stands in TIMES as many documents: lists grow as much as they can. Copies would compress
into next to nothing; of the tokens of the queries that are measured each copy has its steps in another order.

``python -m benchmarks.search_vast --cost SITE ...`` prints, for the queries of ``benchmarks.search_scale``, files and
compressed bytes of data that the first hits read (``tests/search/hits_of.mjs``, without scripts and answers), and for
each site bytes of the first file and of what filters read.
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from random import Random
from statistics import mean, median
from typing import Any

from benchmarks.search_scale import QUERIES
from disclosure.catalog import address
from disclosure.search import data_file, files, postings, shards, tiers
from disclosure.search.tiers import Tiers
from disclosure.search.tokens import tokens
from tests.search import indexes

WANTED = frozenset(token for of in QUERIES.values() for query in of for token in tokens(query))
# Before a copy's district; there are no more copies than these
SIDES = ("", *"东南西北中上下前后左右")
LIKE = (
    "answers",
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
    order = copies([year for _key, year, *_others in head["reports"]], times)
    rows = [row(head["reports"][report], copy) for report, copy in order]
    told = {**head, "reports": rows, "documents": shards.PART.join([*(parts[report] for report, _copy in order), own])}
    of = tiers.tiers(told, [documents_in(parts[report]) for report, _copy in order])
    write(out, "index", {**told, **shards.sizes(of.shards), **of.told()})
    numbers: dict[int, list[int]] = {len(parts): [len(order)]}
    for number, (report, _copy) in enumerate(order):
        numbers.setdefault(report, []).append(number)
    write_tokens(out, of, ((token, repeated(token, written, numbers)) for token, written in tokens_of(site)))
    write_columns(site, out, of, order)
    write_parted(site, out, rows, times)
    for name in LIKE:
        write(out, name, read(site, name))
    for path in (site / address.SEARCH_FILES / "documents").iterdir():
        part, _dash, rest = path.stem.partition("-")
        value = read(site, f"documents/{path.stem}")
        for place in numbers[int(part)]:
            write(out, f"documents/{place}-{rest}", value)


def copies(years: Sequence[int], times: int) -> list[tuple[int, int]]:
    """Reports and numbers of their copies in the order of the index: those of a year stand together."""
    each = [list(of) for _year, of in groupby(range(len(years)), lambda report: years[report])]
    return [(report, copy) for of in each for copy in range(times) for report in of]


def row(report: tuple[str, int, str, str], copy: int) -> list[str | int]:
    key, year, title, district = report
    # No digit: 区2 would be a part of 区2021年
    return [f"{key}x{copy}" if copy else key, year, title, f"{SIDES[copy]}{district}"]


def write_tokens(out: Path, of: Tiers, all: Iterator[tuple[str, list[tuple[int, str]]]]) -> None:
    sizes = {tiers.FIRST: of.shards, **({tiers.OLDER: of.older} if of.are_two else {})}
    named = (f"{tier}/{n}" for tier, pairs in sizes.items() for n in range(shards.token_files(pairs)))
    files: dict[str, dict[str, str]] = {name: {} for name in named}
    for token, parts in all:
        older = [(number, part) for number, part in parts if not of.is_first(number)]
        first = joined(one for one in parts if of.is_first(one[0]))
        count = sum(postings.documents_in(part) for _number, part in older)
        files[of.file(token)][token] = postings.with_older({token: first}, {token: count})[token]
        if older:
            files[of.older_file(token)][token] = joined(older)
    for name, held in files.items():
        write(out, name, held)


def joined(parts: Iterable[tuple[int, str]]) -> str:
    return postings.BETWEEN.join(postings.gap(number) + part for number, part in parts)


def write_columns(site: Path, out: Path, of: Tiers, order: Sequence[tuple[int, int]]) -> None:
    """What hits are filtered by."""
    for name in ("facets", "filed"):
        whole = read(site, name)
        *each, own = whole["parts"]
        parts = [each[report] for report, _copy in order]
        write(out, name, {**whole, "parts": [own] if of.are_two else [*parts, own]})
        for year, numbers in of.by_year() if of.are_two else ():
            held = [parts[number] for number in numbers]
            if name == "facets":
                write(out, f"{files.OUTCOMES}/{year}", {"parts": [one["outcome"] for one in held]})
                held = [{column: each for column, each in one.items() if column != "outcome"} for one in held]
            write(out, f"{name}/{year}", {"parts": held})


def write_parted(site: Path, out: Path, rows: Sequence[Sequence[str | int]], times: int) -> None:
    """What many districts have: their departments and figures under the copies' names; answers as they are."""
    offices = read(site, "departments")
    named = [
        (f"{copy}{where}", f"{SIDES[copy]}{title}", words) for copy in range(times) for where, title, words in offices
    ]
    write(out, "departments", named)
    for path in (site / address.SEARCH_FILES / "answers").glob("[0-9][0-9][0-9][0-9].js"):
        write(out, f"answers/{path.stem}", read(site, f"answers/{path.stem}"))
    known = list(dict.fromkeys(one[3] for one in read(site, "index")["reports"]))
    for number, name in enumerate(dict.fromkeys(str(one[3]) for one in rows)):
        base = next(n for n, one in enumerate(known) if name.endswith(one))
        write(out, f"answers/{number}", read(site, f"answers/{base}"))
        lines = read(site, f"figures/{base}")
        write(out, f"figures/{number}", [_of(line, name, known[base]) for line in lines])


def _of(line: list[Any], name: str, base: str) -> list[Any]:
    """A line of the copy of a district."""
    kind, words, text, *others = line
    return [kind, words.replace(base, name), text.replace(base, name), *others]


def documents_in(part: str) -> int:
    return sum(int(times or 1) for times in re.findall(r"[A-Za-z](\d*)", part))


def tokens_of(site: Path) -> Iterator[tuple[str, str]]:
    for path in (site / address.SEARCH_FILES / "tokens").iterdir():
        yield from read(site, f"tokens/{path.stem}").items()


def repeated(token: str, written: str, numbers: Mapping[int, Sequence[int]]) -> list[tuple[int, str]]:
    """A token's parts by number, each again under its copies' numbers."""
    mixed = Random(token).sample if token in WANTED else None
    bare = [(postings.number_of(one), one) for one in written.split(postings.BETWEEN)]
    parts = ((report, one[len(postings.gap(report)) :]) for report, one in bare)
    return sorted(
        (number, _mixed(part, mixed) if mixed and len(numbers[report]) > 1 else part)
        for report, part in parts
        for number in numbers[report]
    )


def _mixed(part: str, mixed: Callable[..., list[str]]) -> str:
    steps = postings.STEP.findall(part)
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
    for name in ("index", "facets", "filed"):
        yield f"{name}: {[sizes(site, name) for site in sites]}"
    for query, *answers in zip(queries, *found, strict=True):
        yield f"{query}: {[(one.files, one.bytes) for one in answers]}"
    for middle in (median, mean):
        each = [(middle(one.files for one in of), int(middle(one.bytes for one in of))) for of in found]
        yield f"{middle.__name__}: {each}"


def sizes(site: Path, name: str) -> dict[str, int]:
    """Compressed bytes of a file and of its parts by year."""
    folder = site / address.SEARCH_FILES
    every = [folder / f"{name}.js", *sorted((folder / name).glob("*.js"), reverse=True)]
    return {path.stem: len(gzip.compress(path.read_bytes(), 9)) for path in every}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cost", action="store_true")
    parser.add_argument("--at-most", type=int, default=tiers.AT_MOST, help="documents in the first tier")
    parser.add_argument("given", nargs="+")
    given = parser.parse_args()
    if given.cost:
        print("\n".join(costs([Path(one) for one in given.given])))
        return
    tiers.AT_MOST = given.at_most
    site, times, out = given.given
    copied(Path(site), int(times), Path(out))


if __name__ == "__main__":
    main()
