"""Plain text as Markdown: whatever somebody typed into a cell, readers get its characters, and no sign is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.source import markdown, markdown_escaped, markdown_shown
from disclosure.source.characters import find as strange

# What marks something somewhere, and what people type
SIGNS = "\\`*_{}[]()<>#+-.!|&~=:;\"'%^/@$1 a文，。、①—＊＃－（）【】“”：\n\t"


def shown(text: str) -> list[str]:
    """What readers get of it, links aside."""
    tokens = markdown_shown.read(markdown.render(markdown_escaped.paragraphs(text)).html)
    return [one for one in tokens if one not in markdown_escaped.LINK]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("已建成3条，还有1条。", "已建成3条，还有1条。"),
        ("第一段\n\n  第二段 ", "第一段\n\n第二段"),
        ("3*4=12，C:\\x", "3*4=12，C:\\x"),
        ("1. 甲\n2. 乙", "1\\. 甲\n\n2\\. 乙"),
        ("**加粗**", "\\*\\*加粗\\*\\*"),
        ("<b>x</b>", "&#60;b>x&#60;/b>"),
        ("3*4=12 *重点* [链接](a)", "3\\*4=12 \\*重点\\* \\[链接](a)"),
        ("&nbsp;", "&#38;nbsp;"),
        ("见 https://a.example/b?c=1。", "见 <https://a.example/b?c=1>。"),
    ],
)
def test_as_few_signs_are_escaped_as_do(text: str, written: str) -> None:
    assert markdown_escaped.paragraphs(text) == written


@given(st.text(alphabet=SIGNS, max_size=60))
def test_no_sign_is_read_and_none_is_lost(text: str) -> None:
    assert shown(text) == [one for one in text if not one.isspace()]


@given(st.text(alphabet=SIGNS + "https://a.example", max_size=40).filter(lambda text: not list(strange(text))))
def test_a_heading_says_its_text(text: str) -> None:
    body = "## " + markdown_escaped.line(f"任务{text}")
    tokens = markdown_shown.read(markdown.render(body).html)
    assert tokens == ["<h2>", *(one for one in f"任务{text}" if not one.isspace())]


def test_what_is_too_long_is_refused() -> None:
    with pytest.raises(markdown_escaped.Unwritable):
        markdown_escaped.paragraphs("字" * 70_000)
