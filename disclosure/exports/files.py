"""The data files of the site, the same bytes for the same content: those of one report, and those of all.

A file about all reports is a list of rows, one a line. Each report gives its rows as a piece of text; the pieces of
all reports, newest first, make the file, so that a report that did not change is not written out again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, NamedTuple, cast

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.coverage import ClauseAccount, FigureAccount
from disclosure.exports import rows, shapes
from disclosure.model.text import Paragraph

# Between two rows, and between the pieces of two reports
ROW = b",\n"
# The data files that are plain lists, each by the name of its pieces
LISTS = ("commitments", "results", "glossary")


def of_report(one: Report) -> dict[str, bytes]:
    """The report's own files by address: its text as data, and the archived source."""
    return {
        address.data(f"report-{one.key}"): _json(report(one)) + b"\n",
        address.source(one.key, one.meta.source.file): one.source.data,
    }


def pieces(catalog: Catalog, one: Report) -> dict[str, bytes]:
    """The report's rows in the files about all reports; nothing where it has none."""
    made: dict[str, Iterable[object]] = {
        "commitments": (rows.commitment(catalog, one, each) for each in one.register.commitments),
        "results": (rows.result(catalog, each) for each in one.register.results),
        "glossary": glossary(one),
        "figures": (_figure(one.key, each) for each in one.accounts.figures),
        "clauses": (_clause(one.key, each) for each in one.accounts.clauses),
    }
    texts = {name: ROW.join(map(_json, each)) for name, each in made.items()}
    return {name: text for name, text in texts.items() if text}


def names(one: Report) -> tuple[str, ...]:
    """The names of the pieces that the report has, known before they are made."""
    has: dict[str, object] = {
        "commitments": one.register.commitments,
        "results": one.register.results,
        "glossary": one.text.notes,
        "figures": one.accounts.figures,
        "clauses": one.accounts.clauses,
    }
    return tuple(name for name, some in has.items() if some)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


# The pieces of a name of all reports, newest report first; read when the file is written
Read = Callable[[str], Iterator[bytes]]


class Composed(NamedTuple):
    """A file about all reports: the names of the pieces it is made of, what else goes into it, its bytes in chunks."""

    address: str
    pieces: tuple[str, ...]
    more: bytes
    chunks: Iterator[bytes]


def of_site(names: Collection[str], read: Read, totals: shapes.Totals) -> Iterator[Composed]:
    """The files about all reports. One without a row is worth nothing: left out."""
    for name in LISTS:
        if name in names:
            yield Composed(address.data(name), (name,), b"", _list(read(name)))
    if "clauses" in names:
        summed = _json(totals)
        yield Composed(address.data("coverage"), ("figures", "clauses"), summed, _coverage(read, summed))


def of_indicators(catalog: Catalog) -> dict[str, bytes]:
    """The indicators' file, which no report makes alone."""
    rowed = (_json(rows.indicator(catalog, one)) for one in catalog.indicators)
    return {address.data("indicators"): b"".join(_list(rowed))} if catalog.indicators else {}


def _list(all: Iterator[bytes]) -> Iterator[bytes]:
    yield b"[\n"
    yield from joined(all)
    yield b"\n]\n"


def joined(all: Iterable[bytes]) -> Iterator[bytes]:
    """Pieces with the sign between them."""
    for n, piece in enumerate(one for one in all if one):
        yield from (ROW, piece) if n else (piece,)


def _coverage(read: Read, totals: bytes) -> Iterator[bytes]:
    yield b'{"figures":[\n'
    yield from joined(read("figures"))
    yield b'\n],"clauses":[\n'
    yield from joined(read("clauses"))
    yield b'\n],"totals":' + totals + b"}\n"


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


def glossary(one: Report) -> Iterator[shapes.GlossaryRow]:
    for note in one.text.notes:
        yield {
            "report": one.key,
            "number": note.number,
            "term": note.term,
            "explanation": note.explanation,
            "passage": note.paragraph,
            "url": address.note(one.note_anchor(note)),
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


def totals(one: Report) -> shapes.Totals:
    """How much the report holds and what accounts for it; the uncovered counts are 0 on any published site."""
    figures, clauses = one.accounts.figures, one.accounts.clauses
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


def sum_of(all: Iterable[shapes.Totals]) -> shapes.Totals:
    """The totals of several reports together."""
    summed: Any = dict.fromkeys(shapes.Totals.__annotations__, 0)
    for one in all:
        summed = {name: summed[name] + number for name, number in one.items()}
    return cast("shapes.Totals", summed)
