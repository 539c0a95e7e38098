"""What the search page has to know before any document: kinds, names that say nothing, aliases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from disclosure.catalog import address, period
from disclosure.catalog.catalog import Catalog, Report
from disclosure.model import vocabulary
from disclosure.pages import departments, over
from disclosure.pages.document import SearchKind
from disclosure.search import answer_files, answers, files, registry, statuses
from disclosure.search.answers import AnsweredReport, SearchAnswers
from disclosure.search.fold import fold
from disclosure.search.weights import SCALE
from disclosure.translation import gettext as _

# 青云谱区 is also called 青云谱
RANK = re.compile("(?<=..)[区县市]$")
# The vocabularies that all values of a facet are from
WORDS = {"topic": vocabulary.TOPICS, "department": vocabulary.DEPARTMENTS}
# What parts words and sides in the table
NO_BLANK = re.compile(r"[\s=]")
# Address, title, and the words that it goes by beside its title
SearchWay = tuple[str, str, str]


class About(Struct, frozen=True, kw_only=True):
    """What the search has to know of a report."""

    key: str
    district: str
    heading: str
    year: int
    answered: AnsweredReport


def about(catalog: Catalog, report: Report) -> About:
    meta = report.meta
    return About(
        key=report.key,
        district=meta.district,
        heading=meta.heading,
        year=meta.year,
        answered=answers.of_report(catalog, report),
    )


def head(catalog: Catalog, reports: Sequence[About], answered: SearchAnswers, *, large: bool) -> dict[str, Any]:
    rows = [(one.key, one.year, one.answered.title, one.district) for one in reports]
    parted = large and answer_files.are_parted(rows)
    return {
        "format": files.FORMAT,
        "scale": SCALE,
        "kinds": [{"id": one.id, "label": _(one.label), "prior": one.prior} for one in _kinds(catalog)],
        "names": names(catalog, reports),
        # The newest report's: what it says of the year before are results
        "year": max((one.year for one in reports), default=0),
        # Key, year, title and district, newest first, where hits are told apart by them
        "reports": rows if len(rows) > 1 else [],
        # The same of a report alone, for who searches it with other sites
        "only": rows[0] if len(rows) == 1 else None,
        # What a hit says of a year that is over
        "over": {str(year): over.of_report(year) for year in _over(catalog, reports)},
        "aliases": aliases(catalog),
        files.RARER: rarer(catalog),
        "ways": questions(catalog) if parted else [*questions(catalog), *offices(catalog)],
        files.PLACES: places(catalog),
        "asks": answer_files.asks(answered, rows, figures_apart=parted),
        # What many districts have is in files of its own
        **({files.DEPARTMENTS: offices(catalog)} if parted else {}),
    }


def _kinds(catalog: Catalog) -> Iterator[SearchKind]:
    """Those that a site can have; what only some have stands behind all others, whose numbers are their places."""
    return (one for one in registry.kinds() if catalog.districts or not one.of_many)


def answered(catalog: Catalog, reports: Sequence[About]) -> SearchAnswers:
    return answers.answers(catalog, [one.answered for one in reports])


def _over(catalog: Catalog, reports: Sequence[About]) -> list[int]:
    return sorted({one.year for one in reports if period.is_over(one.year, catalog.today)}, reverse=True)


def labels(catalog: Catalog, reports: Sequence[About]) -> files.FacetLabels:
    """What the ids are called of the facets whose values are words of a vocabulary."""
    counted = statuses.labels(catalog, (one.answered.counts for one in reports))
    return {**{name: _labels(catalog, words) for name, words in WORDS.items()}, **counted}


def _labels(catalog: Catalog, words: str) -> dict[str, str]:
    return {id: catalog.words.id(words, id).label for id in catalog.words.order(words)}


def names(catalog: Catalog, reports: Sequence[About]) -> list[str]:
    """Names that everything here is about, longest first: to look for them would find everything."""
    found = {catalog.site.title}
    for values in ({one.district for one in reports}, {one.heading for one in reports}):
        if len(values) == 1:
            found |= values
    short = {RANK.sub("", one) for one in found}
    return sorted(map(fold, found | short), key=lambda one: (-len(one), one))


def aliases(catalog: Catalog) -> str:
    """A line for each: the words that readers type, ``=``, the words to look for as well.

    The names of an entity find each other, but for those of which the editors say themselves what they mean.
    """
    records = [one.value for one in catalog.raw.aliases]
    own = {fold(word) for one in records for word in one.said}
    lines = [f"{_words(one.words)}={_words(one.means)}" for one in records if one.words]
    for entity in catalog.entities:
        words = [name for name in entity.names if fold(name) not in own]
        if entity.others and words:
            lines.append(f"{_words(words)}={_words([*entity.names])}")
    return "\n".join(lines)


def rarer(catalog: Catalog) -> str:
    """The same of the words that are looked up only where what was typed is found nowhere."""
    records = (one.value for one in catalog.raw.aliases)
    return "\n".join(f"{_words(one.rarer)}={_words(one.means)}" for one in records if one.rarer)


def questions(catalog: Catalog) -> list[SearchWay]:
    """What leads past the hits: questions with an answer."""
    asked = (one.value for one in catalog.questions)
    return [(address.question(one.id), one.question, _words(one.wordings)) for one in asked]


def offices(catalog: Catalog) -> list[SearchWay]:
    """The same of departments, by what they were called, too."""
    return [
        (address.department(one.id), one.label, _words([each.label for each in one.names]))
        for one in departments.words(catalog)
    ]


def places(catalog: Catalog) -> list[SearchWay]:
    """The same of entities, of which there are many."""
    return [(address.entity(one.id), one.name, _words([*one.others])) for one in catalog.entities]


def _words(words: list[str]) -> str:
    return " ".join(NO_BLANK.sub("", fold(word)) for word in words)
