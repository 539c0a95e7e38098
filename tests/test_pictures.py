"""Pictures say what the published data say: counted again from the files, and not by the functions that drew them."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import content, pictures
from disclosure.pages.drawings import Grid, Shares
from disclosure.pages.drawings.grid import GridRow, GridSign
from disclosure.pages.drawings.shares import SharePart, ShareRow
from disclosure.theme.drawing import grid, paint, svg, words
from tests import shared
from tests.pictures import picture_of
from tests.projects import REPOSITORY, Sandbox, date_of
from tests.projects import create as created

SVG = "{http://www.w3.org/2000/svg}"
EXAMPLE = "shiguang"
REPORT = "reports/2025/"
# Cells beside each other: their column, their line, how many
STROKE = re.compile(r"M(\d+) (\d+)\.5h(\d+)")
# The followed day of the made-up districts
DAY = "2023-06-01"
# What no value can be held against, by the operator of a target
UNJUDGED = {"process", "qualitative", "vague", "interval", "exact"}


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shared.folder(tmp_path_factory, "drawn", _build_example) / "site"


def _build_example(root: Path) -> None:
    created(root, EXAMPLE).build(date=date_of(EXAMPLE))


@pytest.fixture(scope="session")
def districts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of two invented districts, with three years each."""
    return shared.folder(tmp_path_factory, "districts", _build_districts) / "site"


