"""What is unsure about a draft, in words that say what the editor decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from disclosure.catalog.entries import Commitment
from disclosure.drafting.doubts import said
from disclosure.drafting.shapes import Proposal
from disclosure.drafts.records import kinds, links, titles, topics
from disclosure.drafts.records.figures import DraftFigure
from disclosure.problem import Problem
from disclosure.translation import gettext as _


def of_proposal(proposal: Proposal, text: str) -> Iterator[str]:
    """``text`` is its paragraph's."""
    yield from map(said, proposal.doubts)
    if proposal.parts:
        named = "、".join(text[one.start : one.end] for one in proposal.parts)
        yield _("点了名的有 {named}：要分别跟踪，就拆成几条，引文相同，写同一个 group").format(named=named)


def of_record(
    title: titles.Title, kind: kinds.KindGuess, guessed: topics.TopicGuess, counted: Sequence[DraftFigure]
) -> Iterator[str]:
    if title.unsure:
        yield _("标题太长或太生硬，改短")
    if title.alike:
        yield _("另一条有同样的话：标题写出两条的区别")
    if title.headless:
        yield _("标题没有说是什么：补上主语；只是说明情况的，改成免列")
    if title.left:
        yield _("引文里还有别的事：{things}").format(things="、".join(title.left))
    if kind.unsure:
        yield _("类别是猜的")
    if guessed.unsure:
        yield _("主题是猜的，依据很少")
    for one in counted:
        if one.unsure:
            yield _("指标名“{measure}”是从前后文凑的，核对它数的是什么").format(measure=one.measure)


def of_answer(answered: links.DraftLink | None) -> Iterator[str]:
    if answered is not None and answered.unsure:
        yield _("是不是回答 {name}：只是文字相近，不是就删去 answers").format(name=answered.name)


def notes(answered: links.DraftLink | None, earlier: Mapping[str, Commitment]) -> Iterator[str]:
    """What a result answers, to be read beside it."""
    if answered is not None:
        promise = earlier[answered.name]
        yield _("回答：{name} {quote}").format(name=answered.name, quote=promise.quote)


def of_check(problem: Problem) -> str:
    """What the check will say once the record stands, without the record's name."""
    message = problem.message.partition("：")[2] or problem.message
    return _("检查会说：{message}（{hint}）").format(message=message, hint=problem.hint)
