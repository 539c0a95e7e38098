"""One invented report: its archived text and the records that quote it, put together line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle
from random import Random

from benchmarks import wording
from benchmarks.wording import Draft, Sentence, Subject

NUMERALS = "一二三四五六七八九十"
RECORDS_A_PARAGRAPH = 6
PARAGRAPHS_A_SECTION = 5
# Of ten records of a report six are commitments
COMMITMENTS = 0.6
LACKING = 4
NOTES_EVERY = 3


@dataclass
class Report:
    """A report in the making. ``records`` maps a file below the report's folder to its records' text."""

    year: int
    district: str
    random: Random
    lines: list[str] = field(default_factory=list)
    exemptions: list[str] = field(default_factory=list)
    results: dict[str, list[str]] = field(default_factory=dict)
    commitments: dict[str, str] = field(default_factory=dict)
    part: int = 0
    section: int = 0
    paragraph: int = 0
    notes: int = 0

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"

    @property
    def folder(self) -> str:
        return f"{self.part}-{self.section}" if self.section else f"part-{self.part}"

    @property
    def passage(self) -> str:
        return f"p{self.part}-{self.paragraph:02}"

    def open_part(self, title: str) -> None:
        self.part, self.section, self.paragraph = self.part + 1, 0, 0
        self.lines.append(f"{NUMERALS[self.part - 1]}、{title}")

    def open_section(self, title: str) -> None:
        self.section += 1
        self.lines.append(f"（{_numeral(self.section)}）{title}")

    def exempt(self, line: str, quote: str, reason: str) -> None:
        """A line that is no record."""
        self.paragraph += 1
        self.lines.append(line)
        self._exempt(quote, reason)

    def say(self, head: str, drafts: list[Draft], background: str) -> None:
        """A paragraph: its run-in head, its background, its records."""
        self.paragraph += 1
        pieces = [background] if background else []
        pieces += [draft.quote for draft in drafts]
        body = "".join(piece + mark for piece, mark in zip(pieces, _marks(len(pieces)), strict=True))
        self.lines.append((f"{head}。" if head else "") + body + self._note(drafts[0]))
        if background:
            self._exempt(background, "背景")
        for draft in drafts:
            self._file(draft)

    def _exempt(self, quote: str, reason: str) -> None:
        self.exemptions.append(f"- {{passage: {self.passage}, quote: {quote}, reason: {reason}}}\n")

    def _note(self, draft: Draft) -> str:
        """A reference at the line's end and the note's body behind it, now and then."""
        if self.paragraph % NOTES_EVERY or not self.part:
            return ""
        number, self.notes = self.notes, self.notes + 1
        words = f".{draft.title[2:8]}：指为落实本报告而确定的一类事项，由所在街道和有关单位共同办理，按季度公布进展。"
        return f"[endnoteRef:{number}] [{number}: {words}]"

    def _file(self, draft: Draft) -> None:
        result = self.part == 1
        number = 1 + (sum(map(len, self.results.values())) if result else len(self.commitments))
        id = f"{'r' if result else 'c'}{number:03}"
        rows = [f"id: {id}", f"title: {draft.title}", f"passage: {self.passage}", f"quote: {draft.quote}"]
        rows += [f"kind: {draft.kind}", f"topics: [{draft.topic}]"]
        rows += [] if result else [f"specificity: [{draft.aspects}]"]
        if draft.figures:
            rows += ["figures:" if result else "targets:", *(f"  - {{{one}}}" for one in draft.figures)]
        if result:
            self.results.setdefault(self.folder, []).append("- " + "\n  ".join(rows) + "\n")
        else:
            self.commitments[f"{self.folder}/{id}.yml"] = "\n".join([*rows, *self._follow()]) + "\n"

    def _follow(self) -> list[str]:
        """Every fourth commitment follows a result of the year before."""
        known = sum(map(len, self.results.values()))
        return [f"results: [r{self.random.randint(1, known):03}]"] if len(self.commitments) % 4 == 3 else []


def compose(district: str, year: int, records: int, seed: str) -> Report:
    """A report with exactly so many records."""
    report = Report(year, district, Random(seed))
    subjects = wording.subjects(report.random)
    to_do = round(records * COMMITMENTS)
    done = records - to_do
    _open(report)
    report.open_part(f"{year - 1}年工作回顾")
    report.say("", [wording.level_done(report.random)], wording.BACKGROUND[0])
    lacking = min(LACKING, done - 1)
    _body(report, _draw(report, subjects, wording.DONE, done - 1 - lacking), wording.HEADS_DONE, "扎实做好{}")
    if lacking:
        report.say("", list(_draw(report, subjects, (wording.LACKING,), lacking)), "在看到成绩的同时，也要看到问题")
    report.open_part(f"{year}年工作安排")
    report.say("", [wording.level_aimed(report.random)], wording.BACKGROUND[1])
    _body(report, _draw(report, subjects, wording.TO_DO, to_do - 1), wording.HEADS_TO_DO, "着力{}")
    closing = "各位代表，让我们同心协力，把蓝图变成现实"
    report.exempt(closing + "。", closing, "礼仪")
    return report


def _open(report: Report) -> None:
    name = "政 府 工 作 报 告"
    report.exempt(name, name, "礼仪")
    meeting = f"{report.year}年1月12日在{report.district}人民代表大会会议上"
    report.exempt(f"——{meeting}", meeting, "礼仪")
    report.exempt(f"{report.district}人民政府区长 甲某某", f"{report.district}人民政府区长 甲某某", "礼仪")
    report.exempt("各位代表：", "各位代表", "礼仪")
    request = "现在，我代表区人民政府，向大会报告工作，请予审议，并请各位列席的同志提出意见"
    report.exempt(request + "。", request, "礼仪")


def _draw(report: Report, subjects: Iterator[Subject], sentences: tuple[Sentence, ...], wanted: int) -> list[Draft]:
    random = report.random
    return [random.choice(sentences)(random, next(subjects)) for _n in range(wanted)]


def _body(report: Report, drafts: list[Draft], heads: tuple[str, ...], form: str) -> None:
    head, background = cycle(heads), cycle(["", *wording.BACKGROUND[2:]])
    for start in range(0, len(drafts), RECORDS_A_PARAGRAPH):
        if start % (RECORDS_A_PARAGRAPH * PARAGRAPHS_A_SECTION) == 0:
            report.open_section(form.format(f"第{_numeral(report.section + 1)}方面的工作"))
        report.say(next(head), drafts[start : start + RECORDS_A_PARAGRAPH], next(background))


def _marks(n: int) -> list[str]:
    """What ends each of n pieces."""
    return ["；" if at % 2 and at < n - 1 else "。" for at in range(n)]


def _numeral(n: int) -> str:
    return NUMERALS[n - 1] if n <= 10 else "十" + NUMERALS[n - 11]
