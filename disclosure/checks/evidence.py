"""Evidence can be looked up, and what was archived is still what it was."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.evidence import COPIES, only_copies
from disclosure.catalog.followup import Update
from disclosure.catalog.resolve.responsibility import named
from disclosure.catalog.words import unknown
from disclosure.checks import web
from disclosure.model import vocabulary
from disclosure.model.commitment import CommitmentRecord
from disclosure.model.evidence import EvidenceRecord
from disclosure.model.vocabulary import Term
from disclosure.problem import Problem
from disclosure.source.register import Located
from disclosure.source.yaml import FieldPath, Written
from disclosure.translation import gettext as _

# The name of what it stands in, its file and its place there
PlacedEvidence = tuple[str, EvidenceRecord, Written, FieldPath]


def every(catalog: Catalog) -> Iterator[PlacedEvidence]:
    """Each piece of evidence as written."""
    for update in catalog.updates:
        for n, one in enumerate(update.meta.evidence):
            yield update.id, one, update.head, ("evidence", n)
    yield from _of_lists(catalog)
    for _report, commitment in catalog.commitments:
        for where, one in _sources(commitment.located):
            yield commitment.id, one, *_at(commitment.located, *where)
    for assigned in catalog.raw.responsibilities:
        yield named(assigned), assigned.value.source, *_at(assigned, "source")
    for ballot in catalog.raw.ballots:
        yield _("票决"), ballot.value.source, *_at(ballot, "source")
    yield from _of_requests(catalog)
    for document in catalog.raw.documents:
        if document.value.found:
            yield document.value.id, document.value.found, *_at(document, "found")
    for year in catalog.raw.calendars:
        yield year.stem, year.value.source, *_at(year, "source")


def _at(located: Located[Any], *where: str | int) -> tuple[Written, FieldPath]:
    return located.stands(*where)


def _of_lists(catalog: Catalog) -> Iterator[PlacedEvidence]:
    for report in catalog.reports:
        for result in report.register.results:
            yield from _of_list(result.id, result.located, "checks")
    for indicator in catalog.raw.indicators:
        yield from _of_list(indicator.value.id, indicator, "observations")
        yield from _of_list(indicator.value.id, indicator, "context")


def _of_list(id: str, located: Located[Any], name: str) -> Iterator[PlacedEvidence]:
    """The evidence of each value in a list of a record."""
    for n, one in enumerate(getattr(located.value, name)):
        for m, each in enumerate(one.evidence):
            yield id, each, *_at(located, name, n, "evidence", m)


def _of_requests(catalog: Catalog) -> Iterator[PlacedEvidence]:
    for request in catalog.requests:
        for field, given in (("extended", request.meta.extended), ("answer", request.meta.answer)):
            for n, one in enumerate(given.evidence if given else ()):
                yield request.id, one, request.head, (field, "evidence", n)


def _sources(located: Located[CommitmentRecord]) -> Iterator[tuple[FieldPath, EvidenceRecord]]:
    record = located.value
    for n, adjustment in enumerate(record.adjustments):
        yield ("adjustments", n, "document"), adjustment.document
    for name in ("official_verdict", "vote", "satisfaction"):
        # What one document says of many promises is asked about once
        if (given := getattr(record, name)) and name not in located.elsewhere:
            yield (name, "source"), given.source


def check_sources(catalog: Catalog) -> Iterator[Problem]:
    """source: 每份证据写明发布者，至少写标题、网址、编号中的一样，读者才能自己去查；或者写本站的段落。"""
    for name, one, written, where in every(catalog):
        if not (one.publisher or one.passage):
            message = _("{id}：证据没有写发布者").format(id=name)
            hint = _("写 publisher；材料就是本站的报告时写 passage，例如 2023/p1-03")
            yield Problem(written.place(*where), "source", message, hint)
        elif not (one.title or one.url or one.locator or one.passage):
            message = _("{id}：证据只写了发布者“{publisher}”").format(id=name, publisher=one.publisher)
            hint = _("写 title、url 或 locator（文章编号、文号）中的至少一样")
            yield Problem(written.place(*where), "source", message, hint)
        for field, day in (("date", one.date), ("retrieved", one.retrieved)):
            if day is not None and day > catalog.today:
                message = _("{id}：{field} {day} 在今天（{today}）之后").format(
                    id=name, field=field, day=day, today=catalog.today
                )
                yield Problem(written.place(*where, field), "source", message, _("写实际的日期"))


def check_addresses(catalog: Catalog) -> Iterator[Problem]:
    """evidence-address: 网址是材料自己的，读者打得开：不是内网、本机、搜索结果或登录页，末尾不带标点。"""
    for name, one, written, where in every(catalog):
        found = web.fault(one.url) if one.url else None
        if found is not None:
            message = _("{id}：{message}").format(id=name, message=found.message)
            yield Problem(written.place(*where, "url"), "evidence-address", message, found.hint, found.notice)


def check_seen(catalog: Catalog) -> Iterator[Problem]:
    """seen: 怎样看到材料，写词表里的词；镜像和转载不作链接。"""
    for name, one, written, where in every(catalog):
        if not one.seen:
            continue
        term = catalog.words.label(vocabulary.SEEN, one.seen)
        if term is None:
            located = Located(value=one, report="", folder="", stem=name, written=written, at=())
            yield unknown(located, name, vocabulary.SEEN, one.seen, (*where, "seen"), catalog.words)
        elif term.id in COPIES and one.url:
            message = _("{id}：{seen}不作链接，这里却写了网址").format(id=name, seen=one.seen)
            hint = _("删去 url；写发布者、标题、编号和日期，读者据此去找原页面")
            yield Problem(written.place(*where, "url"), "seen", message, hint)


def check_copies(catalog: Catalog) -> Iterator[Problem]:
    """copies: 只见到镜像或转载的，把握至多是中，证据状态至多是部分支持。"""
    for update in catalog.updates:
        if not only_copies(update.evidence):
            continue
        for where, name, term, above, most in _limited(update):
            if term is not None and term.id == above:
                message = _("{id}：材料只见到镜像或转载，却写了“{label}”").format(id=update.id, label=term.label)
                hint = _("至多写“{most}”；见到原页面再改").format(most=catalog.words.id(name, most).label)
                yield Problem(update.head.place(*where), "copies", message, hint)


def _limited(update: Update) -> Iterator[tuple[FieldPath, str, Term | None, str, str]]:
    """The words that copies alone cannot carry: where one stands, its vocabulary, and above what most it is."""
    yield ("confidence",), vocabulary.CONFIDENCE, update.confidence, "high", "medium"
    for where, term in ((("evidenced",), update.evidenced), *_of_entries(update)):
        yield where, vocabulary.EVIDENCED, term, "supported", "partly-supported"


def _of_entries(update: Update) -> Iterator[tuple[FieldPath, Term | None]]:
    for entry in update.entries:
        yield (*entry.where, "evidenced"), entry.evidenced


def check_order(catalog: Catalog) -> Iterator[Problem]:
    """evidence-order: 材料先有日期，后被查到；更新发布时，它的证据已经公开；证据不都早于报告。"""
    for name, one, written, where in every(catalog):
        if one.date is not None and one.retrieved is not None and one.retrieved < one.date:
            message = _("{id}：查阅日期 {retrieved} 早于材料日期 {day}").format(
                id=name, retrieved=one.retrieved, day=one.date
            )
            yield Problem(written.place(*where, "retrieved"), "evidence-order", message, _("核对两个日期"))
    for report in catalog.reports:
        yield from (_before(report, update) for update in report.updates if _is_older(report, update))
    for update in catalog.updates:
        for n, one in enumerate(update.meta.evidence):
            published = update.published.date()
            if one.date is not None and published < one.date <= catalog.today:
                message = _("{id}：证据的日期 {day} 在更新发布（{published}）之后").format(
                    id=update.id, day=one.date, published=published
                )
                hint = _("核对两个日期；后来的材料另写一条更新")
                yield Problem(update.head.place("evidence", n, "date"), "evidence-order", message, hint)


def _is_older(report: Report, update: Update) -> bool:
    """Whether all that an update rests on was there before the promise was made."""
    days = [one.day for one in update.evidence]
    return bool(days) and not update.context and all(day is not None and day < report.meta.delivered for day in days)


def _before(report: Report, update: Update) -> Problem:
    message = _("{id}：证据都早于报告日期 {day}").format(id=update.id, day=report.meta.delivered)
    hint = _("核对材料的日期；报告以前的材料，说明不了承诺后来怎样")
    return Problem(update.head.place("evidence"), "evidence-order", message, hint, notice=True)


def check_snapshots(catalog: Catalog) -> Iterator[Problem]:
    """snapshot: 存档文件在 files/ 里，摘要与写明的相同：存档以后没有动过。"""
    for name, one, written, where in every(catalog):
        if not one.snapshot:
            continue
        said = _wrong(one, catalog.archived.get(one.snapshot, ""))
        if said is not None:
            message = _("{id}：{message}").format(id=name, message=said[1])
            yield Problem(written.place(*where, said[0]), "snapshot", message, said[2])


def _wrong(evidence: EvidenceRecord, actual: str) -> tuple[str, str, str] | None:
    """Field, message and hint of what is wrong with a snapshot whose file's digest is ``actual``."""
    if not actual:
        message = _("没有存档文件 {name}").format(name=evidence.snapshot)
        return "snapshot", message, _("把文件放进 content/files/，写相对 content/ 的路径")
    if not evidence.sha256:
        message = _("存档 {name} 没有写摘要").format(name=evidence.snapshot)
        return "snapshot", message, _("加上 sha256: {actual}").format(actual=actual)
    if evidence.sha256 != actual:
        message = _("存档 {name} 的摘要不符：写的是 {written}…，文件是 {actual}…").format(
            name=evidence.snapshot, written=evidence.sha256[:12], actual=actual[:12]
        )
        return (
            "sha256",
            message,
            _("存档以后不能改动：恢复原来的文件（换行也算，Windows 上见 .gitattributes）；确是换了存档，另写一份证据"),
        )
    return None
