"""The data files of the site: address and bytes, the same bytes for the same content."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial

from disclosure.catalog import address, datasets
from disclosure.catalog.catalog import Catalog, Report
from disclosure.coverage import ClauseAccount, FigureAccount
from disclosure.exports import package, rows, shapes
from disclosure.exports.tables import TABLES

Maker = Callable[[], bytes]


def files(catalog: Catalog) -> dict[str, Maker]:
    """Every data file by its address, made when asked for: a check wants only the addresses.

    Files without a row are left out: an empty one is worth nothing.
    """
    made: dict[str, Maker] = {}
    published = datasets.published([datasets.counts(catalog, one) for one in catalog.reports])
    for one in catalog.reports:
        made[address.data(f"report-{one.key}")] = partial(_json, partial(report, one))
        made[address.table(f"report-{one.key}")] = partial(TABLES["report"].sheet, catalog, (one,))
    for each in published:
        made[address.data(each.name)] = partial(_json, partial(DATA[each.name], catalog))
        made |= {
            address.table(one.name): partial(TABLES[one.name].sheet, catalog, catalog.reports) for one in each.tables
        }
    if made:
        # Each with the key of its report where it holds one report alone
        sets = (*((datasets.REPORT, one.key) for one in catalog.reports), *((each, "") for each in published))
        made[address.PACKAGE] = partial(_json, partial(package.frictionless, catalog, sets))
        made[address.DCAT] = partial(_json, partial(package.dcat, catalog, sets))
    return made


def _json(make: Callable[[], object]) -> bytes:
    return (json.dumps(make(), ensure_ascii=False, indent=1) + "\n").encode()


def commitments(catalog: Catalog) -> list[shapes.CommitmentRow]:
    return [rows.commitment(catalog, one, each) for one in catalog.reports for each in one.register.commitments]


def results(catalog: Catalog) -> list[shapes.ResultRow]:
    return [rows.result(catalog, each) for one in catalog.reports for each in one.register.results]


def indicators(catalog: Catalog) -> list[shapes.IndicatorRow]:
    return [rows.indicator(catalog, one) for one in catalog.indicators]


def report(one: Report) -> shapes.ReportData:
    return {
        "id": one.key,
        "title": one.meta.title,
        "district": one.meta.district,
        "year": one.meta.year,
        "delivered": one.meta.delivered.isoformat(),
        "source": {"file": one.meta.source.file, "sha256": one.source.sha256},
        "opening": [rows.paragraph(each) for each in one.text.opening],
        "sections": [
            {"id": each.id, "title": each.title, "parent": each.parent or None, "level": each.level}
            for each in one.text.headings
        ],
        "paragraphs": [rows.paragraph(each) for each in one.text.paragraphs],
        "notes": [
            {"number": n.number, "term": n.term, "text": n.text, "passage": n.paragraph, "offset": n.offset}
            for n in one.text.notes
        ],
    }


def glossary(catalog: Catalog) -> list[shapes.GlossaryRow]:
    return [row for one in catalog.reports for row in rows.glossary(one)]


def coverage(catalog: Catalog) -> shapes.CoverageData:
    figures = [(one.key, each) for one in catalog.reports for each in one.accounts.figures]
    clauses = [(one.key, each) for one in catalog.reports for each in one.accounts.clauses]
    return {
        "figures": [rows.covered_figure(key, each) for key, each in figures],
        "clauses": [rows.covered_clause(key, each) for key, each in clauses],
        "totals": totals([each for _key, each in figures], [each for _key, each in clauses]),
    }


def totals(figures: list[FigureAccount], clauses: list[ClauseAccount]) -> shapes.Totals:
    """How much there is and what accounts for it; the uncovered counts are 0 on any published site."""
    kinds = [one.kind for one in figures]
    covered = [one for one in clauses if not one.missing]
    return {
        "figures": len(figures),
        "figures_result": kinds.count("result"),
        "figures_commitment": kinds.count("commitment"),
        "figures_incidental": kinds.count("incidental"),
        "figures_uncovered": kinds.count("uncovered"),
        "clauses": len(clauses),
        "clauses_recorded": sum(bool(one.records) for one in covered),
        "clauses_exempted": sum(not one.records for one in covered),
        "clauses_uncovered": len(clauses) - len(covered),
    }


DATA: Mapping[str, Callable[[Catalog], object]] = {
    "commitments": commitments,
    "results": results,
    "indicators": indicators,
    "glossary": glossary,
    "coverage": coverage,
}
