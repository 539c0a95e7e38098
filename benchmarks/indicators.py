"""The indicators of an invented district: aggregates, and what was promised again and again, over its years.

In a province aggregates are what districts are compared on: each names its measure, and levels have values from
bulletins beside those of reports, of some districts final or on another basis.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from random import Random

from benchmarks import densities, wording
from benchmarks.report import ReportDraft
from benchmarks.wording import Macro, Subject

# 1亿元 in 元
HUNDRED_MILLION = Decimal(10**8)


def of_district(number: int, reports: list[ReportDraft], bulletins: Random | None = None) -> Iterator[tuple[str, str]]:
    """The name and the text of each indicator; ``bulletins`` draws what a province's districts are compared on."""
    for n, macro in enumerate(wording.MACROS, 1):
        yield from _aggregate(f"d{number:03}", f"m{n}", macro, reports, bulletins)
    chains = {one.draft.about: one.draft.subject for report in reports for one in report.promises if one.draft.results}
    kept = list(chains.values())[: densities.INDICATORS.of(len(chains))]
    for n, subject in enumerate(kept, 1):
        if subject:
            yield from _chain(f"d{number:03}-s{n:03}", subject, reports)


def measures() -> Iterator[str]:
    """The aggregates as what districts are compared on, each an entry of ``measures.yml``."""
    for n, macro in enumerate(wording.MACROS, 1):
        if macro.level:
            yield f"- {{id: m{n}, name: {macro.name}, unit: 元}}\n"
        more = f", rate_of: m{n}" if macro.level else ""
        yield f"- {{id: {_of_rate(f'm{n}', macro)}, name: {macro.measure}, unit: '%'{more}}}\n"


def _of_rate(measure: str, macro: Macro) -> str:
    return f"{measure}-rate" if macro.level else measure


def _aggregate(
    district: str, measure: str, macro: Macro, reports: list[ReportDraft], bulletins: Random | None
) -> Iterator[tuple[str, str]]:
    """An aggregate's rate and, where its level is told, that too."""
    known = [(report, report.values[macro.name]) for report in reports if macro.name in report.values]
    if not known:
        return
    name, level, rate = reports[0].district, f"{district}-{measure}", f"{district}-{_of_rate(measure, macro)}"
    targets = _targets(macro.name, reports) if macro.form != "step" else []
    polarity = "down" if macro.form in ("ceiling", "cut") else "up"
    if macro.level:
        rows = _observations([(report, value.partition("/")[0] + "/1") for report, value in known])
        rows += _bulletins(name, macro, reports, bulletins) if bulletins else []
        yield level, _text(level, f"{name}{macro.name}", "元", "up", [*_compared(district, measure, bulletins), *rows])
    more = [*([f"rate_of: {level}"] if macro.level else []), *_compared(district, _of_rate(measure, macro), bulletins)]
    yield rate, _text(rate, f"{name}{macro.measure}", "'%'", polarity, [*more, *_observations(known), *targets])


def _compared(district: str, measure: str, bulletins: Random | None) -> list[str]:
    return [f"district: {district}", f"measure: {measure}"] if bulletins else []


def _bulletins(district: str, macro: Macro, reports: list[ReportDraft], random: Random) -> list[str]:
    """What statistics say of a level beside the reports: of the year before each report, and of the last one's own."""
    told = [(one.year - 1, one.levels[macro.name]) for one in reports if macro.name in one.levels]
    told += [(year + 1, level) for year, level in told[-1:]]
    return [_bulletin(district, year, level, random) for year, level in told if densities.BULLETINS.falls(random)]


def _bulletin(district: str, year: int, level: Decimal, random: Random) -> str:
    """A value that differs from the report's by less than a hundredth, with two decimals as bulletins have them."""
    value = int(round(level * (1000 + random.randrange(-9, 10)) / 1000, 2) * HUNDRED_MILLION)
    vintage = "最终" if densities.REVISED.falls(random) else "初步"
    basis = "自然口径" if densities.NATURAL.falls(random) else "同口径"
    evidence = f"publisher: {district}统计局, title: {year}年统计公报（虚构）, date: {year + 1}-03-20, seen: 原页面"
    return f"  - {{period: {year}, value: {value}, vintage: {vintage}, basis: {basis}, evidence: [{{{evidence}}}]}}"


def _chain(id: str, subject: Subject, reports: list[ReportDraft]) -> Iterator[tuple[str, str]]:
    """What was built of one thing, year after year."""
    known = [(report, report.values[subject.name]) for report in reports if subject.name in report.values]
    name = f"{reports[0].district}{subject.name}"
    yield id, _text(id, name, subject.unit, "up", [*_observations(known), *_targets(subject.name, reports)])


def _text(id: str, name: str, unit: str, polarity: str, rows: list[str]) -> str:
    return "\n".join([f"id: {id}", f"name: {name}", f"unit: {unit}", f"polarity: {polarity}", *rows]) + "\n"


def _observations(known: list[tuple[ReportDraft, str]]) -> list[str]:
    """Each report tells of the year before."""
    rows = [f"  - {{period: {one.year - 1}, report: {one.key}, result: {result}}}" for one, result in known]
    return ["observations:", *rows]


def _targets(about: str, reports: list[ReportDraft]) -> list[str]:
    made = [one for report in reports for one in report.promises if one.draft.about == about]
    rows = [f"  - {{period: {one.year}, report: {one.report}, commitment: {one.id}/1}}" for one in made]
    return ["targets:", *rows] if rows else []
