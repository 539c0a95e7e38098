"""What an indicator's picture finds, in a few words: whether its targets were reached, else what is known instead.

Whether a target was reached is its verdict's word; nothing here judges.
"""

from __future__ import annotations

from collections.abc import Sequence

from disclosure.catalog.entries import Aimed, Indicator, Observed
from disclosure.pages import indicator_sentence as sentences
from disclosure.pages import verdicts
from disclosure.translation import gettext as _
from disclosure.verdict.shapes import PROVISIONAL


def finding(one: Indicator, implied: Sequence[tuple[str, str]] = ()) -> str:
    """``implied`` are periods with what a rate makes of them, as written (约53.75亿元)."""
    decided = sentences.decided(one)
    if len(decided) == 1:
        return _of_target(decided[0])
    if decided:
        return _of_targets(decided)
    aimed = sentences.newest(one)
    return _awaited(one, aimed) if aimed else _of_values(one, implied)


def _of_target(one: Aimed) -> str:
    said = _("{aim}，{came}，{word}")
    return said.format(aim=sentences.aim(one), came=_came(one), word=sentences.word(one))


def _came(one: Aimed) -> str:
    assert one.settled is not None
    return verdicts.came(one.target.quantity, one.settled.all[0][0]) or _("有结果")


def _of_targets(decided: Sequence[Aimed]) -> str:
    return _("{years}有结果的目标{n}个，{said}{note}").format(
        years=span([one.period for one in decided]),
        n=len(decided),
        said=verdicts.counts(map(sentences.outcome, decided), sum(map(sentences.is_reached_later, decided))),
        note=_provisional(decided),
    )


def _provisional(decided: Sequence[Aimed]) -> str:
    """Which of them are held against a number that may still change."""
    seen = [(one.period, one.settled.all[0][0]) for one in decided if one.settled]
    found = [(year, each) for year, each in seen if each.vintage in PROVISIONAL]
    if len(found) == 1:
        year, each = found[0]
        kinds = {"forecast": _("预计数"), "preliminary": _("初步数")}
        return _("（{year}年按{kind}）").format(year=year, kind=kinds[each.vintage])
    return _("（{n}个按初步数或预计数）").format(n=len(found)) if found else ""


def span(years: Sequence[str]) -> str:
    """2022年; 2019—2022年 of years that may have others between them without a result."""
    first, last = min(years), max(years)
    return _("{year}年").format(year=first) if first == last else _("{first}—{last}年").format(first=first, last=last)


def _awaited(one: Indicator, aimed: Aimed) -> str:
    """The newest target beside the year before, where nothing can be held against any."""
    came = sentences.of_year(one, aimed.period)
    beside = sentences.beside_year_before(one, aimed)
    parts = [
        sentences.aim(aimed),
        *([beside] if beside else []),
    ]
    if came is not None:
        return _("，").join(
            [*parts, _("{kind}{written}").format(kind=sentences.kind(came), written=sentences.said_as(came))]
        )
    return _("；").join([_("，").join(parts), _("结果没有收录到")])


def _of_values(one: Indicator, implied: Sequence[tuple[str, str]]) -> str:
    """Without a target that is a number: from the first year to the last."""
    values = sentences.by_year(one)
    if len(values) > 1 and values[0].quantity.unit == values[-1].quantity.unit:
        return _course(values[0], values[-1])
    parts = [_spoken(each) for each in values[-1:]]
    parts += [_("{when}按增速目标推算{written}").format(when=when, written=written) for when, written in implied]
    return _("，").join(parts)


def _course(first: Observed, last: Observed) -> str:
    before, now = sentences.value_of(first), sentences.value_of(last)
    if before == now:
        return _("{last}，与{first}相同").format(last=_spoken(last), first=_spoken(first))
    up, down = (_("从{first}升到{last}"), _("从{first}降到{last}"))
    if not sentences.is_proportion(first.quantity.unit):
        up, down = (_("从{first}增加到{last}"), _("从{first}减少到{last}"))
    words = up if before < now else down
    return words.format(first=_spoken(first), last=_spoken(last))


def _spoken(one: Observed) -> str:
    return _("{year}年{kind}{written}").format(
        year=one.period, kind=sentences.kind(one), written=sentences.said_as(one)
    )
