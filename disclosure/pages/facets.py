"""What the register can be filtered by. A further facet is a line of ``FACETS``; template, index and script follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from msgspec import Struct

from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Commitment
from disclosure.catalog.outcome import is_checkable, is_measured
from disclosure.model import vocabulary
from disclosure.model.vocabulary import Term
from disclosure.pages import silence, status
from disclosure.pages.once import once_in
from disclosure.pages.page import chinese_date, iso
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


# The ids of the two facets below, in the order in which they are offered
OWN = ("yes", "measured", "unmeasured", "no")


def _known(_catalog: Catalog, report: Report, commitment: Commitment) -> Iterable[Term]:
    is_silent = silence.is_silent(report, commitment.id)
    return (Term("no", _("还没有")) if is_silent else Term("yes", _("有公开信息或官方结论")),)


def _checkable(_catalog: Catalog, _report: Report, commitment: Commitment) -> Iterable[Term]:
    if not is_checkable(commitment):
        return (Term("no", _("没有可以对照的结果")),)
    if is_measured(commitment):
        return (Term("measured", _("能，写明了数字或日期")),)
    return (Term("unmeasured", _("能，没有写数字")),)


def _evidenced(_catalog: Catalog, report: Report, commitment: Commitment) -> Iterable[Term]:
    return (status.evidence_term(report.follow[commitment.id]),)


def _schedule(_catalog: Catalog, report: Report, commitment: Commitment) -> Iterable[Term]:
    return (report.follow[commitment.id].schedule or Term("no-day", _("没有期限")),)


def _departments(_catalog: Catalog, report: Report, commitment: Commitment) -> Iterable[Term]:
    return report.responsibility[commitment.id].departments


# Of a promise that names no day
UNSAID = "unsaid"


def _due(_catalog: Catalog, _report: Report, commitment: Commitment) -> Iterable[Term]:
    """Only what stands there; by which day the others count as due, the register's sentence says."""
    if not commitment.deadline_stated:
        return (Term(UNSAID, _("没有写明")),)
    return (Term(iso(commitment.deadline), chinese_date(commitment.deadline)),)


# Name in the address, label, vocabulary that orders the values (none: the report's order, or that of ``OWN``), values
FACETS: tuple[tuple[str, str, str, FacetValues], ...] = (
    ("outcome", N_("结论"), vocabulary.OUTCOMES, _outcome),
    ("known", N_("公开信息"), "", _known),
    ("checkable", N_("能不能核对"), "", _checkable),
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
    ("due", N_("写明的期限"), "", _due),
)


class FacetValuesOf(Struct, frozen=True, kw_only=True):
    """A facet as it was declared, and its values of each commitment, by the commitment's id."""

    id: str
    label: str
    words: str
    of: dict[str, tuple[Term, ...]]


@once_in
def values(catalog: Catalog, report: Report) -> tuple[FacetValuesOf, ...]:
    """The values of all commitments in every facet."""
    return tuple(
        FacetValuesOf(
            id=id,
            label=_(label),
            words=words,
            of={one.id: tuple(given(catalog, report, one)) for one in report.register.commitments},
        )
        for id, label, words, given in FACETS
    )


def facets(catalog: Catalog, report: Report) -> tuple[Facet, ...]:
    """The facets in which the report's commitments differ."""
    all = (_facet(catalog, report, declared) for declared in values(catalog, report))
    return tuple(facet for facet in all if len(facet.options) > 1)


def _facet(catalog: Catalog, report: Report, declared: FacetValuesOf) -> Facet:
    counts = Counter(term for terms in declared.of.values() for term in terms)
    ranked = ordered(catalog, report, declared)
    return Facet(declared.id, declared.label, tuple(Option(term.id, term.label, counts[term]) for term in ranked))


def ordered(catalog: Catalog, report: Report, declared: FacetValuesOf) -> tuple[Term, ...]:
    """The values that occur, in the order in which they are offered."""
    headings = (heading.id for heading in report.text.headings)
    order = catalog.words.order(declared.words) if declared.words else {id: n for n, id in enumerate((*headings, *OWN))}
    found = dict.fromkeys(term for terms in declared.of.values() for term in terms)
    return tuple(sorted(found, key=lambda term: (order.get(term.id, len(order)), term.id)))
