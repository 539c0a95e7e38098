"""What became of a record over time, as its page tells it: what changed, newest first, and what its outcome was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.changes import RecordChanges
from disclosure.catalog.outcome import worded
from disclosure.grouping import grouped
from disclosure.history import saying
from disclosure.history.record_change import Cause, Happening, OutcomeChange, RecordChange
from disclosure.history.saying import Said
from disclosure.model import record_names
from disclosure.model.record_names import NameKind
from disclosure.pages.page import ChangeDay, ChangeView, HistoryView, Link, OutcomeTurn, Page
from disclosure.translation import gettext as _

# So many days are shown at first, so many changes at all, and so many sentences of each
SHOWN, MOST, SENTENCES = 3, 40, 8


def told(pages: Iterable[Page], catalog: Catalog, changes: RecordChanges) -> Iterator[Page]:
    """The pages, those of records with what became of them; as they are where git does not answer."""
    if not changes.known:
        yield from pages
        return
    more = _stated_beside(changes)
    for page in pages:
        beside = more.get(page.record, ())
        history = view(catalog, changes, page.record, beside) if page.record else None
        yield replace(page, history=history, updated=_updated(page, catalog, beside)) if page.record else page


def _updated(page: Page, catalog: Catalog, beside: Iterable[RecordChange]) -> str:
    """When the content changed that the page shows: its record's own file, or what another file states of it."""
    published = (one.day for one in beside if one.commit and one.day <= catalog.today.isoformat())
    return max((page.updated, *published)) if page.updated else ""


def _stated_beside(changes: RecordChanges) -> Mapping[str, list[RecordChange]]:
    """What documents say of who answers for a promise, and of the vote on it: that has no page of its own, and is told
    on the promise's."""
    beside = (NameKind.RESPONSIBILITY, NameKind.VOTE)
    found = ((record_names.parse(one.record), one) for one in changes.all if one.kind in beside)
    return grouped((f"{name[1][0]}/{name[1][1]}", one) for name, one in found if name)


def view(
    catalog: Catalog, changes: RecordChanges, record: str, also: Iterable[RecordChange] = ()
) -> HistoryView | None:
    """The history of a record; ``also`` are changes of others that its page tells. Nothing where none can be told."""
    found = sorted(_found(changes, record, also), key=lambda one: one[0].day, reverse=True)
    if not found or (len(found) == 1 and any(one.happening is Happening.CREATED for one in changes.of(record))):
        said = _unchanged(changes, record)
        return HistoryView(said=said) if said else None
    newest = grouped((one.day, _told(catalog, one, of)) for one, of in found[:MOST])
    days = tuple(ChangeDay(day, tuple(inside)) for day, inside in newest.items())
    return HistoryView(
        last=days[0].day,
        shown=days[:SHOWN],
        more=days[SHOWN:],
        rest=_("更早的{n}次改动在改动数据里").format(n=len(found) - MOST) if len(found) > MOST else "",
    )


def brief(catalog: Catalog, changes: RecordChanges, record: str) -> HistoryView | None:
    """The history of a record that is a part of a page: nothing where nothing became another."""
    found = view(catalog, changes, record) if changes.of(record) else None
    return found if found and found.shown else None


def _found(
    changes: RecordChanges, record: str, also: Iterable[RecordChange]
) -> Iterator[tuple[RecordChange | OutcomeChange, str]]:
    """First what the changes of a day led to; each with its record's name where that is not the page's own.

    A promise's first outcome came with it.
    """
    yield from ((one, "") for one in changes.outcomes_of(record) if one.was)
    yield from ((one, "") for one in changes.of(record))
    yield from ((one, saying.name(one.record)) for one in also)


def _told(catalog: Catalog, one: RecordChange | OutcomeChange, of: str) -> ChangeView:
    return outcome(catalog, one) if isinstance(one, OutcomeChange) else change(catalog, one, of)


def _unchanged(changes: RecordChanges, record: str) -> str:
    """What is said of a record that is as it was; nothing of one that is only a part of what its page shows."""
    found = record_names.parse(record)
    if found is None or found[0] in (NameKind.WORD, NameKind.ENTITY, NameKind.REPORT) or not changes.since:
        return ""
    for one in changes.of(record):
        return _("{day}收录，此后没有改动").format(day=one.day)
    return _("公开记录从{day}起，没有改动").format(day=changes.since)


def change(catalog: Catalog, one: RecordChange, of: str = "") -> ChangeView:
    """``of`` names the record where it is not the page's own."""
    said = saying.said(one)
    if one.happening is Happening.CREATED and not of:
        said = (Said(label=_("收录")),)
    elif of and one.edits:
        said = tuple(replace(each, label=_("{record}：{label}").format(record=of, label=each.label)) for each in said)
    return ChangeView(said=bounded(said, SENTENCES), corrections=tuple(corrections(catalog, one.corrections)))


def bounded(said: tuple[Said, ...], most: int) -> tuple[Said, ...]:
    """So many sentences at most; the last says how much is left out."""
    if len(said) <= most:
        return said
    return (*said[: most - 1], Said(label=_("另有{n}处").format(n=len(said) - most + 1)))


def corrections(catalog: Catalog, names: Iterable[str]) -> Iterator[Link]:
    """The corrections that joined with a change, by their titles; those that are gone by their ids alone."""
    titles = {note.id: note.title for notes in catalog.corrected.values() for note in notes} if names else {}
    for name in names:
        id = name.rpartition("/")[2]
        yield Link(titles[id], address.correction(id)) if id in titles else Link(id, "")


def outcome(catalog: Catalog, one: OutcomeChange) -> ChangeView:
    was, now = (worded(catalog.words, id) if id else None for id in (one.was, one.now))
    label = _("期限到了，结论") if one.cause is Cause.TERM else _("结论")
    return ChangeView(said=(Said(label=label),), outcome=OutcomeTurn(was, now))
