"""What a text of the editors says, records say: each of its grounds is held against them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from disclosure.catalog import grounds
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.grounds import PlacedGround, Statement
from disclosure.catalog.words import unknown
from disclosure.checks.register import strange_numbers
from disclosure.model import vocabulary
from disclosure.model.ground import GroundRecord
from disclosure.model.question import QuestionRecord
from disclosure.problem import Problem
from disclosure.source.register import Located
from disclosure.translation import gettext as _

YEAR = re.compile("[0-9]{4}")
# A number in characters: 五百, 十二; a single one is as often a word (一页, 百姓)
NUMERAL = re.compile("[零一二两三四五六七八九十百千万亿]{2,}")


def _statements(catalog: Catalog) -> Iterator[Statement]:
    """Those of the files that are read here."""
    yield from grounds.of_questions(catalog.raw.questions)
    yield from grounds.of_digests(catalog.raw.digests)


def is_whole(ground: GroundRecord) -> bool:
    """Whether it is of one of the three kinds, and nothing of another is in it."""
    counts = ground.count is not None
    of_count = bool(ground.kind or ground.naming)
    if ground.of:
        return bool(ground.says or ground.outcome) and not (ground.report or ground.without or counts or of_count)
    if not ground.report or ground.says or ground.outcome:
        return False
    return counts != bool(ground.without) and (counts or not of_count)


def check_words(catalog: Catalog) -> Iterator[Problem]:
    """answer-words: 答案和摘要里引的话和数字都在依据里。"""
    for one in _statements(catalog):
        says = [ground.says or "" for ground in one.grounds]
        outcomes = [ground.outcome or "" for ground in one.grounds]
        without = [word for ground in one.grounds for word in ground.without]
        for quoted in _quoted(one.text):
            if not any(quoted in said for said in (*says, *outcomes)) and quoted not in without:
                message = _("{id}：{what}引的“{quoted}”不在依据里").format(id=one.name, what=one.what, quoted=quoted)
                yield _wrong(one, message, _("照录原话，写进一条依据的 says"))
        counts = [str(ground.count) for ground in one.grounds if ground.count is not None]
        own = " ".join((*says, *outcomes, *without, *counts, *_years(one)))
        strange = strange_numbers(one.text, own) + [said for said in NUMERAL.findall(one.text) if said not in own]
        if strange:
            numbers = "、".join(strange)
            message = _("{id}：{what}里的 {numbers} 不在依据里").format(id=one.name, what=one.what, numbers=numbers)
            yield _wrong(one, message, _("写进一条依据的 says 或 count，或改正{what}").format(what=one.what))


def _wrong(one: Statement, message: str, hint: str) -> Problem:
    return Problem(one.located.place(one.field), "answer-words", message, hint)


def _quoted(text: str) -> Iterator[str]:
    """What stands in quotation marks; marks inside a quotation are part of it."""
    depth = start = 0
    for n, sign in enumerate(text):
        if sign == "“":
            start = start if depth else n + 1
            depth += 1
        elif sign == "”" and depth:
            depth -= 1
            if not depth:
                yield text[start:n]


def _years(one: Statement) -> Iterator[str]:
    """The years that a report speaks of: its own and, among its results, the one before."""
    for key in {grounds.report_of(ground) for ground in one.grounds}:
        yield key
        if YEAR.fullmatch(key):
            yield str(int(key) - 1)


def check_answers(catalog: Catalog) -> Iterator[Problem]:
    """answer-gone: 依据里的话、结论、条数和“没有写”现在都对；对不上，答案或摘要就要改；类别用词表里的词。"""
    for report in catalog.reports:
        all = (*grounds.of_questions(catalog.questions), *grounds.of_digests(catalog.raw.digests))
        for placed in grounds.about(all, report.key):
            ground = placed.ground
            if ground.of:
                yield from _said(report, placed)
            elif ground.without:
                yield from _without(report, placed)
            elif ground.kind and catalog.words.label(vocabulary.KINDS, ground.kind) is None:
                where = ("grounds", placed.n, "kind")
                one = placed.statement
                yield unknown(one.located, one.name, vocabulary.KINDS, ground.kind, where, catalog.words)
            elif ground.count is not None:
                yield from _counted(report, placed, ground.count)


def _said(report: Report, placed: PlacedGround) -> Iterator[Problem]:
    ground, basis, name = placed.ground, grounds.basis(report, placed.ground), placed.statement.name
    if basis is None:
        message = _("{id}：没有 {of}").format(id=name, of=ground.of)
        new, example = grounds.successor(report, ground), "c136" if placed.statement.report else "2022/c136"
        hint = _("它停用了，已由 {new} 承接").format(new=new) if new else ""
        hint = hint or _("写现有的承诺、成果或段落，例如 {example}").format(example=example)
        yield _gone(placed, "of", message, hint)
        return
    if ground.says and ground.says not in basis.text:
        message = _("{id}：{of} 没有说“{says}”").format(id=name, of=ground.of, says=ground.says)
        yield _gone(placed, "says", message, _("它说的是“{text}”").format(text=basis.text.rpartition("\n")[2]))
    if ground.outcome and ground.outcome != basis.outcome:
        message = _("{id}：{of} 的结论不是“{outcome}”").format(id=name, of=ground.of, outcome=ground.outcome)
        hint = _("现在是“{outcome}”，改依据和{what}").format(outcome=basis.outcome, what=placed.statement.what)
        yield _gone(placed, "outcome", message, hint if basis.outcome else _("它不是承诺"))


def _without(report: Report, placed: PlacedGround) -> Iterator[Problem]:
    for word, one in grounds.holding(report, placed.ground.without):
        message = _("{id}：{key} 的承诺里有“{word}”：{one}").format(
            id=placed.statement.name, key=report.key, word=word, one=one.id
        )
        yield _gone(placed, "without", message, _("改{what}，或换一个词").format(what=placed.statement.what))


def _counted(report: Report, placed: PlacedGround, count: int) -> Iterator[Problem]:
    number = len(grounds.counted(report, placed.ground))
    if number != count:
        name, what = placed.statement.name, placed.statement.what
        message = _("{id}：不是 {count} 条，是 {number} 条").format(id=name, count=count, number=number)
        yield _gone(placed, "count", message, _("改依据和{what}").format(what=what))


def _gone(placed: PlacedGround, field: str, message: str, hint: str) -> Problem:
    place = placed.statement.located.place("grounds", placed.n, field)
    return Problem(place, "answer-gone", message, hint)


def check_reports(questions: Iterable[Located[QuestionRecord]], reports: Collection[str]) -> Iterator[Problem]:
    """answer-gone: 依据里的话、结论、条数和“没有写”现在都对；对不上，答案或摘要就要改；类别用词表里的词。"""
    for located in questions:
        for n, ground in enumerate(located.value.grounds):
            key = grounds.report_of(ground)
            if key and key not in reports:
                message = _("{id}：没有报告 {key}").format(id=located.value.id, key=key)
                hint = _("报告有：{keys}").format(keys="、".join(sorted(reports)))
                where = "of" if ground.of else "report"
                yield Problem(located.place("grounds", n, where), "answer-gone", message, hint)
