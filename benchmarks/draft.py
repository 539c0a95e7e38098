"""How near proposals come to a register: ``python -m benchmarks.draft``.

Of each report of a project (``--root``, else this repository) the claims are taken away, everything is proposed from
the bare text, and the proposals are held against the register.

Two spans of one kind match where their overlap, the characters in both over the characters in either (intersection
over union), is at least one half. Each proposal matches one span at most, and each span one proposal: as many pairs as
there can be (maximum matching). Spans of the register are counted once, however many records quote the same words.

Another text: ``--text FILE --spans FILE.json``. The JSON has ``sha256`` (of the text), ``section`` (the heading of the
section that was registered; else the lines between the first and the last record) and ``records``: ``kind``,
``line`` (from 1), ``start`` and ``end`` (offsets into the line).
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

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


class Score(Struct, frozen=True):
    """How many spans the register has, how many were proposed, how many of both match."""

    register: int
    proposed: int
    matched: int

    def row(self) -> str:
        recall, precision = (
            f"{self.matched / of:.3f}" if of else "–" for of in (self.register, self.proposed)
        )
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


def score(register: Iterable[Marked], proposed: Iterable[Marked], kind: str) -> Score:
    ours = sorted({one.span for one in register if one.kind == kind})
    theirs = sorted(one.span for one in proposed if one.kind == kind)
    return Score(len(ours), len(theirs), len(matching(ours, theirs)))


def registered(report: Report) -> list[Marked]:
    register = report.register
    return [
        *(Marked("commitment", one.span) for one in register.commitments),
        *(Marked("result", one.span) for one in register.results),
        *(Marked("exemption" if one.of == "clause" else "figure", one.span) for one in register.exemptions),
    ]


def drafted(text: ReportText) -> list[Marked]:
    return [Marked("figure" if one.of == "figure" else one.kind, one.span) for one in propose(text)]


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


def of_text(text: Path, spans: Path) -> tuple[ReportText, list[Marked], list[Marked]]:
    """A text that is no content yet, what somebody registered of a section, and what is proposed for it."""
    data, said = text.read_bytes(), json.loads(spans.read_bytes())
    if hashlib.sha256(data).hexdigest() != said["sha256"]:
        raise SystemExit(f"{text} is not the text that was registered")
    rows = data.decode("utf-8-sig").split("\n")
    read = structure("\n".join(rows))
    body, _problems = report_markdown.parse(report_body.to_markdown(read.archive), str(text))
    places = dict(_places(body, rows))
    register = [Marked(_kind(one), Span(str(one["line"]), one["start"], one["end"])) for one in said["records"]]
    inside = _lines(body, places, said, register)
    proposed = []
    for one in drafted(body):
        line, offset = places[one.span.passage]
        if line in inside:
            proposed.append(Marked(one.kind, Span(str(line), one.span.start + offset, one.span.end + offset)))
    return body, register, proposed


def _kind(record: dict[str, object]) -> str:
    kind = str(record["kind"])
    return "figure" if kind == "exemption" and record.get("of") == "figure" else kind


def _places(body: ReportText, rows: Sequence[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    """The line and the offset in it where each paragraph stands."""
    at = 0
    for line in body.lines:
        words = line.title if isinstance(line, Heading) else line.text
        found = next((n for n in range(at, len(rows)) if words in rows[n]), None)
        if found is not None:
            at = found
            yield line.id, (found + 1, rows[found].find(words))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=HERE)
    parser.add_argument("--date", type=date.fromisoformat, default=date.today())  # noqa: DTZ011
    parser.add_argument("--text", type=Path)
    parser.add_argument("--spans", type=Path)
    parser.add_argument("--misses", action="store_true", help="list what does not match")
    parser.add_argument("--sections", nargs="*", help="list these only")
    given = parser.parse_args()
    for report in of_project(given.root, given.date):
        print(f"\n{report.key}")
        register, proposed = registered(report), drafted(report.text)
        print("\n".join(table(report.text, register, proposed)))
        if given.misses:
            section = {one.id: one.section for one in report.text.passages}
            for line in misses(report.text, register, proposed):
                if not given.sections or section[line.split()[2]] in given.sections:
                    print(line)


if __name__ == "__main__":
    main()
