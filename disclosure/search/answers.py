"""What is answered in a line before any hit: how many promises have a status, who answers for them, what an indicator's
figures are, what was done on a day.

Each answer stands in one small file with the words that ask for it; the index holds these words alone, so that the file
is read only for a query that has one (``templates/js/search/answers.js``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Indicator
from disclosure.model.vocabulary import Term
from disclosure.pages import facets, indicator_sentence, indicators, responsible
from disclosure.pages.page import Link
from disclosure.search.fold import fold
from disclosure.search.tokens import runs
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

NAME = "answers"
# The facets of the register whose values are asked for by name
STATUSES = ("outcome", "reported", "evidenced", "schedule")
# Statuses are counted of so many reports, the newest
NEWEST = 3
# What people say for the ids of a vocabulary, and where they ask who answers: words parted by blanks
SAID = {
    "not-done": N_("没完成 没有完成 没做完 没做到 没有做到 没兑现 没有兑现 没实现"),
    "done": N_("完成了 做完了 做到了 已经完成 兑现了 已兑现"),
    "under-way": N_("进行中 正在做 正在推进 正在进行"),
    "not-started": N_("没开始 还没开始 没动工 没有启动"),
    "not-due": N_("没到期 还没到期"),
    "due": N_("到期 到期了 过期"),
    "late": N_("延期 拖延 逾期"),
    "supported": N_("有证据"),
    "none-public": N_("没有证据 没证据"),
}
WHO = N_("谁负责 由谁负责 谁来负责 谁管 归谁 谁牵头 责任单位 责任人 负责人 负责单位 牵头单位")
RATE = re.compile("(?:增速|增长率|增幅|涨幅)$")
# What names are said without
SPARED = re.compile("^(?:城镇|地方|规模以上|规上|全区|实际)|(?:人数|总额|总量|金额)$")
CLAUSE = re.compile("[，（）]")


class StatusCount(Struct, frozen=True):
    """How many promises of a report have a value of a facet."""

    facet: str
    value: Term
    count: int


class AnswerLine(Struct, frozen=True, array_like=True):
    """``kind`` says how ``words`` ask for it: ``status`` where a query is one of them, ``figure`` where it is one with
    nothing beside it but what is asked, ``said`` where it has one. ``links`` are label and address."""

    kind: str
    words: str
    text: str
    links: tuple[tuple[str, str], ...]


class AnsweredReport(Struct, frozen=True, kw_only=True):
    """What is answered of a report: ``title`` as it is called, ``delivered`` its day, ``responsible`` who answers."""

    key: str
    title: str
    delivered: str
    responsible: str
    counts: tuple[StatusCount, ...]


def of_report(catalog: Catalog, report: Report) -> AnsweredReport:
    return AnsweredReport(
        key=report.key,
        title=report.meta.title,
        delivered=report.meta.delivered.isoformat(),
        responsible=responsible.sentence(report) if report.register.commitments else "",
        counts=tuple(_counts(catalog, report)),
    )


def _counts(catalog: Catalog, report: Report) -> Iterator[StatusCount]:
    for one in facets.values(catalog, report):
        if one.id in STATUSES:
            found = [term for terms in one.of.values() for term in terms]
            yield from (StatusCount(one.id, term, found.count(term)) for term in dict.fromkeys(found))


def answers(catalog: Catalog, reports: Sequence[AnsweredReport]) -> list[AnswerLine]:
    """All that can be asked; ``reports`` stand newest first."""
    return [
        *(answer for one in reports[:NEWEST] if one.counts for answer in _statuses(catalog, one)),
        *(_responsible(one) for one in reports[:NEWEST] if one.responsible),
        *(_figures(catalog, one) for one in _first_aimed(catalog.indicators)),
        *(_day(one) for one in reports),
    ]


def asks(all: Iterable[AnswerLine]) -> str:
    """The words that ask for an answer, parted by blanks: of two the one that the other begins, holds or ends with."""
    words = dict.fromkeys(word for one in all for word in one.words.split())
    return " ".join(word for word in words if not any(other in word for other in words if other != word))


def _statuses(catalog: Catalog, report: AnsweredReport) -> Iterator[AnswerLine]:
    for id, label, words, _of in facets.FACETS:
        if id in STATUSES:
            counts = {one.value: one.count for one in report.counts if one.facet == id}
            given = [catalog.words.id(words, value) for value in catalog.words.order(words)]
            for term in dict.fromkeys((*given, *counts)):
                yield _status(report, (id, _(label)), term, counts.get(term, 0))


def _status(report: AnsweredReport, facet: tuple[str, str], term: Term, count: int) -> AnswerLine:
    id, label = facet
    some, none = _("{report}：{facet}是“{label}”的承诺有{n}条。"), _("{report}：没有{facet}是“{label}”的承诺。")
    text = (some if count else none).format(report=report.title, facet=label, label=term.label, n=count)
    way = _("看这{n}条").format(n=count) if count else _("看承诺清单")
    words = (term.label, CLAUSE.split(term.label)[0], *_said(term.id))
    return AnswerLine("status", _words(words), text, ((way, f"{address.commitments(report.key)}?{id}={term.id}"),))


def _said(id: str) -> list[str]:
    return _(SAID[id]).split() if id in SAID else []


def _responsible(report: AnsweredReport) -> AnswerLine:
    text = _("{report}：{sentence}").format(report=report.title, sentence=report.responsible)
    return AnswerLine("said", _words(_(WHO).split()), text, ((_("任务分解表"), address.tasks(report.key)),))


def _day(report: AnsweredReport) -> AnswerLine:
    year, month, day = (int(part) for part in report.delivered.split("-"))
    words = (f"{month}月{day}日", report.delivered)
    text = _("{year}年{month}月{day}日：《{title}》作出。").format(year=year, month=month, day=day, title=report.title)
    return AnswerLine("said", _words(words), text, ((_("看这份报告"), address.report(report.key)),))


def _first_aimed(all: Iterable[Indicator]) -> list[Indicator]:
    """Those with a target first: of a measure and its rate, the one of which something was promised."""
    return sorted(all, key=lambda one: not one.targets)


def _figures(catalog: Catalog, one: Indicator) -> AnswerLine:
    said = indicator_sentence.sentence(one)
    # Of what is no number (稳中提质) there is no sentence
    if not said.strip(_("。")):
        said = indicators.in_words(one) or _("本站没有收录到数值。")
    text = _("{name}：{sentence}").format(name=one.name, sentence=said)
    links = (Link(_("各年数值和出处"), address.indicator(one.id)), *indicators.sources(one))
    return AnswerLine("figure", _words(_names(catalog, one)), text, tuple((link.label, link.address) for link in links))


def _names(catalog: Catalog, one: Indicator) -> Iterator[str]:
    """What it is called: by its name, that of the level of a rate, and the editors' aliases for most of it."""
    base = RATE.sub("", one.name)
    yield from (one.name, base, SPARED.sub("", base))
    for alias in (each.value for each in catalog.raw.aliases):
        meant = max((means for means in alias.means if means in base), key=len, default="")
        if len(meant) * 2 > len(base):
            yield from alias.said


def _words(words: Iterable[str]) -> str:
    """As the search reads them: folded, without marks and blanks."""
    return " ".join(dict.fromkeys(filter(None, ("".join(runs(fold(word))) for word in words))))
