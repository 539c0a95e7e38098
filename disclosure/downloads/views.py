"""What people ask of the promises, as views of the database: a name, what it answers, and the query."""

from __future__ import annotations

from msgspec import Struct

from disclosure.translation import mark as N_


class NamedQuery(Struct, frozen=True, kw_only=True):
    name: str
    title: str
    about: str
    query: str


VIEWS: tuple[NamedQuery, ...] = (
    NamedQuery(
        name="missed",
        title=N_("没有兑现的"),
        about=N_("计作没有兑现的承诺，附目标、实际值和牵头单位"),
        query="""
        SELECT c.report, c.id, c.title, c.outcome_label, c.outcome_note, c.target_written, c.observed, c.deadline,
               c.lead_label, c.url
        FROM commitments AS c WHERE c.outcome_counts = 'missed' ORDER BY c.report DESC, c.id
        """,
    ),
    NamedQuery(
        name="due_this_year",
        title=N_("今年到期的"),
        about=N_("期限在数据截至日那一年的承诺，近的在前"),
        query="""
        SELECT c.report, c.id, c.title, c.deadline, c.schedule_label, c.outcome_label, c.lead_label, c.url
        FROM commitments AS c
        WHERE substr(c.deadline, 1, 4) = (SELECT substr(value, 1, 4) FROM about_site WHERE name = 'day')
        ORDER BY c.deadline, c.report DESC, c.id
        """,
    ),
    NamedQuery(
        name="by_department",
        title=N_("按责任单位"),
        about=N_("每个单位牵头（lead）和配合（supporting）的承诺，一个单位的一条承诺一行"),
        query="""
        SELECT d.department_label AS department, d.role, c.report, c.id, c.title, c.deadline, c.outcome_label,
               c.outcome_counts, c.url
        FROM commitments_departments AS d JOIN commitments AS c ON c.report = d.report AND c.id = d.commitment
        ORDER BY d.department_label, d.role, c.report DESC, c.id
        """,
    ),
    NamedQuery(
        name="targets_and_values",
        title=N_("目标和实际值"),
        about=N_("每个目标和它的每个实际值，一个值一行；没有实际值的目标也有一行"),
        query="""
        SELECT t.report, t.commitment, t.title, t.id AS target, t.measure, t.written, t.operator_label,
               t.value AS target_value, t.unit, o.until, o.value AS observed_value, o.unit AS observed_unit,
               o.vintage_label, o.basis_label, t.verdict_label, c.outcome_label, c.url
        FROM targets AS t JOIN commitments AS c ON c.report = t.report AND c.id = t.commitment
        LEFT JOIN observations AS o ON o.report = t.report AND o.target = t.id
        ORDER BY t.report DESC, t.commitment, t.id, o.number
        """,
    ),
    NamedQuery(
        name="changes_of_outcomes",
        title=N_("结论怎样变的"),
        about=N_("承诺的结论哪一天从什么变成什么，新的在前"),
        query="""
        SELECT o.date, o.report, o.record, c.title, o.was_label, o.now_label, o.cause_label, o.url
        FROM outcome_changes AS o LEFT JOIN commitments AS c ON c.report || '/' || c.id = o.record
        ORDER BY o.date DESC, o.report DESC, o.record
        """,
    ),
)
