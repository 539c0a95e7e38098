"""How near the records of drafts come to a register: ``python -m benchmarks.draft_records``.

Of each report of a project (``--root``, else this repository) two things are held against its register:

- the records that are drafted on the register's own spans: what an editor would still have to change of each field;
- with ``--drafted``, those that are drafted of the bare text, where their spans match (as in ``benchmarks.draft``).

Nothing of a section is learned from itself: its topics are guessed by what all other sections' records say (and other
reports'), and no record of the report is known while its titles, links and figures are made.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from benchmarks.draft import matching
from disclosure.catalog.claims import Accounts
from disclosure.catalog.entries import Commitment, Exemption, Register, Result
from disclosure.cli import drafting
from disclosure.drafting import Proposal, propose
from disclosure.drafts.records import known as knowing
from disclosure.drafts.records import make
from disclosure.drafts.records.known import Read, ReportKnowledge
from disclosure.drafts.records.made import DraftRecord
from disclosure.drafts.records.trial import Trial
from disclosure.project import find
from disclosure.source.content import RawContent
from disclosure.source.register import RawRegister

HERE = Path(__file__).parent.parent
# Two names of a measure say the same where so much of them is alike
ALIKE = 0.6
TITLES = ("title", "title-figure", "title-strength")
Registered = Commitment | Result


class DraftPair(Struct, frozen=True):
    """A record of the register and the draft for it."""

    entry: Registered
    draft: DraftRecord


def alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def bare(known: ReportKnowledge, read: Read, section: str) -> ReportKnowledge:
    """What would be known if nothing were registered, but the topics of the other sections' records."""
    report = replace(known.report, register=Register(), accounts=Accounts((), (), ()), broken=frozenset())
    others = [one.reports[0] for key, one in read.catalogs.items() if key != known.report.key]
    topics = knowing.learned(read.common, [known.report, *others], without=section)
    return replace(known, report=report, raw=unregistered(known.raw), topics=topics)


def unregistered(raw: RawContent) -> RawContent:
    return replace(raw, register=RawRegister())


def of_entries(entries: Iterable[Registered | Exemption]) -> list[Proposal]:
    found = []
    for one in entries:
        if isinstance(one, Exemption):
            of: Literal["clause", "figure"] = "figure" if one.of == "figure" else "clause"
            found.append(Proposal(span=one.span, kind="exemption", of=of, reason=one.reason.id))
        elif isinstance(one, Result):
            found.append(Proposal(span=one.span, kind="result", shortfall=one.kind.id == "shortfall"))
        else:
            found.append(Proposal(span=one.span, kind="commitment"))
    return found


def on_own_spans(known: ReportKnowledge, read: Read) -> Iterator[DraftPair]:
    """Each record of the register with what is drafted on its span; results first, as promises go on from them."""
    register = known.report.register
    entries: list[Registered | Exemption] = [*register.results, *register.commitments]
    for section in sorted({one.section for one in register.records}):
        made = make.drafts(bare(known, read, section), of_entries(entries))
        numbered = sorted(made, key=lambda one: int(one.name[1:]))
        for entry, draft in zip(entries, numbered, strict=False):
            if not isinstance(entry, Exemption) and entry.section == section:
                yield DraftPair(entry, draft)


def on_drafted_spans(known: ReportKnowledge, read: Read) -> Iterator[DraftPair]:
    proposals = propose(known.report.text)
    register = known.report.register
    for section in sorted({one.section for one in register.records}):
        made = make.drafts(bare(known, read, section), proposals)
        for kind, records in (("commitment", register.commitments), ("result", register.results)):
            entries = [one for one in records if one.section == section]
            drafts = [one for one in made if one.kind == kind and one.section == section]
            for draft, entry in matching([one.span for one in entries], [one.span for one in drafts]).items():
                yield DraftPair(entries[entry], drafts[draft])


def table(known: ReportKnowledge, pairs: Sequence[DraftPair]) -> Iterator[str]:
    accepted = _accepted(known, pairs)
    yield "| what | right | of | share |"
    yield "|---|--:|--:|--:|"
    rows = [
        ("titles that the checks accept", accepted, len(pairs)),
        *_fields(pairs),
        *_figures(pairs),
        *_links(pairs),
    ]
    yield from (f"| {name} | {right:g} | {of} | {right / of if of else 0:.3f} |" for name, right, of in rows)
    likeness = sum(alike(one.draft.values["title"], one.entry.title) for one in pairs) / len(pairs)
    unsure = sum(bool(one.draft.doubts) for one in pairs)
    yield f"\ntitles are {likeness:.3f} like the register's; {unsure} of {len(pairs)} drafts say what is unsure"


