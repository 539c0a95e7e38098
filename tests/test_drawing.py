"""Pictures of values as SVG: what is drawn of each kind, and what a page may hold of it."""

from __future__ import annotations

import re
import subprocess
import sys
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure import quantity
from disclosure.pages import picture as pictures
from disclosure.pages.drawings import rows
from disclosure.pages.drawings.rows import PictureMark, PictureRow
from disclosure.pages.picture import Picture
from disclosure.theme.drawing import svg as drawing
from tests.pictures import picture_of

FORMS = {"class", "d", "dy", "height", "text-anchor", "transform", "width", "x", "y"}
ROOT = {"class", "viewBox", "role", "aria-label"}


def picture(*given: PictureRow, unit: str = "%") -> Picture:
    found = rows.rows(given, unit)
    assert found is not None
    return picture_of(found)


def row(kind: str, value: str, bound: str = "", label: str = "2023年", written: str = "") -> PictureRow:
    return PictureRow(label, written or value, (PictureMark(kind, value, bound),))


def svg(*given: PictureRow, unit: str = "%") -> ElementTree.Element:
    return ElementTree.fromstring(drawing.svg(picture(*given, unit=unit)))


def ticks(drawn: ElementTree.Element) -> list[str | None]:
    found = [one for one in drawn.iter("text") if one.get("dy")]
    return [one.text for one in sorted(found, key=lambda one: Decimal(one.get("x", "")))]


def forms(drawn: ElementTree.Element, name: str) -> list[str]:
    """What is drawn under a class, its form as one text."""
    found = [one for one in drawn.iter() if f"d-picture__{name}" in one.get("class", "").split()]
    return [one.get("d") or "{x} {y} {width} {height}".format(**one.attrib) for one in found]


def test_a_picture_is_one_thing_with_a_name_and_no_style_of_its_own() -> None:
    drawn = svg(row("actual", "6.2"), row("aimed", "6", "up"))
    assert {name: drawn.get(name) for name in ("role", "aria-label")} == {"role": "img", "aria-label": "名称"}
    assert set(drawn.attrib) == ROOT
    assert {name for one in drawn.iter() if one is not drawn for name in one.attrib} <= FORMS


def test_each_kind_has_a_form_of_its_own() -> None:
    kinds = [("actual", ""), ("preliminary", ""), ("forecast", ""), ("aimed", ""), ("aimed", "up"), ("aimed", "down")]
    said = [
        drawing.svg(picture(row(kind, "6", bound), row(kind, "6", bound))) for kind, bound in [*kinds, ("implied", "")]
    ]
    assert len(set(said)) == len(said)


def test_bars_go_both_ways_from_zero() -> None:
    drawn = svg(row("actual", "-5"), row("actual", "5"))
    assert forms(drawn, "bar") == ["0 28 158.4 16", "158.4 82 158.4 16"]
    assert forms(drawn, "zero") == ["M158.4 25v22", "M158.4 79v22"]


def test_an_arrow_leads_from_the_target_into_what_it_allows() -> None:
    drawn = svg(row("aimed", "10", "up"), row("aimed", "5", "down"), row("aimed", "5"))
    assert forms(drawn, "sign") == [
        "M316.8 28v16l8 -8z",
        "M158.4 82v16l-8 -8z",
        "M158.4 136l8 8l-8 8l-8 -8z",
    ]


def test_two_marks_of_a_row_stand_one_below_the_other() -> None:
    drawn = svg(PictureRow("增速", "6%", (PictureMark("preliminary", "10"), PictureMark("aimed", "5", "up"))))
    assert forms(drawn, "bar") == ["0 25 316.8 10", "0 30 316.8 5"]
    assert forms(drawn, "line") == ["M0 43H158.4"]


def test_words_that_would_touch_take_two_lines() -> None:
    long = row("actual", "5", label="社会消费品零售总额增速的初步核算数", written="17%左右")
    tops = [
        [one.get("y") for one in svg(first, row("actual", "6")).iter("text") if not one.get("dy")]
        for first in (row("actual", "5"), long)
    ]
    assert tops == [["18", "18", "72", "72"], ["18", "38", "92", "112"]]


def test_words_longer_than_a_row_are_narrowed_and_not_cut() -> None:
    drawn = svg(row("actual", "5", label="很" * 30), row("actual", "6"))
    first = next(one for one in drawn.iter("text") if not one.get("dy"))
    assert (first.get("textLength"), first.text) == ("317", "很" * 30)


def test_ticks_are_said_in_the_unit_and_do_not_touch() -> None:
    money = svg(row("actual", "123400000000"), row("aimed", "150000000000"), unit="元")
    assert ticks(money) == ["0元", "500亿元", "1,000亿元", "1,500亿元"]
    visits = svg(row("actual", "8100000"), row("aimed", "9900000"), unit="人次")
    assert ticks(visits) == ["0人次", "500万人次", "1,000万人次"]


def test_words_are_escaped() -> None:
    assert "<b>&lt;i&gt;" not in drawing.svg(picture(row("actual", "5", label="<i>&"), row("actual", "6")))
    assert "&lt;i&gt;&amp;" in drawing.svg(picture(row("actual", "5", label="<i>&"), row("actual", "6")))


NUMBERS = st.decimals(min_value=Decimal(-(10**12)), max_value=Decimal(10**12), places=2)


@given(st.lists(NUMBERS, min_size=2, max_size=6).filter(any))
def test_whatever_the_numbers_all_is_drawn_inside_the_frame_the_same_each_time(numbers: list[Decimal]) -> None:
    made = picture(*(PictureRow("年", str(one), (pictures.mark("actual", one),)) for one in numbers))
    drawn = drawing.svg(made)
    assert drawn == drawing.svg(made)
    bars = re.findall(r'<rect class="[^"]+" x="([\d.]+)" y="\d+" width="([\d.]+)"', drawn)
    assert len(bars) == len(numbers)
    assert all(Decimal(x) + Decimal(width) <= Decimal(318) for x, width in bars)


@pytest.mark.parametrize("numbers", [[], ["5"], ["0", "0"]])
def test_where_there_is_nothing_to_compare_there_is_no_picture(numbers: list[str]) -> None:
    assert rows.rows([row("actual", one) for one in numbers], "%") is None


def test_equal_values_are_equal_text() -> None:
    assert {pictures.mark("actual", Decimal(one)) for one in ("9", "9.0", "9.00")} == {PictureMark("actual", "9")}
    assert pictures.mark("actual", Decimal("1E+3")) == PictureMark("actual", "1000")


@pytest.mark.parametrize(
    ("written", "marks"),
    [
        ("7.5%以上", (PictureMark("aimed", "7.5", "up"),)),
        ("5%以内", (PictureMark("aimed", "5", "down"),)),
        ("6%左右", (PictureMark("aimed", "6", "up"),)),
        ("6%—7%", (PictureMark("aimed", "6", "up"), PictureMark("aimed", "7", "down"))),
        ("若干条", ()),
    ],
)
def test_the_direction_of_a_target_is_that_of_its_words(written: str, marks: tuple[PictureMark, ...]) -> None:
    assert pictures.aims(quantity.parse(written)) == marks


def test_the_library_is_imported_only_where_something_is_drawn() -> None:
    asked = "import sys, disclosure.build.build, disclosure.output.page; sys.exit('leather' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
