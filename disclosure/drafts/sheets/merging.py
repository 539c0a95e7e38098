"""What stands in draft files and what is proposed anew: nothing that an editor did is lost, nothing comes twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from disclosure import coverage
from disclosure.catalog.quotes import occurrences
from disclosure.coverage import Claim
from disclosure.drafting import propose
from disclosure.drafting.shapes import Proposal
from disclosure.drafts.records import make
from disclosure.drafts.records.known import ReportKnowledge
from disclosure.drafts.records.made import DraftRecord
from disclosure.drafts.sheets import writing
from disclosure.drafts.sheets.naming import renamed
from disclosure.drafts.sheets.sheet import NO, OPEN, DraftItem, DraftSheet, path_of
from disclosure.model import vocabulary
from disclosure.model.text import Span

# A refused draft keeps those from being proposed again that share so much of it
SHARED: Final = 0.5


class Kept(Struct, frozen=True):
    """An item that an editor changed or decided, and where its quote stands; none where it stands nowhere."""

    item: DraftItem
    span: Span | None


class SheetUpdates(Struct, frozen=True, kw_only=True):
    """Draft files to be written, by path (``None``: to be removed), and what became of the items, by path.

    ``fresh`` were written anew, ``kept`` left as they were, ``gone`` registered meanwhile.
    """

    texts: Mapping[str, str | None]
    fresh: Mapping[str, int]
    kept: Mapping[str, int]
    gone: Mapping[str, tuple[str, ...]]
    records: tuple[DraftRecord, ...] = ()


def drafted(known: ReportKnowledge, sheets: Sequence[DraftSheet], sections: Iterable[str]) -> SheetUpdates:
    """The draft files of ``sections`` of a report, brought up to date."""
    claims = tuple(known.report.accounts.claims)
    gone: dict[str, list[str]] = {}
    kept: dict[str, list[Kept]] = {}
    for sheet in sheets:
        for one in _kept(known, sheet):
            if _is_registered(known, one, claims):
                gone.setdefault(sheet.path, []).append(_title(one.item))
            else:
                kept.setdefault(sheet.path, []).append(one)
    every = [one for found in kept.values() for one in found]
    records = _fresh(known, claims, every, sheets)
    texts, numbers = {}, {}
    by_path = {sheet.path: sheet for sheet in sheets}
    for section in sections:
        path = path_of(known.report.key, section)
        own = [one for one in records if one.section == section]
        texts[path] = _text(known, section, own, kept.get(path, []), by_path.get(path))
        numbers[path] = len(own)
    return SheetUpdates(
        texts=texts,
        fresh=numbers,
        kept={path: len(kept.get(path, ())) for path in texts},
        gone={path: tuple(gone.get(path, ())) for path in texts},
        records=tuple(one for one in records if path_of(known.report.key, one.section) in texts),
    )


def sections(known: ReportKnowledge) -> list[str]:
    """The sections of a report in order, its opening lines (empty) first."""
    return list(dict.fromkeys(one.section for one in known.report.text.passages))


def place(known: ReportKnowledge, raw: Mapping[str, Any]) -> Span | None:
    """Where the quote of a record stands, if it does."""
    passage, quote, nth = (str(raw.get(name, "")) for name in ("passage", "quote", "occurrence"))
    paragraph = known.report.by_id.get(passage.partition(".")[0])
    found = occurrences(paragraph.text, quote) if paragraph is not None and quote else []
    n = int(nth) if nth.isdecimal() else 1
    if paragraph is None or not 1 <= n <= len(found):
        return None
    return Span(paragraph.id, found[n - 1], found[n - 1] + len(quote))


def _kept(known: ReportKnowledge, sheet: DraftSheet) -> Iterator[Kept]:
    """What an editor changed or decided."""
    for item in sheet.items:
        if item.decision != OPEN or not item.is_untouched:
            yield Kept(item, place(known, item.raw))


def _is_registered(known: ReportKnowledge, one: Kept, claims: Sequence[Claim]) -> bool:
    """Whether records account for all of it by now."""
    if one.span is None:
        return False
    own = [claim for claim in claims if claim.span.passage == one.span.passage]
    return not coverage.leaves_open(known.report.by_id[one.span.passage], own, one.span)


def _title(item: DraftItem) -> str:
    return str(item.raw.get("title") or item.raw.get("quote", ""))


def _fresh(
    known: ReportKnowledge, claims: Sequence[Claim], kept: Sequence[Kept], sheets: Sequence[DraftSheet]
) -> tuple[DraftRecord, ...]:
    """New drafts of what neither records nor kept drafts account for; with the names that they had."""
    proposals = propose(known.report.text, [*claims, *_claims(known, kept)])
    refused = [one.span for one in kept if one.span is not None and one.item.decision == NO]
    # A paragraph with a record that could not be placed is left alone: its text would be drafted twice
    open_ones = [
        one
        for one in proposals
        if one.span.passage not in known.report.broken and not any(_share(one, span) >= SHARED for span in refused)
    ]
    others = [
        (one.item.name, one.span)
        for one in kept
        if one.span and one.item.decision != NO and one.item.kind != "exemption"
    ]
    return tuple(_named(make.drafts(known, open_ones, others), kept, sheets))


def _claims(known: ReportKnowledge, kept: Sequence[Kept]) -> Iterator[Claim]:
    for one in kept:
        if one.span is not None and one.item.decision != NO:
            reason = known.words.label(vocabulary.REASONS, str(one.item.raw.get("reason", "")))
            word = known.words.word(vocabulary.REASONS, reason.id) if reason else None
            is_figure = word is not None and word.of == "figure"
            kind: coverage.Class = "incidental" if one.item.kind == "exemption" else one.item.kind
            yield Claim(span=one.span, kind=kind, record=one.item.name, binds=True, words=not is_figure)


def _share(one: Proposal, span: Span) -> float:
    if one.span.passage != span.passage:
        return 0.0
    both = min(one.span.end, span.end) - max(one.span.start, span.start)
    return max(0, both) / (one.span.end - one.span.start)


def _named(made: Sequence[DraftRecord], kept: Sequence[Kept], sheets: Sequence[DraftSheet]) -> Iterator[DraftRecord]:
    """The records with the names that they had before, all others with new ones; and each other's names mended."""
    items = [item for sheet in sheets for item in sheet.items]
    before = {_key(item.kind, item.raw): item.name for item in items if item.name}
    used = {one.item.name for one in kept}
    number = max((int(item.name[1:]) for item in items if item.name[1:].isdecimal()), default=0)
    names: dict[str, str] = {}
    for one in made:
        old = before.get(_key(one.kind, one.values), "")
        if not old or old in used:
            number += 1
            old = f"{make.TEMPORARY}{number}"
        used.add(old)
        names[one.name] = old
    for one in made:
        yield replace(one, name=names[one.name], values=renamed(one.values, names))


def _key(kind: str, raw: Mapping[str, Any]) -> tuple[str, ...]:
    return (kind, *(str(raw.get(name, "")) for name in ("passage", "quote", "occurrence")))


def _text(
    known: ReportKnowledge, section: str, fresh: Sequence[DraftRecord], kept: Sequence[Kept], before: DraftSheet | None
) -> str | None:
    """A draft file's text, in the order of the report; ``None`` where nothing is left in it."""
    blocks = [(known.position(one.span), writing.item(known.report, one)) for one in fresh]
    last = (len(known.order), 0, 0)
    for one in kept:
        at = known.position(one.span) if one.span else last
        blocks.append((at, ["", *_without_blanks(one.item.lines)]))
    tail = [line for line in (before.tail if before else ()) if line.strip()]
    if not blocks and not tail:
        return None
    lines = [
        *writing.head(known.report, section),
        *(line for _at, block in sorted(blocks, key=lambda one: one[0]) for line in block),
    ]
    return "\n".join([*lines, *(["", *tail] if tail else [])]) + "\n"


def _without_blanks(lines: Sequence[str]) -> list[str]:
    """Without the empty lines above."""
    n = next((n for n, line in enumerate(lines) if line.strip()), len(lines))
    return list(lines[n:])
