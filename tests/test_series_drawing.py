"""An indicator's series as SVG: values at their places, words that touch nothing, gaps that no line crosses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.pages.drawings.panels import Panels
from disclosure.pages.drawings.reached import ReachedRow, ReachedTargets
from disclosure.pages.drawings.rows import PictureMark, PictureRow, Rows
from disclosure.pages.drawings.series import Series, SeriesMark, SeriesSign, SeriesYear
from disclosure.theme.drawing import panels, reached, rows, series, svg, words
from disclosure.theme.drawing.canvas import FONT, Canvas
from disclosure.theme.drawing.placing import WordBox
from disclosure.theme.drawing.series import PlacedMark, Plot
from tests.pictures import picture_of, placed

KINDS = ("actual", "preliminary", "forecast", "aimed", "about", "adjusted", "implied")
WORDS = {"actual": "实际", "preliminary": "初步数", "aimed": "目标（箭头指向符合的一边）"}
VALUES = st.decimals(min_value=Decimal(-(10**12)), max_value=Decimal(10**12), places=2)


def mark(year: int, value: str, kind: str = "actual", **given: object) -> SeriesMark:
    return SeriesMark(year=year, kind=kind, value=value, written=f"{value}%", **given)  # type: ignore[arg-type]


def series_of(*marks: SeriesMark, unit: str = "%") -> Series:
    known = {one.year for one in marks if not one.whose and not one.is_aim}
    all = range(min(one.year for one in marks), max(one.year for one in marks) + 1)
    kinds = dict.fromkeys((one.kind, one.whose) for one in marks)
    return Series(
        years=tuple(SeriesYear(year, f"{year}年", year in known) for year in all),
        marks=tuple(sorted(marks, key=lambda one: one.year)),
        signs=tuple(SeriesSign(kind=kind, words=WORDS.get(kind, kind), whose=whose) for kind, whose in kinds),
        unit=unit,
    )


@st.composite
def any_series(draw: st.DrawFn) -> Series:
    years = draw(st.lists(st.integers(1996, 2025), min_size=1, max_size=24))
    made = []
    for year in years:
        value, kind, whose = draw(VALUES), draw(st.sampled_from(KINDS)), draw(st.integers(0, 3))
        upper = value + abs(draw(VALUES)) if kind == "aimed" and draw(st.booleans()) else None
        given = {"upper": str(upper)} if upper is not None else {"bound": draw(st.sampled_from(("", "up", "down")))}
        made.append(mark(year, str(value), kind, whose=whose, revised=draw(st.booleans()) and not whose, **given))
    return series_of(*made, unit=draw(st.sampled_from(("%", "元", "个"))))


def texts(canvas: Canvas) -> Iterator[tuple[str, WordBox]]:
    for one in canvas.elements:
        if one.tag == "text":
            length = words.length(one.text or "")
            at = {"start": 0, "middle": length / 2, "end": length}[one.get("text-anchor", "start")]
            yield one.text or "", WordBox(float(one.get("x", "")) - at, float(one.get("y", "")) - 13, length, FONT - 1)


def forms(canvas: Canvas, kind: str) -> list[str]:
    return [one.get("d", "") for one in elements(canvas) if f"d-picture__{kind}" in one.get("class", "").split()]


def elements(canvas: Canvas) -> Iterator[Element]:
    for one in canvas.elements:
        yield from one.iter()


@given(any_series())
def test_no_two_words_touch_and_none_leaves_the_drawing(given: Series) -> None:
    canvas = series.drawn(given, "x")
    whole = WordBox(-0.5, -0.5, canvas.width + 1, canvas.height + 1)
    found = list(texts(canvas))
    assert [words for words, box in found if not whole.holds(box)] == []
    assert [(one, other) for (one, a), (other, b) in combinations(found, 2) if a.touches(b)] == []


def gap(box: WordBox, other: WordBox) -> float:
    """The square of what is between them."""
    across = max(other.x - box.x - box.width, box.x - other.x - other.width, 0.0)
    return across**2 + max(other.y - box.y - box.height, box.y - other.y - other.height, 0.0) ** 2


def covers(form: str) -> WordBox:
    """What a path covers, by its corners: M, H, V, h, v, l, m and z."""
    x = y = 0.0
    corners = []
    for way, written in re.findall(r"([MHVLhvlmz])([-0-9. ]*)", form):
        numbers = [float(one) for one in re.findall(r"-?[0-9.]+", written)]
        match way:
            case "M" | "L":
                x, y = numbers[0], numbers[1]
            case "H" | "V":
                x, y = (numbers[0], y) if way == "H" else (x, numbers[0])
            case "h" | "v":
                x, y = (x + numbers[0], y) if way == "h" else (x, y + numbers[0])
            case "l" | "m":
                for right, down in batched(numbers):
                    x, y = x + right, y + down
                    corners.append((x, y))
        corners.append((x, y))
    left, top = min(x for x, _y in corners), min(y for _x, y in corners)
    return WordBox(left, top, max(x for x, _y in corners) - left, max(y for _x, y in corners) - top)


def batched(numbers: list[float]) -> Iterator[tuple[float, float]]:
    yield from zip(numbers[::2], numbers[1::2], strict=True)


def covered(one: PlacedMark, half: float) -> WordBox:
    """What a mark's sign covers, read from its elements; the line that strikes it says no value."""
    boxes = []
    for each in series.signs.mark(one.mark, one.x, one.y, one.top, half):
        if each.tag == "circle":
            x, y, r = (float(each.get(name, "")) for name in ("cx", "cy", "r"))
            boxes.append(WordBox(x - r, y - r, 2 * r, 2 * r))
        elif "d-picture__revised" not in each.get("class", "") and "a" not in each.get("d", ""):
            boxes.append(covers(each.get("d", "")))
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.x + box.width for box in boxes), max(box.y + box.height for box in boxes)
    return WordBox(left, top, right - left, bottom - top)


