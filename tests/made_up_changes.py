"""Changes by hand, in place of those that a build finds in git."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from disclosure.cache.told import ToldRef
from disclosure.catalog.changes import RecordChanges
from disclosure.history.record_change import Cause, FieldEdit, Happening, OutcomeChange, RecordChange

SINCE, LAST = date(2020, 1, 1), date(2024, 2, 28)
WORDS = ("not-due", "under-way", "done", "disputed")


def change(record: str, day: str = "2024-02-01", **given: object) -> RecordChange:
    whole = {"kind": "commitment", "report": "2024", "happening": Happening.CHANGED, "nth": 1, "commit": "c0ffee"}
    return RecordChange(record=record, day=day, **{**whole, **given})  # type: ignore[arg-type]


def edit(field: str, was: str, now: str) -> FieldEdit:
    return FieldEdit(field=field, was=was, now=now)


def many(number: int, records: tuple[str, ...]) -> RecordChanges:
    """So many changes of these records, several a day, with long texts; an outcome for every tenth."""
    all = tuple(sorted(_many(number, records), key=lambda one: one.day, reverse=True))
    outcomes = {(one.record, one.day): n for n, one in enumerate(all) if n % 10 == 0}
    return RecordChanges(
        all=all,
        outcomes=tuple(
            OutcomeChange(
                record=record, report="2024", day=day, was=WORDS[n % 4], now=WORDS[(n + 1) % 4], cause=Cause.RECORD
            )
            for (record, day), n in outcomes.items()
        ),
        known=True,
        since=SINCE.isoformat(),
    )


def _many(number: int, records: tuple[str, ...]) -> Iterator[RecordChange]:
    days = (LAST - SINCE).days
    for n in range(number):
        day = SINCE + timedelta(days=1 + n * (days - 1) // number)
        # Fields differ, so that no two of a day stand together
        edits = tuple(edit(f"targets.{n + 1}.{field}", "原" * 200, "现" * 200) for field in ("measure", "because"))
        yield change(records[n % len(records)], day.isoformat(), nth=n + 1, edits=edits)


def given(monkeypatch: pytest.MonkeyPatch, of_report: RecordChanges, of_site: RecordChanges | None = None) -> None:
    """What builds in this process are told from now on."""
    changes = {"": of_site or RecordChanges(known=of_report.known, since=of_report.since), "2024": of_report}
    monkeypatch.setattr(
        "disclosure.build.told.ref", lambda _history, _tree, key, _today: ToldRef(kept=f"made up {key}")
    )
    monkeypatch.setattr("disclosure.cache.told.read", lambda _store, ref: changes[ref.kept.removeprefix("made up ")])
    monkeypatch.setattr("disclosure.build.outcome_history.joined", lambda catalog, *_history: catalog)
