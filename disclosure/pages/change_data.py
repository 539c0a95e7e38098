"""What the scripts of a list of changes load: what it is filtered by, and what is new since a reader's last visit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from disclosure.catalog.outcome import Outcome
from disclosure.history.record_change import Happening
from disclosure.pages.change_lines import OUTCOME, ChangeLine

# So many lines in the file that says what is new
RECENT = 200


class IndexRow(Struct, frozen=True, array_like=True, kw_only=True):
    """A line as the filter shows it; ``was`` and ``now`` are places in the index's ``words``, from 1."""

    day: str
    sort: str
    kind: str
    report: str
    name: str
    address: str
    note: str
    said: tuple[tuple[str, str, str], ...]
    corrections: tuple[tuple[str, str], ...]
    was: int
    now: int


class ChangeIndex(Struct, frozen=True):
    """``words`` are the outcomes as they are shown: shape, label and colour."""

    words: tuple[tuple[str, str, str], ...]
    rows: tuple[IndexRow, ...]


def index(lines: Iterable[ChangeLine]) -> ChangeIndex:
    words: dict[tuple[str, str, str], int] = {}

    def place(one: Outcome | None) -> int:
        return words.setdefault((one.shape, one.label, one.colour), len(words) + 1) if one else 0

    rows = tuple(_row(one, place) for one in lines)
    return ChangeIndex(tuple(words), rows)


def _row(one: ChangeLine, place: Callable[[Outcome | None], int]) -> IndexRow:
    step = one.view.outcome
    return IndexRow(
        day=one.day,
        sort=one.sort,
        kind=one.kind,
        report=one.report,
        name=one.link.label,
        address=one.link.address,
        note=one.link.note,
        said=tuple((each.label, each.was, each.now) for each in one.view.said),
        corrections=tuple((link.label, link.address) for link in one.view.corrections),
        was=place(step.was) if step else 0,
        now=place(step.now) if step else 0,
    )


class Recent(Struct, frozen=True, kw_only=True):
    """What is new: of each line the day, how many records it tells of, whether it tells of outcomes, the record and its
    address. ``since`` is the day from which on nothing is left out; empty where nothing at all is."""

    since: str
    rows: tuple[tuple[str, int, int, str, str], ...]


def recent(lines: Sequence[ChangeLine]) -> Recent:
    """Changes of signs and blanks are no news."""
    told = [one for one in lines if one.sort != Happening.RETOUCHED]
    shown = told[:RECENT]
    # The last day of a list that goes on may go on with it
    since = next((one.day for one in reversed(shown) if one.day != shown[-1].day), "") if shown != told else ""
    rows = ((one.day, one.number, int(one.sort == OUTCOME), one.link.label, one.link.address) for one in shown)
    return Recent(since=since, rows=tuple(rows))
