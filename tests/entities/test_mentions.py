"""Mentions are found by their names: the longest wins, none stands inside another."""

from __future__ import annotations

from itertools import pairwise

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
    return [(one.entity, one.name) for one in mentions(Names({name: id for id, name in entities.items()}), text)]


def mentions(names: Names, text: str) -> tuple[Mention, ...]:
    """Those of one text, the words that are none among them."""
    return names.find({"": text}).get("", ())


def test_the_longest_name_wins() -> None:
    assert found("江铃集团和江铃股份、江铃", a="江铃", b="江铃集团") == [
        ("b", "江铃集团"),
        ("a", "江铃"),
        ("a", "江铃"),
    ]


def test_a_word_that_is_declared_to_be_none_hides_the_name_in_it() -> None:
    names = Names({"广州路": "road", "广州路口": NOBODY})
    assert mentions(names, "广州路口在广州路上") == (
        Mention(entity=NOBODY, name="广州路口", start=0, end=4),
        Mention(entity="road", name="广州路", start=5, end=8),
    )


def test_of_two_names_that_overlap_the_longer_has_the_words() -> None:
    assert found("南昌大道路口", a="南昌大道", b="大道路口子") == [("a", "南昌大道")]
    assert found("南昌大道路口", a="昌大", b="大道路口") == [("b", "大道路口")]


@given(NAMES, TEXTS)
def test_mentions_are_names_in_the_text_that_do_not_overlap(names: Names, text: str) -> None:
    found = mentions(names, text)
    assert all(text[one.start : one.end] == one.name for one in found)
    assert all(one.entity == names.entities[one.name] for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(NAMES, TEXTS)
def test_a_name_that_is_no_mention_gave_way_to_one_as_long(names: Names, text: str) -> None:
    taken = mentions(names, text)
    for name in names.entities:
        for start in occurrences(text, name):
            over = [one for one in taken if one.start < start + len(name) and start < one.end]
            assert any(one.end - one.start >= len(name) for one in over)


@given(NAMES, st.lists(TEXTS, max_size=5))
def test_many_texts_are_read_as_each_alone(names: Names, texts: list[str]) -> None:
    found = names.find(dict(enumerate(texts)))
    assert [found.get(n, ()) for n in range(len(texts))] == [mentions(names, text) for text in texts]
