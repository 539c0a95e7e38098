"""Which columns name a row of a table and no other, and which name a row of another table."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec import Struct

from disclosure.exports.columns import COLUMNS

_ID = ("report", "id")
_OF_PROMISE = ("report", "commitment")

# Columns that together name one row and no other
KEYS: Mapping[str, tuple[str, ...]] = {
    "report": _ID,
    "reports": ("id",),
    "sections": _ID,
    "paragraphs": _ID,
    "left-out": ("report", "line"),
    "commitments": _ID,
    "targets": _ID,
    "observations": ("report", "target", "number"),
    "official-verdicts": _OF_PROMISE,
    "votes": _OF_PROMISE,
    "satisfaction": _OF_PROMISE,
    "answers": (*_OF_PROMISE, "answered_by", "result"),
    "commitments-departments": (*_OF_PROMISE, "role", "department"),
    "commitments-topics": (*_OF_PROMISE, "topic"),
    "commitments-results": (*_OF_PROMISE, "result"),
    "commitments-same-matter": (*_OF_PROMISE, "same_matter"),
    "commitments-entities": (*_OF_PROMISE, "entity"),
    "commitments-places": (*_OF_PROMISE, "place"),
    "results": _ID,
    "figures": _ID,
    "checks": ("report", "result", "number"),
    "results-topics": ("report", "result", "topic"),
    "results-answers": ("report", "result", "commitment_report", "commitment"),
    "results-entities": ("report", "result", "entity"),
    "indicator-definitions": ("id",),
    "indicator-context": ("indicator", "number"),
    "updates": _ID,
    "updates-commitments": ("report", "update", "commitment_report", "commitment"),
    "updates-entities": ("report", "update", "entity"),
    "evidence": ("record", "field"),
    "tasks": _ID,
    "entities": ("id",),
    "entity-names": ("entity", "name"),
    "mentions": ("report", "passage", "start", "entity"),
    "responsibilities": ("report", "commitment", "date"),
    "departments": ("report", "department"),
    "documents": _ID,
    "documents-commitments": ("report", "document", "commitment"),
    "requests": ("id",),
    "requests-documents": ("request", "document_report", "document"),
    "requests-commitments": ("request", "role", "commitment_report", "commitment"),
    "places": ("id",),
    "calendars": ("year",),
    "glossary": ("report", "number"),
    "question-grounds": ("question", "number"),
    "question-ways": ("question", "number"),
    "questions": ("id",),
    "corrections": ("id",),
    "corrected-fields": ("correction", "number"),
    "retired": ("record",),
    "outcome-changes": ("id",),
    "vocabulary": ("vocabulary", "id"),
    "topics": ("id",),
    "department-directory": ("id",),
    "department-names": ("department", "label"),
}


class ForeignKey(Struct, frozen=True):
    """``columns`` of a table name a row of ``table`` by its key; ``optional``: none, where the last is empty."""

    columns: tuple[str, ...]
    table: str
    optional: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        return KEYS[self.table]


# What a column names wherever it stands: with the column ``report``, where the other table's key has it
_NAMED: Mapping[str, str] = {
    "report": "reports",
    "section": "sections",
    "passage": "paragraphs",
    "commitment": "commitments",
    "target": "targets",
    "result": "results",
    "update": "updates",
    "document": "documents",
    "request": "requests",
    "indicator": "indicator-definitions",
    "entity": "entities",
    "topic": "topics",
    "department": "department-directory",
    "place": "places",
    "question": "questions",
    "correction": "corrections",
}
# ... and in one table, where it names another thing, or nothing that is a row
_NAMED_IN: Mapping[str, Mapping[str, str]] = {
    "sections": {"parent": "sections"},
    "commitments": {"lead": "department-directory"},
    "targets": {"baseline_figure": "figures"},
    "tasks": {"id": "commitments"},
    "observations": {"figure_id": "figures"},
    "commitments-same-matter": {"same_matter": "commitments"},
    "responsibilities": {"lead": "department-directory"},
    "indicators": {"figure": "figures"},
    "indicator-definitions": {"rate_of": "indicator-definitions"},
    "department-directory": {"into": "department-directory"},
    "questions": {"question": ""},
    # What an official verdict amounts to; the title of a document; a paragraph with its report
    "official-verdicts": {"result": ""},
    "adjustments": {"document": ""},
    "evidence": {"passage": ""},
}
# The column that has the report of what another names, where that is not ``report``
_REPORTS: Mapping[tuple[str, str], str] = {
    ("observations", "update"): "update_report",
    ("observations", "figure_id"): "figure_report",
    ("answers", "result"): "answered_by",
    ("results-answers", "commitment"): "commitment_report",
    ("updates-commitments", "commitment"): "commitment_report",
    ("requests-documents", "document"): "document_report",
    ("requests-commitments", "commitment"): "commitment_report",
}
# The columns that are empty in rows that name nothing there
_OPTIONAL: Mapping[str, Collection[str]] = {
    "report": ("section",),
    "sections": ("parent",),
    "paragraphs": ("section",),
    "commitments": ("lead",),
    "targets": ("baseline_figure",),
    "observations": ("update", "indicator", "figure_id"),
    "official-verdicts": ("target",),
    "indicators": ("report", "target", "figure", "update"),
    "indicator-definitions": ("rate_of",),
    "evidence": ("report", "commitment", "result", "update", "document", "request", "indicator"),
    "responsibilities": ("lead",),
    "adjustments": ("target",),
    "digests": ("section",),
    "digest-grounds": ("section",),
    "question-grounds": ("report",),
    "department-directory": ("into",),
}
# What was withdrawn is in no table, and what became of it still is
_OF_THE_PAST = ("changes", "outcome-changes")


def foreign(table: str) -> tuple[ForeignKey, ...]:
    """The foreign keys of a table, each with the columns in the order of the other table's key."""
    named = {**_NAMED, **_NAMED_IN.get(table, {})}
    held = () if table in _OF_THE_PAST else COLUMNS[table]
    return tuple(_foreign(table, name, named[name]) for name in held if named.get(name))


def _foreign(table: str, column: str, other: str) -> ForeignKey:
    of_report = (_REPORTS.get((table, column), "report"),) if KEYS[other][0] == "report" else ()
    return ForeignKey((*of_report, column), other, column in _OPTIONAL.get(table, ()))
