"""What is typed in Markdown is on the page, or told with its place."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from disclosure.source import markdown, markdown_limits, markdown_shown
from disclosure.source.markdown_slips import KINDS, LIMITS


def slips(body: str) -> list[tuple[int, str]]:
    return [(slip.offset, slip.kind) for slip in markdown.render(body).slips]


def told(*kinds: tuple[int, str]) -> list[tuple[int, str]]:
    return [*kinds]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("甲3*4，乙5*6", told((2, "asterisks"))),
        ("长*宽，高*深", told((1, "asterisks"))),
        ("7**8**9", told((1, "asterisks"))),
        ("***甲***", told((0, "asterisks"))),
        ("_甲_", told((0, "underscores"))),
        ("## 附表 {丙}", told((6, "braces"))),
        ("甲\n{: .x}", told((2, "braces"))),
        ("    四个空格", told((4, "indented"))),
        ("甲\n\n\t制表符", told((4, "indented"))),
        ("- 甲\n  - 乙", told((6, "nested-list"))),
        ("文字\n- 甲", told((3, "list-without-blank"))),
        ("1. 甲\n- 乙", told((5, "list-without-blank"))),
        ("1. 甲\n1. 乙", told((5, "numbering"))),
        ("[丁]: https://a.test/", told((0, "definition-of-reference"))),
        ("[TOC]", told((0, "contents"))),
        ("词\n: 义", told((0, "definition"))),
        ("#甲", told((0, "no-blank-heading"))),
        ("## C#", told((0, "closing-hash"))),
        ("甲\n---\n乙", told((0, "setext"))),
        ("```\n甲", told((0, "fence"))),
        ("|甲|乙|\n|-|-|\n|1|2|3|", told((12, "table"))),
        ("|甲|乙|\n|-|-|\n|1|", told((12, "table"))),
        ("甲  \n乙", told((1, "hard-break"))),
        (r"甲\\乙", told((1, "backslash"))),
        (r"C:\_甲", told((2, "backslash"))),
        ("[甲](files/a b.pdf)", told((0, "link"))),
        ('[甲](a.md "题")', told((0, "link"))),
        ("甲&zwnj;乙", told((1, "entity"))),
        ("1、甲\n2、乙", told((4, "lines-that-run-together"))),
        ("（一）甲\n（二）乙", told((5, "lines-that-run-together"))),
        ("-甲\n-乙", told((3, "signs-without-blank"))),
        ("甲。\n　　乙。", told((5, "paragraphs-that-run-together"))),
        ("甲[^1]", told((1, "note"))),
        ("~~甲~~", told((0, "struck"))),
        ("==甲==", told((0, "highlighted"))),
        ("- [x] 甲", told((0, "task"))),
        ("见https://a.test/b。", told((1, "bare-address"))),
        ("[甲]（a.md）", told((2, "wide-brackets"))),
        ("＃ 甲", told((0, "wide-signs"))),
    ],
)
def test_a_slip_is_told_with_its_place(body: str, expected: list[tuple[int, str]]) -> None:
    assert slips(body) == expected
    assert all(kind in KINDS for _offset, kind in expected)


@pytest.mark.parametrize(
    "body",
    [
        "见“**重点**”一节，**12**家，甲_12_乙，`a*b*c`，5 * 6 * 7，5 < 6 & 7 > 3。",
        "## 纠错 {#corrections}\n\n## 甲 ##\n\n- 甲 {注}\n- 乙",
        "- 甲\n    - 乙\n        - 丙\n- 丁\n\n    丁的第二段",
        "1. 甲\n2. 乙\n\n文字\n\n3. 丙",
        "> 甲\n> 乙\n\n> - 丙",
        "| 甲 | 乙 |\n|---|---:|\n| `x|y` | a \\| b |",
        "```\n~~甲~~ https://a.test/\n    [^1]\n```",
        "\\*甲\\* \\[乙\\] `\\\\server` D:\\乙\n\n1\\. 丙",
        "[甲](a.md#b)、<https://a.test/>、<a@a.test>、![图](a.png)、[![图](a.png)](b_(c).md)",
        "甲。\n\n---\n\n乙。\n\n（一）丙。\n\n（二）丁。",
        "2022年\n－5℃",
    ],
)
def test_what_is_meant_as_markdown_is_no_slip(body: str) -> None:
    assert slips(body) == []


def test_the_end_of_a_line_between_han_characters_is_no_blank() -> None:
    body = "甲\n乙**丙**\n[丁](a.md)，\n“戊”\nabc\n己\n\n```\n庚\n辛\n```"
    assert markdown.render(body).html == (
        '<p>甲乙<strong>丙</strong><a href="a.md">丁</a>，“戊”\nabc\n己</p>\n<pre><code>庚\n辛\n</code></pre>'
    )


# Signs of every category of Unicode, and of Markdown's grammar
GRAMMAR = [
    *"*_`\\[](){}<>#+-.!|~=:&^\"'/@ \n\t",
    *("**", "```", "    ", "  \n", "\n\n", "\n- ", "\n1. ", "\n> ", "\n## ", "\n---\n", "\n\n|甲|乙|\n|-|-|\n|1|2|\n"),
    *(
        "[甲](a.md)",
        "![乙](b.png)",
        "<https://a.test/>",
        "`码`",
        "**重**",
        "{#id}",
        "[^1]",
        "[丁]: e",
        "&amp;",
        "&#42;",
    ),
    *("1、", "（一）", "：", "。", "\u3000\u3000", "甲", "乙丙", "12", "x", "A"),
]
CATEGORIES = sorted({unicodedata.category(chr(code)) for code in range(0x3000)} - {"Cc", "Cf", "Cs", "Co", "Cn"})
ANY_SIGN = st.sampled_from(CATEGORIES).flatmap(lambda one: st.characters(categories=[one]))  # type: ignore[list-item]
BODIES = st.lists(st.sampled_from(GRAMMAR) | ANY_SIGN, max_size=25).map("".join)
ALL = settings(max_examples=max(100, settings.default.max_examples), deadline=None)


def shown(html: str) -> str:
    return "".join(token for token in markdown_shown.read(html) if len(token) == 1)


@ALL
@given(BODIES)
def test_every_sign_is_on_the_page_or_told(body: str) -> None:
    """Nothing but Markdown's own signs may be missing, and these only where they do what they are known for."""
    rendered = markdown.render(body)
    assume(not rendered.raw_html)
    wanted = [sign for sign in body if sign.isalnum()]
    held = [sign for sign in shown(rendered.html) if sign.isalnum()]
    if not rendered.slips and "](" not in body and "&" not in body and "{#" not in body and "```" not in body:
        assert [sign for sign in wanted if not sign.isdigit()] == [sign for sign in held if not sign.isdigit()]
    assert all(0 <= slip.offset <= len(body) for slip in rendered.slips)


