"""One invented report: its archived text and the records that quote it, put together line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import cycle, islice
from random import Random

from benchmarks import densities, following, wording
from benchmarks.following import Promise
from benchmarks.wording import Draft, Figure, SentenceMaker, Subject

NUMERALS = "一二三四五六七八九十"
RECORDS_A_PARAGRAPH = 6
# The real report has twelve sections of some thirty records; a longer one has longer sections and not more
RECORDS_A_SECTION = 30
MOST_SECTIONS = 12


@dataclass
class ReportDraft:
    """A report in the making: files below its folder, and what the next year's report needs to know of it.

    ``follows``: its results say which promise they answer, in the field that the model has for it.
    """

    key: str
    year: int
    district: str
    random: Random
    departments: tuple[str, ...]
    follows: bool = False
    lines: list[str] = field(default_factory=list)
    exemptions: list[str] = field(default_factory=list)
    results: dict[str, list[str]] = field(default_factory=dict)
    commitments: dict[str, str] = field(default_factory=dict)
    promises: list[Promise] = field(default_factory=list)
    # What last year's value of an aggregate or of a subject is called here: name -> r001/2
    values: dict[str, str] = field(default_factory=dict)
    # How much last year's level of an aggregate is here, in 亿元
    levels: dict[str, Decimal] = field(default_factory=dict)
    part: int = 0
    section: int = 0
    paragraph: int = 0
    notes: int = 0
    filed: int = 0

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"

    @property
    def folder(self) -> str:
        return f"s{self.part}-{self.section}" if self.section else f"part-{self.part}"

    @property
    def passage(self) -> str:
        return f"p{self.part}-{self.paragraph:02}"

    def open_part(self, title: str) -> None:
        self.part, self.section, self.paragraph, self.filed = self.part + 1, 0, 0, 0
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
        pieces = [background] if background else []
        pieces += [draft.quote for draft in drafts]
        body = "".join(piece + mark for piece, mark in zip(pieces, _marks(len(pieces)), strict=True))
        self._paragraph((f"{head}。" if head else "") + body, drafts)
        if background:
            self._exempt(background, "背景")

    def list(self, lead: str, drafts: list[Draft]) -> None:
        """A paragraph of one sentence: what all its records have in common, then each."""
        self._paragraph(f"{lead}：{'；'.join(draft.quote for draft in drafts)}。", drafts)
        self._exempt(lead, "统领", f", see: [{', '.join(one.id for one in self.promises[-len(drafts) :])}]")

    def _paragraph(self, text: str, drafts: list[Draft]) -> None:
        self.paragraph += 1
        self.lines.append(text + self._note(drafts[0]))
        for draft in drafts:
            self._file(draft)

    def _exempt(self, quote: str, reason: str, more: str = "") -> None:
        self.exemptions.append(f"- {{passage: {self.passage}, quote: {quote}, reason: {reason}{more}}}\n")

    def _note(self, draft: Draft) -> str:
        """A reference at the line's end and the note's body behind it, now and then."""
        if not draft.subject or not densities.NOTES.falls(self.random):
            return ""
        number, self.notes = self.notes, self.notes + 1
        words = f".{draft.subject.name}：指为落实本报告而确定的一类事项，由所在街道和有关单位共同办理，按季度公布进展。"
        return f"[endnoteRef:{number}] [{number}: {words}]"

    def _file(self, draft: Draft) -> None:
        self.filed += 1
        if self.part == 1:
            self._file_result(f"r{self.filed:03}", draft)
        else:
            self._file_commitment(f"c{self.filed:03}", draft)

    def _head(self, id: str, draft: Draft, topics: str) -> list[str]:
        rows = [f"id: {id}", f"title: {draft.title}", f"passage: {self.passage}", f"quote: {draft.quote}"]
        return [*rows, f"kind: {draft.kind}", f"topics: [{topics}]"]

    def _file_result(self, id: str, draft: Draft) -> None:
        rows = [
            *self._head(id, draft, draft.topic),
            *_figures("figures", draft.figures),
            *_answers(draft, self.follows),
        ]
        self.results.setdefault(self.folder, []).append("- " + "\n  ".join(rows) + "\n")
        if draft.figures:
            self.values[draft.about] = f"{id}/{len(draft.figures)}"
        if draft.macro and len(draft.figures) > 1:
            self.levels[draft.macro] = Decimal(draft.figures[0].written.removesuffix("亿元"))

    def _file_commitment(self, id: str, draft: Draft) -> None:
        promise = following.drawn(
            self.random, Promise(report=self.key, year=self.year, id=id, passage=self.passage, draft=draft)
        )
        rows = [*self._head(id, draft, self._topics(draft)), f"specificity: [{draft.aspects}]"]
        rows += _figures("targets", following.planned(self.random, draft))
        rows += [f"deadline: {draft.deadline}"] if draft.deadline else []
        rows += [*self._related(draft), *following.rows(self.random, promise, self.district, self.departments)]
        self.commitments[f"{self.folder}/{id}.yml"] = "\n".join(rows) + "\n"
        self.promises.append(promise)

    def _topics(self, draft: Draft) -> str:
        second = self.random.choice(wording.TOPICS)
        both = densities.SECOND_TOPIC.falls(self.random) and second != draft.topic
        return f"{draft.topic}, {second}" if both else draft.topic

    def _related(self, draft: Draft) -> list[str]:
        """Results of the year before on the same thing: what is continued leads to its own, others to any."""
        related = draft.results
        if not related and densities.RELATED.falls(self.random):
            related = (f"r{self.random.randint(1, sum(map(len, self.results.values()))):03}",)
        return [f"results: [{', '.join(related)}]"] if related else []


def _figures(name: str, figures: tuple[Figure, ...]) -> list[str]:
    return [f"{name}:", *(f"  - {{{one}}}" for one in figures)] if figures else []


def _answers(draft: Draft, follows: bool) -> list[str]:
    """The promise of last year that a result takes up; a comment where it is not to be followed, as older programs
    have no field for it."""
    if not draft.answers:
        return []
    return [f"answers: [{draft.answers}]" if follows else f"# answers: {draft.answers}"]


@dataclass(frozen=True)
class Given:
    """What a district's reports share: its name, its subjects, each used once, its offices; and the year before."""

    district: str
    random: Random
    subjects: Iterator[Subject]
    before: ReportDraft | None
    departments: tuple[str, ...] = following.DEPARTMENTS
    follows: bool = False


