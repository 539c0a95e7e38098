"""The promises that a table may be about, and of which report it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from disclosure.tables.on_file import PromiseOnFile
from disclosure.tables.reading import ids

# The kind of promises that deputies vote on
LIVELIHOOD = "livelihood"
YEAR = re.compile(r"(?:19|20)\d\d")


class TableRegister(Struct, frozen=True, kw_only=True):
    """All promises by their full names; ``report`` is the one that rows without another word are about."""

    promises: Mapping[str, PromiseOnFile]
    report: str

    @property
    def own(self) -> dict[str, PromiseOnFile]:
        return {name: one for name, one in self.promises.items() if one.report.key == self.report}

    @property
    def year(self) -> int:
        return next((one.report.meta.year for one in self.own.values()), 0)


def register(promises: Iterable[PromiseOnFile], report: str, title: str, written: Iterable[str]) -> TableRegister:
    """``report`` where the editor says it; else the one that most of the ``written`` ids name, else the one of the
    year in the ``title``, else the newest."""
    known = {one.name: one for one in promises}
    years = {one.report.key: one.report.meta.year for one in known.values()}
    found = [one["report"] or "" for text in written if (one := ids.match(text))]
    named = Counter(one for one in found if one in years)
    of_year = [key for text in YEAR.findall(title) for key, year in years.items() if year == int(text)]
    newest = max(years, key=lambda key: (years[key], key), default="")
    # One id of another report says nothing of all that name none
    first = next((key for key, n in named.most_common(1) if 2 * n > len(found)), "")
    return TableRegister(promises=known, report=report or first or next(iter(of_year), "") or newest)


def is_livelihood(one: PromiseOnFile) -> bool:
    return one.commitment.kind.id == LIVELIHOOD
