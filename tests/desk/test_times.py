"""Days and minutes as clerks write them."""

from __future__ import annotations

import pytest

from tests.desk.node import Node, asked, needs_node

pytestmark = needs_node


times = asked("times.js")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2025-05-12 09:05", "2025-05-12 09:05"),
        (" 2025年5月12日 9：05 ", "2025-05-12 09:05"),
        ("2025/5/12T9:05", "2025-05-12 09:05"),
        ("2025.5.12  T  09:05", "2025-05-12 09:05"),
        ("上午 9:05", "上午 09:05"),
        ("9:05", "9:05"),
        ("2025-05-12", "2025-05-12"),
        (" " * 9000 + "x", "x"),
        ("x" + " " * 9000 + "x", "x" + " " * 9000 + "x"),
    ],
)
def test_a_minute_is_what_was_meant(times: Node, typed: str, meant: str) -> None:
    assert times.ask("tidyMinute", typed) == meant