def compose(key: str, year: int, size: int, given: Given) -> ReportDraft:
    """A report with exactly so many records."""
    report = ReportDraft(
        key=key,
        year=year,
        district=given.district,
        random=given.random,
        departments=given.departments,
        follows=given.follows,
    )
    to_do = densities.COMMITMENTS.of(size)
    _open(report)
    report.open_part(f"{year - 1}年工作回顾")
    answered = _review(report, given, size - to_do)
    report.open_part(f"{year}年工作安排")
    _plan(report, given, to_do, answered)
    closing = f"各位代表，{wording.CLOSINGS[year % len(wording.CLOSINGS)]}，把{report.district}的蓝图变成现实"
    report.exempt(closing + "。", closing, "礼仪")
    return report


def _open(report: ReportDraft) -> None:
    name = "政 府 工 作 报 告"
    report.exempt(name, name, "礼仪")
    meeting = f"{report.year}年1月12日在{report.district}人民代表大会会议上"
    report.exempt(f"——{meeting}", meeting, "礼仪")
    report.exempt(f"{report.district}人民政府区长 甲某某", f"{report.district}人民政府区长 甲某某", "礼仪")
    report.exempt("各位代表：", "各位代表", "礼仪")
    request = "现在，我代表区人民政府，向大会报告工作，请予审议，并请各位列席的同志提出意见"
    report.exempt(request + "。", request, "礼仪")


def _review(report: ReportDraft, given: Given, wanted: int) -> list[Promise]:
    """Part one: last year's aggregates, answers to last year's promises, other results, shortfalls."""
    random = report.random
    macros = _macros_reached(report, given.before, _aggregates(wanted))
    lacking = densities.LACKING.of(wanted)
    answered = _answered(random, given.before, wanted - len(macros) - lacking)
    drafts = [_answer(random, one) for one in answered]
    drafts += _draw(given, wording.DONE, report.year, wanted - len(macros) - lacking - len(drafts))
    random.shuffle(drafts)
    report.say("", macros, wording.BACKGROUND[0])
    _body(report, drafts, wording.HEADS_DONE, wording.SECTIONS_DONE)
    if lacking:
        shortfalls = _draw(given, (wording.lacking,), report.year, lacking)
        report.say("", shortfalls, "在看到成绩的同时，也要看到问题")
    return answered


