"""The usual slips (``docs/slips/``): each is told once, in words that say what to do."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tests import rule_pages
from tests.rule_pages import Example

EXAMPLES = rule_pages.examples(rule_pages.SLIPS)
SLIPS = tuple(example for example in EXAMPLES if example.printed)
# As many kinds of mistakes as the editors' desk was to know; there are more
KINDS = 157
# A notice asks and refuses nothing
NOTICE = re.compile(r"[^\n]+?:\d+:\d+: \[[a-z0-9-]+\] 提醒：")
TOLD = re.compile(r"(?P<path>[^\n:]+):\d+:\d+: \[[a-z0-9-]+\] [^\n]+\n    提示：[^\n]+\n")


def named(example: Example) -> str:
    return f"{example.page}-{[one for one in EXAMPLES if one.page == example.page].index(example) + 1}"


@pytest.mark.parametrize("example", EXAMPLES, ids=named)
def test_a_slip_is_told_as_its_page_says(example: Example, tmp_path: Path) -> None:
    done = example.project(tmp_path).run("check", date=example.date)
    refused = bool(example.printed) and not NOTICE.match(example.printed)
    assert (done.err, done.code) == (example.printed, refused), example.title


@pytest.mark.parametrize("example", SLIPS, ids=named)
def test_a_slip_is_told_once_with_its_place_and_what_to_do(example: Example) -> None:
    assert TOLD.fullmatch(example.printed), example.printed


def test_the_kinds_are_many_and_no_two_are_the_same() -> None:
    assert len(SLIPS) >= KINDS
    assert [title for title, n in Counter(one.title for one in EXAMPLES).items() if n > 1] == []
    assert [page.name for page in rule_pages.pages(rule_pages.SLIPS) if f"({page.name})" not in readme()] == []


def readme() -> str:
    return (rule_pages.SLIPS / "README.md").read_text("utf-8")
