"""A narrative's HTML depends on its own text alone."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.source import markdown

LINES = [
    "# 标题\n",
    "## 标题 {#a}\n",
    "| 表 | 头 |\n|--|--|\n| 甲 | 乙 |\n",
    "```\n码\n",
    "1. 一\n",
    "词\n: 义\n",
    "\n\n",
]
WORDS = ["[链接](a.md#b)", "![图](files/a.png)", "[参]: b.md\n", "[参]", "<div>原样</div>\n", *"甲乙 \n<>&*_`[]()"]
PIECES = st.sampled_from(LINES + WORDS)
TEXT = st.lists(PIECES, max_size=12).map("".join)


@settings(max_examples=settings.default.max_examples, deadline=None)
@given(TEXT, TEXT)
def test_what_was_read_before_has_no_say(before: str, text: str) -> None:
    markdown._renderer.cache_clear()
    alone = markdown.render(text)
    markdown.render(before)
    assert markdown.render(text) == alone
