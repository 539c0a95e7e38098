"""What citizens ask: each question has something to stand on or somewhere to go, and is asked once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.catalog import address
from disclosure.catalog.book import AddressBook
from disclosure.catalog.catalog import Catalog
from disclosure.checks import grounds
from disclosure.model.question import QuestionRecord
from disclosure.problem import Problem
from disclosure.source.register import Located
from disclosure.translation import gettext as _

# What of a wording is heard, and found by the search
SPOKEN = re.compile(r"\w")


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
            if not grounds.is_whole(ground):
                message = _("{id}：第{n}条依据没有写全").format(id=record.id, n=n + 1)
                hint = _(
                    "写 of 和 says（或 outcome），或者 report 和 without，或者 report 和 count（可加 kind、naming）"
                )
                yield Problem(located.place("grounds", n), "question", message, hint)


def _wordings(record: QuestionRecord) -> Iterator[tuple[tuple[str | int, ...], str]]:
    return ((("wordings", n), words) for n, words in enumerate(record.wordings))


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
