"""Several sites searched together rank as one site that holds all of them, and none can do more than be found."""

from __future__ import annotations

import json
import re
import subprocess
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Any
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.catalog import address
from disclosure.search import data_file, files, tiers
from disclosure.search.files import SearchContent
from tests.projects import REPOSITORY
from tests.search import indexes

HERE = Path(__file__).parent
DOCUMENTS = 1500
QUERIES = 40
SIDES = ("甲区", "乙区", "丙区")


def together(
    sites: Sequence[Path], queries: Sequence[str], *, all_years: bool = False, **districts: str
) -> dict[str, Any]:
    listed = [
        {"folder": str(folder), "name": f"{side}网站", **({"district": districts[side]} if side in districts else {})}
        for folder, side in zip(sites, cycle(SIDES), strict=False)
    ]
    given = json.dumps({"sites": listed, "queries": list(queries), "isAll": all_years})
    command = ["node", str(HERE / "together_of.mjs")]
    done = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def head_of(reports: Sequence[int], *, parted: bool = False) -> Mapping[str, Any]:
    """``parted``: each report is of a year of its own."""
    rows = [(f"d{n:03}-2022", 2022 - n * parted, f"第{n}份报告", SIDES[n % 3]) for n in reports]
    only = rows[0] if len(rows) == 1 else None
    return {**indexes._head(), "aliases": "", "names": [], "reports": rows if not only else [], "only": only}


def write(folder: Path, parts: Mapping[int, SearchContent], *, large: bool, parted: bool = False) -> Path:
    """``parted``: the newest report alone is in the first tier."""
    with mock.patch.object(tiers, "AT_MOST", 1 if parted else tiers.AT_MOST):
        head = head_of([*parts], parted=parted)
        indexes._write(folder, list(parts.values()), SearchContent(), head, {}, large=large)
    return folder


