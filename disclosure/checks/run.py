"""Every rule, in one explicit list."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from disclosure.catalog.book import AddressBook
from disclosure.catalog.catalog import Catalog
from disclosure.checks import dates, identity, ids, links, privacy, verbatim
from disclosure.problem import Problem

Rule = Callable[[Catalog], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    verbatim.check_digest,
    verbatim.check_text,
    verbatim.check_notes,
    ids.check_retired,
    links.check_raw_html,
    links.check_headings,
    links.check_anchors,
    dates.check_reports,
    dates.check_published,
    privacy.check_personal_numbers,
    identity.check_placeholders,
)


def run(catalog: Catalog, book: AddressBook, earlier: ids.Earlier) -> Iterator[Problem]:
    """All problems of the content as a whole; ``earlier`` is what git says the ids meant before."""
    for rule in RULES:
        yield from rule(catalog)
    yield from links.check_links(catalog, book)
    yield from ids.check_history(catalog, earlier)
