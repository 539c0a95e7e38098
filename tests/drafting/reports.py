"""Reports of a few lines, and what is proposed for them, as an editor would mark it in the text."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.coverage import Claim
from disclosure.drafting import Proposal, propose
from disclosure.model.text import ReportText
from disclosure.source import report_markdown

LETTERS = {"commitment": "承诺", "result": "成果"}


def report(*lines: str) -> ReportText:
    """Lines as of ``report.md``: ``## `` a part, ``### `` a section, all others paragraphs; ids are given."""
    body, part, number, sections = [], 0, 0, 0
    for line in lines:
        if line.startswith("## "):
            part, number, sections = part + 1, 0, 0
            body.append(f"{line} {{#part-{part}}}")
        elif line.startswith("### "):
            sections += 1
            body.append(f"{line} {{#s{part}-{sections}}}")
        else:
            number += 1
            body.append(f"{line}\n{{#p{part}-{number:02}}}")
    text, _problems = report_markdown.parse("\n\n".join(body), "report.md")
    return text


def plan(*paragraphs: str) -> ReportText:
    return report("## 一、今年工作安排", *paragraphs)


def review(*paragraphs: str) -> ReportText:
    return report("## 一、去年工作回顾", *paragraphs)


def quoted(text: ReportText, proposed: Iterable[Proposal]) -> list[str]:
    words = {one.id: one.text for one in text.passages}
    return [words[one.span.passage][one.span.start : one.span.end] for one in proposed]


def records(text: ReportText, claims: Iterable[Claim] = ()) -> list[str]:
    """The words of all that is no exemption."""
    return quoted(text, [one for one in propose(text, claims) if one.kind != "exemption"])


def marked(text: ReportText) -> list[tuple[str, str]]:
    """Each proposal as what it is and its words: 承诺, 成果, 不足, or the reason of its exemption."""
    proposed = propose(text)
    kinds = [one.reason or ("不足" if one.shortfall else LETTERS[one.kind]) for one in proposed]
    return list(zip(kinds, quoted(text, proposed), strict=True))