def labels(canvas: Canvas, plot: Plot) -> Iterator[tuple[str, WordBox]]:
    """The written values, not the key's words, the ticks' or the years'."""
    written = {said for one in plot.given.marks for said in (one.written, one.called) if said}
    for said, box in texts(canvas):
        if said in written and plot.top - series.ABOVE <= box.y and box.x + box.width / 2 > plot.left:
            yield said, WordBox(box.x, box.y, box.width, box.height)


@given(any_series())
def test_each_number_stands_nearest_to_its_own_sign(given: Series) -> None:
    """At any width: a picture is shown as a whole, larger or smaller."""
    canvas = series.drawn(given, "x")
    top = next(one for one in elements(canvas) if "d-picture__grid" in one.get("class", ""))
    plot = Plot(given, round(min(float(y) for y in re.findall(r"M[-0-9.]+ ([-0-9.]+)H", top.get("d", "")))))
    signs = [(one.mark, covered(one, plot.half)) for one in plot.placed]
    for said, box in labels(canvas, plot):
        nearest = min(signs, key=lambda pair: gap(box, pair[1]))[0]
        assert said in {nearest.written, nearest.called}


def test_a_target_is_called_one_where_its_year_has_a_result() -> None:
    """4000个 stands at the arrow, 3,600个 at the disc."""
    marks = (
        mark(2024, "3600", called="实际3600%"),
        mark(2024, "4000", "aimed", bound="up", called="目标4000%"),
        mark(2024, "3500", "adjusted", bound="up", called="调整为3500%"),
        mark(2025, "2000", "aimed", bound="up"),
    )
    said = {
        one.text for one in elements(series.drawn(series_of(*marks), "x")) if one.get("class") == "d-picture__written"
    }
    assert said == {"实际3600%", "目标4000%", "调整为3500%", "2000%"}


@given(any_series())
def test_places_are_in_the_order_of_their_values_and_years(given: Series) -> None:
    placed = Plot(given, 40).placed
    assert [one.mark for one in placed] == list(given.marks)
    for one, other in combinations(placed, 2):
        value, than = Decimal(one.mark.value), Decimal(other.mark.value)
        assert (value == than) is (one.y == other.y) or abs(value - than) < Decimal("0.02")
        assert not (value > than and one.y > other.y)
        assert one.mark.year == other.mark.year or (one.x < other.x) is (one.mark.year < other.mark.year)


@given(any_series())
def test_all_marks_lie_within_the_drawing_the_same_each_time(given: Series) -> None:
    plot = Plot(given, 40)
    assert svg.svg(picture_of(given)) == svg.svg(picture_of(given))
    for one in plot.placed:
        assert plot.left <= one.x <= series.WIDTH
        assert plot.top <= one.top <= one.y <= plot.bottom


def test_no_line_crosses_a_year_of_which_nothing_is_known() -> None:
    canvas = series.drawn(series_of(mark(2019, "5"), mark(2020, "6"), mark(2022, "7"), mark(2023, "8")), "x")
    assert len(forms(canvas, "course")) == 2
    assert len(forms(canvas, "gap")) == 1


def test_no_line_joins_two_bases() -> None:
    canvas = series.drawn(series_of(mark(2019, "5", basis="同口径"), mark(2020, "6", basis="自然口径")), "x")
    assert forms(canvas, "course") == []


def test_a_line_to_a_forecast_is_another_one() -> None:
    canvas = series.drawn(series_of(mark(2019, "5"), mark(2020, "6", "forecast")), "x")
    assert len(forms(canvas, "course--forecast")) == 1


def test_a_revised_number_is_struck_and_leads_to_the_one_that_took_its_place() -> None:
    first, last = mark(2020, "5.9", "preliminary", revised=True), mark(2020, "5.8")
    canvas = series.drawn(series_of(first, last, mark(2021, "6")), "x")
    assert len(forms(canvas, "revised")) == 2
    assert len(forms(canvas, "course")) == 1


