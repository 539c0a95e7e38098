"""A report's text, what it says of itself, and where it names entities, to rows of the published data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure.catalog import address, period
from disclosure.catalog.catalog import Catalog, Report
from disclosure.catalog.entries import Exemption
from disclosure.exports import rows
from disclosure.exports.following import day
from disclosure.model import vocabulary
from disclosure.model.report import Disclosure

if TYPE_CHECKING:
    # As in rows.py
    from disclosure.exports.shapes import coverage
    from disclosure.exports.shapes import text as shapes


def report(one: Report) -> shapes.ReportData:
    return {
        "id": one.key,
        "title": one.meta.title,
        "district": one.meta.district,
        "year": one.meta.year,
        "delivered": one.meta.delivered.isoformat(),
        "complete": list(one.meta.complete),
        "source": _source(one),
        "opening": [rows.paragraph(paragraph) for paragraph in one.text.opening],
        "sections": [
            {"id": heading.id, "title": heading.title, "parent": heading.parent or None, "level": heading.level}
            for heading in one.text.headings
        ],
        "paragraphs": [rows.paragraph(paragraph) for paragraph in one.text.paragraphs],
        "notes": [
            {"number": n.number, "term": n.term, "text": n.text, "passage": n.paragraph, "offset": n.offset}
            for n in one.text.notes
        ],
    }


def about(catalog: Catalog, one: Report) -> shapes.ReportRow:
    """What is said of the report beside its text."""
    meta = one.meta
    return {
        "id": one.key,
        "title": meta.title,
        "heading": meta.heading,
        "district": meta.district,
        "region": meta.region,
        "year": meta.year,
        "session": meta.session,
        "speaker": meta.speaker,
        "speaker_title": meta.speaker_title,
        "delivered": meta.delivered.isoformat(),
        "until": period.last_day(str(meta.year)).isoformat(),
        "over": period.is_over(meta.year, catalog.today),
        "published": meta.published.strftime("%Y-%m-%d %H:%M"),
        "complete": list(meta.complete),
        "source": _source(one),
        "disclosure": _disclosure(catalog, meta.disclosure),
        "url": address.report(one.key),
        "text_url": address.text(one.key),
    }


def _source(one: Report) -> shapes.SourceRow:
    source = one.meta.source
    original, notes = source.original, source.notes
    return {
        "file": source.file,
        "sha256": one.source.sha256,
        "original": {"file": original.file, "sha256": original.sha256} if original else None,
        "notes": {"mark": notes.mark, "body": notes.body, "lines": notes.lines} if notes else None,
        "joined": source.joined,
        "left_out": [
            {"line": int(number), "text": text, "because": left.because}
            for left in source.left_out
            for number, text in left.lines.items()
        ],
    }


def _disclosure(catalog: Catalog, one: Disclosure) -> shapes.DisclosureRow:
    seen = catalog.words.label(vocabulary.SEEN, one.seen) if one.seen else None
    return {
        "index": one.index,
        "category": one.category,
        "publisher": one.publisher,
        "generated": day(one.generated),
        "number": one.number,
        "validity": one.validity,
        "scope": one.scope,
        "method": one.method,
        "written": day(one.written),
        "summary": one.summary,
        "seen": seen.id if seen else None,
        "seen_label": one.seen,
        "excerpt": one.excerpt,
        "remark": one.remark,
    }


def exemption(report: Report, one: Exemption) -> coverage.ExemptionRow:
    return {
        "report": report.key,
        "passage": one.span.passage,
        "start": one.span.start,
        "end": one.span.end,
        "quote": one.quote,
        "reason": one.reason.id,
        "reason_label": one.reason.label,
        "see": list(one.see),
        "note": one.note or None,
        "url": address.passage(report.key, one.span.passage),
    }


def mentions(catalog: Catalog, report: Report) -> Iterator[shapes.MentionRow]:
    """Where the report's text, not its notes, names entities."""
    for passage, found in report.mentions.passages.items():
        for one in found:
            entity = catalog.entity_by_id[one.entity]
            yield {
                "report": report.key,
                "entity": entity.id,
                "name": entity.name,
                "kind": entity.kind.id,
                "kind_label": entity.kind.label,
                "passage": passage,
                "start": one.start,
                "end": one.end,
                "named": one.name,
            }
