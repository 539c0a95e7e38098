"""Notes at the foot of a PDF's pages are no part of the sentence that the page breaks."""

from __future__ import annotations

import pytest

from disclosure.ingest.formats.pdf.footnotes import move
from disclosure.ingest.formats.pdf.lines import PdfLine


def page(*texts: str, foot: tuple[str, ...] = (), size: float = 16, gap: float = 33) -> list[PdfLine]:
    """Lines, and those at the foot in their size, so far below."""
    lines = [PdfLine(text=text, x=80, y=700 - 23 * n, size=16) for n, text in enumerate(texts)]
    low = 700 - 23 * (len(texts) - 1) - gap
    return [*lines, *(PdfLine(text=text, x=80, y=low - 23 * n, size=size) for n, text in enumerate(foot))]


TEXT = ("推行“链长制”[1]，签约项目", "27个，用好“拿地即", "开工”[2]办法，推动", "示例产业")
NEXT = ("加快发展。", "第二段话。", "第三段话。")
FIRST = ("1链长制：由区领导", "担任链长。", "2拿地即开工：取得土地的同时")
BODIES = ("[1]链长制：由区领导担任链长。", "[2]拿地即开工：取得土地的同时开工。")


def texts(pages: list[list[PdfLine]]) -> list[list[str]]:
    return [[line.text for line in one] for one in pages]


def test_notes_that_explain_their_mark_are_moved_and_go_on_over_a_page() -> None:
    moved = move([page(*TEXT, foot=FIRST), page(*NEXT, foot=("开工。",))])
    assert (texts(moved.pages), moved.bodies, moved.bare) == ([list(TEXT), list(NEXT)], BODIES, 2)


def test_what_stands_apart_on_other_pages_goes_on_with_no_note() -> None:
    open_ = ("1链长制：由区领导担任",)
    spaced = [PdfLine(text=f"第{n}段话。", x=80, y=700 - 40 * n, size=16) for n in range(5)]
    for later in (spaced, page(*NEXT)):
        moved = move([page(*TEXT, foot=open_), later, page(*NEXT, foot=("第四段话。",))])
        assert texts(moved.pages) == [list(TEXT), [one.text for one in later], [*NEXT, "第四段话。"]]


def test_a_line_said_twice_is_there_twice() -> None:
    moved = move([page(*TEXT, foot=("1链长制：由区领导担任。", "由区领导担任。", "由区领导担任。"))])
    assert texts(moved.pages) == [[*TEXT, "由区领导担任。", "由区领导担任。"]]


def test_notes_in_small_type_need_explain_nothing() -> None:
    foot = ("[1] 见示例区年鉴。", "2 见公报。")
    moved = move([page(*TEXT, foot=foot, size=9, gap=23)])
    assert (texts(moved.pages), moved.bodies, moved.bare) == ([list(TEXT)], ("[1]见示例区年鉴。", "[2]见公报。"), 1)


def test_notes_on_pages_of_their_own_end_where_something_else_begins() -> None:
    notes = (*FIRST, "开工。", "附件1", "1.新建农场。")
    moved = move([page(*TEXT), page(*NEXT), page(*notes)])
    assert texts(moved.pages) == [list(TEXT), list(NEXT), ["附件1", "1.新建农场。"]]
    assert moved.bodies == BODIES


@pytest.mark.parametrize(
    "pages",
    [
        # No mark, numbers of a list, a figure, a paragraph set apart, a note that is not the next
        [page("没有记号。", foot=("1链长制：由区领导担任。",))],
        [page(*TEXT, foot=("1.新建农场12家。", "2.改造道路。"))],
        [page(*TEXT, foot=("12家农场建成。",)), page(*NEXT)],
        [page(*TEXT, foot=("2024年，全区运行平稳。",))],
        [page(*TEXT, foot=("2拿地即开工：取得土地。",))],
        # Counted anew on each page
        [page("推行“链长制”[1]。", foot=("1链长制：由区领导。",)), page("推行“林长制”[1]。", foot=("1林长制：由。",))],
        # In the usual size with its brackets, as in any other text
        [page("推行“链长制”[1]。", foot=("[1]链长制：由区领导担任链长。",))],
    ],
)
def test_what_is_no_note_stays(pages: list[list[PdfLine]]) -> None:
    moved = move(pages)
    assert (moved.pages, moved.bodies) == (pages, ())


def test_a_mark_of_nought_begins_no_note_where_none_is_waited_for() -> None:
    moved = move([page(*NEXT, foot=("[0]十条。",), size=12)])
    assert (texts(moved.pages), moved.bodies) == ([[*NEXT, "[0]十条。"]], ())
