"""The page kinds of a report: rows of the registry, in the order in which lists and navigation show them."""

from __future__ import annotations

from disclosure.catalog import address
from disclosure.pages import (
    adjustments,
    awaited,
    commitment,
    commitments,
    coverage,
    gaps,
    makers,
    navigation,
    overview,
    progress,
    projects,
    results,
    section,
    tasks,
    text,
    updates,
)
from disclosure.pages.document import SearchKind
from disclosure.pages.kind import PageKind, SitemapGroup
from disclosure.translation import mark as N_

KINDS: tuple[PageKind, ...] = (
    PageKind(
        id="overview",
        view=overview.OverviewView,
        of_report=makers.one(overview.page),
        sitemap=SitemapGroup.REPORTS,
        nav=navigation.to_newest(N_("报告概览"), address.report),
        search=None,
    ),
    PageKind(
        id="text",
        view=text.TextView,
        of_report=makers.one(text.page),
        sitemap=SitemapGroup.REPORTS,
        nav=navigation.to_newest(N_("报告全文"), address.text),
        search=None,
        mend=True,
    ),
    PageKind(
        id="commitments",
        view=commitments.CommitmentsView,
        of_report=makers.promised(makers.one(commitments.page)),
        sitemap=SitemapGroup.RECORDS,
        nav=navigation.to_newest(N_("承诺"), address.commitments, lambda newest: newest.commitments),
        search=None,
    ),
    PageKind(
        id="commitment",
        view=commitment.CommitmentView,
        of_report=makers.promised(commitment.pages),
        sitemap=None,
        search=SearchKind(id="commitment", label=N_("承诺"), rank=10),
        mend=True,
    ),
    PageKind(
        id="moved",
        view=commitment.MovedView,
        of_report=makers.promised(commitment.superseded),
        sitemap=None,
        search=None,
        unlinked=True,
    ),
    PageKind(
        id="tasks",
        view=tasks.TasksView,
        of_report=makers.promised(makers.one(tasks.page)),
        sitemap=SitemapGroup.RECORDS,
        search=None,
    ),
    PageKind(
        id="adjustments",
        view=adjustments.AdjustmentsView,
        of_report=makers.promised(makers.one(adjustments.page)),
        sitemap=SitemapGroup.RECORDS,
        search=None,
    ),
    PageKind(
        id="projects",
        view=projects.ProjectsView,
        of_report=makers.promised(makers.one(projects.page)),
        sitemap=SitemapGroup.RECORDS,
        search=None,
    ),
    PageKind(
        id="progress",
        view=progress.ProgressView,
        of_report=makers.promised(makers.one(progress.page)),
        sitemap=SitemapGroup.RECORDS,
        nav=navigation.to_newest(N_("后来怎样"), address.progress, lambda newest: newest.commitments),
        search=None,
    ),
    PageKind(
        id="gaps",
        view=gaps.GapsView,
        of_report=makers.one(gaps.page),
        sitemap=SitemapGroup.RECORDS,
        nav=navigation.to_newest(N_("还缺什么"), address.gaps, lambda newest: newest.documents),
        search=None,
    ),
    PageKind(
        id="awaited",
        view=awaited.AwaitedView,
        of_report=awaited.pages,
        sitemap=None,
        search=SearchKind(id="awaited", label=N_("待公开文件"), rank=84, prior=0.7, of_report=awaited.documents),
        mend=True,
    ),
    PageKind(
        id="update",
        view=updates.UpdateView,
        of_report=makers.promised(updates.pages),
        sitemap=None,
        search=SearchKind(id="update", label=N_("跟踪更新"), rank=80, prior=0.9, of_report=updates.documents),
        mend=True,
    ),
    PageKind(
        id="results",
        view=results.ResultsView,
        of_report=makers.where(lambda report: report.register.results, makers.one(results.page)),
        sitemap=SitemapGroup.RECORDS,
        nav=navigation.to_newest(N_("成果"), address.results, lambda newest: newest.results),
        search=SearchKind(id="result", label=N_("成果"), rank=20),
        mend=True,
    ),
    PageKind(
        id="section", view=section.RecordsOfSection, of_report=section.pages, sitemap=SitemapGroup.SECTIONS, search=None
    ),
    PageKind(
        id="coverage",
        view=coverage.CoverageView,
        of_report=makers.where(lambda report: report.accounts.clauses, makers.one(coverage.page)),
        sitemap=SitemapGroup.RECORDS,
        search=None,
    ),
)
