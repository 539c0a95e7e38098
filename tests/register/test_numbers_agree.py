"""Pages, JSON and CSV say the same: every number of the sample is walked and compared."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from disclosure.exports import cells
from disclosure.exports.columns import COLUMNS
from disclosure.exports.tables import TABLES
from disclosure.pages.register_index import FIRST
from disclosure.pages.silence import SILENT
from disclosure.search import data_file

TAG = re.compile(r"<[^>]*>")
LINE = re.compile(r'<li class="d-record" id="(?:2024-)?(c\d+)">')
SELECT = re.compile(r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', re.S)
OPTION = re.compile(r'<option value="([^"]+)">([^<]*)（(\d+)）</option>')
# Where a CSV row's values stand in the JSON row of the same id
NESTED = {"targets": ("commitments", "targets"), "figures": ("results", "figures")}

PublishedRows = list[dict[str, str]]


@pytest.fixture(scope="module")
def sheets(sample_site: Path) -> dict[str, PublishedRows]:
    found = {}
    for path in sorted((sample_site / "data").glob("*.csv")):
        text = path.read_bytes().decode("utf-8-sig")
        rows = csv.DictReader(io.StringIO(text, newline=""))
        found[path.stem] = [{name: cells.meant(each) for name, each in row.items()} for row in rows]
    return found


@pytest.fixture(scope="module")
def data(sample_site: Path) -> dict[str, Any]:
    return {path.stem: json.loads(path.read_text("utf-8")) for path in sorted((sample_site / "data").glob("*.json"))}


def cell(value: Any) -> str:
    """What a cell says of a value, as it is read back."""
    return cells.meant(cells.cell(value))


def html(site: Path, name: str) -> str:
    return (site / name).read_text("utf-8")


def words(markup: str) -> str:
    return unescape(TAG.sub("", markup))


def lines(markup: str) -> list[str]:
    """The ids of the promises in its lists."""
    return LINE.findall(markup)


@pytest.fixture(scope="module")
def index(sample_site: Path) -> dict[str, Any]:
    """What the register's script finds promises by."""
    return data_file.decode((sample_site / "reports/2024/commitments.js").read_bytes(), dict)


def column(index: dict[str, Any], name: str) -> dict[str, list[str]]:
    """Each promise's values in a facet."""
    ids, _labels, signs = index["columns"][name].values()
    values = [[ids[ord(sign) - FIRST] for sign in each] for each in signs.split(" ")]
    return dict(zip(index["ids"], values, strict=True))


@pytest.mark.parametrize("name", ["commitments", "results", "glossary"])
def test_a_table_is_its_json_file_cell_by_cell(
    sheets: dict[str, PublishedRows], data: dict[str, Any], name: str
) -> None:
    rows = TABLES[name].rows(data[name])
    assert sheets[name] == [{column: cell(row.get(column)) for column in sheets[name][0]} for row in rows]


@pytest.mark.parametrize("name", ["targets", "figures"])
def test_a_table_of_parts_is_what_the_json_rows_hold(
    sheets: dict[str, PublishedRows], data: dict[str, Any], name: str
) -> None:
    file, key = NESTED[name]
    parts = [part for row in data[file] for part in row[key]]
    assert [row["id"] for row in sheets[name]] == [part["id"] for part in parts]
    for row, part in zip(sheets[name], parts, strict=True):
        flat = cells.flat(part, COLUMNS[name])
        same = flat.keys() & row.keys()
        assert {column: row[column] for column in same} == {column: cell(flat[column]) for column in same}


@pytest.mark.parametrize(("name", "key"), [("coverage-figures", "figures"), ("coverage-clauses", "clauses")])
def test_the_coverage_is_the_same_in_either_form(
    sheets: dict[str, PublishedRows], data: dict[str, Any], name: str, key: str
) -> None:
    rows = data["coverage"][key]
    assert sheets[name] == [{column: cell(row[column]) for column in sheets[name][0]} for row in rows]


def test_the_indicators_values_are_the_same_in_either_form(
    sheets: dict[str, PublishedRows], data: dict[str, Any]
) -> None:
    values = Counter(
        (one["id"], each["period"], each["written"], cell(each["value"]), cell(each.get("implied")))
        for one in data["indicators"]
        for each in (*one["observations"], *one["targets"])
    )
    rows = sheets["indicators"]
    assert Counter((r["indicator"], r["period"], r["written"], r["value"], r["implied"]) for r in rows) == values


def test_the_paragraphs_of_the_report_are_the_same_in_either_form(
    sheets: dict[str, PublishedRows], data: dict[str, Any]
) -> None:
    report = data["report-2024"]
    texts = [(one["id"], one["text"]) for one in (*report["opening"], *report["paragraphs"])]
    assert [(row["id"], row["text"]) for row in sheets["report-2024"]] == [(id, cell(text)) for id, text in texts]


def is_silent(row: dict[str, Any]) -> bool:
    return bool(row["absence"]) and row["outcome"]["id"] in SILENT


