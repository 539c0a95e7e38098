"""How many rows a report has in each table, and the whole site in those that no report has a part of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.changes import RecordChanges
from disclosure.model.vocabulary import DEPARTMENTS, TOPICS


def commitments(report: Report) -> int:
    return len(report.register.commitments)


def departments(report: Report) -> int:
    return len({term.id for one in report.responsibility.values() for term in one.departments})


def responsible(report: Report) -> int:
    """Each part that a department has in a promise."""
    return sum(bool(one.lead) + len(one.supporting) for one in report.responsibility.values())


def looked(report: Report) -> int:
    return sum(len(one.absence.looks) for one in report.follow.values() if one.absence)


def entities_of_commitments(report: Report) -> int:
    return sum(len(report.mentions.records.get(one.id, ())) for one in report.register.commitments)


def entities_of_results(report: Report) -> int:
    return sum(len(report.mentions.records.get(one.id, ())) for one in report.register.results)


def asked(report: Report) -> int:
    """The promises that requests ask about, and those that answers speak of."""
    return sum(len(one.meta.commitments) + len(one.answer.about if one.answer else ()) for one in report.own_requests)


def evidence(report: Report) -> int:
    return sum(_documents(report))


def _documents(report: Report) -> Iterator[int]:
    for one in report.follow.values():
        yield len(one.adjustments) + sum(map(bool, (one.official, one.vote, one.satisfaction)))
    yield from (len(check.evidence) for one in report.register.results for check in one.checks)
    yield from (len(one.evidence) for one in report.updates)
    yield from (len(one.history) for one in report.responsibility.values())
    yield sum(one.found is not None for one in report.documents)
    yield from (len(one.notices) + len(one.answer.evidence if one.answer else ()) for one in report.own_requests)


def edits(changes: RecordChanges) -> int:
    """A row for each field, and one for a record that is new or gone."""
    return sum(max(1, len(one.edits)) for one in changes.all)


# The tables that reports have a part of
OF_REPORT: Mapping[str, Callable[[Report], int]] = {
    "report": lambda report: len(report.text.passages),
    "reports": lambda _report: 1,
    "sections": lambda report: len(report.text.headings),
    "paragraphs": lambda report: len(report.text.passages),
    "left-out": lambda report: sum(len(one.lines) for one in report.meta.source.left_out),
    "commitments": commitments,
    "targets": lambda report: sum(len(one.targets) for one in report.register.commitments),
    "tasks": commitments,
    "observations": lambda report: sum(len(one.observations) for one in report.follow.values()),
    "official-verdicts": lambda report: sum(one.official is not None for one in report.follow.values()),
    "votes": lambda report: sum(one.vote is not None for one in report.follow.values()),
    "satisfaction": lambda report: sum(one.satisfaction is not None for one in report.follow.values()),
    "answers": lambda report: sum(len(one.answers) for one in report.follow.values()),
    "commitments-departments": responsible,
    "commitments-topics": lambda report: sum(len(one.topics) for one in report.register.commitments),
    "commitments-results": lambda report: sum(len(one.results) for one in report.register.commitments),
    "commitments-same-matter": lambda report: sum(len(one.same_matter) for one in report.register.commitments),
    "commitments-entities": entities_of_commitments,
    "commitments-places": looked,
    "results": lambda report: len(report.register.results),
    "figures": lambda report: sum(len(one.figures) for one in report.register.results),
    "checks": lambda report: sum(len(one.checks) for one in report.register.results),
    "results-topics": lambda report: sum(len(one.topics) for one in report.register.results),
    "results-answers": lambda report: sum(len(one.answers) for one in report.register.results),
    "results-entities": entities_of_results,
    "mentions": lambda report: sum(map(len, report.mentions.passages.values())),
    "updates": lambda report: len(report.updates),
    "updates-commitments": lambda report: sum(len(one.commitments) + len(one.elsewhere) for one in report.updates),
    "updates-entities": lambda report: sum(map(len, report.mentions.updates.values())),
    "evidence": evidence,
    "responsibilities": lambda report: sum(len(one.history) for one in report.responsibility.values()),
    "departments": departments,
    "adjustments": lambda report: sum(len(one.adjustments) for one in report.follow.values()),
    "documents": lambda report: len(report.documents),
    "documents-commitments": lambda report: sum(len(one.commitments) for one in report.documents),
    "requests": lambda report: len(report.own_requests),
    "requests-documents": lambda report: sum(len(one.meta.documents) for one in report.own_requests),
    "requests-commitments": asked,
    "coverage-figures": lambda report: len(report.accounts.figures),
    "coverage-clauses": lambda report: len(report.accounts.clauses),
    "exemptions": lambda report: len(report.register.exemptions),
    "glossary": lambda report: len(report.text.notes),
    "digests": lambda report: len(report.digests),
    "digest-grounds": lambda report: sum(len(one.value.grounds) for one in report.digests),
    "changes": lambda report: edits(report.changes),
    "outcome-changes": lambda report: len(report.changes.outcomes),
}


def of_site(catalog: Catalog) -> Counter[str]:
    """The rows that no report has: of indicators, entities and words, of what belongs to the whole site."""
    return Counter(dict(_of_indicators(catalog)) | dict(_of_words(catalog)) | dict(_of_site(catalog)))


def _of_indicators(catalog: Catalog) -> Iterator[tuple[str, int]]:
    all = catalog.indicators
    context = [one for each in all for one in each.context]
    yield "indicators", sum(len(one.observations) + len(one.targets) for one in all)
    yield "indicator-definitions", len(all)
    yield "indicator-context", len(context)
    stated = sum(len(one.evidence) for each in all for one in each.observations)
    cited = stated + sum(len(one.evidence) for one in context)
    yield "evidence", cited + len(catalog.raw.calendars)


def _of_words(catalog: Catalog) -> Iterator[tuple[str, int]]:
    numbers = {name: len(words) for name, words in catalog.words.records.items()}
    yield "topics", numbers.pop(TOPICS, 0)
    yield "department-directory", numbers.pop(DEPARTMENTS, 0)
    yield "vocabulary", sum(numbers.values())
    yield "department-names", sum(len(one.value.names) for words in catalog.words.records.values() for one in words)


def _of_site(catalog: Catalog) -> Iterator[tuple[str, int]]:
    questions = [one.value for one in catalog.questions]
    yield "entities", len(catalog.entities)
    yield "entity-names", sum(len(one.others) for one in catalog.entities)
    yield "places", len(catalog.places)
    yield "calendars", len(catalog.raw.calendars)
    yield "looks", sum(len(one.located.value.looks) for one in catalog.places)
    yield "questions", len(questions)
    yield "question-grounds", sum(len(one.grounds) for one in questions)
    yield "question-ways", sum(len(one.ways) for one in questions)
    yield "corrections", len(catalog.corrections)
    yield "corrected-fields", sum(len(one.meta.corrects) for one in catalog.corrections)
    yield "retired", len(catalog.retired)
    yield "changes", edits(catalog.changes)
