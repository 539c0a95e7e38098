"""Requests for disclosure: their days stand in order, they ask for what there is, and an answer says what it must."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from msgspec import Struct

from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.followup import AwaitedDocument
from disclosure.catalog.requests import GRANTED, DisclosureRequest
from disclosure.catalog.words import unknown
from disclosure.model import vocabulary
from disclosure.model.request import RequestMeta
from disclosure.model.vocabulary import KNOWN
from disclosure.problem import Place, Problem
from disclosure.source.register import Located
from disclosure.source.yaml import FieldPath
from disclosure.translation import gettext as _

# An answer that gives less than was asked says why
NEEDS_REASON = ("partly", "refused", "unprocessed")
GIVING_NOTHING = tuple(id for id in KNOWN[vocabulary.ANSWERS] if id not in GRANTED)


class Finding(Struct, frozen=True):
    """What is wrong with a request: the field, what, and what to do."""

    where: FieldPath
    message: str
    hint: str


def check_days(catalog: Catalog) -> Iterator[Problem]:
    """request-date: 寄出、收到、告知延长、答复依次不早于前一个，都不晚于今天；寄出日期等于文件名里的日期。"""
    for one in catalog.requests:
        for place, message, hint in _told(one, _days(one, catalog.today)):
            yield Problem(place, "request-date", message, hint)


def check_terms(catalog: Catalog) -> Iterator[Problem]:
    """request: 申请至少写一份文件或一条承诺；改写期限要写理由；没有全部给的答复写明机关说的理由，用词表里的词。"""
    for one in catalog.requests:
        for place, message, hint in _told(one, _terms(one)):
            yield Problem(place, "request", message, hint)
        yield from _unknown_result(one, catalog)


def _unknown_result(one: DisclosureRequest, catalog: Catalog) -> Iterator[Problem]:
    answer = one.meta.answer
    if answer and catalog.words.label(vocabulary.ANSWERS, answer.result) is None:
        here: Located[RequestMeta] = Located(value=one.meta, report="", folder="", stem=one.id, written=one.head, at=())
        yield unknown(here, one.id, vocabulary.ANSWERS, answer.result, ("answer", "result"), catalog.words)


def check_words(catalog: Catalog) -> Iterator[Problem]:
    """vocabulary: 有公开申请时，词表 answers 里有程序要用的词。"""
    lacking = [id for id in KNOWN[vocabulary.ANSWERS] if catalog.words.word(vocabulary.ANSWERS, id) is None]
    if catalog.requests and lacking:
        message = _("词表 {name} 缺少程序要用的词：{ids}").format(name=vocabulary.ANSWERS, ids="、".join(lacking))
        place = Place(f"content/vocabulary/{vocabulary.ANSWERS}.yml")
        yield Problem(place, "vocabulary", message, _("补上这些编号，名称和说明可以自定"))


def check_references(catalog: Catalog) -> Iterator[Problem]:
    """request-reference: 申请和答复说到的报告、文件、承诺都有，各写一次。"""
    for report in catalog.reports:
        documents = {one.id for one in report.documents}
        known = {one.value.id for one in catalog.raw.commitments}
        for one in report.requests:
            for place, message, hint in _told(one, _unknown(one, report.key, documents, known)):
                yield Problem(place, "request-reference", message, hint)


def check_holders(catalog: Catalog) -> Iterator[Problem]:
    """request-holder: 申请的机关就是登记的掌握这份文件的机关；也可以有意向别的机关申请，所以只提醒。"""
    hint = _("核对机关的名称；有意向这个机关申请就留着")
    for report in catalog.reports:
        for one in report.requests:
            for document in report.documents:
                if f"{report.key}/{document.id}" in one.meta.documents and _went_elsewhere(one, document):
                    message = _("{id}：向{holder}申请，登记的是{other}掌握“{name}”").format(
                        id=one.id, holder=one.holder, other=document.holder, name=document.name
                    )
                    yield Problem(one.head.place("holder"), "request-holder", message, hint, notice=True)


def _went_elsewhere(one: DisclosureRequest, document: AwaitedDocument) -> bool:
    """Whether it was sent to another body than holds the document, and that is not yet answered with as much."""
    is_told = one.answer is not None and one.answer.result.id == "not-theirs"
    return document.located.value.way != "none" and document.holder != one.holder and not is_told


def check_reports(requests: Iterable[DisclosureRequest], there: Collection[str]) -> Iterator[Problem]:
    """Requests that name a report which is not there."""
    keys = _("写作 报告/编号，报告有：{keys}").format(keys="、".join(sorted(there)))
    for one in requests:
        found = (
            Finding(where, _("没有报告 {key}").format(key=key), keys)
            if id
            else Finding(where, _("{key} 前面没有写报告").format(key=key), keys)
            for where, key, id in _names(one)
            if key not in there
        )
        for place, message, told in _told(one, found):
            yield Problem(place, "request-reference", message, told)


def check_follow_up(catalog: Catalog) -> Iterator[Problem]:
    """answer-update: 答复说到的承诺，有一条答复以后的跟踪更新写明状态。"""
    for report in catalog.reports:
        for one in report.requests:
            for n, id in _silent(report, one):
                message = _("{id}：答复说到 {commitment}，还没有写跟踪更新").format(id=one.id, commitment=id)
                hint = _("把答复写成一条更新：证据状态、实际值，证据里写这份答复")
                place = one.head.place("answer", "about", n)
                yield Problem(place, "answer-update", message, hint, notice=True)


def _silent(report: Report, one: DisclosureRequest) -> Iterator[tuple[int, str]]:
    """The promises that the answer speaks of, and of which no update was recorded since; each with its number."""
    if one.answer is None or one.answer.result.id not in GRANTED:
        return
    for n, name in enumerate(one.answer.about):
        key, _slash, id = name.partition("/")
        became = report.follow.get(id) if key == report.key else None
        if became and not any(update.recorded >= one.answer.day for update in became.updates):
            yield n, id


def _told(one: DisclosureRequest, found: Iterable[Finding]) -> Iterator[tuple[Place, str, str]]:
    """Place, message and hint of each finding; the request is named before it."""
    for each in found:
        yield one.head.place(*each.where), _("{id}：{message}").format(id=one.id, message=each.message), each.hint


def _days(one: DisclosureRequest, today: date) -> Iterator[Finding]:
    if not one.id.startswith(one.sent.isoformat()):
        yield Finding(("date",), _("寄出日期 {day} 与文件名不同").format(day=one.sent), _("改日期，或改文件名"))
    if one.sent > one.published.date():
        message = _("寄出日期 {day} 晚于发布时间").format(day=one.sent)
        yield Finding(("date",), message, _("寄出以后再登记"))
    before, label = one.sent, _("寄出")
    for where, name, given in _course(one.meta):
        if given < before:
            message = _("{name}的日期 {day} 早于{label}的日期 {before}").format(
                name=name, day=given, label=label, before=before
            )
            yield Finding(where, message, _("照回执、告知书和答复书核对日期"))
        elif given > today:
            message = _("{name}的日期 {day} 在今天（{today}）之后").format(name=name, day=given, today=today)
            yield Finding(where, message, _("写实际的日期"))
        before, label = max(before, given), name


def _course(meta: RequestMeta) -> Iterator[tuple[FieldPath, str, date]]:
    """What happened, in the order in which it can: field, name, day."""
    yield ("date",), _("寄出"), meta.date
    if meta.received:
        yield ("received",), _("收到"), meta.received
    if meta.extended:
        yield ("extended", "date"), _("告知延长"), meta.extended.date
    if meta.answer:
        yield ("answer", "date"), _("答复"), meta.answer.date


def _terms(one: DisclosureRequest) -> Iterator[Finding]:
    meta, answer = one.meta, one.answer
    if not meta.documents and not meta.commitments:
        hint = _("documents 写要的文件（2022/work-report-2023），commitments 写问的承诺（2022/c016）")
        yield Finding((), _("没有写要哪份文件、问哪条承诺"), hint)
    if meta.due and not meta.because:
        hint = _("期限由程序按工作日算出；机关另有告知时，写明依据")
        yield Finding(("due",), _("改写了期限 {day}，没有写 because").format(day=meta.due), hint)
    if meta.because and not meta.due:
        yield Finding(("because",), _("写了 because，没有写 due"), _("删去，或写机关告知的期限"))
    if meta.due and meta.due < one.deadline.since:
        yield Finding(("due",), _("期限 {day} 早于收到的日期").format(day=meta.due), _("核对两个日期"))
    if answer and answer.result.id in NEEDS_REASON and not answer.reason:
        message = _("答复结果是“{label}”，没有写理由").format(label=answer.result.label)
        yield Finding(("answer", "result"), message, _("在 reason 里照录机关说的理由；没有说理由就写“没有说明理由”"))
    if answer and answer.about and answer.result.id in GIVING_NOTHING:
        message = _("答复结果是“{label}”，却写了说到的承诺").format(label=answer.result.label)
        yield Finding(("answer", "about"), message, _("没有给信息的答复什么也没有说到；删去 about"))


def _names(one: DisclosureRequest) -> Iterator[tuple[FieldPath, str, str]]:
    """Field, report and id of all that it names."""
    meta = one.meta
    lists: tuple[tuple[FieldPath, list[str]], ...] = (
        (("documents",), meta.documents),
        (("commitments",), meta.commitments),
        (("answer", "about"), meta.answer.about if meta.answer else []),
    )
    for where, names in lists:
        for n, name in enumerate(names):
            key, _slash, id = name.partition("/")
            yield (*where, n), key, id


def _unknown(
    one: DisclosureRequest, report: str, documents: Collection[str], known: Collection[str]
) -> Iterator[Finding]:
    seen = set()
    for where, key, id in _names(one):
        if key != report:
            continue
        if (where[:-1], id) in seen:
            yield Finding(where, _("{key}/{id} 写了两次").format(key=key, id=id), _("删去一处"))
        seen.add((where[:-1], id))
        if where[0] == "documents" and id not in documents:
            hint = _("写 reports/{key}/documents.yml 里的编号：{ids}").format(
                key=key, ids="、".join(sorted(documents)) or _("（还没有）")
            )
            yield Finding(where, _("没有文件 {key}/{id}").format(key=key, id=id), hint)
        elif where[0] != "documents" and id not in known:
            yield Finding(where, _("没有承诺 {key}/{id}").format(key=key, id=id), _("写现有承诺的编号，例如 2022/c016"))
