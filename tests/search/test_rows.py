"""Documents as short values: what a title takes from its text, and what an address says again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.pages.document import Document
from disclosure.search.rows import LONGEST, PRIVATE, columns, short

WORDS = st.text("甲乙丙丁", max_size=12)


def plainly(title: str, text: str) -> str:
    """The same, trying every length."""
    written = ""
    while title:
        size = next((size for size in range(min(len(title), LONGEST), 1, -1) if title[:size] in text), 0)
        at = text.find(title[:size]) if size else LONGEST
        written += chr(PRIVATE + at) + chr(PRIVATE + size) if at < LONGEST else title[: size or 1]
        title = title[size or 1 :]
    return written


@given(WORDS, st.text("甲乙丙丁", max_size=60), st.sampled_from((0, LONGEST - 20)))
def test_a_title_takes_the_longest_stretches(title: str, text: str, before: int) -> None:
    text = "戊" * before + text
    assert short(title, text) == plainly(title, text)


@pytest.mark.parametrize(
    ("before", "address", "said"),
    [
        ("2022/c016.html", "2022/c017.html", (0, 0)),
        ("2022/c099.html", "2022/c100.html", (0, 0)),
        ("2022/c016.html", "2022/c018.html", (8, "8.html")),
        ("about.html", "about.html#1", (10, "#1")),
        ("", "about.html", (0, "about.html")),
    ],
)
def test_an_address_says_what_differs_from_the_last_one(before: str, address: str, said: tuple[int, object]) -> None:
    pair = [Document(kind="note", address=each, title="题", text="", place="") for each in (before, address)]
    _kinds, shared, rest, *_others = columns(pair)
    assert (shared[1], rest[1]) == said
