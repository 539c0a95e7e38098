"""The optional fields of each record that are asked for at once; all others are behind a click."""

from __future__ import annotations

from collections.abc import Mapping

from disclosure.model.ballot import BallotRecord, ProjectVoteRecord
from disclosure.model.correction import CorrectionMeta, CorrectsRecord
from disclosure.model.evidence import EvidenceRecord
from disclosure.model.fields import Record
from disclosure.model.followup import AdjustmentRecord
from disclosure.model.request import AnswerRecord, ExtensionRecord, RequestMeta
from disclosure.model.responsibility import ResponsibilityRecord
from disclosure.model.update import EntryRecord, EntrySeenRecord, SeenRecord, UpdateMeta

# What every document is asked for
EVIDENCE = ("publisher", "title", "date", "seen", "says", "does_not_say")
# Of a vote, the last is how many voted
COUNTS = ("votes_for", "votes_against", "abstained", "cast")
VALUE = ("target", "period", "value", "unit")

OFTEN: Mapping[type[Record], tuple[str, ...]] = {
    UpdateMeta: ("date", "event", "commitments", "reported", "evidenced", "observations", "evidence"),
    EntryRecord: ("reported", "evidenced", "observations"),
    SeenRecord: VALUE,
    EntrySeenRecord: VALUE,
    EvidenceRecord: (*EVIDENCE, "url"),
    CorrectionMeta: ("corrects",),
    CorrectsRecord: ("now",),
    RequestMeta: ("documents", "commitments", "receipt", "received"),
    ExtensionRecord: ("days", "reason", "evidence"),
    AnswerRecord: ("number", "says", "reason", "about"),
    BallotRecord: ("date",),
    ProjectVoteRecord: COUNTS,
    ResponsibilityRecord: ("leader", "lead", "supporting", "deadline"),
    AdjustmentRecord: ("target", "reason"),
}