def _build_districts(root: Path) -> None:
    content.generate(180, root, content.ContentLayout(report_size=30), templates=REPOSITORY / "templates")
    done = Sandbox(root).run("build", date=DAY)
    assert done.code == 0, done.out + done.err


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of one invented report of many promises."""
    return shared.folder(tmp_path_factory, "large", _build_large) / "site"


def _build_large(root: Path) -> None:
    content.generate(400, root, content.ContentLayout(report_size=400), templates=REPOSITORY / "templates")
    done = Sandbox(root).run("build", date=DAY)
    assert done.code == 0, done.out + done.err


def table(site: Path, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((site / address).read_text("utf-8-sig"))))


def commitments(site: Path, *reports: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((site / "data/commitments.json").read_bytes())
    return [row for row in rows if not reports or row["report"] in reports]


def drawn(site: Path, address: str) -> ElementTree.Element:
    return ElementTree.fromstring((site / address).read_text("utf-8"))


def texts(root: ElementTree.Element) -> list[str]:
    return [one.text or "" for one in root.iter(f"{SVG}text")]


def title(root: ElementTree.Element) -> str:
    found = root.find(f"{SVG}title")
    assert found is not None
    return found.text or ""


def sentence(root: ElementTree.Element) -> str:
    found = root.find(f"{SVG}desc")
    assert found is not None
    return found.text or ""


def numbers(said: str) -> list[int]:
    return [int(one) for one in re.findall(r"\d+", said)]


def signs(root: ElementTree.Element) -> list[int]:
    """How many signs stand in each row of a grid: between two rows a line is empty."""
    group = next(one for one in root.iter(f"{SVG}g") if "scale" in one.get("transform", ""))
    lines: Counter[int] = Counter()
    for form in (one.get("d", "") for one in group.iter(f"{SVG}path")):
        for _column, line, length in STROKE.findall(form):
            lines[int(line)] += int(length)
    return [sum(lines[line] for line in row) for row in runs(sorted(lines))]


def runs(given: list[int]) -> list[list[int]]:
    """Numbers that follow each other, together."""
    found: list[list[int]] = []
    for one in given:
        if not found or found[-1][-1] + 1 < one:
            found.append([])
        found[-1].append(one)
    return found


def spelled(cell: str) -> list[tuple[str, int]]:
    """达成 2，未到期 1: words with their numbers; some words have a comma in them."""
    return [(word, int(n)) for word, n in re.findall(r"(?:^|，)(.+?) (\d+)(?=，|$)", cell)]


def sides(rows: Iterable[dict[str, Any]]) -> list[int]:
    counted = Counter(row["outcome"]["counts"] for row in rows)
    return [counted["kept"], counted["missed"], counted["neither"]]


def test_outcomes_are_counted_as_the_published_promises_have_them(example: Path) -> None:
    rows = commitments(example, "2025")
    image = drawn(example, f"{REPORT}progress/outcomes.svg")
    counted = Counter(row["outcome"]["label"] for row in rows)
    listed = table(example, f"{REPORT}progress/outcomes.csv")
    assert {row["结论"]: int(row["条数"]) for row in listed} == counted
    assert numbers(title(image)) == [2025, len(rows), *filter(None, sides(rows))]
    assert sorted(signs(image)) == sorted(counted.values())
    for word, number in re.findall(r"“([^”]+)”(\d+)条", sentence(image)):
        assert counted[word] == int(number)


def test_topics_are_counted_as_the_published_promises_have_them(example: Path) -> None:
    rows = commitments(example, "2025")
    image = drawn(example, f"{REPORT}topics.svg")
    pairs = [(topic["label"], row) for row in rows for topic in row["topics"]]
    listed = table(example, f"{REPORT}topics.csv")
    assert {(row["主题"], *one) for row in listed for one in spelled(row["结论和条数"])} == {
        (topic, word, n)
        for (topic, word), n in Counter((topic, row["outcome"]["label"]) for topic, row in pairs).items()
    }
    assert all(int(row[word]) == n for row in listed for word, n in spelled(row["结论和条数"]))
    by_topic = Counter(topic for topic, _row in pairs)
    assert sorted(signs(image)) == sorted(by_topic.values())
    kept, missed = ({topic for topic, row in pairs if row["outcome"]["counts"] == side} for side in ("kept", "missed"))
    assert numbers(title(image)) == [len(by_topic), len(kept), len(missed)]
    most = max(by_topic.values())
    with_topic = sum(bool(row["topics"]) for row in rows)
    assert numbers(sentence(image))[:3] == [most, with_topic, len(pairs)]


def test_each_topic_is_counted_over_all_reports(example: Path) -> None:
    rows = commitments(example)
    labels = {topic["id"]: topic["label"] for row in rows for topic in row["topics"]}
    drawn_topics = {path.parent.name for path in example.glob("topics/*/outcomes.svg")}
    held = {id: [row for row in rows if id in {topic["id"] for topic in row["topics"]}] for id in labels}
    assert drawn_topics == {id for id, those in held.items() if len(those) > 1}
    for id in drawn_topics:
        image = drawn(example, f"topics/{id}/outcomes.svg")
        said = title(image)
        assert said.startswith(f"{labels[id]}：{len(held[id])}条承诺")
        if "，还没有" not in said:
            named = [n for n in sides(held[id]) if n]
            assert numbers(said.partition("：")[2])[1:] == (named if "都计作" not in said else [])
        listed = table(example, f"topics/{id}/outcomes.csv")
        assert sum(int(row["条数"]) for row in listed) == len(held[id])
        assert sorted(signs(image)) == sorted(Counter(row["report"] for row in held[id]).values())


def test_the_home_page_shows_the_picture_of_the_newest_report_with_the_ways_to_its_files(example: Path) -> None:
    page = (example / "index.html").read_text("utf-8")
    image = drawn(example, f"{REPORT}progress/outcomes.svg")
    assert f">{title(image)}</h3>" in page
    assert sentence(image) in page
    for ending in (".svg", ".csv"):
        assert f'href="reports/2025/progress/outcomes{ending}" download' in page
    assert 'href="data/commitments.csv"' in page


def measured(rows: Iterable[dict[str, Any]]) -> list[tuple[str, str]]:
    """The targets that count (docs/domain.md, Strength): of each its strength and what came out."""
    return [
        (target["strength"], target["verdict"]["result"])
        for row in rows
        if row["kind"] != "orientation" and row["outcome"]["id"] not in {"candidate", "not-adopted"}
        for target in row["targets"]
        if target["strength"] != "process" and target["operator"] not in UNJUDGED
    ]


def rate(targets: Iterable[tuple[str, str]]) -> list[int]:
    results = [result for _strength, result in targets]
    return [results.count("met"), results.count("met") + results.count("not-met"), len(results)]


def test_districts_stand_beside_each_other_with_the_numbers_of_their_published_targets(districts: Path) -> None:
    listed = table(districts, "districts.csv")
    image = drawn(districts, "districts.svg")
    newest = [one for one in json.loads((districts / "data/reports.json").read_bytes()) if one["year"] == 2022]
    assert len(newest) == 2
    for one in newest:
        targets = measured(commitments(districts, one["id"]))
        promised = [each for each in targets if each[0] in {"binding", "promised"}]
        mine = [row for row in listed if row["地区"] == one["district"]]
        assert [[int(row[name]) for name in ("达成", "可判定", "全部")] for row in mine] == [
            rate(targets),
            rate(promised),
        ]
        for row in mine:
            met, decided, all = (int(row[name]) for name in ("达成", "可判定", "全部"))
            percent = str(met * 100 // decided) if decided and decided * 2 >= all else ""
            assert row["完成率（%）"] == percent
        assert "/".join(map(str, rate(targets))) in texts(image)
    assert "不能排名次" in sentence(image)
    assert ("%" in sentence(image)) == any(row["完成率（%）"] != "" for row in listed if row["范围"] == "全部目标")


def test_one_district_is_not_compared(example: Path) -> None:
    assert not (example / "districts.svg").exists()
    assert "picture-districts" not in (example / "index.html").read_text("utf-8")


def test_a_picture_that_is_taken_away_has_no_style_no_script_and_all_its_words(example: Path) -> None:
    found = sorted(example.rglob("*.svg"))
    assert len(found) > 10
    for path in found:
        root = ElementTree.fromstring(path.read_text("utf-8"))
        assert not {name for one in root.iter() for name in one.attrib} & {"style", "class", "onload"}
        assert {one.tag.removeprefix(SVG) for one in root.iter()}.isdisjoint({"style", "script", "image", "a", "use"})
        said = "".join(texts(root)).replace(" ", "")
        for part in (title(root), sentence(root), "数据来源：拾光区承诺跟踪示例"):
            assert part.replace(" ", "") in said, path
        address = path.relative_to(example).with_suffix("")
        assert f"https://report.shiguang.example/{address.parent.as_posix()}" in said or "index.html" in said


def test_without_an_address_of_its_own_a_site_writes_none_into_a_picture(districts: Path) -> None:
    assert "http" not in "".join(texts(drawn(districts, "districts.svg")))


def test_the_files_of_pictures_are_in_the_manifest_and_lists_of_pages_do_not_name_them(example: Path) -> None:
    files = json.loads((example / "manifest.json").read_bytes())["files"]
    every = {path.relative_to(example).as_posix() for path in example.rglob("*.svg")}
    assert every <= set(files)
    listed = (example / "sitemap.xml").read_text("utf-8")
    assert ".svg" not in listed


WHERE = "import sys, tests.projects as p; p.Sandbox(__import__('pathlib').Path(sys.argv[1])).build(date=sys.argv[2])"


def test_pictures_are_the_same_bytes_in_another_time_zone_and_with_another_hash_seed(
    example: Path, tmp_path: Path
) -> None:
    created(tmp_path / "again", EXAMPLE)
    other = {**os.environ, "TZ": "America/Adak", "PYTHONHASHSEED": "4711", "PYTHONPATH": str(REPOSITORY)}
    subprocess.run([sys.executable, "-c", WHERE, str(tmp_path / "again"), date_of(EXAMPLE)], env=other, check=True)
    once, again = (_pictures(site) for site in (example, tmp_path / "again/site"))
    assert once == again
    assert len(once) > 20


def _pictures(site: Path) -> dict[str, bytes]:
    images = sorted(site.rglob("*.svg"))
    files = [*images, *(path.with_suffix(".csv") for path in images)]
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def test_a_second_build_leaves_the_pictures_as_they_stand(tmp_path: Path) -> None:
    project = created(tmp_path / "project")
    project.build()
    before = {path: path.stat().st_mtime_ns for path in project.site.rglob("*.svg")}
    project.edit("site.yml", "tagline: ", "tagline: 又")
    project.build()
    assert {path: path.stat().st_mtime_ns for path in project.site.rglob("*.svg")} == before


SAID = st.text(st.sampled_from("承诺达成，。（）“”abc 12%/-:."), min_size=1, max_size=60)


@given(SAID, st.sampled_from([120, 338]), st.sampled_from([12, 16, 19]))
def test_no_word_is_lost_between_lines_and_no_line_is_too_long(said: str, width: int, size: int) -> None:
    found = words.lines(said, width, size)
    assert "".join(found).replace(" ", "") == said.replace(" ", "")
    # Marks hang over rather than begin a line
    assert all(words.length(line.rstrip("，。）”%"), size) <= width for line in found)


def test_no_line_begins_with_a_mark_or_ends_with_an_opening_one() -> None:
    said = "承诺（“达成”），" * 12
    for line in words.lines(said, 100, 16):
        assert line[0] not in "，。）”"
        assert line[-1] not in "（“"


@given(st.lists(st.integers(0, 400), min_size=1, max_size=8).filter(any))
def test_every_promise_has_a_sign_and_each_stands_apart(counts: list[int]) -> None:
    line = 26
    taken: list[tuple[int, int]] = []
    start = 0
    for count in counts:
        for column, row, length in STROKE.findall(grid.area(start, start + count, line)):
            taken += [(at, int(row)) for at in range(int(column), int(column) + int(length))]
        start += count
    assert len(taken) == len(set(taken)) == sum(counts)
    assert sorted((row, column) for column, row in taken) == [divmod(n, line) for n in range(sum(counts))]


def shapes(filled: bool) -> Grid:
    sign = GridSign(shape="●" if filled else "✕", colour="accent", words="达成", count=3)
    return Grid((sign,), (GridRow("教育", "3条", (3,)), GridRow("很长的主题名称写不进一行里去", "0条", (0,))))


def test_signs_differ_by_shape_and_not_only_by_colour() -> None:
    assert svg.svg(picture_of(shapes(filled=True))) != svg.svg(picture_of(shapes(filled=False)))


def test_shares_are_as_long_as_their_numbers() -> None:
    parts = (SharePart("kept", "达成"), SharePart("missed", "没有"), SharePart("open", "不知道"))
    given = Shares(parts, (ShareRow("甲区", "1/2/4", (1, 1, 2)), ShareRow("乙区", "0/0/4", (0, 0, 4))))
    root = ElementTree.fromstring(svg.svg(picture_of(given)))
    bars = [one for one in root.iter("rect") if one.get("height") == "16" and "share" in one.get("class", "")]
    assert [(one.get("x"), one.get("width")) for one in bars] == [
        ("1", "84"),
        ("85", "84"),
        ("169", "168"),
        ("1", "336"),
    ]


def test_no_page_has_more_than_four_kilobytes_of_pictures(example: Path, large: Path) -> None:
    weighed = [pictures.weights(site) for site in (example, large)]
    assert {kind: sizes for each in weighed for kind, sizes in each.items() if sizes[-1] >= pictures.PAGE} == {}
    assert all("overview" in each and "progress" in each for each in weighed)


def test_every_class_of_a_drawing_has_a_colour_in_its_file() -> None:
    sheet = (REPOSITORY / "templates/components/picture.css").read_text("utf-8")
    styled = set(re.findall(r"\.(d-picture__[a-z-]+)", sheet))
    of_the_frame = {"d-picture__title", "d-picture__take", "d-picture__ways", "d-picture__drawing", "d-picture__number"}
    assert styled - of_the_frame - paint.PAINT.keys() == set()
    assert {name for name in paint.PAINT.keys() - styled if paint.PAINT[name]} == set()