def _accepted(known: ReportKnowledge, pairs: Sequence[DraftPair]) -> int:
    empty = replace(known, report=replace(known.report, register=Register()), raw=unregistered(known.raw))
    seen = Trial(empty, [replace(one.draft, name=f"d{n}") for n, one in enumerate(pairs)])
    return sum(not any(p.rule in TITLES for p in seen.said(f"d{n}")) for n in range(len(pairs)))


def _fields(pairs: Sequence[DraftPair]) -> Iterator[tuple[str, float, int]]:
    for name, kind in (("kind of promises", Commitment), ("kind of results", Result)):
        own = [one for one in pairs if isinstance(one.entry, kind)]
        yield name, sum(one.draft.values["kind"] == one.entry.kind.label for one in own), len(own)
    labels = [({term.label for term in one.entry.topics}, one.draft.values["topics"]) for one in pairs]
    yield "first topic", sum(bool(got) and got[0] in wanted for wanted, got in labels), len(labels)
    yield "topics, exactly", sum(set(got) == wanted for wanted, got in labels), len(labels)
    yield "topics, Jaccard", sum(len(wanted & set(got)) / len(wanted | set(got)) for wanted, got in labels), len(labels)
    aspects = [
        ({term.label for term in one.entry.specificity}, set(one.draft.values["specificity"]))
        for one in pairs
        if isinstance(one.entry, Commitment)
    ]
    yield "specificity, exactly", sum(wanted == got for wanted, got in aspects), len(aspects)
    for label in sorted({label for wanted, _got in aspects for label in wanted}):
        yield f"specificity {label}", sum((label in wanted) == (label in got) for wanted, got in aspects), len(aspects)


def _figures(pairs: Sequence[DraftPair]) -> Iterator[tuple[str, float, int]]:
    found: Counter[str] = Counter()
    for one in pairs:
        drafted = one.draft.values.get("targets") or one.draft.values.get("figures") or []
        found["drafted"] += len(drafted)
        for part in one.entry.parts:
            found["all"] += 1
            same = [row for row in drafted if row["written"] == part.written]
            found["written"] += bool(same)
            found["equal"] += any(row["measure"] == part.measure for row in same)
            found["alike"] += any(alike(row["measure"], part.measure) >= ALIKE for row in same)
    yield "figures of the register, as written", found["written"], found["all"]
    yield "... with the same measure", found["equal"], found["all"]
    yield "... with a measure that is alike", found["alike"], found["all"]
    yield "figures drafted that the register has", found["written"], found["drafted"]


def _links(pairs: Sequence[DraftPair]) -> Iterator[tuple[str, float, int]]:
    """Last year's results beside promises, and answers to earlier reports."""
    ids = {one.draft.name: one.entry.id for one in pairs}
    wanted, got, both = 0, 0, 0
    for one in pairs:
        gold = set(one.entry.results) if isinstance(one.entry, Commitment) else set()
        mine = {ids.get(name, name) for name in one.draft.values.get("results", ())}
        wanted, got, both = wanted + bool(gold), got + bool(mine), both + bool(gold & mine)
    yield "results beside promises: found", both, wanted
    yield "results beside promises: right", both, got
    answers = [(set(_answers(one.entry)), set(one.draft.values.get("answers", ()))) for one in pairs]
    yield "answers to earlier promises: found", sum(bool(a & b) for a, b in answers), sum(bool(a) for a, _b in answers)
    yield "answers to earlier promises: right", sum(bool(a & b) for a, b in answers), sum(bool(b) for _a, b in answers)


def _answers(one: Registered) -> Iterable[str]:
    return (f"{key}/{id.partition('/')[0]}" for key, id in one.answers) if isinstance(one, Result) else ()


def read(root: Path, today: date) -> Read:
    return knowing.read(drafting.sources(find(root)), today)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=HERE)
    parser.add_argument("--date", type=date.fromisoformat, default=date.today())  # noqa: DTZ011
    parser.add_argument("--drafted", action="store_true", help="on the spans that are proposed of the bare text")
    given = parser.parse_args()
    found = read(given.root, given.date)
    for key in found.newest_first:
        known = knowing.of_report(found, key)
        pairs = [*(on_drafted_spans if given.drafted else on_own_spans)(known, found)]
        if pairs:
            print(f"\n{key}: {len(pairs)} records\n")
            print("\n".join(table(known, pairs)))


if __name__ == "__main__":
    main()
