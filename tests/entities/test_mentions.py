"""Mentions are found by their names: the longest wins, none stands inside another."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from disclosure.catalog.mentions import NOBODY, Mention, Names, occurrences

WORDS = st.text("甲乙丙", min_size=2, max_size=4)
# Each name an entity of its own, or a word that is none
NAMES = st.dictionaries(WORDS, st.booleans(), max_size=6).map(
    lambda drawn: Names({word: word if is_name else NOBODY for word, is_name in drawn.items()})
)
TEXTS = st.text("甲乙丙，", max_size=40)


def found(text: str, **entities: str) -> list[tuple[str, str]]:
    """The entities that a text names, each with the name it uses; ``entities`` are names by id."""
    return [(one.entity, one.name) for one in Names({name: id for id, name in entities.items()}).find(text)]


def test_the_longest_name_wins() -> None:
    assert found("江铃集团和江铃股份、江铃", a="江铃", b="江铃集团") == [
        ("b", "江铃集团"),
        ("a", "江铃"),
        ("a", "江铃"),
    ]


def test_a_word_that_is_declared_to_be_none_hides_the_name_in_it() -> None:
    names = Names({"广州路": "road", "广州路口": NOBODY})
    assert names.find("广州路口在广州路上") == (Mention(entity="road", name="广州路", start=5, end=8),)


def test_of_two_names_that_overlap_the_longer_has_the_words() -> None:
    assert found("南昌大道路口", a="南昌大道", b="大道路口子") == [("a", "南昌大道")]
    assert found("南昌大道路口", a="昌大", b="大道路口") == [("b", "大道路口")]


@given(NAMES, TEXTS)
def test_mentions_are_names_in_the_text_that_do_not_overlap(names: Names, text: str) -> None:
    mentions = names.find(text)
    assert all(text[one.start : one.end] == one.name == one.entity for one in mentions)
    assert all(one.end <= other.start for one, other in itertools.pairwise(mentions))


@given(NAMES, TEXTS)
def test_a_name_that_is_no_mention_gave_way_to_one_as_long(names: Names, text: str) -> None:
    mentions = names.find(text)
    hidden = [
        (start, start + len(word))
        for word, id in names.entities.items()
        if id == NOBODY
        for start in occurrences(text, word)
    ]
    taken = [(one.start, one.end) for one in mentions]
    for name in names.entities:
        for start in occurrences(text, name):
            end = start + len(name)
            over = [(a, b) for a, b in (*taken, *hidden) if a < end and start < b]
            assert any(b - a >= len(name) for a, b in over)


@given(NAMES, TEXTS)
def test_names_that_stand_nowhere_have_no_say(names: Names, text: str) -> None:
    assert names.within([text]).find(text) == names.find(text)
