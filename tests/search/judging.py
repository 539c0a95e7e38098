"""Judged queries, and how good a list of hits is: from what the page shows (``data-hit``, ``data-passage``) alone.

A judgement is a stretch of the report or a term of its glossary, with a grade: 2 answers the query, 1 is about it. A
hit counts when the passage that it shows overlaps the judgement's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path
from typing import Any

import yaml

QUERIES = Path(__file__).with_name("queries")
CUT = 10
WHOLE_BEFORE = r"(?:(?<![0-9A-Za-z])(?<![0-9]\.)|(?=[^0-9.%百千万亿]))"
WHOLE_AFTER = r"(?:(?<=[^0-9.])|(?![0-9A-Za-z]|\.[0-9]|[百千万亿]))"


@dataclass(frozen=True)
class Stretch:
    """A stretch of a paragraph, or a term of the glossary (its address, nothing else)."""

    passage: str
    start: int = 0
    end: int = 0

    def overlaps(self, other: Stretch) -> bool:
        if self.end == 0 or other.end == 0:
            return self == other
        return self.passage == other.passage and self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Judgement:
    grade: int
    place: Stretch


@dataclass(frozen=True)
class Query:
    text: str
    category: str
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, kw_only=True)
class Score:
    """``ndcg`` takes each hit by the best judgement it overlaps, ``strict`` each judgement only once."""

    ndcg: float
    strict: float
    recall: float
    reciprocal: float
    empty: int

    @classmethod
    def mean(cls, scores: Sequence[Score]) -> Score:
        def of(name: str) -> float:
            return sum(getattr(one, name) for one in scores) / len(scores)

        empty = sum(one.empty for one in scores)
        return cls(ndcg=of("ndcg"), strict=of("strict"), recall=of("recall"), reciprocal=of("reciprocal"), empty=empty)


class Texts:
    """The report's paragraphs and terms, from the published data."""

    def __init__(self, site: Path) -> None:
        report = json.loads((site / "data/report-2022.json").read_text("utf-8"))
        self.paragraphs: dict[str, str] = {one["id"]: one["text"] for one in report["opening"] + report["paragraphs"]}
        glossary = json.loads((site / "data/glossary.json").read_text("utf-8"))
        self.terms = {bare(one["term"]): one["url"] for one in glossary}

    def find(self, text: str) -> Stretch:
        """Where a stretch stands; a text that the report has in another form is looked for by its beginning."""
        for beginning in (text, text[:20]):
            for id, paragraph in self.paragraphs.items():
                if beginning in paragraph:
                    start = paragraph.index(beginning)
                    return Stretch(id, start, min(len(paragraph), start + len(text)))
        raise LookupError(text)

    def whole(self, place: Stretch) -> Stretch:
        return Stretch(place.passage, 0, len(self.paragraphs[place.passage]))


def stands_in(query: str, text: str) -> bool:
    """Whether a text holds the query, not cut out of a longer figure: 8.7 stands neither in 18.7 nor in 8.7万."""
    return re.search(WHOLE_BEFORE + re.escape(query) + WHOLE_AFTER, text) is not None


def bare(term: str) -> str:
    return term.strip("“”").replace("“", "").replace("”", "")


def given(texts: Texts) -> tuple[list[Query], list[str]]:
    """The development queries, and those that nothing answers."""
    raw = json.loads((QUERIES / "dev.json").read_text("utf-8"))
    return [_given(texts, one) for one in raw["queries"]], raw["no_answer"]


def _given(texts: Texts, raw: dict[str, Any]) -> Query:
    found = (
        Judgement(one["grade"], Stretch(texts.terms[bare(one["term"])]) if "term" in one else texts.find(one["text"]))
        for one in raw["relevant"]
    )
    return Query(raw["query"], raw["category"], tuple(found))


def own(texts: Texts) -> tuple[list[Query], list[str]]:
    """Our own queries."""
    raw = yaml.safe_load((QUERIES / "more.yml").read_text("utf-8"))
    return [_own(texts, one) for one in raw["queries"]], raw["no_answer"]


def _own(texts: Texts, raw: dict[str, Any]) -> Query:
    answers = [texts.find(text) for text in raw.get("answers", ())]
    terms = [Stretch(texts.terms[bare(term)]) for term in raw.get("terms", ())]
    around = dict.fromkeys(texts.whole(place) for place in answers)
    judged = [*(Judgement(2, place) for place in (*answers, *terms)), *(Judgement(1, place) for place in around)]
    return Query(str(raw["query"]), raw["category"], tuple(judged))


def outside(texts: Texts, path: Path) -> tuple[list[Query], list[str]]:
    """Queries of others, and those of them that nothing answers: ``input.query`` with ``expect.relevant``, each a grade
    and a text of the report, or with ``expect.direct_hits`` of 0. What is asked of no text of it is left out."""
    raw = json.loads(path.read_text("utf-8"))
    judged = [_outside(texts, one) for one in raw]
    unanswered = [one["input"]["query"] for one in raw if one["expect"].get("direct_hits") == 0]
    return [one for one in judged if one.judgements], unanswered


def _outside(texts: Texts, raw: dict[str, Any]) -> Query:
    given = ((one, _stretch(texts, one)) for one in raw["expect"].get("relevant", ()))
    judged = tuple(Judgement(one["grade"], place) for one, place in given if place)
    return Query(raw["input"]["query"], raw["kind"], judged)


def _stretch(texts: Texts, raw: dict[str, Any]) -> Stretch | None:
    """A term, a whole paragraph by its beginning, or a stretch of one; nothing for what no text of the report says."""
    if term := texts.terms.get(bare(raw["text"])):
        return Stretch(term)
    try:
        place = texts.find(raw["text"].rstrip("…"))
    except LookupError:
        return None
    return texts.whole(place) if raw["kind"] == "paragraph" else place


def place_of(hit: str, passage: str) -> Stretch:
    """What a hit shows: ``p2-05:10:20`` of a paragraph, else the address it leads to."""
    if not passage:
        return Stretch(hit)
    id, start, end = passage.split(":")
    return Stretch(id, int(start), int(end))


def score(query: Query, hits: Iterable[Stretch]) -> Score:
    first = list(hits)[:CUT]
    grades = sorted((one.grade for one in query.judgements), reverse=True)
    ideal = _gain(grades[:CUT])
    overlapped = [[one for one in query.judgements if one.place.overlaps(place)] for place in first]
    best = [max((one.grade for one in found), default=0) for found in overlapped]
    reached = {one for found in overlapped for one in found}
    ranks = [n for n, grade in enumerate(best, 1) if grade]
    return Score(
        ndcg=min(1.0, _gain(best) / ideal),
        strict=_gain(_once(overlapped)) / ideal,
        recall=min(1.0, len(reached) / min(CUT, len(grades))),
        reciprocal=1 / ranks[0] if ranks else 0.0,
        empty=int(not first),
    )


def _once(overlapped: Sequence[Sequence[Judgement]]) -> list[int]:
    """Each hit's grade where a judgement counts only for the first hit that reaches it."""
    taken: set[Judgement] = set()
    grades = []
    for found in overlapped:
        free = max((one for one in found if one not in taken), key=lambda one: one.grade, default=None)
        grades.append(free.grade if free else 0)
        taken |= {free} if free else set()
    return grades


def _gain(grades: Iterable[int]) -> float:
    return sum(grade / log2(rank + 1) for rank, grade in enumerate(grades, 1))
