"""``new adjustment``: a target or a deadline that was changed, in the promise's own file."""

from __future__ import annotations

from typing import Any

from disclosure.desk.often import EVIDENCE
from disclosure.forms import finding, form, promises, standing
from disclosure.forms.form import RecordForm
from disclosure.forms.known import Knowledge, KnownPromise
from disclosure.forms.wish import NewText, Wish
from disclosure.model.evidence import EvidenceRecord
from disclosure.model.followup import AdjustmentRecord
from disclosure.problem import Refused
from disclosure.source.record_edits import Insert, WrittenLines
from disclosure.translation import gettext as _

FIELD = "adjustments"


def make(known: Knowledge, wish: Wish) -> NewText:
    found = promises.chosen(known, wish)
    if len(found) > 1:
        raise Refused(_("一次登记一条承诺的调整；几条都调整的，各写一次"))
    one = found[0]
    values: dict[str, Any] = {**_what(one, wish), "document": RecordForm(model=EvidenceRecord, asked=EVIDENCE)}
    if wish.has("day"):
        day = finding.day(known, wish.one("day"), _("决定调整的日期"), promises.earliest(known, found))
        values["date"] = str(day)
    values |= {"new": finding.line(wish.one("new"), _("调整后的目标"))} if wish.has("new") else {}
    record = RecordForm(model=AdjustmentRecord, values=values)
    file = next(file for file in known.files.values() if file.path == one.located.written.path)
    item = WrittenLines(tuple(form.item(form.lines(record, known.words))))
    return standing.changed(file, Insert(where=(*one.located.at, FIELD), value=item))


def _what(one: KnownPromise, wish: Wish) -> dict[str, str]:
    """What is adjusted, and what stood so far."""
    targets = one.record.targets
    if wish.has("deadline") or not targets:
        return {"old": str(one.record.deadline)} if one.record.deadline else {}
    given = wish.one("target").rpartition("/")[2]
    known = [str(n) for n in range(1, len(targets) + 1)]
    if given not in known and (given or len(targets) > 1):
        listed = "".join(f"\n    {n}  {target.measure}：{target.written}" for n, target in enumerate(targets, 1))
        message = _("{name} 的目标有这些，用 --target 写第几个；调整的是完成时限，写 --deadline：{listed}")
        raise Refused(message.format(name=one.name, listed=listed))
    target = f"{one.id}/{given or 1}"
    before = [change.new for change in one.record.adjustments if change.target == target and change.decision is None]
    return {"target": target, "old": before[-1] if before else targets[int(given or 1) - 1].written}
