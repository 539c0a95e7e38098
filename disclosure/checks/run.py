"""Every rule, in one explicit list."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from disclosure.catalog.catalog import Catalog
from disclosure.checks import (
    attachments,
    characters,
    checked,
    corrections,
    coverage,
    dates,
    digests,
    entities,
    evidence,
    followup,
    gaps,
    grounds,
    identity,
    ids,
    links,
    observations,
    overrides,
    privacy,
    prose,
    queries,
    questions,
    register,
    relations,
    requests,
    responsibility,
    series,
    statements,
    statuses,
    titles,
    updates,
    values,
    verbatim,
)
from disclosure.problem import Problem

Rule = Callable[[Catalog], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    verbatim.check_digest,
    verbatim.check_left_out,
    verbatim.check_original,
    verbatim.check_text,
    verbatim.check_notes,
    ids.check_retired,
    characters.check_characters,
    prose.check_markdown,
    links.check_raw_html,
    links.check_headings,
    links.check_anchors,
    dates.check_reports,
    dates.check_published,
    dates.check_targets,
    dates.check_committed,
    privacy.check_personal,
    privacy.check_answers,
    attachments.check_attachments,
    attachments.check_contents,
    identity.check_placeholders,
    register.check_ids,
    entities.check_names,
    entities.check_excluded,
    questions.check_questions,
    queries.check_queries,
    grounds.check_words,
    register.check_sections,
    titles.check_titles,
    titles.check_figures_of_titles,
    titles.check_titles_of_updates,
    titles.check_wording,
    register.check_measures,
    register.check_kinds,
    register.check_specificity,
    updates.check_days,
    updates.check_events,
    updates.check_evidence,
    updates.check_entries,
    updates.check_context,
    evidence.check_sources,
    evidence.check_order,
    evidence.check_snapshots,
    evidence.check_seen,
    evidence.check_copies,
    checked.check_results,
    checked.check_levels,
    observations.check_own,
    followup.check_adjustments,
    followup.check_plans,
    followup.check_votes,
    followup.check_days_of_votes,
    followup.check_official,
    followup.check_votes_on_adjustments,
    responsibility.check_assignments,
    responsibility.check_agreement,
    responsibility.check_departments,
    values.check_values,
    values.check_indicators,
    series.check_series,
    statuses.check_statuses,
    statuses.check_order,
    statuses.check_silence,
    statements.check_adjusted,
    statements.check_official,
    statements.check_results_of_votes,
    statements.check_results_of_adjustments,
    overrides.check_reasons,
    overrides.check_sides,
    corrections.check_corrections,
    corrections.check_listed,
    corrections.check_channel,
    gaps.check_places,
    gaps.check_calendar,
    requests.check_days,
    requests.check_terms,
)

# True only of a register that was read whole: a file that cannot be read leaves gaps everywhere
WHOLE: tuple[Rule, ...] = (
    corrections.check_counted,
    register.check_vocabularies,
    relations.check_groups,
    relations.check_references,
    relations.check_same_matter,
    coverage.check_complete,
    coverage.check_figures,
    coverage.check_clauses,
    coverage.check_exemptions,
    updates.check_rubric,
    followup.check_absences,
    followup.check_absences_in_use,
    grounds.check_answers,
    digests.check_digests,
    gaps.check_documents,
    requests.check_words,
    requests.check_references,
    requests.check_holders,
    requests.check_follow_up,
)


def alone(catalog: Catalog) -> Iterator[Problem]:
    """What is certain even where not everything could be read."""
    for rule in RULES:
        yield from rule(catalog)


def whole(catalog: Catalog) -> Iterator[Problem]:
    """All problems of a report, or of the whole site's own files."""
    for rule in (*RULES, *WHOLE):
        yield from rule(catalog)
