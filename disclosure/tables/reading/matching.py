"""Which promise a row is about: by its id, else by its title, else by its quote; what is near or twofold is a doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from disclosure.grouping import grouped
from disclosure.tables.on_file import PromiseOnFile
from disclosure.tables.reading import ids, likeness
from disclosure.tables.reading.register import TableRegister, is_livelihood
from disclosure.tables.reading.said import short
from disclosure.tables.shapes import By
from disclosure.translation import gettext as _

# Scores of likeness: sure, so much before the next one; worth naming; no other thing than its id says
SURE, APART, NEAR, AKIN = 0.72, 0.12, 0.3, 0.25
NAMED = 3
# Several tasks in one cell, or what is said of each
PARTS = re.compile(r"[；;\n]+")
LEAST = 4
LIVELIHOOD = re.compile("民生实事|实事项目")


class Match(Struct, frozen=True, kw_only=True):
    """A promise and which of its targets (0: none in particular); or none, and why. ``part``: the words of the row
    that are about it, where the row is about others too."""

    promise: str = ""
    target: int = 0
    by: By = ""
    doubt: str = ""
    part: str = ""


class RowTexts(Struct, frozen=True, kw_only=True):
    """What a row says of its promise."""

    id: str = ""
    tasks: tuple[str, ...] = ()
    measure: str = ""
    target: str = ""


class Matcher:
    """The promises of a report; ``title`` is what the sheet calls itself."""

    def __init__(self, register: TableRegister, title: str) -> None:
        self.promises, self.report, self.own = register.promises, register.report, register.own
        self.of_title = grouped((likeness.plain(one.commitment.title), name) for name, one in self.own.items())
        self.of_quote = grouped((likeness.plain(one.commitment.quote), name) for name, one in self.own.items())
        self.alike = likeness.Likeness(
            {name: (one.commitment.title, one.commitment.quote) for name, one in self.own.items()}
        )
        self.of_livelihood = bool(LIVELIHOOD.search(title))

    def matches(self, texts: RowTexts) -> tuple[Match, ...]:
        """One, or several where the row is about several promises."""
        if texts.id:
            return (self._by_id(texts),)
        exact = self._exact(texts.tasks)
        if exact is None and (several := tuple(self._several(texts.tasks))):
            return several
        return (exact or self._by_likeness(texts.tasks),)

    def targeted(self, match: Match, texts: RowTexts) -> Match:
        """With the target that the row's id, measure or figure names."""
        if match.target or match.promise not in self.promises:
            return match
        n = _target(self.promises[match.promise], texts, match.part)
        return replace(match, target=n)

    def _by_id(self, texts: RowTexts) -> Match:
        written = ids.read(texts.id, self.report)
        if written is None or written.promise not in self.promises:
            return Match(doubt=self._unknown_id(texts.id, written.promise if written else "", texts.tasks))
        promise = self.promises[written.promise]
        if written.target > len(promise.commitment.targets):
            why = _("编号 {id} 的承诺只有 {n} 项目标；改正编号")
            return Match(doubt=why.format(id=texts.id, n=len(promise.commitment.targets)))
        if texts.tasks and not self._is_akin(promise, texts.tasks):
            why = _("编号是 {name}（{title}），写的却不像它{near}；核对编号，或把编号改成另一条的")
            near = self._said_elsewhere(texts.tasks)
            return Match(doubt=why.format(name=promise.name, title=promise.commitment.title, near=near))
        return Match(promise=promise.name, target=written.target, by="id")

    def _said_elsewhere(self, tasks: Sequence[str]) -> str:
        """The promises of whatever report that say the same, else the likest one."""
        wanted = {likeness.plain(one) for one in tasks}
        found = [
            one
            for one in self.promises.values()
            if wanted & {likeness.plain(one.commitment.title), likeness.plain(one.commitment.quote)}
        ]
        likest = self._scores(tasks)[:1]
        found = found or [self.promises[name] for score, name in likest if score >= SURE]
        listed = "、".join(f"{one.name} {short(one.commitment.title)}" for one in found[:NAMED])
        return _("，像是 {listed}").format(listed=listed) if listed else ""

    def _unknown_id(self, text: str, name: str, tasks: Sequence[str]) -> str:
        near = get_close_matches(name, list(self.promises), NAMED, 0.8)
        if (by_text := self._exact(tasks)) and by_text.promise:
            near = [by_text.promise]
        return _("没有编号 {id} 的承诺").format(id=short(text)) + self._candidates(near)

    def _is_akin(self, promise: PromiseOnFile, tasks: Sequence[str]) -> bool:
        own = (promise.commitment.title, promise.commitment.quote, *(one.measure for one in promise.commitment.targets))
        if any(likeness.holds(one, other) for one in tasks for other in own):
            return True
        if promise.report.key != self.report:
            return likeness.Likeness({promise.name: own}).score("\n".join(tasks), promise.name) > AKIN
        return any(self.alike.score(one, promise.name) > AKIN for one in tasks)

    def _exact(self, tasks: Sequence[str]) -> Match | None:
        """By a title or a quote as it stands."""
        kinds: tuple[tuple[By, dict[str, list[str]]], ...] = (("title", self.of_title), ("quote", self.of_quote))
        for by, known in kinds:
            found = list(dict.fromkeys(name for one in tasks for name in known.get(likeness.plain(one), ())))
            if found:
                return self._one(found, by)
        return None

    def _one(self, found: Sequence[str], by: By) -> Match:
        """The only one, or the one of the kind that the table is about where both say the same matter."""
        if len(found) > 1:
            found = [one for one in found if is_livelihood(self.own[one]) == self.of_livelihood] or found
        if len(found) == 1:
            return Match(promise=found[0], by=by)
        return Match(doubt=_("几条承诺都是这句话") + self._candidates(found))

    def _several(self, tasks: Sequence[str]) -> Iterator[Match]:
        """Of a row that has the words of several promises, each with its words; nothing where it is not certain."""
        for text in tasks:
            parts = [one for one in PARTS.split(text) if len(likeness.plain(one)) >= LEAST]
            found = [(part, match) for part in parts if (match := self._certain(part))]
            names = [match.promise for _part, match in found]
            if len(parts) > 1 and len(found) == len(parts) and len(set(names)) == len(names):
                yield from (Match(promise=one.promise, by=one.by, part=part) for part, one in found)
                return
            inside = self._inside(text)
            if len(inside) > 1:
                yield from (Match(promise=name, by="quote", part=part) for name, part in inside)
                return

    def _certain(self, text: str) -> Match | None:
        exact = self._exact((text,))
        if exact is not None:
            return exact if exact.promise else None
        holding = self.alike.holding(text)
        return Match(promise=holding[0], by="quote") if len(holding) == 1 else None

    def _inside(self, text: str) -> list[tuple[str, str]]:
        """The promises whose quotes stand in a text, one beside the other, in their order."""
        whole = likeness.plain(text)
        spans: list[tuple[int, int, str, str]] = []
        for quote, names in self.of_quote.items():
            at = whole.find(quote) if len(quote) >= likeness.LEAST else -1
            here = [self.own[name] for name in names if at >= 0]
            asked = (one for one in here if is_livelihood(one) == self.of_livelihood)
            spans += [(at, at + len(quote), one.name, one.commitment.quote) for one in asked]
        spans.sort()
        apart = all(a[1] <= b[0] for a, b in pairwise(spans))
        return [(name, quote) for _start, _end, name, quote in spans] if apart else []

    def _by_likeness(self, tasks: Sequence[str]) -> Match:
        if not tasks:
            return Match(doubt=_("这一行没有写任务；补上任务或编号"))
        for text in tasks:
            holding = self.alike.holding(text)
            if holding and (match := self._one(holding, "quote")).promise:
                return match
        scores = self._scores(tasks)
        near = [name for score, name in scores[:NAMED] if score >= NEAR]
        first, second = (*(score for score, _name in scores[:2]), 0.0, 0.0)[:2]
        if first >= SURE and first - second >= APART and not self.alike.contradicts("".join(tasks), scores[0][1]):
            return Match(promise=scores[0][1], by="quote")
        if not near:
            return Match(doubt=_("报告里没有一条承诺像它") + self._candidates(()))
        return Match(doubt=_("不能确定是哪一条承诺") + self._candidates(near))

    def _scores(self, tasks: Sequence[str]) -> list[tuple[float, str]]:
        best: dict[str, float] = {}
        for text in (*tasks, *(("".join(tasks),) if len(tasks) > 1 else ())):
            for score, name in self.alike.scores(text):
                best[name] = max(score, best.get(name, 0.0))
        return sorted(((score, name) for name, score in best.items()), key=lambda one: (-one[0], one[1]))

    def _candidates(self, names: Iterable[str]) -> str:
        """What to do, with those that may be meant."""
        listed = "、".join(f"{one} {short(self.promises[one].commitment.title)}" for one in names)
        if not listed:
            return _("；在表里加一栏“编号”写明")
        return _("，可能是：{listed}；在表里加一栏“编号”写明是哪一条").format(listed=listed)


def _target(promise: PromiseOnFile, texts: RowTexts, part: str) -> int:
    """The one target that a row names: by its measure, else by its figure, else by its words in the task."""
    targets = promise.commitment.targets
    for text, names in (
        (texts.measure, [one.measure for one in targets]),
        (texts.target, [one.written for one in targets]),
    ):
        wanted = likeness.plain(text)
        found = [n for n, one in enumerate(names, 1) if wanted and likeness.plain(one) == wanted]
        found = found or [n for n, one in enumerate(names, 1) if wanted and likeness.plain(one) in wanted]
        if len(found) == 1:
            return found[0]
    said = likeness.plain(part or "".join(texts.tasks))
    if len(targets) < 2 or likeness.plain(promise.commitment.quote) in said:
        return 0
    within = [n for n, one in enumerate(targets, 1) if likeness.plain(one.measure) in said]
    figured = [n for n, one in enumerate(targets, 1) if likeness.plain(one.written) in said]
    return figured[0] if len(figured) == 1 and within == figured else 0
