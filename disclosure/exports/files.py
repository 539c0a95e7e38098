"""The data files of the site: address and bytes, the same bytes for the same content."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.coverage import ClauseAccount, FigureAccount
from disclosure.exports import following, rows, shapes
from disclosure.model.text import Paragraph

Maker = Callable[[], bytes]


def files(catalog: Catalog) -> dict[str, Maker]:
    """Every data file by its address, made when asked for: a check wants only the addresses.

    Files without a row are left out: an empty one is worth nothing.
    """
    made: dict[str, Callable[[], object]] = {
        address.data(f"report-{one.key}"): partial(report, one) for one in catalog.reports
    }
    registers = [one.register for one in catalog.reports]
    wanted: tuple[tuple[str, Callable[[], object], bool], ...] = (
        ("commitments", partial(commitments, catalog), any(one.commitments for one in registers)),
        ("results", partial(results, catalog), any(one.results for one in registers)),
        ("indicators", partial(indicators, catalog), bool(catalog.indicators)),
        ("glossary", partial(glossary, catalog), any(one.text.notes for one in catalog.reports)),
        ("updates", partial(updates, catalog), any(one.updates for one in catalog.reports)),
        ("coverage", partial(coverage, catalog), any(one.accounts.clauses for one in catalog.reports)),
    )
    made |= {address.data(name): make for name, make, has_rows in wanted if has_rows}
    return {name: partial(_json, make) for name, make in made.items()}


def _json(make: Callable[[], object]) -> bytes:
    return (json.dumps(make(), ensure_ascii=False, indent=1) + "\n").encode()


def commitments(catalog: Catalog) -> list[shapes.CommitmentRow]:
    return [rows.commitment(catalog, one, each) for one in catalog.reports for each in one.register.commitments]


def results(catalog: Catalog) -> list[shapes.ResultRow]:
    return [rows.result(catalog, each) for one in catalog.reports for each in one.register.results]


def indicators(catalog: Catalog) -> list[shapes.IndicatorRow]:
    return [rows.indicator(catalog, one) for one in catalog.indicators]


def updates(catalog: Catalog) -> list[shapes.UpdateRow]:
    return [following.update(each) for one in catalog.reports for each in one.updates]


def report(one: Report) -> shapes.ReportData:
    return {
        "id": one.key,
        "title": one.meta.title,
        "district": one.meta.district,
        "year": one.meta.year,
        "delivered": one.meta.delivered.isoformat(),
        "source": {"file": one.meta.source.file, "sha256": one.source.sha256},
        "opening": [_paragraph(each) for each in one.text.opening],
        "sections": [
            {"id": each.id, "title": each.title, "parent": each.parent or None, "level": each.level}
            for each in one.text.headings
        ],
        "paragraphs": [_paragraph(each) for each in one.text.paragraphs],
        "notes": [
            {"number": n.number, "term": n.term, "text": n.text, "passage": n.paragraph, "offset": n.offset}
            for n in one.text.notes
        ],
    }


def _paragraph(one: Paragraph) -> shapes.ParagraphRow:
    return {"id": one.id, "section": one.section or None, "head": rows.head(one), "text": one.text}


def glossary(catalog: Catalog) -> list[shapes.GlossaryRow]:
    return [
        {
            "report": one.key,
            "number": note.number,
            "term": note.term,
            "explanation": note.explanation,
            "passage": note.paragraph,
            "url": address.note(one.note_anchor(note)),
        }
        for one in catalog.reports
        for note in one.text.notes
    ]


def coverage(catalog: Catalog) -> shapes.CoverageData:
    figures = [(one.key, each) for one in catalog.reports for each in one.accounts.figures]
    clauses = [(one.key, each) for one in catalog.reports for each in one.accounts.clauses]
    return {
        "figures": [_figure(key, each) for key, each in figures],
        "clauses": [_clause(key, each) for key, each in clauses],
        "totals": totals([each for _key, each in figures], [each for _key, each in clauses]),
    }


def _figure(key: str, one: FigureAccount) -> shapes.CoveredFigure:
    return {
        "report": key,
        "passage": one.span.passage,
        "start": one.span.start,
        "end": one.span.end,
        "text": one.text,
        "class": one.kind,
        "record": one.record or None,
        "reason": one.reason.id if one.reason else None,
        "reason_label": one.reason.label if one.reason else None,
    }


def _clause(key: str, one: ClauseAccount) -> shapes.CoveredClause:
    return {
        "report": key,
        "passage": one.span.passage,
        "start": one.span.start,
        "end": one.span.end,
        "text": one.text,
        "records": list(one.records),
        "reason": one.reason.id if one.reason else None,
        "reason_label": one.reason.label if one.reason else None,
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
