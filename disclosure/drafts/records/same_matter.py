"""Promises of a report on the same matter: a project that is put to the vote, and the task that says it too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from disclosure.drafts.records import links
from disclosure.drafts.records.known import ReportKnowledge
from disclosure.drafts.records.made import DraftRecord
from disclosure.model import vocabulary
from disclosure.translation import gettext as _


def linked(known: ReportKnowledge, made: Sequence[DraftRecord]) -> Iterator[DraftRecord]:
    """The projects that are put to the vote with the task that is the same matter, if the report has one."""
    livelihood = known.label(vocabulary.KINDS, "livelihood")
    tasks = [(one.name, one.values["quote"]) for one in made if one.kind == "commitment" and not _is(one, livelihood)]
    tasks += [(one.id, one.quote) for one in known.report.register.commitments if one.kind.id != "livelihood"]
    for one in made:
        link = links.same_matter(one.values["quote"], tasks, known.weights) if _is(one, livelihood) else None
        if link is None:
            yield one
        elif link.unsure:
            told = _("可能和 {name} 是同一件事：是的话写 same_matter").format(name=link.name)
            yield replace(one, doubts=(*one.doubts, told))
        else:
            yield replace(one, values={**one.values, "same_matter": [link.name]})


def _is(one: DraftRecord, label: str) -> bool:
    return one.kind == "commitment" and one.values["kind"] == label
