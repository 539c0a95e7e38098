"""Nothing of the report is left out, and no exemption stands without need."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure import coverage
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.claims import of_exemption
from disclosure.catalog.entries import Exemption
from disclosure.coverage import Claim
from disclosure.model.text import Span
from disclosure.problem import Place, Problem
from disclosure.translation import gettext as _


def check_figures(catalog: Catalog) -> Iterator[Problem]:
    """uncovered-figure: 报告里的每个数字都归入一条记录，或写明免列的理由。"""
    for report in catalog.reports:
        for figure in report.accounts.figures:
            if figure.kind == "uncovered" and figure.span.passage not in report.broken:
                message = _("{passage} 的数字“{text}”没有归入任何记录").format(
                    passage=figure.span.passage, text=figure.text
                )
                hint = _("写进一条记录的 written（照录全部限定词），或在 exemptions.yml 写明理由")
                yield Problem(_place(report, figure.span), "uncovered-figure", message, hint)


def check_clauses(catalog: Catalog) -> Iterator[Problem]:
    """uncovered-clause: 报告里的每个语句都归入一条记录，或写明免列的理由。"""
    for report in catalog.reports:
        for clause in report.accounts.clauses:
            if clause.missing and clause.span.passage not in report.broken:
                message = _("{passage} 的语句“{text}”没有归入任何记录").format(
                    passage=clause.span.passage, text=clause.text
                )
                if clause.records:
                    message = _("{passage} 的语句“{text}”只有一部分归入 {ids}，还差 {n} 个字").format(
                        passage=clause.span.passage, text=clause.text, ids="、".join(clause.records), n=clause.missing
                    )
                hint = _("由一条记录的引文覆盖它，或在 exemptions.yml 写明理由；承诺和成果不能免列")
                yield Problem(_place(report, clause.span), "uncovered-clause", message, hint)


def check_exemptions(catalog: Catalog) -> Iterator[Problem]:
    """needless-exemption: 免列的数字或语句确实没有归入记录，否则删去这条免列。"""
    for report in catalog.reports:
        claims = coverage.by_passage(report.accounts.claims)
        for exemption in report.register.exemptions:
            if exemption.span.passage not in report.broken and not _is_needed(
                report, exemption, claims[exemption.span.passage]
            ):
                message = _("免列“{quote}”已经不需要").format(quote=exemption.quote[:20])
                hint = _("它已归入记录或另一条免列，删去这条")
                yield Problem(exemption.located.place("quote"), "needless-exemption", message, hint)


def _place(report: Report, span: Span) -> Place:
    return report.place(report.by_id[span.passage], span.start)


def _is_needed(report: Report, exemption: Exemption, claims: list[Claim]) -> bool:
    """Whether anything would be uncovered without it; ``claims`` are those of its paragraph."""
    others = list(claims)
    others.remove(of_exemption(exemption))
    return coverage.leaves_open(report.by_id[exemption.span.passage], others, exemption.span)
