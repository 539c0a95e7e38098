"""How proposals are held against a register: ``benchmarks.draft``."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from benchmarks import draft
from benchmarks.draft import DraftScore, Marked
from disclosure.model.text import Span

LINES = (
    "政府工作报告",
    "一、2024年工作安排",
    "（一）以港兴产",
    "　新建学校2所，推进北港航道综合整治，",
    "力争年底完工。",
    "二、其他工作安排",
    "修好渡口。",
)


def span(start: int, end: int, passage: str = "p1-01") -> Span:
    return Span(passage, start, end)


def test_overlap_is_what_both_have_of_what_either_has() -> None:
    assert draft.overlap(span(0, 6), span(3, 9)) == 3 / 9
    assert draft.overlap(span(0, 3), span(3, 9)) == 0
    assert draft.overlap(span(0, 3), span(0, 3, "p1-02")) == 0


def test_as_many_pairs_as_there_can_be() -> None:
    spans = [span(0, 10), span(0, 6)]
    # The first of them fits both: taken for the longer, it would leave the shorter none
    proposed = [span(0, 7), span(0, 11)]
    assert draft.matching(spans, proposed) == {0: 1, 1: 0}


def test_words_that_several_records_quote_count_once_but_in_the_last_line() -> None:
    register = [Marked("result", span(0, 6)), Marked("result", span(0, 6)), Marked("commitment", span(8, 9))]
    proposed = [Marked("result", span(0, 5), times=2), Marked("result", span(7, 9))]
    assert draft.score(register, proposed, "result") == DraftScore(1, 2, 1)
    assert draft.score_of_records(register, proposed, "result") == DraftScore(2, 3, 2)
    assert draft.score(register, proposed, "result").row() == "1 | 2 | 1 | 1.000 | 0.500"


def test_a_section_registered_by_hand_is_measured_where_its_lines_are_joined(tmp_path: Path) -> None:
    text, spans = tmp_path / "text.txt", tmp_path / "spans.json"
    text.write_text("\n".join(LINES), "utf-8")
    records = [
        {"kind": "commitment", "line": 4, "start": 1, "end": 7},
        {"kind": "exemption", "line": 4, "start": 5, "end": 7},
        {"kind": "commitment", "line": 4, "start": 8, "end": 18},
    ]
    digest = hashlib.sha256(text.read_bytes()).hexdigest()
    spans.write_bytes(msgspec.json.encode({"sha256": digest, "section": "以港兴产", "records": records}))
    body, register, proposed = draft.of_text(text, spans)
    words = {one.id: one.text for one in body.passages}
    assert [(one.kind, words[one.span.passage][one.span.start : one.span.end]) for one in register] == [
        ("commitment", "新建学校2所"),
        ("figure", "2所"),
        ("commitment", "推进北港航道综合整治"),
    ]
    assert {one.span.passage for one in proposed} == {one.span.passage for one in register}
    assert draft.score(register, proposed, "commitment").matched == 2


def test_lines_registered_in_full_leave_out_what_is_proposed_elsewhere(tmp_path: Path) -> None:
    text, spans = tmp_path / "text.txt", tmp_path / "spans.json"
    text.write_text("\n".join((*LINES, "修好河堤。")), "utf-8")
    digest = hashlib.sha256(text.read_bytes()).hexdigest()
    records = [{"kind": "commitment", "line": 7, "start": 0, "end": 4}]
    spans.write_bytes(msgspec.json.encode({"sha256": digest, "lines": [5, 7], "records": records}))
    body, _register, proposed = draft.of_text(text, spans)
    words = {one.id: one.text for one in body.passages}
    assert [words[one.span.passage][one.span.start : one.span.end] for one in proposed] == ["修好渡口"]
