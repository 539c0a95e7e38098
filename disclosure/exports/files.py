"""The data files of the site: address and bytes, the same bytes for the same content."""

from __future__ import annotations

import json

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.coverage import ClauseAccount, FigureAccount
from disclosure.exports import rows, shapes
from disclosure.model.text import Paragraph


def files(catalog: Catalog) -> dict[str, bytes]:
    """Every data file by its address. Files without a row are left out: an empty one is worth nothing."""
    made: dict[str, object] = {address.data(f"report-{one.key}"): report(one) for one in catalog.reports}
    register = {
        "commitments": [
            rows.commitment(catalog, one, each) for one in catalog.reports for each in one.register.commitments
        ],
        "results": [rows.result(catalog, each) for one in catalog.reports for each in one.register.results],
        "indicators": [rows.indicator(catalog, one) for one in catalog.indicators],
        "glossary": [row for one in catalog.reports for row in glossary(one)],
    }
    made |= {address.data(name): value for name, value in register.items() if value}
    if any(one.accounts.clauses for one in catalog.reports):
        made[address.data("coverage")] = coverage(catalog)
    return {name: _json(value) for name, value in made.items()}


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


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


def glossary(one: Report) -> list[shapes.GlossaryRow]:
    return [
        {
            "report": one.key,
            "number": note.number,
            "term": note.term,
            "explanation": note.explanation,
            "passage": note.paragraph,
            "url": address.note(one.note_anchor(note)),
        }
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
