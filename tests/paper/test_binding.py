"""Pieces of pages become one document: levels, ids, links, and what paper cannot do."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from disclosure.paper.binding import bound
from disclosure.paper.text import SeenText

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=40)


def nowhere(_address: str) -> None:
    return None


def within(address: str) -> str:
    return f"#{address}"


def test_a_piece_has_the_level_and_the_ids_of_its_place() -> None:
    piece = '<div data-bind="c001" data-level="5"><h1 id="">甲</h1><h2 id="facts">乙</h2></div>'
    assert bound(f'{piece}<h2 id="facts">丙</h2>', within) == (
        '<div><h4 id="c001">甲</h4><h5 id="c001-facts">乙</h5></div><h2 id="facts">丙</h2>'
    )


def test_a_link_within_a_piece_stays_within_it() -> None:
    html = '<div data-bind="c001" data-level="5"><a href="#facts">甲</a><a href="a.html">乙</a></div>'
    assert bound(html, within) == '<div><a href="#c001-facts">甲</a><a href="#a.html">乙</a></div>'


def test_a_link_that_leads_nowhere_from_paper_is_its_words() -> None:
    assert bound('<a href="a.html" aria-label="甲">乙</a>', nowhere) == "<span>乙</span>"


def test_what_is_closed_is_open() -> None:
    html = "<details><summary>材料（1）</summary><p>甲</p></details>"
    assert bound(html, nowhere) == "<div><p>材料（1）</p><p>甲</p></div>"


def test_what_only_a_screen_has_a_use_for_is_not_there() -> None:
    html = "<p>甲<button>乙<b>丙</b></button><span hidden>丁</span><input></p><form><input><p>戊</p></form><p>己</p>"
    html += '<p class="d-small d-screen"><span class="d-scripted" hidden>庚</span><a href="#cite">辛</a></p>'
    assert bound(html, nowhere) == "<p>甲</p><p>己</p>"


def test_an_empty_cell_is_a_cell() -> None:
    assert bound("<tr><td></td><th>甲</th></tr>", nowhere) == "<tr><td>&nbsp;</td><th>甲</th></tr>"


def test_the_numbers_of_a_plain_list_are_text_and_those_of_others_are_none() -> None:
    html = "<ol><li>甲<ul><li>乙</li></ul></li><li>丙</li></ol><ol class='d-timeline'><li>丁</li></ol>"
    assert "".join(SeenText(bound(html, nowhere)).text) == "1. 甲乙2. 丙丁"


@given(TEXTS, TEXTS)
def test_no_text_is_changed(one: str, other: str) -> None:
    from html import escape

    html = f'<p>{escape(one)}<b title="{escape(other)}">{escape(other)}</b></p>'
    assert "".join(SeenText(bound(html, nowhere)).text) == one + other


def test_a_link_is_called_by_its_name_or_by_its_words() -> None:
    seen = SeenText('<a href="#a" aria-label="注释 1">1</a><a href="#b">甲\n <b>乙</b></a><a>丙</a>')
    assert seen.links == ["注释 1", "甲 乙"]


def test_headings_and_heads_of_tables_are_found_with_their_text() -> None:
    seen = SeenText(
        "<title>题</title><h1><b>c001</b> 甲</h1><table><thead><tr><th>乙</th></tr></thead></table><h2>丙</h2>"
    )
    assert seen.headings == [(1, "c001 甲"), (2, "丙")]
    assert seen.heads == ["乙"]
