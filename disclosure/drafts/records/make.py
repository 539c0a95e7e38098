"""The whole report: a record for each proposal, held against what the checks will say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from disclosure.catalog.quotes import occurrences
from disclosure.drafting.shapes import Proposal
from disclosure.drafts.records import aspects, doubts, figures, judged, kinds, leading, links, same_matter, titles
from disclosure.drafts.records.figures import DraftFigure
from disclosure.drafts.records.known import ReportKnowledge
from disclosure.drafts.records.made import DraftIndicatorLine, DraftRecord
from disclosure.drafts.records.topics import TopicGuess
from disclosure.model import vocabulary
from disclosure.model.text import Paragraph, Span
from disclosure.translation import gettext as _

# So much of the text around a quote has a say in its topics
BEFORE, BEHIND = 50, 30
TEMPORARY = "d"
# What a heading is counted by
NUMBER = re.compile(r"^(?:第?[一二三四五六七八九十]+[章节部分]*[、.．]|[（(][一二三四五六七八九十]+[）)])\s*")
HEAD_ENDS = "。．.：:，、 \u3000"
RecordValues = dict[str, Any]


def drafts(
    known: ReportKnowledge, proposals: Iterable[Proposal], others: Iterable[tuple[str, Span]] = ()
) -> tuple[DraftRecord, ...]:
    """A record for each proposal, in the order of the text; figures that no record takes up are exempted besides.

    ``others`` are drafts that stand already, by name: a lead-in may lead to them.
    """
    maker = _Maker(known)
    made = [maker.record(n, one) for n, one in enumerate(proposals, 1)]
    last = len(made)
    made, open_figures = judged.judged(known, [*same_matter.linked(known, made)])
    made += [
        exemption(known, f"{TEMPORARY}{last + n}", one, _why_open(known, one, made))
        for n, one in enumerate(open_figures, 1)
    ]
    return tuple(_with_see(known, sorted(made, key=lambda one: known.position(one.span)), tuple(others)))


def _why_open(known: ReportKnowledge, figure: Proposal, made: Iterable[DraftRecord]) -> str:
    """Why a figure in a record's quote is none of its targets."""
    span = figure.span
    words = known.report.by_id[span.passage].text[span.start : span.end]
    within = [one for one in made if one.kind == "commitment" and one.span.covers(span)]
    if any([row["written"] for row in one.values.get("targets", ())].count(words) > 1 for one in within):
        return _("引文里有两个同样的数，目标只认得出前一个：这样免列，或拆成两条，各引自己的一段")
    return _("不在任何一条的数字里：理由用哪一个？")


