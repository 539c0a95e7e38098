"""The data files of the site, the same bytes for the same content: those of one report, and those of all.

A file about all reports is a list of rows, one a line, or a table. Each report gives its rows as a piece of text; the
pieces of all reports, newest first, make the file, so that a report that did not change is not written out again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple, NewType

import msgspec

from disclosure.catalog import address, data_folder, dataset_list, datasets
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.data_folder import DataFolder
from disclosure.catalog.dataset import Dataset
from disclosure.catalog.datasets import Counts
from disclosure.exports import (
    answering,
    asking,
    cells,
    changing,
    citing,
    comparing,
    dcat,
    digesting,
    following,
    keeping,
    package,
    rows,
    texts,
)
from disclosure.exports.columns import COLUMNS
from disclosure.exports.described import Described
from disclosure.exports.tables import TABLES

# How much there is, by its names in ``shapes.coverage.Totals``
TotalCounts = dict[str, int]
# Between two rows of JSON, and between the pieces of two reports
ROW = b",\n"
# The data files that are plain lists, each by the name of its pieces
LISTS = (
    *("reports", "commitments", "results", "mentions", "glossary", "updates", "responsibilities", "departments"),
    *("adjustments", "exemptions", "documents", "requests", "digests", "changes", "outcome-changes", "evidence"),
)
# Lists that no report has a part of
WHOLE = ("indicators", "entities", "places", "calendars", "questions", "corrections", "retired", "vocabulary")
# The tables that the pieces of reports make, called table:commitments
SHEETS = tuple(name for name, one in TABLES.items() if name != "report" and one.of not in WHOLE)


def of_report(one: Report) -> dict[str, bytes]:
    """The report's own files by address: its text as data and as a table, and the archived source."""
    folder, text = data_folder.of_report(one), texts.report(one)
    return {
        folder.json(f"report-{one.key}"): _json(text) + b"\n",
        folder.csv(f"report-{one.key}"): TABLES["report"].sheet([text]),
        address.source(one.key, one.meta.source.file): one.source.data,
    }


def pieces(catalog: Catalog, one: Report) -> dict[str, bytes]:
    """The report's rows in the files about all reports, as JSON and in tables; nothing where it has none."""
    by_name: dict[str, Sequence[Mapping[str, Any]]] = {
        "reports": [texts.about(catalog, one)],
        "commitments": [
            rows.commitment(catalog, one, number, each) for number, each in enumerate(one.register.commitments, 1)
        ],
        "results": [rows.result(catalog, one, result) for result in one.register.results],
        "mentions": list(texts.mentions(catalog, one)),
        "exemptions": [texts.exemption(one, exemption) for exemption in one.register.exemptions],
        "glossary": rows.glossary(one),
        "updates": [following.update(one, update) for update in one.updates],
        "responsibilities": list(answering.responsibilities(one)),
        "departments": list(answering.departments(catalog, one)),
        "adjustments": list(answering.adjustments(one)),
        "documents": [asking.document(one, document) for document in one.documents],
        "requests": [asking.request(request) for request in one.own_requests],
        "digests": list(digesting.digests(catalog, one)),
        "changes": list(changing.changes(one.changes)),
        "outcome-changes": list(changing.outcomes(catalog.words, one.changes)),
        "figures": [rows.covered_figure(one.key, figure) for figure in one.accounts.figures],
        "clauses": [rows.covered_clause(one.key, clause) for clause in one.accounts.clauses],
    }
    by_name["evidence"] = [
        row for name in citing.WAYS if name in by_name for row in citing.evidence(name, by_name[name])
    ]
    made = {name: ROW.join(map(_json, each)) for name, each in by_name.items()}
    values = {**by_name, "report": [texts.report(one)]}
    made |= {_sheet(name): TABLES[name].lines(values[TABLES[name].of]) for name in SHEETS}
    return {name: text for name, text in made.items() if text}


def names(one: Report) -> tuple[str, ...]:
    """The names of the pieces that the report has, known before they are made."""
    counts = dict(datasets.counts(one).rows)
    lists = {name: counts[name] for name in LISTS}
    lists |= {"figures": counts["coverage-figures"], "clauses": counts["coverage-clauses"]}
    sheets = {_sheet(name): counts[name] for name in SHEETS}
    return tuple(name for name, number in (lists | sheets).items() if number)


def _sheet(name: str) -> str:
    return f"table:{name}"


_json = msgspec.json.Encoder().encode


# A piece of a report, as whoever keeps it calls it
PieceName = NewType("PieceName", str)
# The pieces of a name of all reports, newest report first
Find = Callable[[str], Iterable[PieceName]]
Chunks = Iterator[bytes | PieceName]


class Composed(NamedTuple):
    """A file about all reports: the names of the pieces it is made of, what else goes into it, its bytes in chunks."""

    address: str
    pieces: tuple[str, ...]
    more: bytes
    chunks: Chunks


def own(catalog: Catalog) -> dict[str, bytes]:
    """The pieces of lists and lines of tables that no report gives, by the names of pieces."""
    lists: dict[str, Sequence[Mapping[str, Any]]] = {
        "changes": list(changing.changes(catalog.changes)),
        "evidence": [
            row for name in ("indicators", "calendars") for row in citing.evidence(name, _whole(catalog)[name])
        ],
    }
    made = {name: ROW.join(map(_json, each)) for name, each in lists.items()}
    return made | {_sheet(name): TABLES[name].lines(each) for name, each in lists.items()}


