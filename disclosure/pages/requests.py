"""Requests for disclosure: the list of all, exceptions first, and a page for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from disclosure.catalog import address, data_folder
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.evidence import Evidence, evidence
from disclosure.catalog.requests import WORKING_DAYS, DisclosureRequest, RequestState, RequestWord
from disclosure.grouping import grouped
from disclosure.pages import status
from disclosure.pages.asked import AskedPart
from disclosure.pages.document import Document, labelled, words_of
from disclosure.pages.page import Link, Page, article_meta, chinese_date, column, home_crumb, iso, minute
from disclosure.pages.status import EvidenceView
from disclosure.pages.timeline import Entry
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

HEADINGS: Mapping[RequestState, str] = {
    RequestState.OVERDUE: N_("逾期未答复"),
    RequestState.REFUSED: N_("不予公开、不予处理"),
    RequestState.WITHOUT: N_("答复了，没有得到信息"),
    RequestState.OPEN: N_("等待答复"),
    RequestState.ANSWERED: N_("答复了，得到信息"),
}
# Where one may complain, and what the list says of it
EXCEPTIONS = (RequestState.OVERDUE, RequestState.REFUSED)


class RequestLine(Struct, frozen=True, kw_only=True):
    """A request in the list. ``wanted`` are the documents and promises it names."""

    link: Link
    word: RequestWord
    holder: str
    sent: str
    wanted: tuple[Link, ...]


class RequestsView(Struct, frozen=True, kw_only=True):
    """The requests by where they stand: id, heading and lines; what is to be known of the terms, and by which notices
    the working days are counted; the data."""

    words: str
    groups: tuple[tuple[str, str, tuple[RequestLine, ...]], ...]
    rule: str
    notices: tuple[EvidenceView, ...]
    data: Link


class RequestView(Struct, frozen=True, kw_only=True):
    """One request. ``facts`` are label and value, ``doubts`` say why its term is provisional."""

    word: RequestWord
    facts: tuple[tuple[str, str], ...]
    asks: str
    doubts: tuple[str, ...]
    remedy: str
    html: str
    timeline: tuple[Entry, ...]
    wanted: tuple[Link, ...]
    about: tuple[Link, ...]


def page(catalog: Catalog, parts: Iterable[AskedPart]) -> Page:
    wanted = _by_request(parts)
    found = grouped((one.state, _line(one, wanted.get(one.id, []))) for one in catalog.requests)
    words = _("共{n}份").format(n=len(catalog.requests))
    counts = [_("{heading}{n}份").format(heading=_(HEADINGS[state]), n=len(lines)) for state, lines in found.items()]
    return column(
        catalog,
        kind="requests",
        address=address.REQUESTS,
        title=_("公开申请"),
        description=_("向机关提出的政府信息公开申请：要什么、期限、答复"),
        view=RequestsView(
            words=_("{words}：{counts}。").format(words=words, counts=_("，").join(counts)),
            groups=tuple((state.value, _(HEADINGS[state]), tuple(lines)) for state, lines in found.items()),
            rule=_rule(),
            notices=tuple(status.evidence(one) for one in _notices(catalog)),
            data=Link(_("公开申请数据（JSON）"), data_folder.of_site(catalog, address.data("requests"))),
        ),
        anchors=frozenset(state.value for state in found),
    )


def pages(catalog: Catalog, parts: Iterable[AskedPart]) -> Iterator[Page]:
    wanted = _by_request(parts)
    every = Link(_("公开申请"), address.REQUESTS)
    for one in catalog.requests:
        here = address.request(one.id)
        yield Page(
            kind="request",
            record=f"requests/{one.id}",
            address=here,
            title=one.title,
            description=_("{day}向{holder}提出的公开申请：{title}").format(
                day=iso(one.sent), holder=one.holder, title=one.title
            ),
            view=_view(one, wanted.get(one.id, [])),
            meta=article_meta(one.title, one.published, catalog.site.title),
            crumbs=(home_crumb(), every, Link(one.title, here, True)),
            anchors=frozenset(one.rendered.ids),
            published=minute(one.published),
            updated=iso(catalog.updated(one.path)),
            source=one.path,
        )


def documents(page: Page) -> Iterator[Document]:
    """The request with what it asks and what was answered."""
    view: RequestView = page.view
    course = (part for one in view.timeline for part in (one.what, *one.notes, *map(status.words, one.evidence)))
    facts = labelled(view.facts)
    said = (view.asks, words_of(view.html), view.word.label, view.word.note, *facts, *view.doubts, view.remedy, *course)
    text = " ".join(filter(None, said))
    yield Document(kind="request", address=page.address, title=page.title, text=text, place=_("公开申请"))


def _by_request(parts: Iterable[AskedPart]) -> dict[str, list[AskedPart]]:
    return grouped((part.request, part) for part in parts)


def _wanted(parts: Iterable[AskedPart]) -> tuple[Link, ...]:
    return tuple(link for part in parts for link in (*part.documents, *part.commitments))


def _line(one: DisclosureRequest, parts: list[AskedPart]) -> RequestLine:
    return RequestLine(
        link=Link(one.title, address.request(one.id)),
        word=one.word,
        holder=one.holder,
        sent=iso(one.sent),
        wanted=_wanted(parts),
    )


def _notices(catalog: Catalog) -> Iterator[Evidence]:
    """What each year's holidays and working days are taken from."""
    for one in sorted(catalog.raw.calendars, key=lambda each: each.value.year):
        yield evidence(one.value.source, catalog.words, {})