def _plan(report: ReportDraft, given: Given, wanted: int, answered: list[Promise]) -> None:
    """Part two: targets for the aggregates, promises continued from last year and new ones, the candidates."""
    random = report.random
    macros = [
        wording.aimed(random, one, report.values.get(one.name, "")) for one in wording.MACROS[: _aggregates(wanted)]
    ]
    candidates = _draw(given, (wording.candidate,), report.year, densities.LIVELIHOOD.of(wanted))
    drafts = _draw(given, (wording.orientation,), report.year, densities.ORIENTATIONS.of(wanted))
    left = wanted - len(macros) - len(candidates)
    continued = answered[: min(densities.CONTINUED.of(len(answered)), left - len(drafts))]
    drafts += [_again(random, one, report) for one in continued]
    drafts += _draw(given, wording.TO_DO, report.year, left - len(drafts))
    random.shuffle(drafts)
    report.list("全区经济社会发展主要预期目标是", macros)
    _body(report, drafts, wording.HEADS_TO_DO, wording.SECTIONS_TO_DO)
    if candidates:
        report.open_section(wording.CANDIDATES)
        _paragraphs(report, candidates, cycle([""]), cycle([""]))


def _aggregates(wanted: int) -> int:
    """How many aggregates a part of so many records has."""
    return max(1, min(len(wording.MACROS), densities.MACROS.of(wanted)))


def _macros_reached(report: ReportDraft, before: ReportDraft | None, number: int) -> list[Draft]:
    """Last year's values: what its own report's targets came to, drawn where there is no such report."""
    known = {one.draft.about: one for one in before.promises if one.values} if before else {}
    found = []
    for macro in wording.MACROS[:number]:
        aimed = known.get(macro.name)
        value = (aimed.values[0] if aimed else 0) or wording.tenths(report.random, 20, 90)
        draft = wording.reached(report.random, macro, abs(value))
        found.append(replace(draft, answers=f"{aimed.report}/{aimed.id}") if aimed and report.follows else draft)
    return found


def _answered(random: Random, before: ReportDraft | None, most: int) -> list[Promise]:
    """The counted promises of last year that this report takes up, in the order they were made."""
    counted = [one for one in before.promises if one.is_counted] if before else []
    return random.sample(counted, min(densities.ANSWERED.of(len(counted)), max(0, most)))


def _answer(random: Random, promise: Promise) -> Draft:
    subject, value = promise.draft.subject, promise.values[0]
    assert subject, "what is counted has a subject"
    return replace(wording.built(random, subject, value), answers=f"{promise.report}/{promise.id}")


def _again(random: Random, promise: Promise, report: ReportDraft) -> Draft:
    """A promise on top of what last year's came to: its baseline is the result that says so."""
    subject = promise.draft.subject
    assert subject, "what is counted has a subject"
    result = report.values[subject.name]
    draft = wording.to_build(random, subject, promise.values[0] + random.randrange(1, 9))
    figures = tuple(replace(figure, more=f", baseline: {result}") for figure in draft.figures)
    return replace(draft, figures=figures, results=(result.partition("/")[0],))


def _draw(given: Given, sentences: tuple[SentenceMaker, ...], year: int, wanted: int) -> list[Draft]:
    subjects = list(islice(given.subjects, wanted))
    if len(subjects) < wanted:
        raise ValueError("a district has not so many subjects: take a smaller --report-size")
    return [given.random.choice(sentences)(given.random, one, year) for one in subjects]


def _body(report: ReportDraft, drafts: list[Draft], heads: tuple[str, ...], titles: tuple[str, ...]) -> None:
    """Sections of about one length, no more than have titles."""
    if not drafts:
        return
    number = max(1, min(MOST_SECTIONS, round(len(drafts) / RECORDS_A_SECTION)))
    head, background = cycle(heads), cycle(["", *wording.BACKGROUND[1:]])
    for n, title in enumerate(titles[:number]):
        report.open_section(title)
        part = drafts[len(drafts) * n // number : len(drafts) * (n + 1) // number]
        _paragraphs(report, part, head, background)


def _paragraphs(report: ReportDraft, drafts: list[Draft], head: Iterator[str], background: Iterator[str]) -> None:
    for start in range(0, len(drafts), RECORDS_A_PARAGRAPH):
        report.say(next(head), drafts[start : start + RECORDS_A_PARAGRAPH], next(background))


def _marks(n: int) -> list[str]:
    """What ends each of n pieces."""
    return ["；" if at % 2 and at < n - 1 else "。" for at in range(n)]


def _numeral(n: int) -> str:
    return NUMERALS[n - 1] if n <= 10 else "十" + NUMERALS[n - 11]
