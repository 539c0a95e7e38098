"""What is another on the site between two states of the content: ``difference``, of two sides and of the records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from disclosure.catalog import address, record_address
from disclosure.comparison.figures import FigureSide
from disclosure.comparison.side import PageSide, PromiseSide, ReportSide, SiteSide, TargetSide, Word
from disclosure.history.record_change import Happening, RecordChange


class NamedChange(Struct, frozen=True):
    """A record's change with the record's title, empty where it has none; its place on the site, and the pages that it
    has there."""

    change: RecordChange
    title: str

    @property
    def address(self) -> str:
        return record_address.of_record(self.change.record)

    @property
    def pages(self) -> tuple[str, ...]:
        return record_address.pages_of(self.change.record)


class PromiseTurn(Struct, frozen=True, kw_only=True):
    """A promise whose outcome is another word than it was."""

    record: str
    report: str
    title: str
    address: str
    was: Word
    now: Word


class VerdictTurn(Struct, frozen=True, kw_only=True):
    """A target whose verdict, or the sum that led there, is another; nothing where there is no such target."""

    record: str
    target: str
    address: str
    was: TargetSide | None
    now: TargetSide | None


class NumberTurn(Struct, frozen=True, kw_only=True):
    """A number of a report (of the whole site: no ``report``) that is another."""

    report: str
    id: str
    label: str
    was: int
    now: int
    unit: str = ""


class PageTurn(Struct, frozen=True):
    """A page that is new, gone, leads on (``to``) or shows something else."""

    address: str
    title: str
    to: str = ""


class PageTurns(Struct, frozen=True, kw_only=True):
    """Pages that are new; those of a record that is ``gone``; those that are ``emptied``, because nothing is left for
    them to list; those at whose addresses now stands what became of them; those that show something else."""

    new: tuple[PageTurn, ...] = ()
    gone: tuple[PageTurn, ...] = ()
    emptied: tuple[PageTurn, ...] = ()
    redirected: tuple[PageTurn, ...] = ()
    changed: tuple[PageTurn, ...] = ()


class SiteDifference(Struct, frozen=True, kw_only=True):
    """All of it. ``titles`` are of the reports, by key; ``unread`` the reports that could not be compared, before and
    now. ``whole`` where the pages that belong to no report could be compared."""

    records: tuple[NamedChange, ...]
    outcomes: tuple[PromiseTurn, ...]
    counts: tuple[NumberTurn, ...]
    verdicts: tuple[VerdictTurn, ...]
    pages: PageTurns
    figures: tuple[NumberTurn, ...]
    titles: Mapping[str, str]
    unread: tuple[tuple[str, ...], tuple[str, ...]]
    whole: bool

    @property
    def is_complete(self) -> bool:
        """Whether all could be compared."""
        return self.whole and not any(self.unread)

    @property
    def is_empty(self) -> bool:
        told = (self.records, self.outcomes, self.counts, self.verdicts, self.figures, *_all(self.pages))
        return self.is_complete and not any(told)


def _all(pages: PageTurns) -> tuple[tuple[PageTurn, ...], ...]:
    return pages.new, pages.gone, pages.emptied, pages.redirected, pages.changed


def difference(was: SiteSide, now: SiteSide, records: tuple[NamedChange, ...]) -> SiteDifference:
    """A report that could not be read on one side is compared by its records alone."""
    both = [(key, was.reports[key], one) for key, one in now.reports.items() if key in was.reports]
    unknown = {*was.unread, *now.unread}
    new = [(key, NOTHING, one) for key, one in now.reports.items() if key not in was.reports and key not in unknown]
    gone = [(key, one, NOTHING) for key, one in was.reports.items() if key not in now.reports and key not in unknown]
    all = (*both, *new, *gone)
    gone_records = (one for one in records if one.change.happening is Happening.GONE)
    own = {where: one.title for one in gone_records for where in one.pages}
    return SiteDifference(
        records=records,
        outcomes=tuple(turn for one in both for turn in _outcomes(*one)),
        counts=tuple(turn for one in all for turn in _counts(*one)),
        verdicts=tuple(turn for one in both for turn in _verdicts(*one)),
        pages=_pages(*_compared(was, now, all), own),
        figures=tuple(turn for one in all for turn in _figures(*one)),
        titles={key: one.title for side in (was, now) for key, one in side.reports.items()},
        unread=(was.unread, now.unread),
        whole=was.pages is not None and now.pages is not None,
    )


# A report that is not there
NOTHING = ReportSide(title="", promises={}, counts=(), figures=(), pages={})
ReportPair = tuple[str, ReportSide, ReportSide]
Pages = Mapping[str, PageSide]


def _outcomes(key: str, was: ReportSide, now: ReportSide) -> Iterator[PromiseTurn]:
    for id, before, after in _promises(was, now):
        if before.outcome.id != after.outcome.id:
            yield PromiseTurn(
                record=f"{key}/{id}",
                report=key,
                title=after.title,
                address=address.commitment(key, id),
                was=before.outcome,
                now=after.outcome,
            )


def _promises(was: ReportSide, now: ReportSide) -> Iterator[tuple[str, PromiseSide, PromiseSide]]:
    for id, one in now.promises.items():
        if id in was.promises:
            yield id, was.promises[id], one


def _verdicts(key: str, was: ReportSide, now: ReportSide) -> Iterator[VerdictTurn]:
    for id, before, after in _promises(was, now):
        for target in dict.fromkeys((*before.targets, *after.targets)):
            old, new = before.targets.get(target), after.targets.get(target)
            if _judged(old) != _judged(new):
                where = address.commitment(key, id)
                yield VerdictTurn(record=f"{key}/{id}", target=target, address=where, was=old, now=new)


def _judged(one: TargetSide | None) -> tuple[str, str] | None:
    return (one.word.id, one.working) if one is not None else None


def _counts(key: str, was: ReportSide, now: ReportSide) -> Iterator[NumberTurn]:
    """In the order of the words now; what none is any more comes last."""
    before, after = ({word.id: (word.label, number) for word, number in side.counts} for side in (was, now))
    for id in (*after, *(one for one in before if one not in after)):
        label = (after.get(id) or before[id])[0]
        old, new = (side.get(id, ("", 0))[1] for side in (before, after))
        if old != new:
            yield NumberTurn(report=key, id=id, label=label, was=old, now=new)


def _figures(key: str, was: ReportSide, now: ReportSide) -> Iterator[NumberTurn]:
    before, after = ({one.id: one for one in side.figures} for side in (was, now))
    for id in after or before:
        known = after.get(id) or before[id]
        old, new = _number(before.get(id)), _number(after.get(id))
        if old != new:
            yield NumberTurn(report=key, id=id, label=known.label, was=old, now=new, unit=known.unit)


def _number(one: FigureSide | None) -> int:
    return one.number if one is not None else 0


def _compared(was: SiteSide, now: SiteSide, all: Iterable[ReportPair]) -> tuple[Pages, Pages]:
    """The pages of the reports that are compared, and, where all could be read, those of the whole site."""
    both = was.pages is not None and now.pages is not None
    before, after = (dict(side.pages or {}) if both else {} for side in (was, now))
    for _key, old, new in all:
        before |= old.pages
        after |= new.pages
    return before, after


def _pages(was: Pages, now: Pages, own: Mapping[str, str]) -> PageTurns:
    """``own`` are the addresses of records that are gone, with what these may still be called."""
    stood, stands = ({where for where, one in side.items() if not one.retired} for side in (was, now))
    gone = sorted(stood - now.keys())
    both = sorted(where for where in now.keys() & was.keys() if now[where].digest != was[where].digest)
    return PageTurns(
        new=tuple(PageTurn(where, now[where].title) for where in sorted(stands - stood)),
        gone=tuple(PageTurn(where, was[where].title) for where in gone if where in own),
        emptied=tuple(PageTurn(where, was[where].title) for where in gone if where not in own),
        redirected=tuple(
            PageTurn(where, own.get(where, was[where].title) or now[where].title, now[where].to)
            for where in sorted(stood & (now.keys() - stands))
        ),
        changed=tuple(PageTurn(where, now[where].title) for where in both if where in stood & stands),
    )
