"""The posters of livelihood projects: what they say, and how large their type may be."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from disclosure.pages.poster_fit import HEIGHT, STEPS, PosterWords, cut, fitted, height, lines

REPOSITORY = Path(__file__).parents[1]
LEFT_OUT = "……（余下见网页）"
HAN = "智慧作业项目老旧小区改造，建成1200个、30%；“新”（二期）abc"
texts = st.text(alphabet=HAN, max_size=400)
facts = st.lists(st.tuples(st.text(alphabet="责任单位牵头", min_size=1, max_size=5), texts), max_size=8)


@st.composite
def words(draw: st.DrawFn) -> PosterWords:
    """Anything that a poster may be asked to say."""
    return PosterWords(
        head=draw(st.text(alphabet=HAN, max_size=40)),
        title=draw(texts),
        quote=draw(texts),
        facts=tuple(draw(facts)),
        word=draw(st.text(alphabet="● 达成，调整后", max_size=20)),
        about=draw(texts),
        beside=tuple(draw(st.lists(texts, max_size=6))),
        foot=tuple(draw(st.lists(texts, max_size=4))),
        address="https://report.example.cn/" + "r" * draw(st.integers(0, 80)),
        small=tuple(draw(st.lists(texts, max_size=2))),
    )


@given(words())
def test_whatever_a_poster_is_asked_to_say_it_fits_its_sheet(one: PosterWords) -> None:
    size, shown = fitted(one)
    assert height(shown, STEPS[size]) <= HEIGHT


@given(words())
def test_what_is_left_out_is_said_and_what_fits_is_whole(one: PosterWords) -> None:
    _size, shown = fitted(one)
    pairs = zip((one.title, one.quote, one.about), (shown.title, shown.quote, shown.about), strict=True)
    assert all(
        now == was or (now.endswith(LEFT_OUT) and was.startswith(now.removesuffix(LEFT_OUT))) for was, now in pairs
    )


@given(words())
def test_the_type_is_as_large_as_it_can_be(one: PosterWords) -> None:
    size, shown = fitted(one)
    assert not size or height(shown, STEPS[size - 1]) > HEIGHT or shown != one


def test_the_style_sheet_has_the_same_sizes() -> None:
    sheet = (REPOSITORY / "templates/poster/10-poster.css").read_text("utf-8")
    rule = re.compile(
        r"\.d-poster--(\d) \{\s*--text-title: ([\d.]+)pt;\s*--text-word: ([\d.]+)pt;\s*--text-fact: ([\d.]+)pt;"
    )
    found = [(int(n), *map(float, sizes)) for n, *sizes in rule.findall(sheet)]
    assert found == [(n, one.title, one.word, one.text) for n, one in enumerate(STEPS)]


def test_every_title_is_read_from_two_metres() -> None:
    assert all(one.title / 72 * 25.4 >= 2000 / 250 for one in STEPS)


def test_lines_are_counted_as_a_browser_breaks_them() -> None:
    assert [lines("", 10), lines("老旧小区改造", 6), lines("老旧小区改造项目", 6), lines("老旧小区改造，", 6)] == [
        1,
        1,
        2,
        2,
    ]


def test_a_text_is_cut_where_a_clause_ends() -> None:
    assert cut("建成三个公园，改造二十个老旧小区，装电梯。", 16) == f"建成三个公园，改造二十个老旧小区{LEFT_OUT}"
    assert cut("建成三个公园", 6) == "建成三个公园"
