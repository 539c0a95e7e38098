"""The card of a promise that another site frames: what was promised, what became of it, as of when, and the way here.

Made where ``site.yml`` asks for it (``embed``): it is a file more for each promise. An id that another took over keeps
its card, which shows the other; what was taken down has one that says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from html import escape

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment
from disclosure.catalog.outcome import Outcome
from disclosure.history import kinds
from disclosure.model import record_names
from disclosure.model.record_names import NameKind
from disclosure.pages import followup, records, when
from disclosure.pages.citation import absolute
from disclosure.pages.followup import FollowUpView
from disclosure.pages.page import Link, Page, chinese_date
from disclosure.translation import gettext as _


class EmbedView(Struct, frozen=True, kw_only=True):
    """A card: the way to the record, its word (none where it is gone), ``facts`` as label and value, what stands behind
    the word in a sentence, and from where it is."""

    record: Link
    outcome: Outcome | None
    facts: tuple[tuple[str, str], ...]
    sentence: str
    source: str


class SnippetView(Struct, frozen=True):
    """What another site puts into its page, and the address of the card in it and its height."""

    code: str
    card: str
    height: int


# So high that the longest usual card shows without scrolling where it is 280 px wide
HEIGHT = 440


def is_asked_for(catalog: Catalog) -> bool:
    """Whether there are cards; without an address of the site nobody could frame them."""
    return catalog.site.embed and bool(catalog.site.address)


def pages(catalog: Catalog, report: Report) -> Iterator[Page]:
    """A card for each promise, and for each id that another took over."""
    if not is_asked_for(catalog):
        return
    for one in report.register.commitments:
        yield _page("embed", address.embed(report.key, one.id), one.title, _view(catalog, report, one))
    for old, new in report.register.superseded:
        successor = report.register.find(new)
        if isinstance(successor, Commitment):
            where = address.embed(report.key, old)
            yield _page("embed", where, successor.title, _view(catalog, report, successor))


def gone(catalog: Catalog, is_mine: Callable[[str], bool], taken: Mapping[str, str]) -> Iterator[Page]:
    """A card for each promise that was taken down: pages that frame it go on asking for it."""
    if not is_asked_for(catalog):
        return
    for one in catalog.retired:
        found = record_names.parse(one.value.record)
        if found is None or found[0] is not NameKind.COMMITMENT:
            continue
        where = address.embed(*found[1])
        if where not in taken and is_mine(where):
            title = _("{record} 已撤下").format(record=kinds.called(one.value.record))
            view = EmbedView(
                record=Link(_("为什么撤下"), address.commitment(*found[1])),
                outcome=None,
                facts=((_("撤下日期"), chinese_date(one.value.date)),),
                sentence=one.value.reason or "",
                source=catalog.site.title,
            )
            yield _page("embed-gone", where, title, view)


def snippet(catalog: Catalog, report: Report, one: Commitment) -> SnippetView | None:
    """The frame as HTML; its attributes hold any title."""
    if not is_asked_for(catalog):
        return None
    where = address.embed(report.key, one.id)
    title = f"{one.title} - {catalog.site.title}"
    return SnippetView(frame(absolute(catalog.site.address, where), title), where, HEIGHT)


def frame(source: str, title: str) -> str:
    """As HTML that stands for itself."""
    said = f'src="{escape(source)}" title="{escape(title)}"'
    return f'<iframe {said} width="100%" height="{HEIGHT}" loading="lazy" style="border:0"></iframe>'


def _page(kind: str, where: str, title: str, view: EmbedView) -> Page:
    return Page(kind=kind, address=where, title=title, description=title, view=view)


def _view(catalog: Catalog, report: Report, one: Commitment) -> EmbedView:
    became = followup.view(catalog, report, one)
    return EmbedView(
        record=Link(one.title, address.commitment(report.key, one.id)),
        outcome=became.outcome,
        facts=(
            (_("期限"), records.deadline(one)),
            (_("截至"), when.as_of(report, one)),
        ),
        sentence=_behind(became),
        source=_("{report}，{site}").format(report=report.meta.title, site=catalog.site.title),
    )


def _behind(became: FollowUpView) -> str:
    """What the word stands on: why nothing is known, whose conclusion, which comparison, or the last that was told."""
    if became.absence:
        return became.absence[0]
    if became.official:
        return _("官方结论：{said}（{day}）").format(said=became.official.said, day=became.official.day)
    for one in became.verdicts:
        if one.term.id != "none":
            return _("对照结果（自动）：{working}").format(working=one.working)
    if became.newest:
        return _("最近的更新（{day}）：{title}").format(day=became.newest.note, title=became.newest.label)
    return became.beside[0] if became.beside else ""
