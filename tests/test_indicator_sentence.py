"""What is said of an indicator's picture: the latest target, the year before, what came of it."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import Struct

from disclosure import quantity
from disclosure.catalog.entries import Aimed, Indicator, Observed
from disclosure.model.vocabulary import Term
from disclosure.pages.indicator_sentence import sentence

NOTHING: Any = None


class WrittenAim(Struct, frozen=True):
    """Of a target what the sentence reads."""

    written: str

    @property
    def quantity(self) -> quantity.Quantity:
        return quantity.parse(self.written)


def indicator(seen: dict[str, str], aimed: dict[str, str]) -> Indicator:
    """``2021 forecast`` is a forecast of 2021."""
    return Indicator(
        id="gdp-growth",
        name="增速",
        unit="%",
        polarity="up",
        rate_of="",
        observations=tuple(observed(*when.split(), written=written) for when, written in seen.items()),
        targets=tuple(aim(period, written) for period, written in aimed.items()),
        context=(),
        note="",
        located=NOTHING,
    )


def observed(period: str, vintage: str = "", *, written: str) -> Observed:
    term = Term(vintage, vintage) if vintage else None
    return Observed(period=period, written=written, quantity=quantity.parse(written), vintage=term)


def aim(period: str, written: str) -> Aimed:
    target: Any = WrittenAim(written)
    return Aimed(period=period, report=period, target=target, implied=None, implied_unit="")


@pytest.mark.parametrize(
    ("seen", "aimed", "said"),
    [
        ({"2021": "9%"}, {"2022": "7.5%以上"}, "2022年目标7.5%以上，比上年实际9%低；2022年的实际值没有收录到。"),
        ({"2021": "3条"}, {"2022": "12条"}, "2022年目标12条，比上年实际3条多；2022年的实际值没有收录到。"),
        ({"2021": "5%"}, {"2022": "5.0%左右"}, "2022年目标5.0%左右，与上年实际5%相同；2022年的实际值没有收录到。"),
        ({"2021 forecast": "9%"}, {"2022": "8%"}, "2022年目标8%，比上年预计9%低；2022年的实际值没有收录到。"),
        (
            {"2021 forecast": "9%", "2021 preliminary": "8.8%", "2021 final": "8.7%"},
            {"2022": "8%"},
            "2022年目标8%，比上年实际8.7%低；2022年的实际值没有收录到。",
        ),
        ({"2022 preliminary": "7%"}, {"2022": "8%"}, "2022年目标8%；2022年初步数7%。"),
        ({"2022 forecast": "7%"}, {"2022": "8%"}, "2022年目标8%；2022年预计7%；2022年的实际值没有收录到。"),
        ({"2021": "6.5%"}, {"2022": "6%—7%"}, "2022年目标6%—7%，上年实际6.5%在这个范围内；2022年的实际值没有收录到。"),
        ({"2021": "390亿元"}, {"2022": "7.5%"}, "2022年目标7.5%；2022年的实际值没有收录到。"),
        ({"2022-06": "9%"}, {"2022": "8%"}, "2022年目标8%；2022年全年的实际值没有收录到。"),
        ({"2022-06 forecast": "9%"}, {"2022": "8%"}, "2022年目标8%；2022年的实际值没有收录到。"),
        ({"2021-06": "9%"}, {"2022": "8%"}, "2022年目标8%；2022年的实际值没有收录到。"),
        ({"2020": "9%", "2022": "8%"}, {}, "2022年实际8%，比2020年实际9%低。"),
        ({"2022": "8%"}, {}, "2022年实际8%。"),
        (
            {"2021": "9%", "2022": "8%"},
            {"2022": "9%", "2024": "若干"},
            "2022年目标9%，与上年实际9%相同；2022年实际8%。",
        ),
    ],
)  # fmt: skip
def test_the_picture_is_read_in_a_sentence(seen: dict[str, str], aimed: dict[str, str], said: str) -> None:
    assert sentence(indicator(seen, aimed)) == said


def test_what_a_rate_makes_of_a_level_is_said_as_such() -> None:
    said = sentence(indicator({"2021": "390亿元"}, {}), [("2022年", "约419亿元")])
    assert said == "2021年实际390亿元；2022年推算约419亿元。"
