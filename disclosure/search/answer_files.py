"""The files of answers: one on most sites; where there are many reports, one of what is answered to whoever names none
of them, and one for each district and year, of which a query reads at most one more.

``templates/js/search/answers.js`` reads them. What it says of reports that a query does not name is of the newest
alone, so the first file has no more of them; so has that of a year, of whose reports only the first are shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter

from msgspec import Struct

from disclosure.grouping import grouped
from disclosure.search import files
from disclosure.search.answers import NAME, AnswerLine, DueAnswers, SearchAnswers
from disclosure.search.statuses import StatusAnswers, StatusReport, StatusValue

# Reports above which answers come in parts, and as many lines as a query is shown (MOST in answers.js)
WHOLE, SHOWN = 40, 6
# Key, year, title and district, as the index's first file has them
SearchedReport = tuple[str, int, str, str]


class PartedStatuses(Struct, frozen=True, kw_only=True):
    """As ``StatusAnswers``, of the newest reports; ``counted`` says of each value whether any report at all has it."""

    values: tuple[StatusValue, ...]
    reports: tuple[StatusReport, ...]
    some: str
    none: str
    list: str
    all: str
    counted: tuple[bool, ...]


class PartedAnswers(Struct, frozen=True):
    """The first file where there are more. ``parted`` says so."""

    lines: tuple[AnswerLine, ...]
    statuses: PartedStatuses
    due: DueAnswers
    parted: bool = True


class AnswersPart(Struct, frozen=True):
    """A further file: what is answered of the reports of a district, or of the first of a year."""

    lines: tuple[AnswerLine, ...]
    reports: tuple[StatusReport, ...]


def answer_files(all: SearchAnswers, reports: Sequence[SearchedReport]) -> Iterator[tuple[str, bytes]]:
    """Addresses and bytes; ``reports`` stand newest first."""
    if len(reports) <= WHOLE:
        yield files.file(NAME, all)
        return
    yield files.file(NAME, PartedAnswers(_first(all.lines), _statuses(all.statuses), all.due))
    # By their number among those of the first file's reports, as no name of a place is one of a file
    districts = list(dict.fromkeys(map(itemgetter(3), reports)))
    for number, district in enumerate(districts):
        yield files.file(f"{NAME}/{number}", _part(all, {one[0] for one in reports if one[3] == district}, tuple))
    for year, of in sorted(grouped((one[1], one[0]) for one in reports).items()):
        yield files.file(f"{NAME}/{year}", _part(all, {*of}, _first))


def _part(
    all: SearchAnswers, keys: set[str], some: Callable[[Iterable[AnswerLine]], tuple[AnswerLine, ...]]
) -> AnswersPart:
    told = tuple(one for one in all.statuses.reports if one.key in keys)
    return AnswersPart(some(one for one in all.lines if one.report in keys), told if some is tuple else told[:SHOWN])


def _first(lines: Iterable[AnswerLine]) -> tuple[AnswerLine, ...]:
    """Of the lines that the same words ask for the first few; all of those that speak of no report."""
    seen: Counter[tuple[str, str]] = Counter()
    kept = []
    for one in lines:
        seen[one.kind, one.words] += 1
        if not one.report or seen[one.kind, one.words] <= SHOWN:
            kept.append(one)
    return tuple(kept)


def _statuses(all: StatusAnswers) -> PartedStatuses:
    counted = tuple(any(one.counts[n] for one in all.reports) for n in range(len(all.values)))
    return PartedStatuses(
        values=all.values,
        reports=all.reports[:SHOWN],
        some=all.some,
        none=all.none,
        list=all.list,
        all=all.all,
        counted=counted,
    )