def test_the_register_finds_every_commitment_of_the_data_in_order(index: dict[str, Any], data: dict[str, Any]) -> None:
    """What is known comes first, then what is not, by its word; in the order of the report within."""
    rows = {row["id"]: row for row in data["commitments"]}
    place = {id: n for n, id in enumerate(rows)}
    assert sorted(index["ids"], key=place.__getitem__) == list(rows)
    assert column(index, "deadline") == {id: [rows[id]["deadline"]] for id in index["ids"]}
    ends = [sum(index["groups"][: n + 1]) for n in range(len(index["groups"]))]
    groups = [index["ids"][start:end] for start, end in zip([0, *ends], ends, strict=False)]
    assert ends[-1] == len(rows)
    assert [len({is_silent(rows[id]) for id in group}) for group in groups] == [1] * len(groups)
    assert [is_silent(rows[group[0]]) for group in groups] == [False, *[True] * (len(groups) - 1)]
    assert all(len({rows[id]["outcome"]["id"] for id in group}) == 1 for group in groups[1:])
    assert all(group == sorted(group, key=place.__getitem__) for group in groups)


def test_the_index_says_what_the_data_say(index: dict[str, Any], data: dict[str, Any]) -> None:
    rows = {row["id"]: row for row in data["commitments"]}
    assert dict(zip(index["ids"], index["titles"], strict=True)) == {id: row["title"] for id, row in rows.items()}
    said = [index["words"][ord(sign) - FIRST] for sign in index["said"].split(" ")]
    assert {
        id: (label, note or None) for id, (_shape, label, _colour, note) in zip(index["ids"], said, strict=True)
    } == {id: (row["outcome"]["label"], row["outcome"]["note"]) for id, row in rows.items()}
    for id, passage in zip(index["ids"], index["passages"], strict=True):
        assert passage.partition(".")[0] == rows[id]["passage"]


def values(row: dict[str, str]) -> list[tuple[str, str]]:
    """What a commitment is found by, from its row of the data."""
    departments = [one["id"] for one in (row["lead"], *row["supporting"]) if one]
    return [
        ("outcome", row["outcome"]["id"]),
        ("known", "no" if is_silent(row) else "yes"),
        ("section", row["section"]),
        *(("topic", one["id"]) for one in row["topics"]),
        ("kind", row["kind"]),
        ("strength", row["strength"]),
        *(("names", id) for id in [one["id"] for one in row["specificity"]] or ["none"]),
        *(("department", id) for id in departments),
        ("reported", row["reported"]["status"]),
        ("evidenced", row["evidenced"]["status"] if row["evidenced"] else "not-looked"),
        ("schedule", row["schedule"]["id"] if row["schedule"] else "no-day"),
        ("due", row["deadline"] if row["deadline_stated"] else "unsaid"),
    ]


def test_what_a_commitment_is_found_by_is_what_the_data_say(index: dict[str, Any], data: dict[str, Any]) -> None:
    names = [name for name in index["columns"] if name not in ("checkable", "deadline")]
    found = {name: column(index, name) for name in names}
    for row in data["commitments"]:
        given = [(name, value) for name in names for value in found[name][row["id"]]]
        assert given == values(row)


def test_the_filters_count_what_the_data_hold(sample_site: Path, data: dict[str, Any]) -> None:
    page = html(sample_site, "reports/2024/commitments.html")
    offered = {
        (name, id): int(n) for name, options in SELECT.findall(page) for id, _label, n in OPTION.findall(options)
    }
    checkable = {id: offered.pop(("checkable", id), 0) for id in ("measured", "unmeasured", "no")}
    assert offered == Counter(value for row in data["commitments"] for value in values(row))
    said = [checkable["measured"] + checkable["unmeasured"], checkable["measured"], checkable["no"]]
    sentence = re.search(r"条承诺里，(\d+)条能核对做没做到（其中(\d+)条写明了数字或日期），(\d+)条是", page)
    assert sentence
    assert [int(n) for n in sentence.groups()] == said


def test_the_counts_at_the_top_are_those_of_the_data(sample_site: Path, data: dict[str, Any]) -> None:
    rows = data["commitments"]
    for name, kinds in (("commitments", rows), ("results", data["results"])):
        shown = re.findall(r"<dt>([^<]*)</dt><dd>(\d+)</dd>", html(sample_site, f"reports/2024/{name}.html"))
        counted = Counter(row["kind_label"] for row in kinds)
        with_number = sum("number" in [one["id"] for one in row.get("specificity", ())] for row in kinds)
        wanted = {"全部": len(kinds), **counted, **({"写明数量的": with_number} if name == "commitments" else {})}
        assert Counter({label: int(n) for label, n in shown}) == Counter(wanted)


def test_sections_and_topics_hold_every_record_once_for_each_they_belong_to(
    sample_site: Path, data: dict[str, Any]
) -> None:
    for folder, belongs in (
        ("reports/2024/sections", lambda row: [row["section"]]),
        ("topics", lambda row: [one["id"] for one in row["topics"]]),
    ):
        pages = {path.stem: path.read_text("utf-8") for path in sorted((sample_site / folder).glob("*.html"))}
        promised = {name: set(lines(page)) for name, page in pages.items()}
        wanted = {name: {row["id"] for row in data["commitments"] if name in belongs(row)} for name in pages}
        assert promised == wanted
        assert set().union(*wanted.values()) == {row["id"] for row in data["commitments"]}
        for name, page in pages.items():
            said = re.search(r'<meta name="description" content="([^"]*)"', page)
            assert said
            reported = sum(name in belongs(row) for row in data["results"])
            assert f"{len(wanted[name])}条承诺" in said[1] or not wanted[name]
            assert re.search(rf"{reported}项(上年)?成果", said[1]) or not reported


