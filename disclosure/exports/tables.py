"""The published data as tables for spreadsheets: a table is a name, its columns and a report's rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from disclosure.catalog.catalog import Catalog, Report
from disclosure.exports import cells, following, rows
from disclosure.exports.columns import COLUMNS

Rows = Callable[[Catalog, Report], Iterable[Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` of one report; a file holds those of all reports one after the other."""

    name: str
    rows: Rows

    @property
    def columns(self) -> tuple[str, ...]:
        return COLUMNS[self.name]

    def sheet(self, catalog: Catalog, reports: Iterable[Report]) -> bytes:
        return cells.head(self.columns) + b"".join(self.lines(catalog, one) for one in reports)

    def lines(self, catalog: Catalog, report: Report) -> bytes:
        """The rows of one report."""
        return cells.lines(self.columns, (defaultdict(lambda: None, row) for row in self.rows(catalog, report)))


def _paragraphs(_catalog: Catalog, report: Report) -> Iterator[Mapping[str, Any]]:
    return ({"report": report.key, **rows.paragraph(one)} for one in report.text.passages)


def _commitments(catalog: Catalog, report: Report) -> Iterator[Mapping[str, Any]]:
    return (cells.flat(rows.commitment(catalog, report, one)) for one in report.register.commitments)


def _targets(catalog: Catalog, report: Report) -> Iterator[Mapping[str, Any]]:
    for one in report.register.commitments:
        rulings = {each.target.id: each for each in report.follow[one.id].rulings}
        for target in one.targets:
            row = rows.target(catalog, target, rulings[target.id], one.located.value, report.meta.year)
            yield {"report": report.key, "commitment": one.id, "title": one.title, **cells.flat(row)}


def _results(catalog: Catalog, report: Report) -> Iterator[Mapping[str, Any]]:
    return (cells.flat(rows.result(catalog, one)) for one in report.register.results)


def _figures(catalog: Catalog, report: Report) -> Iterator[Mapping[str, Any]]:
    for one in report.register.results:
        for figure in one.figures:
            yield {"report": report.key, "result": one.id, "title": one.title, **rows.figure(catalog, figure)}


def _indicators(catalog: Catalog, report: Report) -> Iterator[Mapping[str, Any]]:
    """The values that this report states, observed ones first."""
    for one in catalog.measured.get(report.key, ()):
        about = {"indicator": one.id, "name": one.name, "unit": one.unit, "polarity": one.polarity}
        for seen in one.observations:
            if seen.report == report.key:
                yield {**about, "value_kind": "observation", **rows.observation(seen)}
        for aimed in one.targets:
            if aimed.report == report.key:
                yield {**about, "value_kind": "target", **rows.aim(catalog, aimed)}


def _covered_figures(_catalog: Catalog, report: Report) -> Iterator[Mapping[str, Any]]:
    return (rows.covered_figure(report.key, one) for one in report.accounts.figures)


def _covered_clauses(_catalog: Catalog, report: Report) -> Iterator[Mapping[str, Any]]:
    return (rows.covered_clause(report.key, one) for one in report.accounts.clauses)


def _updates(_catalog: Catalog, report: Report) -> Iterator[Mapping[str, Any]]:
    for one in report.updates:
        row = following.update(one)
        cited = [each["title"] or each["locator"] or each["url"] for each in row["evidence"]]
        yield {**cells.flat(row), "evidence": cited}


def _glossary(_catalog: Catalog, report: Report) -> Iterator[Mapping[str, Any]]:
    return iter(rows.glossary(report))


TABLES: Mapping[str, Table] = {
    name: Table(name, made)
    for name, made in (
        ("report", _paragraphs),
        ("commitments", _commitments),
        ("targets", _targets),
        ("results", _results),
        ("figures", _figures),
        ("indicators", _indicators),
        ("coverage-figures", _covered_figures),
        ("coverage-clauses", _covered_clauses),
        ("glossary", _glossary),
        ("updates", _updates),
    )
}
