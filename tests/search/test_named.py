"""A query that names a record, a paragraph, a note or a day: found as such, before anything is ranked."""

from __future__ import annotations

import json
import subprocess
from itertools import chain
from pathlib import Path

import msgspec
import pytest

from disclosure.pages.document import Document
from disclosure.search import documents
from disclosure.search.files import SearchContent
from disclosure.search.named import names_of
from tests.search import collection, indexes
from tests.search.indexes import SearchAnswer

MODULE = Path(__file__).parents[2] / "templates/js/search/names.js"
PRINT = f"""
import {{ readFileSync }} from "node:fs";
import {{ namesOf }} from "{MODULE}";
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(namesOf)));
"""
UPDATE = "updates/{}/2022-08-18-sunshine-dairy.html"


@pytest.fixture(scope="module", params=["small", "large"])
def index(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The collection twice, as if the report of the year after said the same, each with an update."""
    catalog = collection.whole().catalog
    parts = [later(documents.of_report(catalog, catalog.reports[0], ()), key) for key in ("2023", "2022")]
    folder = tmp_path_factory.mktemp(request.param)
    return indexes.write_reports(folder, parts, large=request.param == "large")


def later(content: SearchContent, key: str) -> SearchContent:
    written = msgspec.json.encode(content.documents).replace(b"2022/", f"{key}/".encode())
    told = Document(kind="update", address=UPDATE.format(key), title="阳光乳业上市", text="已上市。", place="进展")
    return SearchContent((*msgspec.json.decode(written, type=list[Document]), told))


def found(index: Path, *queries: str) -> list[list[str]]:
    """The addresses that each query finds, without the sections' pages on which results stand."""
    return [[where(hit) for hit in answer.hits] for answer in asked(index, *queries)]


def asked(index: Path, *queries: str) -> list[SearchAnswer]:
    return indexes.search(index, queries)


def where(hit: tuple[object, ...]) -> str:
    address = str(hit[0])
    return f"{address.split('/')[1]}/{address.split('#')[1]}" if "/sections/" in address else address


COMMITMENT = "reports/{}/commitments/{}.html"
TEXT = "reports/{}/text.html#{}"


def test_an_id_finds_its_record_in_every_report_newest_first_and_nothing_else(index: Path) -> None:
    both = [COMMITMENT.format("2023", "c135"), COMMITMENT.format("2022", "c135")]
    for query in ("c135", "C135", "ｃ１３５", "承诺c135", "编号C135是什么", "c135/1", "第c135条"):
        assert found(index, query) == [both], query
    assert found(index, "p2-05", "p2-5", "r012") == [
        [TEXT.format("2023", "p2-05"), TEXT.format("2022", "p2-05")],
        [TEXT.format("2023", "p2-05"), TEXT.format("2022", "p2-05")],
        ["2023/r012", "2022/r012"],
    ]


def test_a_report_before_the_id_narrows_it(index: Path) -> None:
    assert found(index, "2022/c098", "2023/p2-05.2", "2022/r012") == [
        [COMMITMENT.format("2022", "c098")],
        [TEXT.format("2023", "p2-05")],
        ["2022/r012"],
    ]


def test_what_else_is_asked_comes_after_what_is_named(index: Path) -> None:
    (hits,) = found(index, "2022/c016 停车泊位")
    assert hits[0] == COMMITMENT.format("2022", "c016")
    assert len(hits) > 1


def test_an_id_that_is_not_there_is_no_other_one(index: Path) -> None:
    assert [one.hits for one in asked(index, "c999", "2021/c016", "p9-99")] == [[], [], []]


def test_a_day_finds_what_is_told_of_it_first(index: Path) -> None:
    told = [UPDATE.format(key) for key in ("2023", "2022")]
    for query in ("2022-08-18", "2022年8月18日", "2022.8.18", "8月18日", "8月18号有什么进展"):
        assert found(index, query)[0][:2] == told, query


def test_words_and_figures_that_look_like_names_stay_what_they_are(index: Path) -> None:
    plain = found(index, "口罩", "N95口罩", "15.5%", "7.8%")
    assert all(plain[1:])
    assert not any(address.startswith("updates/") for address in chain.from_iterable(plain))


def test_names_are_told_from_addresses_alike_in_python_and_in_the_browser() -> None:
    one, site = indexes.found(collection.whole(), "2022"), indexes.found(collection.whole())
    every = [*one.documents, *one.later, *site.later]
    addresses = [*(one.address for one in every), UPDATE.format("2022"), "glossary.html#2023-n04", "a/c1.html", ""]
    run = ["node", "--input-type=module", "-e", PRINT]
    done = subprocess.run(run, input=json.dumps(addresses), capture_output=True, encoding="utf-8", check=True)
    assert json.loads(done.stdout) == list(map(names_of, addresses))
    assert names_of(UPDATE.format("2022")) == ["#2022-08-18", "#08-18"]