def composed(
    folder: DataFolder, names: Collection[str], find: Find, totals: TotalCounts, own: Mapping[str, bytes]
) -> Iterator[Composed]:
    """The files about all reports of a folder. One without a row is worth nothing: left out."""
    for name in LISTS:
        more = own.get(name, b"")
        if more or name in names:
            yield Composed(folder.json(name), (name,), more, _list(find(name), more))
    if "figures" in names or "clauses" in names:
        summed = _json(totals)
        yield Composed(folder.json("coverage"), ("figures", "clauses"), summed, _coverage(find, summed))
    for name in SHEETS:
        more = own.get(_sheet(name), b"")
        if more or _sheet(name) in names:
            chunks: Chunks = chain((cells.head(COLUMNS[name]),), find(_sheet(name)), (more,))
            yield Composed(folder.csv(name), (_sheet(name),), more, chunks)


# The pieces that the site has where each district has its own lists
SITE_PIECES = frozenset((*data_folder.SITE_LISTS, *map(_sheet, data_folder.SITE_TABLES)))


def of_catalog(catalog: Catalog, counts: Sequence[Counts], folder: DataFolder) -> dict[str, bytes]:
    """The files that no pieces make: indicators and entities over all reports, and what describes the other files.

    ``counts`` are those of the reports of this folder.
    """
    files: dict[str, bytes] = {}
    for name, made in _whole(catalog).items():
        files |= _listed(folder, name, list(made))
    if folder == data_folder.SITE:
        files |= comparing.files(catalog)
    if counts:
        files[folder.package] = _described(package.frictionless(catalog, sets(counts, catalog)))
    return files


def catalogue(described: Described) -> bytes:
    """The catalogue of the data files of a folder."""
    return _described(dcat.catalogue(described))


def sets(counts: Sequence[Counts], catalog: Catalog) -> tuple[tuple[Dataset, str], ...]:
    """The published sets, each with the key of its report where it holds one report alone."""
    published = datasets.published(datasets.totals((*counts, datasets.own(catalog))))
    alone = [one.report for one in counts if dataset_list.REPORT.name in dict(one.rows)]
    return (*((dataset_list.REPORT, key) for key in alone), *((each, "") for each in published))


def _whole(catalog: Catalog) -> Mapping[str, Iterable[Mapping[str, Any]]]:
    return {
        "indicators": (rows.indicator(catalog, one) for one in catalog.indicators),
        "entities": map(rows.entity, catalog.entities),
        "places": map(keeping.place, catalog.places),
        "calendars": (keeping.calendar(catalog, one.value) for one in catalog.raw.calendars),
        "questions": (keeping.question(catalog.words, one.value) for one in catalog.questions),
        "corrections": map(keeping.correction, catalog.corrections),
        "retired": (keeping.retired(one.value) for one in catalog.retired),
        "vocabulary": keeping.words(catalog),
    }


def _listed(folder: DataFolder, name: str, rowed: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, bytes]]:
    """A list that no pieces make, and its tables that hold a row; nothing of an empty one."""
    if not rowed:
        return
    yield folder.json(name), b"[\n" + ROW.join(map(_json, rowed)) + b"\n]\n"
    for table in (one for one in TABLES.values() if one.of == name):
        lines = table.lines(rowed)
        if lines:
            yield folder.csv(table.name), cells.head(table.columns) + lines


def _described(value: object) -> bytes:
    """Small, and read by people too."""
    return msgspec.json.format(_json(value), indent=1) + b"\n"


def _list(all: Iterable[PieceName], more: bytes) -> Chunks:
    yield b"[\n"
    yield from _joined(chain(all, [more] if more else ()))
    yield b"\n]\n"


def _joined(all: Iterable[PieceName | bytes]) -> Chunks:
    """Pieces with the sign between them."""
    for n, piece in enumerate(all):
        yield from (ROW, piece) if n else (piece,)


def _coverage(find: Find, totals: bytes) -> Chunks:
    yield b'{"figures":[\n'
    yield from _joined(find("figures"))
    yield b'\n],"clauses":[\n'
    yield from _joined(find("clauses"))
    yield b'\n],"totals":' + totals + b"}\n"


def totals(one: Report) -> TotalCounts:
    """How much the report holds and what accounts for it; nothing is uncovered where every section is complete."""
    figures, clauses = one.accounts.figures, one.accounts.clauses
    kinds = [figure.kind for figure in figures]
    covered = [clause for clause in clauses if not clause.missing]
    return {
        "figures": len(figures),
        **{f"figures_{kind}": kinds.count(kind) for kind in ("result", "commitment", "incidental", "uncovered")},
        "clauses": len(clauses),
        "clauses_recorded": sum(bool(cover.records) for cover in covered),
        "clauses_exempted": sum(not cover.records for cover in covered),
        "clauses_uncovered": len(clauses) - len(covered),
    }


def sum_of(all: Iterable[TotalCounts]) -> TotalCounts:
    """The totals of several reports together."""
    summed: TotalCounts = {}
    for one in all:
        summed = {name: summed.get(name, 0) + number for name, number in one.items()}
    return summed
