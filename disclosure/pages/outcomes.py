"""How many promises have which outcome, and how many can be checked at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.outcome import Outcome, is_checkable, is_measured, worded
from disclosure.model import vocabulary
from disclosure.pages import cautions, narrative
from disclosure.pages.once import once_in
from disclosure.pages.page import Link
from disclosure.translation import gettext as _

# The heading of method.md that explains the words: `## 一句话结论 {#outcomes}`
ANCHOR = "outcomes"


class OutcomeCount(Struct, frozen=True):
    """A word, how many promises have it, and the way to them."""

    outcome: Outcome
    count: int
    register: str


class OutcomesView(Struct, frozen=True, kw_only=True):
    """The words of a report's promises, in the vocabulary's order; the numbers add up to all of them.

    ``words`` say in sentences how many can be checked at all, and what the words come to. ``method`` explains them.
    """

    rows: tuple[OutcomeCount, ...]
    words: tuple[str, ...]
    method: Link | None


@once_in
def view(catalog: Catalog, report: Report) -> OutcomesView:
    method = narrative.explained(catalog, _("这些词怎样定"), ANCHOR)
    return OutcomesView(rows=tuple(_rows(catalog, report)), words=tuple(_words(report)), method=method)


def _rows(catalog: Catalog, report: Report) -> Iterator[OutcomeCount]:
    counted = Counter(outcome.id for outcome in report.outcomes.values())
    register = address.commitments(report.key)
    for id in catalog.words.order(vocabulary.OUTCOMES):
        if counted[id]:
            yield OutcomeCount(worded(catalog.words, id), counted[id], f"{register}?outcome={id}")


def _words(report: Report) -> Iterator[str]:
    """How many can be checked, and how many are directions; then what is known of them."""
    commitments = report.register.commitments
    checkable = [one for one in commitments if is_checkable(one)]
    yield _(
        "{all}条承诺里，{n}条能核对做没做到（其中{m}条写明了数字或日期），"
        "{rest}条是总体要求、定性的说法，或只说去做，没有可以对照的结果。"
    ).format(
        all=len(commitments),
        n=len(checkable),
        m=sum(is_measured(one) for one in checkable),
        rest=len(commitments) - len(checkable),
    )
    sides = Counter(outcome.counts for outcome in report.outcomes.values())
    if sides["kept"] or sides["missed"]:
        yield _("到目前，{kept}条计作兑现，{missed}条计作没有兑现，{rest}条两样都不是。").format(
            kept=sides["kept"], missed=sides["missed"], rest=sides["neither"]
        )
    else:
        yield _("到目前，没有一条有足够的公开信息可以说做到了或没有做到；{silence}").format(silence=_(cautions.SILENCE))