@ALL
@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S"], exclude_characters="\\`*_[]()<>&#{}|~=:+-.!^@")))
def test_text_without_markdowns_signs_is_shown_as_it_is(text: str) -> None:
    rendered = markdown.render(text)
    assert shown(rendered.html) == text
    assert rendered.slips == () or {one.kind for one in rendered.slips} <= {"wide-signs"}


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("1. " * 9, "too-deep"),
        ("> " * 9 + "甲", "too-deep"),
        ("\n".join(" " * 4 * n + "- 甲" for n in range(10)), "too-deep"),
        ("[" * 9, "too-many-open"),
        ("[甲" * 9, "too-many-open"),
        ("[甲](" * 9, "too-many-open"),
        ("`" * 90, "too-many-alike"),
        ("\\*" * 90, "too-many-alike"),
        ("## 甲\n" * 600, "too-many-signs"),
        ("甲*" * 4_001, "too-many-signs"),
        ("甲\n" * 5_000, "too-many-lines"),
        ("甲" * 60_001, "too-long"),
    ],
)
def test_what_the_library_would_not_get_through_is_not_given_to_it(body: str, kind: str) -> None:
    assert [slip.kind for slip in markdown.render(body).slips] == [kind]
    assert kind in LIMITS


@pytest.mark.parametrize("body", ["-" * 200, "甲\n\n* * * * * * * * * *\n\n乙", "|甲|\n|" + "-" * 120 + "|\n|1|"])
def test_a_rule_is_no_nesting(body: str) -> None:
    assert markdown_limits.find(body) is None


RUNS = st.lists(st.tuples(st.lists(st.sampled_from(GRAMMAR), min_size=1, max_size=4).map("".join), st.integers(1, 200)))


@settings(max_examples=max(60, settings.default.max_examples // 5), deadline=None)
@given(RUNS)
def test_a_text_is_rendered_or_beyond_a_limit(runs: list[tuple[str, int]]) -> None:
    """Whatever signs it repeats, nothing is raised; what is beyond a limit the library never sees."""
    body = "".join(signs * count for signs, count in runs)[:6_000]
    assert markdown.render(body).beyond == (markdown_limits.find(body) is not None)
