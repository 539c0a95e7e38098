"""The columns of the tables, and the record that each table is made of. The names are those of the JSON files."""

from __future__ import annotations

from collections.abc import Mapping

from disclosure.exports.derived import Meaning
from disclosure.exports.meanings import meaning
from disclosure.model.commitment import CommitmentRecord, TargetRecord
from disclosure.model.correction import CorrectsRecord
from disclosure.model.digest import DigestRecord
from disclosure.model.entity import EntityRecord
from disclosure.model.fields import Record
from disclosure.model.followup import AdjustmentRecord
from disclosure.model.gaps import DocumentRecord
from disclosure.model.indicator import IndicatorRecord
from disclosure.model.report import ReportMeta
from disclosure.model.request import RequestMeta
from disclosure.model.responsibility import ResponsibilityRecord
from disclosure.model.result import FigureRecord, ResultRecord
from disclosure.model.update import UpdateMeta

_PLACE = ("passage", "start", "end")
_OPERATOR = ("operator", "operator_label")
_PARAGRAPH = ("report", "id", "section", "head", "text")

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "report": _PARAGRAPH,
    "reports": (
        *("id", "title", "heading", "district", "region", "year", "session", "speaker", "speaker_title", "delivered"),
        *("published", "complete", "source", "source_sha256"),
        *("disclosure_index", "disclosure_category", "disclosure_publisher", "disclosure_generated"),
        *("disclosure_number", "disclosure_validity", "disclosure_scope", "disclosure_method", "disclosure_written"),
        *("disclosure_summary", "disclosure_seen", "disclosure_seen_label", "disclosure_excerpt", "disclosure_remark"),
        "url",
    ),
    "sections": ("report", "id", "title", "parent", "level"),
    "paragraphs": _PARAGRAPH,
    "commitments": (
        *("report", "id", "title", "kind", "kind_label", "section", "head", *_PLACE, "quote"),
        *("specificity", "specificity_label", "strength", "strength_label", "strength_source", "strength_because"),
        *("targets", "deadline", "deadline_stated", "leader", "lead", "lead_label", "supporting", "supporting_label"),
        "planned",
        *("topics", "topics_label", "group", "grouped", "results", "same_matter", "entities"),
        *("outcome", "outcome_label", "outcome_counts", "outcome_note", "outcome_rule"),
        *("reported", "reported_label", "reported_since", "evidenced", "evidenced_label", "evidenced_since"),
        *("schedule", "schedule_label", "absence", "absence_label", "absence_settles"),
        *("official_verdict", "official_verdict_label", "official_verdict_said", "adjustments", "vote", "vote_label"),
        *("updates", "url"),
        *("target_measures", "target_written", "target_value", "target_unit"),
        *("observed", "observed_value", "observed_until", "target_verdicts"),
    ),
    "targets": (
        *("report", "commitment", "title", "id", "measure", "written", *_OPERATOR, "value", "upper", "unit"),
        *("qualifier", "strength", "strength_label", "strength_word", "strength_source", "per", "deadline"),
        *("overridden", "because", "baseline_figure", "baseline_written", "baseline_value", "baseline_unit"),
        *("verdict", "verdict_label", "verdict_rule", "verdict_rubric", "verdict_working", "plan"),
    ),
    "results": (
        *("report", "id", "title", "section", *_PLACE, "quote", "kind", "kind_label", "topics", "topics_label"),
        *("figures", "group", "checks", "commitments", "answers", "entities", "url"),
    ),
    "figures": (
        *("report", "result", "title", "id", "measure", "written", *_OPERATOR, "value", "unit", "qualifier"),
        *("growth", "vintage", "vintage_label"),
    ),
    "indicators": (
        *("report", "indicator", "name", "unit", "polarity", "period", "value_kind", "figure", "target", "written"),
        *(*_OPERATOR, "value", "vintage", "vintage_label", "implied", "implied_unit"),
        *("basis", "basis_label", "update", "evidence"),
    ),
    "coverage-figures": ("report", *_PLACE, "text", "class", "record", "reason", "reason_label"),
    "coverage-clauses": ("report", *_PLACE, "text", "records", "reason", "reason_label"),
    "updates": (
        *("report", "id", "title", "date", "event", "inferred", "recorded", "published", "commitments", "context"),
        *("reported", "reported_label"),
        *("evidenced", "evidenced_label", "searched", "confidence", "confidence_label", "observations", "evidence"),
        *("entities", "text", "url"),
    ),
    "entities": ("id", "name", "kind", "kind_label", "others", "note", "source", "url"),
    "mentions": ("report", "entity", "name", "kind", "kind_label", *_PLACE, "named"),
    "tasks": (
        *("report", "number", "id", "task", "lead_label", "supporting_label", "deadline", "deadline_stated", "planned"),
        *("progress", "progress_date", "outcome_label", "url"),
    ),
    "responsibilities": (
        *("report", "commitment", "title", "date", "leader", "lead", "lead_label", "supporting", "supporting_label"),
        *("deadline", "ends", "source", "url"),
    ),
    "departments": (
        *("report", "department", "department_label", "former_names", "lead", "supporting"),
        *("kept", "missed", "neither", "url"),
    ),
    "adjustments": (
        *("report", "commitment", "title", "date", "target", "old", "new", "by", "decision", "decision_label"),
        *("votes_for", "votes_against", "abstained", "cast", "asked_by", "asked", "reason", "document", "url"),
    ),
    "documents": (
        *("report", "id", "name", "holder", "office", "way", "expected", "because", "basis", "contents", "settles"),
        *("open", "requests", "url"),
    ),
    "requests": (
        *("report", "id", "title", "date", "published", "holder", "documents", "commitments", "asks", "channel"),
        *("receipt", "received", "due", "provisional", "because", "extended", "state", "state_label", "answer"),
        *("answer_label", "answer_date", "answer_reason", "answer_about", "text", "url"),
    ),
    "glossary": ("report", "number", "term", "explanation", "passage", "url"),
    "digests": ("report", "section", "text", "grounds", "url"),
    "changes": (
        *("id", "report", "record", "kind", "kind_label", "happening", "happening_label", "date", "commit"),
        *("field", "field_label", "was", "now", "corrections", "url"),
    ),
    "outcome-changes": (
        *("id", "report", "record", "date", "was", "was_label", "now", "now_label", "cause", "cause_label", "url"),
    ),
}

# table -> the record that a row is one of; other tables hold nothing that an editor typed into a field
RECORDS: Mapping[str, type[Record]] = {
    "reports": ReportMeta,
    "commitments": CommitmentRecord,
    "targets": TargetRecord,
    "results": ResultRecord,
    "figures": FigureRecord,
    "indicators": IndicatorRecord,
    "updates": UpdateMeta,
    "entities": EntityRecord,
    "mentions": EntityRecord,
    "responsibilities": ResponsibilityRecord,
    "adjustments": AdjustmentRecord,
    "documents": DocumentRecord,
    "requests": RequestMeta,
    "digests": DigestRecord,
    "changes": CorrectsRecord,
    "outcome-changes": CorrectsRecord,
}


def meanings(table: str) -> Mapping[str, Meaning]:
    """The columns of a table, each with what it means."""
    return {name: meaning(table, name, RECORDS.get(table)) for name in COLUMNS[table]}
