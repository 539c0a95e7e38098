"""Which clauses of a sentence belong together: each unit is one thing that can come out one way.

A clause joins those before it by the first rule that says so; the other side of a full stop or a semicolon it never
does. Where a rule is wrong as often as not, it is left out: an editor joins two proposals faster than he cuts one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from disclosure.drafting import lacking, words
from disclosure.drafting.clauses import OpenClause, is_count
from disclosure.drafting.moods import Mood
from disclosure.drafting.shapes import DraftDoubt
from disclosure.drafting.unit import Doubts, Unit, is_spirit, is_state, is_umbrella, joined, opens
from disclosure.quantity import strength

# In characters. 其中开工项目3个
SHORT: Final = 10
# Clauses that stand in a row are no longer
ROW: Final = 16


def units(sentence: Sequence[OpenClause], mood: Mood) -> list[Unit]:
    """The clauses of one sentence brought together."""
    found: list[Unit] = []
    for clause in sentence:
        doubts = _joins(found[-1], clause, mood) if found else None
        if doubts is None:
            found.append(Unit((clause,), _alone(found, clause)))
        else:
            found[-1] = found[-1].with_clause(clause, doubts)
    return list(_under_umbrellas(found))


def aims(sentence: Sequence[OpenClause]) -> list[Unit]:
    """What a year as a whole is to be like: each unit begins where it is said anew by what, or for what."""
    found: list[Unit] = []
    for clause in sentence:
        if found and not _begins_aim(found[-1].last, clause):
            found[-1] = found[-1].with_clause(clause, ())
        else:
            found.append(Unit((clause,), (DraftDoubt.ONE_OR_TWO,)))
    return found


def _begins_aim(before: OpenClause, clause: OpenClause) -> bool:
    if is_spirit(clause) or is_spirit(before):
        return is_spirit(clause) != is_spirit(before)
    return opens(clause) and not opens(before)


def _joins(before: Unit, clause: OpenClause, mood: Mood) -> Doubts | None:
    """What is unsure about bringing a clause to those before it; ``None`` where it stands by itself."""
    if not before.last.leads_on or clause.item:
        return None
    return next((doubts for rule, doubts in RULES if rule(before, clause, mood)), None)


def _alone(found: Sequence[Unit], clause: OpenClause) -> Doubts:
    """What is unsure about a clause that begins a unit although another leads on to it."""
    if not found or not found[-1].last.leads_on or clause.item:
        return ()
    if clause.counts and not found[-1].counts:
        return (DraftDoubt.GOES_ON,)
    return (DraftDoubt.SHARED_SUBJECT,) if _has_no_verb(clause) else ()


def _has_no_verb(clause: OpenClause) -> bool:
    """硕士171名: a count without a verb. 失业率3%以内 says what it is by itself."""
    first = next((one for one in clause.figures if is_count(one)), None)
    if first is None or not words.NO_VERB.match(clause.text) or "%" in first.text:
        return False
    reading = strength(clause.text, first.start - clause.start, figure=True)
    return reading is not None and reading.source == "bare"


def _under_umbrellas(found: Sequence[Unit]) -> Iterator[Unit]:
    """持续做大…集群，以…为基础，招引…20家: an activity, how it is done, and what it comes to."""
    waiting: Unit | None = None
    for unit in found:
        if waiting is not None and unit.counts and opens(unit.first):
            yield joined((waiting, unit), DraftDoubt.ONE_OR_TWO)
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = unit if is_umbrella(unit) else None
        if waiting is None:
            yield unit
    if waiting is not None:
        yield waiting


def _after_opening(before: Unit, _clause: OpenClause, _mood: Mood) -> bool:
    """依托…，聚焦…，建设…."""
    return opens(before.last) and not any(map(is_spirit, before.clauses))


def _in_spirit(before: Unit, clause: OpenClause, _mood: Mood) -> bool:
    """贯彻…精神，落实…部署，围绕…目标."""
    return is_spirit(before.last) and (is_spirit(clause) or opens(clause))


def _said_of_it(before: Unit, clause: OpenClause, mood: Mood) -> bool:
    """引进项目51个，总投资210.7亿元: a figure without a subject or verb of its own."""
    if not clause.counts or words.OF_THEM.match(clause.text):
        return False
    if before.last.counts and words.MORE.match(clause.text):
        return True
    return bool(words.ATTRIBUTE.match(clause.text) or (mood is Mood.BACK and words.ACHIEVED.match(clause.text)))


def _goes_on(_before: Unit, clause: OpenClause, _mood: Mood) -> bool:
    if words.OF_THEM.match(clause.text):
        return len(clause.text) <= SHORT or not clause.counts
    return bool(words.GOES_ON.match(clause.text))


def _admitted(before: Unit, _clause: OpenClause, _mood: Mood) -> bool:
    """我们也看到，学位不足: one thing in one breath (of several, ``exempt`` takes the beginning)."""
    return lacking.ENDS_KNOWING.search(before.last.text) is not None


def _of_whom(_before: Unit, clause: OpenClause, mood: Mood) -> bool:
    """有的干部遇事推诿，存在不作为问题: said of the subject before it."""
    return mood is Mood.BACK and bool(words.OF_WHOM.match(clause.text))


def _asked(before: Unit, clause: OpenClause, _mood: Mood) -> bool:
    """有条件的，要抓紧解决."""
    if len(before.clauses) > 1:
        return False
    is_topic = not before.counts and len(before.last.text) <= ROW
    return (is_topic or words.MATTER.match(before.last.text) is not None) and bool(words.ASKED.match(clause.text))


def _finishes(before: Unit, clause: OpenClause, _mood: Mood) -> bool:
    """推进…建设，力争年底完工. One of several things is promised for itself: 推进甲、乙等项目，确保甲6月底前完工."""
    one = words.FINISHES_ONE.match(clause.text)
    is_one_of_several = one is not None and "、" in before.last.text and one["which"] in before.last.text
    return not is_one_of_several and bool(words.FINISHES.match(clause.text))


def _of_one_verb(before: Unit, clause: OpenClause, _mood: Mood) -> bool:
    """签约20亿元以上项目3个，亿元以上项目15个."""
    sized = words.SIZED.match(clause.text)
    return clause.counts and before.counts and sized is not None and sized[1] in before.last.text


def _effect(_before: Unit, clause: OpenClause, mood: Mood) -> bool:
    """完善体系，营造环境: what comes of it, without a figure of its own."""
    stands_alone = words.WHOLLY.search if mood is Mood.AHEAD else words.DEED.match
    if clause.counts or stands_alone(clause.text):
        return False
    return bool(words.EFFECT.match(clause.text) or words.PICTURE.match(clause.text))


def _state(_before: Unit, clause: OpenClause, mood: Mood) -> bool:
    """优化体系，能级不断提升: to come of it. Of what was done each such clause says something."""
    return mood is Mood.AHEAD and not clause.counts and is_state(clause)


def _came_to(before: Unit, clause: OpenClause, mood: Mood) -> bool:
    """用好平台，解决问题470余件: what was done, and what it came to."""
    if mood is Mood.AHEAD or before.counts or not clause.counts or len(before.clauses) > 1:
        return False
    text = before.last.text
    return not (
        words.ANOTHER.match(clause.text)
        or words.THING.match(text)
        or words.ACCLAIM.search(text)
        or is_state(before.last)
    )


def _umbrella(before: Unit, clause: OpenClause, _mood: Mood) -> bool:
    """强化政银企对接，引入资金10亿元."""
    return clause.counts and is_umbrella(before)


def _conduct(before: Unit, clause: OpenClause, _mood: Mood) -> bool:
    """坚守契约精神，绝不拖欠."""
    if before.counts or clause.counts or opens(clause) or not words.CONDUCT.search(before.last.text):
        return False
    if words.ANEW.match(clause.text) or len(clause.text) > ROW:
        return False
    return bool(words.CONDUCT.search(clause.text)) or len(clause.text) <= SHORT


JoiningRule = Callable[[Unit, OpenClause, Mood], bool]
RULES: Final[tuple[tuple[JoiningRule, Doubts], ...]] = (
    (_after_opening, ()),
    (_in_spirit, ()),
    (_said_of_it, ()),
    (_goes_on, ()),
    (_admitted, ()),
    (_of_whom, ()),
    (_asked, (DraftDoubt.ONE_OR_TWO,)),
    (_finishes, ()),
    (_of_one_verb, (DraftDoubt.SHARED_PREDICATE,)),
    (_effect, (DraftDoubt.ONE_OR_TWO,)),
    (_state, (DraftDoubt.ONE_OR_TWO,)),
    (_came_to, (DraftDoubt.ONE_OR_TWO,)),
    (_umbrella, (DraftDoubt.ONE_OR_TWO,)),
    (_conduct, (DraftDoubt.ONE_OR_TWO,)),
)
