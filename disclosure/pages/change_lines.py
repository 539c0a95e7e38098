"""What became of a report's records, and of its promises' outcomes, as lines of a list, newest first.

The list of the whole site is made of the lines of all reports, and of those of what belongs to none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import address, record_address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.changes import RecordChanges
from disclosure.grouping import grouped
from disclosure.history import kinds, saying
from disclosure.history.record_change import Cause, Happening, OutcomeChange, RecordChange
from disclosure.history.saying import Said
from disclosure.model.record_names import NameKind
from disclosure.pages import history
from disclosure.pages.page import ChangeView, Link, Page
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

# So many lines are kept, so many sentences stand in each, and so many alike stand for themselves: of outcomes that
# became others by what was recorded, more
LINES, SENTENCES, ALIKE, ALIKE_BY_RECORD = 1000, 3, 4, 20
OUTCOME = "outcome"


class ChangeLine(Struct, frozen=True, kw_only=True):
    """A line: what became of one record, or of a ``number`` of records of a kind on one day.

    ``sort`` is a ``Happening`` or ``outcome``, ``kind`` a ``NameKind``; ``link`` is the record by its name, without an
    address where nothing shows it; ``report`` is empty where it belongs to none.
    """

    day: str
    sort: str
    kind: str
    report: str
    link: Link
    view: ChangeView
    number: int = 1

    @property
    def is_plain(self) -> bool:
        """Whether one word says all."""
        one, *more = self.view.said
        return not (more or one.was or one.now or self.view.outcome or self.view.corrections)

    @property
    def words(self) -> str:
        """The line as one text."""
        step = self.view.outcome
        turn = " → ".join(one.label for one in (step.was, step.now) if one) if step else ""
        said = (each.line for each in self.view.said)
        corrections = (_("更正：{title}").format(title=link.label) for link in self.view.corrections)
        return " ".join(filter(None, (self.link.label, self.link.note, *said, turn, *corrections)))


class ReportChanges(Struct, frozen=True, kw_only=True):
    """What the list of all changes shows of a report: its newest lines; ``changes`` and ``outcomes`` count all there
    are, of records and of outcomes; the first outcome of a promise is no change."""

    lines: tuple[ChangeLine, ...] = ()
    changes: int = 0
    outcomes: int = 0


# Of a report, by its key
ChangesOf = Callable[[str], ReportChanges]


class Shown(Struct, frozen=True):
    """Where records are shown: their links by name, and the anchors of each page that there is."""

    links: Mapping[str, Link]
    anchors: Mapping[str, frozenset[str]]

    def of(self, record: str) -> Link:
        """A record by its name, with an address only where that leads somewhere."""
        known = self.links.get(record)
        where, _hash, part = (known.address if known else record_address.of_record(record)).partition("#")
        name = saying.name(record, known.label if known else "")
        if where not in self.anchors:
            return Link(name, "")
        return Link(name, f"{where}#{part}" if part in self.anchors[where] else where)


def shown(pages: Iterable[Page], more: Mapping[str, Link]) -> Shown:
    """As the pages show them; ``more`` are records without a page of their own."""
    pages = tuple(pages)
    links = {one.record: Link(one.title, one.address) for one in pages if one.record}
    return Shown({**more, **links}, {one.address: one.anchors for one in pages})


def of_report(catalog: Catalog, report: Report, pages: Iterable[Page]) -> ReportChanges:
    results = {
        f"{report.key}/{one.id}": Link(one.title, address.result(report.key, one.id)) for one in report.register.results
    }
    return _changes(catalog, report.changes, shown(pages, results))


def of_site(catalog: Catalog, pages: Iterable[Page]) -> ReportChanges:
    """Of what belongs to no report."""
    words = {
        f"vocabulary/{name}/{word.value.id}": Link(word.value.label, address.word(name, word.value.id))
        for name, records in catalog.words.records.items()
        for word in records
    }
    corrections = {
        f"corrections/{one.id}": Link(one.meta.title, address.correction(one.id)) for one in catalog.corrections
    }
    places = {f"places/{one.id}": Link(one.name, "") for one in catalog.places}
    questions = {
        f"questions/{one.value.id}": Link(one.value.question, address.question(one.value.id))
        for one in catalog.questions
    }
    prose = {one.name.removesuffix(".md"): Link(one.meta.title, one.address) for one in catalog.narratives}
    known = shown(pages, words | corrections | places | questions | prose)
    return _changes(catalog, catalog.changes, known)


def _changes(catalog: Catalog, changes: RecordChanges, known: Shown) -> ReportChanges:
    lines: list[ChangeLine] = []
    others = [one for one in changes.outcomes if one.was]
    outcomes = grouped((one.day, one) for one in others)
    records = grouped((one.day, one) for one in changes.all)
    for day in sorted({*outcomes, *records}, reverse=True):
        lines += _outcomes(catalog, known, outcomes.get(day, ()))
        lines += _records(catalog, known, records.get(day, ()))
        if len(lines) >= LINES:
            break
    return ReportChanges(lines=tuple(lines[:LINES]), changes=len(changes.all), outcomes=len(others))


def _outcomes(catalog: Catalog, known: Shown, of_day: Iterable[OutcomeChange]) -> Iterator[ChangeLine]:
    for (report, *_step), all in grouped(((one.report, one.was, one.now, one.cause), one) for one in of_day).items():
        line = ChangeLine(
            day=all[0].day,
            sort=OUTCOME,
            kind=NameKind.COMMITMENT,
            report=report,
            link=Link("", ""),
            view=history.outcome(catalog, all[0]),
        )
        if len(all) > (ALIKE if all[0].cause is Cause.TERM else ALIKE_BY_RECORD):
            yield replace(line, link=_many(known, line, len(all), all[0].now), number=len(all))
        else:
            yield from (replace(line, link=known.of(one.record)) for one in all)


def _records(catalog: Catalog, known: Shown, of_day: Iterable[RecordChange]) -> Iterator[ChangeLine]:
    for (report, kind, happening, *_fields), all in grouped((_likeness(one), one) for one in of_day).items():
        line = ChangeLine(
            day=all[0].day, sort=happening, kind=kind, report=report, link=Link("", ""), view=ChangeView(said=())
        )
        if len(all) > ALIKE:
            view = ChangeView(said=(Said(label=_together(all[0])),))
            yield replace(line, link=_many(known, line, len(all)), view=view, number=len(all))
        else:
            yield from (replace(line, link=known.of(one.record), view=_view(catalog, one)) for one in all)


def _likeness(one: RecordChange) -> tuple[Any, ...]:
    """What changes of a day have in common that stand together where they are many."""
    fields = tuple(edit.field for edit in one.edits) if one.happening is Happening.CHANGED else ()
    return one.report, str(one.kind), str(one.happening), fields, bool(one.corrections) and one.record


def _together(one: RecordChange) -> str:
    if one.happening is Happening.CHANGED:
        named = _("、").join(dict.fromkeys(saying.label_of(one.record, each.field) for each in one.edits))
        return _("改了{fields}").format(fields=saying.cut(named))
    return _(TOGETHER[one.happening])


TOGETHER: Mapping[Happening, str] = {
    Happening.CREATED: N_("新收录"),
    Happening.GONE: N_("撤下"),
    Happening.RETOUCHED: N_("只改了标点、空格或写法"),
}


def _view(catalog: Catalog, one: RecordChange) -> ChangeView:
    if one.happening in (Happening.CREATED, Happening.GONE):
        said: tuple[Said, ...] = (Said(label=_(TOGETHER[one.happening])),)
    else:
        said = history.bounded(saying.said(one), SENTENCES)
    return ChangeView(said=said, corrections=tuple(history.corrections(catalog, one.corrections)))


def _many(known: Shown, line: ChangeLine, number: int, outcome: str = "") -> Link:
    """Many records of a kind by their number; the way to where they are listed."""
    label = _(COUNTED.get(line.kind, BY_DEFAULT)).format(n=number, kind=label_of(line.kind))
    listed = LISTED.get(line.kind)
    where = listed(line.report) if listed and line.report else ""
    if where not in known.anchors and where not in OF_SITE:
        return Link(label, "")
    return Link(label, f"{where}?outcome={outcome}" if outcome else where)


# How many there are of a kind, and of those that are not counted by 条
BY_DEFAULT = N_("{n}条{kind}")
COUNTED: Mapping[str, str] = {
    NameKind.RESULT: N_("{n}项{kind}"),
    NameKind.PASSAGE: N_("{n}个{kind}"),
    NameKind.INDICATOR: N_("{n}个{kind}"),
    NameKind.ENTITY: N_("{n}个{kind}"),
    NameKind.WORD: N_("{n}个{kind}"),
    NameKind.EXEMPTION: N_("{n}处{kind}"),
    NameKind.DOCUMENT: N_("{n}份{kind}"),
    NameKind.REQUEST: N_("{n}份{kind}"),
    NameKind.ATTACHMENT: N_("{n}份{kind}"),
}


def label_of(kind: str) -> str:
    """What readers call the records of a kind."""
    return _(kinds.named_for(NameKind(kind)).label) if kind else _("记录")


# Lists of the whole site; a report cannot know whether they are there
OF_SITE = (address.UPDATES,)
# Where the records of a kind are listed
LISTED: Mapping[str, Callable[[str], str]] = {
    NameKind.COMMITMENT: address.commitments,
    NameKind.RESULT: address.results,
    NameKind.UPDATE: lambda _key: address.UPDATES,
    NameKind.EXEMPTION: address.coverage,
    NameKind.PASSAGE: address.text,
    NameKind.DOCUMENT: address.gaps,
}
