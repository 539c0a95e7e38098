"""The published data sets: what each holds, how many rows a report has in it, and its tables for spreadsheets."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.changes import RecordChanges
from disclosure.translation import mark as N_

Count = Callable[[Catalog, Report], int]


def _none(_catalog: Catalog, _report: Report) -> int:
    return 0


class TableSet(Struct, frozen=True):
    """A CSV file: its name, title, what a row is, and how many rows a report has; ``own`` counts what no report has."""

    name: str
    title: str
    row: str
    count: Count = _none


class Dataset(Struct, frozen=True):
    """One JSON file and the CSV files beside it."""

    name: str
    title: str
    about: str
    tables: tuple[TableSet, ...]


def _commitments(_catalog: Catalog, report: Report) -> int:
    return len(report.register.commitments)


def _departments(_catalog: Catalog, report: Report) -> int:
    return len({term.id for one in report.responsibility.values() for term in one.departments})


def edits(changes: RecordChanges) -> int:
    """A row for each field, and one for a record that is new or gone."""
    return sum(max(1, len(one.edits)) for one in changes.all)


REPORT = Dataset(
    "report",
    N_("报告全文"),
    N_("报告的全部文字，分段，附小节、注释和存档原文的校验值"),
    (TableSet("report", N_("段落"), N_("一段一行"), lambda _catalog, report: len(report.text.passages)),),
)
SETS = (
    Dataset(
        "reports",
        N_("报告"),
        N_("每份报告：会议、报告人、日期、公开信息、存档原文，各部分和小节，各段文字"),
        (
            TableSet("reports", N_("报告"), N_("一份报告一行"), lambda _catalog, _report: 1),
            TableSet(
                "sections", N_("小节"), N_("一个部分或小节一行"), lambda _catalog, report: len(report.text.headings)
            ),
            TableSet("paragraphs", N_("段落"), N_("一段一行"), lambda _catalog, report: len(report.text.passages)),
        ),
    ),
    Dataset(
        "commitments",
        N_("承诺"),
        N_("报告的每条承诺：原文、位置、类别、强度、目标、期限"),
        (
            TableSet("commitments", N_("承诺"), N_("一条承诺一行"), _commitments),
            TableSet(
                "targets",
                N_("目标"),
                N_("一个目标一行"),
                lambda _catalog, report: sum(len(c.targets) for c in report.register.commitments),
            ),
            TableSet("tasks", N_("任务分解"), N_("一项任务一行，按官方任务分解表的栏目"), _commitments),
        ),
    ),
    Dataset(
        "results",
        N_("成果和不足"),
        N_("报告所说的上年成果和不足：原文、位置、类别、数字、由它引出的承诺"),
        (
            TableSet(
                "results", N_("成果和不足"), N_("一项成果一行"), lambda _catalog, report: len(report.register.results)
            ),
            TableSet(
                "figures",
                N_("成果数字"),
                N_("一个数字一行"),
                lambda _catalog, report: sum(len(r.figures) for r in report.register.results),
            ),
        ),
    ),
    Dataset(
        "indicators",
        N_("指标"),
        N_("连年可比的指标：实际值、目标和推算值"),
        (TableSet("indicators", N_("指标的值"), N_("一个值一行")),),
    ),
    Dataset(
        "entities",
        N_("地方和单位"),
        N_("报告提到的道路、学校、企业等：名称、类别、说明"),
        (TableSet("entities", N_("地方和单位"), N_("一个地方或单位一行")),),
    ),
    Dataset(
        "mentions",
        N_("提到的地方和单位"),
        N_("道路、学校、企业等在报告正文里的每一处"),
        (
            TableSet(
                "mentions",
                N_("提到的地方和单位"),
                N_("一处提到一行"),
                lambda _catalog, report: sum(map(len, report.mentions.passages.values())),
            ),
        ),
    ),
    Dataset(
        "updates",
        N_("跟踪更新"),
        N_("报告作出以后公开的进展：日期、涉及的承诺、状态、实际值、证据"),
        (TableSet("updates", N_("跟踪更新"), N_("一条更新一行"), lambda _catalog, report: len(report.updates)),),
    ),
    Dataset(
        "responsibilities",
        N_("责任分工"),
        N_("谁从哪一天起负责哪条承诺：牵头、配合、责任领导、计划时限，依据的文件；换过的都在"),
        (
            TableSet(
                "responsibilities",
                N_("责任分工"),
                N_("一份文件说一条承诺的一行"),
                lambda _catalog, report: sum(len(one.history) for one in report.responsibility.values()),
            ),
        ),
    ),
    Dataset(
        "departments",
        N_("责任单位"),
        N_("每个单位牵头、配合哪些承诺，牵头的后来怎样"),
        (TableSet("departments", N_("责任单位"), N_("一个单位在一份报告里的一行"), _departments),),
    ),
    Dataset(
        "adjustments",
        N_("目标和时限的调整"),
        N_("目标或时限的每一次调整：原来的、调整为的、谁决定、几票、依据的文件；没有同意的也在"),
        (
            TableSet(
                "adjustments",
                N_("目标和时限的调整"),
                N_("一次调整一行"),
                lambda _catalog, report: sum(len(one.adjustments) for one in report.follow.values()),
            ),
        ),
    ),
    Dataset(
        "documents",
        N_("待公开的文件"),
        N_("哪些文件公开以后可能说明承诺的结果：谁掌握、应在何时公开、可能说明哪些承诺"),
        (
            TableSet(
                "documents", N_("待公开的文件"), N_("一份文件一行"), lambda _catalog, report: len(report.documents)
            ),
        ),
    ),
    Dataset(
        "requests",
        N_("公开申请"),
        N_("向机关提出的政府信息公开申请：要什么、哪天寄出、期限、答复"),
        (TableSet("requests", N_("公开申请"), N_("一份申请一行"), lambda _catalog, report: len(report.own_requests)),),
    ),
    Dataset(
        "coverage",
        N_("逐句对照"),
        N_("报告的每个数字和每个语句由哪条记录收录，或为什么免列"),
        (
            TableSet(
                "coverage-figures",
                N_("逐个数字"),
                N_("一个数字一行"),
                lambda _catalog, report: len(report.accounts.figures),
            ),
            TableSet(
                "coverage-clauses",
                N_("逐个语句"),
                N_("一个语句一行"),
                lambda _catalog, report: len(report.accounts.clauses),
            ),
        ),
    ),
    Dataset(
        "glossary",
        N_("名词解释"),
        N_("报告注释里解释的名词"),
        (TableSet("glossary", N_("名词解释"), N_("一个名词一行"), lambda _catalog, report: len(report.text.notes)),),
    ),
    Dataset(
        "digests",
        N_("摘要"),
        N_("编者为整份报告和各个小节写的摘要，不是报告的话，附依据"),
        (TableSet("digests", N_("摘要"), N_("一条摘要一行"), lambda _catalog, report: len(report.digests)),),
    ),
    Dataset(
        "changes",
        N_("改动记录"),
        N_("本站的记录哪一天改了什么：字段、原来、现在、一同发布的更正；从公开的提交历史逐项比对得出"),
        (
            TableSet(
                "changes", N_("改动记录"), N_("一个字段的一次改动一行"), lambda _catalog, report: edits(report.changes)
            ),
        ),
    ),
    Dataset(
        "outcome-changes",
        N_("结论的变化"),
        N_("每条承诺的结论哪一天从什么变成什么：按现在的规则，从当天在案的记录得出"),
        (
            TableSet(
                "outcome-changes",
                N_("结论的变化"),
                N_("一次变化一行"),
                lambda _catalog, report: len(report.changes.outcomes),
            ),
        ),
    ),
)


class Counts(Struct, frozen=True):
    """How many rows a report has in each table."""

    report: str
    rows: tuple[tuple[str, int], ...]


def counts(catalog: Catalog, report: Report) -> Counts:
    """What the site-wide index of the data needs of a report."""
    tables = [table for one in (REPORT, *SETS) for table in one.tables]
    return Counts(report.key, tuple((table.name, table.count(catalog, report)) for table in tables))


def own(catalog: Catalog) -> Counts:
    """The rows that no report has alone: of indicators, of entities, of records that are no report's."""
    values = sum(len(one.observations) + len(one.targets) for one in catalog.indicators)
    return Counts(
        "", (("indicators", values), ("entities", len(catalog.entities)), ("changes", edits(catalog.changes)))
    )


def total(all_counts: Sequence[Counts], name: str) -> int:
    """The rows of a table over all reports."""
    return sum(number for one in all_counts for table, number in one.rows if table == name)


def published(all_counts: Sequence[Counts]) -> tuple[Dataset, ...]:
    """The sets that hold a row, each with its tables that do: an empty file is worth nothing."""
    rows = {table.name for one in SETS for table in one.tables if total(all_counts, table.name)}
    held = (replace(one, tables=tuple(table for table in one.tables if table.name in rows)) for one in SETS)
    return tuple(one for one in held if one.tables)
