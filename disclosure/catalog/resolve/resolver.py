"""One report's records on their way into the catalogue: what all of them need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from msgspec import Struct, field

from disclosure.catalog import quotes
from disclosure.catalog.entries import Result, ResultFigure
from disclosure.catalog.quotes import Passages
from disclosure.catalog.words import Vocabularies, unknown
from disclosure.model.text import Paragraph, Span
from disclosure.model.vocabulary import Term
from disclosure.problem import Problem
from disclosure.quantity import Polarity
from disclosure.source.register import Located
from disclosure.source.yaml import FieldPath
from disclosure.translation import gettext as _

T = TypeVar("T")


class Resolver(Struct, kw_only=True):
    """What is known of one report while its records are resolved; what is known at first was made ``of`` these things.

    ``written_figures`` counts the figures of each result as its editor wrote them, whether they could be read or not.
    ``broken`` are the passages with a record that could not be placed: nothing about their coverage is certain.
    """

    report: str
    year: int
    passages: Passages
    words: Vocabularies
    # target id -> down, where an indicator that names it says that less is better
    polarities: Mapping[str, Polarity] = field(default_factory=dict)
    # address -> the day it was found not to answer
    dead: Mapping[str, date] = field(default_factory=dict)
    written_figures: dict[str, int] = field(default_factory=dict)
    figures: dict[str, ResultFigure] = field(default_factory=dict)
    results: dict[str, Result] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)

    def paragraph(self, span: Span) -> Paragraph:
        return self.passages.by_id[span.passage]

    def locate(self, located: Located[Any], name: str) -> Span | None:
        found = quotes.locate(located, name, self.passages)
        if isinstance(found, Problem):
            self.problems.append(found)
            # The passage it names and the one it may have meant
            self.broken.add(located.value.passage.partition(".")[0])
            self.broken |= {
                id for id, paragraph in self.passages.by_id.items() if located.value.quote in paragraph.text
            }
            return None
        return found

    def wrong(self, located: Located[Any], where: FieldPath, rule: str, message: str, hint: str) -> None:
        self.problems.append(Problem(located.place(*where), rule, message, hint))

    def term(self, located: Located[Any], name: str, vocabulary: str, label: str, *where: str | int) -> Term:
        """The term of a label; an unknown one is a problem and stands as it was written."""
        found = self.words.label(vocabulary, label)
        if found is None:
            self.problems.append(unknown(located, name, vocabulary, label, where, self.words))
        return found or Term(label, label)

    def terms(
        self, located: Located[Any], name: str, vocabulary: str, labels: Sequence[str], where: str
    ) -> tuple[Term, ...]:
        """The terms of a list of labels, each once, in the vocabulary's order."""
        if len(set(labels)) < len(labels):
            n = next(n for n, label in enumerate(labels) if label in labels[:n])
            message = _("{id}：“{label}”写了两次").format(id=name, label=labels[n])
            self.wrong(located, (where, n), "repeated-word", message, _("只留一处"))
            labels = tuple(dict.fromkeys(labels))
        known = self.words.in_order(vocabulary, tuple(labels))
        if known is not None:
            return known
        found = [self.term(located, name, vocabulary, label, where, n) for n, label in enumerate(labels)]
        return self.words.arranged(vocabulary, found)

    def written(
        self, located: Located[Any], id: str, written: str, span: Span, where: FieldPath, nth: int | None
    ) -> Span | None:
        """The span of a written figure inside a record's quote."""
        text = self.paragraph(span).text
        found = quotes.occurrences(text, written, span.start, span.end)
        if not found or (nth or 1) > len(found):
            message = _("{id}：原文数字“{written}”不在引文里").format(id=id, written=written)
            if found:
                message = _("{id}：“{written}”在引文里没有第 {nth} 处").format(id=id, written=written, nth=nth)
            self.wrong(located, where, "figure", message, _("引文是“{quote}”").format(quote=located.value.quote))
            self.broken.add(span.passage)
            return None
        start = found[(nth or 1) - 1]
        return Span(span.passage, start, start + len(written))

    def not_understood(self, located: Located[Any], id: str, written: str, at: Span, where: FieldPath) -> None:
        self.broken.add(at.passage)
        message = _("{id}：读不懂原文数字“{written}”").format(id=id, written=written)
        self.wrong(located, where, "figure", message, _("照录数字和它的限定词、单位，例如 7.5%以上、2个"))
