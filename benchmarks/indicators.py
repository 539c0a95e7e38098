"""The indicators of an invented district: aggregates, and what was promised again and again, over its years."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks import densities, wording
from benchmarks.report import ReportDraft
from benchmarks.wording import Macro, Subject


def of_district(number: int, reports: list[ReportDraft]) -> Iterator[tuple[str, str]]:
    """The name and the text of each indicator."""
    for n, macro in enumerate(wording.MACROS, 1):
        yield from _aggregate(f"d{number:03}-m{n}", macro, reports)
    chains = {one.draft.about: one.draft.subject for report in reports for one in report.promises if one.draft.results}
    kept = list(chains.values())[: densities.INDICATORS.of(len(chains))]
    for n, subject in enumerate(kept, 1):
        if subject:
            yield from _chain(f"d{number:03}-s{n:03}", subject, reports)


def _aggregate(id: str, macro: Macro, reports: list[ReportDraft]) -> Iterator[tuple[str, str]]:
    """An aggregate's rate and, where its level is told, that too."""
    known = [(report, report.values[macro.name]) for report in reports if macro.name in report.values]
    if not known:
        return
    district = reports[0].district
    targets = _targets(macro.name, reports) if macro.form != "step" else []
    polarity = "down" if macro.form in ("ceiling", "cut") else "up"
    more = []
    if macro.level:
        levels = [(report, value.partition("/")[0] + "/1") for report, value in known]
        yield id, _text(id, f"{district}{macro.name}", "元", "up", [*_observations(levels)])
        more = [f"rate_of: {id}"]
        id = f"{id}-rate"
    yield id, _text(id, f"{district}{macro.measure}", "'%'", polarity, [*more, *_observations(known), *targets])


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