class _Maker:
    """Records one after the other: no two titles are the same, and later ones know the earlier ones' figures."""

    def __init__(self, known: ReportKnowledge) -> None:
        self.known = known
        self.taken = {record.title for record in known.report.register.records}
        self.leading = kinds.leading(known.report.text.paragraphs)
        self.promised = [(name, one.quote, links.measures(one)) for name, one in known.earlier.items()]
        self.reported = [(one.id, one.quote, links.measures(one)) for one in known.report.register.results]
        # What each result counts, figure by figure, by the result's name
        self.counted: dict[str, list[DraftFigure]] = {}

    def record(self, n: int, proposal: Proposal) -> DraftRecord:
        name = f"{TEMPORARY}{n}"
        if proposal.kind == "exemption":
            return exemption(self.known, name, proposal)
        return self._commitment(name, proposal) if proposal.kind == "commitment" else self._result(name, proposal)

    def _commitment(self, name: str, proposal: Proposal) -> DraftRecord:
        known, span = self.known, proposal.span
        paragraph = known.report.by_id[span.passage]
        counted = figures.found(paragraph.text, span, "commitment")
        heading = known.report.sections.get(paragraph.section)
        setting = kinds.Setting(
            heading=heading.title if heading else "", leads=paragraph.id in self.leading, has_figures=bool(counted)
        )
        kind = kinds.of_commitment(paragraph, span, setting)
        title = self._title(span, counted, kind.id)
        topics = topics_of(known, span)
        words = paragraph.text[span.start : span.end]
        specificity = _specificity(known, words, kind.id, has_number=bool(counted))
        link = links.likest(words, counted, self.reported, known.weights)
        values: RecordValues = {
            "title": title.text,
            **quoted(known, span),
            "kind": known.label(vocabulary.KINDS, kind.id),
            "topics": list(topics.topics),
            "specificity": specificity,
        }
        if counted:
            values["targets"] = [self._target(one, link) for one in counted]
        if link is not None and not link.unsure:
            values["results"] = [link.name]
        return DraftRecord(
            name=name,
            kind="commitment",
            section=paragraph.section,
            span=span,
            values=values,
            doubts=(
                *doubts.of_proposal(proposal, paragraph.text),
                *doubts.of_record(title, kind, topics, counted),
                *(
                    [_("可能接着上年的成果 {name}：是的话写 results").format(name=link.name)]
                    if link and link.unsure
                    else ()
                ),
            ),
            indicators=tuple(self._indicators(counted, is_target=True)),
        )

    def _target(self, one: DraftFigure, link: links.DraftLink | None) -> RecordValues:
        found: RecordValues = {"measure": one.measure, "written": one.written}
        base = self._baseline(one, link.name) if link else ""
        return found | ({"baseline": base} if base else {})

    def _baseline(self, target: DraftFigure, result: str) -> str:
        """The figure of last year's result that has the target's measure."""
        same = self.counted.get(result) or self._registered(result)
        for n, one in enumerate(same, 1):
            grows = target.measure.endswith("增速")
            if links.core(one.measure) == links.core(target.measure) and one.growth == grows:
                return result if len(same) == 1 else f"{result}/{n}"
        return ""

    def _registered(self, result: str) -> list[DraftFigure]:
        found = next((one for one in self.known.report.register.results if one.id == result), None)
        return [
            DraftFigure(measure=one.measure, written=one.written, span=one.span, growth=one.growth)
            for one in (found.figures if found else ())
        ]

    def _result(self, name: str, proposal: Proposal) -> DraftRecord:
        known, span = self.known, proposal.span
        paragraph = known.report.by_id[span.passage]
        words = paragraph.text[span.start : span.end]
        counted = figures.found(paragraph.text, span, "result")
        kind = kinds.of_result(words, has_figures=bool(counted), shortfall=proposal.shortfall)
        title = self._title(span, counted, kind.id)
        topics = topics_of(known, span)
        link = links.likest(words, counted, self.promised, known.weights)
        values: RecordValues = {
            "title": title.text,
            **quoted(known, span),
            "kind": known.label(vocabulary.RESULT_KINDS, kind.id),
            "topics": list(topics.topics),
        }
        if link is not None:
            values["answers"] = [link.name]
        if counted:
            values["figures"] = [_figure(one, paragraph.text, span) for one in counted]
        self.reported.append((name, words, tuple(one.measure for one in counted)))
        self.counted[name] = list(counted)
        return DraftRecord(
            name=name,
            kind="result",
            section=paragraph.section,
            span=span,
            values=values,
            doubts=(
                *doubts.of_proposal(proposal, paragraph.text),
                *doubts.of_record(title, kind, topics, counted),
                *doubts.of_answer(link),
            ),
            notes=tuple(doubts.notes(link, known.earlier)),
            indicators=tuple(self._indicators(counted, is_target=False)),
        )

    def _title(self, span: Span, counted: Sequence[DraftFigure], kind: str) -> titles.Title:
        paragraph = self.known.report.by_id[span.passage]
        where = _where(self.known, paragraph, kind)
        found = titles.title(paragraph, span, counted, self.taken, where)
        self.taken.add(found.text)
        return found

    def _indicators(self, counted: Sequence[DraftFigure], *, is_target: bool) -> Iterator[DraftIndicatorLine]:
        known = self.known
        year = known.report.meta.year
        records = [one.value for one in known.common.indicators]
        for nth, one in enumerate(counted, 1):
            found = links.indicator(one, nth, records, period=str(year if is_target else year - 1), is_target=is_target)
            if found is not None and not known.has_line(found):
                yield found


