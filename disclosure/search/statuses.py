"""How many promises of a report have a status, and the words that ask for it.

The browser puts the sentences together: which reports are meant is known only with the query.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.model.vocabulary import Term
from disclosure.pages import facets
from disclosure.search.fold import fold
from disclosure.search.tokens import runs
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

# The facets of the register whose values are asked for by name
STATUSES = ("outcome", "reported", "evidenced", "schedule")
# What people say for the ids of a vocabulary: words parted by blanks
SAID = {
    "not-done": N_(
        "没完成 没有完成 没能完成 未能完成 还没完成 尚未完成 没做完 没做到 没有做到 没实现 没有实现 "
        "没落实 没有落实 未落实"
    ),
    "done": N_("完成了 做完了 做到了 已经完成"),
    "under-way": N_("进行中 正在做 正在推进 正在进行"),
    "not-started": N_("没开始 还没开始 没动工 没有启动"),
    "not-due": N_("没到期 还没到期"),
    "due": N_("到期 到期了 过期"),
    "late": N_("延期 拖延 逾期"),
    "supported": N_("有证据"),
    "none-public": N_("没有证据 没证据"),
}
CLAUSE = re.compile("[，（）]")


class StatusCount(Struct, frozen=True):
    """How many promises of a report have a value of a facet."""

    facet: str
    value: Term
    count: int


class StatusValue(Struct, frozen=True, array_like=True, kw_only=True):
    """A value that can be asked for: its facet's id and label, its own, and the words that ask for it.

    ``nearly`` is the beginning of a long label, which other values may share.
    """

    facet: str
    facet_label: str
    id: str
    label: str
    words: str
    nearly: str


class StatusReport(Struct, frozen=True, array_like=True):
    """A report as it is called, its register, and how many of its promises have each of the values, in their order."""

    key: str
    title: str
    register: str
    counts: tuple[int, ...]


class StatusAnswers(Struct, frozen=True):
    """``reports`` stand newest first; ``some`` and ``none`` are the sentences, ``list`` and ``all`` what leads on."""

    values: tuple[StatusValue, ...]
    reports: tuple[StatusReport, ...]
    some: str
    none: str
    list: str
    all: str


def counts(catalog: Catalog, report: Report) -> Iterator[StatusCount]:
    for one in facets.values(catalog, report):
        if one.id in STATUSES:
            found = Counter(term for terms in one.of.values() for term in terms)
            yield from (StatusCount(one.id, term, count) for term, count in found.items())


def answers(catalog: Catalog, reports: Sequence[tuple[str, str, Sequence[StatusCount]]]) -> StatusAnswers:
    """``reports`` are key, title and counts of each."""
    terms = [
        (id, _(label), term)
        for id, label, words, _of in facets.FACETS
        if id in STATUSES
        for term in _terms(
            catalog, words, (one for _key, _title, counts in reports for one in counts if one.facet == id)
        )
    ]
    return StatusAnswers(
        values=tuple(_value(id, label, term) for id, label, term in terms),
        reports=tuple(
            StatusReport(key, title, address.commitments(key), _numbers(terms, counts))
            for key, title, counts in reports
            if counts
        ),
        some=_("{report}：{facet}是“{label}”的承诺有{n}条。"),
        none=_("{report}：没有{facet}是“{label}”的承诺。"),
        list=_("看这{n}条"),
        all=_("看承诺清单"),
    )


def labels(catalog: Catalog, reports: Iterable[Sequence[StatusCount]]) -> dict[str, dict[str, str]]:
    """What the values of each facet are called, in their order, whether a promise has one or not."""
    found = [one for counts in reports for one in counts]
    return {
        id: {term.id: term.label for term in _terms(catalog, words, (one for one in found if one.facet == id))}
        for id, _label, words, _of in facets.FACETS
        if id in STATUSES
    }


def _terms(catalog: Catalog, words: str, counted: Iterable[StatusCount]) -> tuple[Term, ...]:
    """Those of the vocabulary, and what is counted beside them."""
    given = (catalog.words.id(words, id) for id in catalog.words.order(words))
    return tuple({term.id: term for term in (*given, *(one.value for one in counted))}.values())


def _value(facet: str, facet_label: str, term: Term) -> StatusValue:
    said = _(SAID[term.id]).split() if term.id in SAID else []
    words, nearly = spoken((term.label, *said)), spoken(CLAUSE.split(term.label)[:1])
    return StatusValue(
        facet=facet,
        facet_label=facet_label,
        id=term.id,
        label=term.label,
        words=words,
        nearly="" if nearly in words.split() else nearly,
    )


def _numbers(terms: Iterable[tuple[str, str, Term]], counts: Iterable[StatusCount]) -> tuple[int, ...]:
    found = {(one.facet, one.value.id): one.count for one in counts}
    return tuple(found.get((id, term.id), 0) for id, _label, term in terms)


def spoken(words: Iterable[str]) -> str:
    """Words as the search reads them: folded, without marks and blanks."""
    return " ".join(dict.fromkeys(filter(None, ("".join(runs(fold(word))) for word in words))))
