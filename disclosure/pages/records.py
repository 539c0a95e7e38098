"""What several pages show of a record: its line in a list, its place in the report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from msgspec import Struct

from disclosure.catalog import address, section_pages
from disclosure.catalog.catalog import Report
from disclosure.catalog.entries import Commitment, Result
from disclosure.catalog.tally import Item
from disclosure.model.text import Paragraph, Span
from disclosure.pages.once import once
from disclosure.pages.page import Link, chinese_date
from disclosure.translation import gettext as _

LIVELIHOOD = "livelihood"
OfSection = TypeVar("OfSection", Commitment, Result, Item, Paragraph)


class QuoteView(Struct, frozen=True):
    """A quote in its sentences: ``before`` + ``quote`` + ``after`` is the text of the passage ``link`` leads to."""

    before: str
    quote: str
    after: str
    link: Link


@once
def quotes(report: Report) -> dict[str, QuoteView]:
    """Each record's quote, by its id."""
    return {record.id: in_sentences(report, record.span) for record in report.register.records}


def in_sentences(report: Report, span: Span) -> QuoteView:
    """A stretch of the text in the sentences it stands in; the link leads to the first of them."""
    paragraph = report.by_id[span.passage]
    sentences = [
        sentence for sentence in paragraph.sentences if sentence.start < span.end and span.start < sentence.end
    ]
    start, end = (sentences[0].start, sentences[-1].end) if sentences else (0, len(paragraph.text))
    id = sentences[0].id if len(sentences) == 1 else paragraph.id
    text = paragraph.text
    return QuoteView(text[start : span.start], text[span.start : span.end], text[span.end : end], passage(report, id))


def passage(report: Report, id: str) -> Link:
    paragraph, _dot, sentence = id.partition(".")
    label = _("{id} 第{n}句").format(id=paragraph, n=sentence) if sentence else _("{id} 段").format(id=paragraph)
    return Link(label, address.passage(report.key, id))


def link(report: Report, one: Commitment | Result) -> Link:
    """A record by its title; its kind and id as the note."""
    return Link(
        one.title,
        section_pages.shown_at(report.register, one),
        note=_("{kind} {id}").format(kind=one.kind.label, id=one.id),
    )


@once
def linked(report: Report) -> dict[str, Link]:
    """The link to each record, by its id."""
    return {record.id: link(report, record) for record in report.register.records}


def links(report: Report, ids: tuple[str, ...]) -> tuple[Link, ...]:
    known = linked(report)
    return tuple([known[id] for id in ids if id in known])


def by_section(report: Report, all: Iterable[OfSection]) -> dict[str, list[OfSection]]:
    """What stands in each section that has any of it, in the order of the report."""
    found: dict[str, list[OfSection]] = {heading.id: [] for heading in report.text.headings}
    for one in all:
        found[one.section].append(one)
    return {id: inside for id, inside in found.items() if inside}


def candidates(report: Report) -> tuple[Commitment, ...]:
    """Livelihood projects, put to the deputies' vote (docs/domain.md, Three statuses)."""
    return tuple(commitment for commitment in report.register.commitments if commitment.kind.id == LIVELIHOOD)


def deadline(one: Commitment) -> str:
    """By when, or why there is no day."""
    day = chinese_date(one.deadline)
    if one.deadline_stated:
        return day
    if one.kind.id == "orientation":
        return _("方向性的要求，没有期限")
    if one.kind.id == "livelihood":
        return _("原文没有写明；是否实施以票决结果为准")
    return _("原文没有写明（本站按{day}计）").format(day=day)
