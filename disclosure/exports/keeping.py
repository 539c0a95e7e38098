"""What belongs to the whole site, to rows of the published data: corrections, questions, places, words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure.catalog import address
from disclosure.catalog.catalog import Catalog
from disclosure.catalog.correction import Corrected, corrected
from disclosure.catalog.evidence import evidence as document
from disclosure.catalog.places import SearchPlace
from disclosure.catalog.words import Vocabularies
from disclosure.exports.following import day, evidence
from disclosure.history.kinds import named
from disclosure.model import vocabulary
from disclosure.model.calendar import CalendarRecord
from disclosure.model.correction import CorrectionMeta
from disclosure.model.ground import GroundRecord, SaidRecord
from disclosure.model.question import QuestionRecord
from disclosure.model.retired import RetiredRecord, WithdrawalRecord
from disclosure.model.vocabulary import WordRecord
from disclosure.source import prose
from disclosure.source.articles import Article

if TYPE_CHECKING:
    # As in rows.py
    from disclosure.exports.shapes import site as shapes
    from disclosure.exports.shapes.digest import SaidRow


def correction(one: Article[CorrectionMeta]) -> shapes.CorrectionRow:
    meta = one.meta
    return {
        "id": one.id,
        "title": meta.title,
        "date": meta.date.isoformat(),
        "published": meta.published.strftime("%Y-%m-%d %H:%M"),
        "corrects": [_corrected(each) for each in corrected(one)],
        "was": meta.was,
        "now": meta.now,
        "text": one.body.strip(),
        "plain": prose.plain(one.rendered.html),
        "url": address.correction(one.id),
    }


def _corrected(one: Corrected) -> shapes.CorrectedRow:
    return {
        "record": one.record,
        "field": one.field,
        "field_label": named(one.record, one.field),
        "was": one.was,
        "now": one.now or None,
        "url": one.address or None,
    }


def question(words: Vocabularies, one: QuestionRecord) -> shapes.QuestionRow:
    return {
        "id": one.id,
        "question": one.question,
        "answer": one.answer,
        "grounds": [_ground(words, each) for each in one.grounds],
        "ways": [{"to": way.to, "label": way.label} for way in one.ways],
        "url": address.question(one.id),
    }


def _ground(words: Vocabularies, one: GroundRecord) -> shapes.QuestionGroundRow:
    return {"report": one.report, "of": one.of, **said(words, one)}


def said(words: Vocabularies, one: SaidRecord) -> SaidRow:
    """What a ground says."""
    return {
        "says": one.says,
        "outcome": _id(words, vocabulary.OUTCOMES, one.outcome),
        "outcome_label": one.outcome,
        "without": list(one.without),
        "count": one.count,
        "kind": _id(words, vocabulary.KINDS, one.kind),
        "kind_label": one.kind,
        "naming": one.naming,
    }


def _id(words: Vocabularies, name: str, label: str | None) -> str | None:
    term = words.label(name, label) if label else None
    return term.id if term else None


def place(one: SearchPlace) -> shapes.PlaceRow:
    record = one.located.value
    return {
        "id": one.id,
        "name": one.name,
        "holder": one.holder,
        "url": one.url or None,
        "note": record.note,
        "every": one.every,
        "last": day(one.last),
        "next": day(one.next),
        "looks": [{"date": look.date.isoformat(), "found": look.found} for look in record.looks],
    }


def calendar(catalog: Catalog, one: CalendarRecord) -> shapes.CalendarRow:
    return {
        "year": one.year,
        "holidays": [each.isoformat() for each in sorted(one.holidays)],
        "workdays": [each.isoformat() for each in sorted(one.workdays)],
        "source": evidence(document(one.source, catalog.words, {})),
    }


def retired(one: RetiredRecord) -> shapes.RetiredRow:
    return {
        "record": one.record,
        "to": one.to,
        "reason": one.reason,
        "date": one.date.isoformat(),
        "withdrawn": _withdrawn(one.withdrawn) if one.withdrawn else None,
    }


def _withdrawn(one: WithdrawalRecord) -> shapes.WithdrawnRow:
    return {
        "kind": one.kind,
        "date": one.date.isoformat(),
        "by": one.by,
        "rule": one.rule,
        "redacted": one.redacted,
        "purged": list(one.purged),
    }


def words(catalog: Catalog) -> Iterator[shapes.WordRow]:
    """The words of each vocabulary, in the order in which they stand everywhere."""
    for name, located in sorted(catalog.words.records.items()):
        order = catalog.words.order(name)
        for one in sorted((each.value for each in located), key=lambda word: order[word.id]):
            yield _word(name, one)


def _word(name: str, one: WordRecord) -> shapes.WordRow:
    return {
        "vocabulary": name,
        "id": one.id,
        "label": one.label,
        "description": one.description,
        "order": one.order,
        "of": one.of,
        "shape": one.shape if name == vocabulary.OUTCOMES else None,
        "colour": one.colour if name == vocabulary.OUTCOMES else None,
        "counts": one.counts if name == vocabulary.OUTCOMES else None,
        "names": [
            {"label": each.label, "since": day(each.since), "until": each.until.isoformat()} for each in one.names
        ],
        "until": day(one.until),
        "into": one.into,
        "url": address.word(name, one.id) or None,
    }
