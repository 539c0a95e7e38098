"""The corpus is large enough, readable, and each of its strings is there once."""

from __future__ import annotations

import unicodedata
from collections import Counter

from tests.security.hostile import corpus

# Signs that a reviewer could not see in a line
UNSEEN = {"Cc", "Cf", "Cn", "Co", "Mn", "Zl", "Zp"}


def test_there_are_as_many_strings_as_were_promised() -> None:
    assert len(corpus.texts()) >= corpus.LEAST


def test_each_string_stands_in_one_class_once() -> None:
    twice = [text for text, times in Counter((one.kind, one.text) for one in corpus.strings()).items() if times > 1]
    assert twice == []


def test_each_class_says_what_it_tries() -> None:
    assert all(len(tries) > 30 for tries in corpus.kinds().values())


def test_what_cannot_be_seen_is_written_as_an_escape() -> None:
    unseen = [
        f"{path.name}:{number}"
        for path in sorted(corpus.FOLDER.glob("*.yml"))
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1)
        if any(unicodedata.category(sign) in UNSEEN for sign in line)
    ]
    assert unseen == []


def test_a_sample_has_strings_of_each_class_and_is_the_same_every_time() -> None:
    some = corpus.sample(len(corpus.kinds()))
    assert [one.kind for one in some] == list(corpus.kinds())
    assert some == corpus.sample(len(corpus.kinds()))
