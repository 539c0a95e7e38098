"""How the outcomes of a report's promises came to be what they are: followed day by day along the published line.

A promise is judged anew on each day on which something joined that can have a say in it, and on the day after one of
its terms passed; by today's rule, words and rubric, with what was on record then. What was found is remembered, and
only new days are judged.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from disclosure.build import outcome_then
from disclosure.build.outcome_then import Became, Then, after
from disclosure.cache import told
from disclosure.cache.store import Store
from disclosure.cache.told import OutcomeSources
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.common_content import CommonContent
from disclosure.grouping import grouped
from disclosure.history.file_lines import Blobs, FileLine, FileStep
from disclosure.history.record_change import Cause, OutcomeChange
from disclosure.model.vocabulary import OPEN
from disclosure.source import git
from disclosure.source.files import owner
from disclosure.source.git_process import GitTrouble
from disclosure.theme import theme as theming


class JudgedDay(Struct, frozen=True):
    """From a day on, the outcome of a promise; ``cause`` is ``None`` where the line, or the promise, begins."""

    day: str
    outcome: str
    cause: Cause | None = None


class PromiseHistory(Struct):
    """The outcomes of a promise one after the other, and the last days of its terms."""

    judged: list[JudgedDay] = field(default_factory=list)
    terms: tuple[str, ...] = ()

    @property
    def last(self) -> str:
        return self.judged[-1].outcome if self.judged else ""

    def judge(self, day: str, found: Became) -> None:
        """What is found at the end of a day takes the place of what was found earlier on it."""
        self.terms = found.terms
        self.forget(day)
        if found.outcome != self.last:
            cause = Cause.TERM if any(after(term) == day for term in found.terms) else Cause.RECORD
            self.judged.append(JudgedDay(day, found.outcome, cause))

    def forget(self, day: str) -> None:
        """What was found on a day or after it, but for how it began."""
        while self.judged and self.judged[-1].day >= day and self.judged[-1].cause is not None:
            self.judged.pop()


class OutcomeHistory(Struct):
    """What is remembered: the promises that anything ever touched, or that passed a term, as of ``until`` and of the
    first ``steps``, which with all they depend on have the ``digest``."""

    until: str
    steps: int = 0
    digest: str = ""
    promises: dict[str, PromiseHistory] = field(default_factory=dict)


def joined(catalog: Catalog, sources: OutcomeSources, shared: CommonContent, store: Store) -> Catalog:
    """A report's catalogue with the changes of the outcomes of its promises."""
    (report,) = catalog.reports
    changes = replace(report.changes, outcomes=outcomes(report, sources, shared, store))
    return replace(catalog, reports=(replace(report, changes=changes),), changes=changes)


def outcomes(report: Report, sources: OutcomeSources, shared: CommonContent, store: Store) -> tuple[OutcomeChange, ...]:
    """The changes of the outcomes of a report's promises, newest first; the last of each leads to what is shown."""
    if not sources.began:
        return ()
    fresh = unpublished(report, sources.unpublished)
    replay = _Replay(report, sources, shared, store)
    try:
        promises = {**dict.fromkeys(fresh, PromiseHistory()), **replay.run(fresh)}
    except GitTrouble:
        # It answered a moment ago
        return ()
    found = [
        change
        for id, one in sorted(promises.items())
        for change in _changes(report.key, id, one, replay.now.get(id), replay.today)
    ]
    return tuple(sorted(found, key=lambda one: one.day, reverse=True))


def unpublished(report: Report, records: Collection[str]) -> frozenset[str]:
    """The promises that records which are not published yet are, or speak of."""
    if not records:
        return frozenset()
    updates = {one.rpartition("/")[2] for one in records if one.startswith("updates/")}
    mine = {one.rpartition("/")[2] for one in records}
    return frozenset(
        id for id, follow in report.follow.items() if id in mine or any(one.id in updates for one in follow.updates)
    )


