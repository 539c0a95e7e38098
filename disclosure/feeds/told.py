"""What a report has to tell: each thing that happened as an entry, with the records and names that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from msgspec import Struct

from disclosure.catalog import address, followed, record_address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.correction import CorrectionNote
from disclosure.catalog.followed import Places
from disclosure.catalog.followup import Update
from disclosure.catalog.outcome import worded
from disclosure.feeds.entry import EntryKind, FeedEntry, moment
from disclosure.grouping import grouped
from disclosure.history import kinds, saying
from disclosure.history.record_change import Happening, OutcomeChange, RecordChange
from disclosure.history.saying import Said
from disclosure.model.record_names import NameKind
from disclosure.pages import when
from disclosure.pages.once import once_in
from disclosure.translation import gettext as _

# What has an entry of its own when it is new
TOLD_AS_SUCH = (NameKind.UPDATE, NameKind.CORRECTION)


class EntryAbout(Struct, frozen=True, kw_only=True):
    """An entry, the ids of the report's records that it is about, and the entities that it names.

    ``like`` says what it has in common with others, without the record; empty for what is not like any other.
    """

    entry: FeedEntry
    about: tuple[str, ...]
    entities: tuple[str, ...]
    like: str = ""


@once_in
def told(catalog: Catalog, report: Report) -> tuple[EntryAbout, ...]:
    """All that happened to a report's records, in no order."""
    return tuple(_told(catalog, report, followed.places(report)))


def _told(catalog: Catalog, report: Report, known: Places) -> Iterator[EntryAbout]:
    for one, ids in followed.updates(report):
        # What names are in the update of another report is told by that
        named = report.mentions.updates.get(one.id, ()) if one.report == report.key else ()
        yield EntryAbout(entry=_update(one), about=ids, entities=named)
    for change in filter(is_told, report.changes.all):
        ids = followed.about(known, change.record)
        entry = _change(report, change)
        yield EntryAbout(entry=entry, about=ids, entities=_named(report, ids), like=_like(change))
    for outcome in report.changes.outcomes:
        if outcome.was:
            id = outcome.record.rpartition("/")[2]
            entry = _outcome(catalog, report, outcome, id)
            yield EntryAbout(entry=entry, about=(id,), entities=_named(report, (id,)), like=entry.summary)
    for note, ids in corrections(catalog, report, known):
        yield EntryAbout(entry=correction(note), about=ids, entities=_named(report, ids))


def _named(report: Report, ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for id in ids for name in report.mentions.records.get(id, ())))


def _update(one: Update) -> FeedEntry:
    """The same in the feeds of all reports that it speaks of."""
    return FeedEntry(
        name=f"update {one.report}/{one.id} {moment(one.published)}",
        time=moment(one.published),
        kind=EntryKind.UPDATE,
        title=one.title,
        address=address.update(one.report, one.id),
        summary=_("{day}：{title}").format(day=when.brief(one), title=one.title),
        html=one.html,
    )


def is_told(change: RecordChange) -> bool:
    """Whether readers who come back want to know: neither of signs and blanks, nor twice."""
    if change.happening is Happening.CREATED:
        return change.kind not in TOLD_AS_SUCH
    return change.happening is not Happening.RETOUCHED


def _like(one: RecordChange) -> str:
    kind = kinds.of(one.record)
    label = _(kind.label) if kind else one.record
    if one.happening is Happening.CREATED:
        return _("新收录{kind}").format(kind=label)
    if one.happening is Happening.GONE:
        return _("撤下{kind}").format(kind=label)
    fields = dict.fromkeys(saying.label_of(one.record, each.field) for each in one.edits)
    return _("{kind}改了{fields}").format(kind=label, fields=saying.cut(_("、").join(fields)))


def _change(report: Report, one: RecordChange) -> FeedEntry:
    where = record_address.of_record(one.record) or address.report(report.key)
    return change(one, f"{report.source.sha256} change", _title(report, one.record), where)


def _title(report: Report, record: str) -> str:
    """What readers know a record of the report by; empty where it has no title."""
    id = record.rpartition("/")[2]
    found = report.register.find(id) or next((one for one in report.updates if one.id == id), None)
    return found.title if found else ""


def change(one: RecordChange, name: str, title: str, where: str) -> FeedEntry:
    return FeedEntry(
        name=f"{name} {one.id}",
        time=moment(one.day),
        kind=EntryKind.CHANGE,
        title=saying.cut(saying.line(one, title)),
        address=where,
        summary=saying.line(one, title),
        html=_listed(saying.said(one, title)),
    )


def _outcome(catalog: Catalog, report: Report, one: OutcomeChange, id: str) -> FeedEntry:
    record = report.register.find(id)
    labels = {each: worded(catalog.words, each).label for each in (one.was, one.now)}
    said = saying.outcome(one, labels)
    name = saying.name(one.record, record.title if record else "")
    return FeedEntry(
        name=f"{report.source.sha256} outcome {one.id}",
        time=moment(one.day),
        kind=EntryKind.OUTCOME,
        title=_("{record}：{told}").format(record=name, told=said.line),
        address=address.commitment(report.key, id),
        summary=said.line,
        html=_listed([said]),
    )


def _listed(sentences: Iterable[Said]) -> str:
    return "<ul>{}</ul>".format("".join(f"<li>{escape(one.line)}</li>" for one in sentences))


def corrections(catalog: Catalog, report: Report, known: Places) -> Iterator[tuple[CorrectionNote, tuple[str, ...]]]:
    """The corrections that speak of the report, each with the ids of the records."""
    mine = [(where, notes) for where, notes in catalog.corrected.items() if address.owner(where) == report.key]
    notes = {note.id: note for _where, all in mine for note in all}
    ids = grouped((note.id, id) for where, all in mine for note in all for id in known.get(where, ()))
    for id, note in notes.items():
        yield note, tuple(dict.fromkeys(ids.get(id, ())))


def correction(note: CorrectionNote) -> FeedEntry:
    return FeedEntry(
        name=f"correction {note.id} {moment(note.published)}",
        time=moment(note.published),
        kind=EntryKind.CORRECTION,
        title=note.title,
        address=address.correction(note.id),
        summary=_("{day}更正：{title}").format(day=note.day.isoformat(), title=note.title),
        html=note.html,
    )
