"""Indexes on disk, small and large, and what the search finds in them, run by Node."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from disclosure.catalog import address
from disclosure.pages.document import Document
from disclosure.search import answer_files, documents, files, head
from disclosure.search.answers import SearchAnswers
from disclosure.search.files import FacetLabels, SearchContent
from disclosure.search.head import About
from tests.prepared import Prepared
from tests.search import collection

HERE = Path(__file__).parent
# Documents of a generated report
A_REPORT = 500


@dataclass(frozen=True)
class SearchAnswer:
    """What a query found, and what was read for it from an index that nothing was known of: files, compressed bytes.

    ``part``: of the newest years alone, and older ones may have more.
    """

    files: int
    bytes: int
    hits: list[tuple[Any, ...]]
    repaired: list[str]
    absent: list[str]
    part: bool

    @property
    def passages(self) -> set[str]:
        """The paragraphs that a direct hit leads to."""
        return {hit[1] for hit in self.hits if hit[6] and "/text.html#" in hit[0]}


def write(folder: Path, prepared: Prepared | None = None, *, large: bool = False) -> Path:
    """The index of the collection, or of another project; ``large`` as if the site were a large one, whose search page
    it makes of one that stands there."""
    of = prepared or collection.whole()
    return write_reports(folder, [found(of, one.key) for one in of.catalog.reports], of, large=large)


def write_reports(folder: Path, parts: list[SearchContent], of: Prepared | None = None, *, large: bool) -> Path:
    """An index of these reports and of what the project, else the collection, has beside its own."""
    of = of or collection.whole()
    _write(folder, parts, found(of), _head(of), head.labels(of.catalog, _about(of)), large=large)
    return folder


def found(of: Prepared, key: str = "") -> SearchContent:
    """What can be found in one report of a project, or else in what belongs to none."""
    report = next((one for one in of.catalog.reports if one.key == key), None)
    keys = {one.key for one in of.catalog.reports}
    pages = [
        one for one in of.pages if (address.owner(one.address) if address.owner(one.address) in keys else "") == key
    ]
    return documents.of_report(of.catalog, report, pages) if report else documents.of_site(of.catalog, pages)


def write_documents(
    folder: Path, documents: Sequence[Document], *, aliases: str = "", rarer: str = "", large: bool = False
) -> Path:
    """An index of these."""
    told = {**_head(), "aliases": aliases, files.RARER: rarer}
    _write(folder, [SearchContent(tuple(documents))], SearchContent(), told, {}, large=large)
    return folder


def write_generated(folder: Path, count: int) -> Path:
    """An index of so many documents: clauses of the report, put together anew in one paragraph after the other."""
    every = generated(count)
    parts = [SearchContent(every[start : start + A_REPORT]) for start in range(0, count, A_REPORT)]
    _write(folder, parts, SearchContent(), {**_head(), "aliases": ""}, {}, large=True)
    return folder


def _write(
    folder: Path,
    parts: list[SearchContent],
    site: SearchContent,
    head: Mapping[str, Any],
    labels: FacetLabels,
    *,
    large: bool,
    answered: SearchAnswers | None = None,
) -> None:
    for name, data in whole(
        [files.pieces(one, large=large) for one in (*parts, site)], head, labels, large=large
    ).items():
        _put(folder / name, data)
    for where, data in answer_files.answer_files(
        answered or _answers(), head["reports"], figures_apart=files.DEPARTMENTS in head
    ):
        _put(folder / where, data)
    page = folder / address.SEARCH
    if large and page.exists():
        page.write_text(page.read_text("utf-8").replace("assets/search.js", "assets/search-large.js"), "utf-8")


def whole(
    made: Sequence[Mapping[str, bytes]], head: Mapping[str, Any], labels: FacetLabels, *, large: bool
) -> dict[str, bytes]:
    """All files of an index by address, from the pieces of its reports and of what belongs to none."""

    def read(name: str) -> Iterator[bytes]:
        return (one[name] for one in made)

    if large:
        return dict(files.sharded(head, labels, read, files.pairs(read(files.PAIRS))))
    return dict(files.whole(head, labels, read))


def generated(count: int) -> tuple[Document, ...]:
    random = Random(7)
    clauses = [clause for one in collection.whole().catalog.reports[0].text.passages for clause in one.text.split("，")]
    found: list[Document] = []
    for n in range(count // 5):
        parts = random.sample(clauses, 4)
        text, key, section = "，".join(parts), f"d{n // 80:03}-2022", f"d{n // 80:03}/{n % 80 // 10}"
        where = f"reports/{key}/text.html#p{n}"
        found.append(
            Document(
                kind="paragraph",
                address=where,
                title=parts[0][:8],
                text=text,
                place=section,
                passage=f"p{n}",
                start=0,
                end=len(text),
                sentences=(0,),
                section=section,
            )
        )
        for m, part in enumerate(parts):
            start = text.index(part)
            record = f"reports/{key}/commitments/c{m:03}.html"
            found.append(
                Document(
                    kind="commitment",
                    address=record,
                    title=part[:16],
                    text=part,
                    place=section,
                    passage=f"p{n}",
                    start=start,
                    end=start + len(part),
                    sentences=(),
                    section=section,
                )
            )
    return tuple(found)


def _head(of: Prepared | None = None) -> Mapping[str, Any]:
    of = of or collection.whole()
    return head.head(of.catalog, _about(of), head.answered(of.catalog, _about(of)), large=False)


def _about(of: Prepared) -> list[About]:
    return [head.about(of.catalog, one) for one in of.catalog.reports]


def _answers() -> SearchAnswers:
    return head.answered(collection.whole().catalog, _about(collection.whole()))


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def search(folder: Path, queries: Sequence[str], **options: int) -> list[SearchAnswer]:
    """What each query finds, in order; ``shown`` reads only so many hits, as the page first does."""
    given = json.dumps({"folder": str(folder), "queries": list(queries), **options})
    script = HERE / "hits_of.mjs"
    done = subprocess.run(["node", script], input=given, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    answers = json.loads(done.stdout)
    return [SearchAnswer(**{**one, "hits": [tuple(hit) for hit in one["hits"]]}) for one in answers]
