"""Realistic content of any size: ``python -m benchmarks.content 3000 /dev/shm/bench-3000 [--report-size 2400]``.

Invented districts, three years each that answer each other, some 300 records a report or as many as asked for, and
what became of the promises. The same arguments give the same bytes. How much there is of everything, and why, stands
in ``densities.py``; what does not depend on the size (settings, vocabularies, rubric, narratives) in ``project/``.

``--province``: districts of ten years under one province, each with offices of its own; results say in the model's own
field which promise they answer, so that a promise can be followed from year to year, and aggregates are compared.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks import densities, following, indicators, provinces, updates, wording
from benchmarks.report import Given, ReportDraft, compose
from disclosure.ingest import report_body
from disclosure.source import archive

HERE = Path(__file__).parent
TEMPLATES = HERE.parent / "templates"
RECORDS_A_REPORT = 300
LAST_YEAR = 2022
SYLLABLES = "安宁和顺永兴嘉瑞昌平清远德润福泽"
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
ABSENCES = """\
- searched: {next}-05-10
  where: {district}人民政府网站、本地媒体（虚构）
  settles: {next}年{district}政府工作报告
"""


@dataclass(frozen=True, kw_only=True)
class ContentLayout:
    """How the content is laid out. ``province``: districts of one province, as a site of many reports has them."""

    seed: int = 1
    report_size: int = RECORDS_A_REPORT
    years: int = 3
    province: bool = False

    def seed_of(self, records: int, number: int) -> str:
        """Of a province a district is the same whatever number of them there is."""
        size = f"{self.years} {self.province}" if self.province else str(records)
        return f"{self.seed}-{size}-{self.report_size}-{number}"

    @property
    def of_district(self) -> range:
        """The years that a whole district has."""
        return range(LAST_YEAR + 1 - self.years, LAST_YEAR + 1)


PLAIN = ContentLayout()
PROVINCE = ContentLayout(years=10, province=True)


def generate(records: int, root: Path, layout: ContentLayout = PLAIN, templates: Path = TEMPLATES) -> None:
    """A whole project in ``root``, new or empty; ``templates`` are those of the program that is to build it.

    One district at a time: what is remembered does not grow with their number.
    """
    shutil.copytree(HERE / "project", root, dirs_exist_ok=True)
    shutil.copytree(templates, root / "templates")
    sizes = list(_sizes(records, layout.report_size))
    starts = range(0, len(sizes), layout.years)
    if layout.province:
        provinces.write(root / "content", [_district(number) for number, _start in enumerate(starts, 1)])
    for number, start in enumerate(starts, 1):
        random = Random(layout.seed_of(records, number))
        _write_district(root / "content", number, sizes[start : start + layout.years], layout, random)


def _sizes(records: int, report_size: int) -> Iterator[int]:
    """How many records each report has; the last one takes what is left."""
    reports = max(1, round(records / report_size))
    yield from [records // reports] * (reports - 1)
    yield records - records // reports * (reports - 1)


def _district(number: int) -> str:
    """An invented district; each number has a name of its own."""
    first, second = divmod(number, len(SYLLABLES))
    return f"{SYLLABLES[first % len(SYLLABLES)]}{SYLLABLES[second]}示例区"


def _write_district(content: Path, number: int, sizes: list[int], layout: ContentLayout, random: Random) -> None:
    """A district's reports, the latest year's always among them, and its indicators."""
    district, subjects = _district(number), wording.subjects(random)
    departments = provinces.offices(district) if layout.province else following.DEPARTMENTS
    reports: list[ReportDraft] = []
    for year, size in zip(layout.of_district[-len(sizes) :], sizes, strict=True):
        before = reports[-1] if reports else None
        given = Given(
            district=district,
            random=random,
            subjects=subjects,
            before=before,
            departments=departments,
            follows=layout.province,
        )
        reports.append(compose(f"d{number:03}-{year}", year, size, given))
        _write_report(content, reports[-1])
        _write_updates(content, reports[-1])
    bulletins = Random(f"{layout.seed_of(0, number)}-bulletins") if layout.province else None
    for name, text in indicators.of_district(number, reports, bulletins):
        _write(content / f"indicators/{name}.yml", text)


def _write_report(content: Path, report: ReportDraft) -> None:
    folder, source = content / "reports" / report.key, report.text.encode()
    names = {"year": report.year, "before": report.year - 1, "next": report.year + 1, "district": report.district}
    head = HEAD.format(sha256=hashlib.sha256(source).hexdigest(), **names)
    _write(folder / "source.txt", report.text)
    _write(folder / "report.md", head + report_body.to_markdown(archive.parse(report.text)))
    _write(folder / "exemptions.yml", "".join(report.exemptions))
    _write(folder / "absences.yml", ABSENCES.format(**names))
    for section, records in report.results.items():
        _write(folder / f"results/{section}.yml", "\n".join(records))
    for name, text in report.commitments.items():
        _write(folder / "commitments" / name, text)


def _write_updates(content: Path, report: ReportDraft) -> None:
    for one in updates.of_report(report.random, report.district, report.year, report.promises):
        _write(content / "updates" / report.key / one.name, one.text)
        for name, text in one.files:
            _write(content / name, text)
        if densities.CORRECTED.falls(report.random):
            name, text = updates.correction(report.random, report.key, one)
            _write(content / "corrections" / name, text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", type=int, help="commitments and results together")
    parser.add_argument("root", type=Path, help="a folder that does not exist yet")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--report-size", type=int, default=RECORDS_A_REPORT, help="records in each report")
    parser.add_argument("--province", action="store_true", help="districts of one province, each with its own offices")
    parser.add_argument("--years", type=int, help="of each district: 3, of a province's 10")
    parser.add_argument("--templates", type=Path, default=TEMPLATES, help="of the program that is to build it")
    given = parser.parse_args()
    years = given.years or (PROVINCE if given.province else PLAIN).years
    layout = ContentLayout(seed=given.seed, report_size=given.report_size, years=years, province=given.province)
    generate(given.records, given.root, layout, given.templates)


if __name__ == "__main__":
    main()
