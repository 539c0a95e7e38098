"""The shapes of the published data, declared once: they give the JSON Schemas and type the writers.

Numbers are JSON numbers in the base unit (1.5万个 is 15000 个). ``start`` and ``end`` are code-point offsets into the
paragraph's text. Every enumerated value is an English id with its Chinese label beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from disclosure.exports.shapes import coverage, register, site, text
from disclosure.exports.shapes.asking import DocumentRow, RequestRow
from disclosure.exports.shapes.changes import ChangeRow, OutcomeChangeRow
from disclosure.exports.shapes.digest import DigestRow
from disclosure.exports.shapes.districts import DistrictDataRow
from disclosure.exports.shapes.evidence import CitedRow
from disclosure.exports.shapes.followup import (
    AdjustedRow,
    DepartmentRow,
    ResponsibilityRow,
    UpdateRow,
)
from disclosure.exports.shapes.passages import PassageRow
from disclosure.exports.shapes.twin import TwinData
from disclosure.model.calendar import CalendarRecord
from disclosure.model.commitment import CommitmentRecord, TargetRecord
from disclosure.model.correction import CorrectionMeta, CorrectsRecord
from disclosure.model.digest import DigestRecord
from disclosure.model.entity import EntityRecord
from disclosure.model.evidence import EvidenceRecord
from disclosure.model.exemption import ExemptionRecord
from disclosure.model.fields import Record
from disclosure.model.followup import (
    AbsenceRecord,
    AdjustmentRecord,
    OfficialVerdictRecord,
    SatisfactionRecord,
    VoteRecord,
)
from disclosure.model.gaps import DocumentRecord, LookRecord, PlaceRecord
from disclosure.model.ground import GroundRecord, OwnGroundRecord
from disclosure.model.indicator import ContextRecord, IndicatorRecord
from disclosure.model.question import QuestionRecord, WayRecord
from disclosure.model.report import Disclosure, LeftOut, NoteForm, Original, ReportMeta, Source
from disclosure.model.request import AnswerRecord, ExtensionRecord, RequestMeta
from disclosure.model.responsibility import ResponsibilityRecord
from disclosure.model.result import CheckRecord, FigureRecord, ResultRecord
from disclosure.model.retired import RetiredRecord, WithdrawalRecord
from disclosure.model.update import EntryRecord, LevelRecord, SeenRecord, UpdateMeta
from disclosure.model.vocabulary import FormerNameRecord, WordRecord

# Rows made of a record, by the name of their shape: what its fields mean is said there and nowhere here
RECORDS: Mapping[str, type[Record]] = {
    "ReportData": ReportMeta,
    "SourceRow": Source,
    "OriginalRow": Original,
    "NoteFormRow": NoteForm,
    "LeftOutRow": LeftOut,
    "ReportRow": ReportMeta,
    "DisclosureRow": Disclosure,
    "MentionRow": EntityRecord,
    "CommitmentRow": CommitmentRecord,
    "TargetRow": TargetRecord,
    "AdjustmentRow": AdjustmentRecord,
    "AdjustedRow": AdjustmentRecord,
    "AssignmentRow": ResponsibilityRecord,
    "ResponsibilityRow": ResponsibilityRecord,
    "OfficialRow": OfficialVerdictRecord,
    "VoteRow": VoteRecord,
    "SatisfactionRow": SatisfactionRecord,
    "AbsenceRow": AbsenceRecord,
    "EvidenceRow": EvidenceRecord,
    "CitedRow": EvidenceRecord,
    "ResultRow": ResultRecord,
    "CheckRow": CheckRecord,
    "ExemptionRow": ExemptionRecord,
    "FigureRow": FigureRecord,
    "UpdateRow": UpdateMeta,
    "PlaceLookRow": PlaceRecord,
    "DocumentRow": DocumentRecord,
    "RequestRow": RequestMeta,
    "ExtensionRow": ExtensionRecord,
    "RequestAnswerRow": AnswerRecord,
    "EntryRow": EntryRecord,
    "SeenRow": SeenRecord,
    "LevelRow": LevelRecord,
    "IndicatorRow": IndicatorRecord,
    "EntityRow": EntityRecord,
    "ContextRow": ContextRecord,
    "DigestRow": DigestRecord,
    "GroundRow": OwnGroundRecord,
    "QuestionGroundRow": GroundRecord,
    "QuestionRow": QuestionRecord,
    "WayRow": WayRecord,
    "CorrectionRow": CorrectionMeta,
    "CorrectedRow": CorrectsRecord,
    "PlaceRow": PlaceRecord,
    "CalendarRow": CalendarRecord,
    "LookRow": LookRecord,
    "RetiredRow": RetiredRecord,
    "WithdrawnRow": WithdrawalRecord,
    "WordRow": WordRecord,
    "FormerNameRow": FormerNameRecord,
    "ChangeRow": CorrectsRecord,
    "EditRow": CorrectsRecord,
    "OutcomeChangeRow": CorrectsRecord,
}

# data file -> what it holds; the report's own file has its key in the name
FILES: dict[str, Any] = {
    "report": text.ReportData,
    "reports": list[text.ReportRow],
    "digests": list[DigestRow],
    "commitments": list[register.CommitmentRow],
    "results": list[register.ResultRow],
    "coverage": coverage.CoverageData,
    "exemptions": list[coverage.ExemptionRow],
    "updates": list[UpdateRow],
    "evidence": list[CitedRow],
    "responsibilities": list[ResponsibilityRow],
    "departments": list[DepartmentRow],
    "adjustments": list[AdjustedRow],
    "documents": list[DocumentRow],
    "requests": list[RequestRow],
    "indicators": list[register.IndicatorRow],
    "entities": list[register.EntityRow],
    "mentions": list[text.MentionRow],
    "places": list[site.PlaceRow],
    "calendars": list[site.CalendarRow],
    "questions": list[site.QuestionRow],
    "corrections": list[site.CorrectionRow],
    "retired": list[site.RetiredRow],
    "vocabulary": list[site.WordRow],
    "glossary": list[text.GlossaryRow],
    "changes": list[ChangeRow],
    "outcome-changes": list[OutcomeChangeRow],
}
# What is made of them once the pages stand: a line of passages.jsonl, the data beside a page; what lists the data
MADE: dict[str, Any] = {"passages": PassageRow, "twin": TwinData, "districts": list[DistrictDataRow]}