def _changes(key: str, id: str, known: PromiseHistory, now: Became | None, today: str) -> Iterator[OutcomeChange]:
    """Of one promise; what it came to today by what is not published yet comes last."""
    judged = [one for one in known.judged if one.day <= today]
    if now is not None:
        last = PromiseHistory(judged, known.terms)
        if now.outcome != last.last:
            last.judge(today, now)
        judged = last.judged
    was = ""
    for one in judged:
        if one.cause is not None:
            yield OutcomeChange(
                record=f"{key}/{id}", report=key, day=one.day, was=was, now=one.outcome, cause=one.cause
            )
        was = one.outcome


class _Replay:
    """A report's history being brought up to today."""

    def __init__(self, report: Report, sources: OutcomeSources, shared: CommonContent, store: Store) -> None:
        self.report, self.sources, self.shared, self.store = report, sources, shared, store
        self.today = shared.today.isoformat()
        self.name = f"outcomes/{report.key}.json"
        self.lines = self._lines()
        self.steps = _merged(self.lines)
        self.rule = theming.digest(
            theming.program_digest(),
            sources.began,
            [_meanings(self.shared), sources.former],
            [one.value for one in self.shared.rubrics],
            [one.stood for one in self.lines],
        )

    def _lines(self) -> list[FileLine]:
        """Of the report's files, the whole site's, and those of other reports that speak of it today."""
        own = [told.load_files(self.store, self.sources.files.get(key, "")) for key in (self.report.key, "")]
        guests = frozenset(self.sources.guests)
        others = {owner(name) for name in guests}
        found = (told.load_files(self.store, self.sources.files.get(key, "")) for key in sorted(others))
        return [*own, *(line.only(guests) for line in found)]

    @cached_property
    def now(self) -> Mapping[str, Became]:
        """What is shown today."""
        report = self.report
        terms = ((one.id, outcome_then.terms(one, report.follow[one.id])) for one in report.register.commitments)
        return {id: Became(report.outcomes[id].id, days) for id, days in terms}

    def run(self, fresh: Collection[str]) -> Mapping[str, PromiseHistory]:
        """The promises that anything touched; ``fresh`` are those that something not published yet touches."""
        known = self._remembered()
        steps = self.steps[known.steps :]
        begin = {*self._passed(known), *fresh} - known.promises.keys()
        if not steps and not begin and not self._terms(known, known.until, self.today):
            return known.promises
        self._go_on(known, steps, begin)
        known.until, known.steps, known.digest = max(self.today, known.until), len(self.steps), self._digest(self.steps)
        self.store.remember(self.name, known)
        return known.promises

    def _remembered(self) -> OutcomeHistory:
        found = self.store.read(self.name, OutcomeHistory)
        if found is None or found.until > self.today or found.digest != self._digest(self.steps[: found.steps]):
            return OutcomeHistory(self.sources.began)
        return found

    def _digest(self, steps: list[FileStep]) -> str:
        return hashlib.sha256(self.rule.encode() + msgspec.json.encode(steps)).hexdigest()

    def _go_on(self, known: OutcomeHistory, steps: list[FileStep], begin: Collection[str]) -> None:
        then = Then(self.report.key, git.open_repository(Path(self.sources.content)), self.shared, self.sources.former)
        then.blobs = _after({}, [line.stood for line in self.lines], self.steps[: known.steps])
        then.fetch(self._changed(then.blobs, steps))
        if steps and steps[0].day <= known.until:
            # It was published late: what passing terms came to meanwhile is judged once more
            known.until = max(_before(steps[0].day), self.sources.began)
            for one in known.promises.values():
                one.forget(after(steps[0].day))
        for day, all in grouped((one.day, one) for one in steps).items():
            touched = self._touched(then, all)
            self._begin(known, then, touched)
            self._pass(known, then, _before(day))
            then.blobs = _after(then.blobs, [], all)
            self._judge(known, then, day, touched | self._due(known, day))
            known.until = max(known.until, day)
        self._begin(known, then, begin)
        self._pass(known, then, self.today)

    def _changed(self, blobs: Blobs, steps: Iterable[FileStep]) -> Iterator[str]:
        for one in steps:
            for path, blob in one.blobs.items():
                yield from filter(None, (blobs.get(path, ""), blob))

    def _touched(self, then: Then, steps: Iterable[FileStep]) -> set[str]:
        """The promises that steps can have had a say in."""
        found: set[str] = set()
        before = dict(then.blobs)
        for one in steps:
            for path, blob in one.blobs.items():
                touched = then.touched(path, before.get(path, ""), blob)
                # Any: those that these steps bring are named by their own files
                found |= then.promises() if touched is None else touched
                before[path] = blob
        return found

    def _begin(self, known: OutcomeHistory, then: Then, touched: Collection[str]) -> None:
        """Promises that nothing touched before are as they were where the line began; terms may have passed since."""
        new = set(touched) - known.promises.keys()
        if not new:
            return
        began = self.sources.began
        # One that was not there yet is known from now on, so that it is not looked for again
        late = OutcomeHistory(began, promises={id: PromiseHistory() for id in sorted(new)})
        for id, found in then.on(began, new).items():
            late.promises[id] = PromiseHistory([JudgedDay(began, found.outcome)], found.terms)
        known.promises |= late.promises
        self._pass(late, then, known.until)

    def _passed(self, known: OutcomeHistory) -> set[str]:
        """Promises that nothing touched yet, and of which a term has passed since the line began."""
        began = self.sources.began
        left = ((id, one.terms) for id, one in self.now.items() if id not in known.promises)
        return {id for id, terms in left if any(began < after(term) <= self.today for term in terms)}

    def _terms(self, known: OutcomeHistory, since: str, until: str) -> list[str]:
        """The days after terms, later than ``since``."""
        days = {after(term) for one in known.promises.values() for term in one.terms}
        return sorted(day for day in days if since < day <= until)

    def _due(self, known: OutcomeHistory, day: str) -> set[str]:
        """The promises of which a term passed the day before."""
        return {id for id, one in known.promises.items() if any(after(term) == day for term in one.terms)}

    def _pass(self, known: OutcomeHistory, then: Then, until: str) -> None:
        """Judge what terms passed, up to a day."""
        for day in self._terms(known, known.until, until):
            self._judge(known, then, day, self._due(known, day))
        known.until = max(known.until, until)

    def _judge(self, known: OutcomeHistory, then: Then, day: str, promises: set[str]) -> None:
        if not promises:
            return
        for id, found in then.on(day, promises).items():
            known.promises.setdefault(id, PromiseHistory()).judge(day, found)


def _meanings(shared: CommonContent) -> dict[str, list[tuple[str, str]]]:
    """What the words mean that outcomes depend on."""
    each = ((name, all) for name, all in shared.words.records.items() if name not in OPEN)
    return {name: [(one.value.id, one.value.label) for one in all] for name, all in each}


def _merged(lines: Iterable[FileLine]) -> list[FileStep]:
    """The steps of several reports' files, each step once."""
    found = grouped((one.nth, one) for line in lines for one in line.steps)
    steps = (
        (all[0], {path: blob for one in all for path, blob in one.blobs.items()}) for _n, all in sorted(found.items())
    )
    return [FileStep(nth=one.nth, day=one.day, blobs=blobs) for one, blobs in steps]


def _after(blobs: Blobs, stood: Iterable[Blobs], steps: Iterable[FileStep]) -> Blobs:
    """The files after some steps."""
    found = dict(blobs)
    for one in (*stood, *(step.blobs for step in steps)):
        found |= one
    return {path: blob for path, blob in found.items() if blob}


def _before(day: str) -> str:
    return (date.fromisoformat(day) - outcome_then.ONE_DAY).isoformat()