@pytest.fixture(scope="module")
def parts() -> dict[int, SearchContent]:
    """By its number, what can be found in each of four reports."""
    every = indexes.generated(DOCUMENTS)
    size = 80 * 5
    return {n: SearchContent(every[n * size : (n + 1) * size]) for n in range(len(every) // size + 1)}


@pytest.fixture(scope="module")
def one(parts: dict[int, SearchContent], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("one"), parts, large=True)


@pytest.fixture(scope="module")
def sites(parts: dict[int, SearchContent], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A large one of two reports, and two small ones of one report each."""
    folder = tmp_path_factory.mktemp("sites")
    numbers = [*parts]
    shares = (numbers[:2], numbers[2:3], numbers[3:])
    return [
        write(folder / side, {n: parts[n] for n in share}, large=len(share) > 1)
        for side, share in zip(SIDES, shares, strict=True)
    ]


def queries(parts: Mapping[int, SearchContent]) -> list[str]:
    random = Random(11)
    texts = [document.text for part in parts.values() for document in part.documents]
    words = [re.sub(r"\W", "", random.choice(texts)) for _n in range(QUERIES)]
    starts = [random.randrange(max(1, len(word) - 6)) for word in words]
    return [word[start : start + random.choice((2, 3, 4, 6, 12))] for word, start in zip(words, starts, strict=True)]


def ranked(hits: Sequence[tuple[Any, str, str]]) -> list[tuple[float, list[tuple[str, str]]]]:
    """By score, as it is compared, what has it: among equals no order is better."""
    found: defaultdict[float, list[tuple[str, str]]] = defaultdict(list)
    for score, where, passage in hits:
        found[round(score, 6)].append((where, passage))
    return [(score, sorted(of)) for score, of in sorted(found.items(), reverse=True)]


def test_they_find_what_one_site_of_all_finds_with_the_same_scores(
    parts: dict[int, SearchContent], one: Path, sites: list[Path]
) -> None:
    asked = queries(parts)
    alone = [ranked([(hit[7], hit[0], hit[1]) for hit in found.hits]) for found in indexes.search(one, asked)]
    found = together(sites, asked)
    assert found["told"] == ["there"] * 3
    assert [ranked([(hit[6], hit[1], hit[2]) for hit in each["hits"]]) for each in found["found"]] == alone
    assert sum(map(len, alone)) > QUERIES
    assert len(found["outline"]) == sum(len(part.documents) for part in parts.values())


@pytest.fixture(scope="module")
def parted(parts: dict[int, SearchContent], sites: list[Path], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The same sites, of which the large one has an older year."""
    numbers = [*parts]
    folder = tmp_path_factory.mktemp("parted")
    return [write(folder, {n: parts[n] for n in numbers[:2]}, large=True, parted=True), *sites[1:]]


def test_older_years_of_a_site_are_found_with_the_same_scores_once_they_are_asked_for(
    parts: dict[int, SearchContent], one: Path, parted: list[Path]
) -> None:
    asked = queries(parts)
    alone = [ranked([(hit[7], hit[0], hit[1]) for hit in found.hits]) for found in indexes.search(one, asked)]
    found = together(parted, asked, all_years=True)
    assert found["told"] == ["there"] * 3
    assert found["older"] == [["0/d001-2022", 2021]]
    assert [ranked([(hit[6], hit[1], hit[2]) for hit in each["hits"]]) for each in found["found"]] == alone
    assert not any(each["part"] for each in found["found"])


def test_first_the_newest_years_of_each_site_are_looked_through(
    parts: dict[int, SearchContent], sites: list[Path], parted: list[Path]
) -> None:
    asked = queries(parts)
    found, all = (together(of, asked)["found"] for of in (parted, sites))
    assert any(each["part"] for each in found)
    for newest, each in zip(found, all, strict=True):
        scores = {(hit[0], hit[1], hit[2], round(hit[6], 6)) for hit in each["hits"]}
        of_newest = {(hit[0], hit[1], hit[2], round(hit[6], 6)) for hit in newest["hits"]}
        assert of_newest <= scores
        assert newest["part"] or of_newest == scores


def test_each_hit_says_its_site_its_district_and_its_year(sites: list[Path], parts: dict[int, SearchContent]) -> None:
    text = parts[3].documents[0].text
    hits = together(sites, [text[:20]], 丙区="第三区")["found"][0]["hits"]
    assert {(hit[0], hit[4]) for hit in hits if hit[1].startswith("reports/d003")} == {
        ("https://site-2.example/", "丙区网站，第三区，2022年报告期已结束")
    }
    first = {(hit[0], hit[4].partition("，")[0]) for hit in hits}
    assert first <= {(f"https://site-{n}.example/", f"{side}网站") for n, side in enumerate(SIDES)}


def test_a_site_that_does_not_answer_is_missed_and_the_others_answer(
    sites: list[Path], tmp_path: Path, parts: dict[int, SearchContent]
) -> None:
    found = together([sites[0], tmp_path / "nowhere", sites[2]], [parts[0].documents[0].text[:8]])
    assert found["told"] == ["there", "NotLoaded", "there"]
    assert found["found"][0]["hits"]


# What a site may say that is none of this program's


def rewritten(site: Path, folder: Path, name: str, change: Any) -> Path:
    for path in site.rglob("*.js"):
        target = folder / path.relative_to(site)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    where = folder / address.search(name)
    where.write_bytes(data_file.encode(name, change(data_file.decode(where.read_bytes(), Any))))
    return folder


def test_another_version_of_the_index_is_told_and_not_read(sites: list[Path], tmp_path: Path) -> None:
    formats: tuple[object, ...] = (files.FORMAT, files.FORMAT + 1, None, "1", {})
    folders = [
        rewritten(sites[1], tmp_path / str(n), "index", lambda head, one=one: {**head, "format": one})
        for n, one in enumerate(formats)
    ]
    assert together([sites[0], *folders], [])["told"] == ["there", "there", *["other"] * 4]


WRONG = {
    "kinds": [{}],
    "reports": [["x" * 200, 2022, "", ""]],
    "names": [1],
    "over": [],
    "aliases": 5,
    "year": -1,
    "scale": {"k": 1e9, "b": 0, "mean": 0, "title": 1, "steps": 1},
    "documents": "A99999999999",
    "shards": 3,
    "passages": 0,
    "readings": 1e12,
}


def test_a_head_of_another_shape_is_refused_whole(sites: list[Path], tmp_path: Path) -> None:
    folders = [
        rewritten(sites[0], tmp_path / field, "index", lambda head, field=field: {**head, field: WRONG[field]})
        for field in WRONG
    ]
    assert together([sites[1], *folders], [])["told"] == ["there", *["Unreadable"] * len(WRONG)]


# Of a site with older years
PARTED = {"first": 2, "older": 7, "documents": "A9;A9"}


def test_a_head_with_tiers_of_another_shape_is_refused_whole(parted: list[Path], tmp_path: Path) -> None:
    wrong = [*PARTED.items(), ("first", 0), ("first", "1"), ("older", None)]
    folders = [
        rewritten(parted[0], tmp_path / str(n), "index", lambda head, one=one: {**head, one[0]: one[1]})
        for n, one in enumerate(wrong)
    ]
    other = rewritten(parted[0], tmp_path / "other", "index", lambda head: {**head, "format": files.FORMAT})
    told = together([parted[0], *folders, other], [])["told"]
    assert told == ["there", *["Unreadable"] * len(wrong), "other"]


def test_who_claims_more_older_documents_than_there_are_is_not_believed(
    parts: dict[int, SearchContent], parted: list[Path], tmp_path: Path
) -> None:
    """Else a site could say how rare a word is on all others."""
    text = parts[3].documents[0].text[:6]
    before = together(parted, [text])["found"][0]["hits"]
    folder = tmp_path / "site"
    for path in parted[0].rglob("*.js"):
        target = folder / path.relative_to(parted[0])
        target.parent.mkdir(parents=True, exist_ok=True)
        data = path.read_bytes()
        if "search/tokens/" in path.as_posix():
            held = data_file.decode(data, dict[str, str])
            data = data_file.encode(f"tokens/{path.stem}", dict.fromkeys(held, f"!{'z' * 400}0"))
        target.write_bytes(data)
    after = together([folder, *parted[1:]], [text])
    assert after["told"] == ["partly", "there", "there"]
    others = [
        [hit[1] for hit in hits if hit[0] != "https://site-0.example/"] for hits in (before, after["found"][0]["hits"])
    ]
    assert sorted(others[0]) == sorted(others[1])


# By column; in that of titles every one
CELLS = ((0, 99), (1, 10**9), (2, "x" * 500), (3, "\uf8ff" * 390), (6, 10**9), (4, {"length": 10**9}), (10, [1.5]))


def test_documents_of_another_shape_are_refused(sites: list[Path], tmp_path: Path) -> None:
    def change(head: dict[str, Any], column: int, cell: object) -> dict[str, Any]:
        columns = [[*values] for values in head["documents"]]
        for row in range(len(columns[0])) if column == 3 else [0]:
            columns[column][row] = cell
        return {**head, "documents": columns}

    folders = [
        rewritten(sites[1], tmp_path / str(n), "index", lambda head, one=one: change(head, *one))
        for n, one in enumerate(CELLS)
    ]
    assert together([sites[0], *folders], [])["told"] == ["there", *["Unreadable"] * len(CELLS)]


def test_a_list_that_reaches_beyond_the_sites_own_documents_counts_for_none(
    sites: list[Path], tmp_path: Path, parts: dict[int, SearchContent]
) -> None:
    """Else a site could raise or sink what others have."""
    text = parts[3].documents[0].text[:6]
    before = together([sites[0], sites[2]], [text])
    folder = tmp_path / "site"
    for path in sites[0].rglob("*.js"):
        target = folder / path.relative_to(sites[0])
        target.parent.mkdir(parents=True, exist_ok=True)
        if "tokens/" in path.as_posix():
            name = path.relative_to(sites[0] / "search").with_suffix("").as_posix()
            held = data_file.decode(path.read_bytes(), dict[str, str])
            target.write_bytes(data_file.encode(name, dict.fromkeys(held, f"0{'zzz0_' * 9}")))
        else:
            target.write_bytes(path.read_bytes())
    after = together([folder, sites[2]], [text])
    assert after["told"] == ["partly", "there"]
    of_others = [
        [hit[1] for hit in found["found"][0]["hits"] if hit[0] == "https://site-1.example/"]
        for found in (before, after)
    ]
    assert sorted(of_others[0]) == sorted(of_others[1])


FINE = "reports/2024/text.html#p1-02.3"
ADDRESSES = ("//evil.example/", "../../../../x", "\\\\evil.example", "javascript:alert(1)", "/%2e%2e/%2e%2e/x", "a\nb")
BELOW = """import { below } from './templates/js/search/site.js';
const root = 'https://one.example/report/';
console.log(JSON.stringify(JSON.parse(process.argv[1]).filter((one) => below(root, one) !== undefined)));"""


def test_no_address_leads_out_of_the_site() -> None:
    command = ["node", "--input-type=module", "-e", BELOW, json.dumps([*ADDRESSES, FINE])]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, encoding="utf-8", check=False)
    assert json.loads(done.stdout) == [FINE], done.stderr


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda of: st.lists(of, max_size=4) | st.dictionaries(st.text(max_size=6), of, max_size=4),
    max_leaves=8,
)


@settings(max_examples=3, deadline=None)
@given(st.lists(VALUES, min_size=20, max_size=40))
def test_whatever_heads_are_the_others_answer(tmp_path_factory: pytest.TempPathFactory, values: list[object]) -> None:
    folder = tmp_path_factory.mktemp("odd")
    for n, value in enumerate(values):
        (folder / str(n) / "search").mkdir(parents=True)
        (folder / str(n) / address.SEARCH_INDEX).write_bytes(data_file.encode("index", value))
    fine = write(folder / "fine", {0: SearchContent(indexes.generated(400)[:20])}, large=False)
    told = together([fine, *(folder / str(n) for n in range(len(values)))], ["样品"])["told"]
    assert told[0] == "there"
    assert {*told[1:]} <= {"other", "Unreadable"}


def test_the_version_is_the_same_on_both_sides() -> None:
    text = (REPOSITORY / "templates/js/search/checked.js").read_text("utf-8")
    assert f"export const FORMAT = {files.FORMAT};" in text
    assert f"export const TIERED = {tiers.FORMAT};" in text
