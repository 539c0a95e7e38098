"""What the register can be filtered by. A further facet is a line of ``FACETS``; templates and script follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from msgspec import Struct

from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment
from disclosure.model import vocabulary
from disclosure.model.vocabulary import Term
from disclosure.pages import status
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

FacetValues = Callable[[Catalog, Report, Commitment], Iterable[Term]]


class Option(Struct, frozen=True):
    """A value of a facet, and how many commitments have it."""

    id: str
    label: str
    count: int


class Facet(Struct, frozen=True):
    """``id`` is its name in the address: ``?topic=health``."""

    id: str
    label: str
    options: tuple[Option, ...]


def _section(_catalog: Catalog, report: Report, commitment: Commitment) -> Iterable[Term]:
    return (Term(commitment.section, report.sections[commitment.section].title),)


def _specificity(_catalog: Catalog, _report: Report, commitment: Commitment) -> Iterable[Term]:
    return commitment.specificity or (Term("none", _("一样也没有写明")),)


def _outcome(_catalog: Catalog, report: Report, commitment: Commitment) -> Iterable[Term]:
    found = report.outcomes[commitment.id]
    return (Term(found.id, found.label),)


def _evidenced(_catalog: Catalog, report: Report, commitment: Commitment) -> Iterable[Term]:
    return (status.evidence_term(report.follow[commitment.id]),)


def _schedule(_catalog: Catalog, report: Report, commitment: Commitment) -> Iterable[Term]:
    return (report.follow[commitment.id].schedule or Term("no-day", _("没有期限")),)


def _departments(_catalog: Catalog, report: Report, commitment: Commitment) -> Iterable[Term]:
    return report.responsibility[commitment.id].departments


# Name in the address, label, vocabulary that orders the values (none: the report's order), values of a commitment
FACETS: tuple[tuple[str, str, str, FacetValues], ...] = (
    ("outcome", N_("结论"), vocabulary.OUTCOMES, _outcome),
    ("section", N_("小节"), "", _section),
    ("topic", N_("主题"), vocabulary.TOPICS, lambda _catalog, _report, one: one.topics),
    ("kind", N_("类别"), vocabulary.KINDS, lambda _catalog, _report, one: (one.kind,)),
    ("strength", N_("强度"), vocabulary.STRENGTHS, lambda _catalog, _report, one: (one.strength.term,)),
    ("names", N_("写明了"), vocabulary.SPECIFICITY, _specificity),
    ("department", N_("单位"), vocabulary.DEPARTMENTS, _departments),
    (
        "reported",
        N_("报告状态"),
        vocabulary.REPORTED,
        lambda _catalog, report, one: (report.follow[one.id].reported.term,),
    ),
    ("evidenced", N_("证据状态"), vocabulary.EVIDENCED, _evidenced),
    ("schedule", N_("时序"), vocabulary.SCHEDULE, _schedule),
)


def facets(catalog: Catalog, report: Report) -> tuple[Facet, ...]:
    """The facets in which the report's commitments differ."""
    all = (_facet(catalog, report, *declared) for declared in FACETS)
    return tuple(facet for facet in all if len(facet.options) > 1)


def _facet(catalog: Catalog, report: Report, id: str, label: str, words: str, values: FacetValues) -> Facet:
    counts = Counter(term for commitment in report.register.commitments for term in values(catalog, report, commitment))
    order = catalog.words.order(words) if words else {heading.id: n for n, heading in enumerate(report.text.headings)}
    ranked = sorted(counts, key=lambda term: order.get(term.id, len(order)))
    return Facet(id, _(label), tuple(Option(term.id, term.label, counts[term]) for term in ranked))


def tokens(catalog: Catalog, report: Report, commitment: Commitment) -> str:
    """What a commitment is found by: ``section=2-1-industry topic=industry …``, apart by blanks."""
    return " ".join(
        f"{id}={term.id}" for id, _label, _words, values in FACETS for term in values(catalog, report, commitment)
    )
