"""What people ask of the promises, as views of the database: a name, what it answers, and the query."""

from __future__ import annotations

from msgspec import Struct

from disclosure.translation import mark as N_


class View(Struct, frozen=True, kw_only=True):
    name: str
    title: str
    about: str
    query: str


VIEWS: tuple[View, ...] = (
    View(
        name="missed",
        title=N_("没有兑现的"),
        about=N_("计作没有兑现的承诺，附目标、实际值和牵头单位"),
        query="""
        SELECT c.report, c.id, c.title, c.outcome_label, c.outcome_note, c.target_written, c.observed, c.deadline,
               c.lead_label, c.url
        FROM commitments AS c WHERE c.outcome_counts = 'missed' ORDER BY c.report DESC, c.id
        """,
    ),
    View(
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
    View(
        name="by_department",
        title=N_("按责任单位"),
        about=N_("每个单位牵头（lead）和配合（supporting）的承诺，一个单位的一条承诺一行"),
        query="""
        SELECT c.lead_label AS department, 'lead' AS role, c.report, c.id, c.title, c.deadline, c.outcome_label,
               c.outcome_counts, c.url
        FROM commitments AS c WHERE c.lead_label IS NOT NULL
        UNION ALL
        SELECT d.department_label, 'supporting', c.report, c.id, c.title, c.deadline, c.outcome_label,
               c.outcome_counts, c.url
        FROM commitments_supporting AS s
        JOIN commitments AS c ON c.report = s.report AND c.id = s.id
        JOIN departments AS d ON d.report = s.to_report AND d.department = s.to_department
        ORDER BY department, role, report DESC, id
        """,
    ),
    View(
        name="targets_and_values",
        title=N_("目标和实际值"),
        about=N_("写了目标的承诺：目标、实际值、对照结果；数值相减就是差多少"),
        query="""
        SELECT c.report, c.id, c.title, c.target_written, c.target_value, c.target_unit, c.observed, c.observed_value,
               c.observed_until, c.target_verdicts, c.outcome_label, c.url
        FROM commitments AS c WHERE c.target_written <> '[]' ORDER BY c.report DESC, c.id
        """,
    ),
    View(
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
