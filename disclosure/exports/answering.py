"""Who answers for the promises, and what was decided on them, to rows of the published data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.responsibility import Assignment
from disclosure.exports import following
from disclosure.grouping import grouped
from disclosure.model import vocabulary

if TYPE_CHECKING:
    # As in rows.py
    from disclosure.exports.shapes import followup as shapes


def adjustments(report: Report) -> Iterator[shapes.AdjustedRow]:
    """Every decision on a promise, in the order of the report."""
    for one in report.register.commitments:
        for change in report.follow[one.id].adjustments:
            yield {
                "report": report.key,
                "commitment": one.id,
                "title": one.title,
                **following.adjustment(change),
                "url": address.commitment(report.key, one.id),
            }


def responsibilities(report: Report) -> Iterator[shapes.ResponsibilityRow]:
    """What each document says of each promise, in the order of the report, oldest first."""
    for one in report.register.commitments:
        for said in report.responsibility[one.id].history:
            yield {
                "report": report.key,
                "commitment": one.id,
                "title": one.title,
                **assignment(said),
                "url": address.responsibility(report.key, one.id, said.day.isoformat()),
            }


def assignment(said: Assignment) -> shapes.AssignmentRow:
    return {
        "date": said.day.isoformat(),
        "leader": said.leader or None,
        "lead": said.lead.id if said.lead else None,
        "lead_label": said.lead.label if said.lead else None,
        "supporting": [term.id for term in said.supporting],
        "supporting_label": [term.label for term in said.supporting],
        "deadline": following.day(said.planned),
        "ends": list(said.ends),
        "source": following.evidence(said.source),
    }


def departments(catalog: Catalog, report: Report) -> Iterator[shapes.DepartmentRow]:
    """What each department answers for, in the order of the vocabulary."""
    held = report.responsibility.items()
    leading = grouped((one.lead.id, id) for id, one in held if one.lead)
    supporting = grouped((term.id, id) for id, one in held for term in one.supporting)
    order = catalog.words.order(vocabulary.DEPARTMENTS)
    for id in sorted(leading.keys() | supporting.keys(), key=lambda one: order.get(one, len(order))):
        word = catalog.words.word(vocabulary.DEPARTMENTS, id)
        sides = Counter(report.outcomes[one].counts for one in leading.get(id, ()))
        yield {
            "report": report.key,
            "department": id,
            "department_label": catalog.words.id(vocabulary.DEPARTMENTS, id).label,
            "former_names": [one.label for one in word.names] if word else [],
            "lead": leading.get(id, []),
            "supporting": supporting.get(id, []),
            "kept": sides["kept"],
            "missed": sides["missed"],
            "neither": sides["neither"],
            "url": address.department(id),
        }
