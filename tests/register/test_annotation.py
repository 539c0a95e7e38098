"""The text in pieces: no character is changed, and every record can be reached from each sentence it quotes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.catalog.catalog import Report
from disclosure.model.text import Mark, Paragraph
from disclosure.pages import annotation
from disclosure.pages.annotation import Cover, Piece, pieces
from disclosure.pages.page import Link
from tests.prepared import Prepared


def paragraph(text: str, *offsets: int) -> Paragraph:
    return Paragraph(
        id="p2-01",
        section="2-1",
        text=text,
        head=0,
        marks=tuple(Mark(n, at) for n, at in enumerate(offsets)),
        sentences=(),
        line=1,
    )


def cover(start: int, end: int, id: str, kind: str = "commitment") -> Cover:
    return Cover(start, end, kind, Link(id, f"{id}.html"))


def cut(text: str, *covers: Cover) -> tuple[Piece, ...]:
    return pieces(paragraph(text), 0, len(text), covers)


@pytest.fixture
def report(sample_prepared: Prepared) -> Report:
    """The one with a register."""
    return sample_prepared.catalog.reports[0]


def test_a_quote_is_one_piece_that_leads_to_its_record() -> None:
    assert cut("确保新增岗位。", cover(2, 6, "c001")) == (
        Piece(text="确保"),
        Piece(text="新增岗位", mark=None, kind="commitment", link="c001.html"),
        Piece(text="。"),
    )


def test_a_quote_inside_a_longer_one_keeps_its_own_words() -> None:
    assert cut("签约项目20个以上", cover(0, 9, "c064"), cover(0, 4, "c063")) == (
        Piece(text="签约项目", mark=None, kind="commitment", link="c063.html"),
        Piece(text="20个以上", mark=None, kind="commitment", link="c064.html"),
    )


def test_of_two_with_one_quote_the_second_comes_as_a_sign() -> None:
    shared = cut("建设甲园、乙园。", cover(0, 7, "c024"), cover(0, 7, "c025"), cover(0, 7, "c026"))
    assert shared == (
        Piece(
            text="建设甲园、乙园",
            mark=None,
            kind="commitment",
            link="c024.html",
            also=(Link("c025", "c025.html", note="②"), Link("c026", "c026.html", note="③")),
        ),
        Piece(text="。"),
    )


def test_words_of_nobody_that_others_own_leave_no_sign_that_leads_nowhere() -> None:
    nowhere = Link("没有收录", "")
    made = cut("一是甲项目", Cover(0, 5, "uncovered", nowhere), Cover(0, 2, "uncovered", nowhere), cover(2, 5, "c001"))
    assert made == (
        Piece(text="一是", kind="uncovered"),
        Piece(text="甲项目", kind="commitment", link="c001.html"),
    )


def test_a_notes_mark_cuts_a_quote_and_its_sign_comes_at_the_end() -> None:
    made = pieces(paragraph("推行洪科模式全覆盖", 6), 0, 9, (cover(0, 9, "c001"), cover(0, 9, "c002")))
    assert [(one.text, one.mark, one.link, [link.label for link in one.also]) for one in made] == [
        ("推行洪科模式", 0, "c001.html", []),
        ("全覆盖", None, "c001.html", ["c002"]),
    ]


def test_a_mark_before_the_first_letter_comes_first() -> None:
    assert pieces(paragraph("一二", 0, 2), 0, 2) == (Piece(text="", mark=0), Piece(text="一二", mark=1))


COVERS = st.lists(st.tuples(st.integers(0, 11), st.integers(1, 12)).filter(lambda ends: ends[0] < ends[1]), max_size=6)


@given(COVERS, st.lists(st.integers(1, 12), max_size=4))
def test_whatever_covers_it_the_text_stays_and_every_cover_can_be_reached(
    spans: list[tuple[int, int]], offsets: list[int]
) -> None:
    text = "一二三四五六七八九十百千"
    covers = [cover(start, end, f"c{n:03}") for n, (start, end) in enumerate(spans)]
    made = pieces(paragraph(text, *sorted(offsets)), 0, len(text), covers)
    assert "".join(one.text for one in made) == text
    led = [one.link for one in made if one.link] + [link.address for one in made for link in one.also]
    assert set(led) == {one.link.address for one in covers}
    assert [one.mark for one in made if one.mark is not None] == list(range(len(offsets)))
    signed = [link.address for one in made for link in one.also]
    assert len(signed) == len(set(signed))


def test_every_record_is_one_step_from_each_sentence_that_it_quotes(report: Report) -> None:
    for one in report.text.passages:
        covers = (*annotation.terms(report, one), *annotation.records(report, one))
        for sentence in one.sentences:
            made = pieces(one, sentence.start, sentence.end, covers)
            led = {piece.link for piece in made} | {link.address for piece in made for link in piece.also}
            quoting = (cover for cover in covers if cover.start < sentence.end and sentence.start < cover.end)
            assert {cover.link.address for cover in quoting} == led - {""}
            assert "".join(piece.text for piece in made) == one.text[sentence.start : sentence.end]


def test_a_term_is_linked_where_it_recurs_and_not_where_its_note_explains_it(sample_prepared: Prepared) -> None:
    text = sample_prepared.catalog.reports[-1]
    every = ((one.id, cover.link) for one in text.text.passages for cover in annotation.terms(text, one))
    assert {(id, link.label): link.address for id, link in every} == {
        ("p2-36", "样品一号甲"): "glossary.html#n00",
        ("p2-36", "样品二号乙"): "glossary.html#n11",
    }
