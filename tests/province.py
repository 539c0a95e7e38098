"""A small province: four fictitious districts, three of them with two or three reports each, one with none.

Every report is that of the golden case ``register`` under another district's name, with other years and some other
figures; an update and a question of its own make something happen in the first district. Whatever a site of several
districts shows can be looked at here in seconds.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.projects import GOLDEN, Sandbox, configured

DATE = "2026-06-01"
OF = GOLDEN / "register/content"
SITE = """\
title: 样例省政府工作报告公开
tagline: 几个虚构的区县放在一起，每份报告后来怎样
address: https://sheng.sample.test/
notice: 这是测试样例，不是政府网站，内容全部是虚构的。
"""
UPDATE = """\
---
title: {district}2栋厂房投用
date: {year}-06-20
published: {year}-06-21 09:00
commitments: [c005]
reported: 已完成
evidenced: 有证据支持
confidence: 高
evidence:
  - {{publisher: {district}人民政府, title: 厂房投用（虚构）, date: {year}-06-20, seen: 原页面}}
---

两栋厂房已经投用。
"""
INDICATOR = """\
id: {id}
name: {name}
unit: '%'
polarity: up
observations:
{observations}targets:
{targets}"""


@dataclass(frozen=True, kw_only=True)
class SampleDistrict:
    """A district and the years of its reports; ``more`` is what its figures have over those of the case."""

    id: str
    name: str
    years: tuple[int, ...]
    more: int = 0
    entry: str = ""

    def key(self, year: int) -> str:
        return f"{self.id}-{year}"


PLACES = (
    SampleDistrict(
        id="chenyang",
        name="晨样区",
        years=(2024, 2025, 2026),
        entry=", region: 样例省样例市, others: [晨样, 旧样县]",
    ),
    SampleDistrict(
        id="yunyang",
        name="云样县",
        years=(2025, 2026),
        more=1,
        entry=", region: 样例省样例市, note: 2023年由云样市改为云样县（虚构）。",
    ),
    SampleDistrict(id="haiyang", name="海样市", years=(2025, 2026), more=2, entry=", region: 样例省"),
    SampleDistrict(id="shanyang", name="山样区", years=(), entry=", region: 样例省样例市"),
)


def project(root: Path, places: Iterable[SampleDistrict] = PLACES, *, listed: bool = True) -> Sandbox:
    """The province's content in ``root``, not yet built; ``listed`` where it has its ``districts.yml``."""
    every, content = tuple(places), root / "content"
    content.mkdir(parents=True)
    for name in ("vocabulary", "rubric.yml"):
        _copied(OF / name, content / name)
    (content / "site.yml").write_text(SITE, "utf-8")
    if listed:
        entries = (f"- {{id: {one.id}, name: {one.name}{one.entry}}}\n" for one in every)
        (content / "districts.yml").write_text("".join(entries), "utf-8")
    for one in every:
        for year in one.years:
            _report(content, one, year)
    _update(content, every[0])
    (content / "indicators").mkdir()
    for one in filter(lambda place: place.years, every):
        (content / f"indicators/output-growth-{one.id}.yml").write_text(_indicator(one), "utf-8")
    return configured(root)


def _copied(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copyfile(source, target)


def _report(content: Path, place: SampleDistrict, year: int) -> None:
    source, target = OF / "reports/2024", content / "reports" / place.key(year)
    for path in sorted(source.rglob("*")):
        if path.is_file():
            made = target / path.relative_to(source)
            made.parent.mkdir(parents=True, exist_ok=True)
            made.write_text(_told(path.read_text("utf-8"), place, year), "utf-8")
    archived = (target / "source.txt").read_bytes()
    old = hashlib.sha256((source / "source.txt").read_bytes()).hexdigest()
    head = target / "report.md"
    head.write_text(head.read_text("utf-8").replace(old, hashlib.sha256(archived).hexdigest()), "utf-8")


def _told(text: str, place: SampleDistrict, year: int) -> str:
    for old, new in _words(place, year):
        text = text.replace(old, new)
    return text


def _words(place: SampleDistrict, year: int) -> Iterator[tuple[str, str]]:
    """Years first go where no year stands, or the second would be taken for the first."""
    yield from (("2023", "前年"), ("2024", "今年"), ("前年", str(year - 1)), ("今年", str(year)))
    yield "note_prefix: n\n", ""
    yield "示例区", place.name
    more = place.more + year - 2024
    yield "园区产值50亿元", f"园区产值{50 + 3 * more}亿元"
    yield "written: 50亿元", f"written: {50 + 3 * more}亿元"
    yield "增长8%左右", f"增长{8 + place.more}%左右"
    yield "written: 8%左右", f"written: {8 + place.more}%左右"
    yield "7.5%以上", f"{7 + place.more}.5%以上"


def _update(content: Path, place: SampleDistrict) -> None:
    year = place.years[-2]
    folder = content / "updates" / place.key(year)
    folder.mkdir(parents=True)
    told = UPDATE.format(district=place.name, year=year)
    (folder / f"{year}-06-20-plants.md").write_text(told, "utf-8")


def _indicator(place: SampleDistrict) -> str:
    observed = (f"  - {{period: {y - 1}, report: {place.key(y)}, result: r001/2}}\n" for y in place.years)
    aimed = (f"  - {{period: {y}, report: {place.key(y)}, commitment: c001/1}}\n" for y in place.years)
    return INDICATOR.format(
        id=f"output-growth-{place.id}",
        name=f"{place.name}园区产值增速",
        observations="".join(observed),
        targets="".join(aimed),
    )
