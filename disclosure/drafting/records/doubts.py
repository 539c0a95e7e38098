"""What is unsure about a draft, in words that say what the editor decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from disclosure.catalog.entries import Commitment
from disclosure.drafting.records import kinds, links, titles, topics
from disclosure.drafting.records.figures import DraftFigure
from disclosure.drafting.shapes import Doubt, Proposal
from disclosure.problem import Problem
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

SAID: Final[Mapping[Doubt, str]] = {
    Doubt.ONE_OR_TWO: N_("里面有几件可能结果不同的事：要不要拆成几条（引文可以相同，写同一个 group）"),
    Doubt.SHARED_SUBJECT: N_("主语或管着它的动词在前一条里：标题和指标名要补全"),
    Doubt.SHARED_PREDICATE: N_("它的谓语在后一条里：要不要并入后一条"),
    Doubt.HEAD: N_("是后面几条的题目，还是自己也是一条"),
    Doubt.BACKGROUND: N_("可能只说了理由和背景：是的话改为免列"),
    Doubt.GOES_ON: N_("可能是前一条的一部分：要不要并入前一条"),
    Doubt.TENSE: N_("已经做成，还是今后要做"),
    Doubt.FIGURE: N_("这个数字可能是以后要对照的数，不该免列"),
    Doubt.REASON: N_("理由用哪一个"),
}


def of_proposal(proposal: Proposal) -> Iterator[str]:
    return (_(SAID[one]) for one in proposal.doubts)


def of_record(
    title: titles.Title, kind: kinds.Guess, guessed: topics.Guess, counted: Sequence[DraftFigure]
) -> Iterator[str]:
    if title.unsure:
        yield _("标题太长或太生硬，改短")
    if kind.unsure:
        yield _("类别是猜的")
    if guessed.unsure:
        yield _("主题是猜的，依据很少")
    for one in counted:
        if one.unsure:
            yield _("指标名“{measure}”是从前后文凑的，核对它数的是什么").format(measure=one.measure)


def of_answer(link: links.Link | None, earlier: Mapping[str, Commitment]) -> Iterator[str]:
    if link is None:
        return
    promise = earlier[link.name]
    if link.unsure:
        yield _("是不是回答 {name}“{title}”：只是文字相近").format(name=link.name, title=promise.title)
    else:
        yield _("回答的是 {name}“{title}”，核对一下").format(name=link.name, title=promise.title)


def of_check(problem: Problem) -> str:
    """What the check will say once the record stands, without the record's name."""
    message = problem.message.partition("：")[2] or problem.message
    return _("检查会说：{message}（{hint}）").format(message=message, hint=problem.hint)
