"""Whole content files, from their bytes to records and problems."""

from __future__ import annotations

from disclosure.model import record_names, site, strict
from disclosure.model.fields import day
from disclosure.model.site import is_mail, mailto
from disclosure.source import blanks, content, misplaced, no_texts, records, remainder, spellings
from disclosure.source.content import ParseCache
from disclosure.source.files import SourceFile, wrong_name
from tests.security.fuzz import holds
from tests.security.fuzz.target import FuzzTarget, example, joined, numbers, pieces, text, words

__all__ = ["blanks", "records", "remainder", "site", "spellings", "strict"]

# A file of each kind that records are read from, and of each kind of article
RECORDS = (
    *("vocabulary/topics.yml", "search/aliases.yml", "search/queries.yml", "indicators/a.yml", "entities/a.yml"),
    *("reports/2024/commitments/1-1/c001.yml", "reports/2024/results/part-1.yml", "reports/2024/exemptions.yml"),
    *("reports/2024/absences.yml", "responsibilities/2024.yml", "votes/2024.yml", "reports/2024/documents.yml"),
    *("reports/2024/digest.yml", "places.yml", "calendar/2024.yml", "rubric.yml", "links.yml", "questions.yml"),
    *("personal.yml", "retired.yml", "site.yml"),
)
ARTICLES = ("about.md", "updates/2024/2024-03-01-a.md", "corrections/2024-03-01-a.md", "requests/2024-03-01-a.md")
WORDS = words("records-words")


def _seeds(names: tuple[str, ...], of: dict[str, str]) -> list[bytes]:
    """Files of the example, each behind the number of its kind."""
    found = []
    for n, name in enumerate(names):
        pattern = of.get(name, name.replace("2024", "*"))
        found += [bytes([n]) + one[:600] for one in example(pattern, 3)]
    return found


RECORD_SEEDS = _seeds(
    RECORDS,
    {
        "indicators/a.yml": "indicators/*.yml",
        "entities/a.yml": "entities/*.yml",
        "reports/2024/commitments/1-1/c001.yml": "reports/*/commitments/*/*.yml",
        "reports/2024/results/part-1.yml": "reports/*/results/*.yml",
        "calendar/2024.yml": "calendar/*.yml",
    },
)
ARTICLE_SEEDS = _seeds(
    ARTICLES,
    {
        "about.md": "*.md",
        "updates/2024/2024-03-01-a.md": "updates/*/*.md",
        "corrections/2024-03-01-a.md": "corrections/*.md",
        "requests/2024-03-01-a.md": "requests/*.md",
    },
)


def _read(name: str, data: bytes) -> None:
    raw = content.read([SourceFile(f"content/{name}", name, data)], ParseCache())
    shown = data.decode("utf-8", "replace")
    holds.told(raw.problems, shown)


def _record(data: bytes) -> None:
    (kind,), rest = numbers(data, 1)
    _read(RECORDS[kind % len(RECORDS)], rest)


def _article(data: bytes) -> None:
    (kind,), rest = numbers(data, 1)
    _read(ARTICLES[kind % len(ARTICLES)], rest)


def _report(data: bytes) -> None:
    """A report and its archive."""
    head, _sign, archive = data.partition(b"\x1e")
    name = "reports/2024/report.md"
    sources = [SourceFile(f"content/{name}", name, head)]
    sources.append(SourceFile("content/reports/2024/source.txt", "reports/2024/source.txt", archive))
    raw = content.read(sources, ParseCache())
    holds.told([one for one in raw.problems if one.place.path.endswith(".md")], head.decode("utf-8", "replace"))
    for one in raw.reports:
        assert one.archive is None or all(line.line >= 1 for line in one.archive.lines)


def _names(data: bytes) -> None:
    """Names of files, ids, addresses, days: short texts that records and folders have."""
    whole = text(data)
    wrong_name(whole, f"content/{whole}")
    misplaced.meant(whole)
    misplaced.hint(whole)
    no_texts.told(data)
    record_names.parse(whole)
    day(whole)
    if is_mail(whole):
        mailto(whole)
    for name in pieces(data):
        if name and "\0" not in name:
            content.read([SourceFile(f"content/{name}", name, b"id: a\n")], ParseCache())


REPORT = (
    b"---\ntitle: a\nyear: 2024\nsource: {file: source.txt, sha256: x}\n---\n\n# "
    + "一、甲 {#1}\n\n乙丙。[^1]\n{#p1-01}\n\n[^1]: 丁".encode()
)
REPORT_SEEDS = [
    one[:700] + b"\x1e" + "一、甲\n乙丙。[endnoteRef:1][1: 丁]\n".encode()
    for one in (REPORT, *example("reports/*/report.md", 2))
]
TARGETS = (
    FuzzTarget(name="records", reads=_record, seeds=RECORD_SEEDS, words=WORDS, size=500),
    FuzzTarget(name="articles", reads=_article, seeds=ARTICLE_SEEDS, words=WORDS, size=500),
    FuzzTarget(
        name="report-files",
        reads=_report,
        seeds=REPORT_SEEDS,
        words=(
            *WORDS,
            "{#p1-01}",
            "[^1]",
            "\x1e",
            "joined: true",
            "notes: {mark: ①, lines: 1-3}",
            "left_out:\n  - {because: x, lines: {'1': a}}",
        ),
        size=700,
    ),
    FuzzTarget(
        name="names",
        reads=_names,
        seeds=[one.encode() for one in (*RECORDS, *ARTICLES, "报告 (1).docx", "a@b.test", "c001/1")],
        words=(
            "/",
            "..",
            ".md",
            ".yml",
            "副本",
            "(1)",
            "2024-01-01-",
            "\u202e",
            "con",
            "~$",
            "files/",
            "reports/",
            "@",
            "é",
        ),
        size=80,
    ),
)
assert joined
