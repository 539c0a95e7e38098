"""What became of records and outcomes on this site, to rows of the published data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure.catalog import record_address
from disclosure.catalog.changes import RecordChanges
from disclosure.catalog.words import Vocabularies
from disclosure.history import kinds, saying
from disclosure.history.record_change import Cause, FieldEdit, Happening, OutcomeChange, RecordChange
from disclosure.model import vocabulary
from disclosure.model.record_names import NameKind
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

if TYPE_CHECKING:
    # As in rows.py
    from disclosure.exports.shapes import changes as shapes

HAPPENINGS = {
    Happening.CREATED: N_("新收录"),
    Happening.CHANGED: N_("有改动"),
    Happening.RETOUCHED: N_("只改标点、空格或写法"),
    Happening.GONE: N_("撤下"),
}
CAUSES = {Cause.RECORD: N_("记录有改动"), Cause.TERM: N_("期限到了")}


def changes(of: RecordChanges) -> Iterator[shapes.ChangeRow]:
    """Newest first."""
    return map(_change, of.all)


def _change(one: RecordChange) -> shapes.ChangeRow:
    return {
        "id": one.id,
        "report": one.report or None,
        "record": one.record,
        "kind": str(one.kind),
        "kind_label": _(kinds.named_for(NameKind(one.kind)).label) if one.kind else "",
        "happening": str(one.happening),
        "happening_label": _(HAPPENINGS[one.happening]),
        "date": one.day,
        "commit": one.commit or None,
        "edits": [_edit(one.record, each) for each in one.edits],
        "corrections": [name.rpartition("/")[2] for name in one.corrections],
        "url": record_address.of_record(one.record) or None,
    }


def _edit(record: str, one: FieldEdit) -> shapes.EditRow:
    return {
        "field": one.field,
        "field_label": saying.label_of(record, one.field),
        "was": one.was or None,
        "now": one.now or None,
    }


def outcomes(words: Vocabularies, of: RecordChanges) -> Iterator[shapes.OutcomeChangeRow]:
    """Newest first."""
    return (_outcome(words, one) for one in of.outcomes)


def _outcome(words: Vocabularies, one: OutcomeChange) -> shapes.OutcomeChangeRow:
    was, now = (words.id(vocabulary.OUTCOMES, id) if id else None for id in (one.was, one.now))
    return {
        "id": one.id,
        "report": one.report,
        "record": one.record,
        "date": one.day,
        "was": was.id if was else None,
        "was_label": was.label if was else None,
        "now": now.id if now else None,
        "now_label": now.label if now else None,
        "cause": str(one.cause),
        "cause_label": _(CAUSES[one.cause]),
        "url": record_address.of_record(one.record),
    }
