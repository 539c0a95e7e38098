"""An answer says what records say: each of its grounds is held against them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from disclosure.catalog import address, answers
from disclosure.catalog.answers import PlacedGround
from disclosure.catalog.book import AddressBook
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.words import unknown
from disclosure.checks.register import strange_numbers
from disclosure.model import vocabulary
from disclosure.model.question import GroundRecord, QuestionRecord
from disclosure.problem import Problem
from disclosure.source.register import Located
from disclosure.translation import gettext as _

# What of a wording is heard, and found by the search
YEAR = re.compile("[0-9]{4}")
SPOKEN = re.compile(r"\w")
# A number in characters: 五百, 十二; a single one is as often a word (一页, 百姓)
NUMERAL = re.compile("[零一二两三四五六七八九十百千万亿]{2,}")


def check_questions(catalog: Catalog) -> Iterator[Problem]:
    """question: 问题有依据或去处；每条依据写全一种；一种问法至少两个字，只写在一处。"""
    seen: dict[str, Located[QuestionRecord]] = {}
    for located in catalog.raw.questions:
        record = located.value
        if not record.grounds and not record.ways:
            message = _("{id}：没有依据，也没有写去哪里看").format(id=record.id)
            yield Problem(located.place(), "question", message, _("写 grounds 或 ways"))
        for where, words in ((("question",), record.question), *_wordings(record)):
            spoken = "".join(SPOKEN.findall(words.casefold()))
            if len(spoken) < 2:
                message = _("{id}：问法“{words}”太短").format(id=record.id, words=words)
                yield Problem(located.place(*where), "question", message, _("至少写两个字；太短的词什么搜索都对得上"))
            elif spoken in seen:
                other = seen[spoken].value.id
                message = _("{id}：问法“{words}”写了两次，另一处是 {other}").format(
                    id=record.id, words=words, other=other
                )
                yield Problem(located.place(*where), "question", message, _("删去一处"))
            seen.setdefault(spoken, located)
        for n, ground in enumerate(record.grounds):
            if not _is_whole(ground):
                message = _("{id}：第{n}条依据没有写全").format(id=record.id, n=n + 1)
                hint = _(
                    "写 of 和 says（或 outcome），或者 report 和 without，或者 report 和 count（可加 kind、naming）"
                )
                yield Problem(located.place("grounds", n), "question", message, hint)


def _wordings(record: QuestionRecord) -> Iterator[tuple[tuple[str | int, ...], str]]:
    return ((("wordings", n), words) for n, words in enumerate(record.wordings))


def _is_whole(ground: GroundRecord) -> bool:
    """Whether it is of one of the three kinds, and nothing of another is in it."""
    counts = ground.count is not None
    of_count = bool(ground.kind or ground.naming)
    if ground.of:
        return bool(ground.says or ground.outcome) and not (ground.report or ground.without or counts or of_count)
    if not ground.report or ground.says or ground.outcome:
        return False
    return counts != bool(ground.without) and (counts or not of_count)


def check_words(catalog: Catalog) -> Iterator[Problem]:
    """answer-words: 答案里引的话和数字都在依据里。"""
    for located in catalog.raw.questions:
        record = located.value
        says = [ground.says or "" for ground in record.grounds]
        outcomes = [ground.outcome or "" for ground in record.grounds]
        without = [word for ground in record.grounds for word in ground.without]
        for quoted in _quoted(record.answer):
            if not any(quoted in one for one in (*says, *outcomes)) and quoted not in without:
                message = _("{id}：答案引的“{quoted}”不在依据里").format(id=record.id, quoted=quoted)
                yield Problem(located.place("answer"), "answer-words", message, _("照录原话，写进一条依据的 says"))
        counts = [str(ground.count) for ground in record.grounds if ground.count is not None]
        own = " ".join((*says, *outcomes, *without, *counts, *_years(record)))
        strange = strange_numbers(record.answer, own) + [
            one for one in NUMERAL.findall(record.answer) if one not in own
        ]
        if strange:
            message = _("{id}：答案里的 {numbers} 不在依据里").format(id=record.id, numbers="、".join(strange))
            yield Problem(
                located.place("answer"), "answer-words", message, _("写进一条依据的 says 或 count，或改正答案")
            )


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


def _years(record: QuestionRecord) -> Iterator[str]:
    """The years that a report speaks of: its own and, among its results, the one before."""
    for key in {answers.report_of(ground) for ground in record.grounds}:
        yield key
        if YEAR.fullmatch(key):
            yield str(int(key) - 1)


def check_answers(catalog: Catalog) -> Iterator[Problem]:
    """answer-gone: 依据里的话、结论、条数和“没有写”现在都对；对不上，答案就要改；类别用词表里的词。"""
    for report in catalog.reports:
        for placed in answers.about(catalog.questions, report.key):
            ground = placed[2]
            if ground.of:
                yield from _said(report, placed)
            elif ground.without:
                yield from _without(report, placed)
            elif ground.kind and catalog.words.label(vocabulary.KINDS, ground.kind) is None:
                where = ("grounds", placed[1], "kind")
                yield unknown(placed[0], placed[0].value.id, vocabulary.KINDS, ground.kind, where, catalog.words)
            elif ground.count is not None:
                yield from _counted(report, placed, ground.count)


def _said(report: Report, placed: PlacedGround) -> Iterator[Problem]:
    ground, basis = placed[2], answers.basis(report, placed[2])
    if basis is None:
        message = _("{id}：没有 {of}").format(id=placed[0].value.id, of=ground.of)
        new = dict(report.register.superseded).get((ground.of or "").partition("/")[2])
        hint = _("它停用了，已由 {new} 承接").format(new=new) if new else _("写现有的承诺、成果或段落，例如 2022/c136")
        yield _gone(placed, "of", message, hint)
        return
    if ground.says and ground.says not in basis.text:
        message = _("{id}：{of} 没有说“{says}”").format(id=placed[0].value.id, of=ground.of, says=ground.says)
        yield _gone(placed, "says", message, _("它说的是“{text}”").format(text=basis.text.rpartition("\n")[2]))
    if ground.outcome and ground.outcome != basis.outcome:
        message = _("{id}：{of} 的结论不是“{outcome}”").format(
            id=placed[0].value.id, of=ground.of, outcome=ground.outcome
        )
        hint = _("现在是“{outcome}”，改依据和答案").format(outcome=basis.outcome) if basis.outcome else _("它不是承诺")
        yield _gone(placed, "outcome", message, hint)


def _without(report: Report, placed: PlacedGround) -> Iterator[Problem]:
    for word, one in answers.holding(report, placed[2].without):
        message = _("{id}：{key} 的承诺里有“{word}”：{one}").format(
            id=placed[0].value.id, key=report.key, word=word, one=one.id
        )
        yield _gone(placed, "without", message, _("改答案，或换一个词"))


def _counted(report: Report, placed: PlacedGround, count: int) -> Iterator[Problem]:
    number = len(answers.counted(report, placed[2]))
    if number != count:
        message = _("{id}：不是 {count} 条，是 {number} 条").format(id=placed[0].value.id, count=count, number=number)
        yield _gone(placed, "count", message, _("改依据和答案"))


def _gone(placed: PlacedGround, field: str, message: str, hint: str) -> Problem:
    return Problem(placed[0].place("grounds", placed[1], field), "answer-gone", message, hint)


def check_reports(questions: Iterable[Located[QuestionRecord]], reports: Collection[str]) -> Iterator[Problem]:
    """answer-gone: 依据里的话、结论、条数和“没有写”现在都对；对不上，答案就要改；类别用词表里的词。"""
    for located in questions:
        for n, ground in enumerate(located.value.grounds):
            key = answers.report_of(ground)
            if key and key not in reports:
                message = _("{id}：没有报告 {key}").format(id=located.value.id, key=key)
                hint = _("报告有：{keys}").format(keys="、".join(sorted(reports)))
                where = "of" if ground.of else "report"
                yield Problem(located.place("grounds", n, where), "answer-gone", message, hint)


def check_ways(catalog: Catalog, book: AddressBook) -> Iterator[Problem]:
    """answer-way: 去处是站内现有的页面、锚点或文件，不是问题自己的页。"""
    for located in catalog.raw.questions:
        for n, way in enumerate(located.value.ways):
            where, fragment = book.resolve(way.to, "")
            if where == address.QUESTIONS:
                message = _("{id}：去处 {to} 就是常问的问题这一页").format(id=located.value.id, to=way.to)
                yield Problem(located.place("ways", n, "to"), "answer-way", message, _("写答案所在的页面"))
            if where is None or (fragment and fragment not in (book.anchors[where] or ())):
                message = _("{id}：站内没有 {to}").format(id=located.value.id, to=way.to)
                hint = _("写从网站根目录起的地址，例如 reports/2022/projects.html；全部地址见网站地图")
                yield Problem(located.place("ways", n, "to"), "answer-way", message, hint)
