"""Lists of promises: what is known first, and what is not known said once, under a heading with its number."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment
from disclosure.catalog.outcome import Outcome
from disclosure.grouping import grouped
from disclosure.model import vocabulary
from disclosure.pages.page import Link
from disclosure.translation import gettext as _

# Words that say of a promise only that nothing came to be known of it
SILENT: Final = ("candidate", "not-comparable", "not-due", "due-unsearched", "due-silent")


class Silence(Struct, frozen=True, kw_only=True):
    """What is said once of several promises: their word, what it means, and where one can do something about it."""

    outcome: Outcome
    about: str
    count: str
    way: Link | None


def is_silent(report: Report, id: str) -> bool:
    """Whether nothing is known of a promise but the word for that."""
    return report.follow[id].absence is not None and report.outcomes[id].id in SILENT


def split(
    catalog: Catalog, report: Report, all: Iterable[Commitment]
) -> tuple[tuple[Commitment, ...], tuple[tuple[Silence, tuple[Commitment, ...]], ...]]:
    """The promises of which something is known; the others by what is said of them, in the vocabulary's order."""
    every = tuple(all)
    known = tuple(one for one in every if not is_silent(report, one.id))
    silent = grouped((report.outcomes[one.id], one) for one in every if is_silent(report, one.id))
    order = catalog.words.order(vocabulary.OUTCOMES)
    ranked = sorted(silent, key=lambda one: (order.get(one.id, len(order)), one.note))
    return known, tuple((_silence(catalog, report, one, len(silent[one])), tuple(silent[one])) for one in ranked)


def _silence(catalog: Catalog, report: Report, outcome: Outcome, count: int) -> Silence:
    word = catalog.words.word(vocabulary.OUTCOMES, outcome.id)
    return Silence(
        outcome=outcome,
        about=word.description if word else "",
        count=_("{n}条").format(n=count),
        way=Link(_("还缺哪些文件"), address.gaps(report.key)) if report.documents else None,
    )
