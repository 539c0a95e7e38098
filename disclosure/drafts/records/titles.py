"""A title of the quote's own words: short, plain, and no more than the record says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import count, product
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from disclosure import quantity
from disclosure.checks.register import strange_numbers
from disclosure.checks.titles import sentences_around
from disclosure.drafts.records import clauses
from disclosure.drafts.records.figures import VERB, DraftFigure
from disclosure.model.text import Paragraph, Span

# As the field's help says; and what its declaration allows (model/quoted.py)
SHORT: Final = 24
SHORTEST, LONGEST = 2, 40
# 工业控股、旅游集团、国资控股等市属国资平台
LISTED: Final = re.compile(
    r"(?P<first>[^、，；“”的]{2,24}|“[^”]+”[^、，；的]{0,10})(?:、(?:[^、，；“”的]|“[^”]*”)+)+?等"
)
# A predicate whose subject stands elsewhere
HEADLESS: Final = re.compile(r"(?:也|还|都|均|已经?|正|更|仍然?)*(?:是|成为|有(?![序效力关机色望])|占|居|位居|位列)")
# 县城污水处理厂二期、东河水库除险加固等项目
NAMED: Final = re.compile(r"(?P<all>[^、，；“”]{2,20}(?:、[^、，；“”]{2,20})+?)等")
# So many letters tell which of the things is meant
KNOWN_BY: Final = 4
OTHER, STEMS = "另一处", "乙丙丁戊己庚辛壬癸"
MARK: Final = 12
PAIRS: Final = ("“”", "《》", "（）")


class Title(Struct, frozen=True):
    """``unsure``: nothing shorter was found, or the words that say it best were cut. ``alike``: another record has the
    same words for a title, but for what was put before them. ``headless``: it does not say of what it is said.
    ``left``: what else is done in the quote and is not in it.
    """

    text: str
    unsure: bool = False
    alike: bool = False
    headless: bool = False
    left: tuple[str, ...] = ()


def title(
    paragraph: Paragraph,
    span: Span,
    figures: Collection[DraftFigure],
    taken: Collection[str],
    where: Sequence[str] = (),
) -> Title:
    """The first of the ways to say it that holds against the record's own figures and words, and that none has yet.

    ``where`` are words that tell a record from another with the same title, best first: its list, its section.
    """
    found = _title(paragraph, span, figures, taken, where)
    headless = HEADLESS.match(found.text) is not None
    return replace(found, headless=headless, left=tuple(_left(paragraph.text, span, found.text)))


def _title(
    paragraph: Paragraph, span: Span, figures: Collection[DraftFigure], taken: Collection[str], where: Sequence[str]
) -> Title:
    own = "，".join(f"{one.measure}：{one.written}" for one in figures) or paragraph.text[span.start : span.end]
    said = sentences_around(paragraph, span)
    fitting = [one for one in _ways(paragraph.text, span, figures) if _fits(one, own, said)]
    fitting.sort(key=lambda one: HEADLESS.match(one) is not None)
    new = [one for one in fitting if one not in taken]
    short = next((one for one in new if len(one) <= SHORT), None)
    if short is not None:
        return Title(short)
    if new:
        return Title(min(new, key=len), unsure=True)
    if fitting:
        return Title(_apart(fitting[0], own, taken, where), alike=True)
    cut = _cut(paragraph.text[span.start : span.end], own)
    return Title(_apart(cut, own, taken, where) if cut in taken else cut, unsure=True, alike=cut in taken)


def _ways(text: str, span: Span, figures: Collection[DraftFigure]) -> Iterator[str]:
    spans = clauses.spans(text, span.start, span.end)
    counted = [one for one in spans if any(one[0] <= figure.span.start < one[1] for figure in figures)]
    if counted:
        before = [one for one in spans if one[1] <= counted[0][0]]
        if before and any(_says_finished(one, counted[0]) for one in figures):
            # 抓好城南片区征收，确保年底前完工: what shall be finished stands before
            whole = "，".join(clauses.plain(text[slice(*one)]) for one in (before[-1], counted[0]))
            yield whole if len(whole) <= SHORT else clauses.plain(text[slice(*before[-1])])
        yield from _shorter(_joined(text, counted))
        yield from _shorter(clauses.plain(text[slice(*counted[0])]))
        first = next(iter(figures))
        yield first.measure.removesuffix("增速") + ("增长" if first.measure.endswith("增速") else "") + first.written
    else:
        doing = clauses.doing(text, span.start, span.end)
        yield from _shorter(_joined(text, doing)) if len(doing) > 1 and _is_whole(text, doing) else ()
        for one in sorted(doing, key=lambda one: _is_triggered(text, one), reverse=True):
            yield from _shorter(clauses.plain(text[slice(*one)]))
        for one in spans:
            yield from _shorter(clauses.plain(text[slice(*one)]))


def _says_finished(figure: DraftFigure, clause: tuple[int, int]) -> bool:
    """Whether a clause with a figure says of something before it that it shall be finished, and no more."""
    return clause[0] <= figure.span.start < clause[1] and figure.carried


def _is_whole(text: str, doing: Collection[tuple[int, int]]) -> bool:
    """Whether all that is done fits into one title."""
    return sum(len(clauses.plain(text[slice(*one)])) + 1 for one in doing) <= SHORT + 1


def _is_triggered(text: str, clause: tuple[int, int]) -> tuple[bool, int]:
    """The first clause with a word of strength says what is promised."""
    return quantity.strength(text[slice(*clause)], 0) is not None, -clause[0]


def _joined(text: str, counted: Iterable[tuple[int, int]]) -> str:
    """Clauses with figures, as many as a title holds."""
    found = ""
    for one in counted:
        words = clauses.plain(text[slice(*one)])
        if found and len(found) + 1 + len(words) > SHORT:
            break
        found = f"{found}，{words}" if found else words
    return found


def _shorter(words: str) -> Iterator[str]:
    """The words, without the tail of a list, without a long modifier, and without both."""
    words = words.strip("，、；：。 ")
    for one in (words, _without_modifier(words)):
        yield one
        yield LISTED.sub(lambda found: f"{found['first']}等", one, count=1)


def _without_modifier(words: str) -> str:
    """The verb and what comes behind the last 的."""
    before, mark, noun = words.rpartition("的")
    verb = VERB.match(words)
    return verb[0] + noun if mark and verb and len(noun) >= SHORTEST and len(before) > len(verb[0]) else words


def _fits(words: str, own: str, said: str) -> bool:
    if not SHORTEST <= len(words) <= LONGEST or any(words.count(pair[0]) != words.count(pair[1]) for pair in PAIRS):
        return False
    firm = any(word in words and word not in said for word in quantity.FIRM_WORDS)
    return not firm and not strange_numbers(words, own)


def _cut(words: str, own: str) -> str:
    """So much of the words as a title holds, up to a mark or to a number that the record lacks."""
    kept = clauses.plain(words)[:LONGEST]
    for number in strange_numbers(kept, own):
        kept = kept[: kept.find(number)] if kept.find(number) >= SHORTEST else kept
    for one in PAIRS:
        if kept.count(one[0]) > kept.count(one[1]):
            kept = kept[: kept.rfind(one[0])]
    return kept.rstrip("，、；：。的 ") or own[:LONGEST]


def _left(text: str, span: Span, title: str) -> Iterator[str]:
    """Things named in a list before the clause that the title is of, where this goes on with only some of them."""
    spans = clauses.spans(text, span.start, span.end)
    for n, one in enumerate(spans[:-1]):
        clause = clauses.plain(text[slice(*one)])
        behind = text[spans[n + 1][0] : span.end]
        if clause[:SHORTEST] in title:
            continue
        listed = NAMED.search(clauses.plain(VERB.sub("", clause, count=1)))
        things = listed["all"].split("、") if listed else []
        taken_up = [thing for thing in things if _taken_up(thing, behind)]
        if taken_up and len(taken_up) < len(things):
            yield from (thing for thing in things if thing not in taken_up)


def _taken_up(thing: str, behind: str) -> bool:
    """Whether what comes behind names the thing again, if in fewer words."""
    return thing[:KNOWN_BY] in behind


def _apart(words: str, own: str, taken: Collection[str], where: Iterable[str]) -> str:
    """Told apart from a title that is the same, by words and not by a number: none that the record lacks may stand."""
    for one in where:
        found = f"{one}：{words}"
        if words.startswith(one):
            continue
        firm = any(word in one for word in quantity.FIRM_WORDS)
        if len(found) <= LONGEST and found not in taken and not firm and not strange_numbers(found, own):
            return found
    short = words if len(words) <= LONGEST - MARK else _cut(words[: LONGEST - MARK], own)
    marks = (f"{short}（{mark}）" for mark in _marks())
    return next(one for one in marks if one not in taken)


def _marks() -> Iterator[str]:
    """另一处, 另一处乙, … 另一处乙丙: for whatever number of records."""
    yield OTHER
    for length in count(1):
        yield from (OTHER + "".join(stems) for stems in product(STEMS, repeat=length))
