"""How to follow what is new: the page that explains it and lists feeds and calendars, and the way to a page's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from msgspec import Struct

from disclosure.catalog import address, beside, due, followed
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.due import DueOnDay
from disclosure.pages import deadlines
from disclosure.pages.document import PAGE, Document, labelled, sentences
from disclosure.pages.once import once_in
from disclosure.pages.page import FeedWay, Link, Page, Subscription, column
from disclosure.pages.picture import Picture
from disclosure.translation import gettext as _


class FollowedReport(Protocol):
    """What is asked of a report's card: ``due`` says whether it has a calendar, ``deadlines`` what is due when,
    ``undated`` how many promises have no day."""

    @property
    def key(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def due(self) -> bool: ...

    @property
    def deadlines(self) -> Sequence[DueOnDay]: ...

    @property
    def undated(self) -> int: ...


class SubscribeView(Struct, frozen=True, kw_only=True):
    """What can be followed, and ``how``; a ``warning`` where the site does not know its own address."""

    why: str
    how: tuple[str, ...]
    forms: str
    parts: str
    due: str
    feeds: tuple[Subscription, ...]
    reports: tuple[Subscription, ...]
    calendars: tuple[Subscription, ...]
    deadlines: Picture | None
    warning: str


def page(catalog: Catalog, reports: Sequence[FollowedReport]) -> Page:
    view = SubscribeView(
        why=_(
            "不用留邮箱，不用注册：订阅是您自己的软件定时来看一个文件是否变了，订了什么只有您自己清楚。想退订，在软件里删掉就行。"
        ),
        how=(
            _("在手机或电脑上装一个“订阅阅读器”（也叫 RSS 阅读器；应用商店里搜“RSS”就有，很多不要钱）。"),
            _("在下面，或在想跟踪的那一页末尾点开“订阅”，复制地址。"),
            _("在阅读器里选“添加订阅”，贴上地址。以后有了新消息，阅读器里就会出现一条，点开能看到内容和出处。"),
        ),
        forms=_(
            "直接点开订阅地址，看到的是给软件读的文字，不是出错。"
            "Atom 和 JSON Feed 是两种格式，内容一样，阅读器认哪个就用哪个。"
        ),
        parts=_parts(catalog),
        due=_(
            "承诺到期、计划完成、文件该发布、申请该答复的日子，都是全天的日程。手机日历里选“添加订阅日历”，贴上地址，"
            "以后会跟着更新；只想放一次，打开文件导入就行。"
        ),
        feeds=tuple(_feeds()),
        reports=()
        if catalog.districts
        else tuple(_subscription(one.title, address.report(one.key)) for one in reports),
        calendars=tuple(_calendars(catalog, reports)),
        deadlines=_deadlines(catalog, reports),
        warning="" if catalog.site.address else _unknown(),
    )
    return column(
        catalog,
        kind="subscribe",
        address=address.SUBSCRIBE,
        title=_("订阅"),
        description=_("不用天天来看：有了新的更新、改动和更正，让阅读器告诉您；承诺到期的日子，放进自己的日历"),
        view=view,
    )


def _of_reports(catalog: Catalog, reports: Sequence[FollowedReport]) -> Iterator[Subscription]:
    """Of many districts each leads to those of its own."""
    for one in () if catalog.districts else reports:
        yield _subscription(one.title, address.report(one.key))


def _parts(catalog: Catalog) -> str:
    if catalog.districts:
        return _(
            "每个区县、每份报告、小节、主题、责任单位、地方和单位，以及有过进展的每条承诺，也都能单独订阅："
            "到那一页的末尾找“订阅”。区县的期限日历在它的首页上。"
        )
    return _("每个小节、主题、责任单位、地方和单位，以及有过进展的每条承诺，也都能单独订阅：到那一页的末尾找“订阅”。")


def _deadlines(catalog: Catalog, reports: Sequence[FollowedReport]) -> Picture | None:
    """Of all reports together, and what was asked for: the days of the whole calendar."""
    return deadlines.view(
        catalog,
        due.added((*(day for one in reports for day in one.deadlines), *due.requested(catalog.requests))),
        page=address.SUBSCRIBE,
        of=_("本站"),
        undated=sum(one.undated for one in reports),
        data=(Link(_("日历（ICS）"), address.CALENDAR),),
    )


def _unknown() -> str:
    return _("订阅源里的链接从订阅源自己的位置算起；个别阅读器点不开，请回到本站查看。")


def _feeds() -> Iterator[Subscription]:
    yield _subscription(_("全部新消息"), address.HOME, _("跟踪更新、记录改动、结论变化和更正"))
    yield _subscription(_("只看结论变化"), address.OUTCOME_CHANGES, _("一条承诺的结论变了，例如从“未到期”到“达成”"))
    yield _subscription(_("只看更正"), address.CORRECTIONS, _("本站发布过的错误和改正"))


def _subscription(label: str, page: str, note: str = "") -> Subscription:
    ways = (
        FeedWay("Atom", beside.feed(page), "application/atom+xml"),
        FeedWay("JSON Feed", beside.json_feed(page), "application/feed+json"),
    )
    return Subscription(label=label, note=note, ways=ways)


def _calendar(label: str, where: str) -> Subscription:
    return Subscription(label=label, note="", ways=(FeedWay(_("日历文件"), where, "text/calendar"),))


def _calendars(catalog: Catalog, reports: Sequence[FollowedReport]) -> Iterator[Subscription]:
    with_calendar = [(one.key, one.title) for one in reports if one.due]
    if with_calendar or catalog.requests:
        yield _calendar(_("全部期限"), address.CALENDAR)
    for key, title in () if catalog.districts else with_calendar:
        yield _calendar(title, address.calendar(key))


def of_page(catalog: Catalog, page: Page) -> Subscription:
    """How to follow a page: by its own feed, or by that of what it belongs to."""
    if page.kind == "updates":
        return _subscription(_("订阅全站的新消息"), address.HOME, _("跟踪更新、记录改动、结论变化和更正都在里面。"))
    if page.kind == "district-updates":
        where = page.crumbs[1]
        label = _("订阅{name}的新消息").format(name=where.label)
        return _subscription(label, where.address, _("跟踪更新、记录改动、结论变化和更正都在里面。"))
    if page.kind == "district":
        return _subscription(_("订阅{name}的新消息").format(name=page.title), page.address)
    if page.kind == "commitment":
        return _of_promise(catalog, catalog.reports[0], page)
    return _subscription(_("订阅全站的新消息") if page.address == address.HOME else _("订阅本页的新消息"), page.address)


def _of_promise(catalog: Catalog, report: Report, page: Page) -> Subscription:
    if page.view.id in with_feed(catalog, report):
        return _subscription(_("订阅这条承诺的新消息"), page.address)
    note = _("这条承诺还没有登记过进展或改动，有了以后才有自己的订阅地址；下面是它所在小节的。")
    return _subscription(_("订阅这条承诺所在小节的新消息"), page.view.section.address, note)


# The promises that have a feed of their own
with_feed = once_in(followed.followed)


def documents(page: Page) -> Iterator[Document]:
    """How to follow, what can be followed, and the days to come."""
    view: SubscribeView = page.view
    feeds = (*labelled((one.label, one.note) for one in view.feeds), *(one.label for one in view.reports), view.parts)
    parts = [("d-how", _("怎样用"), (view.why, *view.how, view.forms, view.warning)), ("d-feeds", _("全站"), feeds)]
    if view.calendars:
        drawn = (view.deadlines.title, view.deadlines.sentence) if view.deadlines else ()
        parts.append(("d-calendars", _("期限日历"), (view.due, *(one.label for one in view.calendars), *drawn)))
    for id, title, said in parts:
        where = f"{page.address}#{id}"
        yield Document(kind=PAGE, address=where, title=title, text=sentences(*said), place=page.title)