def test_what_others_have_is_drawn_otherwise_than_what_is_ones_own() -> None:
    canvas = series.drawn(
        series_of(mark(2020, "5"), mark(2021, "5"), mark(2020, "5", whose=1), mark(2021, "5", whose=1)), "x"
    )
    own, others = set(forms(canvas, "course")), set(forms(canvas, "beside"))
    assert (len(own), len(others)) == (1, 1)
    assert len(forms(canvas, "other")) == 3  # two values, and the sign that says what they are


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("bound", ["", "up", "down"])
def test_each_kind_has_a_form_of_its_own(kind: str, bound: str) -> None:
    """In greyscale too: without the colours of its classes."""
    all = {(each, way): form_of(each, way) for each in KINDS for way in ("", "up", "down")}
    assert [key for key, form in all.items() if form == all[kind, bound]] == (
        [(kind, way) for way in ("", "up", "down")]
        if kind in {"actual", "preliminary", "forecast"}
        else [(kind, bound)]
    )


def form_of(kind: str, bound: str) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """Its elements, with their classes where these are more than a colour (full, hollow, dashed)."""
    made = series.signs.mark(mark(2020, "5", kind, bound=bound), 50, 50, 50, 6)
    return [(one.tag, tuple(one.attrib.items())) for one in made]


def test_of_many_years_only_the_telling_values_are_written() -> None:
    many = [mark(year, str(year - 1980), "actual") for year in range(2001, 2021)]
    canvas = series.drawn(series_of(*many), "x")
    written = [one.text for one in elements(canvas) if one.get("class") == "d-picture__written"]
    assert written == ["40%", "21%"]


def test_what_is_counted_one_by_one_has_no_half_on_its_scale() -> None:
    marks = mark(2020, "3"), mark(2021, "7")
    said = [[one.text for one in elements(series.drawn(series_of(*marks, unit=unit), "x"))] for unit in ("条", "公里")]
    assert ("2.5公里" in said[1], "2.5条" in said[0], "5条" in said[0]) == (True, False, True)


def test_rows_of_several_units_have_a_scale_each() -> None:
    def part(unit: str, value: str) -> Rows:
        marks = (PictureMark("actual", value), PictureMark("aimed", value, "up"))
        return Rows((PictureRow("增速", "5→6", marks),), unit)

    parts = part("%", "5"), part("元", "700000000")
    canvas = panels.drawn(Panels(parts), "x")
    alone = [rows.drawn(one, "x") for one in parts]
    assert canvas.height == sum(one.height for one in alone) + panels.APART
    said = [one.text for one in elements(canvas) if one.tag == "text"]
    assert {"0%", "0元"} <= set(said)


@given(st.lists(st.tuples(VALUES, VALUES, st.sampled_from(("", "up", "down"))), min_size=1, max_size=8))
def test_targets_and_results_lie_within_their_row_each_on_its_own_scale(
    given: list[tuple[Decimal, Decimal, str]],
) -> None:
    made = ReachedTargets(tuple(reached_row(came, aim, bound) for came, aim, bound in given))
    canvas = reached.drawn(made, "x")
    bars = [one for one, _x, _y in placed(canvas.elements) if one.tag == "rect"]
    assert len(bars) == len(given)
    for (came, aim, _bound), bar in zip(given, bars, strict=True):
        left, width = float(bar.get("x", "")), float(bar.get("width", ""))
        assert left >= 0
        assert left + width <= canvas.width
        if came >= aim > 0:
            assert width == canvas.width - 2 * reached.END


def reached_row(came: Decimal, aim: Decimal, bound: str) -> ReachedRow:
    marks = (PictureMark("actual", str(came)), PictureMark("aimed", str(aim), bound))
    return ReachedRow(
        label="目标", values=f"目标{aim}，实际{came}", word="达成", shape="●", colour="accent", marks=marks
    )


def test_a_verdict_stands_on_a_line_of_its_own_where_the_values_leave_no_room() -> None:
    def tops(values: str) -> list[str | None]:
        row = ReachedRow(label="项目", values=values, word="未达预期目标", shape="✕", colour="focus", marks=())
        drawn = placed(reached.drawn(ReachedTargets((row,)), "x").elements)
        return [one.get("y") for one, _x, _y in drawn if one.tag == "text"]

    assert tops("目标5%，实际6%") == ["17", "38", "38"]
    assert tops("目标5%以上，初步数12.34%，很长很长") == ["17", "38", "59"]


@pytest.mark.parametrize(
    ("line", "crosses"),
    [
        (((0, 15), (40, 15)), True),
        (((15, 0), (15, 40)), True),
        (((0, 0), (40, 40)), True),
        (((12, 12), (14, 14)), True),
        (((0, 5), (40, 5)), False),
        (((0, 10), (40, 10)), False),
        (((0, 15), (9, 15)), False),
        (((0, 25), (25, 0)), True),
        (((0, 19), (19, 0)), False),
    ],
)
def test_a_line_crosses_a_box_where_a_part_of_it_lies_within(line: Any, crosses: bool) -> None:
    assert WordBox(10, 10, 10, 10).crosses(line) is crosses
