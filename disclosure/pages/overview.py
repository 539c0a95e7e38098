"""A report's overview: what it is, the disclosure header, contents, the archived source."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.evidence import COPIES
from disclosure.model import vocabulary
from disclosure.model.report import Original, Source
from disclosure.model.text import Heading
from disclosure.pages import (
    chain,
    citation,
    claim,
    coverage_picture,
    digest,
    glossary,
    headline,
    outcome_pictures,
    records,
)
from disclosure.pages.chain import ChainView
from disclosure.pages.claim import SpeechView
from disclosure.pages.digest import DigestView
from disclosure.pages.page import Link, Page, article_meta, chinese_date, home_crumb, iso, minute
from disclosure.pages.picture import Picture
from disclosure.translation import gettext as _

NOT_GIVEN = "—"
# Run-in heads of a section that the contents name
HEADS = 12


class Contents(Struct, frozen=True):
    """A part or section with the run-in heads of its first paragraphs, and the way to the rest of many."""

    link: Link
    level: int
    heads: tuple[Link, ...]


class OverviewView(Struct, frozen=True, kw_only=True):
    """``facts`` and ``header`` are label and value; a header value that is not known is a dash. ``provenance`` says
    where the header was read, ``headline`` are the main targets beside last year, ``topics`` the promises by
    topic and outcome."""

    digest: DigestView | None
    facts: tuple[tuple[str, str], ...]
    header: tuple[tuple[str, str], ...]
    provenance: tuple[str, ...]
    headline: ChainView | None
    picture: Picture | None
    coverage: Picture | None
    topics: Picture | None
    contents: tuple[Contents, ...]
    text: Link
    records: tuple[Link, ...]
    source: Link
    source_sha256: str
    original: Link | None
    reading: tuple[str, ...]
    speech: SpeechView
    citation: str
    citation_address: str


def page(catalog: Catalog, report: Report) -> Page:
    meta = report.meta
    here = address.report(report.key)
    return Page(
        kind="overview",
        record=f"reports/{report.key}",
        address=here,
        title=meta.title,
        description=meta.disclosure.summary or meta.title,
        view=_view(catalog, report),
        meta=article_meta(meta.title, meta.published, meta.disclosure.publisher or catalog.site.title),
        crumbs=(home_crumb(), Link(meta.title, here, True)),
        anchors=digest.anchors(digest.digests(report).get("")),
        published=minute(meta.published),
        updated=iso(report.updated),
        source=report.path,
    )


def _view(catalog: Catalog, report: Report) -> OverviewView:
    file = report.meta.source.file
    return OverviewView(
        digest=digest.digests(report).get(""),
        facts=facts(report),
        header=_header(report),
        provenance=tuple(_provenance(catalog, report)),
        headline=chain.headline(catalog, report),
        picture=headline.view(catalog, report),
        coverage=coverage_picture.in_brief(catalog, report),
        topics=outcome_pictures.by_topic(catalog, report),
        contents=tuple(_contents(report, heading) for heading in report.text.headings),
        text=Link(_("阅读全文"), address.text(report.key)),
        records=tuple(_records(report)),
        source=Link(file, address.source(report.key, file), note=_("{n} 字节").format(n=len(report.source.data))),
        source_sha256=report.source.sha256,
        original=_original(report.meta.source.original),
        reading=tuple(_reading(report.meta.source)),
        speech=claim.speech(report),
        citation=citation.report(report),
        citation_address=citation.absolute(catalog.site.address, address.text(report.key)),
    )


def _records(report: Report) -> Iterator[Link]:
    """The ways to what was made of the report."""
    register, key = report.register, report.key
    ways = (
        (_("{year}年承诺").format(year=report.meta.year), address.commitments(key), bool(register.commitments)),
        (_("任务分解表"), address.tasks(key), bool(register.commitments)),
        (_("民生实事候选"), address.projects(key), bool(records.candidates(report))),
        (_("上年成果和不足"), address.results(key), bool(register.results)),
        (_("逐句对照"), address.coverage(key), bool(report.accounts.clauses)),
        (_("名词解释"), glossary.where(report), bool(report.text.notes)),
    )
    return (Link(label, to) for label, to, is_there in ways if is_there)


def facts(report: Report) -> tuple[tuple[str, str], ...]:
    meta, text = report.meta, report.text
    extent = _("{parts}个部分、{sections}个小节、{paragraphs}段，{notes}条注释").format(
        parts=sum(h.level == 1 for h in text.headings),
        sections=sum(h.level == 2 for h in text.headings),
        paragraphs=len(text.paragraphs),
        notes=len(text.notes),
    )
    found = (
        (_("题名"), meta.heading),
        (_("地区"), f"{meta.region}{meta.district}"),
        (_("报告人"), f"{meta.speaker_title} {meta.speaker}".strip()),
        (_("会议"), meta.session),
        (_("报告日期"), chinese_date(meta.delivered)),
        (_("篇幅"), extent),
    )
    return tuple((name, value) for name, value in found if value)


def _header(report: Report) -> tuple[tuple[str, str], ...]:
    given = report.meta.disclosure
    values: tuple[tuple[str, str | date | None], ...] = (
        (_("索引号"), given.index),
        (_("主题分类"), given.category),
        (_("发布机构"), given.publisher),
        (_("生成日期"), given.generated),
        (_("文件编号"), given.number),
        (_("有效性"), given.validity),
        (_("公开范围"), given.scope),
        (_("公开方式"), given.method),
        (_("成文日期"), given.written),
        (_("内容概述"), given.summary),
    )
    return tuple((label, NOT_GIVEN if value is None else str(value)) for label, value in values)


def _provenance(catalog: Catalog, report: Report) -> Iterator[str]:
    """Where the header's values were read, and how far the archive was held against what is published there."""
    given = report.meta.disclosure
    seen = catalog.words.label(vocabulary.SEEN, given.seen) if given.seen else None
    if seen is not None:
        original = _("以上各项在发布机构的原页面上看到。")
        copied = _("以上各项从{seen}读到，没有见到原页面。").format(seen=seen.label)
        yield copied if seen.id in COPIES else original
    if given.excerpt:
        yield _("只读到摘录，没有读到全文。")
    if given.remark:
        yield given.remark


def _original(one: Original | None) -> Link | None:
    return Link(one.file.rpartition("/")[2], address.attachment(one.file), note=one.sha256) if one else None


def _reading(source: Source) -> Iterator[str]:
    """How the archive was read, where lines of it are not the report, or go together."""
    for one in source.left_out:
        words = _("没有收入{n}行（{because}）：{lines}。")
        lines = _("；").join(_("第{number}行 {text}").format(number=n, text=text) for n, text in one.lines.items())
        yield words.format(n=len(one.lines), because=one.because, lines=lines)
    if source.joined:
        yield _("原文里断开的行，接成了段落。")
    if source.notes:
        yield _("注释在原文第{lines}行，标记写作 {mark}。").format(lines=source.notes.lines, mark=source.notes.mark)


def _contents(report: Report, heading: Heading) -> Contents:
    here = address.passage(report.key, heading.id)
    heads = [
        Link(one.text[: one.head], address.passage(report.key, one.id))
        for one in report.text.paragraphs
        if one.section == heading.id and one.head
    ]
    if len(heads) > HEADS:
        heads[HEADS:] = [Link(_("另有{n}段").format(n=len(heads) - HEADS), heads[HEADS].address)]
    return Contents(Link(heading.title, here), heading.level, tuple(heads))
