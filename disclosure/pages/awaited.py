"""A document that is missing: what it would settle, and the letter that asks for it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.followup import AwaitedDocument
from disclosure.model.gaps import DocumentRecord
from disclosure.pages import asked, gaps, letter, records, status
from disclosure.pages.asked import AskedLine
from disclosure.pages.document import Document, labelled, whole
from disclosure.pages.page import Link, Page, column, iso
from disclosure.pages.status import EvidenceView
from disclosure.translation import gettext as _

# A page that lists more promises than this has no end; it counts them by section instead
MOST = 400


class PromiseGroup(Struct, frozen=True):
    """The promises of a section that wait for a document; where there are too many for a page, only their number."""

    section: Link
    count: str
    promises: tuple[Link, ...]


class AwaitedView(Struct, frozen=True, kw_only=True):
    """One document. ``facts`` are label and value; ``letter`` is empty where there is nobody to write to."""

    facts: tuple[tuple[str, str], ...]
    words: tuple[str, ...]
    groups: tuple[PromiseGroup, ...]
    letter_title: str
    letter: str
    explained: tuple[str, ...]
    asked: tuple[AskedLine, ...]
    found: EvidenceView | None
    previous: Link | None
    next: Link | None


def pages(catalog: Catalog, report: Report) -> Iterator[Page]:
    """A page for each document, in the order of the list."""
    every = gaps.in_order(report)
    links: list[Link | None] = [None, *(gaps.link(report, one) for one in every), None]
    for n, one in enumerate(every):
        here = address.awaited(report.key, one.id)
        view = _awaited(catalog, report, one, (links[n], links[n + 2]))
        yield column(
            catalog,
            Link(report.meta.title, address.report(report.key)),
            Link(gaps.title(report), address.gaps(report.key)),
            kind="awaited",
            record=f"documents/{report.key}/{one.id}",
            address=here,
            title=one.name,
            description=_("{holder}的{name}：可能说明哪些承诺，怎样要").format(holder=one.holder, name=one.name),
            view=view,
            updated=iso(catalog.updated(one.located.written.path)),
        )


def documents(page: Page) -> Iterator[Document]:
    """The document, found by its name, its holder and what it should hold."""
    view: AwaitedView = page.view
    found = status.words(view.found) if view.found else ""
    said = (*labelled(view.facts), *view.words, found, *view.explained)
    yield whole("awaited", page, *said, place=_("还缺什么"))


def _awaited(
    catalog: Catalog, report: Report, one: AwaitedDocument, around: tuple[Link | None, Link | None]
) -> AwaitedView:
    record = one.located.value
    missing = records.links(report, gaps.missing(report)[one.id])
    writes = record.way != "none" and one.found is None
    return AwaitedView(
        facts=tuple(_facts(catalog, one)),
        words=tuple(_scope(one, len(missing))),
        groups=tuple(_groups(report, gaps.missing(report)[one.id])),
        letter_title=letter.title(record) if writes else "",
        letter=letter.text(record, missing) if writes else "",
        explained=tuple(_explained(catalog, record)) if writes else (),
        asked=asked.of_document(report, one.id),
        found=status.evidence(one.found) if one.found else None,
        previous=around[0],
        next=around[1],
    )


def _facts(catalog: Catalog, one: AwaitedDocument) -> Iterator[tuple[str, str]]:
    record = one.located.value
    yield _("谁掌握"), one.holder
    yield _("应有的内容"), record.contents
    if record.expected and one.found is None:
        yield _("公开期限"), gaps.expected(record, catalog.today)
        yield _("期限的依据"), record.because or ""
    if record.basis:
        yield _("公开依据"), record.basis


def _scope(one: AwaitedDocument, missing: int) -> Iterator[str]:
    if one.found is not None:
        yield _("这份文件已经公开，出处在下面。")
        return
    yield (
        _("公开以后，可能说明下面{n}条还没有公开信息的承诺后来怎样。").format(n=missing)
        if missing
        else _("它可能说明的承诺都已经有公开信息。")
    )
    if one.located.value.way == "none":
        yield _("它由公布的单位自己发布，没有可以申请的机关，只能等它公布或到公布的地方去查。")


def _groups(report: Report, ids: tuple[str, ...]) -> Iterator[PromiseGroup]:
    waiting = frozenset(ids)
    found = (one for one in report.register.commitments if one.id in waiting)
    for id, inside in records.by_section(report, found).items():
        section = Link(report.sections[id].title, address.section(report.key, id))
        links = () if len(ids) > MOST else records.links(report, tuple(one.id for one in inside))
        yield PromiseGroup(section, _("{n}条").format(n=len(inside)), links)


def _explained(catalog: Catalog, record: DocumentRecord) -> Iterator[str]:
    if record.way == "request":
        yield _("公民、法人和其他组织都可以申请，依据是{law}第二十七条。").format(law=_(letter.REGULATION))
        yield _(
            "第二十九条：申请写明申请人的姓名或者名称、身份证明、联系方式，要的信息的名称或者便于查询的描述，以及形式要求。"
            "第三十三条：能当场答复的当场答复，否则自收到之日起20个工作日内答复，延长不超过20个工作日。"
        )
        if catalog.site.footer.corrections or catalog.site.footer.contact:
            yield _("寄出以后，把日期和回执告诉本站，本站登记、计算期限、公布答复；申请人的信息不登记、不公布。")
    else:
        yield _("{holder}不是行政机关，不适用《政府信息公开条例》：这是一封普通来信，没有法定的答复期限。").format(
            holder=record.holder
        )
