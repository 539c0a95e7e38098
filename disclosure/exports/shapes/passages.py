"""``data/passages.jsonl``: what a program that answers questions may quote, each with what it must not make of it."""

from __future__ import annotations

from typing import Annotated

# As in register.py
from typing_extensions import TypedDict

from disclosure.exports.meanings import about


class FoundOutcomeRow(TypedDict):
    """What became of a promise, in a word that the vocabulary explains."""

    id: Annotated[str, about("结论的编号")]
    label: Annotated[str, about("结论")]
    counts: Annotated[str, about("计作：kept 兑现、missed 没有兑现、neither 两样都不是")]
    means: Annotated[str | None, about("这个词是什么意思")]
    note: Annotated[str | None, about("结论旁边的说明；没有为 null")]


class PassageRow(TypedDict):
    """A line of ``data/passages.jsonl``: a passage of a report, or a record."""

    id: Annotated[str, about("永久不变的名字：2024/p2-01、2024/c016、updates/2024/2024-05-20-hall")]
    kind: Annotated[
        str, about("哪一种：passage、note、commitment、result、update、digest、request、indicator、question")
    ]
    kind_label: Annotated[str, about("哪一种")]
    report: Annotated[str | None, about("属于哪份报告；不属于报告的为 null")]
    title: Annotated[str, about("标题")]
    text: Annotated[str, about("可以引用的文字，照录")]
    place: Annotated[str, about("在哪里，用话说")]
    url: Annotated[str, about("在本站的地址，从网站根目录起")]
    data: Annotated[str | None, about("这一页的数据（JSON）的地址；没有为 null")]
    as_of: Annotated[str | None, about("所依据的材料最新到哪一天；不是生成文件的日期")]
    valid_from: Annotated[str | None, about("从哪一天起可以这样说")]
    valid_until: Annotated[str | None, about("说的是到哪一天为止的事；没有期限的为 null")]
    over: Annotated[bool, about("报告期（报告所说的那一年）是否已经结束")]
    outcome: Annotated[FoundOutcomeRow | None, about("承诺后来怎样；不是承诺的为 null")]
    not_to_conclude: Annotated[list[str], about("不能由此得出什么，照录页面上的话")]
