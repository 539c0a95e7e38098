"""The files of answers: one on most sites; where there are many reports, one of what is answered to whoever names none
of them, one for each district and year, of which a query reads at most one more, and one of the figures of each
district, which a query reads that names it.

``templates/js/search/answers.js`` reads them. What it says of reports that a query does not name is of the newest
alone, so the first file has no more of them; so has that of a year, of whose reports only the first are shown. The
figure of a district (安宁区地区生产总值) is asked for with the district's name, so nobody else needs it, nor the words
that ask for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

from disclosure.grouping import grouped
from disclosure.search import answers, files
from disclosure.search.answers import FIGURE, NAME, AnswerLine, DueAnswers, SearchAnswers
from disclosure.search.fold import fold
from disclosure.search.statuses import StatusAnswers, StatusReport, StatusValue

# Reports above which answers come in parts, and as many lines as a query is shown (MOST in answers.js)
WHOLE, SHOWN = 40, 6
# The files of figures
FIGURES = "figures"
# Key, year, title and district, as the index's first file has them
SearchedReport = tuple[str, int, str, str]
# A district, or a year
GroupKey = TypeVar("GroupKey", bound=Hashable)


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


def answer_files(
    all: SearchAnswers, reports: Sequence[SearchedReport], *, figures_apart: bool
) -> Iterator[tuple[str, bytes]]:
    """Addresses and bytes; ``reports`` stand newest first. A small site's index has no figures apart."""
    if not are_parted(reports):
        yield files.file(NAME, all)
        return
    lines, figures = _parted(all.lines, reports if figures_apart else ())
    yield files.file(NAME, PartedAnswers(_first(lines), _statuses(all.statuses), all.due))
    for number, name in enumerate(_districts(reports) if figures_apart else ()):
        yield files.file(f"{FIGURES}/{number}", figures.get(name, []))
    # By their number among those of the first file's reports, as no name of a place is one of a file
    of_districts = _parts(all, {key: district for key, _year, _title, district in reports})
    for number, part in enumerate(of_districts.values()):
        yield files.file(f"{NAME}/{number}", part)
    of_years = _parts(all, {key: year for key, year, _title, _district in reports})
    for year, part in sorted(of_years.items()):
        yield files.file(f"{NAME}/{year}", AnswersPart(_first(part.lines), part.reports[:SHOWN]))


def are_parted(reports: Sequence[SearchedReport]) -> bool:
    return len(reports) > WHOLE


def asks(all: SearchAnswers, reports: Sequence[SearchedReport], *, figures_apart: bool) -> str:
    """The words that ask for an answer, but for figures that stand apart, parted by blanks."""
    lines, _figures = _parted(all.lines, reports if figures_apart else ())
    return answers.asks(lines, all.statuses.values, _districts(reports))


def _districts(reports: Iterable[SearchedReport]) -> list[str]:
    """In the order in which the first file names them, by which they are numbered."""
    return list(dict.fromkeys(district for _key, _year, _title, district in reports))


def _parted(
    all: Iterable[AnswerLine], reports: Iterable[SearchedReport]
) -> tuple[list[AnswerLine], dict[str, list[AnswerLine]]]:
    """All lines but the figures of a district, and those by the district."""
    # The longest first: of 安宁新区 is no figure of 安宁
    names = {fold(one): one for one in sorted(_districts(reports), key=len, reverse=True) if one}
    begins = [(_beginning(line, names) if line.kind == FIGURE else "", line) for line in all]
    return [line for name, line in begins if not name], grouped((names[name], line) for name, line in begins if name)


def _beginning(line: AnswerLine, names: Iterable[str]) -> str:
    """The name with which all of a line's words begin, where something follows it; else nothing."""
    words = line.words.split(" ")
    return next((name for name in names if all(word.startswith(name) and word != name for word in words)), "")


def _parts(all: SearchAnswers, groups: Mapping[str, GroupKey]) -> dict[GroupKey, AnswersPart]:
    """What is answered of the reports of each group, by the group of each report's key; all is read once."""
    lines = grouped((groups[one.report], one) for one in all.lines if one.report in groups)
    told = grouped((groups[one.key], one) for one in all.statuses.reports if one.key in groups)
    every = dict.fromkeys(groups.values())
    return {group: AnswersPart(tuple(lines.get(group, ())), tuple(told.get(group, ()))) for group in every}


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
