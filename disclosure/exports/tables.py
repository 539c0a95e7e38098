"""The published data as tables for spreadsheets, each made of the rows of a JSON file, so that both say the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Indicator
from disclosure.exports import cells, rows
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

    def lines(self, given: Iterable[Row]) -> bytes:
        """The table's lines for these rows of JSON."""
        return cells.lines(self.columns, (each for row in given for each in self.taken(row)))

    def sheet(self, given: Iterable[Row]) -> bytes:
        return cells.head(self.columns) + self.lines(given)


def paragraphs(report: Report) -> Iterator[Row]:
    """The rows of a report's own table."""
    return ({"report": report.key, **rows.paragraph(passage)} for passage in report.text.passages)


def indicators(catalog: Catalog, report: Report) -> Iterator[Row]:
    """The values that this report states, observed ones first."""
    for one in catalog.measured.get(report.key, ()):
        about = {"indicator": one.id, "name": one.name, "unit": one.unit, "polarity": one.polarity}
        for seen in one.observations:
            if seen.report == report.key:
                yield {**about, "value_kind": "observation", **_cited(rows.observation(seen))}
        for aimed in one.targets:
            if aimed.report == report.key:
                yield {**about, "value_kind": "target", **rows.aim(catalog, aimed)}


def mentions(catalog: Catalog, report: Report) -> Iterator[Row]:
    """Where the report's text, not its notes, names entities."""
    for passage, found in report.mentions.passages.items():
        for one in found:
            entity = catalog.entity_by_id[one.entity]
            yield {
                "report": report.key,
                "entity": entity.id,
                "name": entity.name,
                "kind": entity.kind.id,
                "kind_label": entity.kind.label,
                "passage": passage,
                "start": one.start,
                "end": one.end,
                "named": one.name,
            }


def tasks(report: Report) -> Iterator[Row]:
    """The promises in the columns of official tables of tasks."""
    for number, one in enumerate(report.register.commitments, 1):
        held, became = report.responsibility[one.id], report.follow[one.id]
        last = became.updates[0] if became.updates else None
        yield {
            "report": report.key,
            "number": number,
            "id": one.id,
            "task": one.title,
            "lead_label": held.lead.label if held.lead else None,
            "supporting_label": [term.label for term in held.supporting],
            "deadline": one.deadline.isoformat(),
            "deadline_stated": one.deadline_stated,
            "planned": held.planned.isoformat() if held.planned else None,
            "progress": last.title if last else None,
            "progress_date": last.day.isoformat() if last and last.day else None,
            "outcome_label": report.outcomes[one.id].label,
            "url": address.commitment(report.key, one.id),
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


def own(indicators: Iterable[Indicator]) -> Iterator[Row]:
    """The values in indicators' own files, which no report states."""
    for one in indicators:
        about = {"indicator": one.id, "name": one.name, "unit": one.unit, "polarity": one.polarity}
        for seen in one.observations:
            if not seen.report:
                yield {**about, "value_kind": "observation", **_cited(rows.observation(seen))}


def _cited(row: Row) -> Row:
    """Its documents by their names."""
    return {**row, "evidence": [_document(one) for one in row["evidence"]]}


def _itself(row: Row) -> Iterator[Row]:
    yield row


def _flat(name: str) -> Callable[[Row], Iterable[Row]]:
    return lambda row: (cells.flat(row, COLUMNS[name]),)


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
        ("report", "paragraphs", _itself),
        ("commitments", "commitments", _flat("commitments")),
        ("targets", "commitments", _targets),
        ("results", "results", _flat("results")),
        ("figures", "results", _figures),
        ("indicators", "indicators", _itself),
        ("coverage-figures", "figures", _itself),
        ("coverage-clauses", "clauses", _itself),
        ("updates", "updates", _update),
        ("mentions", "mentions", _itself),
        ("tasks", "tasks", _itself),
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
