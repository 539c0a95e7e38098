"""Pictures of indicators and targets say what the published data say: counted again from the files alone."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from disclosure.exports.cells import meant
from tests import shared
from tests.projects import create as created
from tests.projects import date_of

SVG = "{http://www.w3.org/2000/svg}"
EXAMPLE = "shiguang"
DECIDED = {"met": "达成", "not-met": "没有达成", "undecided": "待人工判断", "just": "待人工判断"}
KINDS = {"forecast": "预计", "preliminary": "初步数"}
# What counts in no rate, by the operator of a target
UNJUDGED = {"process", "qualitative", "vague", "interval", "exact"}


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shared.folder(tmp_path_factory, "drawn", _build_example) / "site"


def _build_example(root: Path) -> None:
    created(root, EXAMPLE).build(date=date_of(EXAMPLE))


def table(site: Path, address: str) -> list[dict[str, str]]:
    rows = csv.DictReader(io.StringIO((site / address).read_text("utf-8-sig")))
    return [{name: meant(value) for name, value in row.items()} for row in rows]


def rows(site: Path, name: str) -> list[dict[str, Any]]:
    return list(json.loads((site / f"data/{name}.json").read_bytes(), parse_float=Decimal, parse_int=Decimal))


def image(site: Path, address: str) -> ElementTree.Element:
    return ElementTree.fromstring((site / address).read_text("utf-8"))


def said(root: ElementTree.Element, name: str) -> str:
    found = root.find(f"{SVG}{name}")
    assert found is not None
    return found.text or ""


def texts(root: ElementTree.Element) -> list[str]:
    return [one.text or "" for one in root.iter(f"{SVG}text")]


def targets(site: Path) -> dict[tuple[str, str], dict[str, Any]]:
    return {(row["report"], one["id"]): one for row in rows(site, "commitments") for one in row["targets"]}


def verdicts(site: Path, indicator: dict[str, Any]) -> list[tuple[str, str]]:
    """Of its targets that have one: the year and the result."""
    known = targets(site)
    found = [(one["period"], known[one["report"], one["target"]]["verdict"]["result"]) for one in indicator["targets"]]
    return [(year, result) for year, result in found if result in DECIDED]


def number(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"


def signed(one: dict[str, Any]) -> str:
    """下降3%以上 is a change of -3 or less; a value is published with its sign."""
    value = one["value"]
    return number(-value if value is not None and one["written"].startswith("下降") else value)


def changes(site: Path) -> dict[tuple[str, str], dict[str, Any]]:
    """What targets were changed to by a decision that was adopted; deadlines are no numbers."""
    all = rows(site, "adjustments")
    return {(one["report"], one["target"]): one for one in all if one["decision"] == "yes" and one["target"]}


def expected_rows(site: Path, indicator: dict[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    for one in indicator["observations"]:
        yield "本区", KINDS.get(one["vintage"], "实际"), one["written"], signed(one)
    for one in indicator["targets"]:
        yield "本区", "目标", one["written"], signed(one)
        change = changes(site).get((one["report"], one["target"]))
        if change:
            yield "本区", "调整后的目标", change["new"], re.sub(r"\D", "", change["new"])
    for one in indicator["context"]:
        yield one["name"], "目标" if one["kind"] == "target" else "实际", one["written"], signed(one)


def test_an_indicators_table_has_every_published_value(example: Path) -> None:
    for one in rows(example, "indicators"):
        listed = table(example, f"indicators/{one['id']}/series.csv")
        found = [(row["范围"], row["种类"], row["写法"], row["数值"]) for row in listed]
        assert sorted(found) == sorted(expected_rows(example, one))
        assert {row["单位"] for row in listed} == {one["unit"]}


def test_an_indicators_title_counts_its_published_verdicts(example: Path) -> None:
    for one in rows(example, "indicators"):
        title, known = said(image(example, f"indicators/{one['id']}/series.svg"), "title"), verdicts(example, one)
        assert title.startswith(f"{one['name']}：")
        if len(known) == 1:
            assert re.search(rf"：{known[0][0]}年原?目标.*，(实际|初步数|预计).*，", title)
            assert ("未" in title) is (known[0][1] == "not-met")
            continue
        assert f"有结果的目标{len(known)}个" in title
        counted = Counter(DECIDED[result] for _year, result in known)
        for word, count in counted.items():
            assert f"{count}个{word}" in title or (len(counted) == 1 and re.search(f"(全部|都){word}", title))


def test_an_indicators_sentence_says_which_years_came_out_how(example: Path) -> None:
    for one in rows(example, "indicators"):
        sentence, known = said(image(example, f"indicators/{one['id']}/series.svg"), "desc"), verdicts(example, one)
        for year, result in known if len(known) > 1 else ():
            words = {"met": "达成", "not-met": "未", "undecided": "待人工判断", "just": "刚好达到"}
            assert re.search(rf"{year}年[^；]*{words[result]}", sentence)


def test_as_many_values_are_drawn_as_are_of_whole_years(example: Path) -> None:
    for one in rows(example, "indicators"):
        drawn = image(example, f"indicators/{one['id']}/series.svg")
        whole = {
            (seen["period"], KINDS.get(seen["vintage"], ""), seen["value"], seen["basis"])
            for seen in one["observations"]
            if "-" not in seen["period"]
        }
        signs = [each for each in texts(drawn) if each in {"实际", "初步数", "预计", "后来改了的数"}]
        circles = list(drawn.iter(f"{SVG}circle"))
        assert len(circles) - len(signs) == len(whole)
        partly = sum("-" in seen["period"] for seen in one["observations"])
        assert (f"另有{partly}个数没有画" in said(drawn, "desc")) is bool(partly)


def test_values_stand_as_high_as_they_are_large(example: Path) -> None:
    """Read back from the file: the district's own of whole years, best known last, by the middle of their discs."""
    for one in rows(example, "indicators"):
        drawn = image(example, f"indicators/{one['id']}/series.svg")
        signs = sum(each in {"实际", "初步数", "预计", "后来改了的数"} for each in texts(drawn))
        heights = [Decimal(each.get("cy", "")) for each in drawn.iter(f"{SVG}circle")][signs:]
        seen = [each["value"] for each in one["observations"] if "-" not in each["period"]]
        # What is said twice of a year has one sign
        values = [value for n, value in enumerate(seen) if n == 0 or value != seen[n - 1] or len(seen) == len(heights)]
        assert len(values) == len(heights)
        order = sorted(range(len(values)), key=lambda n: values[n])
        assert [heights[n] for n in order] == sorted(heights, reverse=True)


