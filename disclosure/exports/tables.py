"""The published data as tables for spreadsheets, each made of the rows of a JSON file, so that both say the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from msgspec import Struct

from disclosure.exports import cells, taken
from disclosure.exports.columns import COLUMNS, meanings
from disclosure.exports.taken import Row, Taken, across, flat, grounds, itself, pairs, parts, words


class Table(Struct, frozen=True):
    """``of`` is the name of the JSON rows it is made of, ``taken`` makes of one of them its own."""

    name: str
    of: str
    taken: Taken

    @property
    def columns(self) -> tuple[str, ...]:
        return COLUMNS[self.name]

    def rows(self, given: Iterable[Row]) -> Iterator[Row]:
        """Its rows for these of JSON; what a row does not name is nothing."""
        return (each for row in given for each in self.taken(row))

    def lines(self, given: Iterable[Row]) -> bytes:
        return cells.lines(self.columns, self.rows(given), days(self.name))

    def sheet(self, given: Iterable[Row]) -> bytes:
        return cells.head(self.columns) + self.lines(given)


@cache
def days(table: str) -> frozenset[str]:
    """The columns whose cells are days."""
    return frozenset(name for name, one in meanings(table).items() if one.type == "date" and not one.several)


# The lists of JSON, each with the tables made of it
_MADE_OF: Mapping[str, Mapping[str, Taken]] = {
    "reports": {"reports": taken.report, "left-out": taken.left_out},
    "report": {"report": taken.paragraphs, "sections": taken.sections, "paragraphs": taken.paragraphs},
    "commitments": {
        "commitments": taken.commitment,
        "targets": parts("targets", "targets", of="commitment"),
        "observations": taken.observations,
        "tasks": taken.task,
        "official-verdicts": parts("official-verdicts", "official_verdict", of="commitment"),
        "votes": taken.votes,
        "satisfaction": taken.satisfaction,
        "answers": taken.answers,
        "commitments-departments": taken.departments,
        "commitments-topics": pairs("topics", "topic", of="commitment"),
        "commitments-results": pairs("results", "result", of="commitment"),
        "commitments-same-matter": pairs("same_matter", "same_matter", of="commitment"),
        "commitments-entities": pairs("entities", "entity", of="commitment"),
        "commitments-places": taken.looked,
    },
    "results": {
        "results": flat("results"),
        "figures": parts("figures", "figures", of="result"),
        "checks": parts("checks", "checks", of="result"),
        "results-topics": pairs("topics", "topic", of="result"),
        "results-answers": across("answers", "commitment", of="result"),
        "results-entities": pairs("entities", "entity", of="result"),
    },
    "indicators": {
        "indicators": taken.values,
        "indicator-definitions": itself,
        "indicator-context": taken.levels,
    },
    "figures": {"coverage-figures": itself},
    "clauses": {"coverage-clauses": itself},
    "exemptions": {"exemptions": itself},
    "updates": {
        "updates": taken.update,
        "updates-commitments": taken.spoken_of,
        "updates-entities": pairs("entities", "entity", of="update"),
    },
    "evidence": {"evidence": itself},
    "entities": {"entities": itself, "entity-names": pairs("others", "name", of="entity")},
    "mentions": {"mentions": itself},
    "responsibilities": {"responsibilities": taken.assigned},
    "departments": {"departments": itself},
    "adjustments": {"adjustments": taken.adjusted},
    "documents": {"documents": flat("documents"), "documents-commitments": taken.settled},
    "requests": {"requests": taken.request, "requests-documents": taken.wanted, "requests-commitments": taken.asked},
    "places": {"places": itself, "looks": taken.looks},
    "calendars": {"calendars": taken.assigned},
    "glossary": {"glossary": itself},
    "digests": {"digests": taken.digest, "digest-grounds": grounds("report", "section")},
    "questions": {
        "questions": itself,
        "question-grounds": grounds("question"),
        "question-ways": taken.ways,
    },
    "corrections": {"corrections": taken.correction, "corrected-fields": taken.corrected},
    "retired": {"retired": flat("retired")},
    "changes": {"changes": taken.edits},
    "outcome-changes": {"outcome-changes": itself},
    "vocabulary": {
        "vocabulary": words("topics", "departments", but=True),
        "topics": words("topics"),
        "department-directory": words("departments"),
        "department-names": taken.former_names,
    },
}
TABLES: Mapping[str, Table] = {
    name: Table(name, of, taken) for of, tables in _MADE_OF.items() for name, taken in tables.items()
}
