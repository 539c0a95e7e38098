"""The published data as tables for spreadsheets, each made of the rows of a JSON file, so that both say the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from msgspec import Struct

from disclosure.exports import beside, cells
from disclosure.exports.columns import COLUMNS

Row = Mapping[str, Any]


class Table(Struct, frozen=True):
    """``of`` is the name of the JSON rows it is made of, ``taken`` makes of one of them its own."""

    name: str
    of: str
    taken: Callable[[Row], Iterable[Row]]

    @property
    def columns(self) -> tuple[str, ...]:
        return COLUMNS[self.name]

    def rows(self, given: Iterable[Row]) -> Iterator[Row]:
        """Its rows for these of JSON; what a row does not name is nothing."""
        return (each for row in given for each in self.taken(row))

    def lines(self, given: Iterable[Row]) -> bytes:
        return cells.lines(self.columns, self.rows(given))

    def sheet(self, given: Iterable[Row]) -> bytes:
        return cells.head(self.columns) + self.lines(given)


def _sections(row: Row) -> Iterator[Row]:
    return ({"report": row["id"], **one} for one in row["sections"])


def _paragraphs(row: Row) -> Iterator[Row]:
    return ({"report": row["id"], **one} for one in chain(row["opening"], row["paragraphs"]))


def _values(row: Row) -> Iterator[Row]:
    """The values of an indicator, observed ones first."""
    about = {"indicator": row["id"], **{name: row[name] for name in ("name", "unit", "polarity")}}
    for one in row["observations"]:
        yield {**about, "value_kind": "observation", **_cited(one)}
    for one in row["targets"]:
        yield {**about, "value_kind": "target", **one}


def _task(row: Row) -> Iterator[Row]:
    """A promise in the columns of official tables of tasks."""
    lead, last = row["lead"], row["progress"] or {}
    yield {
        **row,
        "task": row["title"],
        "lead_label": lead and lead["label"],
        "supporting_label": [one["label"] for one in row["supporting"]],
        "progress": last.get("title"),
        "progress_date": last.get("date"),
        "outcome_label": row["outcome"]["label"],
    }


def _adjusted(row: Row) -> Iterator[Row]:
    """Its votes a column each, its document by its name."""
    votes = row["votes"] or (None, None, None, None)
    names = ("votes_for", "votes_against", "abstained", "cast")
    yield {**row, **dict(zip(names, votes, strict=True)), "document": _document(row["document"])}


def _assigned(row: Row) -> Iterator[Row]:
    yield {**row, "source": _document(row["source"])}


def _document(one: Row) -> str:
    return str(next((one[name] for name in ("title", "locator", "url", "passage") if one[name]), ""))


def _cited(row: Row) -> Row:
    """Its documents by their names."""
    return {**row, "evidence": [_document(one) for one in row["evidence"]]}


def _itself(row: Row) -> Iterator[Row]:
    yield row


def _flat(name: str) -> Callable[[Row], Iterable[Row]]:
    return lambda row: (cells.flat(row, COLUMNS[name]),)


def _commitment(row: Row) -> Iterator[Row]:
    yield cells.flat(row, COLUMNS["commitments"]) | beside.targets(row["targets"])


def _targets(row: Row) -> Iterator[Row]:
    for one in row["targets"]:
        flattened = cells.flat(one, COLUMNS["targets"])
        yield flattened | {"report": row["report"], "commitment": row["id"], "title": row["title"]}


def _figures(row: Row) -> Iterator[Row]:
    for one in row["figures"]:
        yield {"report": row["report"], "result": row["id"], "title": row["title"], **one}


def _request(row: Row) -> Iterator[Row]:
    extended = row["extended"]
    yield cells.flat({**row, "extended": None}, COLUMNS["requests"]) | {"extended": extended and extended["days"]}


def _update(row: Row) -> Iterator[Row]:
    yield cells.flat(row, COLUMNS["updates"]) | {"evidence": _cited(row)["evidence"]}


def _digest(row: Row) -> Iterator[Row]:
    """Its grounds by the records and passages that they name."""
    yield {**row, "grounds": [one["of"] for one in row["grounds"] if one["of"]]}


def _edits(row: Row) -> Iterable[Row]:
    """Each field that became another; one row where the whole record is new or gone."""
    whole = {"field": None, "field_label": None, "was": None, "now": None}
    return ({**row, **edit} for edit in row["edits"] or (whole,))


TABLES: Mapping[str, Table] = {
    name: Table(name, of, taken)
    for name, of, taken in (
        ("report", "report", _paragraphs),
        ("reports", "reports", _flat("reports")),
        ("sections", "report", _sections),
        ("paragraphs", "report", _paragraphs),
        ("commitments", "commitments", _commitment),
        ("targets", "commitments", _targets),
        ("results", "results", _flat("results")),
        ("figures", "results", _figures),
        ("indicators", "indicators", _values),
        ("coverage-figures", "figures", _itself),
        ("coverage-clauses", "clauses", _itself),
        ("updates", "updates", _update),
        ("entities", "entities", _itself),
        ("mentions", "mentions", _itself),
        ("tasks", "commitments", _task),
        ("responsibilities", "responsibilities", _assigned),
        ("departments", "departments", _itself),
        ("adjustments", "adjustments", _adjusted),
        ("documents", "documents", _flat("documents")),
        ("requests", "requests", _request),
        ("glossary", "glossary", _itself),
        ("digests", "digests", _digest),
        ("changes", "changes", _edits),
        ("outcome-changes", "outcome-changes", _itself),
    )
}
