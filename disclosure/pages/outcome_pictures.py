"""Promises to be looked at, a sign for each: a report's by their outcomes, the same by topic, a topic's by report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog import address, data_folder, tally
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.data_folder import DataFolder
from disclosure.catalog.outcome import Outcome, worded
from disclosure.grouping import grouped
from disclosure.model import vocabulary
from disclosure.pages import cautions, picture
from disclosure.pages.drawings.grid import Grid, GridRow, GridSign
from disclosure.pages.once import once_in
from disclosure.pages.page import Link
from disclosure.pages.picture import Picture, PictureCell, PictureTable
from disclosure.translation import gettext as _

# So few say nothing more as a picture
FEWEST = 2
# So many words are named in a sentence
NAMED = 3
# So many reports of a topic are drawn, the newest
REPORTS = 12


class PromiseCounts(Struct, frozen=True):
    """What is counted together: its name, and how many promises have which outcome, by its id."""

    label: str
    outcomes: Mapping[str, int]

    @property
    def all(self) -> int:
        return sum(self.outcomes.values())


@once_in
def by_word(catalog: Catalog, report: Report) -> Picture | None:
    """All promises of a report, a row for each word."""
    counted = _counted(report, report.outcomes)
    words = _words(catalog, counted)
    if sum(counted.values()) < FEWEST:
        return None
    signs = tuple(_sign([one], counted) for one in words)
    rows = tuple(
        GridRow(one.label, str(counted[one.id]), _only(n, counted[one.id], words)) for n, one in enumerate(words)
    )
    return picture.picture(
        catalog,
        id="outcomes",
        page=address.progress(report.key),
        day=tally.known(report),
        title=_finding(report, words, counted),
        sentence=_most(words, counted) + _caution(words),
        name=_("{year}年承诺按结论分，一个符号是一条，数字见表").format(year=report.meta.year),
        drawing=Grid(signs, rows, keyed=False),
        table=picture.table((_("结论"), _("条数")), tuple((one.label, counted[one.id]) for one in words)),
        data=_data(data_folder.of_report(report)),
    )


def by_topic(catalog: Catalog, report: Report) -> Picture | None:
    """The same promises, a row for each topic: one of several topics stands in each."""
    promised = grouped((topic.id, one.id) for one in report.register.commitments for topic in one.topics)
    order = catalog.words.order(vocabulary.TOPICS)
    topics = [
        PromiseCounts(catalog.words.id(vocabulary.TOPICS, id).label, _counted(report, promised[id]))
        for id in sorted(promised, key=lambda one: (-len(promised[one]), order.get(one, len(order))))
    ]
    if len(topics) < FEWEST:
        return None
    words = _words(catalog, _counted(report, report.outcomes))
    return picture.picture(
        catalog,
        id="topics",
        page=address.report(report.key),
        day=tally.known(report),
        title=_of_topics(words, topics),
        sentence=_times(report, topics),
        name=_("{year}年承诺按主题和结论分，一个符号是一条，数字见表").format(year=report.meta.year),
        drawing=_grid(words, topics),
        table=_table(_("主题"), words, topics),
        data=_data(data_folder.of_report(report)),
    )


def by_report(
    catalog: Catalog, topic: str, reports: Sequence[PromiseCounts], looked: Iterable[date], *, page: str
) -> Picture | None:
    """The promises of a topic, a row for each report; ``reports`` stand newest first, ``looked`` are the days of what
    is known of them."""
    shown = [one for one in reports if one.all][:REPORTS]
    together = sum((Counter(one.outcomes) for one in shown), Counter())
    if sum(together.values()) < FEWEST:
        return None
    words = _words(catalog, together)
    label = catalog.words.id(vocabulary.TOPICS, topic).label
    return picture.picture(
        catalog,
        id="outcomes",
        page=page,
        day=max(looked),
        title=_("{topic}：{said}").format(topic=label, said=_said(words, together)),
        sentence=_across(label, shown),
        name=_("{topic}的承诺按报告和结论分，一个符号是一条，数字见表").format(topic=label),
        drawing=_grid(words, shown),
        table=_table(_("报告"), words, shown),
        data=tuple(_everywhere(catalog)),
    )


def counts(report: Report, commitments: Iterable[str]) -> dict[str, int]:
    """How many of these promises have which outcome."""
    return dict(_counted(report, commitments))


def _counted(report: Report, commitments: Iterable[str]) -> Counter[str]:
    return Counter(report.outcomes[one].id for one in commitments)


def _words(catalog: Catalog, counted: Mapping[str, int]) -> tuple[Outcome, ...]:
    """The words that occur, in the order of the vocabulary."""
    order = catalog.words.order(vocabulary.OUTCOMES)
    return tuple(worded(catalog.words, id) for id in order if counted.get(id))


def _only(n: int, count: int, words: Sequence[Outcome]) -> tuple[int, ...]:
    return tuple(count if at == n else 0 for at in range(len(words)))


def _sign(words: Sequence[Outcome], counted: Mapping[str, int]) -> GridSign:
    first = words[0]
    said = _("／").join(one.label for one in words)
    return GridSign(
        shape=first.shape, colour=first.colour, words=said, count=sum(counted.get(one.id, 0) for one in words)
    )


def _grid(words: Sequence[Outcome], rows: Sequence[PromiseCounts]) -> Grid:
    """Words of one shape and colour are one sign."""
    alike = grouped(((one.shape, one.colour), one) for one in words)
    together = sum((Counter(one.outcomes) for one in rows), Counter())
    return Grid(
        tuple(_sign(group, together) for group in alike.values()),
        tuple(
            GridRow(
                one.label,
                _("{n}条").format(n=one.all),
                tuple(sum(one.outcomes.get(word.id, 0) for word in group) for group in alike.values()),
            )
            for one in rows
        ),
    )


def _table(head: str, words: Sequence[Outcome], rows: Sequence[PromiseCounts]) -> PictureTable:
    """A line for each row, its words one after the other; a phone has no room for a column each, a file has."""
    columns = (head, _("条数"), _("结论和条数"), *(one.label for one in words))
    return picture.table(columns, (_line(row, words) for row in rows), wide=3)


def _line(row: PromiseCounts, words: Sequence[Outcome]) -> tuple[PictureCell, ...]:
    numbers = (row.outcomes.get(one.id, 0) for one in words)
    return row.label, row.all, _("，").join(_counts_said(row, words)), *numbers


def _counts_said(row: PromiseCounts, words: Sequence[Outcome]) -> Iterator[str]:
    for one in words:
        if row.outcomes.get(one.id):
            yield _("{word} {n}").format(word=one.label, n=row.outcomes[one.id])


def _finding(report: Report, words: Sequence[Outcome], counted: Mapping[str, int]) -> str:
    return _("{year}年的{said}").format(year=report.meta.year, said=_said(words, counted))


def _said(words: Sequence[Outcome], counted: Mapping[str, int]) -> str:
    """What is known of them, as it is said of all promises; that nothing is known is a finding too."""
    sides = Counter[str]()
    for one in words:
        sides[one.counts] += counted[one.id]
    if not sides["kept"] and not sides["missed"]:
        return _("{all}条承诺，还没有一条能说兑现或没有兑现").format(all=sides["neither"])
    found = {side: n for side, n in sides.items() if n}
    if len(found) == 1:
        whole = _("{all}条承诺都计作兑现") if sides["kept"] else _("{all}条承诺都计作没有兑现")
        return whole.format(all=sides.total())
    # What there is none of is not counted
    parts = {"kept": _("{n}条计作兑现"), "missed": _("{n}条计作没有兑现"), "neither": _("{n}条还说不上兑现或没有兑现")}
    if len(found) == len(parts):
        parts["neither"] = _("{n}条两样都不是")
    said = _("，").join(parts[side].format(n=sides[side]) for side in parts if side in found)
    return _("{all}条承诺中，{said}").format(all=sides.total(), said=said)


def _most(words: Sequence[Outcome], counted: Mapping[str, int]) -> str:
    """The words that most promises have, as far as none is named before another with as many."""
    in_order = sorted(words, key=lambda one: -counted[one.id])
    least = counted[in_order[NAMED].id] if len(in_order) > NAMED else 0
    first = [one for one in in_order[:NAMED] if counted[one.id] > least]
    if not first:
        return _("结论有{n}种，没有哪一种特别多；每条承诺只有一个结论。").format(n=len(words))
    most = [one for one in first if counted[one.id] == counted[first[0].id]]
    said = _words_counted(most, counted)
    if len(words) == len(first):
        return _("{said}；每条承诺只有一个结论。").format(said=_words_counted(first, counted))
    if len(most) < len(first):
        said = _("{said}，其次是{next}").format(said=said, next=_words_counted(first[len(most) :], counted))
    return _("结论有{n}种，最多的是{said}；每条承诺只有一个结论。").format(said=said, n=len(words))


def _words_counted(words: Iterable[Outcome], counted: Mapping[str, int]) -> str:
    return _("，").join(_("“{word}”{n}条").format(word=one.label, n=counted[one.id]) for one in words)


def _caution(words: Sequence[Outcome]) -> str:
    """What must not be concluded where nothing is known."""
    return "" if any(one.counts != "neither" for one in words) else _(cautions.SILENCE)


def _of_topics(words: Sequence[Outcome], topics: Sequence[PromiseCounts]) -> str:
    """In how many topics something is kept, or missed."""
    with_kept, with_missed = (
        sum(any(one.outcomes.get(word.id) for word in words if word.counts == side) for one in topics)
        for side in ("kept", "missed")
    )
    if not with_kept and not with_missed:
        return _("{n}个主题里，都还没有能说兑现或没有兑现的承诺").format(n=len(topics))
    if not with_missed:
        said = _("{n}个主题中，{kept}个有计作兑现的承诺，没有一个有计作没有兑现的")
    elif not with_kept:
        said = _("{n}个主题中，{missed}个有计作没有兑现的承诺，还没有一个有计作兑现的")
    else:
        said = _("{n}个主题中，{kept}个有计作兑现的承诺，{missed}个有计作没有兑现的")
    return said.format(n=len(topics), kept=with_kept, missed=with_missed)


def _times(report: Report, topics: Sequence[PromiseCounts]) -> str:
    """A promise of several topics is counted in each."""
    times, all = sum(one.all for one in topics), len(report.register.commitments)
    without = sum(not one.topics for one in report.register.commitments)
    words = (
        _(
            "承诺最多的主题是{first}（{n}条）；一条承诺有几个主题的，每个主题里都算一次，所以{all}条共算了{times}次{rest}。"
        )
        if times > all - without
        else _("承诺最多的主题是{first}（{n}条）；{all}条承诺各有一个主题{rest}。")
    )
    return words.format(
        first=_("、").join(one.label for one in topics if one.all == topics[0].all),
        n=topics[0].all,
        all=all - without,
        times=times,
        rest=_("，另有{n}条没有主题").format(n=without) if without else "",
    )


def _across(topic: str, reports: Sequence[PromiseCounts]) -> str:
    most = max(one.all for one in reports)
    first = _("、").join(one.label for one in reports if one.all == most)
    if len(reports) == 1:
        said = _("都在{first}里").format(first=first)
    elif all(one.all == most for one in reports):
        said = _("{n}份报告里各有{most}条").format(n=len(reports), most=most)
    else:
        said = _("{n}份报告里，最多的是{first}（{most}条）").format(n=len(reports), first=first, most=most)
    return _("关于{topic}的承诺，{said}；有几个主题的承诺，在别的主题里也算。").format(topic=topic, said=said)


def _data(folder: DataFolder) -> tuple[Link, ...]:
    csv = Link(_("承诺数据（CSV）"), folder.csv("commitments"))
    return (csv, Link(_("承诺数据（JSON）"), folder.json("commitments")))


def _everywhere(catalog: Catalog) -> Iterator[Link]:
    for one in _data(data_folder.SITE):
        yield replace(one, address=data_folder.of_site(catalog, one.address))
