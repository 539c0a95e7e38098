"""Every rule, in one explicit list."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from disclosure.catalog.book import AddressBook
from disclosure.catalog.catalog import Catalog
from disclosure.checks import (
    aliases,
    attachments,
    coverage,
    dates,
    identity,
    ids,
    links,
    privacy,
    register,
    relations,
    verbatim,
)
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
    attachments.check_attachments,
    identity.check_placeholders,
    register.check_ids,
    register.check_sections,
    register.check_titles,
    register.check_wording,
    register.check_measures,
    register.check_kinds,
    register.check_specificity,
)

# True only of a register that was read whole: a file that cannot be read leaves gaps everywhere
WHOLE: tuple[Rule, ...] = (
    register.check_vocabularies,
    relations.check_groups,
    relations.check_references,
    coverage.check_figures,
    coverage.check_clauses,
    coverage.check_exemptions,
    aliases.check_aliases,
)


def run(catalog: Catalog, book: AddressBook, earlier: ids.Earlier, ever: ids.Ever) -> Iterator[Problem]:
    """All problems of the content as a whole; ``earlier`` and ``ever`` are what git says of ids."""
    for rule in (*RULES, *WHOLE):
        yield from rule(catalog)
    if not any(report.broken for report in catalog.reports):
        # A record that could not be placed has no page yet: a link to it is not what is wrong
        yield from links.check_links(catalog, book)
    yield from ids.check_history(catalog, earlier)
    yield from ids.check_published(catalog, earlier)
    yield from ids.check_records(catalog, ever)
