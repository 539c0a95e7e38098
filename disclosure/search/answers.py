"""What is answered in a line before any hit: how many promises have a status, who answers for them, what an indicator's
figures are, what was done on a day.

Each answer stands in one small file with the words that ask for it; the index holds these words alone, so that the file
is read only for a query that has one (``templates/js/search/answers.js``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Indicator
from disclosure.pages import facets, indicator_sentence, indicators, outcomes, responsible
from disclosure.pages.outcomes import OutcomeCount
from disclosure.pages.page import Link, chinese_date, iso
from disclosure.search import statuses
from disclosure.search.fold import fold
from disclosure.search.statuses import StatusAnswers, StatusCount, StatusValue, spoken
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

NAME = "answers"
# Kinds of lines that a day asks for, and that an indicator's name does
DAYS = ("day", "due")
FIGURE = "figure"
# What people say who ask whether promises were kept, and who answers for them: words parted by blanks
KEPT = N_("兑现 兑现了 已兑现 已经兑现 兑现率 没兑现 没有兑现 没能兑现 未兑现 未能兑现 尚未兑现 还没兑现 不兑现")
WHO = N_("谁负责 由谁负责 谁来负责 谁管 归谁 谁牵头 责任单位 责任人 负责人 负责单位 牵头单位")
RATE = re.compile("(?:增速|增长率|增幅|涨幅)$")
# What names are said without
SPARED = re.compile("^(?:城镇|地方|规模以上|规上|全区|实际)|(?:人数|总额|总量|金额)$")


class AnswerLine(Struct, frozen=True, array_like=True):
    """``kind`` says how ``words`` ask for it: ``status`` where a query is one of them, ``figure`` where it is one with
    nothing beside it but what is asked, ``said`` where it has one; of a day, ``day`` where a query has it, ``due``
    where it asks for nothing else. ``links`` are label and address; ``report`` is the key of the one that it speaks of.
    """

    kind: str
    words: str
    text: str
    links: tuple[tuple[str, str], ...]
    report: str = ""


class DueAnswers(Struct, frozen=True):
    """What is said of a day on which nothing is due, and what leads on."""

    none: str
    all: str


class SearchAnswers(Struct, frozen=True):
    """The file: what is answered in a line of its own, the statuses, days on which nothing is due."""

    lines: tuple[AnswerLine, ...]
    statuses: StatusAnswers
    due: DueAnswers


class DueCount(Struct, frozen=True):
    """How many promises are due on a day: those that name it, and those that name none and count as due then."""

    day: date
    stated: int
    unstated: int


class AnsweredReport(Struct, frozen=True, kw_only=True):
    """What is answered of a report: ``title`` as it is called, ``delivered`` its day, ``responsible`` who answers.

    ``kept`` says whether promises were kept, ``outcomes`` are the lists of those that were, or were not.
    """

    key: str
    title: str
    delivered: date
    responsible: str
    kept: str
    outcomes: tuple[tuple[str, str], ...]
    counts: tuple[StatusCount, ...]
    due: tuple[DueCount, ...]


def of_report(catalog: Catalog, report: Report) -> AnsweredReport:
    has_promises = bool(report.register.commitments)
    found = outcomes.view(catalog, report)
    return AnsweredReport(
        key=report.key,
        title=report.meta.title,
        delivered=report.meta.delivered,
        responsible=responsible.sentence(report) if has_promises else "",
        kept=found.words[-1] if has_promises else "",
        outcomes=tuple(_decided(found.rows)),
        counts=tuple(statuses.counts(catalog, report)),
        due=tuple(_due_counts(report)),
    )


def _decided(rows: Iterable[OutcomeCount]) -> Iterator[tuple[str, str]]:
    """The lists of what counts as kept, or not."""
    for row in rows:
        if row.outcome.counts != "neither":
            yield _("“{label}”{n}条").format(label=row.outcome.label, n=row.count), row.register


def _due_counts(report: Report) -> Iterator[DueCount]:
    stated, unstated = (
        Counter(one.deadline for one in report.register.commitments if one.deadline_stated is is_stated)
        for is_stated in (True, False)
    )
    for day in sorted({*stated, *unstated}):
        yield DueCount(day, stated[day], unstated[day])


def answers(catalog: Catalog, reports: Sequence[AnsweredReport]) -> SearchAnswers:
    """All that can be asked; ``reports`` stand newest first."""
    lines = (
        *(_kept(one) for one in reports if one.kept),
        *(_responsible(one) for one in reports if one.responsible),
        *(_figures(catalog, one) for one in _first_aimed(catalog.indicators)),
        *(_day(one) for one in reports),
        *(_due(one, due) for one in reports for due in one.due),
    )
    return SearchAnswers(
        lines=lines,
        statuses=statuses.answers(catalog, [(one.key, one.title, one.counts) for one in reports]),
        due=DueAnswers(_("{report}：没有期限写明是“{day}”的承诺。"), _("按期限看")),
    )


def asks(lines: Iterable[AnswerLine], values: Iterable[StatusValue], districts: Iterable[str]) -> str:
    """The words that ask for one of the lines, or for one of the statuses, parted by blanks: without the district that
    they begin with, and of two the one that the other begins, holds or ends with. A day is known by its form.
    """
    said = [one.words for one in lines if one.kind not in DAYS]
    asked = [word for one in values for word in (one.words, one.nearly)]
    spared = re.compile("|".join(f"^{re.escape(fold(one))}(?=..)" for one in dict.fromkeys(districts)) or r"\Z")
    words = dict.fromkeys(spared.sub("", word) for word in _shortest(" ".join((*said, *asked)).split()))
    return " ".join(_shortest(words))


def _shortest(words: Iterable[str]) -> list[str]:
    """Those that hold no other one."""
    every = dict.fromkeys(words)
    return [word for word in every if not any(other in word for other in every if other not in ("", word))]


def _kept(report: AnsweredReport) -> AnswerLine:
    links = (*report.outcomes, (_("兑现情况"), address.progress(report.key)))
    return AnswerLine("status", spoken(_(KEPT).split()), _of(report, report.kept), links, report=report.key)


def _of(report: AnsweredReport, sentence: str) -> str:
    return _("{report}：{sentence}").format(report=report.title, sentence=sentence)


def _responsible(report: AnsweredReport) -> AnswerLine:
    links = ((_("任务分解表"), address.tasks(report.key)),)
    return AnswerLine("said", spoken(_(WHO).split()), _of(report, report.responsible), links, report=report.key)


def _day(report: AnsweredReport) -> AnswerLine:
    text = _("{day}：《{title}》作出。").format(day=chinese_date(report.delivered), title=report.title)
    return AnswerLine(
        "day", iso(report.delivered), text, ((_("看这份报告"), address.report(report.key)),), report=report.key
    )


def _due(report: AnsweredReport, due: DueCount) -> AnswerLine:
    """Those that name the day, and beside them those that name none."""
    day, register = chinese_date(due.day), address.commitments(report.key)
    stated = _("期限写明是{day}的承诺有{n}条").format(day=day, n=due.stated)
    unstated = _("另有{n}条没有写明期限").format(n=due.unstated)
    none = _("没有期限写明是{day}的承诺").format(day=day)
    parts = (stated if due.stated else none, *((unstated,) if due.unstated else ()))
    links = [(_("看写明的{n}条").format(n=due.stated), f"{register}?due={iso(due.day)}")] if due.stated else []
    if due.unstated:
        links.append((_("看没有写明的{n}条").format(n=due.unstated), f"{register}?due={facets.UNSAID}"))
    return AnswerLine("due", iso(due.day), _of(report, _("；").join(parts) + _("。")), tuple(links), report=report.key)


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
    return AnswerLine(FIGURE, spoken(_names(catalog, one)), text, tuple((link.label, link.address) for link in links))


def _names(catalog: Catalog, one: Indicator) -> Iterator[str]:
    """What it is called: by its name, that of the level of a rate, and the editors' aliases for most of it."""
    base = RATE.sub("", one.name)
    yield from (one.name, base, SPARED.sub("", base))
    for alias in (each.value for each in catalog.raw.aliases):
        meant = max((means for means in alias.means if means in base), key=len, default="")
        if len(meant) * 2 > len(base):
            yield from alias.said
