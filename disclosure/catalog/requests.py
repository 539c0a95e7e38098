"""Requests for disclosure, resolved: by when an answer is due, what came of it (docs/domain.md, Requests)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from msgspec import Struct
from msgspec.structs import asdict

from disclosure.catalog import address, content_links
from disclosure.catalog.evidence import Evidence
from disclosure.catalog.evidence import evidence as document
from disclosure.catalog.words import Vocabularies
from disclosure.model import vocabulary
from disclosure.model.calendar import CalendarRecord
from disclosure.model.evidence import EvidenceRecord
from disclosure.model.request import AnswerRecord, RequestMeta
from disclosure.model.vocabulary import Term
from disclosure.schedule.working_days import WorkingCalendar, YearDays
from disclosure.source.articles import Article
from disclosure.source.register import Located
from disclosure.translation import gettext as _

# 《政府信息公开条例》第三十三条
WORKING_DAYS: Final = 20
GRANTED: Final = ("granted", "already-public", "partly")
REFUSED: Final = ("refused", "unprocessed")


class RequestState(StrEnum):
    """Where a request stands, in the order of lists: exceptions first."""

    OVERDUE = "overdue"
    REFUSED = "refused"
    WITHOUT = "without"
    OPEN = "open"
    ANSWERED = "answered"


class RequestWord(Struct, frozen=True, kw_only=True):
    """The state in one word, with the shape and colour of its kind and what stands beside it."""

    id: str
    label: str
    shape: str
    colour: str
    note: str = ""


class AnswerDeadline(Struct, frozen=True, kw_only=True):
    """The day an answer is due. ``doubts`` say why it is provisional: then nobody is called late by it.

    ``first`` is the day before it was extended; ``because`` is set where the body named another day than is counted.
    """

    day: date
    first: date
    since: date
    doubts: tuple[str, ...]
    because: str


class RequestAnswer(Struct, frozen=True, kw_only=True):
    """What the body answered; ``about`` are the promises it speaks of, with their report (``2022/c016``)."""

    day: date
    result: Term
    number: str
    says: str
    reason: str
    about: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class DisclosureRequest(Article[RequestMeta], frozen=True, kw_only=True):
    """A request and what came of it. ``html`` is the narrative, its links led from the request's own address."""

    title: str
    sent: date
    published: datetime
    holder: str
    deadline: AnswerDeadline
    state: RequestState
    word: RequestWord
    answer: RequestAnswer | None
    notices: tuple[Evidence, ...]
    html: str

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports it asks about, in the order it names them."""
        return reports(self.meta)

    def names(self, report: str, commitment: str) -> bool:
        """Whether it asks about this very promise, or its answer speaks of it."""
        about = self.answer.about if self.answer else ()
        return f"{report}/{commitment}" in (*self.meta.commitments, *about)

    def grants(self, report: str, commitment: str) -> bool:
        """Whether its answer gives something that speaks of the promise."""
        return bool(self.answer and self.answer.result.id in GRANTED and f"{report}/{commitment}" in self.answer.about)

    def denies(self, report: str, commitment: str) -> bool:
        """Whether the answer is that nothing exists of what it asked on this very promise."""
        asked = f"{report}/{commitment}" in self.meta.commitments
        return bool(asked and self.answer and self.answer.result.id == "absent")


def reports(meta: RequestMeta) -> tuple[str, ...]:
    about = meta.answer.about if meta.answer else []
    return tuple(dict.fromkeys(one.partition("/")[0] for one in (*meta.documents, *meta.commitments, *about)))


def calendar(records: Iterable[Located[CalendarRecord]]) -> WorkingCalendar:
    """The years on file; of one that is there twice the first counts."""
    years = {
        one.value.year: YearDays(frozenset(one.value.holidays), frozenset(one.value.workdays))
        for one in reversed(list(records))
    }
    return WorkingCalendar(years)


class RequestContext(Struct, frozen=True, kw_only=True):
    """What requests are read with; ``dead`` are the days on which addresses no longer answered."""

    calendar: WorkingCalendar
    words: Vocabularies
    today: date
    dead: Mapping[str, date]


def requests(raw: Iterable[Article[RequestMeta]], context: RequestContext) -> tuple[DisclosureRequest, ...]:
    """Exceptions first, and among equals the newest."""
    newest = sorted((_request(one, context) for one in raw), key=lambda one: one.id, reverse=True)
    order = list(RequestState)
    return tuple(sorted(newest, key=lambda one: order.index(one.state)))


def _request(raw: Article[RequestMeta], context: RequestContext) -> DisclosureRequest:
    meta, due = raw.meta, deadline(raw.meta, context.calendar)
    answer = _answer(meta.answer, context) if meta.answer else None
    state = _state(answer, due, context.today)
    return DisclosureRequest(
        **asdict(raw),
        title=meta.title,
        sent=meta.date,
        published=meta.published,
        holder=meta.holder,
        deadline=due,
        state=state,
        word=_word(state, answer, due, context),
        answer=answer,
        notices=_evidence(meta.extended.evidence if meta.extended else (), context),
        html=content_links.led(raw.rendered.html, raw.name, address.request(raw.id)),
    )


def _answer(record: AnswerRecord, context: RequestContext) -> RequestAnswer:
    # A word that the vocabulary lacks is the checks' affair
    found = context.words.label(vocabulary.ANSWERS, record.result)
    return RequestAnswer(
        day=record.date,
        result=found or Term(record.result, record.result),
        number=record.number or "",
        says=record.says or "",
        reason=record.reason or "",
        about=tuple(record.about),
        evidence=_evidence(record.evidence, context),
    )


def _evidence(records: Iterable[EvidenceRecord], context: RequestContext) -> tuple[Evidence, ...]:
    return tuple(document(one, context.words, context.dead) for one in records)


def deadline(meta: RequestMeta, calendar: WorkingCalendar) -> AnswerDeadline:
    """Twenty working days after the body received it; what is not known of that makes the day provisional."""
    since = meta.received or meta.date
    counted = calendar.after(since, WORKING_DAYS)
    first, undecided = counted.day, counted.undecided
    if meta.due is not None:
        return AnswerDeadline(day=meta.due, first=first, since=since, doubts=(), because=meta.because or "")
    day = first
    if meta.extended is not None:
        longer = calendar.after(first, meta.extended.days)
        day, undecided = longer.day, tuple(dict.fromkeys((*undecided, *longer.undecided)))
    doubts = tuple(_doubts(meta, undecided))
    return AnswerDeadline(day=day, first=first, since=since, doubts=doubts, because="")


def _doubts(meta: RequestMeta, undecided: Iterable[int]) -> Iterator[str]:
    if meta.received is None:
        yield _("不知道机关哪一天收到，按寄出的日子暂算")
    for year in undecided:
        yield _("{year}年的放假安排未定（本站没有登记），这一年只按双休日暂算").format(year=year)


def _state(answer: RequestAnswer | None, due: AnswerDeadline, today: date) -> RequestState:
    if answer is None:
        return RequestState.OVERDUE if today > due.day and not due.doubts else RequestState.OPEN
    if answer.result.id in REFUSED:
        return RequestState.REFUSED
    return RequestState.ANSWERED if answer.result.id in GRANTED else RequestState.WITHOUT


def _word(
    state: RequestState, answer: RequestAnswer | None, due: AnswerDeadline, context: RequestContext
) -> RequestWord:
    if answer is not None:
        return _answered(answer, due, context)
    if state is RequestState.OVERDUE:
        note = _("应在{day}以前答复，已过{n}天").format(day=due.day, n=(context.today - due.day).days)
        return RequestWord(id=state.value, label=_("逾期未答复"), shape="✕", colour="focus", note=note)
    if context.today > due.day:
        note = _("暂算的期限{day}已过，不能断定逾期").format(day=due.day)
        return RequestWord(id=state.value, label=_("等待答复"), shape="○", colour="muted", note=note)
    words = _("期限暂算为{day}") if due.doubts else _("期限{day}")
    return RequestWord(id=state.value, label=_("等待答复"), shape="○", colour="muted", note=words.format(day=due.day))


def _answered(answer: RequestAnswer, due: AnswerDeadline, context: RequestContext) -> RequestWord:
    word = context.words.word(vocabulary.ANSWERS, answer.result.id)
    late = context.calendar.between(due.day, answer.day) if answer.day > due.day and not due.doubts else 0
    said = _("{day}答复").format(day=answer.day)
    return RequestWord(
        id=answer.result.id,
        label=answer.result.label,
        shape=word.shape if word else "○",
        colour=word.colour if word else "muted",
        note=_("{said}，晚了{n}个工作日").format(said=said, n=late) if late else said,
    )