def _rule() -> str:
    return _(
        "期限按《政府信息公开条例》第三十三条：机关收到申请以后{n}个工作日，收到的当天不算，"
        "放假调休按国务院办公厅每年的安排；告知延长的，最多再加{n}个工作日。"
    ).format(n=WORKING_DAYS)


def _view(one: DisclosureRequest, parts: list[AskedPart]) -> RequestView:
    return RequestView(
        word=one.word,
        facts=tuple(_facts(one)),
        asks=one.meta.asks,
        doubts=one.deadline.doubts if one.answer is None else (),
        remedy=_remedy() if one.state in EXCEPTIONS else "",
        html=one.html,
        timeline=tuple(_entries(one)),
        wanted=_wanted(parts),
        about=tuple(link for part in parts for link in part.about),
    )


def _remedy() -> str:
    return _(
        "申请人认为机关侵犯其合法权益的，可以向上一级行政机关或者政府信息公开工作主管部门投诉、举报，"
        "也可以依法申请行政复议或者提起行政诉讼（《政府信息公开条例》第五十一条）。"
    )


def _facts(one: DisclosureRequest) -> Iterator[tuple[str, str]]:
    meta, due = one.meta, one.deadline
    yield _("向谁申请"), one.holder
    yield _("怎样提交"), meta.channel
    if meta.receipt:
        yield _("回执"), meta.receipt
    yield _("寄出"), chinese_date(one.sent)
    yield _("机关收到"), chinese_date(meta.received) if meta.received else _("不知道")
    yield _("答复期限"), _due(one)
    if due.because:
        yield _("期限为什么不同"), due.because
    if one.answer is not None:
        yield _("答复"), _("{day}，{label}").format(day=chinese_date(one.answer.day), label=one.answer.result.label)
        if one.answer.number:
            yield _("文号"), one.answer.number
        if one.answer.reason:
            yield _("机关说的理由"), one.answer.reason


def _due(one: DisclosureRequest) -> str:
    meta, due = one.meta, one.deadline
    if due.because:
        return _("{day}（按工作日算是{first}）").format(day=chinese_date(due.day), first=chinese_date(due.first))
    if meta.extended is not None:
        return _("{day}（原来是{first}，延长{n}个工作日）").format(
            day=chinese_date(due.day), first=chinese_date(due.first), n=meta.extended.days
        )
    words = _("{day}（暂算：{since}以后第{n}个工作日）") if due.doubts else _("{day}（{since}以后第{n}个工作日）")
    return words.format(day=chinese_date(due.day), since=iso(due.since), n=WORKING_DAYS)


def _entries(one: DisclosureRequest) -> Iterator[Entry]:
    meta = one.meta
    yield Entry(day=iso(one.sent), what=_("寄出申请"))
    if meta.received:
        yield Entry(day=iso(meta.received), what=_("机关收到，从第二天起算"))
    if meta.extended:
        reason = (_("理由：{reason}").format(reason=meta.extended.reason),) if meta.extended.reason else ()
        what = _("机关告知延长{n}个工作日").format(n=meta.extended.days)
        evidence_of = tuple(status.evidence(each) for each in one.notices)
        yield Entry(day=iso(meta.extended.date), what=what, notes=reason, evidence=evidence_of)
    if one.answer is not None:
        yield Entry(
            day=iso(one.answer.day),
            what=_("答复：{label}").format(label=one.answer.result.label),
            notes=tuple(filter(None, [one.answer.says])),
            evidence=tuple(status.evidence(each) for each in one.answer.evidence),
        )
    else:
        yield Entry(day=iso(one.deadline.day), what=_("答复期限"), notes=one.deadline.doubts)