def test_every_targets_figure_stands_on_its_page_and_in_the_lists(sample_site: Path, data: dict[str, Any]) -> None:
    listed = "".join(
        path.read_text("utf-8") for path in sorted((sample_site / "reports/2024/sections").rglob("*.html"))
    )
    for row in data["commitments"]:
        page = html(sample_site, row["url"])
        for target in row["targets"]:
            assert f"<td>{target['written']}</td>" in unescape(page)
            assert f"{target['measure']}：<b>{target['written']}</b>" in unescape(listed)
            if target["baseline"]:
                assert target["baseline"]["written"] in unescape(page)


def test_every_results_figure_stands_on_the_page_of_its_section(sample_site: Path, data: dict[str, Any]) -> None:
    for row in data["results"]:
        page = words(html(sample_site, f"reports/2024/sections/{row['section']}.html"))
        for figure in row["figures"]:
            assert f"{figure['measure']}：{figure['written']}" in page


def test_every_indicators_values_stand_on_its_page_and_in_the_list(sample_site: Path, data: dict[str, Any]) -> None:
    listed = html(sample_site, "indicators.html")
    for one in data["indicators"]:
        page = html(sample_site, f"indicators/{one['id']}.html")
        table = re.findall(r"<b>([^<]*)</b>", page)
        assert [each["written"] for each in (*one["observations"], *one["targets"])] == table[
            : len(one["observations"]) + len(one["targets"])
        ]
        for each in (*one["observations"][-1:], *one["targets"][-1:]):
            assert f"<b>{each['written']}</b>" in listed


def test_the_coverage_page_has_the_totals_and_every_exemption(sample_site: Path, data: dict[str, Any]) -> None:
    page = html(sample_site, "reports/2024/coverage.html")
    totals = data["coverage"]["totals"]
    cell = re.compile(r'<td class="d-table__number">(\d+)</td>')
    numbers = [[int(n) for n in cell.findall(row)] for row in page.split("<tr>")]
    clauses, figures, *sections = [row for row in numbers if row]
    recorded = totals["figures_result"] + totals["figures_commitment"]
    assert clauses == [totals[f"clauses{end}"] for end in ("", "_recorded", "_exempted", "_uncovered")]
    assert figures == [totals["figures"], recorded, totals["figures_incidental"], totals["figures_uncovered"]]
    assert sum(row[0] for row in sections) == totals["clauses"]
    assert totals["figures_uncovered"] == totals["clauses_uncovered"] == page.count('d-claim--uncovered"') == 0


def test_the_index_of_the_data_counts_the_rows_of_every_file(
    sample_site: Path, sheets: dict[str, PublishedRows]
) -> None:
    page = html(sample_site, "data.html")
    found = re.findall(r'href="data/([a-z0-9-]+)\.csv" download>[^<]*</a><span[^>]*>[^<]*共 (\d+) 行', page)
    assert {name: int(n) for name, n in found} == {name: len(rows) for name, rows in sheets.items()}


def test_the_data_package_describes_every_table_as_it_is(sample_site: Path, sheets: dict[str, PublishedRows]) -> None:
    package = json.loads(html(sample_site, "data/datapackage.json"))
    assert {one["path"] for one in package["resources"]} == {f"{name}.csv" for name in sheets}
    for one in package["resources"]:
        rows = sheets[one["name"]]
        assert [field["name"] for field in one["schema"]["fields"]] == list(rows[0])
        key = one["schema"].get("primaryKey")
        if key:
            assert len({tuple(row[name] for name in key) for row in rows}) == len(rows)
        for field in one["schema"]["fields"]:
            assert all(fits(row[field["name"]], field["type"]) for row in rows), field


def fits(cell: str, type: str) -> bool:
    pattern = {
        "integer": r"\d+",
        "number": r"-?\d+(\.\d+)?",
        "boolean": "true|false",
        "date": r"\d{4}-\d\d-\d\d",
        "string": r"(?s).*",
    }[type]
    return not cell or re.fullmatch(pattern, cell) is not None


def test_the_catalogue_leads_to_every_data_file(sample_site: Path) -> None:
    catalogue = json.loads(html(sample_site, "data/catalog.jsonld"))
    led = [one["dcat:downloadURL"]["@id"] for each in catalogue["dcat:dataset"] for one in each["dcat:distribution"]]
    files = (
        path
        for path in (sample_site / "data").iterdir()
        if path.suffix in (".json", ".csv", ".xlsx", ".sqlite", ".jsonl")
    )
    there = {path.name for path in files} - {"datapackage.json"}
    assert sorted(led) == sorted(there)
