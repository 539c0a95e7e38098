"""Realistic content of any size: ``python -m benchmarks.content 3000 /dev/shm/bench-3000``.

Invented districts, five years each, some 300 records a report. The same number and seed give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks.report import Report, compose
from disclosure.source import archive, report_reader

HERE = Path(__file__).parent.parent
RECORDS_A_REPORT = 300
YEARS = (2018, 2019, 2020, 2021, 2022)
SYLLABLES = "安宁和顺永兴嘉瑞昌平清远德润福泽"
PUBLISHED = re.compile(r"^published: .*$", re.M)
# A narrative's link to a report or to updates that are not there keeps its words only
REPORT_LINK = re.compile(r"\[([^\]]*)\]\((?:reports/[^)]*|updates\.html)\)")
SITE = """\
title: 政府工作报告公开与跟踪（生成的内容）
tagline: 用来测量速度的内容，地区和数字都是虚构的
keywords: [测试, 虚构]
notice: 这是测试内容，不是政府网站，全部是虚构的。
"""
CONFIG = """\
site_name: 政府工作报告公开与跟踪（生成的内容）
docs_dir: content
site_dir: site
theme: {name: null, custom_dir: templates}
use_directory_urls: false
plugins: [disclosure]
validation: {omitted_files: ignore, absolute_links: ignore, unrecognized_links: ignore, not_found: ignore}
"""
HEAD = """\
---
title: {year}年{district}政府工作报告
heading: 政府工作报告
district: {district}
region: 样例省样例市
year: {year}
session: {district}人民代表大会会议
speaker: 甲某某
speaker_title: {district}人民政府区长
delivered: {year}-01-12
published: {year}-02-01 09:00
source:
  file: source.txt
  sha256: {sha256}
disclosure:
  publisher: {district}人民政府
  written: {year}-01-12
  summary: 政府工作报告全文：{before}年工作回顾、{year}年工作安排。
---

"""


def generate(records: int, root: Path, seed: int = 1) -> None:
    """A whole project in ``root``, which must be new or empty."""
    content = root / "content"
    shutil.copytree(HERE / "content/vocabulary", content / "vocabulary")
    shutil.copytree(HERE / "templates", root / "templates")
    _write(root / "mkdocs.yml", CONFIG)
    _write(content / "site.yml", SITE)
    for narrative in (HERE / "content").glob("*.md"):
        text = PUBLISHED.sub("published: 2022-02-01 09:00", narrative.read_text("utf-8"), count=1)
        _write(content / narrative.name, REPORT_LINK.sub(r"\1", text))
    for n, size in enumerate(_sizes(records)):
        number, year = n // len(YEARS) + 1, YEARS[-1 - n % len(YEARS)]
        report = compose(_district(number), year, size, f"{seed}-{records}-{n}")
        _write_report(content / f"reports/d{number:03}-{year}", report)
    for number in range(1, (n // len(YEARS)) + 2):
        _write_indicators(content, number, YEARS[max(0, len(YEARS) - 1 - n + (number - 1) * len(YEARS)) :])


def _sizes(records: int) -> Iterator[int]:
    """How many records each report has; the last one takes what is left."""
    reports = max(1, round(records / RECORDS_A_REPORT))
    yield from [records // reports] * (reports - 1)
    yield records - records // reports * (reports - 1)


def _district(number: int) -> str:
    """An invented district; each number has a name of its own."""
    first, second = divmod(number, len(SYLLABLES))
    return f"{SYLLABLES[first % len(SYLLABLES)]}{SYLLABLES[second]}示例区"


def _write_report(folder: Path, report: Report) -> None:
    source = report.text.encode()
    head = HEAD.format(
        year=report.year,
        before=report.year - 1,
        district=report.district,
        sha256=hashlib.sha256(source).hexdigest(),
    )
    _write(folder / "source.txt", report.text)
    _write(folder / "report.md", head + report_reader.to_markdown(archive.parse(report.text)))
    _write(folder / "exemptions.yml", "".join(report.exemptions))
    for section, records in report.results.items():
        _write(folder / f"results/{section}.yml", "\n".join(records))
    for name, text in report.commitments.items():
        _write(folder / "commitments" / name, text)


def _write_indicators(content: Path, number: int, years: tuple[int, ...]) -> None:
    """The level and the growth of a district's output over its years."""
    level = f"d{number:03}-output"
    rows = [f"id: {level}", f"name: {_district(number)}地区生产总值", "unit: 元", "polarity: up", "observations:"]
    rows += [_observed(number, year, "r001/1") for year in years]
    _write(content / f"indicators/{level}.yml", "\n".join(rows) + "\n")
    rows = [f"id: {level}-growth", f"name: {_district(number)}地区生产总值增速", "unit: '%'", "polarity: up"]
    rows += [f"rate_of: {level}", "observations:", *(_observed(number, year, "r001/2") for year in years), "targets:"]
    rows += [f"  - {{period: {year}, report: d{number:03}-{year}, commitment: c001/1}}" for year in years]
    _write(content / f"indicators/{level}-growth.yml", "\n".join(rows) + "\n")


def _observed(number: int, year: int, result: str) -> str:
    return f"  - {{period: {year - 1}, report: d{number:03}-{year}, result: {result}}}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", type=int, help="commitments and results together")
    parser.add_argument("root", type=Path, help="a folder that does not exist yet")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    generate(given.records, given.root, given.seed)


if __name__ == "__main__":
    main()
