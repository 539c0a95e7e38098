"""The build and the browser cut every text alike."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.search.tokens import stretches, tokens
from tests.search.collection import REPORT

HERE = Path(__file__).parent
PIECES = [
    *"零〇一二三四五六七八九十百千万亿两点余个户%％.．,，+＋-",
    "百分之",
    "1",
    "20",
    "3.5",
    "万亿",
    "个亿",
    "多万",
    "5亿8千",
    "元级",
    "⼀⺠",
    "pm",
    "4A",
    "年",
    "㎡",
    "İ",
    "ß",
]
CHARACTERS = st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Z", "M", "Cc", "Cf"))
TEXTS = st.one_of(st.text(CHARACTERS), st.lists(st.sampled_from(PIECES)).map("".join))


def in_node(texts: list[str]) -> list[list[str]]:
    done = subprocess.run(
        ["node", HERE / "tokens_of.mjs"], input=json.dumps(texts), capture_output=True, check=True, encoding="utf-8"
    )
    return json.loads(done.stdout)


def here(texts: list[str]) -> list[list[str]]:
    return [list(tokens(text)) for text in texts]


def test_the_browser_cuts_the_whole_report_as_the_build_does() -> None:
    lines = REPORT.read_text("utf-8").splitlines()
    assert in_node(lines) == here(lines)


@settings(max_examples=8, deadline=None)
@given(st.lists(TEXTS, min_size=40, max_size=400))
def test_the_browser_cuts_generated_texts_as_the_build_does(texts: list[str]) -> None:
    assert in_node(texts) == here(texts)


def in_stretches(text: str) -> Counter[str]:
    return Counter(token for one in stretches(text) for token in tokens(one))


@given(st.lists(TEXTS, max_size=6).map("，".join))
def test_a_text_has_the_tokens_of_its_stretches(text: str) -> None:
    assert in_stretches(text) == Counter(tokens(text))


def test_the_report_has_the_tokens_of_its_stretches() -> None:
    for line in REPORT.read_text("utf-8").splitlines():
        assert in_stretches(line) == Counter(tokens(line))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1.4万户", "一万四千户"),
        ("15000", "1.5万"),
        ("15,000", "一万五千"),
        ("１５０００", "一万五"),
        ("7.5%", "百分之七点五"),
        ("７．５０％", "7.5%"),
        ("2880个", "两千八百八十个"),
        ("2022年", "二〇二二年"),
        ("1.36亿元", "136000000元"),
        ("46万余人次", "460000人"),
        ("5.8个亿", "5.8亿"),
        ("两个多亿", "2亿"),
        ("5亿8千万", "580000000"),
        ("1万4千户", "一万四千户"),
        ("1千2百万元", "1200万元"),
        ("20余万户", "200000户"),
        ("三十多万人", "30万人"),
        ("百分之7.5", "7.5%"),
    ],
)
def test_a_number_is_the_same_number_in_every_form(one: str, other: str) -> None:
    assert values(one) == values(other) != set()


def test_some_that_are_large_are_counted_one_by_one() -> None:
    assert values("2个亿元企业") == {"=2", "=2个"}


def test_a_character_of_a_radical_block_is_the_one_that_it_looks_like() -> None:
    assert tokens("⼀⻚⻋⼈⺠") == tokens("一页车人民")


@pytest.mark.parametrize("name", ["PM2.5", "4A级", "八大山人", "一枢纽", "12345N"])
def test_a_number_inside_a_name_is_no_number(name: str) -> None:
    assert values(name) == set()


def values(text: str) -> set[str]:
    return {token for token in tokens(text) if token.startswith("=")}
