"""``new vote``: the deputies' vote on all candidate projects of a report, in one file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from disclosure.desk.often import COUNTS, EVIDENCE
from disclosure.forms import finding, form, promises
from disclosure.forms.article import HOW
from disclosure.forms.form import FormRows, RecordForm
from disclosure.forms.known import Knowledge, KnownPromise
from disclosure.forms.wish import NewText, Wish
from disclosure.model.ballot import BallotRecord, ProjectVoteRecord
from disclosure.model.evidence import EvidenceRecord
from disclosure.problem import Refused
from disclosure.translation import gettext as _


def make(known: Knowledge, wish: Wish) -> NewText:
    found = promises.chosen(known, wish, needed=False)
    report = found[0].report if found else finding.report(known, wish.one("report"))
    name = f"votes/{report}.yml"
    if name in known.files:
        raise Refused(_("已有 {name}：在它的 projects 里加一项").format(name=name))
    candidates = list(_candidates(known, report, found))
    values: dict[str, Any] = {
        "source": RecordForm(model=EvidenceRecord, asked=EVIDENCE),
        "projects": _projects(candidates),
    }
    if wish.has("day"):
        values["date"] = str(finding.day(known, wish.one("day"), _("票决的日期"), known.reports[report].delivered))
    ballot = RecordForm(model=BallotRecord, values=values, asked=("date",))
    comments = (f"# {line}" for line in (_(HOW), *promises.told(candidates, report)))
    return NewText(name=name, text="\n".join([*comments, *form.lines(ballot, known.words), ""]))


def _candidates(known: Knowledge, report: str, found: list[KnownPromise]) -> Iterator[KnownPromise]:
    """The projects that were named, or all of the report whose own files do not tell of their vote."""
    for one in found:
        if not known.is_candidate(one):
            message = _("{name} 的类别是“{kind}”，不由代表票决；只有民生实事候选才有票决")
            raise Refused(message.format(name=one.name, kind=one.record.kind))
        if one.report != report:
            raise Refused(_("{name} 是另一份报告的；一份报告一个文件").format(name=one.name))
        if one.record.vote is not None:
            raise Refused(_("{name} 的票决已经写在它自己的文件里").format(name=one.name))
    open_ones = [one for one in known.of(report) if known.is_candidate(one) and one.record.vote is None]
    if not found and not open_ones:
        raise Refused(_("报告 {key} 没有还缺票决的民生实事候选").format(key=report))
    yield from found or open_ones


def _projects(candidates: list[KnownPromise]) -> FormRows:
    rows = [(one.record.title, {"commitment": one.id}) for one in candidates]
    return FormRows(model=ProjectVoteRecord, rows=rows, asked=COUNTS)
