"""How near proposals come to a register: ``python -m benchmarks.draft``.

Of each report of a project (``--root``, else this repository) the claims are taken away, everything is proposed from
the bare text, and the proposals are held against the register.

Two spans of one kind match where their overlap, the characters in both over the characters in either (intersection
over union), is at least one half. Each proposal matches one span at most, and each span one proposal: as many pairs as
there can be (maximum matching). Spans of the register are counted once, however many records quote the same words;
the last line of each table counts each record, and a proposal as often as it has parts.

Another text: ``--text FILE --spans FILE.json``. The JSON has ``sha256`` (of the text) and ``records``: ``kind``
(promise, result or exemption as ``commitment``, ``result``, ``exemption``), ``line`` (from 1), ``start`` and ``end``
(offsets into the line). What was registered in full is said by ``lines`` (their numbers) or ``section`` (a heading, all
below it); else it is the lines from the first record to the last. What is proposed elsewhere does not count.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from disclosure.build import build
from disclosure.build.options import BuildOptions
from disclosure.cache import snapshot
from disclosure.catalog.catalog import Report
from disclosure.drafting import propose
from disclosure.ingest import report_body
from disclosure.ingest.structure import structure
from disclosure.model.text import Heading, ReportText, Span
from disclosure.project import find
from disclosure.source import report_markdown

HERE = Path(__file__).parent.parent
NEAR = 0.5
KINDS = ("commitment", "result", "exemption", "figure")
NAMES = {"commitment": "promises", "result": "results", "exemption": "exempted clauses", "figure": "exempted figures"}


class Marked(Struct, frozen=True):
    """A span and what it is: promise, result, exempted clause or exempted figure."""

    kind: str
    span: Span
    times: int = 1


class DraftScore(Struct, frozen=True):
    """How many spans the register has, how many were proposed, how many of both match."""

    register: int
    proposed: int
    matched: int

    def row(self) -> str:
        recall, precision = (f"{self.matched / of:.3f}" if of else "–" for of in (self.register, self.proposed))
        return f"{self.register} | {self.proposed} | {self.matched} | {recall} | {precision}"


def overlap(one: Span, other: Span) -> float:
    """Intersection over union, in characters."""
    if one.passage != other.passage:
        return 0.0
    both = min(one.end, other.end) - max(one.start, other.start)
    return max(0, both) / (max(one.end, other.end) - min(one.start, other.start))


def matching(spans: Sequence[Span], proposed: Sequence[Span]) -> dict[int, int]:
    """As many pairs as there can be, proposal to span, by augmenting paths."""
    near = [[n for n, one in enumerate(proposed) if overlap(span, one) >= NEAR] for span in spans]
    found: dict[int, int] = {}

    def place(span: int, seen: set[int]) -> bool:
        for one in near[span]:
            if one not in seen:
                seen.add(one)
                if one not in found or place(found[one], seen):
                    found[one] = span
                    return True
        return False

    for n in range(len(spans)):
        place(n, set())
    return found


def score(register: Iterable[Marked], proposed: Iterable[Marked], kind: str) -> DraftScore:
    ours = sorted({one.span for one in register if one.kind == kind})
    theirs = sorted(one.span for one in proposed if one.kind == kind)
    return DraftScore(len(ours), len(theirs), len(matching(ours, theirs)))


def score_of_records(register: Iterable[Marked], proposed: Iterable[Marked], kind: str) -> DraftScore:
    """Each record of the register, and each part of a proposal."""
    ours, theirs = (
        sorted(one.span for one in marked if one.kind == kind for _time in range(one.times))
        for marked in (register, proposed)
    )
    return DraftScore(len(ours), len(theirs), len(matching(ours, theirs)))


def registered(report: Report) -> list[Marked]:
    register = report.register
    return [
        *(Marked("commitment", one.span) for one in register.commitments),
        *(Marked("result", one.span) for one in register.results),
        *(Marked("exemption" if one.of == "clause" else "figure", one.span) for one in register.exemptions),
    ]


def drafted(text: ReportText) -> list[Marked]:
    return [
        Marked("figure" if one.of == "figure" else one.kind, one.span, max(1, len(one.parts))) for one in propose(text)
    ]


def table(text: ReportText, register: Sequence[Marked], proposed: Sequence[Marked]) -> Iterator[str]:
    section = {one.id: one.section or "(opening)" for one in text.passages}
    for kind in KINDS:
        yield f"\n| {NAMES[kind]} | register | proposed | matched | recall | precision |"
        yield "|---|--:|--:|--:|--:|--:|"
        for one in dict.fromkeys(section.values()):
            ours, theirs = ([m for m in marked if section[m.span.passage] == one] for marked in (register, proposed))
            counted = score(ours, theirs, kind)
            if counted.register or counted.proposed:
                yield f"| {one} | {counted.row()} |"
        yield f"| all | {score(register, proposed, kind).row()} |"
        yield f"| all, record by record | {score_of_records(register, proposed, kind).row()} |"


def misses(text: ReportText, register: Sequence[Marked], proposed: Sequence[Marked]) -> Iterator[str]:
    """What does not match, in the order of the text: ``-`` of the register, ``+`` proposed."""
    words = {one.id: one.text for one in text.passages}
    order = {id: n for n, id in enumerate(words)}
    lines: list[tuple[int, int, str]] = []
    for kind in KINDS:
        ours = sorted({one.span for one in register if one.kind == kind})
        theirs = sorted(one.span for one in proposed if one.kind == kind)
        pairs = matching(ours, theirs)
        for sign, spans, placed in (("-", ours, set(pairs.values())), ("+", theirs, set(pairs))):
            for n, span in enumerate(spans):
                if n not in placed:
                    quote = words[span.passage][span.start : span.end]
                    lines.append((order[span.passage], span.start, f"{sign} {kind} {span.passage} {quote}"))
    return (line for _order, _start, line in sorted(lines))


def of_project(root: Path, today: date) -> Iterator[Report]:
    options = BuildOptions(progress=lambda _stage, _done, _total: None)
    catalogs, problems = build.catalogs(snapshot.look(find(root), today), options)
    if catalogs is None:
        raise SystemExit("\n".join(map(str, problems)))
    return (one.reports[0] for one in catalogs)


class Hand(Struct, frozen=True):
    """What somebody registered of a text by hand (see above)."""

    sha256: str
    records: tuple[dict[str, str | int | None], ...]
    section: str = ""
    lines: tuple[int, ...] = ()


def of_text(text: Path, spans: Path) -> tuple[ReportText, list[Marked], list[Marked]]:
    """A text that is no content yet, what somebody registered of a section, and what is proposed for that section."""
    data = text.read_bytes()
    hand = msgspec.json.decode(spans.read_bytes(), type=Hand)
    if hashlib.sha256(data).hexdigest() != hand.sha256:
        raise SystemExit(f"{text} is not the text that was registered")
    rows = data.decode("utf-8-sig").split("\n")
    body, _problems = report_markdown.parse(report_body.to_markdown(structure("\n".join(rows)).archive), str(text))
    places = dict(_places(body, rows))
    found = [_placed(places, one) for one in hand.records]
    if None in found:
        print(f"{found.count(None)} records stand in no line of the text as it is read")
    register = _by_kind([one for one in found if one])
    inside = _registered(body, hand, places, {one.span.passage for one in register})
    return body, register, [one for one in drafted(body) if (one.span.passage, one.span.start) in inside]


def _places(body: ReportText, rows: Sequence[str]) -> Iterator[tuple[tuple[int, int], tuple[str, int]]]:
    """Where each character of the file (row from 1, offset) stands in the text as it is read (line, offset).

    Lines broken by a page are joined there, so characters are followed one by one, blanks left aside.
    """
    letters = [(n, m) for n, row in enumerate(rows, 1) for m, letter in enumerate(row) if not letter.isspace()]
    flat = "".join(rows[n - 1][m] for n, m in letters)
    at = 0
    for line in body.lines:
        words = line.title if isinstance(line, Heading) else line.text
        offsets = [n for n, letter in enumerate(words) if not letter.isspace()]
        found = flat.find("".join(words[n] for n in offsets), at)
        if found >= 0:
            at = found + len(offsets)
            yield from zip(letters[found:at], ((line.id, n) for n in offsets), strict=True)


def _placed(places: Mapping[tuple[int, int], tuple[str, int]], record: Mapping[str, str | int | None]) -> Marked | None:
    line, start, end = (int(record[name] or 0) for name in ("line", "start", "end"))
    first, last = places.get((line, start)), places.get((line, end - 1))
    if first is None or last is None or first[0] != last[0]:
        return None
    return Marked(str(record["kind"]), Span(first[0], first[1], last[1] + 1))


def _by_kind(register: Sequence[Marked]) -> list[Marked]:
    """An exemption within a record's words is one of a figure."""
    records = [one.span for one in register if one.kind != "exemption"]
    return [
        Marked("figure", one.span)
        if one.kind == "exemption" and any(span.covers(one.span) for span in records)
        else one
        for one in register
    ]