def _where(known: ReportKnowledge, paragraph: Paragraph, kind: str) -> list[str]:
    """What tells a record from another with the same words: its list, its run-in head, its section."""
    heading = known.report.sections.get(paragraph.section)
    found = [
        _("民生实事") if kind == "livelihood" else "",
        paragraph.text[: paragraph.head].strip(HEAD_ENDS),
        NUMBER.sub("", heading.title) if heading else "",
    ]
    return [one for one in found if one]


def topics_of(known: ReportKnowledge, span: Span) -> TopicGuess:
    """The topics of a quote, from its own words, those around it, and its section's heading."""
    paragraph = known.report.by_id[span.passage]
    text, heading = paragraph.text, known.report.sections.get(paragraph.section)
    before = text[max(0, span.start - BEFORE) : span.start]
    near = f"{text[: paragraph.head]}，{before}，{text[span.end : span.end + BEHIND]}"
    return known.topics.guess(text[span.start : span.end], near, heading.title if heading else "")


def quoted(known: ReportKnowledge, span: Span) -> RecordValues:
    """Passage and quote, and which of several places it is."""
    text = known.report.by_id[span.passage].text
    quote = text[span.start : span.end]
    places = occurrences(text, quote)
    found: RecordValues = {"passage": span.passage, "quote": quote}
    return found | ({"occurrence": str(places.index(span.start) + 1)} if len(places) > 1 else {})


def exemption(known: ReportKnowledge, name: str, proposal: Proposal, *told: str) -> DraftRecord:
    span = proposal.span
    values = {**quoted(known, span), "reason": known.label(vocabulary.REASONS, proposal.reason)}
    return DraftRecord(
        name=name,
        kind="exemption",
        section=known.report.by_id[span.passage].section,
        span=span,
        values=values,
        doubts=(*doubts.of_proposal(proposal, known.report.by_id[span.passage].text), *told),
    )


def _figure(one: DraftFigure, text: str, span: Span) -> RecordValues:
    found: RecordValues = {"measure": one.measure, "written": one.written}
    places = occurrences(text, one.written, span.start, span.end)
    if len(places) > 1:
        found["occurrence"] = str(places.index(one.span.start) + 1)
    return found | ({"growth": "true"} if one.growth else {})


def _specificity(known: ReportKnowledge, words: str, kind: str, *, has_number: bool) -> list[str]:
    """What is guessed; number and date are added by what the program reads."""
    found = [
        *(["deliverable"] if aspects.deliverable(words, kind, has_number=has_number) else []),
        *(["body"] if aspects.body(words) else []),
    ]
    return [known.label(vocabulary.SPECIFICITY, id) for id in found]


def _with_see(
    known: ReportKnowledge, made: Sequence[DraftRecord], others: Sequence[tuple[str, Span]]
) -> Iterator[DraftRecord]:
    """The lead-ins with the records that follow them in their paragraph, up to the next lead-in."""
    lead_in = known.label(vocabulary.REASONS, "lead-in")
    names = sorted([*_named(known, made), *others], key=lambda one: known.position(one[1]))
    leads = [one.span for one in made if one.values.get("reason") == lead_in]
    for one in made:
        if one.values.get("reason") != lead_in:
            yield one
            continue
        nexts = [span.start for span in leads if span.passage == one.span.passage and span.start > one.span.start]
        end = min(nexts, default=len(known.report.by_id[one.span.passage].text))
        see = [name for name, span in names if span.passage == one.span.passage and one.span.end <= span.start < end]
        told: tuple[str, ...] = ()
        if not see:
            below = leading.below(known, one.span, names)
            see = list(below.names)
            told = () if below.certain else (_("后面各节的第一条写进了 see：是不是说的这几节？"),)
        told = told if see else (_("统领语后面没有找到落实它的记录：写进 see，或不是统领"),)
        values = {**one.values, **({"see": see} if see else {})}
        yield replace(one, values=values, doubts=(*one.doubts, *told))


def _named(known: ReportKnowledge, made: Sequence[DraftRecord]) -> Iterator[tuple[str, Span]]:
    """All records, drafted and registered."""
    yield from ((one.name, one.span) for one in made if one.kind != "exemption")
    yield from ((one.id, one.span) for one in known.report.register.records)
