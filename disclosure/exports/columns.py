"""The columns of the tables, and the record that each table is made of. The names are those of the JSON files."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from gettext import NullTranslations

from disclosure.exports.derived import Meaning
from disclosure.exports.meanings import meaning
from disclosure.model.calendar import CalendarRecord
from disclosure.model.commitment import CommitmentRecord, TargetRecord
from disclosure.model.correction import CorrectionMeta, CorrectsRecord
from disclosure.model.digest import DigestRecord
from disclosure.model.entity import EntityRecord
from disclosure.model.evidence import EvidenceRecord
from disclosure.model.exemption import ExemptionRecord
from disclosure.model.fields import Record
from disclosure.model.followup import AdjustmentRecord, OfficialVerdictRecord, SatisfactionRecord, VoteRecord
from disclosure.model.gaps import DocumentRecord, LookRecord, PlaceRecord
from disclosure.model.ground import GroundRecord, OwnGroundRecord
from disclosure.model.indicator import ContextRecord, IndicatorRecord
from disclosure.model.question import QuestionRecord, WayRecord
from disclosure.model.report import LeftOut, ReportMeta
from disclosure.model.request import RequestMeta
from disclosure.model.responsibility import ResponsibilityRecord
from disclosure.model.result import CheckRecord, FigureRecord, ResultRecord
from disclosure.model.retired import RetiredRecord
from disclosure.model.update import EntryRecord, SeenRecord, UpdateMeta
from disclosure.model.vocabulary import FormerNameRecord, WordRecord
from disclosure.translation import catalogue

_PLACE = ("passage", "start", "end")
_OPERATOR = ("operator", "operator_label")
_VINTAGE = ("vintage", "vintage_label")
_BASIS = ("basis", "basis_label")
_VOTES = ("votes_for", "votes_against", "abstained", "cast")
_GROUND = ("number", "of", "says", "outcome", "outcome_label", "without", "count", "kind", "kind_label", "naming")
_PARAGRAPH = ("report", "id", "section", "head", "text")

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "report": _PARAGRAPH,
    "reports": (
        *("id", "title", "heading", "district", "region", "year", "session", "speaker", "speaker_title", "delivered"),
        *("until", "over", "published", "complete", "source", "source_sha256"),
        *("original", "original_sha256", "joined", "notes_mark", "notes_body", "notes_lines"),
        *("disclosure_index", "disclosure_category", "disclosure_publisher", "disclosure_generated"),
        *("disclosure_number", "disclosure_validity", "disclosure_scope", "disclosure_method", "disclosure_written"),
        *("disclosure_summary", "disclosure_seen", "disclosure_seen_label", "disclosure_excerpt", "disclosure_remark"),
        *("url", "text_url"),
    ),
    "sections": ("report", "id", "title", "parent", "level"),
    "paragraphs": _PARAGRAPH,
    "left-out": ("report", "line", "text", "because"),
    "commitments": (
        *("report", "id", "number", "title", "kind", "kind_label", "section", "head", *_PLACE, "quote"),
        *("specificity", "specificity_label", "strength", "strength_label", "strength_source", "strength_because"),
        *("targets", "deadline", "deadline_stated", "leader", "lead", "lead_label", "supporting", "supporting_label"),
        "planned",
        *("topics", "topics_label", "group", "grouped", "results", "same_matter", "entities"),
        *("outcome", "outcome_label", "outcome_counts", "outcome_note", "outcome_rule"),
        *("reported", "reported_label", "reported_since", "reported_update"),
        *("evidenced", "evidenced_label", "evidenced_since", "evidenced_update", "schedule", "schedule_label"),
        *("absence", "absence_label", "absence_searched", "absence_where", "absence_settles", "absence_documents"),
        *("official_verdict", "official_verdict_label", "official_verdict_said", "adjustments", "vote", "vote_label"),
        *("updates", "progress_title", "progress_date", "url"),
        *("target_measures", "target_written", "target_value", "target_unit"),
        *("observed", "observed_value", "observed_until", "target_verdicts"),
    ),
    "targets": (
        *("report", "commitment", "title", "id", "measure", "written", *_OPERATOR, "value", "upper", "unit"),
        *("qualifier", "strength", "strength_label", "strength_word", "strength_source", "per", "deadline"),
        *("overridden", "because", "baseline_figure", "baseline_written", "baseline_value", "baseline_unit"),
        *("baseline_difference", "baseline_share"),
        *("verdict", "verdict_label", "verdict_rule", "verdict_rubric", "verdict_working"),
        *("verdict_percent", "verdict_lacks", "verdict_notes", "verdict_schedule", "verdict_schedule_label"),
        *("verdict_expected", "verdict_adjusted", "plan"),
    ),
    "observations": (
        *("report", "commitment", "title", "target", "number", "measure", "until", "value", "unit", *_VINTAGE, *_BASIS),
        *("done", "open", "started", "base", "base_value", "reference", "reference_value", "denominator", "counts"),
        *("update_report", "update", "indicator", "figure", "figure_report", "figure_id"),
    ),
    "official-verdicts": (
        *("report", "commitment", "title", "said", "result", "result_label", "target", "date", "differs", "url"),
    ),
    "votes": ("report", "commitment", "title", "adopted", "adopted_label", "date", *_VOTES, "url"),
    "satisfaction": (
        *("report", "commitment", "title", "date", "satisfied", "basically", "dissatisfied", "cast", "url"),
    ),
    "answers": ("report", "commitment", "answered_by", "result", "title", "date", "url"),
    "commitments-departments": ("report", "commitment", "department", "department_label", "role"),
    "commitments-topics": ("report", "commitment", "topic", "topic_label"),
    "commitments-results": ("report", "commitment", "result"),
    "commitments-same-matter": ("report", "commitment", "same_matter"),
    "commitments-entities": ("report", "commitment", "entity"),
    "commitments-places": ("report", "commitment", "place", "place_label", "looked"),
    "results": (
        *("report", "id", "title", "section", *_PLACE, "quote", "kind", "kind_label", "topics", "topics_label"),
        *("figures", "group", "checks", "commitments", "answers", "entities", "url"),
    ),
    "figures": (
        *("report", "result", "title", "id", "measure", "written", *_OPERATOR, "value", "unit", "qualifier"),
        *("growth", *_VINTAGE),
    ),
    "checks": ("report", "result", "title", "number", "outcome", "outcome_label", "date", "what", "url"),
    "results-topics": ("report", "result", "topic", "topic_label"),
    "results-answers": ("report", "result", "commitment_report", "commitment"),
    "results-entities": ("report", "result", "entity"),
    "indicators": (
        *("report", "indicator", "name", "unit", "polarity", "period", "value_kind", "figure", "target", "written"),
        *(*_OPERATOR, "value", *_VINTAGE, "implied", "implied_unit"),
        *(*_BASIS, "update", "evidence"),
    ),
    "indicator-definitions": ("id", "name", "unit", "polarity", "rate_of", "note", "url"),
    "indicator-context": (
        *("indicator", "number", "name", "period", "kind", "written", "value", "unit", *_BASIS, "evidence"),
    ),
    "coverage-figures": ("report", *_PLACE, "text", "class", "record", "reason", "reason_label"),
    "coverage-clauses": ("report", *_PLACE, "text", "records", "reason", "reason_label"),
    "exemptions": ("report", *_PLACE, "quote", "reason", "reason_label", "see", "note", "url"),
    "updates": (
        *("report", "id", "title", "date", "event", "inferred", "recorded", "published", "commitments", "context"),
        *("reported", "reported_label"),
        *("evidenced", "evidenced_label", "searched", "confidence", "confidence_label", "observations", "evidence"),
        *("entities", "text", "url"),
    ),
    "updates-commitments": (
        *("report", "update", "commitment_report", "commitment", "reported", "reported_label"),
        *("evidenced", "evidenced_label", "searched"),
    ),
    "updates-entities": ("report", "update", "entity"),
    "evidence": (
        *("record", "field", "report", "commitment", "result", "update", "document", "request", "indicator"),
        *("publisher", "title", "url", "locator", "date", "retrieved", "seen", "seen_label", "excerpt"),
        *("says", "does_not_say", "passage", "snapshot", "sha256", "dead"),
    ),
    "entities": ("id", "name", "kind", "kind_label", "others", "note", "source", "url"),
    "entity-names": ("entity", "name"),
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
        *(*_VOTES, "asked_by", "asked", "reason", "document", "url"),
    ),
    "documents": (
        *("report", "id", "name", "holder", "office", "way", "expected", "because", "basis", "contents", "settles"),
        *("open", "requests", "url"),
    ),
    "documents-commitments": ("report", "document", "commitment", "open"),
    "requests": (
        *("report", "id", "title", "date", "published", "holder", "documents", "commitments", "asks", "channel"),
        *("receipt", "received", "due", "first_due", "provisional", "because"),
        *("extended", "extended_date", "extended_reason", "state", "state_label", "state_note"),
        *("answer", "answer_label", "answer_date", "answer_number", "answer_says", "answer_reason", "answer_about"),
        *("text", "url"),
    ),
    "requests-documents": ("request", "document_report", "document"),
    "requests-commitments": ("request", "commitment_report", "commitment", "role"),
    "places": ("id", "name", "holder", "url", "note", "every", "last", "next"),
    "calendars": ("year", "holidays", "workdays", "source"),
    "looks": ("place", "date", "found"),
    "glossary": ("report", "number", "term", "explanation", "passage", "url"),
    "digests": ("report", "section", "text", "grounds", "url"),
    "digest-grounds": ("report", "section", *_GROUND),
    "questions": ("id", "question", "answer", "url"),
    "question-grounds": ("question", "report", *_GROUND),
    "question-ways": ("question", "number", "label", "to"),
    "corrections": ("id", "title", "date", "published", "was", "now", "text", "url"),
    "corrected-fields": ("correction", "number", "record", "field", "field_label", "was", "now", "url"),
    "retired": (
        *("record", "to", "reason", "date", "withdrawn_kind", "withdrawn_date", "withdrawn_by", "withdrawn_rule"),
        *("withdrawn_redacted", "withdrawn_purged"),
    ),
    "vocabulary": ("vocabulary", "id", "label", "description", "order", "of", "shape", "colour", "counts"),
    "topics": ("id", "label", "description", "order", "url"),
    "department-directory": ("id", "label", "description", "order", "until", "into", "url"),
    "department-names": ("department", "label", "since", "until"),
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
    "left-out": LeftOut,
    "commitments": CommitmentRecord,
    "targets": TargetRecord,
    "observations": SeenRecord,
    "official-verdicts": OfficialVerdictRecord,
    "votes": VoteRecord,
    "satisfaction": SatisfactionRecord,
    "results": ResultRecord,
    "figures": FigureRecord,
    "checks": CheckRecord,
    "indicators": IndicatorRecord,
    "indicator-definitions": IndicatorRecord,
    "indicator-context": ContextRecord,
    "exemptions": ExemptionRecord,
    "updates": UpdateMeta,
    "updates-commitments": EntryRecord,
    "evidence": EvidenceRecord,
    "entities": EntityRecord,
    "mentions": EntityRecord,
    "responsibilities": ResponsibilityRecord,
    "adjustments": AdjustmentRecord,
    "documents": DocumentRecord,
    "requests": RequestMeta,
    "places": PlaceRecord,
    "looks": LookRecord,
    "calendars": CalendarRecord,
    "digests": DigestRecord,
    "digest-grounds": OwnGroundRecord,
    "questions": QuestionRecord,
    "question-grounds": GroundRecord,
    "question-ways": WayRecord,
    "corrections": CorrectionMeta,
    "corrected-fields": CorrectsRecord,
    "retired": RetiredRecord,
    "vocabulary": WordRecord,
    "topics": WordRecord,
    "department-directory": WordRecord,
    "department-names": FormerNameRecord,
    "changes": CorrectsRecord,
    "outcome-changes": CorrectsRecord,
}


def meanings(table: str) -> Mapping[str, Meaning]:
    """The columns of a table, each with what it means."""
    return _meanings(table, COLUMNS[table], RECORDS.get(table), catalogue())


@cache
def _meanings(
    table: str, names: tuple[str, ...], record: type[Record] | None, _language: NullTranslations
) -> Mapping[str, Meaning]:
    # Hundreds of columns, asked for at every build, by pages, files and the data package
    return {name: meaning(table, name, record) for name in names}