def headline(site: Path, report: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """The main targets of a report, each with its indicator."""
    macro = {row["id"] for row in rows(site, "commitments") if row["report"] == report and row["kind"] == "macro"}
    return [
        (one, aim)
        for one in rows(site, "indicators")
        for aim in one["targets"]
        if aim["report"] == report and aim["target"].partition("/")[0] in macro
    ]


@pytest.mark.parametrize("report", ["2024", "2025"])
def test_main_targets_are_compared_as_the_published_numbers_have_them(example: Path, report: str) -> None:
    drawn, listed = image(example, f"reports/{report}/headline.svg"), table(example, f"reports/{report}/headline.csv")
    known = headline(example, report)
    assert sorted(row["指标"] for row in listed) == sorted(one["name"] for one, _aim in known)
    steps: Counter[str] = Counter()
    for one, aim in known:
        row = next(each for each in listed if each["指标"] == one["name"])
        # What the report itself says of the year before: what came later stands on the indicator's page
        before = [each for each in one["observations"] if each["period"] == str(int(report) - 1)]
        certain = [each for each in before if each["report"] == report and each["figure"]]
        assert row["上年数值"] == (signed(certain[-1]) if certain else "")
        assert row["出处"] == ("报告" if certain else "报告没有写")
        assert row["目标数值"] == signed(aim)
        if certain and aim["value"] is not None:
            difference = aim["value"] - certain[-1]["value"]
            step = "与上年相同" if not difference else "比上年高" if difference > 0 else "比上年低"
            assert row["与上年比"] == step
            steps[step] += 1
    assert f"{report}年主要目标有{steps.total()}项可以同报告所写的上年数相比" in said(drawn, "title")
    # Never 没有 where another page has one: it is the report that says none
    assert (f"另有{len(known) - steps.total()}项，报告没有写可比的上年数" in said(drawn, "desc")) is (
        len(known) > steps.total()
    )
    for step, count in steps.items():
        assert f"{count}项{step}" in said(drawn, "title") or len(steps) == 1
        assert f"{step}的：" in said(drawn, "desc")


def measured(site: Path, report: str) -> list[str]:
    """All targets that a value can be held against, those of candidates too."""
    return [
        one["id"]
        for row in rows(site, "commitments")
        for one in row["targets"]
        if row["report"] == report and one["strength"] != "process" and one["operator"] not in UNJUDGED
    ]


def with_results(site: Path, report: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The targets that count in the rates: of a candidate project only once it is known to be adopted."""
    for row in rows(site, "commitments"):
        adopted = row["kind"] != "livelihood" or (row["vote"] is not None and row["vote"]["adopted"] == "yes")
        if row["report"] == report and adopted:
            for one in row["targets"]:
                if one["strength"] != "process" and one["operator"] not in UNJUDGED:
                    yield one["id"], one


@pytest.mark.parametrize("report", ["2024", "2025"])
def test_targets_and_results_are_those_of_the_published_verdicts(example: Path, report: str) -> None:
    address = f"reports/{report}/progress/reached"
    drawn, listed = image(example, f"{address}.svg"), table(example, f"{address}.csv")
    known = dict(with_results(example, report))
    decided = {id: one for id, one in known.items() if one["verdict"]["result"] in DECIDED}
    assert {row["编号"]: row["目标"] for row in listed} == {id: one["written"] for id, one in decided.items()}
    for row in listed:
        one = decided[row["编号"]]
        assert row["目标数值"] == signed(one)
        assert row["结果数值"] in {number(each["value"]) for each in one["observations"]}
        change = changes(example).get((report, row["编号"]))
        assert row["调整后数值"] == (re.sub(r"\D", "", change["new"]) if change else "")
    title, sentence = said(drawn, "title"), said(drawn, "desc")
    assert f"可以对照的目标{len(known)}个，有结果的{len(decided)}个：" in title
    for word, count in Counter(DECIDED[one["verdict"]["result"]] for one in decided.values()).items():
        assert f"{count}个{word}" in title
    assert (f"其余{len(known) - len(decided)}个没有可以对照的结果" in sentence) is (len(known) > len(decided))
    aside = len(measured(example, report)) - len(known)
    assert (f"候选有{aside}个目标，不在内" in sentence) is (aside > 0)


@pytest.mark.parametrize("report", ["2024", "2025"])
def test_as_many_results_are_drawn_as_the_sentence_leaves(example: Path, report: str) -> None:
    address = f"reports/{report}/progress/reached"
    drawn, listed = image(example, f"{address}.svg"), table(example, f"{address}.csv")
    left = re.search(r"有结果而没有画的(\d+)个", said(drawn, "desc"))
    group = drawn.find(f"{SVG}g")
    assert group is not None
    shown = [one for one in texts(group) if re.match("原?目标", one) and "未达成" not in one]
    assert len(shown) == len(listed) - int(left[1] if left else 0)
    aims = {re.split("[，（]", one.removeprefix("原").removeprefix("目标"))[0] for one in shown}
    assert {row["目标"] for row in listed} >= aims


def test_what_was_adjusted_has_the_word_of_its_own_page_in_every_picture(example: Path) -> None:
    """Of what was kept only as it was adjusted."""
    found = [row for row in rows(example, "commitments") if row["outcome"]["id"] == "adjusted-met"]
    assert found
    for row in found:
        listed = table(example, f"reports/{row['report']}/progress/reached.csv")
        assert {each["结论"] for each in listed if each["编号"].startswith(f"{row['id']}/")} == {
            row["outcome"]["label"]
        }
        targets = {(row["report"], one["id"]) for one in row["targets"]}
        for one in rows(example, "indicators"):
            shown = image(example, f"indicators/{one['id']}/series.svg")
            both = said(shown, "title") + said(shown, "desc")
            for aim in one["targets"]:
                if (aim["report"], aim["target"]) in targets:
                    change = changes(example)[aim["report"], aim["target"]]
                    assert row["outcome"]["label"] in both
                    assert f"原目标{aim['written']}" in both
                    assert f"调整为{change['new']}" in both


def test_a_changed_target_is_drawn_beside_the_one_that_was_promised(example: Path) -> None:
    for one in rows(example, "indicators"):
        changed = [each for each in one["targets"] if (each["report"], each["target"]) in changes(example)]
        shown = image(example, f"indicators/{one['id']}/series.svg")
        # An arrow and a line for each, and for what the key says of them
        wide = [each for each in shown.iter(f"{SVG}path") if each.get("stroke-width") == "2.5"]
        assert len(wide) == 2 * (len(changed) + bool(changed))


def pictures(site: Path) -> list[Path]:
    return [path for path in sorted(site.glob("**/*.svg")) if path.with_suffix(".csv").exists()]


def test_numbers_and_days_of_every_pictures_table_are_plain(example: Path) -> None:
    """As in the published tables: what a spreadsheet would run is text, and nothing else."""
    numeric = {"数值", "上限", "目标数值", "目标上限", "调整后数值", "结果数值", "上年数值", "条数", "个数"}
    for path in pictures(example):
        for row in csv.DictReader(io.StringIO(path.with_suffix(".csv").read_text("utf-8-sig"))):
            assert [row[name] for name in numeric & row.keys() if not re.fullmatch(r"(-?[\d.]+)?", row[name])] == []
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", row.get("日期", "2024-01-01"))


def test_targets_and_results_have_one_sign(example: Path) -> None:
    """A fall that was reached: -3 and -3.2."""
    listed = table(example, "reports/2024/progress/reached.csv")
    row = next(one for one in listed if one["目标"] == "下降3%以上")
    assert (row["目标数值"], row["结果数值"]) == ("-3", "-3.2")


def test_every_picture_says_the_day_its_words_are_true_of(example: Path) -> None:
    today = date.fromisoformat(date_of(EXAMPLE))
    assert pictures(example)
    for path in pictures(example):
        source = re.search(r"数据来源：.+截至(\d+)年(\d+)月(\d+)日", "".join(texts(image(path.parent, path.name))))
        assert source, path
        day = date(*map(int, source.groups()))
        assert day == today if path.stem == "deadlines" else day <= today


def test_a_page_says_the_day_of_its_picture_and_the_citation_too(example: Path) -> None:
    page = (example / "indicators/parking.html").read_text("utf-8")
    assert "截至2025年1月15日" in page
    assert "[EB/OL]. (2025-01-15)[引用日期]" in page