def _registered(
    body: ReportText, hand: Hand, places: Mapping[tuple[int, int], tuple[str, int]], quoted: Iterable[str]
) -> frozenset[tuple[str, int]]:
    """The characters (line of the text as it is read, offset) of what was registered in full."""
    if hand.lines:
        return frozenset(place for (row, _offset), place in places.items() if row in hand.lines)
    section = _section(body, hand.section, quoted)
    return frozenset(place for place in places.values() if place[0] in section)


def _section(body: ReportText, title: str, quoted: Iterable[str]) -> frozenset[str]:
    """The lines below the heading that was registered, or from the first that has a record to the last."""
    heading = next((one for one in body.headings if title and title in one.title), None)
    order = [line.id for line in body.lines]
    if heading is None:
        places = [order.index(id) for id in quoted]
        return frozenset(order[min(places) : max(places) + 1]) if places else frozenset()
    below = {heading.id} | {one.id for one in body.headings if one.parent == heading.id}
    return frozenset(one.id for one in body.paragraphs if one.section in below)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=HERE)
    parser.add_argument("--date", type=date.fromisoformat, default=date.today())  # noqa: DTZ011
    parser.add_argument("--text", type=Path)
    parser.add_argument("--spans", type=Path)
    parser.add_argument("--misses", action="store_true", help="list what does not match")
    parser.add_argument("--sections", nargs="*", help="list these only")
    given = parser.parse_args()
    if given.text:
        _show(*of_text(given.text, given.spans), given)
        return
    for report in of_project(given.root, given.date):
        print(f"\n{report.key}")
        _show(report.text, registered(report), drafted(report.text), given)


def _show(text: ReportText, register: Sequence[Marked], proposed: Sequence[Marked], given: argparse.Namespace) -> None:
    print("\n".join(table(text, register, proposed)))
    if given.misses:
        section = {one.id: one.section for one in text.passages}
        for line in misses(text, register, proposed):
            if not given.sections or section[line.split()[2]] in given.sections:
                print(line)


if __name__ == "__main__":
    main()
